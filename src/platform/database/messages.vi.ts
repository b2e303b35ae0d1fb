import type { RefusalWordsByCode } from '../words.ts'

export const databaseRefusals: RefusalWordsByCode = {
  'database.noBinaries': { what: 'Chưa có PostgreSQL đóng gói cho hệ điều hành này ({system}).', todo: 'Cài PostgreSQL 15 trở lên rồi đặt DATABASE_URL.' },
  'database.cannotStart': { what: 'Không khởi động được cơ sở dữ liệu.', why: 'PostgreSQL báo: {log}', todo: 'Xem tệp server.log trong thư mục dữ liệu.' },
  'database.otherMajorVersion': { what: 'Cơ sở dữ liệu được tạo bởi PostgreSQL {found}, chương trình dùng PostgreSQL {expected}.', todo: 'Dùng đúng bản chương trình cũ để sao lưu, rồi khôi phục vào bản mới.' },
  'database.serverTooOld': { what: 'Máy chủ PostgreSQL {version} quá cũ.', todo: 'Dùng PostgreSQL 15 trở lên.' },
  'database.serverNotReached': { what: 'Không dùng được máy chủ PostgreSQL ghi ở DATABASE_URL.', why: '{server}: {problem}.', todo: 'Sửa DATABASE_URL, dạng postgres://người_dùng:mật_khẩu@máy:cổng/cơ_sở_dữ_liệu; để trống thì dùng PostgreSQL kèm theo.' },
  'database.passwordMissing': { what: 'Thiếu tệp mật khẩu của cơ sở dữ liệu: {file}.', todo: 'Chép lại tệp này từ bản sao lưu của thư mục dữ liệu.' },
  'database.folderNotReachable': { what: 'Không có quyền dùng thư mục dữ liệu {folder}.', todo: 'Chạy bằng người dùng sở hữu thư mục này, hoặc chọn thư mục khác bằng --data.' },
  'database.folderIsAFile': { what: 'Không lập được thư mục dữ liệu {folder}: ở đó đã có một tệp.', todo: 'Chọn thư mục khác bằng --data.' },
  'database.migrationChanged': { what: 'Tệp {file} đã được áp dụng nhưng nội dung nay đã khác.', todo: 'Dùng đúng bản phát hành của chương trình.' },
  'database.databaseIsNewer': { what: 'Cơ sở dữ liệu ở bước {databaseNumber}, mới hơn chương trình (bước {programNumber}).', todo: 'Dùng bản chương trình mới hơn.' },
  'database.migrationOutOfOrder': { what: 'Tệp {file} đứng trước bước {newest} đã áp dụng.', todo: 'Đánh số lại tệp này sau bước mới nhất.' },
  'database.programPasswordUnknown': { what: 'Vai trò {role} đang được dùng ở nơi khác, ở đây không có mật khẩu ({file}).', todo: 'Đặt DANGVU_APP_PASSWORD_FILE bằng tệp mật khẩu dùng chung.' },
  'database.cannotCreateRole': { what: 'Người dùng {owner} của cơ sở dữ liệu không được tạo hoặc sửa vai trò {role}.', todo: 'Cấp quyền CREATEROLE cho {owner}, hoặc cấp vai trò dangvu_program kèm quyền quản trị.' },
}

/** Why a server cannot be used, by what the system or PostgreSQL answers. */
export const connectProblems: Readonly<Record<string, string>> = {
  shape: 'Địa chỉ không đúng dạng', ECONNREFUSED: 'Không có máy chủ nào trả lời ở máy và cổng ấy', ENOTFOUND: 'Không tìm thấy máy ấy trong mạng', EAI_AGAIN: 'Không tìm thấy máy ấy trong mạng',
  ETIMEDOUT: 'Máy ấy không trả lời', EHOSTUNREACH: 'Không tới được máy ấy', '3D000': 'Máy chủ không có cơ sở dữ liệu ấy', '28P01': 'Mật khẩu không đúng', '28000': 'Máy chủ không nhận người dùng ấy',
}
export const otherProblem = (message: string) => `Máy chủ báo: ${message}`

/** The same as one sentence after the other, for the command line. */
export const databaseMessages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(databaseRefusals).map(([code, { what, why, todo }]) => [code, [what, why, todo].filter(Boolean).join(' ')]),
)
