import { addDays, type PlainDate } from '../../kernel/index.ts'
import type { Seen } from '../../platform/action/index.ts'
import type { Item } from './queries/items.ts'
import type { Remaking } from './queries/remakings.ts'

/** What had been recorded by the end of a day in Việt Nam, and by a moment (inclusive) if one is told. */
export const recordedIn = <T extends { recordedAt: string }>(rows: readonly T[], { on, knownAt }: Seen): T[] => {
  const end = Date.parse(`${addDays(on, 1)}T00:00:00+07:00`)
  const known = knownAt ? Date.parse(knownAt) : Infinity
  return rows.filter(({ recordedAt }) => Date.parse(recordedAt) < end && Date.parse(recordedAt) <= known)
}

/** Statements known at the end of a day and at a moment; of each paper the last one was the live one. */
export function itemsOn(items: readonly Item[], seen: Seen): Item[] {
  const known = recordedIn(items, seen)
  const last = new Map<string, number>()
  for (const { id, version } of known) last.set(id, Math.max(version, last.get(id) ?? 0))
  return known.map((item) => ({ ...item, isLive: last.get(item.id) === item.version }))
}

/** Loans begun by a day; what came back later was still out. */
export const loansOn = <L extends { readonly lentOn: PlainDate; readonly returnedOn: PlainDate | null }>(loans: readonly L[], on: PlainDate): L[] =>
  loans.filter(({ lentOn }) => lentOn <= on).map((loan) => (loan.returnedOn && loan.returnedOn > on ? { ...loan, returnedOn: null } : loan))

/** Remakings begun by a day, at the step they had reached. */
export const remakingsOn = (remakings: readonly Remaking[], on: PlainDate): Remaking[] => remakings.filter(({ statedOn }) => statedOn <= on).map((remaking) => {
  const confirmed = remaking.confirmedOn !== null && remaking.confirmedOn <= on
  const finished = remaking.finishedOn !== null && remaking.finishedOn <= on
  return {
    ...remaking, state: finished ? 'finished' : confirmed ? 'confirmed' : 'stated', confirmedOn: confirmed ? remaking.confirmedOn : null,
    confirmedBasis: confirmed ? remaking.confirmedBasis : null, finishedOn: finished ? remaking.finishedOn : null,
  }
})
