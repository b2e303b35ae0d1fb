import type { PlainDate } from '../../../kernel/index.ts'
import { join, sql, stoodAt, type Db, type Seen } from '../../../platform/action/index.ts'
import { closureKnown, grassrootsTypes, versionsKnown } from '../../organisations/index.ts'
import type { MemberStatus, OverlayKind } from '../model.ts'
import { loadPersonWithIdentity, personColumns, type PersonWithIdentity } from './people.ts'

// What had begun by the viewed day, as known at the viewed moment. An end after that day was not yet an end.

type Span = { readonly from: PlainDate; readonly lastDay: PlainDate | null; readonly recordedAt: string }

const span = (range: 'valid_during' | 'held_during', on: PlainDate) => range === 'valid_during'
  ? sql`lower(valid_during) as "from", case when upper(valid_during) <= ${on}::date then upper(valid_during) - 1 end as "lastDay", t.recorded_at as "recordedAt"`
  : sql`lower(held_during) as "from", case when upper(held_during) <= ${on}::date then upper(held_during) - 1 end as "lastDay", t.recorded_at as "recordedAt"`

export type PlacementSeen = Span & { readonly id: string; readonly cellId: string; readonly cell: string; readonly organisation: string | null; readonly basis: string | null }

/** Cells of a person, oldest first. */
export function placementsSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<PlacementSeen[]> {
  // The day of which the names are told: the viewed one, or the last day in a cell that was left before.
  const then = sql`least(${on}::date, upper(t.valid_during) - 1)`
  return db.rows(sql`
    select t.id, t.cell_id as "cellId", organisations.name_on(t.cell_id, ${then}) as cell, t.basis, ${span('valid_during', on)},
      (select v.short_name from ${closureKnown(knownAt)} c
        join ${versionsKnown(knownAt)} v on v.organisation_id = c.ancestor_id and v.valid_during @> ${then}
        where c.descendant_id = t.cell_id and c.valid_during @> ${then} and v.type in (${join([...grassrootsTypes])}) order by c.depth limit 1) as organisation
    from members.placement t where t.person_id = ${personId} and lower(t.valid_during) <= ${on}::date and ${stoodAt('t', knownAt)} order by t.valid_during`)
}

export type StatusSeen = Span & { readonly id: string; readonly status: MemberStatus; readonly basis: string | null }

export function statusesSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<StatusSeen[]> {
  return db.rows(sql`select t.id, t.status, t.basis, ${span('valid_during', on)} from members.status t
    where t.person_id = ${personId} and lower(t.valid_during) <= ${on}::date and ${stoodAt('t', knownAt)} order by t.valid_during`)
}

export type OverlaySeen = Span & {
  readonly id: string; readonly kind: OverlayKind; readonly since: string | null; readonly place: string | null; readonly occupation: string | null
  readonly phone: string | null; readonly excusedUntil: PlainDate | null; readonly contactId: string | null; readonly contactName: string | null; readonly note: string | null
}

export function overlaysSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<OverlaySeen[]> {
  return db.rows(sql`
    select t.id, t.kind, t.since, t.place, t.occupation, t.phone, t.excused_until as "excusedUntil", t.contact_id as "contactId", c.full_name as "contactName", t.note, ${span('valid_during', on)}
    from members.overlay t left join members.person c on c.id = t.contact_id
    where t.person_id = ${personId} and lower(t.valid_during) <= ${on}::date and ${stoodAt('t', knownAt)} order by t.valid_during`)
}

export type PostSeen = Span & {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly organisationId: string; readonly organisation: string; readonly position: string; readonly basis: string | null
}

/** Posts of a person, oldest first. */
export function postsSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<PostSeen[]> {
  return db.rows(sql`
    select t.id, t.person_id as "personId", x.full_name as "fullName", t.organisation_id as "organisationId", organisations.name_on(t.organisation_id, lower(t.held_during)) as organisation,
      t.position, t.basis, ${span('held_during', on)}
    from members.post t join members.person x on x.id = t.person_id
    where t.person_id = ${personId} and lower(t.held_during) <= ${on}::date and ${stoodAt('t', knownAt)} order by t.held_during`)
}

/** Who holds a post of an organisation on a day. */
export function postHoldersOn(db: Db, organisationId: string, { on, knownAt }: Seen): Promise<PostSeen[]> {
  return db.rows(sql`
    select t.id, t.person_id as "personId", x.full_name as "fullName", t.organisation_id as "organisationId", organisations.name_on(t.organisation_id, ${on}::date) as organisation,
      t.position, t.basis, ${span('held_during', on)}
    from members.post t join members.person x on x.id = t.person_id
    where t.organisation_id = ${organisationId} and t.held_during @> ${on}::date and ${stoodAt('t', knownAt)} order by x.sort_key`)
}

