import { laterOf } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cardDigits, cardKeepsNumber, firstRuledDay, type Override } from '../../../regulations/index.ts'
import { cardNumbersTaken, findStatusOn } from '../../members/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { cardsContract } from '../contract.ts'
import { daysOutOfOrder, noMember, nothingProposed, numberOutsideRange, numberTaken, rangeClosed, rangeMissing, rangeOfOthers, rangeUsedUp, wrongDigits } from '../errors.ts'
import { freeNumbers, writtenNumber } from '../model.ts'
import { insertStep, listCardsOf, lockProposals, peopleBelow, updateCard, type LockedCard } from '../queries/cards.ts'
import { lockRange, numbersUsed, type NumberRange } from '../queries/ranges.ts'
import { refuseTomorrow, stateAfter } from './checks.ts'

type Input = InputOf<typeof cardsContract.decideCards>
type Numbered = { readonly card: LockedCard; readonly number: string; readonly rangeId: string | null }

/** The number that a card bears again because its cause lets it keep the former one. */
async function keptNumber(ctx: Ctx, card: LockedCard, { decidedOn }: Input, overrides: readonly Override[]): Promise<string | undefined> {
  const keeps = cardKeepsNumber.inForceOn(laterOf(decidedOn, firstRuledDay), overrides).value
  if (!card.cause || !keeps.includes(card.cause)) return undefined
  return (await listCardsOf(ctx.db, card.personId)).find(({ id }) => id === card.replacesId)?.number ?? undefined
}

/** A range from which these people may be given numbers on the day. Refuses `cards.rangeMissing`, `cards.rangeClosed`, `cards.rangeOfOthers`, `cards.wrongDigits`. */
async function rangeFor(ctx: Ctx, cards: readonly LockedCard[], { rangeId, decidedOn }: Input, overrides: readonly Override[]): Promise<NumberRange> {
  if (!rangeId) throw rangeMissing(cards[0]!.fullName)
  const range = await lockRange(ctx.db, rangeId)
  if (range.closedOn) throw rangeClosed(range.closedOn)
  const below = await peopleBelow(ctx.db, cards.map(({ personId }) => personId), range.organisationId, ctx.today)
  const outside = cards.find(({ personId }) => !below.has(personId))
  if (outside) throw rangeOfOthers(range.organisation, outside.fullName)
  const rule = cardDigits.usedOn(laterOf(decidedOn, firstRuledDay), overrides)
  if (range.digits !== rule.value) throw wrongDigits(writtenNumber(range.from, range.digits), rule)
  return range
}

/** The next free numbers of a range, and the ones that are told; in the order of the cards. */
async function newNumbers(ctx: Ctx, cards: readonly LockedCard[], range: NumberRange, told: ReadonlyMap<string, string>): Promise<Numbered[]> {
  for (const number of told.values())
    if (number.length !== range.digits || Number(number) < range.from || Number(number) > range.to) throw numberOutsideRange(number, writtenNumber(range.from, range.digits), writtenNumber(range.to, range.digits))
  const used = await numbersUsed(ctx.db, range.id)
  const clash = [...told.values()].find((number, i, all) => used.includes(Number(number)) || all.indexOf(number) !== i)
  if (clash) throw numberTaken(clash)
  const wanted = cards.length - told.size
  const free = freeNumbers({ first: range.from, last: range.to, used: [...used, ...[...told.values()].map(Number)], wanted })
  if (free.length < wanted) throw rangeUsedUp(free.length, wanted)
  return cards.map((card) => ({ card, number: told.get(card.id) ?? writtenNumber(free.shift()!, range.digits), rangeId: range.id }))
}

async function numbered(ctx: Ctx, cards: readonly LockedCard[], input: Input): Promise<Numbered[]> {
  const overrides = await loadOverrides(ctx.db)
  const told = new Map((input.cards ?? []).flatMap(({ cardId, number }) => (number ? [[cardId, number] as const] : [])))
  const kept: Numbered[] = []
  const fresh: LockedCard[] = []
  for (const card of cards) {
    const number = await keptNumber(ctx, card, input, overrides)
    if (number) kept.push({ card, number, rangeId: null })
    else fresh.push(card)
  }
  const given = fresh.length > 0 ? await newNumbers(ctx, fresh, await rangeFor(ctx, fresh, input, overrides), new Map([...told].filter(([id]) => fresh.some((card) => card.id === id)))) : []
  const [taken] = await cardNumbersTaken(ctx.db, given.map(({ number }) => number))
  if (taken) throw numberTaken(taken)
  return [...kept, ...given]
}

/**
 * Records the decision that gives the cards proposed below an organisation, or the ones named. Who changes the card for a cause that keeps the number keeps it; everybody
 * else is given the next free number of the range, by name, or the one that is told. Refuses `cards.nothingProposed`, `cards.rangeMissing`, `cards.rangeClosed`,
 * `cards.rangeOfOthers`, `cards.rangeUsedUp`, `cards.wrongDigits` (with the rule), `cards.numberOutsideRange`, `cards.numberTaken`, `cards.noMember`,
 * `cards.daysOutOfOrder`, `cards.dayNotYet`.
 */
export async function decideCards(ctx: Ctx, input: Input) {
  const { organisationId, decisionNumber, decidedOn, issuedBy } = input
  await ctx.authorise('cards.decide', { organisationId })
  refuseTomorrow(ctx, decidedOn)
  await loadOrganisation(ctx.db, organisationId, ctx.today)
  const cards = await lockProposals(ctx.db, organisationId, ctx.today, input.cards?.map(({ cardId }) => cardId))
  if (cards.length === 0) throw nothingProposed()
  for (const card of cards) {
    if (card.proposedOn! > decidedOn) throw daysOutOfOrder(card.proposedOn!, decidedOn)
    if (!(await findStatusOn(ctx.db, card.personId, decidedOn))) throw noMember(card.fullName, decidedOn)
  }
  const rule = cardKeepsNumber.usedOn(laterOf(decidedOn, firstRuledDay), await loadOverrides(ctx.db))
  for (const { card, number, rangeId } of await numbered(ctx, cards, input)) {
    const state = stateAfter(card, 'decide')
    await updateCard(ctx.db, card.id, { state, number, rangeId, decisionNumber, decidedOn, issuedBy, rule })
    await insertStep(ctx.db, { cardId: card.id, act: 'decide', on: decidedOn, to: state, note: decisionNumber }, ctx.actor.accountId)
    await ctx.audit({ event: 'cards.cardDecided', subject: { type: 'card', id: card.id }, personId: card.personId, organisationId: card.cellId, facts: { number, kind: card.kind, cause: card.cause, decisionNumber, decidedOn, issuedBy } })
  }
  await ctx.audit({ event: 'cards.cardsDecided', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { decided: cards.length, decisionNumber, decidedOn, issuedBy, rangeId: input.rangeId ?? null } })
  return { decided: cards.length }
}
