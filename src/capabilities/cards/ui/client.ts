import { roomClient } from '../../../platform/ui-kit/index.ts'
import { cardsContract } from '../contract.ts'

export const cards = roomClient(cardsContract)

export type ListedCard = Awaited<ReturnType<typeof cards.listCards>>['rows'][number]
export type CardCandidate = Awaited<ReturnType<typeof cards.listCardCandidates>>['rows'][number]
export type CardsOf = Awaited<ReturnType<typeof cards.findMemberCards>>
export type NumberRange = Awaited<ReturnType<typeof cards.listRanges>>['rows'][number]

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'cards'

/** What an act in this room makes old: its own lists, the work list, and the pages of members. */
export const afterAct = [[ROOM], ['reminders'], ['members']] as const
