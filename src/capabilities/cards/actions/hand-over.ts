import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { findStatusOn, listMemberships, lockPerson, writeCardNumber } from '../../members/index.ts'
import { laterOf } from '../../../kernel/index.ts'
import { cardKeptByFamily, firstRuledDay } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { cardsContract } from '../contract.ts'
import { noMember, onlyOfDead, stillMember } from '../errors.ts'
import { basisWords } from '../messages.vi.ts'
import { insertStep, lockCard, updateCard } from '../queries/cards.ts'
import { refuseBefore, refuseStale, refuseTomorrow, stateAfter } from './checks.ts'

/** The former card ends where the new one is handed over. */
async function replaceFormer(ctx: Ctx, card: Awaited<ReturnType<typeof lockCard>>, on: typeof ctx.today): Promise<void> {
  const former = card.replacesId ? await lockCard(ctx.db, card.replacesId) : undefined
  if (former?.state !== 'held') return
  const reason = fillIn(basisWords.replaced, { number: card.number })
  const state = stateAfter(former, 'replace')
  await updateCard(ctx.db, former.id, { state, endedOn: on, endedReason: reason })
  await insertStep(ctx.db, { cardId: former.id, act: 'replace', on, to: state, note: reason }, ctx.actor.accountId)
}

/**
 * The card is handed over and signed for; from this day on the member's record says its number, and the former card ends. Refuses `cards.notInThisState`,
 * `cards.daysOutOfOrder`, `cards.dayNotYet`, `members.notMemberOn`, `members.cardNumberTaken`, `members.laterFacts`.
 */
export async function handCardOver(ctx: Ctx, { cardId, version, on, receivedBy }: InputOf<typeof cardsContract.handCardOver>) {
  const card = await lockCard(ctx.db, cardId)
  await ctx.authorise('cards.handOver', { personId: card.personId })
  refuseStale(version, card.version)
  refuseTomorrow(ctx, on)
  const state = stateAfter(card, 'handOver')
  refuseBefore(card.decidedOn, on)
  await writeCardNumber(ctx, { personId: card.personId, number: card.number!, on, basis: fillIn(basisWords.decision, { number: card.decisionNumber }) })
  await replaceFormer(ctx, card, on)
  await updateCard(ctx.db, cardId, { state, handedOn: on, receivedBy })
  await insertStep(ctx.db, { cardId, act: 'handOver', on, to: state, note: receivedBy }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.cardHandedOver', subject: { type: 'card', id: cardId }, personId: card.personId, organisationId: card.cellId, facts: { number: card.number, on, receivedBy } })
  return { done: true as const }
}

/**
 * The card of somebody who is no member any more comes back; after a death the family may keep it where the rule of that day lets them. The number stays on record and
 * is given to nobody else. Refuses `cards.stillMember`, `cards.onlyOfDead` (with the rule), `cards.notInThisState`, `cards.dayNotYet`.
 */
export async function withdrawCard(ctx: Ctx, { cardId, version, on, outcome, reason }: InputOf<typeof cardsContract.withdrawCard>) {
  const card = await lockCard(ctx.db, cardId)
  await ctx.authorise('cards.withdraw', { personId: card.personId })
  refuseStale(version, card.version)
  refuseTomorrow(ctx, on)
  const person = await lockPerson(ctx.db, card.personId)
  const last = (await listMemberships(ctx.db, person.id)).at(-1)
  if (!last?.endedOn || last.endedOn > on) throw stillMember(person.fullName, on)
  const rule = cardKeptByFamily.usedOn(laterOf(last.endedOn, firstRuledDay), await loadOverrides(ctx.db))
  if (outcome === 'keptByFamily' && (last.endKind !== 'death' || !rule.value)) throw onlyOfDead(person.fullName, rule)
  const act = outcome === 'withdrawn' ? 'withdraw' : 'leaveToFamily'
  const state = stateAfter(card, act)
  await updateCard(ctx.db, cardId, { state, endedOn: on, endedReason: reason })
  await insertStep(ctx.db, { cardId, act, on, to: state, note: reason }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.cardWithdrawn', subject: { type: 'card', id: cardId }, personId: person.id, organisationId: card.cellId, facts: { number: card.number, outcome, on, reason } })
  return { done: true as const }
}

/** A card that was withdrawn goes back to somebody whose membership was restored. Refuses `cards.noMember`, `cards.notInThisState`, `cards.daysOutOfOrder`, `cards.dayNotYet`. */
export async function giveCardBack(ctx: Ctx, { cardId, version, on, basis }: InputOf<typeof cardsContract.giveCardBack>) {
  const card = await lockCard(ctx.db, cardId)
  await ctx.authorise('cards.withdraw', { personId: card.personId })
  refuseStale(version, card.version)
  refuseTomorrow(ctx, on)
  const state = stateAfter(card, 'giveBack')
  refuseBefore(card.endedOn, on)
  const person = await lockPerson(ctx.db, card.personId)
  if (!(await findStatusOn(ctx.db, person.id, on))) throw noMember(person.fullName, on)
  await updateCard(ctx.db, cardId, { state, endedOn: null, endedReason: null })
  await insertStep(ctx.db, { cardId, act: 'giveBack', on, to: state, note: basis }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.cardGivenBack', subject: { type: 'card', id: cardId }, personId: person.id, organisationId: card.cellId, facts: { number: card.number, on, basis } })
  return { done: true as const }
}
