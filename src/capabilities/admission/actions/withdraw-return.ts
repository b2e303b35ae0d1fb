import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { returnAlreadyWorkedOn } from '../errors.ts'
import { openReturn } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { latestAct } from '../queries/acts.ts'
import { closeReturn } from '../queries/steps.ts'

/** Takes a return back, as long as nothing was done to the file after it. */
export async function withdrawReturn(ctx: Ctx, input: InputOf<typeof admissionContract.withdrawReturn>) {
  const begun = await begin(ctx, input, 'withdrawReturn')
  refuseAll(refusalsOf(begun, 'withdrawReturn'))
  const returned = openReturn(begun.file)!
  if ((await latestAct(ctx.db, begun.file.id))?.kind !== 'returnCase') throw returnAlreadyWorkedOn()
  await closeReturn(ctx.db, returned.id, { withdrawnOn: ctx.today })
  return perform(begun, { act: 'withdrawReturn', step: null, event: 'returnWithdrawn', facts: { returnId: returned.id }, change: { returnedTo: null } })
}
