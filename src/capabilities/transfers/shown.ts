import { workingDaysBetween, type Settings, describeValue, findRule, type RuleUse } from '../../regulations/index.ts'
import { daysBetween, type PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import type { DueOwner } from '../reminders/index.ts'
import type { transfersContract } from './contract.ts'
import { internalAccept, nextActSentences } from './messages.vi.ts'
import { clockOf, nextActOf, type NextAct } from './model.ts'
import { issuerRule } from './perform.ts'
import type { TransferSeen } from './queries/transfers.ts'

export type Row = AnswerOf<typeof transfersContract.listTransfers>['rows'][number]

/** The next act of a transfer on a day, with the sentence that says it. */
export function nextOf(transfer: TransferSeen, today: PlainDate, settings: Settings): (NextAct & { readonly words: string }) | undefined {
  const next = nextActOf(transfer, { issuer: issuerRule(transfer, today, settings).issuer, today, settings })
  if (!next) return undefined
  const sentence = transfer.kind === 'internal' && next.act === 'accept' ? internalAccept : nextActSentences[next.act]
  return { ...next, words: fillIn(sentence, { from: transfer.fromName, to: transfer.toName, cell: transfer.toCell ?? transfer.toName }) }
}

/** A line of the list. Late from the day after the limit. */
export function rowOf(transfer: TransferSeen, today: PlainDate, settings: Settings): Row {
  const { id, kind, direction, stage, stageSince, personName, bornOn, probationary, fromName, toName, letterNumber, letterOn } = transfer
  const next = nextOf(transfer, today, settings)
  const clock = clockOf(transfer, settings)
  const isLate = clock !== undefined && clock.dueOn < today
  const [first, last] = clock ? (isLate ? [clock.dueOn, today] : [today, clock.dueOn]) : [today, today]
  return {
    id, kind, direction, stage, stageSince, personName, bornOn, probationary, fromName, toName, letterNumber, letterOn,
    nextAct: next ? { code: next.act, words: next.words, owner: next.owner, side: next.side } : null, dueOn: clock?.dueOn ?? null, counting: clock?.counting ?? null, isLate,
    workingDays: clock?.counting === 'calendar' ? daysBetween(first, last) : workingDaysBetween(first, last, settings.swaps),
  }
}

/** A rule as it is shown: its value in words and where it stands. */
export const shownRule = (use: RuleUse) => ({ value: describeValue(findRule(use.key)!, use.value), source: use.citation })

/** What is late first, the longest overdue on top; what has no limit last. */
export const byUrgency = (a: Row, b: Row): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')

/** Numbers by who must act next. */
export function countByOwner(rows: readonly Row[]): { owner: DueOwner; total: number; late: number }[] {
  const counts = new Map<DueOwner, { total: number; late: number }>()
  for (const { nextAct, isLate } of rows) {
    if (!nextAct) continue
    const { total, late } = counts.get(nextAct.owner) ?? { total: 0, late: 0 }
    counts.set(nextAct.owner, { total: total + 1, late: late + Number(isLate) })
  }
  return [...counts].map(([owner, count]) => ({ owner, ...count })).sort((a, b) => b.late - a.late || b.total - a.total)
}
