import type { PlainDate } from '../../../kernel/index.ts'
import { join, sql, stoodAt, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

export type MemberFilter = {
  readonly organisationId: string
  readonly status?: string | undefined
  readonly sex?: string | undefined
  readonly ethnicity?: string | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
  readonly membershipYearsFrom?: number | undefined
  readonly membershipYearsTo?: number | undefined
  readonly decidedFrom?: PlainDate | undefined
  readonly decidedTo?: PlainDate | undefined
  readonly overlay?: string | undefined
  readonly search?: string | undefined
}

/** Last day that an uncertain birth may mean, as text that compares as days do. */
const latestBirth = sql`(case length(x.born_on) when 4 then x.born_on || '-12-31'
  when 7 then ((x.born_on || '-01')::date + interval '1 month - 1 day')::date::text else x.born_on end) collate "C"`

/** Text that compares like the latest birth of whoever is `years` old on the day, or older. */
const bornBy = (on: PlainDate, years: number): Sql => sql`(${on}::date - make_interval(years => ${years}))::date::text`

function searchCondition(search: string, named: readonly string[] | undefined): Sql {
  if (/^\d{4}$/.test(search)) return sql`(x.identity_last4 = ${search} or ${hasCard(search)})`
  if (/^[\d. ]+$/.test(search)) return hasCard(search.replace(/[. ]/g, ''))
  if (named) return sql`p.person_id = any (${[...named]}::uuid[])`
  return sql`x.search_text like '%' || platform.fold(${search}) || '%'`
}

const hasCard = (number: string): Sql => sql`exists (select from members.membership m where m.person_id = x.id and m.superseded_at is null and m.card_number = ${number})`

const decided = (seen: Seen, condition: Sql): Sql => sql`exists (
  select from members.membership m where m.person_id = x.id and ${stoodAt('m', seen.knownAt)} and ${condition})`

/** Facts of which lists consist: `p` says cell and days, `status` is the column with the status. */
export type ListSource = { readonly from: Sql; readonly status: Sql; readonly conditions: Sql; readonly sortKey: Sql }

const person = sql`join members.person x on x.id = p.person_id`

/** What is known now is read from the one derived table; what was known earlier, from the facts themselves. */
export function sourceOf(filter: MemberFilter, seen: Seen, named?: readonly string[]): ListSource {
  const { on, knownAt } = seen
  const place = sql`p.cell_id ${belowCondition(filter.organisationId, on, knownAt)} and p.valid_during @> ${on}::date`
  if (!knownAt) {
    const status = sql`p.status`
    const asked = conditionsOf(filter, seen, named)
    return { from: sql`members.standing p ${asked.length ? person : sql``}`, status, conditions: join([place, ...statusCondition(filter, status), ...asked], ' and '), sortKey: sql`p.sort_key` }
  }
  const status = sql`s.status`
  return {
    from: sql`members.placement p join members.status s on s.person_id = p.person_id ${person}`, status, sortKey: sql`x.sort_key`,
    conditions: join([place, stoodAt('p', knownAt), sql`s.valid_during @> ${on}::date`, stoodAt('s', knownAt), ...statusCondition(filter, status), ...conditionsOf(filter, seen, named)], ' and '),
  }
}

const statusCondition = (filter: MemberFilter, status: Sql): Sql[] =>
  filter.status === 'confirmed' ? [sql`${status} <> 'probationary'`] : filter.status ? [sql`${status} = ${filter.status}`] : []

/** Conditions that look at the person `x`. `named`: people whom the text index found for the search. */
function conditionsOf(filter: MemberFilter, seen: Seen, named?: readonly string[]): Sql[] {
  const { on, knownAt } = seen
  const parts: Sql[] = []
  if (filter.sex) parts.push(sql`x.sex = ${filter.sex}`)
  if (filter.ethnicity === 'minority') parts.push(sql`x.ethnicity <> 'Kinh'`)
  else if (filter.ethnicity) parts.push(sql`x.ethnicity = ${filter.ethnicity}`)
  if (filter.ageFrom !== undefined) parts.push(sql`${latestBirth} <= ${bornBy(on, filter.ageFrom)}`)
  if (filter.ageTo !== undefined) parts.push(sql`${latestBirth} > ${bornBy(on, filter.ageTo + 1)}`)
  if (filter.membershipYearsFrom !== undefined) parts.push(sql`members.membership_years(x.id, ${on}) >= ${filter.membershipYearsFrom}`)
  if (filter.membershipYearsTo !== undefined) parts.push(sql`members.membership_years(x.id, ${on}) <= ${filter.membershipYearsTo}`)
  if (filter.decidedFrom) parts.push(decided(seen, sql`m.decided_on >= ${filter.decidedFrom}::date`))
  if (filter.decidedTo) parts.push(decided(seen, sql`m.decided_on <= ${filter.decidedTo}::date`))
  if (filter.overlay)
    parts.push(sql`exists (select from members.overlay o where o.person_id = x.id and o.kind = ${filter.overlay} and o.valid_during @> ${on}::date and ${stoodAt('o', knownAt)})`)
  if (filter.search) parts.push(searchCondition(filter.search, named))
  return parts
}

/** True for the filters of everyday lists: their statements are few, so each is worth preparing. */
export const isEveryday = (filter: MemberFilter): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || ['organisationId', 'status', 'sex', 'overlay'].includes(name))
