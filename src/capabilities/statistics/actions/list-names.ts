import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { countMembers } from '../../members/index.ts'
import type { statisticsContract } from '../contract.ts'
import { termUnknown } from '../errors.ts'
import { totalOf } from '../model.ts'
import { findTerm, listAdmissionDays, listAdmittedNames, listMemberNames } from '../queries/figures.ts'
import { placeAsked } from './place.ts'

type Contract = typeof statisticsContract

/**
 * The people behind a number. `total` is the number itself; who has left the reader's part since is in `outsideReach` and not among the
 * rows. Refuses `termUnknown` when admissions are asked for without days and no term runs.
 */
export async function listNames(ctx: Ctx, input: InputOf<Contract['listNames']>): Promise<AnswerOf<Contract['listNames']>> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input, on)
  await ctx.authorise('statistics.readFigures', { organisationId: place.id })
  const asked = { organisationId: place.id, on, knownAt: input.knownAt }
  if (input.measure !== 'admitted') {
    const { rows, seen } = await listMemberNames(ctx.db, asked, input.measure, input)
    const counts = await countMembers(ctx.db, asked)
    return answer(rows, counts[input.measure], seen, input, { from: null, until: on })
  }
  const until = input.until ?? on
  const from = input.from ?? (await findTerm(ctx.db, asked)).term?.from
  if (!from) throw termUnknown(place.name)
  const { rows, seen } = await listAdmittedNames(ctx.db, asked, { from, until }, input)
  const total = totalOf(await listAdmissionDays(ctx.db, asked, from, until))
  return answer(rows, total, seen, input, { from, until })
}

type Answer = AnswerOf<Contract['listNames']>

// Past the last page no row tells how many there are to be seen; then nothing is said of who is not.
const answer = (rows: Answer['rows'], total: number, seen: number, { page }: { page: number }, span: Pick<Answer, 'from' | 'until'>): Answer => ({
  rows, total, outsideReach: rows.length > 0 || page === 1 ? total - seen : 0, ...span,
})
