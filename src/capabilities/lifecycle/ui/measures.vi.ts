import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of discipline, suspension and exemption. */
const words = {
  menu: 'Kỷ luật, miễn sinh hoạt', title: 'Kỷ luật, đình chỉ, miễn sinh hoạt', views: 'Cách xem', view: '{kind} ({n})', place: 'Tổ chức', state: 'Tình trạng', stateRunning: 'Đang có hiệu lực', stateEnded: 'Đã hết hoặc đã hủy', stateAll: 'Tất cả',
  colName: 'Họ và tên', colBorn: 'Sinh', colPlace: 'Chi bộ', colMeasure: 'Hình thức', colGround: 'Lý do', colReason: 'Nội dung', colDecision: 'Quyết định', colFrom: 'Từ ngày', colUntil: 'Đến hết ngày', colState: 'Tình trạng', open: 'chưa định',
  summary: 'Tính đến {day}: {n} người', empty: 'Không có ai trong danh sách này.',
  pageCrumb: 'Kỷ luật, đình chỉ, miễn sinh hoạt', pageTitle: 'Kỷ luật, đình chỉ, miễn sinh hoạt của {name}', disciplines: 'Kỷ luật', suspensions: 'Đình chỉ sinh hoạt', exemptions: 'Miễn công tác và sinh hoạt', noDisciplines: 'Chưa bị kỷ luật.', noSuspensions: 'Chưa bị đình chỉ.', noExemptions: 'Chưa được miễn.',
  print: 'In trang này', byDecision: '{number}, ngày {day}, {by}', effect: 'Hiệu lực từ {from} đến hết {until}', effectFrom: 'Hiệu lực từ {from}', complaintDue: 'khiếu nại chậm nhất {day}', complained: 'Khiếu nại ngày {day}',
  upheld: 'Giữ nguyên theo {number}, ngày {day}, {by}', annulled: 'Bị hủy theo {number}, ngày {day}, {by}', fromTo: 'Từ {from} đến hết {until}', fromOpen: 'Từ {from}, theo thời hạn tố tụng', fromOnly: 'Từ {from}', extended: 'Gia hạn theo {number}, ngày {day}', lifted: 'Sinh hoạt trở lại ngày {day}',
  byResolution: 'Chi bộ quyết định: {number}, ngày {day}', returned: 'Sinh hoạt trở lại ngày {day}: {basis}', ruleEffect: 'Hiệu lực', ruleComplaint: 'Khiếu nại', ruleTerm: 'Thời hạn', ruleGrounds: 'Lý do được miễn',
  coveredNote: 'Nội dung vi phạm, khiếu nại và lý do được che.', openIt: 'Mở phần được che', openReason: 'Lý do mở', openReasonHint: 'Ai mở, lúc nào, vì sao đều ghi vào nhật ký.', opened: 'Đã mở lúc {time}, đã ghi vào nhật ký.', coverAgain: 'Che lại', openToday: 'Về hôm nay để mở phần được che.',
  actDiscipline: 'Ghi kỷ luật', actSuspend: 'Ghi đình chỉ', actExempt: 'Ghi miễn sinh hoạt', actComplain: 'Ghi khiếu nại', actReview: 'Giải quyết, hủy', actExtend: 'Gia hạn', actLift: 'Cho sinh hoạt lại', actReturn: 'Ghi sinh hoạt lại',
  measure: 'Hình thức', authority: 'Cấp quyết định', ground: 'Nội dung vi phạm', decisionNumber: 'Số quyết định', decidedOn: 'Ngày ký', issuedBy: 'Cơ quan ký', effectiveOn: 'Ngày có hiệu lực', effectiveHint: 'Ngày công bố kết quả biểu quyết hoặc ngày ghi trong quyết định.', receivedOn: 'Ngày đảng viên nhận quyết định', receivedHint: 'Để trống nếu nhận đúng ngày có hiệu lực. Hạn khiếu nại tính từ ngày này.',
  posts: 'Chức vụ bị cách', noPosts: 'Sổ chưa ghi chức vụ nào của người này; ghi chức vụ ở trang đảng viên trước.', expulsionWarning: 'Khai trừ chấm dứt tư cách đảng viên từ ngày có hiệu lực: chi bộ, chức vụ và trạng thái kết thúc cùng ngày.', disciplineDone: 'Đã ghi kỷ luật.',
  complaint: 'Nội dung khiếu nại', complainedOn: 'Ngày nhận đơn', complaintDone: 'Đã ghi khiếu nại.', outcome: 'Kết quả', outcomeUpheld: 'Giữ nguyên', outcomeAnnulled: 'Hủy quyết định kỷ luật', reason: 'Lý do', reviewDone: 'Đã ghi kết quả giải quyết.', restores: 'Hủy khai trừ thì khôi phục đảng tịch; tuổi Đảng liên tục. Chức vụ không tự khôi phục.',
  suspensionGround: 'Lý do', suspensionReason: 'Nội dung', from: 'Từ ngày', lastDay: 'Đến hết ngày', lastDayHint: 'Bị khởi tố, tạm giam thì để trống: theo thời hạn tố tụng.', suspendDone: 'Đã ghi đình chỉ sinh hoạt.', extendHint: 'Muộn nhất {day}.', extendDone: 'Đã ghi gia hạn.', backOn: 'Sinh hoạt lại từ ngày', liftDone: 'Đã ghi sinh hoạt trở lại.',
  exemptionGround: 'Lý do được miễn', note: 'Ghi chú', resolution: 'Số nghị quyết, quyết định', resolvedOn: 'Ngày chi bộ quyết định', exemptDone: 'Đã ghi miễn công tác và sinh hoạt.', basis: 'Đơn và nghị quyết', returnDone: 'Đã ghi sinh hoạt trở lại.', mark: '{measure} {number}',
} as const

export type MeasureWord = keyof typeof words

/** A word of these screens with its gaps filled. */
export const word = (key: MeasureWord, facts: Readonly<Record<string, string | number>> = {}): string => fill(words[key], facts)

/** At the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
