import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { mayHavePicture } from '../../../platform/pictures/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { itemOf, shownChange } from '../changes.ts'
import type { proposalsContract } from '../contract-proposals.ts'
import { openableClasses, type OpenableClass } from '../catalogue.ts'
import { dossierKeeperOf } from '../queries/keeper.ts'
import { listPhotos } from '../queries/photos.ts'
import { listProposalRows, loadProposal, type Proposal } from '../queries/proposals.ts'
import { coveringFor } from '../sheet.ts'
import { isKeeper } from './decide-proposal.ts'
import { checkReason } from './open-sheet.ts'

const keyOf = (change: Proposal['changes'][number]) => ('field' in change ? change.field : change.list)

const rowOf = ({ cellId: _c, organisationId: _o, changes, proposedBy: _p, decidedOn: _d, decidedBy: _b, consentNumber: _n, consentOn: _s, refusalReason: _r, ...row }: Proposal) => ({ ...row, items: changes.map(keyOf) })

/** Proposals within one's part, or about oneself: the open ones first. What they change is told by name only. */
export async function listProposals(ctx: Ctx, { organisationId, personId, ...filter }: InputOf<typeof proposalsContract.listProposals>) {
  await ctx.authorise('memberSheet.listProposals', personId ? { personId } : organisationId ? { organisationId } : 'own part')
  const { rows, total } = await listProposalRows(ctx.db, { organisationId, personId, ...filter }, ctx.today)
  return { rows: rows.map(rowOf), total }
}

async function photosShown({ db, files }: Ctx, proposalId: string) {
  const photos = await listPhotos(db, proposalId)
  return Promise.all(photos.map(async ({ contentHash, proposalId: _p, ...photo }) => ({ ...photo, hasPicture: await mayHavePicture(files, contentHash, photo.mediaType) })))
}

/** One proposal: what stands beside what is to stand. Covered classes stay covered. Refuses `memberSheet.proposalNotFound`. */
export async function findProposal(ctx: Ctx, { proposalId }: InputOf<typeof proposalsContract.findProposal>) {
  const proposal = await loadProposal(ctx.db, proposalId)
  const { personId } = proposal
  await ctx.authorise('memberSheet.read', { personId })
  const covers = await coveringFor(ctx, personId)
  const keeperId = await dossierKeeperOf(ctx.db, proposal.cellId, ctx.today)
  const isOpen = proposal.state === 'open'
  const changes = proposal.changes.map((change) => shownChange(change, ctx.today, covers))
  return {
    ...rowOf(proposal), changes, keeper: keeperId ? ((await findOrganisation(ctx.db, keeperId, ctx.today))?.name ?? null) : null,
    decidedOn: proposal.decidedOn, decidedBy: proposal.decidedBy, consentNumber: proposal.consentNumber, consentOn: proposal.consentOn, refusalReason: proposal.refusalReason,
    photos: await photosShown(ctx, proposal.id),
    may: {
      addPhoto: isOpen && (proposal.isOwn || (await ctx.may('memberSheet.decide', { personId }))), readPhotos: proposal.isOwn || (await ctx.may('memberSheet.readPhoto', { personId })),
      decide: isOpen && isKeeper(ctx, keeperId) && (await ctx.may('memberSheet.decide', { personId })), withdraw: isOpen && proposal.isOwn,
      open: changes.some((change) => change.covered) && (await ctx.may('memberSheet.open', { personId })),
    },
  }
}

/** Opens the covered changes of a proposal for this one answer; who and why go into the trail first. Refuses `memberSheet.noteMissing`. */
export async function openProposal(ctx: Ctx, { proposalId, reason, note }: InputOf<typeof proposalsContract.openProposal>) {
  const proposal = await loadProposal(ctx.db, proposalId)
  const { personId } = proposal
  await ctx.authorise('memberSheet.open', { personId })
  checkReason({ reason, note })
  const covers = await coveringFor(ctx, personId)
  const classes = [...new Set(proposal.changes.map((change) => itemOf(change).secrecy).filter(covers))] as OpenableClass[]
  await ctx.audit({ event: 'memberSheet.proposalOpened', subject: { type: 'sheetProposal', id: proposal.id }, personId, organisationId: proposal.cellId, facts: { classes, reason, note: note ?? null } })
  const coversRest = await coveringFor(ctx, personId, openableClasses)
  return { openedAt: ctx.now, changes: proposal.changes.map((change) => shownChange(change, ctx.today, coversRest)) }
}
