import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { applyChanges, itemName } from '../changes.ts'
import type { proposalsContract } from '../contract-proposals.ts'
import { dayNotYet, noKeeper, notOpen, notTheKeeper, notYours, staleVersion } from '../errors.ts'
import { decisionReason } from '../messages.vi.ts'
import { dossierKeeperOf } from '../queries/keeper.ts'
import { decideProposal, lockProposal, type Proposal } from '../queries/proposals.ts'

/** True when the actor's role is held at the level that keeps the dossier (the terminal may everything). */
export const isKeeper = (ctx: Ctx, keeperId: string | null): boolean => ctx.actor.role === 'keeper' || (keeperId !== null && ctx.actor.organisationId === keeperId)

/** The level that keeps the dossier now; refuses when the actor does not sit there. */
async function keeperDecides(ctx: Ctx, { cellId }: Proposal): Promise<string> {
  const keeperId = await dossierKeeperOf(ctx.db, cellId, ctx.today)
  if (!keeperId) throw noKeeper()
  if (!isKeeper(ctx, keeperId)) throw notTheKeeper((await findOrganisation(ctx.db, keeperId, ctx.today))?.name ?? '')
  return keeperId
}

function mustBeOpen(proposal: Proposal, version: number): void {
  if (proposal.state !== 'open') throw notOpen(proposal.state)
  if (proposal.version !== version) throw staleVersion(version, proposal.version)
}

const entryOf = (event: string, proposal: Proposal, facts: Record<string, unknown>) => ({
  event, subject: { type: 'sheetProposal', id: proposal.id }, personId: proposal.personId, organisationId: proposal.cellId, facts: { items: proposal.changes.map(itemName), ...facts },
})

/**
 * Approves a proposal: what was proposed is written into the sheet and into what lists read, in one transaction. `consentNumber`, `consentOn`:
 * the paper by which the level that keeps the dossier consents. Refuses `memberSheet.notOpen`, `notTheKeeper`, `dayNotYet`, and
 * `changedMeanwhile` when what stood has changed since.
 */
export async function approveProposal(ctx: Ctx, { proposalId, version, consentNumber, consentOn }: InputOf<typeof proposalsContract.approveProposal>) {
  const proposal = await lockProposal(ctx.db, proposalId)
  await ctx.authorise('memberSheet.decide', { personId: proposal.personId })
  mustBeOpen(proposal, version)
  const keeperId = await keeperDecides(ctx, proposal)
  if (consentOn > ctx.today) throw dayNotYet(consentOn, ctx.today)
  await applyChanges(ctx, proposal.personId, proposal.changes, { reason: decisionReason(proposal.reason, consentNumber, consentOn), basis: proposal.paper, sourceId: proposal.id })
  await decideProposal(ctx.db, proposal.id, { state: 'approved', by: ctx.actor.accountId ?? null, on: ctx.today, organisationId: keeperId, consentNumber, consentOn })
  await ctx.audit(entryOf('memberSheet.correctionApproved', proposal, { paper: proposal.paper, consentNumber, consentOn }))
  return { done: true as const }
}

/** Refuses a proposal with a reason; nothing is written into the sheet. Refuses `memberSheet.notOpen`, `notTheKeeper`. */
export async function refuseProposal(ctx: Ctx, { proposalId, version, reason }: InputOf<typeof proposalsContract.refuseProposal>) {
  const proposal = await lockProposal(ctx.db, proposalId)
  await ctx.authorise('memberSheet.decide', { personId: proposal.personId })
  mustBeOpen(proposal, version)
  const keeperId = await keeperDecides(ctx, proposal)
  await decideProposal(ctx.db, proposal.id, { state: 'refused', by: ctx.actor.accountId ?? null, on: ctx.today, organisationId: keeperId, refusalReason: reason })
  await ctx.audit(entryOf('memberSheet.correctionRefused', proposal, { reason }))
  return { done: true as const }
}

/** Takes back a proposal of one's own. Refuses `memberSheet.notOpen`, `notYours`. */
export async function withdrawProposal(ctx: Ctx, { proposalId, version }: InputOf<typeof proposalsContract.withdrawProposal>) {
  const proposal = await lockProposal(ctx.db, proposalId)
  await ctx.authorise('memberSheet.propose', { personId: proposal.personId })
  if (!proposal.isOwn) throw notYours()
  mustBeOpen(proposal, version)
  await decideProposal(ctx.db, proposal.id, { state: 'withdrawn', by: ctx.actor.accountId ?? null, on: ctx.today, organisationId: proposal.organisationId })
  await ctx.audit(entryOf('memberSheet.correctionWithdrawn', proposal, {}))
  return { done: true as const }
}
