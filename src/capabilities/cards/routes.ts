import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { decideCards } from './actions/decide-cards.ts'
import { giveCardBack, handCardOver, withdrawCard } from './actions/hand-over.ts'
import { findMemberCards, listCardCandidates, listCards, takeOverCards } from './actions/list-cards.ts'
import { concludeCardLoss, reportCardLoss } from './actions/losses.ts'
import { dropCard, proposeCards } from './actions/propose-cards.ts'
import { closeRange, giveRange, listRanges } from './actions/ranges.ts'
import type { cardsContract } from './contract.ts'

export const cardsRoutes: RoutesFor<typeof cardsContract> = {
  listCards: read(listCards),
  listCardCandidates: read(listCardCandidates),
  findMemberCards: read(findMemberCards),
  listRanges: read(listRanges),
  giveRange: act(giveRange),
  closeRange: act(closeRange),
  proposeCards: act(proposeCards),
  dropCard: act(dropCard),
  decideCards: act(decideCards),
  handCardOver: act(handCardOver),
  reportCardLoss: act(reportCardLoss),
  concludeCardLoss: act(concludeCardLoss),
  withdrawCard: act(withdrawCard),
  giveCardBack: act(giveCardBack),
  takeOverCards: act(takeOverCards),
}
