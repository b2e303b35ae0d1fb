import { fold, rememberedByText } from '../../../../kernel/index.ts'
import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { caseless, proposal, question, tidied, wordTable, type Reading } from './reading.ts'

const LEVELS = ['Sơ cấp', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Trên đại học', 'Thạc sĩ', 'Tiến sĩ', 'Tiến sĩ khoa học', 'Chưa qua đào tạo', 'Cao đẳng, Trung cấp',
  'Công nhân kỹ thuật', 'LĐ phổ thông', 'Phó giáo sư', 'Giáo sư', 'Chuyên khoa cấp I', 'Chuyên khoa cấp II', 'Cử nhân', 'Kỹ sư', 'Bác sĩ', 'Dược sĩ']
const ABBREVIATIONS = wordTable({
  sc: 'Sơ cấp', tc: 'Trung cấp', th: 'Trung cấp', thcn: 'Trung cấp', tccn: 'Trung cấp', cd: 'Cao đẳng', dh: 'Đại học', ths: 'Thạc sĩ', ts: 'Tiến sĩ', pgs: 'Phó giáo sư', gs: 'Giáo sư',
  cki: 'Chuyên khoa cấp I', ckii: 'Chuyên khoa cấp II', ck1: 'Chuyên khoa cấp I', ck2: 'Chuyên khoa cấp II', cn: 'Cử nhân', ks: 'Kỹ sư', bs: 'Bác sĩ', ds: 'Dược sĩ',
})
const GENERAL = ['Tiểu học', 'Trung học cơ sở', 'Trung học phổ thông', 'THCS', 'THPT', 'Chưa biết chữ', 'Bổ túc', 'Biết đọc, biết viết chữ quốc ngữ']
const POLITICS = ['Sơ cấp', 'Trung cấp', 'Cao cấp', 'Cử nhân', 'Cử nhân chính trị', 'Chưa qua đào tạo', 'Chưa', 'Không']
const POLITICS_ABBREVIATIONS = wordTable({ sc: 'Sơ cấp', tc: 'Trung cấp', cc: 'Cao cấp', cn: 'Cử nhân' })

const listed = (list: readonly string[]): ((text: string) => string | undefined) => {
  const index = new Map(list.map((each) => [caseless(each), each]))
  return rememberedByText((text) => index.get(caseless(text)))
}
const levelNamed = listed(LEVELS)
const generalNamed = listed(GENERAL)
const politicsNamed = listed(POLITICS)

