import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { foundWays, stages, unionCodes, type Stage } from '../codes.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import type { OpenCases } from '../ports.ts'
import { listFollowed, type Followed } from '../queries/reach.ts'
import { certificateRuleOn } from './checks.ts'
import { placeAsked } from './place.ts'
import { measureProgress } from './target-progress.ts'

type Reach = AnswerOf<typeof sourcesAndTargetsContract.findReach>
type Progress = Awaited<ReturnType<typeof measureProgress>>['head']

const sumOf = (rows: readonly Followed[]) => rows.reduce((sum, { people }) => sum + people, 0)
const byStage = (rows: readonly Followed[]) => Object.fromEntries(stages.map((stage) => [stage, sumOf(rows.filter((row) => row.stage === stage))])) as Record<Stage, number>

/** A target against the people who are followed below the organisation. */
function reachOf({ organisationId, shortName, given, admitted }: Progress, rows: readonly Followed[]): Reach['head'] {
  const followed = sumOf(rows)
  const left = given === null ? null : Math.max(0, given - admitted)
  return { organisationId, shortName, target: given, admitted, left, followed, byStage: byStage(rows), missing: left === null ? null : Math.max(0, left - followed) }
}

/**
 * Whether the target of the term is within reach of the people followed today: by organisation, by what they were found through, and by mass organisation.
 * Each mass organisation counts everybody who belongs to it; people are counted once.
 */
export const findReachOf = (openCases: OpenCases) =>
  async function findReach(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.findReach>): Promise<Reach> {
    const on = input.asOf ?? ctx.today
    const place = await placeAsked(ctx, input.organisationId, on, input.knownAt)
    await ctx.authorise('sourcesAndTargets.readSources', { organisationId: place.id })
    const asked = { organisationId: place.id, on, knownAt: input.knownAt }
    const { head, rows } = await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })
    const cases = await openCases(ctx, place.id, asked)
    const followed = await listFollowed(ctx.db, { ...asked, certificateMonths: (await certificateRuleOn(ctx, on)).months, openCases: cases.map(({ personId }) => personId) })
    const of = (organisationId: string) => followed.filter((row) => row.organisationId === organisationId)
    const own = of(place.id)
    return {
      asOf: on, head: reachOf(head, own), rows: rows.map((row) => reachOf(row, of(row.organisationId))),
      found: [...foundWays, null].map((foundBy) => {
        const found = own.filter((row) => row.foundBy === foundBy)
        return { foundBy, followed: sumOf(found), byStage: byStage(found) }
      }),
      unions: unionCodes.map((unionCode) => ({ unionCode, followed: sumOf(own.filter(({ unions }) => unions.includes(unionCode))) })).filter((row) => row.followed > 0),
      people: sumOf(own), inSeveral: sumOf(own.filter(({ unions }) => unions.length > 1)), inNone: sumOf(own.filter(({ unions }) => unions.length === 0)),
    }
  }
