import { roomClient } from '../../../platform/ui-kit/index.ts'
import { accessContract } from '../contract.ts'

export const access = roomClient(accessContract)

export type Me = Awaited<ReturnType<typeof access.findMe>>
export type Holding = Me['holdings'][number]
export type Account = Awaited<ReturnType<typeof access.listAccounts>>['rows'][number]
export type AccountWithSessions = Awaited<ReturnType<typeof access.findAccount>>
export type RoleName = Holding['role']

/** Everything read in this room stands under this key. */
export const ROOM = 'access'
