import { fillIn } from '../../platform/words.ts'
import { maskedNumber } from '../members/index.ts'
import { saidFields, type Mark, type Reason, type Said, type SaidField } from './codes.ts'
import { lineKeyOf, readMark, type Statement } from './model.ts'
import type { MarkedRow } from './marked-list.ts'
import { questionWords as words } from './messages.vi.ts'

/** One line of a workbook that came back, or of the list that it no longer has. */
export type ReturnLine = Statement & {
  readonly sheet: string | null; readonly sheetRow: number | null; readonly lineKey: string | null; readonly fullName: string; readonly bornOn: string | null
  /** The cell of the line, as far as it is one of ours; else it belongs to the organisation as a whole. */
  readonly placeId: string | null
}
type Listed = { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly placeId: string; readonly knowsIdentity: boolean }

const isShown = (field: string): field is SaidField => (saidFields as readonly string[]).includes(field)

/** Fields that the row says otherwise than our list; numbers of papers are told by their last digits only. */
function saidOf({ changes, values, personId }: MarkedRow, listed: Listed | undefined): Said {
  const told = personId ? changes.map(({ field, new: value }) => [field, value] as const) : Object.entries(values)
  return Object.fromEntries(told.flatMap(([field, value]) => {
    if (!isShown(field) || !value || (field === 'identityNumber' && listed && !listed.knowsIdentity)) return []
    return [[field, field === 'identityNumber' ? maskedNumber(value) ?? '' : value]]
  }))
}

/** Numbers of papers are told by their last digits only. */
const withoutNumbers = (text: string): string => text.replace(/\d[\d .]{4,}(?=\d{4})/g, '••••')

const GONE: ReadonlySet<string> = new Set(['died', 'movedOut'])

type Judged = { readonly mark: Mark; readonly questions: readonly string[] }

/** What the mark, the words beside it and the values of the row say together. Where they contradict each other it is asked. */
function judge(row: MarkedRow, said: Said, reason: Reason | null): Judged {
  const written = readMark(row.mark)
  const questions = row.questions.map(withoutNumbers)
  const unclear = (question: string): Judged => ({ mark: 'unclear', questions: [...questions, question] })
  if (written === undefined) return unclear(fillIn(words.markUnreadable, { text: row.mark ?? '' }))
  if (!row.personId) return row.outcome === 'doubtful' ? unclear(words.whoUnclear) : written === 'surplus' ? unclear(words.surplusUnknown) : { mark: 'missing', questions }
  if (written === 'missing') return unclear(words.missingKnown)
  if (reason && GONE.has(reason)) return written === 'right' ? unclear(words.rightButGone) : { mark: 'wrong', questions }
  if (written === 'surplus') return { mark: 'surplus', questions }
  if (reason === 'unclear' && written === null) return unclear(fillIn(words.changeUnreadable, { text: row.change?.text ?? '' }))
  if (Object.keys(said).length > 0 || reason === 'otherCell' || reason === 'nameCorrected') return { mark: 'wrong', questions }
  return { mark: written ?? 'right', questions }
}

const joined = (...parts: (string | null | undefined)[]): string | null => [...new Set(parts.filter((part): part is string => !!part))].join('; ') || null

function lineOf(row: MarkedRow, listed: Listed | undefined, idByCode: ReadonlyMap<string, string>): ReturnLine {
  const reason = row.change?.kind ?? null
  const said = saidOf(row, listed)
  const fullName = listed?.fullName ?? row.values.fullName ?? row.name
  const bornOn = listed?.bornOn ?? row.values.bornOn ?? null
  return {
    sheet: row.sheet, sheetRow: row.row, personId: listed?.personId ?? null, lineKey: listed ? null : lineKeyOf({ fullName, bornOn }), fullName, bornOn, reason, reasonOn: row.change?.on ?? null,
    note: joined(row.change?.text, row.note), said, placeId: listed?.placeId ?? idByCode.get(row.values.cellCode ?? '') ?? null, ...judge(row, said, reason),
  }
}

/**
 * The lines of a workbook that came back: each of its rows, and behind them each member of our list whose row it no longer has. A second row
 * about the same person, or of an added one, is kept as a question.
 */
export function returnLines(rows: readonly MarkedRow[], list: readonly Listed[], idByCode: ReadonlyMap<string, string>): ReturnLine[] {
  const byId = new Map(list.map((each) => [each.personId, each]))
  const seen = new Set<string>()
  const lines = rows.map((row): ReturnLine => {
    const line = lineOf(row, row.personId ? byId.get(row.personId) : undefined, idByCode)
    const key = line.personId ?? line.lineKey!
    if (!seen.has(key)) { seen.add(key); return line }
    const question = fillIn(words.twice, { row: row.row, name: line.fullName })
    return line.personId ? { ...line, mark: 'unclear', questions: [...line.questions, question] } : { ...line, lineKey: `${key}|${row.sheet}|${row.row}`, mark: 'unclear', questions: [...line.questions, question] }
  })
  const absent = list.filter(({ personId }) => !seen.has(personId)).map((each): ReturnLine => ({
    sheet: null, sheetRow: null, personId: each.personId, lineKey: null, fullName: each.fullName, bornOn: each.bornOn, placeId: each.placeId,
    mark: 'absent', reason: null, reasonOn: null, note: null, said: {}, questions: [],
  }))
  return [...lines, ...absent]
}

/** One statement for each person or added line; what further rows ask is kept with the first. */
export function statementsOf<L extends Pick<ReturnLine, 'personId' | 'lineKey' | 'questions'>>(lines: readonly L[]): L[] {
  const byKey = new Map<string, L>()
  for (const line of lines) {
    const key = line.personId ?? line.lineKey!
    const first = byKey.get(key)
    byKey.set(key, first ? { ...first, questions: [...first.questions, ...line.questions] } : line)
  }
  return [...byKey.values()]
}
