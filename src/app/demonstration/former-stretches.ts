import { plainDate, type PlainDate } from '../../kernel/index.ts'
import { range, type Chronicle, type Row } from './chronicle.ts'

const firstDay = (row: Row): PlainDate => plainDate(String(row.valid_during).slice(1, 11))

/** The rows of each person, in the order of their days. */
function stretchesOf(rows: readonly Row[]): Row[][] {
  const byPerson = new Map<string, Row[]>()
  for (const row of rows) {
    const person = String(row.person_id)
    byPerson.set(person, [...(byPerson.get(person) ?? []), row])
  }
  return [...byPerson.values()].map((of) => of.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1)))
}

/** Where somebody is and what his status is were written down together when he came. */
function layTogether(chronicle: Chronicle): void {
  const known = new Map(stretchesOf(chronicle.rowsOf('members.placement')).map(([first]) => [first!.person_id, first!.recorded_at]))
  for (const [first] of stretchesOf(chronicle.rowsOf('members.status'))) chronicle.amend('members.status', String(first!.id), { recorded_at: known.get(first!.person_id) })
}

/**
 * Nobody knew of the end of a place or a status before what came after it was written down: until then it stood on record as going on, and so
 * whoever asks as it was known at a moment finds nobody without a cell or a status.
 */
export function layFormerStretches(chronicle: Chronicle): void {
  layTogether(chronicle)
  for (const table of ['members.status', 'members.placement'])
    for (const stretches of stretchesOf(chronicle.rowsOf(table)))
      for (const [i, next] of stretches.slice(1).entries()) {
        const row = stretches[i]!
        if (String(next.recorded_at) <= String(row.recorded_at)) continue
        chronicle.add(table, { ...row, id: chronicle.id(), valid_during: range(firstDay(row)), superseded_at: next.recorded_at })
        chronicle.amend(table, String(row.id), { recorded_at: next.recorded_at })
      }
}
