import { addMonths, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { awardDaysOf, badgeYears, firstRuledDay, formerAwardDay, listDueFor, nextAwardDay } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import { candidateGroups, type CandidateGroup } from '../codes.ts'
import type { lifecycleContract } from '../contract.ts'
import { MONTHS_SINCE_DEATH, badgeCandidate, type Candidate } from '../model.ts'
import { withPlaces } from '../queries/badges.ts'
import { listBadgePeople, type BadgePerson } from '../queries/candidates.ts'
import { organisationAsked, refuseOtherDays, shownRule } from './checks.ts'

type Answer = AnswerOf<typeof lifecycleContract.listBadgeCandidates>
export type Listed = BadgePerson & Candidate

const MOST_EARLY_MONTHS = 24

/** Everybody below an organisation who stands on the list of an award day, with why, on a day, as known at a moment; proposals and badges given are left out. The caller has authorised. */
export async function candidatesOf(ctx: Pick<Ctx, 'db' | 'today'>, organisationId: string, awardOn: PlainDate, seen: Seen = { on: ctx.today }): Promise<Listed[]> {
  const overrides = await loadOverrides(ctx.db)
  const fewest = Math.min(...badgeYears.inForceOn(awardOn < firstRuledDay ? firstRuledDay : awardOn, overrides).value)
  const people = await listBadgePeople(ctx.db, {
    organisationId, seen, awardOn, joinedBy: addMonths(awardOn, MOST_EARLY_MONTHS - fewest * 12), diedSince: addMonths(awardOn, -MONTHS_SINCE_DEATH),
  })
  return people.flatMap((person) => { const candidate = badgeCandidate(person, awardOn, overrides); return candidate ? [{ ...person, ...candidate }] : [] })
}

/** Who could only be early comes after everybody who has reached the years. */
const byYearsThenReached = (a: Listed, b: Listed) => Number(a.group === 'early') - Number(b.group === 'early') || b.years - a.years || (a.reachedOn < b.reachedOn ? -1 : a.reachedOn > b.reachedOn ? 1 : 0)
const isUncertain = ({ decidedOn, admittedOn }: Pick<BadgePerson, 'decidedOn' | 'admittedOn'>): boolean => decidedOn === null && (admittedOn?.length ?? 10) < 10

const shown = ({ spells, rulings, held: _h, disciplined: _d, isMember: _m, version: _v, waitsFor, ...row }: Listed & { cell: string; organisation: string | null }): Answer['rows'][number] =>
  ({ ...row, isRuled: rulings.length > 0 || spells.length > 1, isUncertain: isUncertain(row), waitsFor: waitsFor ? shownRule(waitsFor) : null })

/** Who is to be given a badge on an award day, most years first and the early ones last, one page and the count of each group. Refuses `lifecycle.notAnAwardDay`. */
export async function listBadgeCandidates(ctx: Ctx, input: InputOf<typeof lifecycleContract.listBadgeCandidates>): Promise<Answer> {
  const organisationId = await organisationAsked(ctx, 'lifecycle.readBadges', input.organisationId)
  refuseOtherDays(input.awardOn)
  const all = await candidatesOf(ctx, organisationId, input.awardOn, seenBy(ctx, input))
  const counts = Object.fromEntries(candidateGroups.map((group) => [group, all.filter((each) => each.group === group).length])) as Record<CandidateGroup, number>
  const wanted = all.filter((each) => !input.group || each.group === input.group).sort(byYearsThenReached)
  const page = wanted.slice((input.page - 1) * input.size, input.page * input.size)
  return { awardOn: input.awardOn, formerAwardOn: formerAwardDay(input.awardOn), rows: (await withPlaces(ctx.db, page, input.asOf ?? ctx.today)).map(shown), total: wanted.length, counts }
}

/** The award days around a day, and the next one with the day by which its list is to be made. */
export async function listAwardDays(ctx: Ctx, { asOf }: InputOf<typeof lifecycleContract.listAwardDays>): Promise<AnswerOf<typeof lifecycleContract.listAwardDays>> {
  await ctx.authorise('lifecycle.readBadges', 'own part')
  const on = asOf ?? ctx.today
  const year = Number(on.slice(0, 4))
  const next = nextAwardDay(on)
  return { days: [year - 2, year - 1, year, year + 1].flatMap((each) => [...awardDaysOf(each)]), next, listDueOn: listDueFor(next, await loadOverrides(ctx.db)) }
}
