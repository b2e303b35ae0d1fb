import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  menu: 'Thẻ đảng viên', title: 'Thẻ đảng viên', place: 'Tổ chức', search: 'Tìm tên, số thẻ', year: 'Năm', views: 'Cách xem', viewCandidates: 'Chưa có thẻ ({n})', viewRanges: 'Dải số', view: '{name} ({n})',
  summary: 'Tính đến {day}: {n} thẻ', summaryYear: 'Sổ phát thẻ năm {year}: {n} thẻ', summaryCandidates: '{n} đảng viên chính thức chưa có thẻ · đợt phát tới {day}, danh sách lập xong trước {due}', summaryRanges: 'Tính đến {day}: {n} dải số', notInBook: '{n} số thẻ mới có trong sổ đảng viên, chưa vào sổ thẻ',
  colName: 'Họ và tên', colBorn: 'Sinh', colPlace: 'Chi bộ', colNumber: 'Số thẻ', colKind: 'Việc', colDecision: 'Quyết định', colHanded: 'Ngày trao', colReceived: 'Người nhận', colState: 'Tình trạng', colConfirmed: 'Chính thức', colConfirmation: 'Quyết định công nhận', colAct: 'Việc',
  empty: 'Không có thẻ nào trong phần này.', emptyCandidates: 'Đảng viên chính thức nào cũng đã có thẻ hoặc đã được đề nghị.', emptyRanges: 'Chưa giao dải số nào.', former: 'thẻ cũ {number}', since: 'từ {day}',
  propose: 'Đề nghị phát thẻ', proposeTitle: 'Đề nghị phát thẻ cho {n} người', on: 'Ngày đề nghị', proposed: 'Đã đưa {n} người vào danh sách đề nghị.', chooseFirst: 'Chưa chọn ai. Đánh dấu người cần đề nghị ở cột đầu.',
  decide: 'Ghi quyết định phát thẻ', decideTitle: 'Quyết định phát thẻ cho những người đang đề nghị', range: 'Dải số', rangeHint: 'Số được cấp lần lượt theo tên, bắt đầu từ số trống đầu tiên. Người đổi thẻ hỏng, cấp lại thẻ mất giữ số cũ.', rangeChoice: '{first} – {last} ({organisation}), còn {left} số', decisionNumber: 'Số quyết định', decidedFor: 'Cấp cho', rangeNone: 'không cấp số mới', decidedOn: 'Ngày ký', issuedBy: 'Cơ quan ký', decided: 'Đã ghi quyết định cho {n} thẻ.',
  takeOver: 'Đưa vào sổ thẻ', takenOver: 'Đã đưa {n} thẻ vào sổ.', giveRange: 'Giao dải số', first: 'Số đầu', last: 'Số cuối', basis: 'Căn cứ', givenOn: 'Ngày giao', closingDay: 'Ngày thôi dùng', rangeOf: 'Giao cho', rangeGiven: 'Đã giao dải số.', digits: 'Số chữ số', closeRange: 'Thôi dùng', closeTitle: 'Thôi dùng dải số {first} – {last}', reason: 'Lý do', rangeClosed: 'Đã ghi thôi dùng dải số.', colRange: 'Dải số', colOrganisation: 'Cấp ủy', colUsed: 'Đã cấp', colLeft: 'Còn', colNext: 'Số tiếp theo', colBasis: 'Căn cứ', closedOn: 'Thôi dùng từ {day}', inUse: 'Đang dùng',
  pageTitle: 'Thẻ đảng viên của {name}', pageCrumb: 'Thẻ', numberNow: 'Số thẻ trong sổ đảng viên', noNumber: 'Chưa có số thẻ.', cards: 'Các thẻ', noCards: 'Sổ thẻ chưa ghi thẻ nào của người này.', losses: 'Báo mất thẻ', noLosses: 'Chưa báo mất lần nào.', print: 'In trang này',
  byDecision: 'Quyết định {number}, ngày {day}, {by}', handed: 'Trao ngày {day}, người nhận: {by}', ended: '{state} ngày {day}: {reason}', proposedOn: 'Đề nghị ngày {day}', stepLine: '{day}: {act}', noNumberYet: 'chưa có số', lossLine: 'Mất ngày {lost}, báo ngày {reported}: {text}', lossOpen: 'Chưa kết luận', lossFound: 'Đã tìm thấy', lossLost: 'Kết luận là mất', lossConcluded: 'Kết luận ngày {day}: {paper}',
  actFirst: 'Đề nghị phát thẻ', actExchange: 'Đề nghị đổi thẻ', actReissue: 'Đề nghị cấp lại', actLoss: 'Báo mất thẻ', actHand: 'Trao thẻ', actDrop: 'Bỏ đề nghị', actConclude: 'Ghi kết luận', actWithdraw: 'Ghi thu thẻ', actGiveBack: 'Trả lại thẻ',
  cause: 'Lý do', note: 'Ghi chú', handedOn: 'Ngày trao', receivedBy: 'Người ký nhận', handDone: 'Đã ghi trao thẻ; số thẻ đã vào sổ đảng viên.', droppedOn: 'Ngày bỏ đề nghị', dropDone: 'Đã bỏ đề nghị.', lostOn: 'Ngày mất', reportedOn: 'Ngày báo', circumstances: 'Mất trong trường hợp nào', lossDone: 'Đã ghi báo mất.', outcome: 'Kết luận', concludedOn: 'Ngày kết luận', paper: 'Văn bản kết luận', concludeDone: 'Đã ghi kết luận.',
  withdrawnOn: 'Ngày thu', outcomeWithdrawn: 'Thu lại', outcomeKept: 'Gia đình giữ', withdrawDone: 'Đã ghi.', givenBackOn: 'Ngày trả', giveBackDone: 'Đã trả lại thẻ.', ruleKeeps: 'Giữ số thẻ cũ khi', ruleFamily: 'Từ trần, gia đình giữ thẻ', oldNumbers: 'Số thẻ đã cấp vẫn giữ trong sổ và không cấp cho người khác.',
} as const

export type Word = keyof typeof words

/** A word of this room with its gaps filled. */
export const word = (key: Word, facts: Readonly<Record<string, string | number>> = {}): string => fill(words[key], facts)
