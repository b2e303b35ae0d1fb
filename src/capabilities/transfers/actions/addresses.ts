import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { transfersContract } from '../contract.ts'
import { insertAddress, searchAddresses, searchReceivers, searchReturners } from '../queries/receivers.ts'

type Contract = typeof transfersContract

/** Grassroots organisations by words of their names, beyond one's own part: a letter has to be addressed. Names and nothing else. */
export async function listReceivers(ctx: Ctx, { words }: InputOf<Contract['listReceivers']>): Promise<AnswerOf<Contract['listReceivers']>> {
  await ctx.authorise('transfers.open', 'own part')
  return { rows: (await searchReceivers(ctx.db, words, ctx.today)).map(({ id, name, superior }) => ({ id, name, superior })) }
}

/** People who left from the own part by a transfer out: who comes back is one of them. */
export async function listReturners(ctx: Ctx, { words }: InputOf<Contract['listReturners']>): Promise<AnswerOf<Contract['listReturners']>> {
  await ctx.authorise('transfers.present', 'own part')
  return { rows: await searchReturners(ctx.db, words ?? '', ctx.today) }
}

export async function listAddresses(ctx: Ctx, { words }: InputOf<Contract['listAddresses']>): Promise<AnswerOf<Contract['listAddresses']>> {
  await ctx.authorise('transfers.open', 'own part')
  return { rows: await searchAddresses(ctx.db, words ?? '') }
}

/** Adds an organisation outside to the book that all share. Refuses `transfers.addressKnown`. */
export async function addAddress(ctx: Ctx, input: InputOf<Contract['addAddress']>) {
  await ctx.authorise('transfers.keepAddresses', 'own part')
  const id = await insertAddress(ctx.db, { ...input, by: ctx.actor.accountId })
  await ctx.audit({ event: 'transfers.addressAdded', subject: { type: 'address', id }, organisationId: ctx.actor.organisationId, facts: { name: input.name, superior: input.superior ?? '' } })
  return { id }
}
