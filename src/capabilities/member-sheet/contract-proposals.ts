import { z } from 'zod'
import { count, day, done, filledLine, id, line, operation, pageOf, uploadedFile, version } from '../../platform/contract/index.ts'
import { opening } from './contract-opening.ts'
import { proposalStates } from './states.ts'
import { wrongWith } from './shapes.ts'

/**
 * What is to stand instead of what stands: `field`, or `list` with the `entryId` of the line (a new line has none). `after: null` takes it
 * away. `since`: true from this day, and what stood before stays true before it; without it, what stood was wrong.
 */
export const change = z.object({ field: line(40).optional(), list: line(40).optional(), entryId: id.optional(), after: z.unknown(), since: day.optional() })
  .superRefine((each, context) => {
    const wrong = wrongWith(each)
    if (wrong) context.addIssue({ code: 'custom', message: wrong, path: [each.field ?? each.list ?? 'field'] })
  })

export const shownChange = z.object({
  item: z.string(), isList: z.boolean(), entryId: id.nullable(), covered: z.boolean(), before: z.string().nullable(), after: z.string().nullable(), since: day.nullable(),
})

const row = z.object({
  id, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string().nullable(), kind: z.enum(['correction', 'typingError', 'supplement']), items: z.array(z.string()),
  reason: z.string(), paper: z.string(), state: z.enum(proposalStates), proposedOn: day, by: z.string().nullable(), version, isOwn: z.boolean(),
})

const proposal = row.extend({
  keeper: z.string().nullable(), changes: z.array(shownChange), decidedOn: day.nullable(), decidedBy: z.string().nullable(), consentNumber: z.string().nullable(), consentOn: day.nullable(),
  refusalReason: z.string().nullable(), photos: z.array(z.object({ id, fileName: z.string(), mediaType: z.string(), byteSize: count, hasPicture: z.boolean() })),
  may: z.object({ decide: z.boolean(), withdraw: z.boolean(), open: z.boolean(), addPhoto: z.boolean(), readPhotos: z.boolean() }),
})

/** Corrections: proposed by the member or an officer, decided by the level that keeps the dossier. */
export const proposalsContract = {
  proposeCorrection: operation({ method: 'POST', path: '/members/{personId}/sheet/proposals', summary: 'Propose a correction of the sheet, by a paper' })
    .input(z.object({ personId: id, kind: z.enum(['correction', 'typingError']).default('correction'), changes: z.array(change).min(1).max(40), reason: filledLine(500), paper: filledLine(300) }))
    .output(z.object({ id })),
  listProposals: operation({ method: 'GET', path: '/sheet-proposals', summary: 'Proposals of corrections, oldest open first' })
    .input(z.object({ organisationId: id.optional(), personId: id.optional(), state: z.enum(proposalStates).optional(), ...pageOf }))
    .output(z.object({ rows: z.array(row), total: count })),
  findProposal: operation({ method: 'GET', path: '/sheet-proposals/{proposalId}', summary: 'One proposal with what stands and what is to stand; covered parts stay covered' })
    .input(z.object({ proposalId: id }))
    .output(proposal),
  openProposal: operation({ method: 'POST', path: '/sheet-proposals/{proposalId}/open', summary: 'Open the covered parts of a proposal for a reason that is written down' })
    .input(z.object({ proposalId: id, ...opening }))
    .output(z.object({ openedAt: z.string(), changes: z.array(shownChange) })),
  addPhoto: operation({ method: 'POST', path: '/sheet-proposals/{proposalId}/photos', summary: 'Add a photograph of the paper to an open proposal; the same again changes nothing' })
    .input(z.object({ proposalId: id, file: uploadedFile }))
    .output(z.object({ photoId: id })),
  downloadPhoto: operation({ method: 'GET', path: '/sheet-proposals/photos/{photoId}', summary: 'A photograph of the paper of a proposal; the look is written down' })
    .input(z.object({ photoId: id }))
    .output(uploadedFile),
  showPhotoPicture: operation({ method: 'GET', path: '/sheet-proposals/photos/{photoId}/picture', summary: 'A small picture of a photograph' })
    .input(z.object({ photoId: id }))
    .output(uploadedFile),
  withdrawProposal: operation({ method: 'POST', path: '/sheet-proposals/{proposalId}/withdraw', summary: 'Take back a proposal of one\'s own' })
    .input(z.object({ proposalId: id, version }))
    .output(done),
  approveProposal: operation({ method: 'POST', path: '/sheet-proposals/{proposalId}/approve', summary: 'Write a proposed correction, with the consent of the level that keeps the dossier' })
    .input(z.object({ proposalId: id, version, consentNumber: filledLine(60), consentOn: day }))
    .output(done),
  refuseProposal: operation({ method: 'POST', path: '/sheet-proposals/{proposalId}/refuse', summary: 'Refuse a proposed correction; nothing is written' })
    .input(z.object({ proposalId: id, version, reason: filledLine(500) }))
    .output(done),
}
