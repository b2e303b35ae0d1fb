import type { CellKind, UnitKind } from './kinds.ts'

export const DISTRICT_NAME = 'Đảng bộ huyện Bắc Quang'
export const DISTRICT_AND_PROVINCE = 'huyện Bắc Quang, tỉnh Hà Giang'
export const DISTRICT_SEAT = 'Thị trấn Việt Quang'
export const UNIT_PREFIX = 'Đảng bộ '
export const CELL_PREFIX = 'Chi bộ '

export const unitKindWords: Readonly<Record<UnitKind, string>> = {
  commune: 'xã', township: 'thị trấn', office: 'cơ quan', health: 'cơ quan', army: 'lực lượng vũ trang', police: 'lực lượng vũ trang', school: 'trường học', enterprise: 'doanh nghiệp',
}

/** What the name of a unit that leads no commune begins with. */
export const unitKindByName: readonly (readonly [string, UnitKind])[] = [
  ['Đảng bộ Quân sự', 'army'], ['Đảng bộ Công an', 'police'], ['Đảng bộ Bệnh viện', 'health'], ['Đảng bộ Trung tâm Y tế', 'health'],
  ['Đảng bộ Trường', 'school'], ['Đảng bộ Công ty', 'enterprise'], ['Đảng bộ các cơ quan', 'office'],
]

/** What the name of a cell in a commune begins with. */
export const cellKindByName: readonly (readonly [string, CellKind])[] = [
  ['Chi bộ Thôn', 'hamlet'], ['Chi bộ Tổ dân phố', 'street'], ['Chi bộ Trường Mầm non', 'kindergarten'], ['Chi bộ Trường Tiểu học', 'primarySchool'],
  ['Chi bộ Trường', 'school'], ['Chi bộ Trạm Y tế', 'health'],
]

/** Units whose committee may decide on admission itself. */
export const authorisedUnits: readonly string[] = ['Đảng bộ Quân sự huyện', 'Đảng bộ Công an huyện', 'Đảng bộ Bệnh viện Đa khoa huyện']

/** The two block organisations of May 2017; before them every office cell stood directly under the district. */
/** Organisations of the district's offices, with the names they had before. */
export const formerBlockNames: Readonly<Record<string, string>> = {
  'Đảng bộ các cơ quan Đảng, đoàn thể huyện': 'Đảng bộ khối Đảng, đoàn thể huyện',
  'Đảng bộ các cơ quan chính quyền huyện': 'Đảng bộ khối Chính quyền huyện',
}
export const blockUnits: readonly string[] = Object.keys(formerBlockNames)

export const paperWords = {
  districtBoard: 'Ban Thường vụ Huyện ủy Bắc Quang',
  decision: (number: number, suffix: string) => `${number}-QĐ/${suffix}`,
  resolution: (number: number, suffix: string) => `${String(number).padStart(2, '0')}-NQ/${suffix}`,
  block: 'Đổi tên, chỉ định cấp ủy các đảng bộ khối',
  renaming: (former: string) => `Đổi tên từ ${former}`,
  merger: (former: string) => `Sáp nhập ${former}`,
  split: (former: string) => `Chia tách ${former}`,
}

/** Provinces from which people of the majority came, and other districts of the province. */
export const otherNativePlaces: readonly string[] = [
  'Tỉnh Nam Định', 'Tỉnh Thái Bình', 'Tỉnh Hà Nam', 'Tỉnh Hưng Yên', 'Tỉnh Hải Dương', 'Tỉnh Vĩnh Phúc', 'Tỉnh Phú Thọ', 'Tỉnh Tuyên Quang', 'Tỉnh Yên Bái', 'Thành phố Hà Nội', 'Tỉnh Thanh Hóa', 'Tỉnh Ninh Bình',
]
export const otherDistricts: readonly string[] = [
  'Huyện Vị Xuyên, tỉnh Hà Giang', 'Huyện Quang Bình, tỉnh Hà Giang', 'Huyện Hoàng Su Phì, tỉnh Hà Giang', 'Huyện Xín Mần, tỉnh Hà Giang', 'Thành phố Hà Giang, tỉnh Hà Giang', 'Huyện Yên Minh, tỉnh Hà Giang', 'Huyện Bắc Mê, tỉnh Hà Giang',
]
export const workPlacesAway: readonly string[] = [
  'Khu công nghiệp Yên Phong, tỉnh Bắc Ninh', 'Khu công nghiệp Quế Võ, tỉnh Bắc Ninh', 'Khu công nghiệp Vân Trung, tỉnh Bắc Giang', 'Khu công nghiệp Điềm Thụy, tỉnh Thái Nguyên', 'Thành phố Hà Nội', 'Tỉnh Bình Dương',
  'Tỉnh Đồng Nai', 'Tỉnh Hải Dương', 'Thành phố Hải Phòng', 'Tỉnh Vĩnh Phúc', 'Thành phố Hồ Chí Minh', 'Tỉnh Lào Cai',
]
export const otherParties: readonly string[] = [
  'Đảng bộ huyện Vị Xuyên', 'Đảng bộ huyện Quang Bình', 'Đảng bộ thành phố Hà Giang', 'Đảng bộ huyện Hàm Yên, tỉnh Tuyên Quang', 'Đảng bộ huyện Hoàng Su Phì', 'Đảng bộ Quân sự tỉnh', 'Đảng bộ Đại học Thái Nguyên', 'Đảng bộ huyện Lục Yên, tỉnh Yên Bái',
]

/** The acts behind the reasons that the register gives for a former name. */
export const changeKindByReason: Readonly<Record<string, 'renaming' | 'merger' | 'split'>> = { 'đổi tên': 'renaming', 'sáp nhập': 'merger', 'chia tách': 'split' }
