import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  title: 'Tổng quan nhiệm kỳ',
  titleOfTerm: 'Tổng quan nhiệm kỳ {term}',
  asOf: 'tính đến {day}',
  admissions: '1. Kết nạp so với nghị quyết',
  ofTarget: '/ {target} đảng viên mới',
  noTarget: 'chưa có chỉ tiêu của nhiệm kỳ',
  behind: 'Chậm {n} người so với nhịp thời gian',
  ahead: 'Vượt {n} người so với nhịp thời gian',
  onPace: 'Đúng nhịp thời gian',
  pace: 'nhịp {share} ({elapsed}/{total} tháng)',
  paceBar: 'Đã kết nạp {admitted} trên {target}, nhịp thời gian {share}',
  byYear: 'Kết nạp theo năm, tính theo ngày quyết định',
  yearFrom: '{year} (từ {day})',
  yearSoFar: '{year} (đến nay)',
  remaining: 'Để đạt nghị quyết: {people} người trong {months} tháng, bình quân {perMonth} người/tháng.',
  lastTwelve: '12 tháng qua: {perMonth} người/tháng.',
  members: '2. Đảng số',
  memberWord: 'đảng viên',
  cellWord: 'chi bộ',
  grassrootsWord: 'tổ chức cơ sở đảng',
  probationaryWord: 'dự bị',
  womenWord: 'nữ, {share}',
  minorityWord: 'dân tộc thiểu số, {share}',
  cellsOver24: 'Chi bộ không kết nạp quá 24 tháng:',
  cellsTwoTerms: 'quá hai nhiệm kỳ:',
  cellsNobody: 'không theo dõi quần chúng nào:',
  whereLate: '3. Đang chậm ở đâu',
  lateTotal: '{n} việc quá hạn',
  latePast: 'Việc quá hạn luôn tính theo hôm nay.',
  furthest: 'Xa chỉ tiêu nhất',
  columnTarget: 'Chỉ tiêu',
  columnAdmitted: 'Đã kết nạp',
  columnShare: 'Đạt',
  columnBehind: 'Chậm so với nhịp',
  peopleBehind: '{n} người',
  allOrganisations: 'Cả {n} tổ chức',
  noneBehind: 'Chưa có tổ chức nào được giao chỉ tiêu.',
  sources: '4. Nguồn: chưa là đảng viên trong các đoàn thể',
  columnUnion: 'Đoàn thể',
  columnTotal: 'Tổng số',
  columnNonMembers: 'Chưa là đảng viên',
  columnReviewed: 'Rà soát',
  notAdded: 'Một người có thể thuộc nhiều tổ chức; không cộng các dòng.',
  notReviewed: 'Chưa có số rà soát.',
  followed: 'Quần chúng đang theo dõi:',
  classDone: 'đã học lớp nhận thức về Đảng:',
  namesOf: '{what}: {n}',
  namesPeriod: 'Quyết định từ {from} đến {until}',
  tables: 'Biểu thống kê',
  table1: 'Biểu 1: Tăng, giảm đảng viên',
  table3: 'Biểu 3: Đội ngũ đảng viên',
  period: 'Kỳ',
  place: 'Tổ chức',
  firstHalf: '6 tháng đầu năm {year}',
  wholeYear: 'Năm {year}',
  yearToDate: 'Năm {year}, đến {day}',
  periodWords: 'Từ {from} đến {until}; bấm một số để xem tên',
  fromDay: 'Từ ngày',
  untilDay: 'Đến hết ngày',
  organisation: 'Tổ chức',
  total: 'Tổng số',
  increase: 'Tăng',
  decrease: 'Giảm',
  noParts: 'Không có tổ chức trực thuộc.',
  by: 'Chia theo',
  shareOfAll: 'So với tổng số',
  balances: 'Đầu kỳ + tăng − giảm = cuối kỳ',
  partsAddUp: 'Cộng các tổ chức trực thuộc bằng tổng số',
  traitsAddUp: 'Mỗi cách chia cộng lại bằng tổng số',
  admittedMatch: 'Tổng số bằng số kết nạp mới ở Biểu 1',
  closingMatch: 'Tổng số bằng số cuối kỳ ở Biểu 1',
  noNumber: 'chưa có số',
  tableShort: 'Biểu {table}',
  tableTitle: 'Biểu {table}: {title}',
  showEmpty: 'Hiện cả dòng không có ai',
  hideEmpty: 'Ẩn dòng không có ai',
  rows: 'Dòng không có ai',
  emptyRowsHidden: '{n} dòng của biểu không có ai, đang ẩn.',
  checkWrong: '{where}: phải là {expected}, đang là {found}',
} as const

export type WordKey = keyof typeof words

export const word = (key: WordKey, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)

/** The years of a term, without the word before them: `2015–2020` of `Nhiệm kỳ 2015–2020`; of one without a name those of its days. */
export const yearsOfTerm = ({ name, from, until }: { name: string | null; from: string; until: string | null }): string =>
  name ? name.replace(/^Nhiệm kỳ\s+/iu, '') : until ? `${from.slice(0, 4)}–${until.slice(0, 4)}` : from.slice(0, 4)

/** Levels that must act next, as the line of late work names them. */
export const levelNames = {
  cell: 'chi bộ', grassrootsCommittee: 'đảng ủy cơ sở', decidingOffice: 'Ban Tổ chức', standingBoard: 'Ban Thường vụ', others: 'nơi khác',
} as const

/** Short names of mass organisations. */
export const unionNames: Readonly<Record<string, string>> = {
  LHPN: 'Hội Phụ nữ', ND: 'Hội Nông dân', CCB: 'Hội Cựu chiến binh', DTN: 'Đoàn Thanh niên', MTTQ: 'Mặt trận Tổ quốc', CD: 'Công đoàn',
  HCTD: 'Hội Chữ thập đỏ', HNCT: 'Hội Người cao tuổi', HKH: 'Hội Khuyến học', HLHTN: 'Hội Liên hiệp Thanh niên', HTNXP: 'Hội Cựu thanh niên xung phong',
}
