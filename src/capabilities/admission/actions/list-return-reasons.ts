import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { conditionTitles, documentTypes, type EligibilityReason } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { faultNames } from '../messages.vi.ts'
import { countReturnReasons, countReturns } from '../queries/return-reasons.ts'

/**
 * For which reasons files came back in a year up to a day, as known at a moment, by grassroots organisation, commonest first. A return counts from its
 * day until the day on which it was taken back: one that was taken back later still counted then.
 */
export async function listReturnReasons(ctx: Ctx, input: InputOf<typeof admissionContract.listReturnReasons>): Promise<AnswerOf<typeof admissionContract.listReturnReasons>> {
  await ctx.authorise('admission.readCases', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const asked = { ...input, seen: seenBy(ctx, input) }
  const counted = await countReturnReasons(ctx.db, asked)
  const rows = counted.map(({ organisationId, name, shortName, documentType, condition, kind, count }) => {
    const type = documentTypes.find(({ code }) => code === documentType)
    const title = type?.title ?? conditionTitles[condition as EligibilityReason['condition']] ?? condition ?? ''
    return { grassroots: { id: organisationId, name, shortName }, documentType, condition, title, formMark: type?.form ?? null, kind, kindText: faultNames[kind], count }
  })
  return { year: input.year, returns: await countReturns(ctx.db, asked), rows, total: rows.reduce((sum, { count }) => sum + count, 0) }
}
