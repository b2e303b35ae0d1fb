import type { Facts, PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

export type Obstacle = { readonly what: 'twoCells' | 'endedAndLive' | 'openAtOnce'; readonly facts: Facts }

/** What keeps two records from being joined on a day; `leadId`: whose membership is to stand. */
export function listObstacles(db: Db, survivorId: string, otherId: string, leadId: string, on: PlainDate): Promise<Obstacle[]> {
  return db.rows(sql`select what, facts from duplicates.obstacles(${survivorId}, ${otherId}, ${leadId}, ${on}) order by what, facts::text`)
}

export type NewJoining = {
  readonly id: string; readonly survivorId: string; readonly otherId: string; readonly otherKeeperId: string; readonly pairId: string; readonly reason: string; readonly basis: string; readonly taken: readonly string[]; readonly on: PlainDate; readonly by: string | undefined
}

export async function insertJoining(db: Db, j: NewJoining): Promise<void> {
  await db.run(sql`
    insert into duplicates.joining (id, survivor_id, other_id, other_keeper_id, pair_id, reason, basis, taken, joined_on, joined_by)
    values (${j.id}, ${j.survivorId}, ${j.otherId}, ${j.otherKeeperId}, ${j.pairId}, ${j.reason}, ${j.basis}, ${j.taken as string[]}, ${j.on}, ${j.by ?? null})`)
}

export type WhatIsJoined = {
  readonly joiningId: string; readonly leadId: string; readonly columns: Readonly<Record<string, unknown>>; readonly corrected: readonly string[]; readonly items: readonly string[]; readonly numbers: Readonly<Record<string, string>>
}

export async function joinInDatabase(db: Db, { joiningId, leadId, columns, corrected, items, numbers }: WhatIsJoined): Promise<void> {
  await db.run(sql`select duplicates.join_records(${joiningId}, ${leadId}, ${JSON.stringify(columns)}::jsonb, ${corrected as string[]}::text[], ${items as string[]}::text[], ${JSON.stringify(numbers)}::jsonb)`)
}

export async function partInDatabase(db: Db, joiningId: string): Promise<void> {
  await db.run(sql`select duplicates.part_records(${joiningId})`)
}

export type JoiningRow = {
  readonly id: string; readonly survivorId: string; readonly survivor: string; readonly survivorBornOn: string | null; readonly otherId: string; readonly other: string; readonly otherBornOn: string | null; readonly cell: string; readonly otherCell: string; readonly joinedOn: PlainDate
  readonly joinedBy: string | null; readonly reason: string; readonly basis: string; readonly undoneOn: PlainDate | null; readonly undoneBy: string | null; readonly undoReason: string | null; readonly version: number
  readonly otherKeeperId: string; readonly pairId: string | null; readonly taken: readonly string[]
}

// The other record is put aside and shown by no rule: its name is told by what the joining keeps of it.
const columns = sql`j.id, j.survivor_id as "survivorId", s.full_name as survivor, s.born_on as "survivorBornOn", j.other_id as "otherId", o.full_name as other, o.born_on as "otherBornOn",
  coalesce(organisations.name_on(s.keeper_id, access.today()), '') as cell, coalesce(organisations.name_on(j.other_keeper_id, access.today()), '') as "otherCell", j.joined_on as "joinedOn", a.full_name as "joinedBy", j.reason, j.basis,
  j.undone_on as "undoneOn", b.full_name as "undoneBy", j.undo_reason as "undoReason", j.version, j.other_keeper_id as "otherKeeperId", j.pair_id as "pairId", j.taken`
const from = sql`from duplicates.joining j join members.person s on s.id = j.survivor_id join duplicates.joined_others() o on o.joining_id = j.id
  left join access.account a on a.id = j.joined_by left join access.account b on b.id = j.undone_by`

/** Joinings, newest first; of one person, or all of the actor's part. */
export async function listJoiningsAsked(db: Db, personId: string | undefined, { page, size }: { page: number; size: number }): Promise<{ rows: JoiningRow[]; total: number }> {
  const where = personId ? sql`(j.survivor_id = ${personId} or j.other_id = ${personId})` : sql`true`
  const rows = await db.rows<JoiningRow>(sql`select ${columns} ${from} where ${where} order by j.recorded_at desc, j.id limit ${size} offset ${(page - 1) * size}`)
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`)
  return { rows, total }
}

export function findJoiningById(db: Db, id: string): Promise<JoiningRow | undefined> {
  return db.first(sql`select ${columns} ${from} where j.id = ${id}`)
}

/** The same, locked until the end of the transaction. */
export async function lockJoining(db: Db, id: string): Promise<JoiningRow | undefined> {
  await db.first(sql`select from duplicates.joining where id = ${id} for update`)
  return findJoiningById(db, id)
}

export type Counted = { readonly inTable: string; readonly rows: number }

/** Rows that a joining changed, by table. */
export function listMoved(db: Db, joiningId: string): Promise<Counted[]> {
  return db.rows(sql`select in_table as "inTable", count(*)::int as rows from duplicates.joined_row where joining_id = ${joiningId} and in_table <> 'members.person_version' group by 1 order by 1`)
}

/** What was built on the two records since, by table. */
export function listBuiltSince(db: Db, joiningId: string): Promise<Counted[]> {
  return db.rows(sql`select in_table as "inTable", rows from duplicates.built_since(${joiningId})`)
}

export async function markUndone(db: Db, id: string, { reason, on, by }: { reason: string; on: PlainDate; by: string | undefined }): Promise<void> {
  await db.run(sql`update duplicates.joining set undone_on = ${on}, undone_by = ${by ?? null}, undo_reason = ${reason}, version = version + 1 where id = ${id}`)
}

type Columns = Readonly<Record<string, string | null>>

/** The columns of both records as they stand; the caller covers what is not shown. */
export function findOtherFields(db: Db, joiningId: string): Promise<{ survivor: Columns; other: Columns }> {
  return db.one(sql`select survivor, other from duplicates.both_records(${joiningId})`)
}
