import type { RefusalWordsByCode } from '../../platform/words.ts'
import { ageBands, partyAgeBands, type BalanceItem, type Trait, type TraitColumn } from './codes.ts'

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
export const tableWords = { organisation: 'Tổ chức', total: 'Tổng số', trait: 'Chia theo', period: 'Từ {from} đến {until}', source: 'Theo {title}' } as const
