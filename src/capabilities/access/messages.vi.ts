import type { RefusalWordsByCode } from '../../platform/words.ts'

export const accessRefusals: RefusalWordsByCode = {
  'access.signInFailed': { what: 'Tên đăng nhập hoặc mật khẩu chưa đúng.', why: 'Sau 5 lần sai sẽ tạm khóa 15 phút.', todo: 'Thử lại hoặc gọi người quản trị.' },
  'access.signInLocked': { what: 'Tạm khóa đăng nhập, còn {minutes} phút.', why: 'Đã nhập sai quá 5 lần trong 15 phút.', todo: 'Chờ hết thời gian khóa, hoặc gọi người quản trị.' },
  'access.noSuchHolding': { what: 'Vai trò này không còn hiệu lực.', todo: 'Chọn vai trò khác, hoặc báo người quản trị.' },
  'access.passwordWrong': { what: 'Mật khẩu đang dùng chưa đúng.', todo: 'Nhập lại mật khẩu đang dùng.' },
  'access.signInNameTaken': { what: 'Tên đăng nhập “{signInName}” đã có người dùng.', todo: 'Chọn tên khác.' },
  'access.roleEndsBeforeItBegins': { what: 'Vai trò kết thúc {until}, trước ngày bắt đầu {from}.', todo: 'Sửa một trong hai ngày.' },
  'access.lastAdministrator': { what: 'Đây là người quản trị cuối cùng còn vai trò.', why: 'Phải luôn có ít nhất một người quản trị.', todo: 'Giao vai trò quản trị cho người khác trước.' },
  'access.cellRoleNeedsCell': { what: '“{organisation}” không phải chi bộ.', why: 'Vai trò bí thư chi bộ giao tại một chi bộ.', todo: 'Chọn chi bộ.' },
  'access.accountNotFound': { what: 'Không tìm thấy người dùng này.', why: 'Người dùng không có vai trò nào trong phạm vi đang quản lý.', todo: 'Quay lại danh sách người dùng.' },
  'access.setUpDone': { what: 'Hệ thống đã có người quản trị.', todo: 'Đăng nhập, hoặc nhờ người quản trị lập tài khoản.' },
  'access.setUpCodeWrong': { what: 'Mã lần chạy đầu không đúng hoặc đã đổi.', why: 'Mỗi lần khởi động có một mã mới, in ở cửa sổ máy chủ.', todo: 'Mở lại địa chỉ in ở cửa sổ máy chủ.' },
}

/** Names of roles on the screen. */
export const roleNames = {
  superiorOfficer: 'Chuyên viên Ban Tổ chức',
  leader: 'Lãnh đạo cấp ủy',
  grassrootsOfficer: 'Đảng ủy cơ sở',
  cellSecretary: 'Bí thư chi bộ',
  member: 'Đảng viên',
  inspector: 'Ủy ban kiểm tra',
  administrator: 'Quản trị hệ thống',
} as const

/** What is wrong with a field, as the contract says it. */
export const fieldWords = { signInName: 'chỉ dùng chữ thường không dấu, số, dấu chấm, gạch', newPassword: 'mật khẩu ít nhất 10 ký tự' } as const

/** What the program itself writes down. */
export const writtenWords = { setUpBasis: 'Lập lần chạy đầu', tokenLabel: 'dòng lệnh' } as const
