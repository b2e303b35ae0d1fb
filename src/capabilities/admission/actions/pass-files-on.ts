import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { Stage } from '../codes.ts'
import { insertAct } from '../queries/acts.ts'
import { updateCase } from '../queries/cases.ts'

/**
 * Open files of a member who was received in another cell go on there: stage, votes, clocks and history stay. To be called when the member
 * belongs to the new cell; the caller has authorised. Answers how many went.
 */
export async function passFilesOn(ctx: Ctx, { personId, fromCellId, toCellId, on, basis }: { personId: string; fromCellId: string; toCellId: string; on: PlainDate; basis: string }): Promise<number> {
  const files = await ctx.db.rows<{ id: string; stage: Stage; cellId: string }>(sql`
    select id, stage, cell_id as "cellId" from admission.case_file where person_id = ${personId} and closed_on is null and cell_id in (${fromCellId}, ${toCellId}) for update`)
  for (const { id, stage, cellId } of files) {
    if (cellId !== toCellId) await updateCase(ctx.db, id, { cellId: toCellId })
    const facts = { fromCellId, toCellId, letterNumber: basis }
    await insertAct(ctx.db, { caseId: id, step: null, kind: 'moveCase', occurredOn: on, fromStage: stage, toStage: stage, facts, rules: [], actedBy: ctx.actor.accountId })
    await ctx.audit({ event: 'admission.caseMoved', subject: { type: 'caseFile', id }, organisationId: toCellId, personId, facts: { on, ...facts, from: stage, to: stage } })
  }
  return files.length
}
