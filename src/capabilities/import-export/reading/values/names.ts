import { decodeOldEncoding } from '../../../../platform/foreign-workbook/old-encodings.ts'
import { error, proposal, question, type Draft, type Reading } from './reading.ts'

export type ReadName = { readonly fullName: string; readonly otherName?: string; /** It says so behind the name. */ readonly isProbationary?: true }

const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g
// Ông is a family name too: only before a whole name it is a form of address. What has no vowel is no name.
const TITLE = /^(?:(?:đ\s*\/\s*c|đồng chí|đc\.|bà)\s*[.:]?\s+(?=\S+\s+\S)|ông\s*[.:]?\s+(?=\S+\s+\S+\s+\S)|(?:(?:pgs|gs|ts|th\.?s|bs(?:\s?ck\s?i{1,2})?|ds|ks|ls|cn)(?:\.\s*|\s+))+(?=\S+\s+\S))/i
const OTHER_NAME = /^(.*?)\s*\(\s*(?:tức là|tức|tên gọi khác|tên khác|còn gọi là|còn gọi|bí danh|thường gọi)\s*:?\s*([^()]+)\)\s*$/i

const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && letters(text).length > 1
const isSmall = (text: string): boolean => text === text.toLowerCase() && letters(text).length > 1

/** `NGUYỄN VĂN A` as a person writes it: every word and every part behind a hyphen or apostrophe begins with a capital. */
export const inNameCase = (text: string): string =>
  text.toLocaleLowerCase('vi').replace(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))

/** One repair of a name; `undefined` when there is nothing to repair. */
type Repair = readonly [code: string, repair: (text: string) => string | undefined]

const changed = (before: string, after: string): string | undefined => (after === before ? undefined : after)

const REPAIRS: readonly Repair[] = [
  ['name.tcvn3', (text) => { const found = decodeOldEncoding(text); return found?.encoding === 'tcvn3' ? found.text : undefined }],
  ['name.vni', (text) => { const found = decodeOldEncoding(text); return found?.encoding === 'vni' ? found.text : undefined }],
  ['name.title', (text) => (TITLE.test(text.normalize('NFC').trimStart()) ? text.normalize('NFC').trimStart().replace(TITLE, '') : undefined)],
  ['name.said-probationary', (text) => changed(text, text.replace(PROBATIONARY, ''))],
  ['name.invisible', (text) => (INVISIBLE.test(text) ? text.replace(/\u00a0/g, ' ').replace(INVISIBLE, '') : undefined)],
  ['name.nfd', (text) => changed(text, text.normalize('NFC'))],
  ['name.blanks', (text) => changed(text, text.replace(/\s+/g, ' ').trim())],
]

/** What a whole column of names does; it is not remarked on every row. */
export type NameHabit = { readonly capitals: boolean; readonly formIsIgnored: boolean }

function splitOtherName(text: string): { text: string; otherName?: string } {
  const match = OTHER_NAME.exec(text.normalize('NFC'))
  return match?.[1] && match[2] ? { text: match[1], otherName: match[2].replace(/\s+/g, ' ').trim() } : { text }
}

/** `(dự bị)`, `(ĐVDB)` behind a name. */
const PROBATIONARY = /\s*\(\s*(?:đảng viên dự bị|dự bị|đv ?db|db)\s*\)\s*$/iu
/** Words in brackets that say neither another name nor which of two people it is. */
const REMARK = /\([^()]*\p{L}{4}[^()]*\)/u

/** What no name is written with; a letter behind a name that tells two people apart stands in brackets. */
const STRANGE = /[^\p{L}\p{M}\s.,'’ʼ`´()–-]/u

const PLAIN_NAME = /^\p{L}+(?: \p{L}+)*$/u

/** Nearly every name of a list: nothing to repair, nothing beside it. */
const isPlain = (text: string): boolean => PLAIN_NAME.test(text) && !TITLE.test(text) && !decodeOldEncoding(text)

function repaired(text: string): { text: string; codes: string[] } {
  const codes: string[] = []
  let result = text
  for (const [code, repair] of REPAIRS) {
    INVISIBLE.lastIndex = 0
    const next = repair(result)
    if (next === undefined || next === result) continue
    codes.push(code)
    result = next
  }
  return { text: result, codes }
}

/**
 * A person's name. Its spelling is never changed: only blanks, composed letters, capitals and what does not belong to a name.
 * Capitals that are the habit of the whole column are read without a word; in a list that is only compared (`formIsIgnored`) no form is remarked.
 */
export function readName(raw: string | undefined, habit: NameHabit): Reading<ReadName> {
  if (raw === undefined || raw.trim() === '') return { finding: error('name.blank') }
  const isWhole = isPlain(raw)
  const split: { text: string; otherName?: string } = isWhole ? { text: raw } : splitOtherName(raw)
  const { text, codes } = isWhole ? { text: raw, codes: [] } : repaired(split.text)
  if (split.otherName) codes.unshift('name.other-in-brackets')
  const [isLoud, isLow] = [isCapitals(text) && text.includes(' '), isSmall(text)]
  if (isLoud && !habit.capitals) codes.push('name.capitals')
  if (isLow) codes.push('name.lower-case')
  const fullName = isLoud || isLow ? inNameCase(text) : text
  const read: ReadName = { fullName, ...(split.otherName ? { otherName: split.otherName } : {}), ...(codes.includes('name.said-probationary') ? { isProbationary: true } : {}) }
  if (!isWhole && (STRANGE.test(fullName) || REMARK.test(fullName))) return { finding: question('name.unclear', [], { raw }) }
  const shown = habit.formIsIgnored ? codes.filter((code) => !['name.capitals', 'name.nfd', 'name.blanks', 'name.lower-case', 'name.invisible'].includes(code)) : codes
  const finding = findingOf(shown, read)
  return { read, ...(finding ? { finding } : {}) }
}

function findingOf(codes: readonly string[], read: ReadName): Draft | undefined {
  const [first, ...rest] = codes
  if (!first) return undefined
  const value = { value: read.fullName, ...(read.otherName ? { otherName: read.otherName } : {}) }
  return proposal(first, value, rest.length > 0 ? { also: rest.join(',') } : undefined)
}
