import { formatUncertainDate, type PlainDate, type UncertainDate } from '../kernel/index.ts'
import ethnicGroups from './codes/ethnic-groups.json' with { type: 'json' }
import provinces from './codes/provinces.json' with { type: 'json' }
import religions from './codes/religions.json' with { type: 'json' }

/** What the national input file says of a member; a blank is what the register does not know. */
export type InputFileMember = {
  readonly personId: string
  readonly fullName: string
  readonly otherName: string | null
  readonly sex: string | null
  readonly bornOn: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly identityNumber: string | null
  readonly oldIdentityNumber: string | null
  readonly cardNumber: string | null
  readonly cellFullName: string
  readonly birthRegistration: string | null
  readonly nativePlace: string | null
  readonly residence: string | null
  readonly admittedOn: string | null
  readonly confirmedOn: string | null
  readonly status: string
  readonly exemptFrom: string | null
}

/** A column of the file: its heading, the heading of its group, the list from which it is filled. */
export type InputFileColumn = { readonly letter: string; readonly heading: string; readonly group?: string; readonly list?: InputFileList; readonly width: number }
export type InputFileList = 'sex' | 'ethnicGroups' | 'religions' | 'countries' | 'provinces' | 'states' | 'yesNo'

const column = (letter: string, heading: string, width: number, list?: InputFileList): InputFileColumn => ({ letter, heading, width, ...(list ? { list } : {}) })
const place = (letters: readonly [string, string, string], group: string): InputFileColumn[] => [
  { letter: letters[0], group, heading: 'Quốc gia', width: 14, list: 'countries' }, { letter: letters[1], group, heading: 'Tỉnh/Thành', width: 22, list: 'provinces' }, { letter: letters[2], group, heading: 'Chi tiết', width: 36 },
]

/** Columns of the national input file 4.0 as offices pass it around, in the order of the sheet; stars mark what the national program asks for. */
export const inputFileColumns: readonly InputFileColumn[] = [
  column('A', 'STT', 6), column('B', 'ID', 38), column('C', 'Họ và tên *', 28), column('D', 'Tên gọi khác', 20), column('E', 'Giới tính *', 10, 'sex'), column('F', 'Sinh ngày *', 12), column('G', 'Dân tộc *', 12, 'ethnicGroups'),
  column('H', 'Tôn giáo *', 14, 'religions'), column('I', 'Số định danh cá nhân *', 18), column('J', 'Số thẻ Đảng *', 16), column('K', 'Nơi cấp thẻ Đảng', 22), column('L', 'Ngày cấp thẻ Đảng', 14), column('M', 'Số thẻ Đảng theo QĐ 85', 16),
  column('N', 'Tổ chức Đảng sinh hoạt *', 32), ...place(['O', 'P', 'Q'], 'Nơi đăng ký khai sinh'), ...place(['R', 'S', 'T'], 'Quê quán'), ...place(['U', 'V', 'W'], 'Thường trú'), column('X', 'Ngày vào Đảng *', 14),
  column('Y', 'Ngày chính thức *', 14), column('Z', 'Số CMND cũ', 14), column('AA', 'Trạng thái hoạt động *', 24, 'states'), column('AB', 'Ngày rời/mất/miễn SH', 16), column('AC', 'Đề nghị xóa (Có/Không)', 14, 'yesNo'),
  column('AD', 'Kết quả kiểm tra', 18), column('AE', 'Chi tiết lỗi', 40),
]

/** The lines above the headings. */
export const inputFileFrame = {
  title: 'DANH SÁCH ĐẢNG VIÊN - FILE NHẬP LIỆU 4.0', moment: 'Thời điểm xuất: {moment}', momentOf: 'Số liệu tính đến {day}. Thời điểm xuất: {moment}',
  stars: 'Ghi chú: các cột có dấu * là bắt buộc. Không sửa các cột STT, ID, Họ và tên, Sinh ngày, Tổ chức Đảng sinh hoạt.',
  days: 'Ngày ghi theo dạng dd/mm/yyyy. Không thay đổi cấu trúc bảng.',
  sheet: 'DANGVIEN', code: 'Mã', name: 'Tên',
} as const

type Named = { readonly code: string; readonly name: string }
const countries: readonly Named[] = [['VN', 'Việt Nam'], ['LA', 'Lào'], ['KH', 'Campuchia'], ['CN', 'Trung Quốc'], ['RU', 'Nga'], ['TH', 'Thái Lan'], ['KR', 'Hàn Quốc'], ['JP', 'Nhật Bản'], ['DE', 'Đức'], ['CZ', 'Séc']]
  .map(([code, name]) => ({ code: code!, name: name! }))
