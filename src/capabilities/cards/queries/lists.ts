import type { PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import type { CardCause } from '../../../regulations/index.ts'
import { homeSeen } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import { cardViews, type CardAct, type CardKind, type CardState, type CardView } from '../codes.ts'

export type CardSeen = {
  readonly id: string; readonly version: number; readonly kind: CardKind; readonly cause: CardCause | null; readonly note: string | null; readonly state: CardState; readonly stateSince: PlainDate
  readonly number: string | null; readonly formerNumber: string | null; readonly proposedOn: PlainDate | null; readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null; readonly issuedBy: string | null
  readonly handedOn: PlainDate | null; readonly receivedBy: string | null; readonly endedOn: PlainDate | null; readonly endedReason: string | null
}
export type ListedCard = CardSeen & { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly organisation: string | null }

/** The last step of a card by the day, as known at the moment, as `s`. */
const stepOn = ({ on, knownAt }: Seen): Sql => sql`join lateral (
  select x.to_state as state, x.occurred_on as since from cards.step x where x.card_id = c.id and x.occurred_on <= ${on}::date
    and (${knownAt ?? null}::timestamptz is null or x.recorded_at <= ${knownAt ?? null}::timestamptz) order by x.ordinal desc limit 1) s on true`

// What later steps brought had not happened on the day.
const numbered = sql`s.state not in ('proposed', 'dropped')`
const handed = sql`s.state not in ('proposed', 'dropped', 'decided')`
const ended = sql`s.state in ('lost', 'replaced', 'withdrawn', 'keptByFamily', 'dropped')`
const columns = sql`c.id, c.version, c.kind, c.cause, c.note, s.state, s.since as "stateSince", case when ${numbered} then c.number end as number,
  (select f.number from cards.card f where f.id = c.replaces_id) as "formerNumber", c.proposed_on as "proposedOn", case when ${numbered} then c.decision_number end as "decisionNumber",
  case when ${numbered} then c.decided_on end as "decidedOn", case when ${numbered} then c.issued_by end as "issuedBy", case when ${handed} then c.handed_on end as "handedOn",
  case when ${handed} then c.received_by end as "receivedBy", case when ${ended} then coalesce(c.ended_on, s.since) end as "endedOn", case when ${ended} then c.ended_reason end as "endedReason"`

/** Every card of a person on a day as known at a moment, the latest first. */
export const listCardsSeen = (db: Db, personId: string, seen: Seen): Promise<CardSeen[]> =>
  db.rows(sql`select ${columns} from cards.card c ${stepOn(seen)} where c.person_id = ${personId} order by coalesce(c.decided_on, c.proposed_on) desc nulls last, c.recorded_at desc`)

export type StepSeen = { readonly cardId: string; readonly act: CardAct; readonly occurredOn: PlainDate; readonly toState: CardState; readonly note: string | null; readonly by: string | null; readonly recordedAt: string }

/** What was done to the cards of a person by a day, as known at a moment, in order. */
export const listStepsSeen = (db: Db, personId: string, { on, knownAt }: Seen): Promise<StepSeen[]> => db.rows(sql`
  select x.card_id as "cardId", x.act, x.occurred_on as "occurredOn", x.to_state as "toState", x.note, a.full_name as by, x.recorded_at as "recordedAt"
  from cards.step x join cards.card c on c.id = x.card_id left join access.account a on a.id = x.recorded_by
  where c.person_id = ${personId} and x.occurred_on <= ${on}::date and (${knownAt ?? null}::timestamptz is null or x.recorded_at <= ${knownAt ?? null}::timestamptz) order by x.card_id, x.ordinal`)

export type WhichCards = Seen & { readonly view: CardView; readonly year: number; readonly organisationId: string; readonly search?: string | undefined }

const inView = (view: CardView, year: number): Sql => ({
  underWay: sql`s.state in ('proposed', 'decided')`, held: sql`s.state = 'held'`, lost: sql`s.state = 'lost'`, ended: sql`s.state in ('replaced', 'withdrawn', 'keptByFamily')`,
  year: sql`(${numbered} and c.decided_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31))`,
})[view]

const matching = ({ organisationId, search, ...seen }: Omit<WhichCards, 'view' | 'year'>): Sql => sql`
  from cards.card c join members.person p on p.id = c.person_id ${stepOn(seen)}
  where ${homeSeen('p', seen)} ${belowCondition(organisationId, seen.on, seen.knownAt)}
    and ${search ? (/^[\d. ]+$/.test(search) ? sql`c.number = ${search.replace(/[. ]/g, '')}` : sql`p.search_text like '%' || platform.fold(${search}) || '%'`) : sql`true`}`

/** Cards of one view below an organisation, by name; those of a year by number. */
export const listCardsBelow = (db: Db, which: WhichCards, { page, size }: { page: number; size: number }): Promise<Omit<ListedCard, 'cell' | 'organisation'>[]> => db.rows(sql`
  select ${columns}, p.id as "personId", p.full_name as "fullName", p.born_on as "bornOn", ${homeSeen('p', which)} as "cellId" ${matching(which)} and ${inView(which.view, which.year)}
  order by ${which.view === 'year' ? sql`c.number, ` : sql``} p.sort_key, p.id, c.id limit ${size} offset ${(page - 1) * size}`)

/** How many cards each view holds with the same conditions. */
export async function countCardsBelow(db: Db, which: Omit<WhichCards, 'view'>): Promise<Record<CardView, number>> {
  const [first, ...rest] = cardViews.map((view) => sql`count(*) filter (where ${inView(view, which.year)})`)
  const parts = rest.reduce((sum, part) => sql`${sum}, ${part}`, first!)
  const { counts } = await db.one<{ counts: number[] }>(sql`select array[${parts}]::int[] as counts ${matching(which)}`)
  return Object.fromEntries(cardViews.map((view, i) => [view, counts[i]!])) as Record<CardView, number>
}

export type CardCandidate = { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly confirmedOn: string | null; readonly confirmationNumber: string | null }

/** The row was known at the moment; now when none is told. */
const known = (alias: string, knownAt: string | undefined): Sql => knownAt
  ? sql`${raw(alias)}.recorded_at <= ${knownAt}::timestamptz and (${raw(alias)}.superseded_at is null or ${raw(alias)}.superseded_at > ${knownAt}::timestamptz)` : sql`${raw(alias)}.superseded_at is null`

/** The register says no number on the day: none at all, or one of a card that began later, and no card of before held then. */
const withoutNumber = ({ on, knownAt }: Seen): Sql => sql`(m.card_number is null
    or exists (select from members.card_number n where n.person_id = m.person_id and ${known('n', knownAt)} and upper_inf(n.valid_during) and lower(n.valid_during) > ${on}::date))
    and not exists (select from members.card_number n where n.person_id = m.person_id and ${known('n', knownAt)} and not upper_inf(n.valid_during) and n.valid_during @> ${on}::date)`

const waiting = (organisationId: string | undefined, seen: Seen): Sql => sql`
  from members.membership_as_of(${seen.on}::date, ${seen.knownAt ?? null}::timestamptz) t join members.person p on p.id = t.person_id
  join members.membership m on m.person_id = t.person_id and ${known('m', seen.knownAt)} and (m.ended_on is null or m.ended_on > ${seen.on}::date)
    and coalesce(m.ceremony_on::text, m.admitted_on, m.decided_on::text, '') <= ${seen.on}::text
  where t.status <> 'probationary' and ${withoutNumber(seen)} ${organisationId ? sql`and t.cell_id ${belowCondition(organisationId, seen.on, seen.knownAt)}` : sql``}
    and not exists (select from cards.card c ${stepOn(seen)} where c.person_id = t.person_id and s.state in ('proposed', 'decided', 'held', 'lost'))`

/** Full members of a day who had no card and were on no list, by name. */
export const listWithoutCard = (db: Db, organisationId: string | undefined, seen: Seen, { page, size }: { page: number; size: number }): Promise<CardCandidate[]> => db.rows(sql`
  select p.id as "personId", p.full_name as "fullName", p.born_on as "bornOn", t.cell_id as "cellId", m.confirmed_on as "confirmedOn", m.confirmation_number as "confirmationNumber" ${waiting(organisationId, seen)}
  order by p.sort_key, p.id limit ${size} offset ${(page - 1) * size}`)

/** How many of them each cell has. */
export const countWithoutCardByCell = (db: Db, organisationId: string | undefined, seen: Seen): Promise<{ cellId: string; n: number }[]> =>
  db.rows(sql`select t.cell_id as "cellId", count(*)::int as n ${waiting(organisationId, seen)} group by t.cell_id`)

export async function countWithoutCard(db: Db, organisationId: string, seen: Seen): Promise<number> {
  return (await db.one<{ n: number }>(sql`select count(*)::int as n ${waiting(organisationId, seen)}`)).n
}

export async function countNotInBook(db: Db, organisationId: string, on: PlainDate): Promise<number> {
  return (await db.one<{ n: number }>(sql`select count(*)::int as n from cards.not_in_book(${organisationId}, ${on})`)).n
}
