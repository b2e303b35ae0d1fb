import { newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { Side } from '../codes.ts'
import { reconciliationNotFound } from '../errors.ts'
import { phaseOf } from '../model.ts'

export type Signature = { readonly id: string; readonly side: Side; readonly number: number; readonly standing: number; readonly signer: string; readonly signedOn: PlainDate; readonly recordedAt: string }
/** A reconciliation as its reader sees it: a cell secretary counts the lines of the own cell only. */
export type Reconciliation = {
  readonly id: string; readonly organisationId: string; readonly organisation: string; readonly asOf: PlainDate; readonly openedOn: PlainDate; readonly dueOn: PlainDate; readonly knownAt: string; readonly version: number
  readonly note: string | null; readonly superior: string
  /** The whole organisation lies in the part of the reader. */
  readonly isWhole: boolean
  readonly ours: number; readonly theirs: number; readonly unmarked: number; readonly differences: number; readonly open: number; readonly standing: number; readonly signatures: readonly Signature[]
}

const seen = (condition: Sql, moment?: string): Sql => sql`
  select r.id, r.organisation_id as "organisationId", r.organisation, r.as_of as "asOf", r.opened_on as "openedOn", r.due_on as "dueOn", r.known_at as "knownAt", r.version, o.note,
    coalesce(organisations.name_on(o.organisation_id, r.opened_on), '') as superior, r.organisation_id in (select access.people_reach()) as "isWhole",
    e.ours, e.ours - e.gone + l.come as theirs, e.unmarked, d.total as differences, d.open, d.standing, g.signatures
  from ${rowsKnown('reconciling.reconciliation', moment)} r join reconciling.round o on o.id = r.round_id
  cross join lateral (select count(*)::int as ours, (count(*) filter (where s.id is null))::int as unmarked,
      (count(*) filter (where s.mark in ('surplus','absent') or s.mark = 'wrong' and s.reason in ('died','movedOut')))::int as gone
    from reconciling.entry e left join ${rowsKnown('reconciling.statement', moment)} s on s.reconciliation_id = e.reconciliation_id and s.person_id = e.person_id where e.reconciliation_id = r.id) e
  cross join lateral (select count(*)::int as come from ${rowsKnown('reconciling.statement', moment)} s where s.reconciliation_id = r.id and s.person_id is null and s.mark <> 'right') l
  cross join lateral (select (count(*) filter (where d.state <> 'withdrawn'))::int as total, (count(*) filter (where d.state = 'open'))::int as open, (count(*) filter (where d.state = 'standing'))::int as standing
    from ${rowsKnown('reconciling.difference', moment)} d where d.reconciliation_id = r.id) d
  cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'side', g.side, 'number', g.number, 'standing', g.standing, 'signer', g.signer, 'signedOn', g.signed_on, 'recordedAt', g.recorded_at) order by g.side), '[]') as signatures
    from ${rowsKnown('reconciling.signature', moment)} g where g.reconciliation_id = r.id and g.withdrawn_on is null) g
  where ${condition}`

/** The reconciliation, if it lies in the part of the reader, as recorded by a moment. Refuses `reconciling.reconciliationNotFound`, also before it was opened. */
export async function loadReconciliation(db: Db, id: string, moment?: string): Promise<Reconciliation> {
  const found = await db.first<Reconciliation>(seen(sql`r.id = ${id}`, moment))
  if (!found) throw reconciliationNotFound()
  return found
}

/** The same, held until the end of the transaction, so that nobody signs while another changes the lists; also for a cell that may not change the row itself. */
export async function lockReconciliation(db: Db, id: string): Promise<Reconciliation> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended('reconciling ' || ${id}, 0))`)
  return loadReconciliation(db, id)
}

/** Reconciliations below an organisation, or (for a cell) of the organisation above it, that were opened by a day, as recorded by a moment. */
export function listReconciliationsBelow(db: Db, { organisationId, on, moment }: { organisationId?: string | undefined; on: PlainDate; moment?: string | undefined }): Promise<Reconciliation[]> {
  const place = organisationId ? sql`(r.organisation_id ${belowCondition(organisationId, on)} or exists (select from reconciling.entry e where e.reconciliation_id = r.id and e.place_id ${belowCondition(organisationId, on)}))` : sql`true`
  return db.rows(seen(place, moment))
}

export const signatureOf = ({ signatures }: Pick<Reconciliation, 'signatures'>, side: Side): Signature | undefined => signatures.find((each) => each.side === side)

export const phaseOfReconciliation = (r: Pick<Reconciliation, 'unmarked' | 'open' | 'signatures'>) =>
  phaseOf({ unmarked: r.unmarked, open: r.open, below: signatureOf(r, 'grassroots') !== undefined, above: signatureOf(r, 'superior') !== undefined })

export async function raiseVersion(db: Db, id: string): Promise<number> {
  return (await db.one<{ version: number }>(sql`update reconciling.reconciliation set version = version + 1 where id = ${id} returning version`)).version
}

type NewRound = { readonly organisationId: string; readonly asOf: PlainDate; readonly dueOn: PlainDate; readonly note: string | null; readonly openedOn: PlainDate; readonly by: string | undefined }

export async function insertRound(db: Db, r: NewRound): Promise<string> {
  const id = newId()
  await db.run(sql`insert into reconciling.round (id, organisation_id, as_of, due_on, note, opened_on, opened_by) values (${id}, ${r.organisationId}, ${r.asOf}, ${r.dueOn}, ${r.note}, ${r.openedOn}, ${r.by ?? null})`)
  return id
}

/** Freezes the list of an organisation as of a day, as known now, with the names. */
export async function freezeList(db: Db, roundId: string, of: { id: string; name: string }, r: NewRound): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into reconciling.reconciliation (id, round_id, organisation_id, organisation, as_of, due_on, opened_on, ours, recorded_by)
    values (${id}, ${roundId}, ${of.id}, ${of.name}, ${r.asOf}, ${r.dueOn}, ${r.openedOn}, (select count(*) from reconciling.register_on(${of.id}, ${r.asOf})), ${r.by ?? null})`)
  await db.run(sql`
    insert into reconciling.entry (reconciliation_id, organisation_id, place_id, person_id, ordinal, full_name, sort_key, born_on, sex, ethnicity, status, card_number, admitted_on, confirmed_on, cell_code, cell_name)
    select ${id}, ${of.id}, cell_id, person_id, ordinal, full_name, sort_key, born_on, sex, ethnicity, status, card_number, admitted_on, confirmed_on, cell_code, cell_name from reconciling.register_on(${of.id}, ${r.asOf})`)
  return id
}

/** Organisations that have a reconciliation as of a day already. */
export async function openedOn(db: Db, organisations: readonly string[], asOf: PlainDate): Promise<string[]> {
  return (await db.rows<{ name: string }>(sql`select organisation as name from reconciling.reconciliation where organisation_id = any (${[...organisations]}::uuid[]) and as_of = ${asOf} order by organisation`)).map(({ name }) => name)
}
