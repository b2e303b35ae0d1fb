import { addDays, laterOf } from '../../../kernel/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { restateStay } from '../../members/index.ts'
import type { transfersContract } from '../contract.ts'
import { begin, perform } from '../perform.ts'
import { refuseStay } from './checks.ts'

type Contract = typeof transfersContract

/** A temporary stay lasts longer, within the limit of the rule counted from its first day. */
export async function extendStay(ctx: Ctx, input: InputOf<Contract['extendStay']>) {
  const begun = await begin(ctx, input, 'extend')
  const { transfer, settings } = begun
  const rule = refuseStay(transfer.acceptedOn!, input.endsOn, transfer.cause, settings)
  await restateStay(ctx, transfer.personId!, transfer.acceptedOn!, addDays(input.endsOn, 1))
  return perform(begun, { facts: { endsOn: input.endsOn, note: input.note }, rules: [rule], change: { endsOn: input.endsOn } })
}

/** The member is back from a temporary stay, or the guest has gone home; `on` is the first day without it. */
export async function recordStayEnd(ctx: Ctx, input: InputOf<Contract['recordStayEnd']>) {
  const begun = await begin(ctx, input, 'recordReturn')
  const { transfer, on } = begun
  await restateStay(ctx, transfer.personId!, transfer.acceptedOn!, on)
  return perform(begun, { change: { endsOn: laterOf(addDays(on, -1), transfer.acceptedOn!) } })
}
