import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { kindNames } from '../messages.vi.ts'
import { placeOf } from '../perform.ts'
import { voidLetters } from '../queries/letters.ts'
import { insertStep } from '../queries/steps.ts'
import { findOpenTransferOf, lockTransfer, updateTransfer } from '../queries/transfers.ts'

/** The open transfer of a person in words: its kind and where to. For a caller that has authorised. */
export async function openTransferOf(ctx: Ctx, personId: string): Promise<string | undefined> {
  const open = await findOpenTransferOf(ctx.db, personId)
  return open && `${kindNames[open.kind]}: ${open.toName}`
}

/** The open transfer of a person whose membership ends on a day does not take place, whatever its stage; its letters are void. For a caller that has authorised. */
export async function stopTransferOf(ctx: Ctx, { personId, on, note }: { personId: string; on: PlainDate; note: string }): Promise<boolean> {
  const open = await findOpenTransferOf(ctx.db, personId)
  if (!open) return false
  const transfer = await lockTransfer(ctx.db, open.id)
  const day = laterOf(on, transfer.stageSince)
  await voidLetters(ctx.db, transfer.id, day, 'changed')
  await insertStep(ctx.db, transfer.id, { act: 'cancel', occurredOn: day, fromStage: transfer.stage, toStage: 'cancelled', facts: { note }, rules: [], by: ctx.actor.accountId })
  await updateTransfer(ctx.db, transfer.id, { stage: 'cancelled', stageSince: day })
  await ctx.audit({ event: 'transfers.cancel', subject: { type: 'transfer', id: transfer.id }, organisationId: placeOf(transfer, 'cancel'), personId, facts: { on: day, note, from: transfer.stage, to: 'cancelled' } })
  return true
}
