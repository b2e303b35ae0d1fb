import { addMonths, type PlainDate } from '../../../kernel/index.ts'
import { join, sql, stoodAt, type Db, type Seen } from '../../../platform/action/index.ts'
import { cellTypes, closureKnown, versionsKnown } from '../../organisations/index.ts'
import { type UnionCode } from '../codes.ts'
import { REVIEW_MONTHS } from '../model.ts'

export async function insertReview(db: Db, r: { id: string; organisationId: string; unionCode: UnionCode; reviewedOn: PlainDate; total: number; partyMembers: number }): Promise<void> {
  await db.run(sql`
    update sources_and_targets.mass_review set superseded_at = platform.moment()
    where organisation_id = ${r.organisationId} and union_code = ${r.unionCode} and reviewed_on = ${r.reviewedOn} and superseded_at is null`)
  await db.run(sql`
    insert into sources_and_targets.mass_review (id, organisation_id, union_code, reviewed_on, total, party_members)
    values (${r.id}, ${r.organisationId}, ${r.unionCode}, ${r.reviewedOn}, ${r.total}, ${r.partyMembers})`)
}

/** Other mass organisations whose latest review at a place gives this very total: often one number typed twice. */
export async function unionsWithTotal(db: Db, q: { organisationId: string; unionCode: UnionCode; total: number; on: PlainDate }): Promise<UnionCode[]> {
  const rows = await db.rows<{ unionCode: UnionCode }>(sql`
    select union_code as "unionCode" from (
      select distinct on (union_code) union_code, total from sources_and_targets.mass_review
      where organisation_id = ${q.organisationId} and union_code <> ${q.unionCode} and superseded_at is null and reviewed_on <= ${q.on}::date
      order by union_code, reviewed_on desc) latest
    where total = ${q.total} and total > 0 order by union_code`)
  return rows.map((row) => row.unionCode)
}

export type Review = { organisationId: string; unionCode: UnionCode; total: number; partyMembers: number; reviewedOn: PlainDate; oldestOn: PlainDate; places: number; followed: number }

/**
 * The latest counts of each mass organisation at an organisation (depth 0) and at each place directly below it. A place counted as a whole
 * stands for everything below it.
 */
export function listReviews(db: Db, q: { organisationId: string; on: PlainDate; knownAt?: string | undefined; unionCode?: UnionCode | undefined }): Promise<Review[]> {
  const { organisationId, on } = q
  return db.rows(sql`
    with near as (
      select c.descendant_id as id from ${closureKnown(q.knownAt)} c where c.ancestor_id = ${organisationId} and c.depth <= 1 and c.valid_during @> ${on}::date
    ), latest as (
      select * from sources_and_targets.reviews_below(${organisationId}, ${on}, ${q.knownAt ?? null}) r
      where ${q.unionCode ?? null}::text is null or r.union_code = ${q.unionCode ?? null}
    ), placed as (
      -- For the organisation itself the rows that count; for a place below it those that no reviewed place between the two covers.
      select n.id, l.*, c.depth from latest l
      join ${closureKnown(q.knownAt)} c on c.descendant_id = l.organisation_id and c.valid_during @> ${on}::date
      join near n on n.id = c.ancestor_id
    ), covered as (
      select distinct above.id, above.union_code, c.descendant_id
      from placed above join ${closureKnown(q.knownAt)} c on c.ancestor_id = above.organisation_id and c.depth > 0 and c.valid_during @> ${on}::date
    ), counted as (
      select p.* from placed p left join covered h on h.id = p.id and h.union_code = p.union_code and h.descendant_id = p.organisation_id
      where h.id is null
    ), followed as (
      select c.ancestor_id as id, u.union_code, count(*)::int as n
      from sources_and_targets.prospects_on(${on}, ${q.knownAt ?? null}) p join ${closureKnown(q.knownAt)} c on c.descendant_id = p.cell_id and c.valid_during @> ${on}::date
      cross join lateral unnest(p.also_in || p.union_code) u (union_code)
      where c.ancestor_id in (select id from near) and u.union_code is not null and p.opened_on <= ${on}::date and (p.closed_on is null or p.closed_on > ${on}::date)
      group by c.ancestor_id, u.union_code
    )
    select d.id as "organisationId", d.union_code as "unionCode", sum(d.total)::int as total, sum(d.party_members)::int as "partyMembers",
      max(d.reviewed_on) as "reviewedOn", min(d.reviewed_on) as "oldestOn", count(*)::int as places, coalesce(max(f.n), 0) as followed
    from counted d left join followed f on f.id = d.id and f.union_code = d.union_code
    group by d.id, d.union_code order by d.union_code`)
}

