import { newId, type PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Db } from '../../../platform/action/index.ts'
import type { MemberStatus, OverlayKind } from '../model.ts'

/** Facts that hold for a person from a day to a day. */
const tables = {
  placement: { range: 'valid_during', copied: 'person_id, cell_id, basis, source_id' },
  status: { range: 'valid_during', copied: 'person_id, status, basis, source_id' },
  post: { range: 'held_during', copied: 'person_id, organisation_id, position, basis' },
  overlay: { range: 'valid_during', copied: 'person_id, kind, cell_id, since, place, occupation, phone, excused_until, contact_id, note, basis' },
} as const
type DatedTable = keyof typeof tables

/**
 * Ends what holds for a person: nothing of it is true from `on` (inclusive) any more. The former statement stays, superseded.
 * With `id` only that one fact. Answers how many facts were ended.
 */
export async function endFacts(db: Db, table: DatedTable, personId: string, on: PlainDate, id?: string): Promise<number> {
  const { range, copied } = tables[table]
  const [name, during, columns] = [raw(`members.${table}`), raw(range), raw(copied)]
  const ended = await db.rows<{ id: string; begins: PlainDate }>(sql`
    update ${name} set superseded_at = platform.moment()
    where person_id = ${personId} and superseded_at is null and (upper(${during}) is null or upper(${during}) > ${on}::date)
      and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    returning id, lower(${during}) as begins`)
  for (const fact of ended)
    if (fact.begins < on)
      await db.run(sql`insert into ${name} (id, ${columns}, ${during})
        select ${newId()}, ${columns}, daterange(${fact.begins}, ${on}) from ${name} where id = ${fact.id}`)
  return ended.length
}

export type NewPlacement = { personId: string; cellId: string; from: PlainDate; until?: PlainDate | null | undefined; basis?: string | null | undefined; sourceId?: string | null | undefined }

/** Places a person in a cell from a day on. The database refuses a second cell on one day. */
export async function insertPlacement(db: Db, p: NewPlacement): Promise<void> {
  await db.run(sql`insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
    values (${newId()}, ${p.personId}, ${p.cellId}, daterange(${p.from}, ${p.until ?? null}), ${p.basis ?? null}, ${p.sourceId ?? null})`)
}

export type NewStatus = { personId: string; status: MemberStatus; from: PlainDate; until?: PlainDate | null | undefined; basis?: string | null | undefined; sourceId?: string | null | undefined }

export async function insertStatus(db: Db, s: NewStatus): Promise<void> {
  await db.run(sql`insert into members.status (id, person_id, status, valid_during, basis, source_id)
    values (${newId()}, ${s.personId}, ${s.status}, daterange(${s.from}, ${s.until ?? null}), ${s.basis ?? null}, ${s.sourceId ?? null})`)
}

export type Placement = { readonly id: string; readonly cellId: string; readonly cell: string; readonly from: PlainDate; readonly until: PlainDate | null; readonly basis: string | null }

/** In which cell a person is on a day. */
export function findPlacementOn(db: Db, personId: string, day: PlainDate): Promise<Placement | undefined> {
  return db.first(sql`select id, cell_id as "cellId", organisations.name_on(cell_id, ${day}::date) as cell,
      lower(valid_during) as "from", upper(valid_during) as until, basis
    from members.placement where person_id = ${personId} and superseded_at is null and valid_during @> ${day}::date`)
}

export type StatusOn = { readonly id: string; readonly status: MemberStatus; readonly from: PlainDate; readonly until: PlainDate | null; readonly basis: string | null }

export function findStatusOn(db: Db, personId: string, day: PlainDate): Promise<StatusOn | undefined> {
  return db.first(sql`select id, status, lower(valid_during) as "from", upper(valid_during) as until, basis
    from members.status where person_id = ${personId} and superseded_at is null and valid_during @> ${day}::date`)
}

/** First day after `day` on which something new begins for a person in a table of dated facts. */
export async function nextBeginning(db: Db, table: 'placement' | 'status', personId: string, day: PlainDate): Promise<PlainDate | null> {
  const { next } = await db.one<{ next: PlainDate | null }>(sql`select min(lower(valid_during)) as next from ${raw(`members.${table}`)}
    where person_id = ${personId} and superseded_at is null and lower(valid_during) > ${day}::date`)
  return next
}

export type NewOverlay = {
  personId: string; kind: OverlayKind; from: PlainDate; until?: PlainDate | null | undefined; cellId?: string | null | undefined; since?: string | null | undefined
  place?: string | null | undefined; occupation?: string | null | undefined; phone?: string | null | undefined; excusedUntil?: PlainDate | null | undefined
  contactId?: string | null | undefined; note?: string | null | undefined; basis?: string | null | undefined
}

export async function insertOverlay(db: Db, o: NewOverlay): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into members.overlay (id, person_id, kind, cell_id, valid_during, since, place, occupation, phone, excused_until, contact_id, note, basis)
    values (${id}, ${o.personId}, ${o.kind}, ${o.cellId ?? null}, daterange(${o.from}, ${o.until ?? null}), ${o.since ?? null}, ${o.place ?? null},
      ${o.occupation ?? null}, ${o.phone ?? null}, ${o.excusedUntil ?? null}, ${o.contactId ?? null}, ${o.note ?? null}, ${o.basis ?? null})`)
  return id
}

/** What lies over a membership on a day. */
export async function overlayKindsOn(db: Db, personId: string, day: PlainDate): Promise<OverlayKind[]> {
  const rows = await db.rows<{ kind: OverlayKind }>(sql`select distinct kind from members.overlay where person_id = ${personId} and superseded_at is null and valid_during @> ${day}::date`)
  return rows.map(({ kind }) => kind)
}
