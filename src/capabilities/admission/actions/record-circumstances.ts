import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { eligibilityOf } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { refuseStrangers, sponsorIds } from '../queries/introducers.ts'

/** Records what is known about the candidate beside the papers. Facts left out stay as they are; `null` says that there is none. */
export async function recordCircumstances(ctx: Ctx, input: InputOf<typeof admissionContract.recordCircumstances>) {
  const begun = await begin(ctx, input, 'recordCircumstances')
  refuseAll(refusalsOf(begun, 'recordCircumstances'))
  await refuseStrangers(ctx.db, { cellId: begun.file.cellId, people: sponsorIds(input.circumstances), known: sponsorIds(begun.file.circumstances), days: [ctx.today] })
  const circumstances = { ...begun.file.circumstances, ...input.circumstances }
  const rules = eligibilityOf({ ...begun.file, circumstances }, begun.on, begun.settings)?.reasons.flatMap(({ rule }) => rule ?? []) ?? []
  // The trail says which facts were told, not what they are: some belong to a person's family.
  return perform(begun, { act: 'recordCircumstances', step: 'A02', event: 'circumstancesRecorded', facts: { told: Object.keys(input.circumstances) }, rules, change: { circumstances } })
}
