import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { AssignmentOutcome, DueKind, DueOwner } from './codes.ts'

export const remindersRefusals: RefusalWordsByCode = {
  'reminders.nothingDue': { what: 'Những việc đã chọn không còn đến hạn.', why: 'Danh sách được tính lại mỗi lần xem; đã có người xử lý hoặc hạn đã đổi.', todo: 'Tải lại danh sách rồi chọn lại.' },
  'reminders.thingsNotDue': { what: 'Không còn thấy việc nào trong các việc đã chọn.', why: 'Danh sách được tính lại mỗi lần xem; đã có người xử lý, hạn đã đổi, hoặc việc ngoài phạm vi vai trò.', todo: 'Tải lại danh sách rồi chọn lại.' },
  'reminders.assigneeMissing': { what: 'Chưa chọn giao cho ai.', why: 'Mỗi việc giao cho đúng một người hoặc một nơi.', todo: 'Chọn một người, hoặc chọn nơi giữ trách nhiệm.' },
  'reminders.assigneeElsewhere': { what: 'Người được chọn không phụ trách {places} nơi có việc đã chọn.', why: 'Người được giao phải thấy được hồ sơ để làm.', todo: 'Chọn người khác, hoặc giao từng phần.' },
  'reminders.officeEmpty': { what: 'Chưa có người dùng nào giữ vai trò {role} ở {place}.', why: 'Giao cho nơi không có người thì không ai thấy việc.', todo: 'Giao cho cấp trên của nơi đó, hoặc đề nghị quản trị cấp vai trò.' },
  'reminders.wantedInThePast': { what: 'Ngày cần xong {wantedOn} đã qua.', why: 'Hôm nay là {today}.', todo: 'Chọn một ngày từ hôm nay trở đi.' },
  'reminders.alreadyAssigned': { what: '{things} việc đã chọn đang được giao và chưa trả lời, trong đó có việc của {person}.', why: 'Mỗi việc chỉ có một người được giao tại một lúc.', todo: 'Rút việc đã giao rồi giao lại, hoặc bỏ chọn các việc đó.' },
  'reminders.assignmentNotFound': { what: 'Không tìm thấy việc được giao này.', todo: 'Tải lại danh sách.' },
  'reminders.assignmentOfOthers': { what: 'Việc này giao cho {to}.', why: 'Người được giao mới trả lời được.', todo: 'Đề nghị người được giao trả lời, hoặc người giao rút lại.' },
  'reminders.assignmentAnswered': { what: 'Việc này đã được trả lời ngày {answeredOn}.', todo: 'Tải lại để xem câu trả lời; cần thì giao lại.' },
  'reminders.noSuchOrganisation': { what: 'Không có tổ chức mang mã {code}.', todo: 'Kiểm tra mã trong Cây tổ chức.' },
}

/** Kinds of work, as counts and filters name them. */
export const kindNames: Readonly<Record<DueKind, string>> = {
  confirmation: 'Xét công nhận chính thức',
  admissionDecision: 'Quyết định kết nạp',
  resolutionToSendUp: 'Nghị quyết chưa gửi lên',
  backgroundCheck: 'Thẩm tra lý lịch',
  admissionCeremony: 'Lễ kết nạp',
  returnedFile: 'Hồ sơ bị trả lại',
  documentsMissing: 'Hồ sơ thiếu tài liệu',
  dossierOpening: 'Lập hồ sơ đảng viên',
  certificateExpiring: 'Giấy chứng nhận sắp hết giá trị',
  prospectRemark: 'Nhận xét quý',
  committeeTerm: 'Nhiệm kỳ cấp ủy',
  dossierLoan: 'Hồ sơ giấy cho mượn',
  dossierFinding: 'Thiếu sót của hồ sơ giấy',
  sheetProposal: 'Đề nghị sửa phiếu đảng viên',
  supplement: 'Phiếu bổ sung hằng năm',
  supplementTakeIn: 'Nhận phiếu bổ sung vào hồ sơ',
  badgeList: 'Danh sách Huy hiệu Đảng',
  suspensionEnd: 'Hết hạn đình chỉ sinh hoạt',
  endingStep: 'Xóa tên, xin ra khỏi Đảng',
  cardList: 'Danh sách phát thẻ đảng viên',
  cardHanding: 'Trao thẻ đảng viên',
  cardLoss: 'Báo mất thẻ đảng viên',
  cardReturn: 'Thu thẻ đảng viên',
  transferLetter: 'Giấy giới thiệu sinh hoạt đảng',
  transferArrival: 'Tiếp nhận sinh hoạt đảng',
  temporaryStay: 'Sinh hoạt tạm thời',
  awayExcuse: 'Hết hạn được vắng',
  reorganisation: 'Sắp xếp tổ chức',
  report: 'Báo cáo thống kê',
  solution: 'Giải pháp của hội nghị',
  reconciling: 'Đối chiếu danh sách',
}

export const ownerNames: Readonly<Record<DueOwner, string>> = {
  cell: 'Bí thư chi bộ',
  grassrootsCommittee: 'Đảng ủy cơ sở',
  sectionCommittee: 'Đảng ủy bộ phận',
  decidingOffice: 'Ban Tổ chức',
  standingBoard: 'Ban thường vụ',
  candidate: 'Người xin vào Đảng',
  politicalCentre: 'Trung tâm chính trị',
  member: 'Đảng viên',
  outsideOrganisation: 'Nơi đến ngoài đảng bộ',
}

/** How an assignment ended. */
export const assignmentOutcomeNames: Readonly<Record<AssignmentOutcome, string>> = { done: 'đã làm', givenBack: 'trả lại', withdrawn: 'đã rút lại' }
