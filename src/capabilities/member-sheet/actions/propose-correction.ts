import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { loadPerson } from '../../members/index.ts'
import { itemName, mustChange, prepareChanges } from '../changes.ts'
import type { proposalsContract } from '../contract-proposals.ts'
import { noKeeper } from '../errors.ts'
import { dossierKeeperOf } from '../queries/keeper.ts'
import { insertProposal } from '../queries/proposals.ts'

/**
 * Proposes a correction of a sheet, with what stands now beside what is to stand. Nothing is written in the sheet before the level that keeps
 * the dossier approves it. Refuses `memberSheet.originalBirthStays` (the birth of the original dossier, but for a typing mistake),
 * `nothingChanged`, `notCorrectableHere`, `sameItemTwice`, `entryGone`, `dayNotYet`, `noDayHere`, `nameNeeded`, `noKeeper`.
 */
export async function proposeCorrection(ctx: Ctx, { personId, kind, changes: wanted, reason, paper }: InputOf<typeof proposalsContract.proposeCorrection>) {
  await ctx.authorise('memberSheet.propose', { personId })
  const { keeperId: cellId } = await loadPerson(ctx.db, personId)
  const organisationId = await dossierKeeperOf(ctx.db, cellId, ctx.today)
  if (!organisationId) throw noKeeper()
  const changes = await prepareChanges(ctx, personId, wanted, { fixesTyping: kind === 'typingError' })
  mustChange(changes)
  const id = await insertProposal(ctx.db, { personId, organisationId, kind, changes, reason, paper, proposedBy: ctx.actor.accountId ?? null, proposedOn: ctx.today })
  await ctx.audit({ event: 'memberSheet.correctionProposed', subject: { type: 'sheetProposal', id }, personId, organisationId: cellId, facts: { items: changes.map(itemName), reason, paper, kind } })
  return { id }
}
