import type { PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, rowsKnown, sql, type Db, type Seen } from '../../../platform/action/index.ts'

export type Certificate = { readonly id: string; readonly number: string | null; readonly issuedOn: PlainDate; readonly issuer: string | null }

/** Certificates of the awareness class, newest first; of a day, those issued by then, as known at a moment. */
export const listCertificates = (db: Db, personId: string, seen?: Seen): Promise<Certificate[]> =>
  db.rows(sql`select id, number, issued_on as "issuedOn", issuer from sources_and_targets.awareness_certificate
    where person_id = ${personId} ${seen ? sql`and issued_on <= ${seen.on}::date and ${recordedBy(sql`recorded_at`, seen.knownAt)}` : empty} order by issued_on desc`)

/** The newest certificate issued up to a day; whether it is still valid is the question of the rule. */
export const latestCertificate = (db: Db, personId: string, on: PlainDate): Promise<Certificate | undefined> =>
  db.first(sql`select id, number, issued_on as "issuedOn", issuer from sources_and_targets.awareness_certificate
    where person_id = ${personId} and issued_on <= ${on}::date order by issued_on desc, recorded_at desc limit 1`)

export async function insertCertificate(db: Db, c: { id: string; personId: string; number?: string | undefined; issuedOn: PlainDate; issuer?: string | undefined }): Promise<void> {
  await db.run(sql`insert into sources_and_targets.awareness_certificate (id, person_id, number, issued_on, issuer)
    values (${c.id}, ${c.personId}, ${c.number ?? null}, ${c.issuedOn}, ${c.issuer ?? null})`)
}

export type Remark = { readonly id: string; readonly quarter: string; readonly writtenOn: PlainDate; readonly text: string; readonly byName: string | null; readonly recordedAt: string; readonly supersededAt: string | null }

/** All that was said of a person, newest quarter first, through every cell that followed; superseded texts after the live one; written by a day, as known at a moment. */
export const listRemarks = (db: Db, personId: string, { on, knownAt }: Seen): Promise<Remark[]> =>
  db.rows(sql`
    select r.id, r.quarter, r.written_on as "writtenOn", r.text, a.full_name as "byName", r.recorded_at as "recordedAt",
      case when ${recordedBy(sql`r.superseded_at`, knownAt)} then r.superseded_at end as "supersededAt"
    from sources_and_targets.remark r join sources_and_targets.prospect p on p.id = r.prospect_id
    left join access.account a on a.id = r.written_by
    where p.person_id = ${personId} and r.written_on <= ${on}::date and ${recordedBy(sql`r.recorded_at`, knownAt)} order by r.quarter desc, r.superseded_at desc nulls first`)

export const findRemark = (db: Db, prospectId: string, quarter: string): Promise<{ id: string; writtenOn: PlainDate } | undefined> =>
  db.first(sql`select id, written_on as "writtenOn" from sources_and_targets.remark where prospect_id = ${prospectId} and quarter = ${quarter} and superseded_at is null`)

export async function supersedeRemark(db: Db, id: string): Promise<void> {
  await db.run(sql`update sources_and_targets.remark set superseded_at = platform.moment() where id = ${id}`)
}

export async function insertRemark(db: Db, r: { id: string; prospectId: string; quarter: string; writtenOn: PlainDate; text: string; by: string | undefined }): Promise<void> {
  await db.run(sql`insert into sources_and_targets.remark (id, prospect_id, quarter, written_on, text, written_by)
    values (${r.id}, ${r.prospectId}, ${r.quarter}, ${r.writtenOn}, ${r.text}, ${r.by ?? null})`)
}

export type Mentoring = { readonly id: string; readonly personId: string; readonly fullName: string | null; readonly from: PlainDate; readonly until: PlainDate | null; readonly resolution: string | null }

/** Who helped a person, newest first; an assignment that was replaced on its first day is left out. Of a day, as known at a moment: who had begun by then; who ended later was still helping. */
export const listMentorings = (db: Db, prospectId: string, seen?: Seen): Promise<Mentoring[]> =>
  db.rows(sql`
    select a.id, a.mentor_id as "personId", x.full_name as "fullName", lower(a.assigned_during) as "from", 
      case when upper(a.assigned_during) <= ${seen?.on ?? null}::date or ${seen?.on ?? null}::date is null then upper(a.assigned_during) end as until, a.resolution
    from ${rowsKnown('sources_and_targets.mentor_assignment', seen?.knownAt)} a left join members.person x on x.id = a.mentor_id
    where a.prospect_id = ${prospectId} and not isempty(a.assigned_during) ${seen ? sql`and lower(a.assigned_during) <= ${seen.on}::date` : empty} order by a.assigned_during desc`)

/** Ends the help of a mentor; on the first day of an assignment nothing of it remains true. */
export async function endMentoring(db: Db, id: string, on: PlainDate): Promise<void> {
  await db.run(sql`update sources_and_targets.mentor_assignment set assigned_during = daterange(lower(assigned_during), ${on}) where id = ${id}`)
}

export async function insertMentoring(db: Db, m: { id: string; prospectId: string; mentorId: string; from: PlainDate; resolution?: string | undefined }): Promise<void> {
  await db.run(sql`insert into sources_and_targets.mentor_assignment (id, prospect_id, mentor_id, assigned_during, resolution)
    values (${m.id}, ${m.prospectId}, ${m.mentorId}, daterange(${m.from}, null), ${m.resolution ?? null})`)
}

/** How many people within one's part a member helps on a day. */
export async function mentorLoad(db: Db, mentorId: string, on: PlainDate): Promise<number> {
  const { load } = await db.one<{ load: number }>(sql`select count(*)::int as load from sources_and_targets.mentor_assignment where mentor_id = ${mentorId} and assigned_during @> ${on}::date`)
  return load
}

export type MentorCandidate = { personId: string; fullName: string; bornYear: number | null; cellName: string; load: number }

/** Full members in one of these cells on a day, least burdened first. */
export async function listFullMembers(db: Db, q: { cells: string; on: PlainDate; search?: string | undefined; except: string }): Promise<{ rows: MentorCandidate[]; total: number }> {
  const search = q.search ? sql`and x.search_text like '%' || platform.fold(${q.search}) || '%'` : empty
  const rows = await db.rows<MentorCandidate & { total: number }>(sql`
    select x.id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", organisations.name_on(pl.cell_id, ${q.on}::date) as "cellName",
      (select count(*)::int from sources_and_targets.mentor_assignment a where a.mentor_id = x.id and a.assigned_during @> ${q.on}::date) as load,
      count(*) over ()::int as total
    from organisations.closure c
    join members.placement pl on pl.cell_id = c.descendant_id and pl.superseded_at is null and pl.valid_during @> ${q.on}::date
    join members.status s on s.person_id = pl.person_id and s.superseded_at is null and s.valid_during @> ${q.on}::date and s.status = 'full'
    join members.person x on x.id = pl.person_id
    where c.ancestor_id = ${q.cells} and c.valid_during @> ${q.on}::date and x.id <> ${q.except} ${search}
    order by load, x.sort_key collate "C", x.id limit 50`)
  return { rows, total: rows[0]?.total ?? 0 }
}
