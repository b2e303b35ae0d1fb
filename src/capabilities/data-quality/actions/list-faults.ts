import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { ruleOf } from '../catalogue.ts'
import type { AsideState } from '../codes.ts'
import type { dataQualityContract } from '../contract.ts'
import { tooLargeToLookThrough } from '../errors.ts'
import { keptTallies, type KeptTallies } from '../kept-tallies.ts'
import { ruleWords } from '../messages.vi.ts'
import { inState } from '../model.ts'
import { listFaultRows, type Asked, type Fault } from '../queries/faults.ts'
import { saidOf } from '../say.ts'
import { askedOf, placeAsked, rulesWanted } from './asked.ts'

type Contract = typeof dataQualityContract
type Answer = AnswerOf<Contract['listFaults']>
type Row = Answer['rows'][number]
type Part = Answer['parts'][number]

/** A fault as it is shown. */
function shownFault({ bornOn, fact, ...fault }: Fault): Row {
  const { code, kind, mend } = ruleOf(fault.rule)
  return { ...fault, code, kind, mend, ...saidOf({ rule: fault.rule, fact }), name: fault.name, ruleName: ruleWords[fault.rule].name, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null }
}

/** How much each part of a large organisation has of what is asked for; of another day or moment only which parts there are. */
function partsOf({ tallies, countedAt }: KeptTallies, { rules }: Asked, state: AsideState, isNow: boolean) {
  const parts = new Map<string, Part>()
  for (const { unitId: organisationId, name, shortName, ...counts } of tallies) {
    const before = parts.get(organisationId)?.count ?? 0
    parts.set(organisationId, { organisationId, name, shortName, count: isNow ? before + (rules.includes(counts.rule) ? inState(counts, state) : 0) : null })
  }
  return { rows: [] as Fault[], parts: [...parts.values()], total: isNow ? [...parts.values()].reduce((total, { count }) => total + (count ?? 0), 0) : null, subjectCount: null, countedAt: isNow ? countedAt : null }
}

/**
 * What is wrong below an organisation, in the order of the tree and of names. A large organisation is not looked through while somebody waits: it answers how much
 * each part has, as counted last. Refuses `dataQuality.tooLargeToLookThrough` when a name is looked for there.
 */
export async function listFaults(ctx: Ctx, input: InputOf<Contract['listFaults']>): Promise<Answer> {
  const place = await placeAsked(ctx, 'dataQuality.read', input)
  const asked = await askedOf(ctx, place.id, input, rulesWanted(input))
  const kept = await keptTallies(ctx, place.id)
  if (kept && input.search) throw tooLargeToLookThrough()
  const { rows, ...counts } = kept ? partsOf(kept, asked, input.state, asked.on === ctx.today && !input.knownAt)
    : { ...(await listFaultRows(ctx.db, asked, { state: input.state, search: input.search, size: input.size, offset: (input.page - 1) * input.size })), parts: [], countedAt: null }
  return {
    asOf: asked.on, organisation: { id: place.id, name: place.name, shortName: place.shortName }, rows: rows.map(shownFault), ...counts,
    may: { setAside: await ctx.may('dataQuality.setAside', { organisationId: place.id }), export: await ctx.may('dataQuality.export', { organisationId: place.id }) },
  }
}
