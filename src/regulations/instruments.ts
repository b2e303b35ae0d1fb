import { plainDate, type Certainty, type Citation, type DateRange, type PlainDate } from '../kernel/index.ts'

export type InstrumentKind = 'statute' | 'regulation' | 'guideline' | 'letter' | 'law' | 'handbook' | 'convention'

/** A paper on which a rule rests. `inForceDuring` as far as it is known; the title and number stand as on the paper. */
export type Instrument = {
  readonly id: string
  readonly kind: InstrumentKind
  /** `29-QĐ/TW`; empty for a paper that has no number. */
  readonly number: string
  readonly title: string
  /** `undefined` when the paper carries no day. */
  readonly issuedOn?: PlainDate
  readonly inForceDuring: DateRange
  /** How sure we are of number, date and validity; the values taken from it carry their own mark. */
  readonly certainty: Certainty
}

const KIND_NAMES: Record<InstrumentKind, string> = {
  statute: 'Điều lệ', regulation: 'Quy định', guideline: 'Hướng dẫn', letter: 'Công văn', law: 'Luật', handbook: 'Sổ tay', convention: 'Quy ước',
}

type Line = [kind: InstrumentKind, number: string, issuedOn: string, from: string, until: string, certainty: Certainty, title: string]

const IMPLEMENTING = 'Thi hành Điều lệ Đảng'
const GUIDING = 'Một số vấn đề cụ thể thi hành Điều lệ Đảng'
const MEMBER_WORK = 'Một số vấn đề cụ thể về công tác đảng viên'
const MEMBER_FORMS = 'Nghiệp vụ công tác đảng viên, thẻ đảng viên và hồ sơ đảng viên'

