import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { followPerson } from '../../members/index.ts'
import type { duplicatesContract } from '../contract.ts'
import { builtSince, joiningNotFound, joiningUndone, staleVersion } from '../errors.ts'
import { thingName } from '../messages.vi.ts'
import { findJoiningById, listBuiltSince, listJoiningsAsked, listMoved, lockJoining, markUndone, partInDatabase, type Counted, type JoiningRow } from '../queries/joinings.ts'
import { decidePair, findPairById } from '../queries/pairs.ts'
import { likenessNow } from './checks.ts'
import { itemLabel, notTakenOf } from './not-taken.ts'

type Contract = typeof duplicatesContract

const shown = ({ otherKeeperId: _k, pairId: _p, taken: _t, ...joining }: JoiningRow): AnswerOf<Contract['listJoinings']>['rows'][number] => joining
const counted = (rows: readonly Counted[]) => rows.map(({ inTable, rows: n }) => ({ what: thingName(inTable), rows: n }))

/** Joinings in the own part, or those of one person. */
export async function listJoinings(ctx: Ctx, input: InputOf<Contract['listJoinings']>): Promise<AnswerOf<Contract['listJoinings']>> {
  await ctx.authorise('duplicates.list', input.personId ? { personId: input.personId } : 'own part')
  const personId = input.personId && ((await followPerson(ctx.db, input.personId)) ?? input.personId)
  const { rows, total } = await listJoiningsAsked(ctx.db, personId, input)
  return { rows: rows.map(shown), total }
}

/** A joining with what it brought together and what was not taken. Refuses `duplicates.joiningNotFound`. */
export async function findJoining(ctx: Ctx, { joiningId }: InputOf<Contract['findJoining']>): Promise<AnswerOf<Contract['findJoining']>> {
  await ctx.authorise('duplicates.list', 'own part')
  const joining = await findJoiningById(ctx.db, joiningId)
  if (!joining) throw joiningNotFound()
  const since = joining.undoneOn ? [] : await listBuiltSince(ctx.db, joiningId)
  return {
    ...shown(joining), taken: joining.taken.map(itemLabel), moved: counted(await listMoved(ctx.db, joiningId)), notTaken: await notTakenOf(ctx, joining), builtSince: counted(since),
    mayPart: !joining.undoneOn && since.length === 0 && (await mayPart(ctx, joining)),
  }
}

const mayPart = async (ctx: Ctx, { survivorId, otherKeeperId }: JoiningRow) =>
  (await ctx.may('duplicates.decide', { personId: survivorId })) && (await ctx.may('duplicates.decide', { organisationId: otherKeeperId }))

/**
 * Parts two records again: every row stands as before. Who keeps both dossiers may. Refuses `joiningUndone`, and `builtSince` naming what was
 * written about the two since, which would belong to nobody for sure.
 */
export async function partRecords(ctx: Ctx, { joiningId, version, reason }: InputOf<Contract['partRecords']>) {
  const joining = await lockJoining(ctx.db, joiningId)
  if (!joining) throw joiningNotFound()
  await ctx.authorise('duplicates.decide', { personId: joining.survivorId })
  await ctx.authorise('duplicates.decide', { organisationId: joining.otherKeeperId })
  if (joining.version !== version) throw staleVersion(version, joining.version)
  if (joining.undoneOn) throw joiningUndone()
  const since = await listBuiltSince(ctx.db, joiningId)
  if (since.length > 0) throw builtSince(since.map(({ inTable }) => thingName(inTable)))
  await partInDatabase(ctx.db, joiningId)
  await markUndone(ctx.db, joiningId, { reason, on: ctx.today, by: ctx.actor.accountId })
  for (const personId of [joining.survivorId, joining.otherId])
    await ctx.audit({ event: 'duplicates.parted', subject: { type: 'joining', id: joiningId }, personId, organisationId: joining.otherKeeperId, facts: { reason, survivor: joining.survivor, other: joining.other } })
  return { pairId: await reopenPair(ctx, joining, reason) }
}

/** The question stands again. */
async function reopenPair(ctx: Ctx, { pairId, survivorId, otherId }: JoiningRow, reason: string): Promise<string | null> {
  if (!pairId) return null
  const [firstId, secondId] = [survivorId, otherId].sort() as [string, string]
  const { score, fingerprint } = await likenessNow(ctx, { firstId, secondId })
  await decidePair(ctx.db, { pairId, verdict: 'parted', reason, score, fingerprint, on: ctx.today, by: ctx.actor.accountId })
  return (await findPairById(ctx.db, pairId))?.id ?? null
}
