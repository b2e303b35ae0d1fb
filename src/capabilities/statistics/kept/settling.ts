import { addDays, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { sorting } from '../queries/lines.ts'

export type Settled = { readonly people: number; readonly organisations: number }

/**
 * Brings the kept sums of large organisations up to the facts: of whoever has been touched since, or of everybody (`whole`). `fewest`: organisations with more
 * members than this are kept. Needs the owner of the database. Answers the same before and after; only quicker after.
 */
export async function settleFigures(db: Db, { whole = false, fewest }: { whole?: boolean; fewest?: number } = {}): Promise<Settled> {
  const [settled] = fewest === undefined
    ? await db.rows<Settled>(sql`select people, organisations from statistics.settle(${sorting}::jsonb, ${whole})`)
    : await db.rows<Settled>(sql`select people, organisations from statistics.settle(${sorting}::jsonb, ${whole}, ${fewest}::int)`)
  return settled!
}

/** A number that the kept sums of an organisation give otherwise than its lines, for a period (both days inclusive). */
export type Difference = { readonly organisationId: string; readonly from: PlainDate; readonly until: PlainDate; readonly base: string; readonly trait: string; readonly value: string | null; readonly mark: string; readonly kept: number; readonly counted: number }
export type Verified = { readonly organisations: number; readonly periods: number; readonly differences: readonly Difference[] }

/** The periods that are held against the lines: this year to the day, each half of the two years before, and one long past. */
function periodsUntil(today: PlainDate): { from: PlainDate; until: PlainDate }[] {
  const year = Number(today.slice(0, 4))
  const halves = [year - 1, year - 2].flatMap((y) => [[`${y}-01-01`, `${y}-06-30`], [`${y}-07-01`, `${y}-12-31`]])
  return [[`${year}-01-01`, today], ...halves, [`${year - 9}-01-01`, addDays(plainDate(`${year - 8}-01-01`), -1)]].map(([from, until]) => ({ from: plainDate(from!), until: plainDate(until!) }))
}

/** Holds the kept sums against a count anew, for every organisation whose sums answer now. */
export async function verifyFigures(db: Db, { today }: { today: PlainDate }): Promise<Verified> {
  const places = await db.rows<{ id: string }>(sql`select organisation_id as id from statistics.kept_organisation k where statistics.is_kept(k.organisation_id, ${sorting}::jsonb, null) order by 1`)
  const periods = periodsUntil(today)
  const differences: Difference[] = []
  for (const { id } of places) {
    for (const { from, until } of periods) {
      const found = await db.rows<Omit<Difference, 'organisationId' | 'from' | 'until'>>(sql`select * from statistics.differences(${id}, ${from}, ${until}, ${sorting}::jsonb)`)
      differences.push(...found.map((each) => ({ organisationId: id, from, until, ...each })))
    }
  }
  return { organisations: places.length, periods: periods.length, differences }
}
