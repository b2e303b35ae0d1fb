import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { caseless, proposal, question, type Reading } from './reading.ts'

const YES = new Set(['x', '1', 'v', '✓', '✔', '√', 'có', 'true', 'rồi', 'yes', 'đúng', '☑', '☒', '●', '+', '*'])
const NO = new Set(['không', 'chưa', '0', 'false', 'no', 'ko', '☐'])

/** The mark a column uses; any other mark that means yes is shown beside its reading. */
export type TickHabit = { readonly mark: string }

/** The mark that stands most often among those that mean yes; `x` when nothing is ticked. */
export function tickHabit(texts: readonly string[]): TickHabit {
  const counts = new Map<string, number>([['x', 0]])
  for (const text of texts) if (YES.has(caseless(text))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [mark] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))
  return { mark }
}

/** A tick; `means` is what the finding offers as its reading (true, or the heading of the column). A blank is no tick. */
export function readTick(cell: Cell | undefined, habit: TickHabit, means: { yes: unknown; no: unknown }): Reading<boolean> {
  const text = cell?.text.trim() ?? ''
  if (text === '') return { read: false }
  if (text === habit.mark) return { read: true }
  const word = caseless(text)
  if (YES.has(word)) return { read: true, finding: proposal('tick.synonym', { value: means.yes }) }
  if (NO.has(word)) return { read: false, finding: proposal('tick.no-word', { value: means.no }) }
  return { finding: question('tick.unclear') }
}
