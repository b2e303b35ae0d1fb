import { fold } from '../../kernel/index.ts'
import { dossierDocumentTypes, dossierTypeOfRow } from '../../regulations/index.ts'
import type { MatchDoubt } from './codes.ts'

/** What the name of a scan says, read without asking the register. */
export type ReadName = {
  /** Twelve digits of the member, or the nine of the old card. */
  readonly identityNumber: string | undefined
  /** Name of the member, folded, without blanks. */
  readonly personName: string | undefined
  readonly documentType: string | undefined
  /** Which of several files of the paper. */
  readonly part: number | undefined
  readonly doubts: readonly MatchDoubt[]
}

/** Letters and digits only, without marks; the form in which titles and names of files are compared. */
const plain = (text: string): string => fold(text.normalize('NFC').replace(/[_.\-–()[\]]+/g, ' ')).replace(/[^a-z0-9 ]/g, ' ').replace(/\s+/g, ' ').trim()

const joined = (text: string): string => plain(text).replace(/ /g, '')

/** Titles, longest first, so that a longer title wins over one that it contains. */
const titles = dossierDocumentTypes
  .flatMap(({ code, title }) => [title, title.replace(/\s*[(/].*$/, '')].map((words) => [joined(words), code] as const))
  .filter(([words]) => words.length >= 4)
  .toSorted((a, b) => b[0].length - a[0].length)

const cutShort = (text: string, title: string): boolean => text.length >= 12 && title.startsWith(text)

/** The type whose title stands in the words; a title cut short in the name of the file counts from its twelfth letter on. */
function typeOfWords(words: string): string | undefined {
  const text = joined(words)
  if (text.length < 4) return undefined
  const whole = titles.find(([title]) => text === title || text.startsWith(title) || text.endsWith(title))
  return (whole ?? titles.find(([title]) => cutShort(text, title)))?.[1]
}

const forms = new Map(dossierDocumentTypes.flatMap(({ code, form }) => (form ? [[joined(form), code] as const] : [])))

/** The type whose form mark stands in the words: `16-KNĐ`, `2 HSDV`. */
function typeOfMark(words: string): string | undefined {
  const mark = /\b(\d{1,2}a?) ?(knd|hsdv)\b/.exec(plain(words))
  return mark ? forms.get(`${mark[1]}${mark[2]}`) : undefined
}

// Files made before the twelve digits came bear the nine of the old card.
const FOLDER = /^(\d{9}|\d{12})_(.+)$/
const NUMBERED = /^(\d{2,3})[.\s_-]+(.+)$/
const PART = /^(.+?)[.\s_-]+(\d{1,2})$/

/** Rows 1 to 99 are written with two digits, from 100 on with three. */
const rowOf = (digits: string) => (digits.length === 2 || Number(digits) >= 100 ? dossierTypeOfRow(Number(digits))?.code : undefined)

// `.n` stands only where there are several files; a plain name may end with a year, which is no part.
function partOf(stem: string): { words: string; part: number | undefined } {
  const match = PART.exec(stem)
  return match ? { words: match[1]!, part: Number(match[2]) } : { words: stem, part: undefined }
}

function readPaper(stem: string): Pick<ReadName, 'documentType' | 'part' | 'doubts'> {
  const marked = typeOfMark(stem)
  if (marked) return { documentType: marked, part: partOf(stem).part, doubts: [] }
  const numbered = NUMBERED.exec(stem)
  const row = numbered && rowOf(numbered[1]!)
  const { words, part } = partOf(numbered && row ? numbered[2]! : stem)
  // A title that the name of the file cuts short may begin like another one: the row decides.
  if (row && titles.some(([title, code]) => code === row && cutShort(joined(words), title))) return { documentType: row, part, doubts: [] }
  const byTitle = typeOfWords(words) ?? (row ? undefined : typeOfWords(stem))
  if (!row) return { documentType: byTitle, part: byTitle ? part : undefined, doubts: byTitle ? [] : ['noType'] }
  const sameRow = byTitle && dossierDocumentTypes.find(({ code }) => code === byTitle)?.catalogueNo === dossierDocumentTypes.find(({ code }) => code === row)?.catalogueNo
  if (byTitle && !sameRow) return { documentType: row, part, doubts: ['typesDisagree'] }
  return { documentType: byTitle ?? row, part, doubts: [] }
}

/**
 * Reads the name of a scan: `[12 digits]_[NameWithoutMarks]/{NN}.{title}[.n].pdf` as the letter on digitisation lays it down, or plain
 * words, with marks or without. NN is the row of the catalogue. Only the last folder counts.
 */
export function readScanName(name: string): ReadName {
  const parts = name.normalize('NFC').split(/[\\/]/).filter(Boolean)
  const stem = (parts.at(-1) ?? '').replace(/\.[A-Za-z0-9]{2,5}$/, '')
  const folder = parts.at(-2) ?? ''
  const known = FOLDER.exec(folder) ?? FOLDER.exec(stem)
  const paper = readPaper(known && !FOLDER.test(folder) ? known[2]! : stem)
  return { identityNumber: known?.[1], personName: joined(known ? known[2]! : folder) || undefined, ...paper }
}
