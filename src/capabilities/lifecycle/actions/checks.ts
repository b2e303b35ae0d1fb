import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { badgeYears, findRule, firstRuledDay, isAwardDay, nextAwardDay, type Override, type RuleUse } from '../../../regulations/index.ts'
import { loadPerson } from '../../members/index.ts'
import { findTop } from '../../organisations/index.ts'
import { dayNotYet, noSuchBadge, notAnAwardDay, partyAgeUnknown, ruleInWords, staleVersion } from '../errors.ts'
import type { lifecyclePolicy } from '../policy.ts'
import { badgePeople, type BadgePerson } from '../queries/candidates.ts'

type Permission = keyof typeof lifecyclePolicy

/** Refuses `lifecycle.notAnAwardDay`. */
export function refuseOtherDays(awardOn: PlainDate): void {
  if (!isAwardDay(awardOn)) throw notAnAwardDay(awardOn, nextAwardDay(awardOn))
}

/** Refuses `lifecycle.noSuchBadge` for years for which no badge was given on the award day. */
export function refuseOtherYears(years: number, awardOn: PlainDate, overrides: readonly Override[]): void {
  const rule = badgeYears.usedOn(laterOf(awardOn, firstRuledDay), overrides)
  if (!rule.value.includes(years)) throw noSuchBadge(years, rule)
}

/** Refuses `lifecycle.dayNotYet`. */
export function refuseTomorrow(ctx: Pick<Ctx, 'today'>, on: PlainDate | undefined): void {
  if (on && on > ctx.today) throw dayNotYet(on, ctx.today)
}

export function refuseStale(seen: number, latest: number): void {
  if (seen !== latest) throw staleVersion(seen, latest)
}

/** What the party age of these people is counted from, in the order asked. Refuses `members.personNotFound` outside the own part, `lifecycle.partyAgeUnknown`. */
export async function badgeFactsOf(ctx: Ctx, ids: readonly string[], awardOn: PlainDate): Promise<BadgePerson[]> {
  const found = new Map((await badgePeople(ctx.db, ids, ctx.today, awardOn)).map((person) => [person.personId, person]))
  const people: BadgePerson[] = []
  for (const id of ids) {
    const person = found.get(id)
    if (!person) throw partyAgeUnknown((await loadPerson(ctx.db, id)).fullName)
    people.push(person)
  }
  return people
}

/** Of which organisation: the one asked for, within one's part, or the own one; for the keeper of the machine the top. */
export async function organisationAsked(ctx: Ctx, permission: Permission, wanted: string | undefined): Promise<string> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? ''
}

/** A rule as it is shown. */
export const shownRule = (rule: RuleUse) => ({ title: findRule(rule.key)!.title, value: ruleInWords(rule), citation: rule.citation })