const namedItems = (items: readonly { code: string; vi: string }[]): Named[] => items.map(({ code, vi }) => ({ code, name: vi }))

const provincesOn = (on: PlainDate): Named[] => namedItems(provinces.periods.find(({ validTo }) => validTo === null || on <= validTo)!.items)

/** The hidden sheets with the lists of choices. The provinces are those of the day of the file. */
export const inputFileDictionaries = (on: PlainDate): readonly { readonly sheet: string; readonly list: InputFileList; readonly items: readonly Named[] }[] => [
  { sheet: 'QUOCGIA', list: 'countries', items: countries }, { sheet: 'TINH', list: 'provinces', items: provincesOn(on) },
  { sheet: 'DANTOC', list: 'ethnicGroups', items: namedItems(ethnicGroups.items) }, { sheet: 'TONGIAO', list: 'religions', items: namedItems(religions.items) },
]

const stateWords: Readonly<Record<string, string>> = {
  probationary: 'Đang sinh hoạt Đảng', full: 'Đang sinh hoạt Đảng', exempt: 'Miễn sinh hoạt', suspended: 'Đình chỉ sinh hoạt', lostContact: 'Mất liên lạc',
}
const sexWords: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' }

/** Lists of choices that stand in the rule of the column itself. */
export const inputFileChoices: Readonly<Partial<Record<InputFileList, readonly string[]>>> = { sex: Object.values(sexWords), states: [...new Set(Object.values(stateWords))], yesNo: ['Có', 'Không'] }

const home = countries[0]!.name
const allProvinces = provinces.periods.flatMap(({ items }) => items.map(({ vi }) => vi))
const inSentence = (province: string): string => province[0]!.toLowerCase() + province.slice(1)

/** A place in its three columns. The province is told apart only where the text ends with one; nothing is added that the text does not say. */
export function placeParts(text: string | null): readonly [country: string, province: string, detail: string] {
  if (!text) return ['', '', '']
  const alone = allProvinces.find((each) => each === text)
  if (alone) return [home, alone, '']
  const province = allProvinces.find((each) => text.endsWith(`, ${inSentence(each)}`))
  return province ? [home, province, text.slice(0, -(province.length + 2))] : ['', '', text]
}

const day = (date: string | null): string => (date ? formatUncertainDate(date as UncertainDate) : '')
const NEW_CARD_LENGTH = 12

/** The cells of a member by the letters of their columns, all of them texts. The first, the running number, is the caller's. */
export function inputFileCells(member: InputFileMember): Readonly<Record<string, string>> {
  const { cardNumber, identityNumber, oldIdentityNumber, status } = member
  const isNewCard = cardNumber?.length === NEW_CARD_LENGTH
  const [O, P, Q] = placeParts(member.birthRegistration)
  const [R, S, T] = placeParts(member.nativePlace)
  const [U, V, W] = placeParts(member.residence)
  return {
    B: member.personId, C: member.fullName, D: member.otherName ?? '', E: sexWords[member.sex ?? ''] ?? '', F: day(member.bornOn), G: member.ethnicity ?? '', H: member.religion ?? '',
    I: identityNumber ?? '', J: isNewCard ? cardNumber : '', K: '', L: '', M: isNewCard ? '' : (cardNumber ?? ''), N: member.cellFullName, O, P, Q, R, S, T, U, V, W,
    X: day(member.admittedOn), Y: day(member.confirmedOn), Z: oldIdentityNumber ?? '', AA: stateWords[status] ?? '', AB: status === 'exempt' ? day(member.exemptFrom) : '', AC: 'Không', AD: '', AE: '',
  }
}

/** Fields of the register by the columns that say them; a field stands unchanged when all its columns say what the register would write. */
export const inputFileFields = {
  fullName: ['C'], otherName: ['D'], sex: ['E'], bornOn: ['F'], ethnicity: ['G'], religion: ['H'], identityNumber: ['I'], cardNumber: ['J', 'M'], cellCode: ['N'],
  nativePlace: ['R', 'S', 'T'], residence: ['U', 'V', 'W'], admittedOn: ['X'], confirmedOn: ['Y'], oldIdentityNumber: ['Z'],
} as const
