/** Names of invented people who stand where the sign-ins of the demonstration look. */
export const stagedNames = {
  forgotten: 'Phùng Văn Sinh',
  returned: 'Hoàng Thị Nhung',
  ethnicity: 'Tày',
} as const

/** The users: invented names that do in the Tày as in the Kinh manner. */
export const signInWords = {
  'chuyenvien': { fullName: 'Hoàng Thị Hường', place: 'Ban Tổ chức Huyện ủy Bắc Quang' },
  'lanhdao': { fullName: 'Nguyễn Trung Quyết', place: 'Ban Thường vụ Huyện ủy Bắc Quang' },
  'dangvu-xa': { fullName: 'Lương Thị Duyên', place: 'Đảng bộ xã Quang Minh' },
  'bithu': { fullName: 'Hoàng Văn Tuyển', place: 'Chi bộ Thôn Khun Luông, xã Quang Minh' },
  'dangvien': { fullName: 'Nguyễn Đình Khải', place: 'Chi bộ Thôn Khun Luông, xã Quang Minh' },
  'kiemtra': { fullName: 'Đặng Quang Hòa', place: 'Ủy ban Kiểm tra Huyện ủy Bắc Quang' },
  'quantri': { fullName: 'Hà Mạnh Tùng', place: 'Đảng bộ huyện Bắc Quang' },
  'kiemnhiem': { fullName: 'Mai Thị Loan', place: 'Đảng bộ Bệnh viện Đa khoa huyện; Chi bộ Khoa Nội' },
} as const

/** Ethnic groups whose names these are. */
export const ethnicitiesOfSignIns: readonly string[] = ['Tày', 'Kinh']

export const grantedBy = 'Quyết định 12-QĐ/HU về phân quyền sử dụng'
