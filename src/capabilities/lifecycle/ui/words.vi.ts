import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  menu: 'Huy hiệu Đảng', title: 'Huy hiệu Đảng', round: 'Đợt', place: 'Tổ chức', allPlaces: 'Tất cả', views: 'Cách xem', viewCandidates: 'Người đủ, chưa đề nghị', viewList: 'Danh sách đề nghị ({n})', groupFilter: 'Diện',
  summary: 'Đợt {day} · {due} người đủ trong đợt · {missed} người sót đợt trước · {posthumous} truy tặng · {early} có thể xét sớm', listDue: 'Danh sách lập xong trước {day}.',
  colName: 'Họ và tên', colBorn: 'Sinh', colPlace: 'Chi bộ', colDecided: 'Quyết định kết nạp', colAdmitted: 'Vào Đảng', colConfirmed: 'Chính thức', colYears: 'Huy hiệu', colReached: 'Ngày đủ', colGroup: 'Diện', colLast: 'Đã có', colDecision: 'Quyết định tặng', colAct: 'Việc',
  years: '{n} năm', noBadge: 'chưa ghi', ruled: 'có gián đoạn, kết nạp lại hoặc quyết định riêng', uncertain: 'chỉ biết tháng, năm vào Đảng; tính từ ngày cuối', waits: 'Chờ hết kỷ luật', died: 'từ trần {day}', partyAge: 'Tuổi Đảng',
  empty: 'Không có ai đủ tuổi Đảng mà chưa đề nghị trong đợt này.', listEmpty: 'Chưa đề nghị ai cho đợt này.', propose: 'Đưa vào danh sách đề nghị', proposed: 'Đã đưa {n} người vào danh sách đợt {day}.', chooseFirst: 'Chưa chọn ai. Đánh dấu người cần đề nghị ở cột đầu.',
  proposeTitle: 'Đưa {n} người vào danh sách đợt {day}', illness: 'Tình trạng bệnh (chung cho người xét sớm)', illnessHint: 'Chỉ cần khi trong số đã chọn có người chưa đủ tuổi Đảng: ghi bệnh và giấy tờ kèm theo.', waitingChosen: '{names}: đang chờ hết thời hạn kỷ luật, bỏ chọn rồi đề nghị.',
  withdraw: 'Rút', withdrawTitle: 'Rút {name} khỏi danh sách', reason: 'Lý do', withdrawn: 'Đã rút khỏi danh sách.', decide: 'Ghi quyết định tặng', decideTitle: 'Quyết định tặng Huy hiệu đợt {day}: {n} người', decidedPeople: 'Số người trong danh sách', decisionNumber: 'Số quyết định', decidedOn: 'Ngày ký', issuedBy: 'Cơ quan ký', decided: 'Đã ghi tặng Huy hiệu cho {n} người.',
  stateProposed: 'Đang đề nghị', stateAwarded: 'Đã tặng', awardedBy: '{number}, {day}',
  ageTitle: 'Tuổi Đảng của {name}', ageCrumb: 'Tuổi Đảng', ageYears: '{n} năm tuổi Đảng', ageMonths: '{years} năm {months} tháng, tính đến {day}', ageNone: 'Chưa có ngày nào để tính tuổi Đảng.', stretches: 'Thời gian được tính', colFrom: 'Từ ngày', colUntil: 'Đến ngày', colMonths: 'Được tính', colBasis: 'Căn cứ', running: 'nay', months: '{y} năm {m} tháng', total: 'Cộng',
  rulings: 'Quyết định về tuổi Đảng', noRulings: 'Không có quyết định nào: tuổi Đảng tính liên tục.', interruption: 'Không tính từ {from} đến {until}', interruptionOpen: 'Không tính từ {from}', countedFrom: 'Tính từ {from}', byDecision: '{number}, ngày {day}', missedText: 'Đủ {n} năm từ ngày {day}, chưa được đề nghị tặng', nextBadge: 'Huy hiệu tiếp theo', nextText: '{n} năm: đủ ngày {day}, trao từ đợt {award}', badges: 'Huy hiệu đã có', noBadges: 'Chưa ghi Huy hiệu nào.',
  actRule: 'Ghi quyết định về tuổi Đảng', kind: 'Loại', kindInterruption: 'Thời gian không được tính', kindCountedFrom: 'Tính từ ngày khác', from: 'Từ ngày', until: 'Đến trước ngày', untilHint: 'Ngày đầu tiên được tính lại; để trống nếu chưa hết.', rulingRecorded: 'Đã ghi quyết định.', actRecord: 'Ghi Huy hiệu đã nhận trước đây', yearsOfBadge: 'Số năm', awardOn: 'Ngày tặng', paper: 'Theo giấy tờ nào', recorded: 'Đã ghi Huy hiệu.', revoke: 'Bỏ, ghi nhầm', revokeTitle: 'Bỏ Huy hiệu {n} năm ghi nhầm', revoked: 'Đã bỏ Huy hiệu ghi nhầm.', withdrawRuling: 'Bỏ quyết định', withdrawRulingTitle: 'Bỏ quyết định {number}', rulingWithdrawn: 'Đã bỏ quyết định.', print: 'In trang này',
} as const

export type Word = keyof typeof words

/** A word of this room with its gaps filled. */
export const word = (key: Word, facts: Readonly<Record<string, string | number>> = {}): string => fill(words[key], facts)

export const basisNames = { decision: 'Quyết định kết nạp', papers: 'Ngày vào Đảng trên giấy tờ', ruling: 'Quyết định về ngày tính tuổi Đảng', resumed: 'Tính lại sau thời gian gián đoạn' } as const