export const educationLevels = ['Sơ cấp', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Thạc sĩ', 'Tiến sĩ'] as const
export const politicsLevels = ['Sơ cấp', 'Trung cấp', 'Cao cấp', 'Cử nhân'] as const

/** True where most of a column is written in short; the short form is then no remark. */
export type EducationHabit = { readonly short: boolean }

const shortKey = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

export function educationHabit(texts: readonly string[]): EducationHabit {
  const worded = texts.filter((text) => !isGrade(text))
  return { short: worded.filter(isAbbreviation).length > worded.length / 2 }
}

const GRADE = /^(?:lớp )?(\d{1,2})\s*\/\s*(10|12)$/i
const isGrade = rememberedByText((text) => GRADE.test(text))
const isAbbreviation = rememberedByText((text) => ABBREVIATIONS[shortKey(text)] !== undefined || POLITICS_ABBREVIATIONS[shortKey(text)] !== undefined)
const gradeOf = (text: string): string | undefined => {
  const match = GRADE.exec(tidied(text))
  return match && Number(match[1]) <= Number(match[2]) && Number(match[1]) > 0 ? `${Number(match[1])}/${match[2]}` : undefined
}

/** Class reached in general schooling: `7/10`, `12/12`, or the name of the school level. */
export function readGeneralEducation(cell: Cell | undefined): Reading<string> {
  const text = cell ? tidied(cell.text) : ''
  if (!cell || text === '') return {}
  if (cell.kind === 'date') return { finding: gradeFromDate(String(cell.value)) }
  const grade = gradeOf(text) ?? generalNamed(text)
  if (grade) return { read: grade }
  if (/^\d{1,2}$/.test(text) && Number(text) <= 12) return { finding: question('general-education.no-system', [`${text}/12`, ...(Number(text) <= 10 ? [`${text}/10`] : [])]) }
  if (shortKey(text) === 'tc') return { finding: question('general-education.tc') }
  return { finding: question('general-education.unclear', [], { value: text }) }
}

/** Excel makes 7 October of `7/10`; which of the two numbers was the class cannot be seen any more. */
function gradeFromDate(date: string) {
  const [, month, day] = date.split('-').map(Number) as [number, number, number]
  return question('general-education.date-cell', [`${day}/${month}`, `${month}/${day}`].filter((each, i, all) => gradeOf(each) && all.indexOf(each) === i))
}

export type ReadEducation = { readonly level: string; readonly field?: string }

/** The professional level; `TC` is what the column makes of it. */
export function readProfessionalEducation(cell: Cell | undefined, habit: EducationHabit): Reading<ReadEducation> {
  const text = cell ? tidied(cell.text) : ''
  if (text === '') return {}
  const level = levelNamed(text)
  if (level) return { read: { level } }
  const short = ABBREVIATIONS[shortKey(text)]
  if (short) return { read: { level: short }, ...(habit.short ? {} : { finding: proposal(shortCode(text), { value: short }, { value: text }) }) }
  const split = levelAndField(text)
  if (split) return { read: split, finding: proposal('education.level-and-field', { value: split.level, field: split.field }) }
  return { finding: question('education.unclear', educationLevels, { value: text }) }
}

const shortCode = (text: string): string => {
  const key = shortKey(text)
  return key === 'tc' ? 'education.tc-schooling' : key === 'ths' ? 'education.ths' : 'education.abbreviation'
}

function levelAndField(text: string): Required<ReadEducation> | undefined {
  for (const level of [...LEVELS].sort((a, b) => b.length - a.length)) {
    if (!caseless(text).startsWith(`${caseless(level)} `)) continue
    return { level, field: tidied(text.slice(level.length).replace(/^[\s,:(–-]+/, '').replace(/\)$/, '')) }
  }
  const teacher = /^(ĐH|CĐ|TC|TH)\s?SP$/i.exec(text.normalize('NFC'))?.[1]
  if (teacher) return { level: ABBREVIATIONS[shortKey(teacher)]!, field: 'Sư phạm' }
  const [first, ...rest] = text.split(' ')
  const short = ABBREVIATIONS[shortKey(first!)]
  return short && rest.length > 0 ? { level: short, field: tidied(rest.join(' ').replace(/^[,:(–-]+/, '')) } : undefined
}

/** A column that takes both: a class of general schooling or a professional level, usually written in short. */
export function readLearning(cell: Cell | undefined): { general?: string } & Reading<ReadEducation> {
  const text = cell ? tidied(cell.text) : ''
  if (text === '') return {}
  const general = cell!.kind === 'date' ? undefined : (gradeOf(text) ?? generalNamed(text))
  if (general) return { general }
  return cell!.kind === 'date' ? { finding: gradeFromDate(String(cell!.value)) } : readProfessionalEducation(cell, { short: true })
}

/** The level of political theory; `TC` here is the political intermediate level. */
export function readPoliticalTheory(cell: Cell | undefined, habit: EducationHabit): Reading<string> {
  const text = cell ? tidied(cell.text) : ''
  if (text === '') return {}
  const level = politicsNamed(text)
  if (level) return { read: level }
  const short = POLITICS_ABBREVIATIONS[shortKey(text)] ?? politicsNamed(text.replace(/\s*(LLCT|chính trị|lý luận chính trị)$/i, ''))
  if (!short) return { finding: question('politics.unclear', politicsLevels, { value: text }) }
  return { read: short, ...(habit.short ? {} : { finding: proposal(shortKey(text) === 'tc' ? 'politics.tc' : 'politics.abbreviation', { value: short }) }) }
}
