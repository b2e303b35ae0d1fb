import { roomClient } from '../../../platform/ui-kit/index.ts'
import { searchContract } from '../contract.ts'

export const search = roomClient(searchContract)

export type Finds = Awaited<ReturnType<typeof search.findAnything>>
export type PersonFound = Finds['people']['rows'][number]
export type OrganisationFound = Finds['organisations']['rows'][number]
export type FileFound = Finds['files']['rows'][number]
export type DecisionFound = Finds['decisions']['rows'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'search'
