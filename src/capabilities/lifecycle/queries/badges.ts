import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, join, raw, rowsKnown, sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import type { RuleUse } from '../../../regulations/index.ts'
import { homeSeen } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { BadgeState, KeptGround } from '../codes.ts'
import { badgeNotFound } from '../errors.ts'

export type Badge = {
  readonly id: string; readonly years: number; readonly awardOn: PlainDate; readonly ground: KeptGround; readonly state: BadgeState; readonly reachedOn: PlainDate | null
  readonly reason: string | null; readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null; readonly issuedBy: string | null; readonly endedReason: string | null; readonly version: number
}
export type ListedBadge = Badge & {
  readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly organisation: string | null
  readonly decidedAdmissionOn: PlainDate | null; readonly admittedOn: string | null; readonly confirmedOn: string | null
}

const columns = raw(`b.id, b.years, b.award_on as "awardOn", b.ground, b.state, b.reached_on as "reachedOn", b.reason, b.decision_number as "decisionNumber", b.decided_on as "decidedOn",
  b.issued_by as "issuedBy", b.ended_reason as "endedReason", b.version`)

/** Every badge of a person that stands, the fewest years first. */
export function listBadgesOf(db: Db, personId: string): Promise<Badge[]> {
  return db.rows(sql`select ${columns} from lifecycle.badge b where b.person_id = ${personId} and b.state in ('proposed', 'awarded') order by b.years`)
}

export type BadgeGiven = Pick<Badge, 'years' | 'awardOn' | 'ground' | 'decisionNumber' | 'issuedBy'> & { readonly recordedAt: string }

/** Badges given to a person on award days up to a day (inclusive), as known at a moment (absent = now). One entered in error was known until it was taken back. */
export function listBadgesGiven(db: Db, personId: string, { on, knownAt }: { on: PlainDate; knownAt?: string | undefined }): Promise<BadgeGiven[]> {
  return db.rows(sql`
    select b.years, b.award_on as "awardOn", b.ground, b.decision_number as "decisionNumber", b.issued_by as "issuedBy", g.at as "recordedAt"
    from lifecycle.badge b cross join lateral (select coalesce(b.given_recorded_at, b.recorded_at) as at) g
    where b.person_id = ${personId} and b.award_on <= ${on}::date
      and ${knownAt ? sql`g.at <= ${knownAt}::timestamptz and (b.state = 'awarded' or b.state = 'revoked' and b.ended_at > ${knownAt}::timestamptz)` : sql`b.state = 'awarded'`}
    order by b.award_on`)
}

export type LockedBadge = Badge & { readonly personId: string; readonly fullName: string; readonly cellId: string }

/** A badge, locked for an act. Refuses `lifecycle.badgeNotFound`. */
export async function lockBadge(db: Db, id: string): Promise<LockedBadge> {
  const found = await db.first<LockedBadge>(sql`
    select ${columns}, b.person_id as "personId", p.full_name as "fullName", p.keeper_id as "cellId" from lifecycle.badge b join members.person p on p.id = b.person_id
    where b.id = ${id} for update of b`)
  if (!found) throw badgeNotFound()
  return found
}

export type NewBadge = {
  readonly personId: string; readonly years: number; readonly awardOn: PlainDate; readonly ground: KeptGround; readonly state: 'proposed' | 'awarded'; readonly reachedOn: PlainDate | null
  readonly reason: string | null; readonly rule: RuleUse | null; readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null
}

