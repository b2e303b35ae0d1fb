import { roomClient } from '../../../platform/ui-kit/index.ts'
import { membersContract } from '../../members/contract.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { memberSheetContract } from '../contract.ts'

export const memberSheet = roomClient(memberSheetContract)
export const members = roomClient(membersContract)
export const organisations = roomClient(organisationsContract)

export type Sheet = Awaited<ReturnType<typeof memberSheet.findSheet>>
export type ShownField = Sheet['fields'][number]
export type ShownList = Sheet['lists'][number]
export type Proposal = Awaited<ReturnType<typeof memberSheet.findProposal>>
export type ProposalRow = Awaited<ReturnType<typeof memberSheet.listProposals>>['rows'][number]
export type Campaign = Awaited<ReturnType<typeof memberSheet.findCampaign>>
export type Supplement = Awaited<ReturnType<typeof memberSheet.findSupplement>>
export type WantedChange = Parameters<typeof memberSheet.proposeCorrection>[0]['changes'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'memberSheet'
