import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { laterOf } from '../../../kernel/index.ts'
import { cardDigits, firstRuledDay } from '../../../regulations/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { cardsContract } from '../contract.ts'
import { digitsDiffer, rangeBackwards, rangeClosed, rangeOverlaps, wrongDigits } from '../errors.ts'
import { writtenNumber } from '../model.ts'
import { endRange, findOverlapping, insertRange, leftOf, listRangesAround, lockRange, numbersUsed } from '../queries/ranges.ts'
import { organisationAsked, refuseBefore, refuseStale, refuseTomorrow, shownRule } from './checks.ts'

/** Ranges of numbers of an organisation, of those above it and of those below it, on a day as known at a moment, with what was left. */
export async function listRanges(ctx: Ctx, { asOf, knownAt, ...asked }: InputOf<typeof cardsContract.listRanges>): Promise<AnswerOf<typeof cardsContract.listRanges>> {
  const organisationId = await organisationAsked(ctx, 'cards.listRanges', asked.organisationId)
  const rows = []
  const seen = seenBy(ctx, { asOf, knownAt })
  for (const range of await listRangesAround(ctx.db, organisationId, seen)) {
    const { from, to, ...about } = range
    rows.push({ ...about, first: writtenNumber(from, range.digits), last: writtenNumber(to, range.digits), ...(await leftOf(ctx.db, range, seen)) })
  }
  return { asOf: seen.on, rows, digits: shownRule(cardDigits.usedOn(laterOf(seen.on, firstRuledDay), await loadOverrides(ctx.db))), mayKeep: await ctx.may('cards.keepRanges', { organisationId }) }
}

/**
 * Gives a committee a range of numbers, from `first` to `last` inclusive. Refuses `cards.rangeOverlaps`, `cards.rangeBackwards`, `cards.digitsDiffer`, `cards.wrongDigits`
 * (with the rule of the day on which it is given), `cards.dayNotYet`.
 */
export async function giveRange(ctx: Ctx, { organisationId, first, last, basis, givenOn }: InputOf<typeof cardsContract.giveRange>) {
  await ctx.authorise('cards.keepRanges', { organisationId })
  refuseTomorrow(ctx, givenOn)
  await loadOrganisation(ctx.db, organisationId, givenOn)
  if (first.length !== last.length) throw digitsDiffer(first, last)
  if (Number(last) < Number(first)) throw rangeBackwards(first, last)
  const rule = cardDigits.usedOn(laterOf(givenOn, firstRuledDay), await loadOverrides(ctx.db))
  if (first.length !== rule.value) throw wrongDigits(first, rule)
  const other = await findOverlapping(ctx.db, first.length, Number(first), Number(last))
  if (other) throw rangeOverlaps(writtenNumber(other.from, other.digits), writtenNumber(other.to, other.digits), other.organisation)
  const id = await insertRange(ctx.db, { organisationId, digits: first.length, first: Number(first), last: Number(last), basis, givenOn }, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.rangeGiven', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { rangeId: id, first, last, basis, givenOn }, citations: [rule.citation] })
  return { id }
}

/** Closes a range: what was not used of it may be given to another committee. Refuses `cards.rangeClosed`, `cards.daysOutOfOrder`, `cards.dayNotYet`. */
export async function closeRange(ctx: Ctx, { rangeId, version, on, reason }: InputOf<typeof cardsContract.closeRange>) {
  const range = await lockRange(ctx.db, rangeId)
  await ctx.authorise('cards.keepRanges', { organisationId: range.organisationId })
  refuseStale(version, range.version)
  refuseTomorrow(ctx, on)
  if (range.closedOn) throw rangeClosed(range.closedOn)
  refuseBefore(range.givenOn, on)
  await endRange(ctx.db, rangeId, { on, reason, lastUsed: (await numbersUsed(ctx.db, rangeId)).at(-1) })
  await ctx.audit({ event: 'cards.rangeClosed', subject: { type: 'organisation', id: range.organisationId }, organisationId: range.organisationId, facts: { rangeId, on, reason } })
  return { done: true as const }
}
