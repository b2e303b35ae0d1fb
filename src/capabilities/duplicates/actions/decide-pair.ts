import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { duplicatesContract } from '../contract.ts'
import { pairNotFound, samePerson } from '../errors.ts'
import { decidePair, findPairOf, keepPairs } from '../queries/pairs.ts'
import { likenessNow, lockOpenPair } from './checks.ts'

/** Asks about two people whom no look brought together; a pair that is there already is answered. Refuses `duplicates.samePerson`. */
export async function pairPeople(ctx: Ctx, input: InputOf<typeof duplicatesContract.pairPeople>) {
  await ctx.authorise('duplicates.decide', { personId: input.firstId })
  await ctx.authorise('duplicates.decide', { personId: input.secondId })
  if (input.firstId === input.secondId) throw samePerson()
  const [firstId, secondId] = [input.firstId, input.secondId].sort() as [string, string]
  const { score, parts, fingerprint } = await likenessNow(ctx, { firstId, secondId })
  await keepPairs(ctx.db, [{ firstId, secondId, score, parts, fingerprint }], ctx.today, ctx.actor.accountId)
  const pair = await findPairOf(ctx.db, firstId, secondId)
  if (!pair) throw pairNotFound()
  await ctx.audit({ event: 'duplicates.paired', subject: { type: 'pair', id: pair.id }, personId: firstId, facts: { score, other: secondId } })
  return { pairId: pair.id }
}

/** They are two people. The pair is not shown again until something changes that was compared. */
export async function keepApart(ctx: Ctx, { pairId, version, reason }: InputOf<typeof duplicatesContract.keepApart>) {
  const pair = await lockOpenPair(ctx, pairId, version)
  const { score, fingerprint } = await likenessNow(ctx, pair)
  await decidePair(ctx.db, { pairId, verdict: 'different', reason, score, fingerprint, on: ctx.today, by: ctx.actor.accountId })
  for (const personId of [pair.firstId, pair.secondId]) await ctx.audit({ event: 'duplicates.keptApart', subject: { type: 'pair', id: pairId }, personId, facts: { reason, score } })
  return { version: pair.version + 1 }
}