export type MembershipSeen = {
  id: string; ordinal: number; decidedOn: PlainDate | null; decisionNumber: string | null; ceremonyOn: PlainDate | null; admittedOn: string | null; confirmedOn: string | null
  confirmationNumber: string | null; confirmationSignedOn: PlainDate | null; cardNumber: string | null; historyNumber: string | null
  endedOn: PlainDate | null; endKind: 'death' | 'strikeOff' | 'expulsion' | 'resignation' | 'transferOut' | null; endBasis: string | null; recordedAt: string
}

/** The number of a spell on the day: the one of the register, but for days on which the card bore another, or on which there was no card yet. */
function cardNumberOn(on: PlainDate, knownAt: string | undefined) {
  const during = sql`c.person_id = t.person_id and ${stoodAt('c', knownAt)} 
    and coalesce(lower(c.valid_during) < t.ended_on, true) and coalesce(upper(c.valid_during) > coalesce(t.decided_on, t.ceremony_on), true)`
  return sql`coalesce((select c.number from members.card_number c where ${during} and not upper_inf(c.valid_during) and c.valid_during @> ${on}::date),
    case when coalesce((select max(lower(c.valid_during)) from members.card_number c where ${during} and upper_inf(c.valid_during)), '-infinity') <= ${on}::date then t.card_number end)`
}

/** Spells of membership begun by the viewed day; what happened after that day had not happened. */
export function membershipsSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<MembershipSeen[]> {
  return db.rows(sql`
    select t.id, t.ordinal, t.decided_on as "decidedOn", t.decision_number as "decisionNumber",
      case when t.ceremony_on <= ${on}::date then t.ceremony_on end as "ceremonyOn", t.admitted_on as "admittedOn",
      case when t.confirmed_on <= ${on}::text then t.confirmed_on end as "confirmedOn",
      case when t.confirmation_signed_on <= ${on}::date then t.confirmation_number end as "confirmationNumber",
      case when t.confirmation_signed_on <= ${on}::date then t.confirmation_signed_on end as "confirmationSignedOn",
      ${cardNumberOn(on, knownAt)} as "cardNumber", t.history_number as "historyNumber",
      case when t.ended_on <= ${on}::date then t.ended_on end as "endedOn", case when t.ended_on <= ${on}::date then t.end_kind end as "endKind",
      case when t.ended_on <= ${on}::date then t.end_basis end as "endBasis", t.recorded_at as "recordedAt"
    from members.membership t
    where t.person_id = ${personId} and coalesce(t.decided_on::text, t.admitted_on, t.ceremony_on::text, '') <= ${on}::text and ${stoodAt('t', knownAt)} order by t.ordinal`)
}

export type CardNumberSeen = { readonly number: string; readonly from: PlainDate; readonly basis: string | null; readonly recordedAt: string }

/** Cards that acts gave to a person by the day, oldest first. */
export function cardNumbersSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<CardNumberSeen[]> {
  return db.rows(sql`
    select t.number, lower(t.valid_during) as "from", t.basis, t.recorded_at as "recordedAt" from members.card_number t
    where t.person_id = ${personId} and lower(t.valid_during) <= ${on}::date and ${stoodAt('t', knownAt)} order by t.valid_during`)
}

export type CorrectionRow = { recordedAt: string; by: string | null; reason: string; paper: string; fields: string[]; before: Record<string, string | null>; after: Record<string, string | null> }

/** Corrections known at the moment, newest first, with the state before and after each. */
export function correctionsSeen(db: Db, personId: string, { knownAt }: Seen): Promise<CorrectionRow[]> {
  return db.rows(sql`
    select c.recorded_at as "recordedAt", a.full_name as by, c.reason, c.paper, c.fields, former.content as before,
      coalesce(next.content, to_jsonb(x)) as after
    from members.correction c
    join members.person x on x.id = c.person_id
    join members.person_version former on former.person_id = c.person_id and former.version = c.former_version
    left join members.person_version next on next.person_id = c.person_id and next.version = c.former_version + 1
    left join access.account a on a.id = c.corrected_by
    where c.person_id = ${personId} and (${knownAt ?? null}::timestamptz is null or c.recorded_at <= ${knownAt ?? null}::timestamptz) order by c.recorded_at desc, c.former_version desc`)
}

/**
 * A person as known at a moment (absent = now), with the identity numbers: the caller has authorised and covers what the reader may not see.
 * Refuses with `members.personNotFound`.
 */
export async function loadPersonAsKnown(db: Db, personId: string, knownAt?: string): Promise<PersonWithIdentity> {
  const person = await loadPersonWithIdentity(db, personId)
  const former = knownAt ? await db.first<{ content: Record<string, string | null> }>(sql`
    select content from members.person_version where person_id = ${personId} and superseded_at > ${knownAt}::timestamptz order by version limit 1`) : undefined
  if (!former) return person
  const fields = Object.entries(personColumns).map(([field, column]) => [field, former.content[column] ?? null])
  return { ...person, ...Object.fromEntries(fields) }
}
