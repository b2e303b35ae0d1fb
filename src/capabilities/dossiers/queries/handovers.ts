import { newId, type PlainDate } from '../../../kernel/index.ts'
import { recordedBy, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import { lastBelowCondition } from '../../organisations/index.ts'

export type Handover = {
  readonly id: string; readonly fromKeeperId: string; readonly fromKeeper: string; readonly toKeeper: string; readonly handedOn: PlainDate
  readonly handedBy: string; readonly receivedBy: string; readonly basis: string; readonly dossiers: number
}

const columns = sql`h.id, h.from_keeper_id as "fromKeeperId", coalesce(organisations.name_on(h.from_keeper_id, h.handed_on), '') as "fromKeeper",
  coalesce(h.to_name, organisations.name_on(h.to_keeper_id, h.handed_on), '') as "toKeeper", h.handed_on as "handedOn", h.handed_by as "handedBy", h.received_by as "receivedBy", h.basis, h.dossiers`

/** Handovers from or to an organisation or one below it up to a day, as known at a moment, newest first. */
export async function listHandoversBelow(db: Db, organisationId: string, seen: Seen, { page, size }: { page: number; size: number }) {
  const { on, knownAt } = seen
  const below = lastBelowCondition(organisationId, seen)
  const where = sql`h.handed_on <= ${on}::date and ${recordedBy(sql`h.recorded_at`, knownAt)} and (h.from_keeper_id ${below} or h.to_keeper_id ${below})`
  const rows = await db.rows<Handover>(sql`select ${columns} from dossiers.handover h where ${where} order by h.handed_on desc, h.id desc limit ${size} offset ${(page - 1) * size}`)
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from dossiers.handover h where ${where}`)
  return { rows, total }
}

export function findHandoverById(db: Db, id: string): Promise<Handover | undefined> {
  return db.first(sql`select ${columns} from dossiers.handover h where h.id = ${id}`)
}

export type HandoverLine = { readonly ordinal: number; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cell: string; readonly papers: number; readonly pages: number; readonly missing: string[] }

/** Lines of a handover; who has left the reader's part since is not among them. */
export function linesOf(db: Db, { id, handedOn }: Pick<Handover, 'id' | 'handedOn'>): Promise<HandoverLine[]> {
  return db.rows(sql`
    select l.ordinal, l.person_id as "personId", p.full_name as "fullName", p.born_on as "bornOn", coalesce(organisations.name_on(p.keeper_id, ${handedOn}), '') as cell, l.papers, l.pages, l.missing
    from dossiers.handover_line l join members.person p on p.id = l.person_id where l.handover_id = ${id} order by l.ordinal`)
}

export type Kept = { readonly dossierId: string; readonly personId: string; readonly fullName: string; readonly cellId: string; readonly papers: number; readonly pages: number; readonly isLent: boolean }

/** Dossiers that a keeper holds, of the people named or of everybody, in the order of names, locked until the end of the transaction. */
export async function lockKept(db: Db, keeperId: string, personIds: readonly string[] | undefined): Promise<Kept[]> {
  const chosen = personIds ? sql`and d.person_id = any (${[...personIds]}::uuid[])` : sql``
  return db.rows(sql`
    select d.id as "dossierId", d.person_id as "personId", p.full_name as "fullName", p.keeper_id as "cellId",
      (select count(*)::int from dossiers.item i where i.dossier_id = d.id and i.superseded_at is null and i.state in ('present','unreadable')) as papers,
      (select coalesce(sum(i.pages), 0)::int from dossiers.item i where i.dossier_id = d.id and i.superseded_at is null and i.state in ('present','unreadable')) as pages,
      exists (select from dossiers.loan l where l.dossier_id = d.id and l.returned_on is null) as "isLent"
    from dossiers.dossier d join members.person p on p.id = d.person_id
    where d.keeper_id = ${keeperId} ${chosen} order by p.sort_key, p.id for update of d`)
}

export type NewHandover = {
  fromKeeperId: string; toKeeperId: string | undefined; toName: string | undefined; handedOn: PlainDate; handedBy: string; receivedBy: string; basis: string; by: string | undefined
}

/** Writes a handover with its list; dossiers that stay in the tree have the new keeper from now on and no place yet. */
export async function insertHandover(db: Db, h: NewHandover, lines: readonly (Kept & { missing: readonly string[] })[]): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.handover (id, from_keeper_id, to_keeper_id, to_name, handed_on, handed_by, received_by, basis, dossiers, recorded_by)
    values (${id}, ${h.fromKeeperId}, ${h.toKeeperId ?? null}, ${h.toName || null}, ${h.handedOn}, ${h.handedBy}, ${h.receivedBy}, ${h.basis}, ${lines.length}, ${h.by ?? null})`)
  const rows = lines.map((line, i) => ({ dossier_id: line.dossierId, person_id: line.personId, ordinal: i + 1, papers: line.papers, pages: line.pages, missing: line.missing }))
  await db.run(sql`
    insert into dossiers.handover_line (handover_id, dossier_id, person_id, ordinal, papers, pages, missing)
    select ${id}, r.dossier_id, r.person_id, r.ordinal, r.papers, r.pages, r.missing
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (dossier_id uuid, person_id uuid, ordinal int, papers int, pages int, missing text[])`)
  if (h.toKeeperId)
    await db.run(sql`
      update dossiers.dossier set keeper_id = ${h.toKeeperId}, room = null, cabinet = null, box = null, folder = null, version = version + 1
      where id = any (${lines.map(({ dossierId }) => dossierId)}::uuid[])`)
  return id
}

/** The same for the one dossier of a member who was transferred, whoever keeps it; see the function of the database. */
export async function insertHandoverOfOne(db: Db, h: Omit<NewHandover, 'fromKeeperId'>, line: Kept & { missing: readonly string[] }): Promise<string> {
  const id = newId()
  await db.run(sql`select dossiers.hand_over_one(${id}, ${line.dossierId}, ${h.toKeeperId ?? null}, ${h.toName || null}, ${h.handedOn}, ${h.handedBy}, ${h.receivedBy}, ${h.basis}, ${line.papers}, ${line.pages},
    ${[...line.missing]}, ${h.by ?? null})`)
  return id
}
