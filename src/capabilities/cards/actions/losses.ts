import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { lockPerson } from '../../members/index.ts'
import type { cardsContract } from '../contract.ts'
import { lossConcluded, lossReported } from '../errors.ts'
import { insertStep, lockCard, updateCard } from '../queries/cards.ts'
import { insertLoss, keepConclusion, listLossesOf, lockLoss } from '../queries/losses.ts'
import { cardInHand, refuseBefore, refuseStale, refuseTomorrow, stateAfter } from './checks.ts'

/** A member reports that the card is lost. Refuses `cards.noCard`, `cards.lossReported`, `cards.numberTaken`, `cards.daysOutOfOrder`, `cards.dayNotYet`. */
export async function reportCardLoss(ctx: Ctx, { personId, lostOn, reportedOn, circumstances }: InputOf<typeof cardsContract.reportCardLoss>) {
  await ctx.authorise('cards.recordLoss', { personId })
  const person = await lockPerson(ctx.db, personId)
  refuseTomorrow(ctx, reportedOn)
  refuseBefore(lostOn, reportedOn)
  const open = (await listLossesOf(ctx.db, personId)).find(({ outcome }) => outcome === null)
  if (open) throw lossReported(person.fullName, open.reportedOn)
  const card = await cardInHand(ctx, person)
  refuseBefore(card.handedOn, lostOn)
  const id = await insertLoss(ctx.db, { cardId: card.id, lostOn, reportedOn, circumstances }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.lossReported', subject: { type: 'card', id: card.id }, personId, organisationId: person.keeperId, facts: { lossId: id, number: card.number, lostOn, reportedOn, circumstances } })
  return { id }
}

/** What came of the report: the card was found, or is lost, and may be issued anew. Refuses `cards.lossConcluded`, `cards.notInThisState`, `cards.daysOutOfOrder`, `cards.dayNotYet`. */
export async function concludeCardLoss(ctx: Ctx, { lossId, version, on, outcome, paper }: InputOf<typeof cardsContract.concludeCardLoss>) {
  const loss = await lockLoss(ctx.db, lossId)
  const card = await lockCard(ctx.db, loss.cardId)
  await ctx.authorise('cards.concludeLoss', { personId: card.personId })
  refuseStale(version, loss.version)
  refuseTomorrow(ctx, on)
  if (loss.concludedOn) throw lossConcluded(loss.concludedOn)
  refuseBefore(loss.reportedOn, on)
  if (outcome === 'lost') {
    const state = stateAfter(card, 'concludeLost')
    await updateCard(ctx.db, card.id, { state, endedOn: on, endedReason: paper })
    await insertStep(ctx.db, { cardId: card.id, act: 'concludeLost', on, to: state, note: paper }, ctx.actor.accountId)
  }
  await keepConclusion(ctx.db, lossId, { outcome, on, paper })
  await ctx.audit({ event: 'cards.lossConcluded', subject: { type: 'card', id: card.id }, personId: card.personId, organisationId: card.cellId, facts: { lossId, number: card.number, outcome, on, paper } })
  return { done: true as const }
}
