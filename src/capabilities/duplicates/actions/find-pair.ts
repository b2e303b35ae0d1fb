import { fillIn } from '../../../platform/words.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { Side } from '../codes.ts'
import { differs, needsChoice } from '../compared.ts'
import type { duplicatesContract } from '../contract.ts'
import { notJoinable, pairNotFound } from '../errors.ts'
import { duplicatesRefusals, thingName } from '../messages.vi.ts'
import { listObstacles } from '../queries/joinings.ts'
import { findPairById, listDecisions, type PairRow } from '../queries/pairs.ts'
import { belongingsOf } from '../queries/records.ts'
import { likenessSettings } from '../settings.ts'
import { likenessNow } from './checks.ts'
import { compareRecords, membershipInWords } from './compare.ts'
import { shownPairs } from './show.ts'

type Answer = AnswerOf<typeof duplicatesContract.findPair>

/** What keeps the two from being joined when this side goes on, in words. */
async function obstaclesOf(ctx: Ctx, pair: PairRow, survivor: Side): Promise<Answer['obstacles']['first']> {
  const [survivorId, otherId] = survivor === 'first' ? [pair.firstId, pair.secondId] : [pair.secondId, pair.firstId]
  const refusal = notJoinable(await listObstacles(ctx.db, survivorId, otherId, survivorId, ctx.today))
  return (refusal?.reasons ?? []).map(({ code, facts }) => {
    const { what, todo } = duplicatesRefusals[code]!
    return { what: code, words: [what, todo].filter(Boolean).map((text) => fillIn(text!, facts)).join(' ') }
  })
}

/** Two records side by side as they stand now. Refuses `duplicates.pairNotFound` for a pair of which one lies outside the part, or that was joined. */
export async function findPair(ctx: Ctx, { pairId }: InputOf<typeof duplicatesContract.findPair>): Promise<Answer> {
  await ctx.authorise('duplicates.list', 'own part')
  const pair = await findPairById(ctx.db, pairId)
  if (!pair) throw pairNotFound()
  const { score, parts } = await likenessNow(ctx, pair)
  const [shown] = await shownPairs(ctx, [pair])
  if (!shown) throw pairNotFound()
  const fields = (await compareRecords(ctx, { first: pair.firstId, second: pair.secondId })).map((field) => ({
    field: field.field, label: field.label, first: field.said.first, second: field.said.second, covered: field.covered, differs: differs(field), needsChoice: needsChoice(field),
  }))
  const membership = { first: await membershipInWords(ctx, pair.firstId), second: await membershipInWords(ctx, pair.secondId) }
  const belongings = await belongingsOf(ctx.db, pair.firstId, pair.secondId)
  return {
    ...shown, version: pair.version, score, isStrong: score >= likenessSettings.strong, parts: [...parts], fields,
    belongings: belongings.filter(({ first, second }) => first + second > 0).map(({ what, ...counts }) => ({ what: thingName(what), ...counts })),
    membership: { ...membership, needsChoice: membership.first.length > 0 && membership.second.length > 0 && membership.first.join() !== membership.second.join() },
    obstacles: { first: await obstaclesOf(ctx, pair, 'first'), second: await obstaclesOf(ctx, pair, 'second') },
    decisions: await listDecisions(ctx.db, pairId), mayDecide: pair.state === 'open' && (await ctx.may('duplicates.decide', { personId: pair.firstId })) && (await ctx.may('duplicates.decide', { personId: pair.secondId })),
  }
}
