import { fill } from '../../../platform/ui-kit/index.ts'
import type { Group, Standing } from '../codes.ts'
import { titles } from './pocket/titles.vi.ts'

/** Words of the screens of this room. */
const words = {
  title: titles.search,
  titleOf: 'Tìm “{text}”',
  pocketField: 'Họ và tên, số thẻ, số quyết định',
  back: 'Đảng viên',
  none: 'Không tìm thấy gì trong phạm vi vai trò đang dùng.',
  canType: 'Có thể gõ:',
  failed: 'Máy chủ chưa trả lời. Nhấn Enter để thử lại ở trang tìm kiếm.',
  seeAll: 'Xem hết {n}',
  seeAllMany: 'Xem hết (hơn {n})',
  shownOf: '{shown} trong {n}',
  shownOfMany: '{shown} trong hơn {n}: gõ thêm chữ để thu hẹp',
  near: 'gần giống',
  nearNote: '{n} gần giống',
  exactNone: 'không có ai đúng như đã gõ',
  byOtherName: 'tên khác: {name}',
  byCard: 'số thẻ {number}',
  byIdentity: 'đúng số định danh cá nhân',
  byOldIdentity: 'đúng số CMND cũ',
  byIdentityLast4: 'đúng 4 số cuối của số định danh',
  byFormerName: 'tên cũ: {name}',
  byFormerNameUntil: 'tên cũ: {name} (đến {day})',
  byCode: 'mã {code}',
  byName: 'theo họ và tên',
  byOrganisationName: 'theo tên',
  fileOpen: 'đang giải quyết, mở ngày {day}',
  fileClosed: 'đã kết thúc, mở ngày {day}',
  decisionOn: 'ngày {day}',
  decisionNoDay: 'chưa rõ ngày',
  numberGroup: 'Số giấy tờ',
  numberAsk: 'Tra người có số này',
  numberNote: 'Số định danh, CMND cũ hoặc số thẻ. Lần tra được ghi vào nhật ký.',
  numberTitle: 'Tra theo số giấy tờ',
  numberWritten: 'Lần tra này đã ghi vào nhật ký; số đã gõ không được ghi.',
  numberNone: 'Không có ai mang số này trong phạm vi vai trò đang dùng.',
  numberNotMay: 'Vai trò đang dùng không tra theo số giấy tờ.',
  numberGone: 'Số giấy tờ không giữ trong địa chỉ trang. Gõ lại số ở ô tìm kiếm.',
} as const

export type WordKey = keyof typeof words

export const word = (key: WordKey, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)

/** What the one field understands. */
export const canBeTyped: readonly string[] = [
  'họ và tên, có dấu hoặc không dấu, không cần đủ chữ, thứ tự nào cũng được: “hoang nhung”',
  'số thẻ đảng viên; 4 số cuối của số định danh; cả số định danh hoặc CMND cũ (ghi vào nhật ký)',
  'tên chi bộ, đảng bộ, kể cả tên cũ; mã tổ chức: “02.034.013”',
  'số quyết định kết nạp, công nhận: “12-QĐ/HU”',
]

export const groupTitles: Readonly<Record<Group, string>> = { people: 'Người', organisations: 'Tổ chức đảng', files: 'Hồ sơ', decisions: 'Quyết định' }

/** A group as the address says it. */
export const groupSlugs: Readonly<Record<Group, string>> = { people: 'nguoi', organisations: 'to-chuc', files: 'ho-so', decisions: 'quyet-dinh' }

export const standingNames: Readonly<Record<Standing, string>> = {
  probationary: 'đảng viên dự bị', full: 'đảng viên chính thức', exempt: 'đảng viên được miễn sinh hoạt', suspended: 'đảng viên bị đình chỉ sinh hoạt', lostContact: 'đảng viên mất liên lạc',
  death: 'đã từ trần', strikeOff: 'đã xóa tên', expulsion: 'đã khai trừ', resignation: 'đã cho ra khỏi Đảng', transferOut: 'đã chuyển đi',
  followed: 'quần chúng đang theo dõi', none: 'không phải đảng viên',
}

export const fileNames = { admission: 'Hồ sơ kết nạp', readmission: 'Hồ sơ kết nạp lại', confirmation: 'Hồ sơ công nhận chính thức' } as const
export const decisionNames = { admission: 'Quyết định kết nạp', confirmation: 'Quyết định công nhận chính thức' } as const
