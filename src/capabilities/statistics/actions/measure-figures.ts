import { addDays, addMonths } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { countMembers } from '../../members/index.ts'
import { measureProgress, surveyCells } from '../../sources-and-targets/index.ts'
import type { FigureMeasure } from '../figure-measures.ts'
import { totalOf } from '../model.ts'
import { listAdmissionDays, type Asked } from '../queries/figures.ts'
import { countOpenFiles } from '../queries/outlook.ts'

type Figures<M extends FigureMeasure> = Promise<Readonly<Record<M, number>>>

async function ofTerm(ctx: Ctx, asked: Asked): Figures<'admittedInTerm'> {
  return { admittedInTerm: (await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })).head.admitted }
}

async function ofYear(ctx: Ctx, asked: Asked): Figures<'admittedLast12'> {
  return { admittedLast12: totalOf(await listAdmissionDays(ctx.db, asked, addDays(addMonths(asked.on, -12), 1))) }
}

async function ofFiles(ctx: Ctx, asked: Asked): Figures<'openFiles'> {
  const files = (await countOpenFiles(ctx.db, asked)).filter(({ organisationId }) => organisationId === asked.organisationId)
  return { openFiles: files.reduce((sum, each) => sum + each.files, 0) }
}

async function ofCells(ctx: Ctx, asked: Asked): Figures<'followed' | 'cellsFollowingNobody' | 'cellsOver24' | 'cellsTwoTerms'> {
  const { followed, followingNobody, over24, twoTerms } = await surveyCells(ctx, asked)
  return { followed, cellsFollowingNobody: followingNobody, cellsOver24: over24, cellsTwoTerms: twoTerms }
}

const ofMembers = (ctx: Ctx, asked: Asked): Figures<'members' | 'probationary' | 'women' | 'ethnicMinority'> => countMembers(ctx.db, asked)

/**
 * All figures that can be followed up, of an organisation within the actor's part, on a day as known at a moment. `admittedInTerm`: decisions of
 * the term that targets are measured by, 0 where none is known; `admittedLast12`: in the twelve months up to the day. The caller has asked for the right.
 */
export async function measureFigures(ctx: Ctx, asked: Asked): Figures<FigureMeasure> {
  const { members, probationary, women, ethnicMinority } = await ofMembers(ctx, asked)
  return { ...(await ofTerm(ctx, asked)), ...(await ofYear(ctx, asked)), ...(await ofFiles(ctx, asked)), ...(await ofCells(ctx, asked)), members, probationary, women, ethnicMinority }
}

const counters = {
  admittedInTerm: ofTerm, admittedLast12: ofYear, openFiles: ofFiles, followed: ofCells, cellsFollowingNobody: ofCells, cellsOver24: ofCells, cellsTwoTerms: ofCells,
  members: ofMembers, probationary: ofMembers, women: ofMembers, ethnicMinority: ofMembers,
} satisfies { readonly [M in FigureMeasure]: (ctx: Ctx, asked: Asked) => Figures<M> }

/** One of these figures, without counting the others. */
export async function measureFigure(ctx: Ctx, asked: Asked, measure: FigureMeasure): Promise<number> {
  return ((await counters[measure](ctx, asked)) as Readonly<Partial<Record<FigureMeasure, number>>>)[measure]!
}
