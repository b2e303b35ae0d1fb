import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { DueKind, DueOwner } from './codes.ts'

export const remindersRefusals: RefusalWordsByCode = {
  'reminders.nothingDue': { what: 'Những việc đã chọn không còn đến hạn.', why: 'Danh sách được tính lại mỗi lần xem; đã có người xử lý hoặc hạn đã đổi.', todo: 'Tải lại danh sách rồi chọn lại.' },
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
