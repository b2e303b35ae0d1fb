import { roomClient } from '../../../platform/ui-kit/index.ts'
import { lifecycleContract } from '../contract.ts'

export const lifecycle = roomClient(lifecycleContract)

export type Candidate = Awaited<ReturnType<typeof lifecycle.listBadgeCandidates>>['rows'][number]
export type ListedBadge = Awaited<ReturnType<typeof lifecycle.listBadges>>['rows'][number]
export type PartyAge = Awaited<ReturnType<typeof lifecycle.findPartyAge>>
export type ListedMeasure = Awaited<ReturnType<typeof lifecycle.listMeasures>>['rows'][number]
export type MeasuresOf = Awaited<ReturnType<typeof lifecycle.findMeasures>>
export type OpenedMeasures = Awaited<ReturnType<typeof lifecycle.openMeasures>>
export type ListedEnding = Awaited<ReturnType<typeof lifecycle.listEndings>>['rows'][number]
export type OpenedEndings = Awaited<ReturnType<typeof lifecycle.openEndings>>
export type EndingsOf = Awaited<ReturnType<typeof lifecycle.findEndings>>

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'lifecycle'

/** What an act in this room makes old: its own lists, the work list, and the pages of members. */
export const afterAct = [[ROOM], ['reminders'], ['members']] as const
