import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { ruleOf } from '../catalogue.ts'
import type { dataQualityContract } from '../contract.ts'
import { ruleWords } from '../messages.vi.ts'
import { listFaultRows, type Fault } from '../queries/faults.ts'
import { saidOf } from '../say.ts'
import { askedOf, placeAsked, rulesWanted } from './asked.ts'

type Contract = typeof dataQualityContract
type Row = AnswerOf<Contract['listFaults']>['rows'][number]

/** A fault as it is shown. */
function shownFault({ bornOn, fact, ...fault }: Fault): Row {
  const { code, kind, mend } = ruleOf(fault.rule)
  return { ...fault, code, kind, mend, ...saidOf({ rule: fault.rule, fact }), name: fault.name, ruleName: ruleWords[fault.rule].name, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null }
}

/** What is wrong below an organisation, in the order of the tree and of names. */
export async function listFaults(ctx: Ctx, input: InputOf<Contract['listFaults']>): Promise<AnswerOf<Contract['listFaults']>> {
  const place = await placeAsked(ctx, 'dataQuality.read', input)
  const asked = await askedOf(ctx, place.id, input, rulesWanted(input))
  const { rows, total, subjectCount } = await listFaultRows(ctx.db, asked, { state: input.state, search: input.search, size: input.size, offset: (input.page - 1) * input.size })
  return {
    asOf: asked.on, organisation: { id: place.id, name: place.name, shortName: place.shortName }, rows: rows.map(shownFault), total, subjectCount,
    may: { setAside: await ctx.may('dataQuality.setAside', { organisationId: place.id }), export: await ctx.may('dataQuality.export', { organisationId: place.id }) },
  }
}
