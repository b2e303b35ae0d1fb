import { laterOf, Refusal, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cardsForFullMembersOnly, firstRuledDay } from '../../../regulations/index.ts'
import { findStatusOn, lockPerson, type Person } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { cardsContract } from '../contract.ts'
import { hasCard, lossNotConcluded, lossReported, notFullMember, underWay } from '../errors.ts'
import { kindFor } from '../model.ts'
import { insertCard, insertStep, listCardsOf, lockCard, updateCard, type NewCard } from '../queries/cards.ts'
import { listLossesOf } from '../queries/losses.ts'
import { cardInHand, refuseBefore, refuseStale, refuseTomorrow, registeredNumber, stateAfter } from './checks.ts'

type Wish = InputOf<typeof cardsContract.proposeCards>['people'][number]

/** The card that the new one takes the place of: none for a first card. Refuses what speaks against the wish. */
async function replaced(ctx: Ctx, person: Person, { cause }: Wish): Promise<string | undefined> {
  const cards = await listCardsOf(ctx.db, person.id)
  if (cards.some(({ state }) => state === 'proposed' || state === 'decided')) throw underWay(person.fullName)
  if (cause === 'lost') {
    const lost = cards.find(({ number }) => number !== null)
    if (lost?.state !== 'lost') throw lossNotConcluded(person.fullName)
    return lost.id
  }
  if (cause) {
    const missing = (await listLossesOf(ctx.db, person.id)).find(({ outcome }) => outcome === null)
    if (missing) throw lossReported(person.fullName, missing.reportedOn)
    return (await cardInHand(ctx, person)).id
  }
  const number = cards.find(({ state }) => state === 'held' || state === 'lost')?.number ?? (cards.length === 0 ? await registeredNumber(ctx.db, person.id) : null)
  if (number) throw hasCard(person.fullName, number)
  return undefined
}

async function judged(ctx: Ctx, person: Person, wish: Wish, on: PlainDate): Promise<NewCard> {
  const rule = cardsForFullMembersOnly.usedOn(laterOf(on, firstRuledDay), await loadOverrides(ctx.db))
  const status = await findStatusOn(ctx.db, person.id, on)
  if (!status || (rule.value && status.status === 'probationary')) throw notFullMember(person.fullName, on, rule)
  const replacesId = await replaced(ctx, person, wish)
  return { personId: person.id, kind: kindFor(wish.cause), cause: wish.cause ?? null, note: wish.note || null, state: 'proposed', proposedOn: on, replacesId: replacesId ?? null }
}

/**
 * Puts people on the list of proposals: all of them, or none, every reason named. Without a cause it is their first card. Refuses `cards.notFullMember` (with the
 * rule), `cards.underWay`, `cards.hasCard`, `cards.noCard`, `cards.lossNotConcluded`, `cards.lossReported`, `cards.numberTaken`, `cards.dayNotYet`.
 */
export async function proposeCards(ctx: Ctx, { people, on }: InputOf<typeof cardsContract.proposeCards>) {
  await ctx.authorise('cards.propose', 'own part')
  for (const { personId } of people) await ctx.authorise('cards.propose', { personId })
  refuseTomorrow(ctx, on)
  const proposals: { person: Person; card: NewCard }[] = []
  const refusals: Refusal[] = []
  for (const wish of people) {
    const person = await lockPerson(ctx.db, wish.personId)
    try {
      proposals.push({ person, card: await judged(ctx, person, wish, on) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
    }
  }
  const refused = Refusal.all(refusals)
  if (refused) throw refused
  for (const { person, card } of proposals) {
    const id = await insertCard(ctx.db, card, ctx.actor.accountId)
    await insertStep(ctx.db, { cardId: id, act: 'propose', on, to: 'proposed', note: card.note ?? null }, ctx.actor.accountId)
    await ctx.audit({ event: 'cards.cardProposed', subject: { type: 'card', id }, personId: person.id, organisationId: person.keeperId, facts: { kind: card.kind, cause: card.cause ?? null, note: card.note ?? null, on } })
  }
  return { proposed: proposals.length }
}

/** A card that was proposed, or decided on and not handed over, is not made; its number is not given again. Refuses `cards.notInThisState`, `cards.daysOutOfOrder`, `cards.dayNotYet`. */
export async function dropCard(ctx: Ctx, { cardId, version, on, reason }: InputOf<typeof cardsContract.dropCard>) {
  const card = await lockCard(ctx.db, cardId)
  await ctx.authorise('cards.propose', { personId: card.personId })
  refuseStale(version, card.version)
  refuseTomorrow(ctx, on)
  refuseBefore(card.decidedOn ?? card.proposedOn, on)
  await drop(ctx, card, on, reason)
  return { done: true as const }
}

/** The same for whoever has authorised and locked. */
export async function drop(ctx: Ctx, card: Awaited<ReturnType<typeof lockCard>>, on: PlainDate, reason: string): Promise<void> {
  const state = stateAfter(card, 'drop')
  await updateCard(ctx.db, card.id, { state, endedOn: on, endedReason: reason })
  await insertStep(ctx.db, { cardId: card.id, act: 'drop', on, to: state, note: reason }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.cardDropped', subject: { type: 'card', id: card.id }, personId: card.personId, organisationId: card.cellId, facts: { number: card.number, on, reason } })
}
