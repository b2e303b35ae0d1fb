import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of striking off, resignation and death. */
const words = {
  menu: 'Xóa tên, ra khỏi Đảng', title: 'Xóa tên, xin ra khỏi Đảng, từ trần', views: 'Cách xem', viewOpen: 'Đang xét ({n})', viewEnded: 'Đã thôi là đảng viên ({n})', viewAll: 'Tất cả ({n})', place: 'Tổ chức', kind: 'Loại',
  colName: 'Họ và tên', colBorn: 'Sinh', colPlace: 'Chi bộ', colKind: 'Loại', colReason: 'Nội dung', colStage: 'Đang ở bước', colSince: 'Từ ngày', colDue: 'Nhắc việc tiếp', colDecision: 'Quyết định', colEnded: 'Thôi là đảng viên từ', empty: 'Không có việc nào.', summary: 'Tính đến {day}: {n} việc',
  pageTitle: 'Ra khỏi Đảng: {name}', pageCrumb: 'Ra khỏi Đảng', cardsPage: 'Thẻ đảng viên', print: 'In trang này', noEndings: 'Chưa có việc xóa tên, xin ra khỏi Đảng hay từ trần nào.', notMember: 'Không còn là đảng viên', isMember: 'Đang là đảng viên',
  actStrikeOff: 'Đưa ra xét xóa tên', actResignation: 'Ghi đơn xin ra khỏi Đảng', actDeath: 'Ghi từ trần', actCellVote: 'Ghi biểu quyết của chi bộ', actCommitteeVote: 'Ghi biểu quyết của đảng ủy cơ sở', actDecide: 'Ghi quyết định', actDrop: 'Thôi xét', actComplain: 'Ghi khiếu nại', actUphold: 'Giữ nguyên', actAnnul: 'Khôi phục đảng tịch',
  ground: 'Trường hợp', since: 'Bắt đầu từ ngày', sinceHint: 'Ngày thôi sinh hoạt, ngày bắt đầu giáo dục, hoặc ngày xếp loại lần đầu.', reason: 'Nội dung', openedOn: 'Ngày đưa ra xét', opened: 'Đã mở việc.', appliedOn: 'Ngày viết đơn', application: 'Lý do trong đơn',
  heldOn: 'Ngày họp', present: 'Có mặt', inFavour: 'Đồng ý', against: 'Không đồng ý', invalid: 'Không hợp lệ', resolution: 'Số nghị quyết', roll: 'Tính trên {denominator} người; cần ít nhất {required} phiếu đồng ý.', rollCommittee: 'Tính trên {denominator} cấp ủy viên; cần ít nhất {required} phiếu đồng ý.', excluded: 'Không tính: {names}', exemptPresent: 'Được miễn sinh hoạt nhưng có dự họp', voteDone: 'Đã ghi biểu quyết.',
  decisionNumber: 'Số quyết định', decidedOn: 'Ngày ký', issuedBy: 'Cơ quan ký', endedOn: 'Thôi là đảng viên từ ngày', receivedOn: 'Ngày người đó nhận quyết định', receivedHint: 'Để trống nếu nhận ngay ngày ký. Hạn khiếu nại tính từ ngày này.', decided: 'Đã ghi quyết định; tư cách đảng viên kết thúc.', dropped: 'Đã thôi xét.', droppedOn: 'Ngày thôi xét',
  person: 'Đảng viên', diedOn: 'Ngày từ trần', paper: 'Giấy tờ', paperHint: 'Trích lục khai tử, giấy báo tử.', note: 'Ghi chú', deathDone: 'Đã ghi từ trần.', complainedOn: 'Ngày nhận đơn', complaint: 'Nội dung khiếu nại', complaintDone: 'Đã ghi khiếu nại.', reviewReason: 'Lý do', upheldDone: 'Đã ghi giữ nguyên quyết định.', restoredDone: 'Đã khôi phục đảng tịch.',
  tiesTitle: 'Khi tư cách đảng viên kết thúc', tiesNone: 'Không có chức vụ, hồ sơ, thẻ hay việc nào gắn với người này.', tie: '{name}: {fate}', settledTitle: 'Đã giải quyết cùng quyết định', restoreWarning: 'Khôi phục thì đảng tịch, tuổi Đảng, chi bộ và trạng thái liền mạch, như chưa hề kết thúc. Những việc dưới đây không tự khôi phục.', endWarning: 'Quyết định kết thúc tư cách đảng viên. Những việc dưới đây được giải quyết cùng lúc.',
  steps: 'Các bước', stepVote: '{inFavour}/{denominator} đồng ý (cần {required}), có mặt {present}, không đồng ý {against}', carried: 'đủ', lost: 'không đủ', byDecision: 'Quyết định {number}, ngày {day}, {by}', ended: 'Thôi là đảng viên từ {day}', complaintDue: 'Khiếu nại chậm nhất {day}', complained: 'Khiếu nại ngày {day}', upheld: 'Giữ nguyên theo {number}, ngày {day}, {by}', annulled: 'Hủy theo {number}, ngày {day}, {by}', droppedFor: 'Thôi xét: {reason}', coveredNote: 'Nội dung, lý do và khiếu nại được che.', sinceDay: 'từ {day}', nextDue: 'Nhắc bước tiếp theo: {day}',
  ruleGrounds: 'Trường hợp được xét', ruleMonths: 'Thời gian', ruleCell: 'Chi bộ', ruleCommittee: 'Đảng ủy cơ sở', ruleComplaint: 'Khiếu nại', probationary: 'Đảng viên dự bị: xóa tên làm trong hồ sơ công nhận chính thức.',
} as const

export type EndingWord = keyof typeof words

/** A word of these screens with its gaps filled. */
export const word = (key: EndingWord, facts: Readonly<Record<string, string | number>> = {}): string => fill(words[key], facts)
