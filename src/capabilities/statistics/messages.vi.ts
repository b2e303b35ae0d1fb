import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { MissingReason, TableBase } from '../../regulations/table-codes.ts'
import { ageBands, partyAgeBands, sizeBands, type BalanceItem, type TableCode, type Trait, type TraitColumn } from './codes.ts'

export const statisticsRefusals: RefusalWordsByCode = {
  'statistics.noSuchOrganisation': { what: 'Không có tổ chức mang mã {code} vào ngày này.', why: 'Mã không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Kiểm tra mã trong Cây tổ chức.' },
  'statistics.nothingYet': { what: 'Chưa có tổ chức nào.', todo: 'Nhập sổ tổ chức trước.' },
  'statistics.termUnknown': { what: 'Chưa biết nhiệm kỳ của “{organisation}”.', why: 'Số kết nạp đếm từ đầu nhiệm kỳ.', todo: 'Ghi nhiệm kỳ cấp ủy, hoặc chọn khoảng thời gian.' },
  'statistics.periodBackwards': { what: 'Ngày cuối kỳ {until} trước ngày đầu kỳ {from}.', todo: 'Sửa một trong hai ngày.' },
  'statistics.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Số liệu chỉ có đến hôm nay, {today}.', todo: 'Chọn kỳ đã qua.' },
}

export const balanceNames: Readonly<Record<BalanceItem, string>> = {
  opening: 'Đầu kỳ', increase: 'Tăng', admitted: 'Kết nạp mới', readmitted: 'Kết nạp lại', movedIn: 'Nơi khác trong đảng bộ chuyển đến', fromOutside: 'Ngoài đảng bộ chuyển đến', reorganisedIn: 'Do sắp xếp tổ chức (đến)',
  decrease: 'Giảm', movedOut: 'Chuyển đi nơi khác trong đảng bộ', toOutside: 'Chuyển ra ngoài đảng bộ', died: 'Từ trần', struckOff: 'Xóa tên', expelled: 'Khai trừ', left: 'Xin ra khỏi Đảng', reorganisedOut: 'Do sắp xếp tổ chức (đi)',
  unexplained: 'Chưa rõ lý do', closing: 'Cuối kỳ',
}

export const traitNames: Readonly<Record<Trait, string>> = {
  status: 'Tình trạng', sex: 'Giới tính', ethnicity: 'Dân tộc', religion: 'Tôn giáo', ageBand: 'Tuổi đời', partyAgeBand: 'Tuổi Đảng', generalEducation: 'Học vấn phổ thông', politicalTheory: 'Lý luận chính trị',
}
export const traitColumnNames: Readonly<Record<TraitColumn, string>> = { members: 'Đảng viên', women: 'Nữ', ethnicMinority: 'Dân tộc thiểu số', probationary: 'Dự bị' }

const valueNames: Readonly<Record<string, string>> = {
  male: 'Nam', female: 'Nữ', probationary: 'Dự bị', full: 'Chính thức', exempt: 'Được miễn công tác và sinh hoạt', suspended: 'Bị đình chỉ sinh hoạt', lostContact: 'Mất liên lạc', few: 'Khác (mỗi loại dưới 5 người)',
}

/** Words of a band by its place: below the first bound, between two, or from the last one on. */
function bandName(bounds: readonly number[], place: number): string {
  const [first, next] = [bounds[place - 1], bounds[place]]
  if (first === undefined) return `dưới ${bounds[0]} tuổi`
  if (next === undefined) return `từ ${first} trở lên`
  return next - 1 === first ? `${first}` : `${first}–${next - 1}`
}

/** A value of a trait in words; what nothing is known of says so. */
export function traitValueName(trait: Trait, value: string | null): string {
  if (value === null) return trait === 'religion' ? 'không, hoặc chưa ghi' : 'chưa ghi'
  if (trait === 'ageBand') return bandName(ageBands, Number(value))
  if (trait === 'partyAgeBand') return Number(value) === 1 ? 'dưới 1 năm' : `${bandName(partyAgeBands, Number(value))} năm`
  return valueNames[value] ?? value
}

/** Words of an official table where it is taken out. */
export const tableWords = { organisation: 'Tổ chức', total: 'Tổng số', trait: 'Chia theo', fewerThanShown: 'dưới 5', hidden: 'ẩn', period: 'Từ {from} đến {until}', source: 'Theo {title}' } as const