// Kind, number, day of issue, first day in force, first day no longer in force (empty = still), certainty, title.
const LINES = {
  'DL-2011': ['statute', '', '2011-01-19', '2011-01-19', '', 'verified', 'Điều lệ Đảng Cộng sản Việt Nam'],
  'QD-45-2011': ['regulation', '45-QĐ/TW', '2011-11-01', '2011-11-01', '2016-07-25', 'memory', IMPLEMENTING],
  'QD-29-2016': ['regulation', '29-QĐ/TW', '2016-07-25', '2016-07-25', '2021-07-30', 'verified', IMPLEMENTING],
  'QD-24-2021': ['regulation', '24-QĐ/TW', '2021-07-30', '2021-07-30', '2025-01-20', 'verified', IMPLEMENTING],
  'QD-232-2025': ['regulation', '232-QĐ/TW', '2025-01-20', '2025-01-20', '2025-07-01', 'verified', IMPLEMENTING],
  'QD-294-2025': ['regulation', '294-QĐ/TW', '2025-05-26', '2025-07-01', '2026-04-08', 'verified', IMPLEMENTING],
  'QD-20-2026': ['regulation', '20-QĐ/TW', '2026-04-08', '2026-04-08', '2026-07-26', 'secondary', IMPLEMENTING],
  'QD-208-2026': ['regulation', '208-QĐ/TW', '2026-07-26', '2026-07-26', '', 'secondary', IMPLEMENTING],
  'HD-01-2012': ['guideline', '01-HD/TW', '2012-01-05', '2012-01-05', '2016-09-20', 'memory', GUIDING],
  'HD-01-2016': ['guideline', '01-HD/TW', '2016-09-20', '2016-09-20', '2021-09-28', 'verified', GUIDING],
  'HD-01-2021': ['guideline', '01-HD/TW', '2021-09-28', '2021-09-28', '2025-07-01', 'verified', GUIDING],
  'HD-06-2025': ['guideline', '06-HD/TW', '2025-06-09', '2025-07-01', '2026-05-19', 'verified', GUIDING],
  'HD-01-2026': ['guideline', '01-HD/TW', '2026-05-19', '2026-05-19', '', 'secondary', GUIDING],
  'HD-12-2012': ['guideline', '12-HD/BTCTW', '2012-05-17', '2012-05-17', '2017-06-05', 'memory', MEMBER_FORMS],
  'HD-09-2017': ['guideline', '09-HD/BTCTW', '2017-06-05', '2017-06-05', '2022-01-18', 'memory', MEMBER_FORMS],
  'HD-12-2022': ['guideline', '12-HD/BTCTW', '2022-01-18', '2022-01-18', '2025-09-29', 'verified', MEMBER_WORK],
  'HD-38-2025': ['guideline', '38-HD/BTCTW', '2025-09-29', '2025-09-29', '', 'secondary', MEMBER_WORK],
  'CV-3296-2017': ['letter', '3296-CV/BTCTW', '2017-07-26', '2017-07-26', '2021-12-13', 'secondary', 'Biểu thống kê cơ bản về tổ chức đảng và đảng viên'],
  'HD-11-2021': ['guideline', '11-HD/BTCTW', '2021-12-13', '2021-12-13', '', 'secondary', 'Thống kê cơ bản về tổ chức đảng và đảng viên'],
  'CV-1361-2026': ['letter', '1361-CV/BTCTW', '2026-06-30', '2026-06-30', '', 'secondary', 'Số hóa hồ sơ đảng viên'],
  'QD-30-2016': ['regulation', '30-QĐ/TW', '2016-07-26', '2016-07-26', '2021-07-28', 'memory', 'Thi hành Chương VII và Chương VIII Điều lệ Đảng về công tác kiểm tra, giám sát, kỷ luật của Đảng'],
  'QD-22-2021': ['regulation', '22-QĐ/TW', '2021-07-28', '2021-07-28', '2025-05-30', 'memory', 'Công tác kiểm tra, giám sát và kỷ luật của Đảng'],
  'QD-296-2025': ['regulation', '296-QĐ/TW', '2025-05-30', '2025-05-30', '', 'memory', 'Công tác kiểm tra, giám sát và kỷ luật của Đảng'],
  'QD-57-2007': ['regulation', '57-QĐ/TW', '2007-05-03', '2007-05-03', '2018-02-28', 'memory', 'Một số vấn đề về bảo vệ chính trị nội bộ Đảng'],
  'QD-126-2018': ['regulation', '126-QĐ/TW', '2018-02-28', '2018-02-28', '2022-02-08', 'memory', 'Một số vấn đề về bảo vệ chính trị nội bộ Đảng'],
  'QD-58-2022': ['regulation', '58-QĐ/TW', '2022-02-08', '2022-02-08', '', 'memory', 'Một số vấn đề về bảo vệ chính trị nội bộ Đảng'],
  'QD-05-2018': ['regulation', '05-QĐi/TW', '2018-08-28', '2018-08-28', '', 'verified', 'Kết nạp người vi phạm chính sách dân số vào Đảng; kết nạp lại đảng viên bị đưa ra khỏi Đảng do vi phạm chính sách dân số'],
  'HD-15-2025': ['guideline', '15-HD/UBKTTW', '2025-03-20', '2025-03-20', '', 'memory', 'Xử lý kỷ luật đối với vi phạm chính sách dân số'],
  'QD-123-2004': ['regulation', '123-QĐ/TW', '2004-09-28', '2004-09-28', '', 'secondary', 'Một số điểm về kết nạp người có đạo và đảng viên có đạo tham gia sinh hoạt tôn giáo'],
  'QD-127-2004': ['regulation', '127-QĐ/TW', '2004-11-03', '2004-11-03', '', 'secondary', 'Sinh hoạt đảng đối với đảng viên và việc kết nạp quần chúng vào Đảng trong trường hợp có quan hệ hôn nhân với người nước ngoài'],
  'BLLD-1994': ['law', '35-L/CTN', '1994-06-23', '1995-01-01', '2013-05-01', 'memory', 'Bộ luật Lao động (sửa đổi, bổ sung các năm 2002, 2006, 2007)'],
  'BLLD-2012': ['law', '10/2012/QH13', '2012-06-18', '2013-05-01', '2021-01-01', 'memory', 'Bộ luật Lao động'],
  'BLLD-2019': ['law', '45/2019/QH14', '2019-11-20', '2021-01-01', '', 'memory', 'Bộ luật Lao động'],
  'LUAT-CC-2023': ['law', '26/2023/QH15', '2023-11-27', '2024-07-01', '', 'memory', 'Luật Căn cước'],
  'DL-DOAN': ['statute', '', '', '2011-11-01', '', 'memory', 'Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh'],
  'SOTAY-2025': ['handbook', '', '', '2025-11-01', '', 'secondary', 'Sổ tay quy trình nghiệp vụ công tác đảng viên của một tỉnh (theo 02-QĐ/TU, 02-HD/BTCTU tháng 11/2025)'],
  'QUY-UOC': ['convention', '', '', '2011-11-01', '', 'inferred', 'Quy ước của phần mềm khi văn bản không nói'],
} as const satisfies Record<string, Line>

export type InstrumentId = keyof typeof LINES

const toInstrument = (id: string, [kind, number, issuedOn, from, until, certainty, title]: Line): Instrument => ({
  id, kind, number, title, certainty,
  ...(issuedOn && { issuedOn: plainDate(issuedOn) }),
  inForceDuring: { from: plainDate(from), until: until ? plainDate(until) : undefined },
})

/** Every paper the rules cite, in the order of the list above. */
export const instruments: readonly Instrument[] = Object.entries(LINES).map(([id, line]) => toInstrument(id, line as unknown as Line))

const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]))

/** The paper with this identifier; `undefined` for one that an administrator entered by hand. */
export const findInstrument = (id: string): Instrument | undefined => byId.get(id)

const day = (date: PlainDate) => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`

/** Number and date as people write them: `Quy định 29-QĐ/TW (25/7/2016)`; the title for a paper without a number. */
export function shortTitle(instrument: Instrument): string {
  const name = instrument.number ? `${KIND_NAMES[instrument.kind]} ${instrument.number}` : instrument.title
  return instrument.issuedOn ? `${name} (${day(instrument.issuedOn)})` : name
}

/** Cites a clause; the clause stays empty where no source printed its number. `certainty` speaks of the value, not of the paper. */
export function cite(id: InstrumentId, clause: string, certainty: Certainty): Citation {
  return { instrument: id, title: shortTitle(byId.get(id)!), clause, certainty }
}
