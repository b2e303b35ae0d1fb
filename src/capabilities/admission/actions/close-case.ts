import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { dossierOpeningDue, stepOf } from '../../../regulations/index.ts'
import type { CaseKind, CloseReason, Stage } from '../codes.ts'
import type { admissionContract } from '../contract.ts'
import { closeReasonDoesNotFit } from '../errors.ts'
import { closeReasonNames, kindNames, stageNames } from '../messages.vi.ts'
import { isConfirmation, type CaseFile } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertAct } from '../queries/acts.ts'
import { updateCase } from '../queries/cases.ts'
import { insertDocument } from '../queries/documents.ts'
import { nextStage } from '../transitions.ts'

/** A refused file is closed by telling its result; any other only for a reason of the candidate's own. */
const closedBy: Readonly<Partial<Record<Stage, readonly CloseReason[]>>> = {
  cellRejected: ['cellRejected', 'died'], committeeRejected: ['committeeRejected', 'died'], declined: ['declined', 'died'],
}
const always: readonly CloseReason[] = ['withdrawn', 'stale', 'unsuitable', 'movedAway', 'died', 'enteredInError']
const ofMembers: readonly CloseReason[] = ['movedAway', 'died', 'enteredInError']

const reasonsFor = (file: CaseFile): readonly CloseReason[] => (isConfirmation(file) ? ofMembers : (closedBy[file.stage] ?? always))

/** Stops a file with a reason; after a refusal this is also where the candidate, or the cell, is told. */
export async function closeCase(ctx: Ctx, input: InputOf<typeof admissionContract.closeCase>) {
  const begun = await begin(ctx, input, 'closeCase', input.on)
  const { file, on } = begun
  refuseAll([...refusalsOf(begun, 'closeCase'), ...refusalsOfOrder(on, [isConfirmation(file) ? ['recordCeremony', file.probationFrom] : ['openCase', file.openedOn]])])
  if (!reasonsFor(file).includes(input.reason)) throw closeReasonDoesNotFit(closeReasonNames[input.reason], stageNames(file.kind, file.stage))
  return perform(begun, { act: 'closeCase', step: null, event: 'caseClosed', facts: { reason: input.reason, note: input.note ?? null }, change: { closeReason: input.reason } })
}

/** The member's history and sheet were made: the file of admission is done. Refuses while no mentor was assigned. */
export async function recordDossierOpened(ctx: Ctx, input: InputOf<typeof admissionContract.recordDossierOpened>) {
  const begun = await begin(ctx, input, 'recordDossierOpened', input.openedOn)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'recordDossierOpened'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn]])])
  for (const code of stepOf('A14').documents)
    if (!file.documents.some((paper) => paper.code === code)) await insertDocument(ctx.db, file.id, { code, datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { dueOn, rules } = dossierOpeningDue(file.ceremonyOn!, settings)
  return perform(begun, { act: 'recordDossierOpened', step: 'A14', event: 'dossierOpened', facts: { dueOn, isLate: on > dueOn }, rules, change: { dossierOpenedOn: on } })
}

/** The result was told, card and dossier brought up to date: the file of confirmation is done. */
export async function recordResultReported(ctx: Ctx, input: InputOf<typeof admissionContract.recordResultReported>) {
  const begun = await begin(ctx, input, 'recordResultReported', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'recordResultReported'), ...refusalsOfOrder(on, [['recordConfirmationDecision', file.decidedOn]])])
  if (file.stage === 'confirmed') await insertDocument(ctx.db, file.id, { code: 'DM-100', datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { rule } = judged.checklist.find(({ code }) => code === 'DM-100')!
  return perform(begun, { act: 'recordResultReported', step: 'P11', event: 'resultReported', rules: [rule] })
}

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
