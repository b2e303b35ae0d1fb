import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { ruleKeys } from '../catalogue.ts'
import type { dataQualityContract } from '../contract.ts'
import { keptTallies } from '../kept-tallies.ts'
import { addedUp, byKind, openOf, scoreOf, worstFirst, type RuleCount, type Weights } from '../model.ts'
import { countFaults, type Tally } from '../queries/faults.ts'
import { loadWeights } from '../queries/weights.ts'
import { askedOf, placeAsked } from './asked.ts'

type Contract = typeof dataQualityContract
type Unit = AnswerOf<Contract['findScore']>['total']

const sum = (counts: readonly RuleCount[], of: (count: RuleCount) => number): number => counts.reduce((total, count) => total + of(count), 0)

const unitOf = (place: Pick<Unit, 'organisationId' | 'name' | 'shortName'>, counts: readonly RuleCount[], weights: Weights): Unit => ({
  ...place, score: scoreOf(counts, weights), checked: sum(counts, ({ checked }) => checked), open: sum(counts, openOf), aside: sum(counts, ({ aside }) => aside), byKind: byKind(counts),
})

function unitsOf(tallies: readonly Tally[], weights: Weights): Unit[] {
  const grouped = new Map<string, Tally[]>()
  for (const tally of tallies) grouped.set(tally.unitId, [...(grouped.get(tally.unitId) ?? []), tally])
  return [...grouped.values()].map((counts) => unitOf({ organisationId: counts[0]!.unitId, name: counts[0]!.name, shortName: counts[0]!.shortName }, counts, weights))
}

/** The score of an organisation and of each one right below it, the worst first, and how many facts each rule looked at. */
export async function findScore(ctx: Ctx, input: InputOf<Contract['findScore']>): Promise<AnswerOf<Contract['findScore']>> {
  const place = await placeAsked(ctx, 'dataQuality.read', input)
  const asked = await askedOf(ctx, place.id, input)
  const weights = await loadWeights(ctx.db, input.knownAt)
  const kept = asked.on === ctx.today && !input.knownAt ? await keptTallies(ctx, place.id) : undefined
  const tallies = kept?.tallies ?? (await countFaults(ctx.db, asked))
  const counts = addedUp(tallies)
  const named = { organisationId: place.id, name: place.name, shortName: place.shortName }
  return {
    asOf: asked.on, countedAt: kept?.countedAt ?? null, organisation: { id: place.id, name: place.name, shortName: place.shortName }, total: unitOf(named, counts, weights), units: worstFirst(unitsOf(tallies, weights)),
    rules: ruleKeys.map((rule) => ({ weight: weights(rule), ...(counts.find((each) => each.rule === rule) ?? { rule, checked: 0, wrong: 0, aside: 0 }) })),
    may: { setWeights: await ctx.may('dataQuality.setWeights', 'own part'), setAside: await ctx.may('dataQuality.setAside', { organisationId: place.id }) },
  }
}
