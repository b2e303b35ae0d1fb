import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  title: 'Bảng tự chọn',
  startAgain: 'Làm lại từ đầu',
  measure: 'Đếm gì',
  rows: 'Hàng',
  columns: 'Cột',
  place: 'Tổ chức',
  owner: 'Tính cho',
  ownerThen: 'Tổ chức lúc ấy',
  ownerNow: 'Tổ chức ngày nay',
  fromDay: 'Từ ngày',
  untilDay: 'Đến hết ngày',
  onDay: 'Vào ngày',
  total: 'Tổng số',
  period: '{organisation}, từ {from} đến {until}; bấm một số để xem tên',
  day: '{organisation}, ngày {until}; bấm một số để xem tên',
  noNames: 'Các số này không mở được tên.',
  balances: 'Đầu kỳ + tăng − giảm = cuối kỳ',
  notBalanced: 'Đầu kỳ + tăng − giảm khác cuối kỳ. Báo người quản trị.',
  nothing: 'Không có gì để đếm trong phạm vi và thời gian này.',
  namesOf: '{row} – {column}',
} as const

export const word = (key: keyof typeof words, values: Record<string, string | number> = {}): string => fill(words[key], values)