/** Titles of the official tables. */
export const tableTitles: Readonly<Record<TableCode, string>> = {
  '1': 'Tăng, giảm đảng viên', '2': 'Đảng viên mới kết nạp', '2B': 'Đảng viên mới kết nạp theo dân tộc, tôn giáo', '3': 'Đội ngũ đảng viên', '4': 'Dân tộc và tôn giáo của đảng viên', '5': 'Tổ chức đảng theo loại hình và số đảng viên',
  '7': 'Nghiệp vụ công tác đảng viên', '9': 'Cấp ủy viên',
}

/** Numbers of the tables that count the same lines. */
const tablesOf: Readonly<Record<TableBase, readonly TableCode[]>> = { changes: ['1'], admitted: ['2', '2B'], stand: ['3', '4'], organisations: ['5'], acts: ['7'], committee: ['9'] }
export const formOf = (base: TableBase): readonly TableCode[] => tablesOf[base]

/** Columns of the official tables, beside those of table 3. */
const columnNames: Readonly<Record<string, string>> = {
  total: 'Tổng số', women: 'Nữ', ethnicMinority: 'Dân tộc thiểu số', probationary: 'Dự bị', grassrootsCommittee: 'Đảng bộ cơ sở', grassrootsCell: 'Chi bộ cơ sở', section: 'Đảng bộ bộ phận', cell: 'Chi bộ trực thuộc',
  atSuperior: 'Cấp trên trực tiếp', atGrassroots: 'Cấp cơ sở', atSection: 'Đảng bộ bộ phận', atCell: 'Chi bộ',
}
export const columnName = (code: string): string => columnNames[code] ?? code

const sectionNames: Readonly<Record<string, string>> = {
  ...traitNames, all: '', item: '', act: '', youthUnion: 'Đoàn viên', profession: 'Trình độ chuyên môn', occupation: 'Nghề nghiệp', area: 'Loại hình đơn vị', size: 'Số đảng viên', position: 'Chức vụ',
  transfers: 'Chuyển sinh hoạt đảng', cards: 'Thẻ đảng viên', badges: 'Huy hiệu Đảng', exemptions: 'Miễn công tác và sinh hoạt đảng', removals: 'Xóa tên, xin ra khỏi Đảng', discipline: 'Kỷ luật, đình chỉ sinh hoạt',
}
/** The heading of a part of a table; without one where the part needs none. */
export const sectionName = (code: string): string => sectionNames[code] ?? code

const rowNames: Readonly<Record<string, string>> = {
  ...balanceNames, all: 'Tổng số', youthUnionMember: 'Đoàn viên Đoàn Thanh niên', introduced: 'Giới thiệu đi, chính thức', introducedForATime: 'Giới thiệu đi, tạm thời', received: 'Tiếp nhận đến, chính thức', receivedForATime: 'Tiếp nhận đến, tạm thời',
  cardsIssued: 'Phát thẻ đảng viên', cardsReissued: 'Cấp lại, đổi thẻ', exempted: 'Được miễn trong kỳ', returned: 'Sinh hoạt trở lại trong kỳ', exempt: 'Đang được miễn, cuối kỳ',
  'discipline:reprimand': 'Khiển trách', 'discipline:warning': 'Cảnh cáo', 'discipline:removalFromOffice': 'Cách chức', 'discipline:expulsion': 'Khai trừ', suspended: 'Đình chỉ sinh hoạt',
  BT: 'Bí thư', PBT_TT: 'Phó bí thư thường trực', PBT: 'Phó bí thư', UV_BTV: 'Ủy viên ban thường vụ', UV_BCH: 'Ủy viên ban chấp hành', CHI_UV: 'Chi ủy viên',
}

/** A row of an official table in words. `by`: what the part is sorted by; an empty code: nothing is known. */
export function rowName(by: string, code: string): string {
  if (code === '') return traitValueName(by as Trait, null)
  if (code === 'few') return valueNames.few!
  if (by === 'size') return code === '0' ? 'chưa có đảng viên' : `${bandName(sizeBands, Number(code))} đảng viên`
  if (by === 'act' && code.startsWith('badge')) return `Huy hiệu ${code.slice(5)} năm`
  // An exempt or suspended member is one thing as a status and another as an act of the period.
  return (by === 'status' ? valueNames[code] : rowNames[code]) ?? traitValueName(by as Trait, code)
}
/** Rows that are sums of rows below them. */
export const isSumRow = (code: string): boolean => code === 'increase' || code === 'decrease' || code === 'opening' || code === 'closing' || code === 'all'

/** Why a row has no number. */
export const missingWords: Readonly<Record<MissingReason, string>> = {
  notRecorded: 'Chưa có số: hồ sơ kết nạp chưa ghi người ấy có phải đoàn viên.',
}
