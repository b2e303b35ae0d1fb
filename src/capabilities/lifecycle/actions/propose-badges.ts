import { Refusal, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { badgeNotUnderDiscipline, type Override } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { lifecycleContract } from '../contract.ts'
import { alreadyHeld, illnessNeedsReason, noLongerMember, notProposed, notReached, partyAgeUnknown, underDiscipline } from '../errors.ts'
import { mayBeProposed } from '../model.ts'
import { endBadge, insertBadge, listBadgesOf, lockBadge, type NewBadge } from '../queries/badges.ts'
import type { BadgePerson } from '../queries/candidates.ts'
import { badgeFactsOf, refuseOtherDays, refuseOtherYears, refuseStale } from './checks.ts'

type Input = InputOf<typeof lifecycleContract.proposeBadges>
type Wish = Input['people'][number]

/** What is proposed for one person, or why it may not be. */
function judged(person: BadgePerson, wish: Wish, awardOn: PlainDate, overrides: readonly Override[]): NewBadge | Refusal {
  const { fullName } = person
  if (!person.isMember && !person.diedOn) return noLongerMember(fullName)
  if (wish.seriouslyIll && !wish.reason) return illnessNeedsReason(fullName)
  const { ground, reachedOn, rule } = mayBeProposed(person, wish.years, { awardOn, seriouslyIll: wish.seriouslyIll }, overrides)
  if (!reachedOn) return partyAgeUnknown(fullName)
  if (!ground) return notReached(fullName, wish.years, reachedOn, awardOn, rule)
  const discipline = badgeNotUnderDiscipline.usedOn(awardOn, overrides)
  if (person.disciplined && discipline.value) return underDiscipline(fullName, awardOn, discipline)
  return { personId: person.personId, years: wish.years, awardOn, ground, state: 'proposed', reachedOn, reason: wish.reason || null, rule, decisionNumber: null, decidedOn: null }
}

async function refuseHeld(ctx: Ctx, person: BadgePerson, years: number): Promise<Refusal | undefined> {
  const held = (await listBadgesOf(ctx.db, person.personId)).find((badge) => badge.years === years)
  return held && alreadyHeld(person.fullName, years, held.awardOn)
}

/**
 * Puts people on the list of an award day: all of them, or none. Every reason is named; the rule that decided stays with the proposal. Refuses `lifecycle.notReached`,
 * `lifecycle.underDiscipline` (with the rule), `lifecycle.notAnAwardDay`, `lifecycle.noSuchBadge`, `lifecycle.illnessNeedsReason`, `lifecycle.alreadyHeld`,
 * `lifecycle.noLongerMember`, `lifecycle.partyAgeUnknown`.
 */
export async function proposeBadges(ctx: Ctx, { awardOn, people }: Input) {
  await ctx.authorise('lifecycle.proposeBadge', 'own part')
  for (const { personId } of people) await ctx.authorise('lifecycle.proposeBadge', { personId })
  refuseOtherDays(awardOn)
  const overrides = await loadOverrides(ctx.db)
  for (const { years } of people) refuseOtherYears(years, awardOn, overrides)
  const facts = await badgeFactsOf(ctx, people.map(({ personId }) => personId), awardOn)
  const proposals: { person: BadgePerson; badge: NewBadge }[] = []
  const refusals: Refusal[] = []
  for (const [i, person] of facts.entries()) {
    const outcome = (await refuseHeld(ctx, person, people[i]!.years)) ?? judged(person, people[i]!, awardOn, overrides)
    if (outcome instanceof Refusal) refusals.push(outcome)
    else proposals.push({ person, badge: outcome })
  }
  const refused = Refusal.all(refusals)
  if (refused) throw refused
  for (const { person, badge } of proposals) {
    const id = await insertBadge(ctx.db, badge, ctx.actor.accountId)
    await ctx.audit({
      event: 'lifecycle.badgeProposed', subject: { type: 'badge', id }, personId: person.personId, organisationId: person.cellId,
      facts: { years: badge.years, awardOn, ground: badge.ground, reachedOn: badge.reachedOn, reason: badge.reason }, citations: [badge.rule!.citation],
    })
  }
  return { proposed: proposals.length }
}

/** Takes a proposal off the list. Refuses `lifecycle.notProposed`. */
export async function withdrawBadge(ctx: Ctx, { badgeId, version, reason }: InputOf<typeof lifecycleContract.withdrawBadge>) {
  const badge = await lockBadge(ctx.db, badgeId)
  await ctx.authorise('lifecycle.proposeBadge', { personId: badge.personId })
  refuseStale(version, badge.version)
  if (badge.state !== 'proposed') throw notProposed()
  await endBadge(ctx.db, badgeId, 'withdrawn', reason)
  await ctx.audit({ event: 'lifecycle.badgeWithdrawn', subject: { type: 'badge', id: badgeId }, personId: badge.personId, organisationId: badge.cellId, facts: { years: badge.years, awardOn: badge.awardOn, reason } })
  return { done: true as const }
}
