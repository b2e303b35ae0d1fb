import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { CaseKind, CloseReason, Stage } from '../codes.ts'
import { kindNames } from '../messages.vi.ts'
import { insertAct } from '../queries/acts.ts'
import { updateCase } from '../queries/cases.ts'
import { nextStage } from '../transitions.ts'

type OwnFile = { id: string; kind: CaseKind; stage: Stage; cellId: string }

const openFilesOf = (ctx: Ctx, personId: string, lock: boolean): Promise<OwnFile[]> =>
  ctx.db.rows(sql`select id, kind, stage, cell_id as "cellId" from admission.case_file where person_id = ${personId} and closed_on is null order by opened_on ${lock ? sql`for update` : sql``}`)

/** Open files of a person by their names, and the people in whose open files the person is mentor or sponsor. For a caller that has authorised. */
export async function filesTiedTo(ctx: Ctx, personId: string): Promise<{ own: string[]; named: string[] }> {
  const named = await ctx.db.rows<{ name: string }>(sql`
    select p.full_name as name from admission.case_file c join members.person p on p.id = c.person_id
    where c.closed_on is null and c.person_id <> ${personId} and (c.mentor_id = ${personId} or c.circumstances -> 'sponsors' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text)))
    order by p.sort_key`)
  return { own: (await openFilesOf(ctx, personId, false)).map(({ kind }) => kindNames[kind]), named: named.map(({ name }) => name) }
}

/**
 * Closes every open file of a person whose membership ends on a day, for a caller that has authorised; a file that cannot be closed in its stage stays. Answers how
 * many were closed.
 */
export async function endFilesOf(ctx: Ctx, { personId, on, reason }: { personId: string; on: PlainDate; reason: CloseReason }): Promise<number> {
  let closed = 0
  for (const { id, kind, stage, cellId } of await openFilesOf(ctx, personId, true)) {
    const to = nextStage(kind, stage, 'closeCase')
    if (!to) continue
    await updateCase(ctx.db, id, { closeReason: reason, stage: to, stageSince: on, closedOn: on })
    await insertAct(ctx.db, { caseId: id, step: null, kind: 'closeCase', occurredOn: on, fromStage: stage, toStage: to, facts: { reason }, rules: [], actedBy: ctx.actor.accountId })
    await ctx.audit({ event: 'admission.caseClosed', subject: { type: 'caseFile', id }, organisationId: cellId, personId, facts: { on, reason, from: stage, to } })
    closed++
  }
  return closed
}
