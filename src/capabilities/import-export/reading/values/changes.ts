import { fold, tidy, type PlainDate, type UncertainDate } from '../../../../kernel/index.ts'
import type { ReportedChange } from '../types.ts'
import { readDate } from './dates.ts'
import { textCell } from './status.ts'

const KINDS: readonly (readonly [ReportedChange['kind'], RegExp])[] = [
  ['died', /\b(mat|tu tran|qua doi|chet|hy sinh)\b/],
  ['otherCell', /chuyen chi bo|doi chi bo|chuyen (sang|ve) chi bo/],
  ['movedIn', /chuyen den|tiep nhan|moi ve/],
  ['admitted', /ket nap/],
  ['movedOut', /\bcdi\b|chuyen (di|sh|sinh hoat)|chuyen ve|da chuyen/],
  ['nameCorrected', /(sua|dung|doi).*\bten\b|\bten\b.*(dung|sua)/],
]

function dayIn(text: string, today: PlainDate): UncertainDate | undefined {
  const found = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|(?:tháng\s*)?\d{1,2}\s*\/\s*\d{4}/i.exec(text)
  return found ? readDate(textCell(found[0]), { subject: 'change', habit: { dateCells: false, monthFirst: false }, today }).read : undefined
}

/** What a secretary wrote in the column of changes; it is a report to be confirmed, never an act. */
export function readChange(text: string, today: PlainDate): ReportedChange | undefined {
  const written = tidy(text)
  if (written === '') return undefined
  const kind = KINDS.find(([, pattern]) => pattern.test(fold(written)))?.[0] ?? 'unclear'
  const on = dayIn(written, today)
  return { kind, text: written, ...(on ? { on } : {}) }
}

/** `12/6/2014 - Thăm người thân`: a day and a reason in one cell. */
export function splitDateAndReason(text: string, today: PlainDate): { on: UncertainDate; reason: string } | undefined {
  const match = /^(\d{1,2}\/\d{1,2}\/\d{4})\s*[-–:,]\s*(.+)$/s.exec(tidy(text))
  const on = match ? dayIn(match[1]!, today) : undefined
  return match && on ? { on, reason: match[2]! } : undefined
}
