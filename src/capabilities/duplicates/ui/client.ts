import { roomClient } from '../../../platform/ui-kit/index.ts'
import { membersContract } from '../../members/contract.ts'
import { duplicatesContract } from '../contract.ts'

export const duplicates = roomClient(duplicatesContract)
/** People to put into a pair by hand. */
export const members = roomClient(membersContract)

export type PairRow = Awaited<ReturnType<typeof duplicates.listPairs>>['rows'][number]
export type ListInput = Omit<Parameters<typeof duplicates.listPairs>[0], 'page' | 'size'>
export type Pair = Awaited<ReturnType<typeof duplicates.findPair>>
export type Field = Pair['fields'][number]
export type Joining = Awaited<ReturnType<typeof duplicates.findJoining>>
export type JoiningRow = Awaited<ReturnType<typeof duplicates.listJoinings>>['rows'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'duplicates'
