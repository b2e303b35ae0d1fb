import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { decidedAlready, dueBeforeToday, nothingSettled, reasonMissing, staleVersion } from '../errors.ts'
import { assign, decide, listDifferences, loadDifference, type Difference } from '../queries/differences.ts'
import { listActsSince } from '../queries/lists.ts'
import { lockReconciliation, type Reconciliation } from '../queries/reconciliations.ts'
import { agreedPerson, causeOf, tellingActs } from '../settlement.ts'
import { refuseSigned } from './checks.ts'
import { nowOf } from './read-lines.ts'

type Contract = typeof reconcilingContract

async function openForDeciding(ctx: Ctx, { differenceId, version }: { differenceId: string; version: number }): Promise<{ r: Reconciliation; difference: Difference }> {
  const { reconciliationId } = await loadDifference(ctx.db, differenceId)
  const r = await lockReconciliation(ctx.db, reconciliationId)
  await ctx.authorise('reconciling.decide', { organisationId: r.organisationId })
  const difference = await loadDifference(ctx.db, differenceId)
  refuseSigned(r)
  if (difference.version !== version) throw staleVersion(version, difference.version)
  return { r, difference }
}

/** Who acts on a difference next, and until when. */
export async function assignDifference(ctx: Ctx, input: InputOf<Contract['assignDifference']>) {
  const { r, difference } = await openForDeciding(ctx, input)
  if (difference.state !== 'open') throw decidedAlready()
  if (input.dueOn < ctx.today) throw dueBeforeToday(input.dueOn, ctx.today)
  const version = await assign(ctx.db, difference.id, input.owner, input.dueOn)
  await ctx.audit({ event: 'reconciling.differenceAssigned', subject: { type: 'reconciliation', id: r.id }, organisationId: r.organisationId, personId: difference.personId ?? undefined, facts: { kind: difference.kind, owner: input.owner, dueOn: input.dueOn } })
  return { id: difference.id, version }
}

/**
 * Settles open differences of which the register says by now what their list says, each with the act that brought it. Nothing is settled by
 * a word alone. Refuses `reconciling.nothingSettled`.
 */
export async function settleDifferences(ctx: Ctx, { reconciliationId, differenceIds }: InputOf<Contract['settleDifferences']>) {
  const r = await lockReconciliation(ctx.db, reconciliationId)
  await ctx.authorise('reconciling.decide', { organisationId: r.organisationId })
  refuseSigned(r)
  const now = await nowOf(ctx, r)
  const agreed = (await listDifferences(ctx.db, r.id)).flatMap((difference) => {
    const person = difference.state === 'open' && (!differenceIds || differenceIds.includes(difference.id)) ? agreedPerson(difference as never, now) : undefined
    return person ? [{ difference, person }] : []
  })
  if (agreed.length === 0) throw nothingSettled()
  const acts = await listActsSince(ctx.db, agreed.map(({ person }) => person), r.knownAt)
  for (const { difference, person } of agreed) {
    const settledBy = causeOf(person, tellingActs(difference.kind), acts) ?? { kind: 'correction' as const, subjectId: person, on: null, basis: null }
    await decide(ctx.db, difference.id, { state: 'settled', settledBy, on: ctx.today, by: ctx.actor.accountId })
    await ctx.audit({ event: 'reconciling.differencesSettled', subject: { type: 'reconciliation', id: r.id }, organisationId: r.organisationId, personId: person, facts: { kind: difference.kind, by: settledBy.kind } })
  }
  return { settled: agreed.length }
}

/** Rejects a difference, leaves it standing as a disagreement of both levels (each with its reason), or opens it again. */
export async function decideDifference(ctx: Ctx, input: InputOf<Contract['decideDifference']>) {
  const { r, difference } = await openForDeciding(ctx, input)
  const { decision, reason } = input
  if ((decision === 'open') === (difference.state === 'open') || difference.state === 'withdrawn') throw decidedAlready()
  if (decision !== 'open' && !reason) throw reasonMissing()
  const version = await decide(ctx.db, difference.id, { state: decision, reason: decision === 'open' ? null : reason!, on: decision === 'open' ? null : ctx.today, by: ctx.actor.accountId })
  await ctx.audit({ event: 'reconciling.differenceDecided', subject: { type: 'reconciliation', id: r.id }, organisationId: r.organisationId, personId: difference.personId ?? undefined, facts: { kind: difference.kind, decision, reason: reason ?? null } })
  return { id: difference.id, version }
}
