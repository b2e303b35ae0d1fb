import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { closureKnown } from '../../organisations/index.ts'
import type { FoundWay, Stage, UnionCode } from '../codes.ts'

export type Followed = { readonly organisationId: string; readonly stage: Stage; readonly foundBy: FoundWay | null; readonly unions: readonly UnionCode[]; readonly people: number }

/** People followed on a day below an organisation and below each right below it, by stage, by what they were found through and by mass organisations. */
export const listFollowed = (db: Db, q: { organisationId: string; on: PlainDate; knownAt?: string | undefined; certificateMonths: number; openCases: readonly string[] }): Promise<Followed[]> =>
  db.rows(sql`
    select n.descendant_id as "organisationId", f.stage, f.found_by as "foundBy", f.unions, sum(f.people)::int as people
    from sources_and_targets.followed_by_cell(${q.organisationId}, ${q.on}, ${q.certificateMonths}, ${[...q.openCases]}::uuid[], ${q.knownAt ?? null}) f
    join ${closureKnown(q.knownAt)} c on c.descendant_id = f.cell_id and c.valid_during @> ${q.on}::date
    join ${closureKnown(q.knownAt)} n on n.descendant_id = c.ancestor_id and n.ancestor_id = ${q.organisationId} and n.depth <= 1 and n.valid_during @> ${q.on}::date
    group by 1, 2, 3, 4`)
