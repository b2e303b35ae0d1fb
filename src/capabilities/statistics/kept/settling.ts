import { addDays, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { sorting } from '../queries/lines.ts'

export type Settled = { readonly people: number; readonly organisations: number }

/**
 * Brings what large organisations are counted from up to the facts: of whoever has been touched since, or of everybody (`whole`). Of organisations with more members than `fewest`
 * sums are kept too, for the years around `today`. Needs the owner of the database. Answers the same before and after; only quicker after.
 */
export async function settleFigures(db: Db, { today, whole = false, fewest }: { today: PlainDate; whole?: boolean; fewest?: number }): Promise<Settled> {
  const [settled] = fewest === undefined
    ? await db.rows<Settled>(sql`select people, organisations from statistics.settle(${sorting}::jsonb, ${today}, ${whole})`)
    : await db.rows<Settled>(sql`select people, organisations from statistics.settle(${sorting}::jsonb, ${today}, ${whole}, ${fewest}::int)`)
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

/** Holds the settled spells of the top of the tree, and the kept sums of every organisation that has some, against a count anew. */
export async function verifyFigures(db: Db, { today }: { today: PlainDate }): Promise<Verified> {
  const places = await db.rows<{ id: string; way: 'sums' | 'spells' }>(sql`
    select organisation_id as id, 'sums' as way from statistics.kept_organisation k where not exists (select from statistics.stale s where s.organisation_id = k.organisation_id)
    union all select distinct c.ancestor_id, 'spells' from organisations.closure c cross join statistics.settled
      where c.valid_during @> ${today}::date and not exists (select from organisations.closure a where a.descendant_id = c.ancestor_id and a.depth > 0 and a.valid_during @> ${today}::date) order by 1, 2`)
  const periods = periodsUntil(today)
  const differences: Difference[] = []
  for (const { id, way } of places) {
    for (const { from, until } of periods) {
      const found = await db.rows<Omit<Difference, 'organisationId' | 'from' | 'until'>>(sql`select * from statistics.differences(${id}, ${from}, ${until}, ${sorting}::jsonb, ${way})`)
      differences.push(...found.map((each) => ({ organisationId: id, from, until, ...each })))
    }
  }
  return { organisations: new Set(places.map(({ id }) => id)).size, periods: periods.length, differences }
}
