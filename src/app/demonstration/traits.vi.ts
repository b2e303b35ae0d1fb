import type { CellKind } from './kinds.ts'

type Weighted = readonly (readonly [string | null, number])[]

export const NO_RELIGION = 'Không'
export const religions: Weighted = [[NO_RELIGION, 992], ['Phật giáo', 4], ['Công giáo', 3], ['Tin lành', 1]]

/** Grades of the ten-grade schools of the North, and of the twelve-grade ones that followed. */
export const tenGrades: Weighted = [['4/10', 10], ['5/10', 6], ['6/10', 6], ['7/10', 34], ['8/10', 6], ['10/10', 38]]
export const twelveGrades: Weighted = [['5/12', 3], ['7/12', 4], ['9/12', 27], ['10/12', 3], ['12/12', 63]]
export const COMPLETED = '12/12'

export const professionByKind: Readonly<Record<'living' | 'teaching' | 'caring' | 'serving' | 'producing', Weighted>> = {
  living: [[null, 66], ['Sơ cấp nghề / công nhân kỹ thuật', 10], ['Trung cấp', 15], ['Cao đẳng', 4], ['Đại học', 5]],
  teaching: [['Trung cấp', 10], ['Cao đẳng', 34], ['Đại học', 54], ['Trên đại học', 2]],
  caring: [['Trung cấp', 44], ['Cao đẳng', 18], ['Đại học', 30], ['Trên đại học', 8]],
  serving: [[null, 4], ['Trung cấp', 24], ['Cao đẳng', 10], ['Đại học', 58], ['Trên đại học', 4]],
  producing: [[null, 14], ['Sơ cấp nghề / công nhân kỹ thuật', 36], ['Trung cấp', 22], ['Cao đẳng', 8], ['Đại học', 20]],
}

export const theoryOfResidents: Weighted = [[null, 52], ['Sơ cấp', 40], ['Trung cấp', 7], ['Cao cấp', 1]]
export const theoryOfStaff: Weighted = [[null, 22], ['Sơ cấp', 38], ['Trung cấp', 34], ['Cao cấp', 5], ['Cử nhân chính trị', 1]]
export const theoryOfNewcomers: Weighted = [[null, 86], ['Sơ cấp', 11], ['Trung cấp', 3]]

export const RETIRED = 'Cán bộ hưu trí'
export const FARMER = 'Làm ruộng'
export const occupations: Readonly<Record<CellKind, Weighted>> = {
  hamlet: [[FARMER, 74], ['Trồng cam', 8], ['Buôn bán nhỏ', 6], ['Thợ mộc', 2], ['Lái xe', 3], ['Công nhân', 7]],
  street: [['Buôn bán', 30], [FARMER, 28], ['Dịch vụ', 14], ['Lái xe', 8], ['Công nhân', 12], ['Thợ may', 8]],
  kindergarten: [['Giáo viên mầm non', 100]],
  primarySchool: [['Giáo viên tiểu học', 94], ['Nhân viên trường học', 6]],
  school: [['Giáo viên', 92], ['Nhân viên trường học', 8]],
  health: [['Y sĩ', 24], ['Điều dưỡng', 34], ['Bác sĩ', 22], ['Dược sĩ', 8], ['Hộ sinh', 12]],
  office: [['Công chức', 74], ['Viên chức', 26]],
  army: [['Sĩ quan', 62], ['Quân nhân chuyên nghiệp', 38]],
  police: [['Sĩ quan công an', 100]],
  enterprise: [['Công nhân lâm nghiệp', 62], ['Kỹ sư lâm nghiệp', 18], ['Nhân viên văn phòng', 20]],
}

export const awayWork: readonly string[] = ['Công nhân may', 'Công nhân điện tử', 'Thợ xây', 'Lái xe', 'Bán hàng', 'Làm thuê', 'Theo con ở xa']

export const basisWords = {
  admitted: (number: string | null, day: string) => (number ? `Quyết định kết nạp ${number}, ngày ${day}` : 'Theo lý lịch đảng viên'),
  confirmed: (number: string | null, day: string | null) => (number ? `Quyết định công nhận ${number}, ký ngày ${day}` : 'Theo lý lịch đảng viên'),
  arrived: (from: string) => `Chuyển sinh hoạt đảng đến từ ${from}`,
  moved: (to: string) => `Chuyển sinh hoạt đảng đến ${to}`,
  onRoll: 'Danh sách đảng viên của chi bộ',
  takenOver: 'Danh sách nhận bàn giao, chưa có quyết định công nhận',
  exempt: (number: string) => `Quyết định ${number} về miễn công tác và sinh hoạt đảng`,
  suspended: (number: string) => `Quyết định ${number} về đình chỉ sinh hoạt đảng`,
  lostContact: 'Chi bộ báo không liên lạc được, chờ giải quyết',
  died: 'Giấy báo từ trần',
  leftFor: (to: string) => `Giấy giới thiệu sinh hoạt đảng đến ${to}`,
  struckOff: (number: string) => `Quyết định ${number} về xóa tên trong danh sách đảng viên`,
  expelled: (number: string) => `Quyết định ${number} về khai trừ`,
  resigned: (number: string) => `Quyết định ${number} về cho ra khỏi Đảng`,
  warned: (number: string) => `Quyết định ${number}, khiển trách`,
  elected: (organ: string, term: string) => `Đại hội ${organ}, nhiệm kỳ ${term}`,
}
