import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findPlacementOn, moveKeeper } from '../../members/index.ts'
import { isCell, loadOrganisation } from '../../organisations/index.ts'
import { lettersOfMoves, type Stage } from '../codes.ts'
import type { admissionContract } from '../contract.ts'
import { letterAfterMove, memberNotInCell, notACell, sameCell } from '../errors.ts'
import { isConfirmation, sendingNow, type CaseFile } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertAct } from '../queries/acts.ts'
import { updateCase } from '../queries/cases.ts'
import { insertDocument } from '../queries/documents.ts'

type LetterCode = keyof typeof lettersOfMoves

/** The letter that introduces a candidate, by the last step done. */
const letters: Readonly<Partial<Record<Stage, LetterCode>>> = { cellPassed: 'CV-92', appraised: 'CV-92', committeePassed: 'CV-93', decided: 'CV-94' }
const letterFor = (file: CaseFile): LetterCode => letters[file.stage] ?? 'KNĐ-GCNGĐ'

/**
 * The candidate moves to another cell, which continues the file where it stands; stage, votes, clocks and history stay. The file of a
 * probationary member follows the member: refuses `admission.memberNotInCell` before the transfer is recorded.
 */
export async function moveCase(ctx: Ctx, input: InputOf<typeof admissionContract.moveCase>) {
  const begun = await begin(ctx, input, 'moveCase', input.movedOn)
  const { file, on } = begun
  await ctx.authorise('admission.moveCase', { organisationId: input.toCellId })
  refuseAll([...refusalsOf(begun, 'moveCase'), ...refusalsOfOrder(on, [isConfirmation(file) ? ['recordCeremony', file.probationFrom] : ['openCase', file.openedOn]])])
  if (input.toCellId === file.cellId) throw sameCell()
  if (input.letterDatedOn > on) throw letterAfterMove(input.letterDatedOn, on)
  const cell = await loadOrganisation(ctx.db, input.toCellId, on)
  if (!isCell(cell.type)) throw notACell(cell.name)
  const facts = { fromCellId: file.cellId, toCellId: cell.id, letterNumber: input.letterNumber, letterDatedOn: input.letterDatedOn }
  if (isConfirmation(file)) {
    if ((await findPlacementOn(ctx.db, file.personId, on))?.cellId !== cell.id) throw memberNotInCell(file.personName, cell.name, on)
    return perform(begun, { act: 'moveCase', step: null, event: 'caseMoved', facts, change: { cellId: cell.id } })
  }
  const code = letterFor(file)
  await insertDocument(ctx.db, file.id, { code, number: input.letterNumber, datedOn: input.letterDatedOn, receivedOn: ctx.today, sending: sendingNow(file) })
  await moveKeeper(ctx.db, file.personId, cell.id)
  return perform(begun, { act: 'moveCase', step: null, event: 'caseMoved', facts: { ...facts, letter: code }, change: { cellId: cell.id, movedAfter: lettersOfMoves[code] } })
}

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