export async function insertBadge(db: Db, b: NewBadge, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.badge (id, person_id, years, award_on, ground, state, reached_on, reason, rule, decision_number, decided_on, recorded_by)
    values (${id}, ${b.personId}, ${b.years}, ${b.awardOn}, ${b.ground}, ${b.state}, ${b.reachedOn}, ${b.reason}, ${b.rule ? JSON.stringify(b.rule) : null}::jsonb, ${b.decisionNumber}, ${b.decidedOn}, ${by ?? null})`)
  return id
}

/** Ends a badge: a proposal taken off the list, or an entry made in error. */
export async function endBadge(db: Db, id: string, state: 'withdrawn' | 'revoked', reason: string): Promise<void> {
  await db.run(sql`update lifecycle.badge set state = ${state}, ended_reason = ${reason}, ended_at = platform.moment(), version = version + 1 where id = ${id}`)
}

const below = (organisationId: string, seen: Seen): Sql => sql`${homeSeen('p', seen)} ${belowCondition(organisationId, seen.on, seen.knownAt)}`

/**
 * Badges as they stood on a day, as known at a moment. A proposal stands from the day it was written down, a badge given from the day of its decision
 * (of one taken over without it, from its award day); what was decided or taken back later was not yet.
 */
export const badgesSeen = ({ on, knownAt }: Seen): Sql => sql`(
  select b.id, b.person_id, b.years, b.award_on, b.ground, b.reached_on, b.reason, b.version, b.ended_reason,
    case when b.state in ('withdrawn', 'revoked') and ${dayOfMoment(sql`b.ended_at`)} <= ${on}::date then b.state
      when b.decided_on <= ${on}::date or b.ground = 'takenOver' then 'awarded' else 'proposed' end as state,
    case when b.decided_on <= ${on}::date then b.decision_number end as decision_number, case when b.decided_on <= ${on}::date then b.decided_on end as decided_on,
    case when b.decided_on <= ${on}::date then b.issued_by end as issued_by
  from ${rowsKnown('lifecycle.badge', knownAt)} b
  where least(${dayOfMoment(sql`b.recorded_at`)}, coalesce(b.decided_on, case when b.ground = 'takenOver' then b.award_on end)) <= ${on}::date)`

/** Every badge of a person that stood on a day as known at a moment, proposed or given, the fewest years first. */
export function listBadgesOfSeen(db: Db, personId: string, seen: Seen): Promise<Badge[]> {
  return db.rows(sql`select ${columns} from ${badgesSeen(seen)} b where b.person_id = ${personId} and b.state in ('proposed', 'awarded') order by b.years`)
}

/** Badges of an award day below an organisation on a day, as known at a moment, most years first, then by name. */
export async function listBadgesBelow(db: Db, q: { organisationId: string; awardOn: PlainDate; states: readonly BadgeState[]; seen: Seen; page: number; size: number }): Promise<ListedBadge[]> {
  const page = await db.rows<ListedBadge>(sql`
    select ${columns}, p.id as "personId", p.full_name as "fullName", p.born_on as "bornOn", ${homeSeen('p', q.seen)} as "cellId", '' as cell, null as organisation,
      m.decided_on as "decidedAdmissionOn", m.admitted_on as "admittedOn", m.confirmed_on as "confirmedOn"
    from ${badgesSeen(q.seen)} b join members.person p on p.id = b.person_id
    left join lateral (select decided_on, admitted_on, confirmed_on from members.membership m where m.person_id = p.id and ${stoodAt('m', q.seen.knownAt)} order by ordinal limit 1) m on true
    where b.award_on = ${q.awardOn} and b.state in (${join([...q.states])}) and ${below(q.organisationId, q.seen)}
    order by b.years desc, p.sort_key, p.id limit ${q.size} offset ${(q.page - 1) * q.size}`)
  return withPlaces(db, page, q.seen.on)
}

export async function countBadgesBelow(db: Db, organisationId: string, awardOn: PlainDate, seen: Seen): Promise<{ proposed: number; awarded: number }> {
  return db.one(sql`
    select (count(*) filter (where b.state = 'proposed'))::int as proposed, (count(*) filter (where b.state = 'awarded'))::int as awarded
    from ${badgesSeen(seen)} b join members.person p on p.id = b.person_id where b.award_on = ${awardOn} and ${below(organisationId, seen)}`)
}

/** The same rows with the names of their cells and grassroots organisations. */
export async function withPlaces<R extends { cellId: string }>(db: Db, rows: readonly R[], on: PlainDate): Promise<(R & { cell: string; organisation: string | null })[]> {
  const cells = [...new Set(rows.map(({ cellId }) => cellId))]
  const places = await db.rows<{ id: string; cell: string; organisation: string | null }>(sql`select cell_id as id, cell, organisation from organisations.places_of(${cells}::uuid[], ${on})`)
  const byId = new Map(places.map((place) => [place.id, place]))
  return rows.map((row) => ({ ...row, cell: byId.get(row.cellId)?.cell ?? '', organisation: byId.get(row.cellId)?.organisation ?? null }))
}

/** The proposals of an award day below an organisation, locked for the decision; only the ones named, if any are. */
export function lockProposals(db: Db, organisationId: string, awardOn: PlainDate, on: PlainDate, badgeIds: readonly string[] | undefined): Promise<LockedBadge[]> {
  return db.rows(sql`
    select ${columns}, b.person_id as "personId", p.full_name as "fullName", p.keeper_id as "cellId" from lifecycle.badge b join members.person p on p.id = b.person_id
    where b.state = 'proposed' and b.award_on = ${awardOn} and ${below(organisationId, { on })} and (${badgeIds ?? null}::uuid[] is null or b.id = any (${badgeIds ?? null}::uuid[]))
    order by b.years desc, p.sort_key for update of b`)
}

export async function awardBadges(db: Db, ids: readonly string[], decision: { decisionNumber: string; decidedOn: PlainDate; issuedBy: string }): Promise<void> {
  await db.run(sql`
    update lifecycle.badge set state = 'awarded', decision_number = ${decision.decisionNumber}, decided_on = ${decision.decidedOn}, issued_by = ${decision.issuedBy}, given_recorded_at = platform.moment(), version = version + 1
    where id = any (${ids}::uuid[])`)
}
