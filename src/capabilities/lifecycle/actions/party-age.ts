import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { badgeYears, firstRuledDay, membershipYearsStart, nextAwardDay } from '../../../regulations/index.ts'
import {
  findHome, insertPartyAgeRuling, listMemberships, loadPerson, lockPerson, membershipsSeen, partyAgeRulingsSeen, partyAgeStretches, supersedePartyAgeRuling, type PartyAgeRuling, type SpellOfMembership,
} from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { lifecycleContract } from '../contract.ts'
import { daysOutOfOrder, neverMember, onlyInterruptionsEnd, outsideMembership, ruledAlready, rulingNotFound } from '../errors.ts'
import { reachedBy } from '../model.ts'
import { listBadgesOfSeen, withPlaces } from '../queries/badges.ts'
import { refuseTomorrow, shownRule } from './checks.ts'

type Answer = AnswerOf<typeof lifecycleContract.findPartyAge>

/** The badge that comes next, were membership to go on, and the longest years reached by the day for which there is none. */
async function badgesToCome(ctx: Ctx, spells: readonly SpellOfMembership[], rulings: readonly PartyAgeRuling[], on: PlainDate, has: Answer['badges']): Promise<Pick<Answer, 'missed' | 'next'>> {
  const { value } = badgeYears.inForceOn(laterOf(on, firstRuledDay), await loadOverrides(ctx.db))
  const days = value.flatMap((years) => { const reachedOn = reachedBy({ spells, rulings, diedOn: null }, years); return reachedOn ? [{ years, reachedOn }] : [] })
  const longest = Math.max(0, ...has.filter(({ state }) => state === 'awarded' || state === 'proposed').map(({ years }) => years))
  const [latest, coming] = [days.findLast(({ reachedOn }) => reachedOn <= on), days.find(({ years, reachedOn }) => reachedOn > on && years > longest)]
  const isThere = latest && longest >= latest.years
  const isMember = spells.some(({ endedOn }) => endedOn === null || endedOn > on)
  return { missed: latest && isMember && !isThere ? latest : null, next: coming ? { ...coming, awardOn: nextAwardDay(coming.reachedOn) } : null }
}

/** Party age on a day as known at a moment: each stretch that counts and on what it rests, what decisions say, the badges, and which comes next. */
export async function findPartyAge(ctx: Ctx, { personId, asOf, knownAt }: InputOf<typeof lifecycleContract.findPartyAge>): Promise<Answer> {
  await ctx.authorise('lifecycle.readPartyAge', { personId })
  const on = asOf ?? ctx.today
  const person = await loadPerson(ctx.db, personId)
  const spells = (await membershipsSeen(ctx.db, personId, { on, knownAt })) as readonly SpellOfMembership[]
  const rulings = await partyAgeRulingsSeen(ctx.db, personId, { knownAt })
  const ruled = rulings as readonly PartyAgeRuling[]
  const stretches = partyAgeStretches(spells, ruled, on)
  const months = stretches.reduce((sum, each) => sum + each.months, 0)
  const badges = await listBadgesOfSeen(ctx.db, personId, { on, knownAt })
  const [place] = await withPlaces(ctx.db, [{ cellId: await findHome(ctx.db, personId, seenBy(ctx, { asOf, knownAt })) }], on)
  return {
    asOf: on, person: { id: person.id, fullName: person.fullName, bornOn: person.bornOn, cell: place?.cell ?? null, organisation: place?.organisation ?? null },
    years: stretches.length ? Math.floor(months / 12) : null, months, stretches, rulings, startRule: shownRule(membershipYearsStart.usedOn(laterOf(on, firstRuledDay))),
    badges, ...(await badgesToCome(ctx, spells, ruled, on, badges)),
    may: { rule: await ctx.may('lifecycle.rulePartyAge', { personId }), record: await ctx.may('lifecycle.recordBadge', { personId }) },
  }
}

type Ruling = InputOf<typeof lifecycleContract.rulePartyAge>

async function checkRuling(ctx: Ctx, name: string, { personId, kind, from, until, decidedOn }: Ruling): Promise<void> {
  refuseTomorrow(ctx, decidedOn)
  refuseTomorrow(ctx, from)
  if (kind === 'countedFrom' && until) throw onlyInterruptionsEnd()
  if (until && until <= from) throw daysOutOfOrder(from, until)
  const spells = await listMemberships(ctx.db, personId)
  if (spells.length === 0) throw neverMember(name)
  const ended = spells[0]!.endedOn
  // Another first day may lie before the decision of admission, as for who was wrongly left out; not after the first time in the Party.
  if (kind === 'countedFrom' && ended && from >= ended) throw outsideMembership(name, from)
  const clash = (await partyAgeRulingsSeen(ctx.db, personId, {})).find((each) => each.kind === kind && (kind === 'countedFrom' || ((!until || each.from < until) && (!each.until || each.until > from))))
  if (clash) throw ruledAlready(name, clash.decisionNumber)
}

/**
 * Records a decision about the party age: a time that does not count, or another first day. Refuses `lifecycle.dayNotYet`, `lifecycle.daysOutOfOrder`,
 * `lifecycle.onlyInterruptionsEnd`, `lifecycle.neverMember`, `lifecycle.outsideMembership`, `lifecycle.ruledAlready`.
 */
export async function rulePartyAge(ctx: Ctx, input: Ruling) {
  await ctx.authorise('lifecycle.rulePartyAge', { personId: input.personId })
  const person = await lockPerson(ctx.db, input.personId)
  await checkRuling(ctx, person.fullName, input)
  const { personId, kind, from, until, reason, decisionNumber, decidedOn } = input
  const id = await insertPartyAgeRuling(ctx.db, personId, { kind, from, until: until ?? null, reason, decisionNumber, decidedOn }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.partyAgeRuled', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { rulingId: id, kind, from, until: until ?? null, reason, decisionNumber, decidedOn } })
  return { id }
}

/** Sets a decision about the party age aside; it stays on record. Refuses `lifecycle.rulingNotFound`. */
export async function withdrawRuling(ctx: Ctx, { personId, rulingId, reason }: InputOf<typeof lifecycleContract.withdrawRuling>) {
  await ctx.authorise('lifecycle.rulePartyAge', { personId })
  const person = await lockPerson(ctx.db, personId)
  if (!(await supersedePartyAgeRuling(ctx.db, personId, rulingId))) throw rulingNotFound()
  await ctx.audit({ event: 'lifecycle.rulingWithdrawn', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { rulingId, reason } })
  return { done: true as const }
}
