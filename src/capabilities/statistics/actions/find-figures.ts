import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { countMembers } from '../../members/index.ts'
import { unionCodes } from '../../sources-and-targets/index.ts'
import type { statisticsContract } from '../contract.ts'
import { totalOf } from '../model.ts'
import { countMassOrganisations, countOrganisations, findTerm, listAdmissionDays } from '../queries/figures.ts'
import { placeAsked } from './place.ts'

/**
 * The figures of an organisation on a day, as known at a moment. Admissions count by the day of the decision, whether or not the member
 * left later.
 */
export async function findFigures(ctx: Ctx, input: InputOf<typeof statisticsContract.findFigures>): Promise<AnswerOf<typeof statisticsContract.findFigures>> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input, on)
  await ctx.authorise('statistics.readFigures', { organisationId: place.id })
  const asked = { organisationId: place.id, on, knownAt: input.knownAt }
  const { grassroots, cells } = await countOrganisations(ctx.db, asked)
  const { members, probationary, women, ethnicMinority } = await countMembers(ctx.db, asked)
  const { term, target } = await findTerm(ctx.db, asked)
  const mass = await countMassOrganisations(ctx.db, asked)
  return {
    asOf: on, organisation: place.code ?? place.id, grassrootsOrganisations: grassroots, cells, members, probationary, women, ethnicMinority,
    admittedInTerm: term ? totalOf(await listAdmissionDays(ctx.db, asked, term.from)) : null, termStart: term?.from ?? null, admissionTarget: target,
    massOrganisations: inOrder(mass).map(({ code, total, nonMembers }) => ({ code, total, nonMembers })),
  }
}

/** Mass organisations in the order of their list of codes. */
export const inOrder = <T extends { code: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (unionCodes as readonly string[]).indexOf(a.code) - (unionCodes as readonly string[]).indexOf(b.code))
