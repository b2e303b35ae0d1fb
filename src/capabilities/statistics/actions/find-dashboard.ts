import { addMonths, earlierOf } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { countMembers } from '../../members/index.ts'
import type { DueOwner } from '../../reminders/index.ts'
import { listReviews, measureProgress, paceOf, surveyCells } from '../../sources-and-targets/index.ts'
import type { statisticsContract } from '../contract.ts'
import { lateLevels, type LateLevel } from '../codes.ts'
import { byYear, lastTwelveMonths, remainingOf, totalOf } from '../model.ts'
import type { CountLate } from '../ports.ts'
import { countMassOrganisations, countOrganisations, findTerm, listAdmissionDays, type Asked, type Term } from '../queries/figures.ts'
import { inOrder } from './find-figures.ts'
import { placeAsked } from './place.ts'

type Dashboard = AnswerOf<typeof statisticsContract.findDashboard>

const FURTHEST_SHOWN = 5

/** The overview of a term: how far, where it sticks, where the sources are. `countLate` is asked only for today. */
export const findDashboardOf = (countLate: CountLate) =>
  async function findDashboard(ctx: Ctx, input: InputOf<typeof statisticsContract.findDashboard>): Promise<Dashboard> {
    const on = input.asOf ?? ctx.today
    const place = await placeAsked(ctx, input, on)
    await ctx.authorise('statistics.readDashboard', { organisationId: place.id })
    const asked: Asked = { organisationId: place.id, on, knownAt: input.knownAt }
    const { term, target } = await findTerm(ctx.db, asked)
    const { grassroots, cells } = await countOrganisations(ctx.db, asked)
    const { full: _, ...members } = await countMembers(ctx.db, asked)
    const summary = await surveyCells(ctx, asked)
    return {
      asOf: on, organisation: { id: place.id, name: place.name, shortName: place.shortName, code: place.code },
      term: term ?? null,
      admissions: term ? await admissionsOf(ctx, asked, term, target) : null,
      members: { ...members, cells, grassrootsOrganisations: grassroots },
      late: on === ctx.today ? await lateOf(ctx, place.id, countLate) : null,
      ...(await furthestBehindOf(ctx, asked)),
      cells: {
        over24: summary.over24, twoTerms: summary.twoTerms, twoTermsMonths: summary.twoTermsMonths, followingNobody: summary.followingNobody,
        followed: summary.followed, classDone: summary.classDone,
      },
      massOrganisations: await massOf(ctx, asked),
    }
  }

async function admissionsOf(ctx: Ctx, asked: Asked, term: Term, target: number | null): Promise<Dashboard['admissions']> {
  const { on } = asked
  const days = await listAdmissionDays(ctx.db, asked, earlierOf(term.from, addMonths(on, -12)))
  const inTerm = days.filter(({ decidedOn }) => decidedOn >= term.from)
  const admitted = totalOf(inTerm)
  const measured = target !== null && term.until ? { target, until: term.until } : undefined
  return {
    target, admitted, from: term.from,
    pace: measured ? paceOf(measured.target, admitted, { from: term.from, until: measured.until }, on) : null,
    byYear: byYear(inTerm, term.from, on),
    remaining: measured ? remainingOf(measured.target, admitted, measured.until, on) : null,
    lastTwelveMonths: lastTwelveMonths(days, on),
  }
}

const levelOf: Readonly<Record<DueOwner, LateLevel>> = {
  cell: 'cell', grassrootsCommittee: 'grassrootsCommittee', sectionCommittee: 'grassrootsCommittee', decidingOffice: 'decidingOffice', standingBoard: 'standingBoard',
  candidate: 'others', politicalCentre: 'others', member: 'others', outsideOrganisation: 'others',
}

async function lateOf(ctx: Ctx, organisationId: string, countLate: CountLate): Promise<Dashboard['late']> {
  const counts = await countLate(ctx, organisationId)
  const of = (level: LateLevel) => counts.filter(({ owner }) => levelOf[owner] === level).reduce((sum, { late }) => sum + late, 0)
  const byLevel = lateLevels.map((level) => ({ level, late: of(level) }))
  return { total: byLevel.reduce((sum, { late }) => sum + late, 0), byLevel }
}

async function furthestBehindOf(ctx: Ctx, asked: Asked): Promise<Pick<Dashboard, 'furthestBehind' | 'organisationsWithTarget'>> {
  const { rows } = await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })
  const withTarget = rows.flatMap(({ organisationId, shortName, given, admitted, behind }) =>
    given === null || behind === null ? [] : [{ organisationId, shortName, target: given, admitted, behind }])
  const behind = withTarget.filter((row) => row.behind > 0).sort((a, b) => b.behind - a.behind || a.admitted / a.target - b.admitted / b.target)
  return { furthestBehind: behind.slice(0, FURTHEST_SHOWN), organisationsWithTarget: withTarget.length }
}

async function massOf(ctx: Ctx, asked: Asked): Promise<Dashboard['massOrganisations']> {
  const followed = new Map((await listReviews(ctx.db, asked)).filter((review) => review.organisationId === asked.organisationId).map((review) => [review.unionCode as string, review.followed]))
  return inOrder(await countMassOrganisations(ctx.db, asked)).map((count) => ({ ...count, followed: followed.get(count.code) ?? 0 }))
}
