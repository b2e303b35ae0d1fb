import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import type { ResolvedRule } from '../model.ts'

export type Rules = { readonly rules: readonly ResolvedRule[]; readonly listed: readonly { readonly n: number; readonly personId: string }[] }

/** How many people go from a cell to a cell (`toId` null: no rule fits them). `others`: people the cell keeps who are not its members. */
export type Flow = { readonly fromId: string; readonly toId: string | null; readonly members: number; readonly full: number; readonly others: number }

/** Who goes where by some rules on a day: person_id, cell_id, to_cell_id, is_member. */
export const assigned = ({ rules, listed }: Rules, on: PlainDate): Sql => sql`members.assigned(${JSON.stringify(rules)}::jsonb, ${JSON.stringify(listed)}::jsonb, ${on})`

export async function loadFlows(db: Db, rules: Rules, on: PlainDate): Promise<Flow[]> {
  if (rules.rules.length === 0) return []
  return db.rows(sql`
    select a.cell_id as "fromId", a.to_cell_id as "toId", (count(*) filter (where a.is_member))::int as members,
      (count(*) filter (where a.is_member and s.status <> 'probationary'))::int as "full", (count(*) filter (where not a.is_member))::int as others
    from ${assigned(rules, on)} a
    left join members.status s on s.person_id = a.person_id and s.superseded_at is null and s.valid_during @> ${on}::date
    group by a.cell_id, a.to_cell_id`)
}

export type Misplaced = { readonly personId: string; readonly fullName: string; readonly cellId: string; readonly times: number }

/** People of cells that no rule puts anywhere (`times` 0) although their cell ends, and those whom several rules claim. */
export function listMisplaced(db: Db, rules: Rules, ended: readonly string[], on: PlainDate): Promise<Misplaced[]> {
  if (rules.rules.length === 0) return Promise.resolve([])
  return db.rows(sql`
    select x.id as "personId", x.full_name as "fullName", a.cell_id as "cellId", count(a.to_cell_id)::int as times
    from ${assigned(rules, on)} a join members.person x on x.id = a.person_id
    group by x.id, x.full_name, x.sort_key, a.cell_id
    having count(a.to_cell_id) > 1 or (count(a.to_cell_id) = 0 and a.cell_id = any (${[...ended]}::uuid[]))
    order by x.sort_key limit 200`)
}

/** People named in a list of a rule who are not in the cell of that rule. */
export function listStrangers(db: Db, rules: Rules, on: PlainDate): Promise<{ personId: string; fullName: string | null; cellId: string }[]> {
  if (rules.listed.length === 0) return Promise.resolve([])
  return db.rows(sql`
    select l."personId", x.full_name as "fullName", r."cellId" from jsonb_to_recordset(${JSON.stringify(rules.listed)}::jsonb) l (n int, "personId" uuid)
    join jsonb_to_recordset(${JSON.stringify(rules.rules)}::jsonb) r (n int, "cellId" uuid) on r.n = l.n
    left join members.person x on x.id = l."personId"
    where not exists (select from ${assigned(rules, on)} a where a.person_id = l."personId" and a.cell_id = r."cellId")`)
}

/** Open files, prospects and dossiers of people who move, by kind and by the cells they leave and enter. */
export function countPapers(db: Db, rules: Rules, on: PlainDate): Promise<{ kind: 'caseFile' | 'confirmation' | 'prospect'; fromId: string; toId: string; papers: number; nearest: PlainDate | null }[]> {
  if (rules.rules.length === 0) return Promise.resolve([])
  return db.rows(sql`
    with moved as (select a.person_id, a.cell_id, a.to_cell_id from ${assigned(rules, on)} a where a.to_cell_id <> a.cell_id)
    select case when c.kind = 'confirmation' then 'confirmation' else 'caseFile' end as kind, m.cell_id as "fromId", m.to_cell_id as "toId", count(*)::int as papers, min(c.probation_until) as nearest
    from moved m join admission.case_file c on c.person_id = m.person_id and c.cell_id = m.cell_id and c.closed_on is null group by 1, 2, 3
    union all
    select 'prospect', m.cell_id, m.to_cell_id, count(*)::int, null
    from moved m join sources_and_targets.prospect p on p.person_id = m.person_id and p.cell_id = m.cell_id and p.closed_on is null group by 1, 2, 3`)
}
