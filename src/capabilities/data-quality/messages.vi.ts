import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { FaultKind, MendingPlace } from './kinds.ts'

export { ruleWords } from './rules.vi.ts'

const reload = 'Tải lại trang rồi xem lại.'

export const dataQualityRefusals: RefusalWordsByCode = {
  'dataQuality.nothingYet': { what: 'Chưa có tổ chức nào.', todo: 'Nhập sổ tổ chức trước.' },
  'dataQuality.tooLargeToLookThrough': { what: 'Tổ chức này lớn, không tìm tên, in hay xuất từng việc của cả tổ chức được.', todo: 'Bỏ tìm tên, hoặc chọn một tổ chức bên dưới rồi làm lại.' },
  'dataQuality.faultGone': { what: 'Lỗi này không còn.', why: 'Số liệu vừa được sửa, hoặc không thuộc tổ chức này.', todo: reload },
  'dataQuality.factChanged': { what: 'Số liệu đã đổi từ khi mở trang.', why: 'Ghi “đúng như vậy” là cho số liệu đã thấy.', todo: reload },
  'dataQuality.alreadySetAside': { what: 'Đã có người ghi “đúng như vậy”.', todo: reload },
  'dataQuality.setAsideNotFound': { what: 'Không tìm thấy lần ghi này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: reload },
  'dataQuality.setAsideLifted': { what: 'Lần ghi này đã được bỏ.', todo: reload },
  'dataQuality.weightChanged': { what: 'Trọng số của {rule} vừa được người khác sửa thành {weight}.', todo: reload },
  'dataQuality.changedAtOnce': { what: 'Trọng số vừa được người khác sửa.', todo: reload },
}

export const faultKindNames: Readonly<Record<FaultKind, string>> = { missing: 'Thiếu', impossible: 'Không thể có', disagreeing: 'Không khớp nhau', stale: 'Đã cũ' }

/** Where a fault is mended, as the link says. */
export const mendingNames: Readonly<Record<MendingPlace, string>> = {
  sheet: 'Mở phiếu, đề nghị sửa', member: 'Mở trang đảng viên', dossier: 'Mở hồ sơ giấy', organisation: 'Mở tổ chức', file: 'Mở hồ sơ kết nạp', prospect: 'Mở nguồn', supplement: 'Mở đợt bổ sung',
}

/** Said where a part of a fact is not there. */
export const saidWords = { nothing: 'chưa có' } as const
