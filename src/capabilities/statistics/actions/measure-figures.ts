import { addDays, addMonths } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { countMembers } from '../../members/index.ts'
import { measureProgress, surveyCells } from '../../sources-and-targets/index.ts'
import type { FigureMeasure } from '../figure-measures.ts'
import { totalOf } from '../model.ts'
import { listAdmissionDays, type Asked } from '../queries/figures.ts'
import { countOpenFiles } from '../queries/outlook.ts'

/**
 * All figures that can be followed up, of an organisation within the actor's part, on a day as known at a moment. `admittedInTerm`: decisions of
 * the term that targets are measured by, 0 where none is known; `admittedLast12`: in the twelve months up to the day. The caller has asked for the right.
 */
export async function measureFigures(ctx: Ctx, asked: Asked): Promise<Record<FigureMeasure, number>> {
  const { head } = await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })
  const { members, probationary, women, ethnicMinority } = await countMembers(ctx.db, asked)
  const { followed, followingNobody, over24, twoTerms } = await surveyCells(ctx, asked)
  const lastYear = addDays(addMonths(asked.on, -12), 1)
  const files = (await countOpenFiles(ctx.db, asked)).filter(({ organisationId }) => organisationId === asked.organisationId)
  return {
    admittedInTerm: head.admitted, admittedLast12: totalOf(await listAdmissionDays(ctx.db, asked, lastYear)),
    openFiles: files.reduce((sum, each) => sum + each.files, 0), followed, cellsFollowingNobody: followingNobody, cellsOver24: over24, cellsTwoTerms: twoTerms, members, probationary, women, ethnicMinority,
  }
}
