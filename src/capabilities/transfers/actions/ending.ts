import type { InputOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { removalPossible } from '../../../regulations/index.ts'
import { strikeOffMember } from '../../members/index.ts'
import type { transfersContract } from '../contract.ts'
import { tooEarlyForRemoval } from '../errors.ts'
import { begin, perform } from '../perform.ts'
import { voidLetters } from '../queries/letters.ts'

type Contract = typeof transfersContract

/** Proposes to strike off a member who came nowhere since the letter. Refuses `transfers.tooEarlyForRemoval` before the months of the rule have passed. */
export async function proposeRemoval(ctx: Ctx, input: InputOf<Contract['proposeRemoval']>) {
  const begun = await begin(ctx, input, 'proposeRemoval')
  const { dueOn, rules } = removalPossible(begun.transfer.letterOn!, begun.settings)
  if (begun.on < dueOn) throw tooEarlyForRemoval(dueOn, rules[0]!)
  return perform(begun, { facts: { note: input.note }, rules })
}

/** The member was struck off by a decision; membership ends on that day. */
export async function recordRemoval(ctx: Ctx, input: InputOf<Contract['recordRemoval']>) {
  const begun = await begin(ctx, input, 'recordRemoval')
  await strikeOffMember(ctx, { personId: begun.transfer.personId!, on: begun.on, basis: input.number, sourceId: begun.transfer.id })
  return perform(begun, { facts: { number: input.number } })
}

/** The transfer does not take place: the request is refused or withdrawn, or the member returned. The member stays where it was. */
export async function cancelTransfer(ctx: Ctx, input: InputOf<Contract['cancelTransfer']>) {
  const begun = await begin(ctx, input, 'cancel')
  await voidLetters(ctx.db, begun.transfer.id, begun.on, 'changed')
  return perform(begun, { facts: { note: input.note } })
}
