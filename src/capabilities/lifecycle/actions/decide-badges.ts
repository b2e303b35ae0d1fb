import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { firstRuledDay } from '../../../regulations/index.ts'
import { loadPerson } from '../../members/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { lifecycleContract } from '../contract.ts'
import { alreadyHeld, notAwarded, nothingProposed, reachedNoMore } from '../errors.ts'
import { mayBeProposed } from '../model.ts'
import { awardBadges, countBadgesBelow, endBadge, insertBadge, listBadgesBelow, listBadgesOf, lockBadge, lockProposals, type LockedBadge } from '../queries/badges.ts'
import { badgeFactsOf, organisationAsked, refuseOtherDays, refuseOtherYears, refuseStale, refuseTomorrow } from './checks.ts'

/** Names of those whose party age changed after they were proposed, so that they reach the years no more. */
async function nowShort(ctx: Ctx, proposals: readonly LockedBadge[], awardOn: PlainDate): Promise<string[]> {
  const overrides = await loadOverrides(ctx.db)
  const facts = await badgeFactsOf(ctx, proposals.map(({ personId }) => personId), awardOn)
  return proposals.flatMap(({ years, ground, fullName }, i) =>
    (mayBeProposed(facts[i]!, years, { awardOn: laterOf(awardOn, firstRuledDay), seriouslyIll: ground === 'early' }, overrides).ground ? [] : [fullName]))
}

/**
 * Records the decision that gives the badges proposed for an award day below an organisation, or the ones named. The days are counted once more.
 * Refuses `lifecycle.nothingProposed`, `lifecycle.reachedNoMore` with the names, `lifecycle.dayNotYet`.
 */
export async function decideBadges(ctx: Ctx, { awardOn, organisationId, badgeIds, ...decision }: InputOf<typeof lifecycleContract.decideBadges>) {
  await ctx.authorise('lifecycle.decideBadges', { organisationId })
  refuseOtherDays(awardOn)
  refuseTomorrow(ctx, decision.decidedOn)
  await loadOrganisation(ctx.db, organisationId, ctx.today)
  const proposals = await lockProposals(ctx.db, organisationId, awardOn, ctx.today, badgeIds)
  if (proposals.length === 0) throw nothingProposed(awardOn)
  const short = await nowShort(ctx, proposals, awardOn)
  if (short.length > 0) throw reachedNoMore(short)
  await awardBadges(ctx.db, proposals.map(({ id }) => id), decision)
  for (const { id, personId, cellId, years } of proposals)
    await ctx.audit({ event: 'lifecycle.badgeAwarded', subject: { type: 'badge', id }, personId, organisationId: cellId, facts: { years, awardOn, ...decision } })
  await ctx.audit({ event: 'lifecycle.badgesDecided', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { awardOn, awarded: proposals.length, ...decision } })
  return { awarded: proposals.length }
}

/** Records a badge that was given before, from its paper; the years are not counted again. Refuses `lifecycle.alreadyHeld`, `lifecycle.noSuchBadge`, `lifecycle.dayNotYet`. */
export async function recordEarlierBadge(ctx: Ctx, input: InputOf<typeof lifecycleContract.recordEarlierBadge>) {
  await ctx.authorise('lifecycle.recordBadge', { personId: input.personId })
  const person = await loadPerson(ctx.db, input.personId)
  refuseTomorrow(ctx, input.awardOn)
  refuseTomorrow(ctx, input.decidedOn)
  refuseOtherYears(input.years, input.awardOn, await loadOverrides(ctx.db))
  const held = (await listBadgesOf(ctx.db, person.id)).find(({ years }) => years === input.years)
  if (held) throw alreadyHeld(person.fullName, input.years, held.awardOn)
  const id = await insertBadge(ctx.db, {
    personId: person.id, years: input.years, awardOn: input.awardOn, ground: 'takenOver', state: 'awarded', reachedOn: null, reason: input.reason, rule: null,
    decisionNumber: input.decisionNumber || null, decidedOn: input.decidedOn ?? null,
  }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.badgeRecorded', subject: { type: 'badge', id }, personId: person.id, organisationId: person.keeperId, facts: { years: input.years, awardOn: input.awardOn, reason: input.reason } })
  return { id }
}

/** Takes back a badge that was entered in error; it stays on record. Refuses `lifecycle.notAwarded`. */
export async function revokeBadge(ctx: Ctx, { badgeId, version, reason }: InputOf<typeof lifecycleContract.revokeBadge>) {
  const badge = await lockBadge(ctx.db, badgeId)
  await ctx.authorise('lifecycle.recordBadge', { personId: badge.personId })
  refuseStale(version, badge.version)
  if (badge.state !== 'awarded') throw notAwarded()
  await endBadge(ctx.db, badgeId, 'revoked', reason)
  await ctx.audit({ event: 'lifecycle.badgeRevoked', subject: { type: 'badge', id: badgeId }, personId: badge.personId, organisationId: badge.cellId, facts: { years: badge.years, awardOn: badge.awardOn, reason } })
  return { done: true as const }
}

/** Badges proposed for or given on an award day, most years first. */
export async function listBadges(ctx: Ctx, input: InputOf<typeof lifecycleContract.listBadges>): Promise<AnswerOf<typeof lifecycleContract.listBadges>> {
  const seen = seenBy(ctx, input)
  const organisationId = await organisationAsked(ctx, 'lifecycle.readBadges', input.organisationId)
  refuseOtherDays(input.awardOn)
  const { proposed, awarded } = await countBadgesBelow(ctx.db, organisationId, input.awardOn, seen)
  const rows = await listBadgesBelow(ctx.db, { organisationId, awardOn: input.awardOn, states: input.state ? [input.state] : ['proposed', 'awarded'], seen, page: input.page, size: input.size })
  const total = input.state === 'proposed' ? proposed : input.state === 'awarded' ? awarded : proposed + awarded
  return { rows: rows.map(({ decidedOn, decidedAdmissionOn, ...row }) => ({ ...row, badgeDecidedOn: decidedOn, decidedOn: decidedAdmissionOn })), total, proposed, awarded }
}
