import { roomClient } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { membersContract } from '../contract.ts'

export const members = roomClient(membersContract)
/** Places to filter by and to move to. */
export const organisations = roomClient(organisationsContract)

export type MemberList = Awaited<ReturnType<typeof members.listMembers>>
export type MemberRow = MemberList['rows'][number]
export type Member = Awaited<ReturnType<typeof members.findMember>>
export type ListInput = Parameters<typeof members.listMembers>[0]
export type Status = MemberRow['status']
export type Overlay = Member['overlays'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'members'
