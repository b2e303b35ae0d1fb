import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { findOwnSheet, findSheet } from './actions/find-sheet.ts'
import { findCampaign, listCampaigns, listUnanswered, openCampaign } from './actions/campaigns.ts'
import { approveProposal, refuseProposal, withdrawProposal } from './actions/decide-proposal.ts'
import { listOpenings, openSheet } from './actions/open-sheet.ts'
import { proposeCorrection } from './actions/propose-correction.ts'
import { addPhoto, downloadPhoto, showPhotoPicture } from './actions/photos.ts'
import { findProposal, listProposals, openProposal } from './actions/read-proposals.ts'
import { answerSupplement, checkSupplement, findOwnSupplement, findSupplement, returnSupplement, takeInSupplements } from './actions/supplements.ts'
import type { memberSheetContract } from './contract.ts'

export const memberSheetRoutes: RoutesFor<typeof memberSheetContract> = {
  findSheet: read(findSheet),
  findOwnSheet: read(findOwnSheet),
  openSheet: uncover(openSheet),
  listOpenings: read(listOpenings),
  proposeCorrection: act(proposeCorrection),
  listProposals: read(listProposals),
  findProposal: read(findProposal),
  openProposal: uncover(openProposal),
  addPhoto: act(addPhoto),
  downloadPhoto: read(downloadPhoto),
  showPhotoPicture: read(showPhotoPicture),
  withdrawProposal: act(withdrawProposal),
  approveProposal: act(approveProposal),
  refuseProposal: act(refuseProposal),
  openCampaign: act(openCampaign),
  listCampaigns: read(listCampaigns),
  findCampaign: read(findCampaign),
  findSupplement: read(findSupplement),
  findOwnSupplement: read(findOwnSupplement),
  listUnanswered: read(listUnanswered),
  answerSupplement: act(answerSupplement),
  checkSupplement: act(checkSupplement),
  returnSupplement: act(returnSupplement),
  takeInSupplements: act(takeInSupplements),
}
