import { empty, sql, type Ctx } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

/** People below an organisation (without one: in the actor's part) with an open file of admission or readmission, and the cell that considers them. */
export function listOpenCases(ctx: Ctx, organisationId: string | undefined): Promise<{ personId: string; cellId: string }[]> {
  return ctx.db.rows(sql`
    select person_id as "personId", cell_id as "cellId" from admission.case_file
    where closed_on is null and kind <> 'confirmation' ${organisationId ? sql`and cell_id ${belowCondition(organisationId, ctx.today)}` : empty}`)
}