/** What was counted at places as a whole, for comparing with what is below. */
export const listOwnReviews = (db: Db, organisationIds: readonly string[], { on, knownAt }: Seen): Promise<{ organisationId: string; unionCode: UnionCode; total: number; partyMembers: number; reviewedOn: PlainDate }[]> =>
  organisationIds.length === 0 ? Promise.resolve([]) : db.rows(sql`
    select distinct on (organisation_id, union_code) organisation_id as "organisationId", union_code as "unionCode", total, party_members as "partyMembers", reviewed_on as "reviewedOn"
    from sources_and_targets.mass_review r where organisation_id in (${join([...organisationIds])}) and ${stoodAt('r', knownAt)} and reviewed_on <= ${on}::date
    order by organisation_id, union_code, reviewed_on desc`)

export type MassPlace = { organisationId: string; name: string; shortName: string; isCell: boolean; hasBelow: boolean }

/** Direct children of an organisation on a day, as known at a moment. */
export const listPlaces = (db: Db, organisationId: string, { on, knownAt }: Seen): Promise<MassPlace[]> =>
  db.rows(sql`
    select v.organisation_id as "organisationId", v.name, v.short_name as "shortName", v.type in (${join([...cellTypes])}) as "isCell",
      exists (select from ${closureKnown(knownAt)} d where d.ancestor_id = v.organisation_id and d.depth = 1 and d.valid_during @> ${on}::date) as "hasBelow"
    from ${closureKnown(knownAt)} c
    join ${versionsKnown(knownAt)} v on v.organisation_id = c.descendant_id and v.valid_during @> ${on}::date
    where c.ancestor_id = ${organisationId} and c.depth = 1 and c.valid_during @> ${on}::date
    order by v.code, v.short_name collate "vi-x-icu", v.organisation_id`)

/** Cells for which no mass organisation was reviewed in the last months, neither there nor at a place above them; longest ago first. */
export async function listNotReviewed(db: Db, q: Seen & { organisationId: string; size: number }): Promise<{ rows: { organisationId: string; name: string; aboveName: string | null; lastOn: PlainDate | null }[]; total: number }> {
  const { organisationId, on } = q
  const known = q.knownAt ?? null
  const rows = await db.rows<{ organisationId: string; name: string; aboveName: string | null; lastOn: PlainDate | null; total: number }>(sql`
    with latest as (
      select organisation_id, max(reviewed_on) as on_day from sources_and_targets.reviews_below(${organisationId}, ${on}, ${known}) group by organisation_id
    ), seen as (
      select c.descendant_id as id, max(l.on_day) as on_day from latest l
      join ${closureKnown(q.knownAt)} c on c.ancestor_id = l.organisation_id and c.valid_during @> ${on}::date group by c.descendant_id
    )
    select v.cell_id as "organisationId", v.short_name as name, v.above_name as "aboveName", s.on_day as "lastOn", count(*) over ()::int as total
    from organisations.cells_below(${organisationId}, ${on}, ${known}) v
    left join seen s on s.id = v.cell_id
    where s.on_day is null or s.on_day < ${addMonths(on, -REVIEW_MONTHS)}::date
    order by s.on_day nulls first, v.above_name collate "vi-x-icu", v.short_name collate "vi-x-icu" limit ${q.size}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
