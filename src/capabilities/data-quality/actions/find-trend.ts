import { earlierOf } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { dataQualityContract } from '../contract.ts'
import { openOf, scoreOf } from '../model.ts'
import { endOf, monthEndsBefore } from '../months.ts'
import { listKeptMonths, type KeptMonth } from '../queries/months.ts'
import { loadWeights } from '../queries/weights.ts'
import { placeAsked } from './asked.ts'

type Answer = AnswerOf<typeof dataQualityContract.findTrend>

async function shownMonth(ctx: Ctx, { on, counts }: KeptMonth): Promise<Answer['months'][number]> {
  return { on, score: scoreOf(counts, await loadWeights(ctx.db, endOf(on))), open: counts.reduce((sum, count) => sum + openOf(count), 0) }
}

/** The ends of months that are kept, the latest first, as known at their own ends; months that are not kept, or were not known yet at the moment looked at, are left out. */
export async function findTrend(ctx: Ctx, input: InputOf<typeof dataQualityContract.findTrend>): Promise<Answer> {
  const place = await placeAsked(ctx, 'dataQuality.read', input)
  const days = monthEndsBefore(earlierOf(input.asOf ?? ctx.today, ctx.today))
  const kept = (await listKeptMonths(ctx.db, place.id, days.at(-1)!, days[0]!)).filter(({ on }) => days.includes(on) && (!input.knownAt || Date.parse(endOf(on)) <= Date.parse(input.knownAt)))
  const months: Answer['months'] = []
  for (const month of kept) months.push(await shownMonth(ctx, month))
  return { keptAt: kept.map(({ keptAt }) => keptAt).sort().at(0) ?? null, months }
}
