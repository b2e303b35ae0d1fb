import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { reorganisationContract } from '../contract.ts'
import { emptyContent, type Content } from '../content.ts'
import { notADraft, notInForce, staleVersion } from '../errors.ts'
import { counterTitle } from '../messages.vi.ts'
import { listMoves } from '../queries/carried.ts'
import { findContent, insertPlan, listOutcomes, loadPlan, lockPlan, savePlanVersion, type Plan } from '../queries/plans.ts'
import { findEnded, loadTree } from '../queries/units.ts'

/** A plan locked for an act on it. Refuses `reorganisation.planNotFound`, `reorganisation.staleVersion`. */
export async function planFor(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Plan> {
  const { organisationId } = await loadPlan(ctx.db, id)
  await ctx.authorise('reorganisation.plan', { organisationId })
  const plan = await lockPlan(ctx.db, id)
  if (plan.version !== version) throw staleVersion(version, plan.version)
  return plan
}

export const auditPlan = (ctx: Ctx, event: string, plan: { id: string; organisationId: string }, facts: Record<string, unknown> = {}) =>
  ctx.audit({ event, subject: { type: 'reorganisation', id: plan.id }, organisationId: plan.organisationId, facts })

/** Begins a plan under a committee; everything concerned must stand below it. Refuses `organisations.notFound`. */
export async function draftPlan(ctx: Ctx, { organisationId, title, effectiveOn }: InputOf<typeof reorganisationContract.draftPlan>) {
  await ctx.authorise('reorganisation.plan', { organisationId })
  await loadOrganisation(ctx.db, organisationId, effectiveOn ?? ctx.today)
  const id = await insertPlan(ctx.db, { organisationId, title, effectiveOn: effectiveOn ?? null, content: emptyContent(), by: ctx.actor.accountId })
  await auditPlan(ctx, 'reorganisation.drafted', { id, organisationId }, { title, effectiveOn })
  return { id }
}

/** Saves what a draft says as a new version; the former one stays. Refuses `reorganisation.staleVersion`, `reorganisation.notADraft`. */
export async function savePlan(ctx: Ctx, { content, ...input }: InputOf<typeof reorganisationContract.savePlan>) {
  const plan = await planFor(ctx, input)
  if (plan.state !== 'draft') throw notADraft()
  const version = await savePlanVersion(ctx.db, plan, { title: input.title, effectiveOn: input.effectiveOn }, content, ctx.actor.accountId)
  await auditPlan(ctx, 'reorganisation.saved', plan, { version, title: input.title, effectiveOn: input.effectiveOn })
  return { version }
}

/** What puts back an act: what ended begins again with its people, what was founded ends, what was changed is changed back. */
async function counterContent(ctx: Ctx, plan: Plan): Promise<Content> {
  const outcomes = await listOutcomes(ctx.db, plan.id)
  const idsOf = (fate: string) => outcomes.filter((each) => each.fate === fate).map(({ organisationId }) => organisationId)
  const was = await findContent(ctx.db, plan)
  const tree = await loadTree(ctx.db, plan.organisationId, ctx.today)
  const before = new Map(outcomes.map((each) => [each.organisationId, each.before]))
  const ended = await Promise.all(idsOf('ended').map((id) => findEnded(ctx.db, id)))
  const founds = ended.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name, type: unit.type, parentId: unit.parentId, ...(unit.code ? { code: unit.code } : {}), revives: true }] : []))
  const moves = new Map<string, { cellId: string; toId: string; personIds: string[] }>()
  for (const { personId, fromId, toId } of await listMoves(ctx.db, plan.id)) {
    const key = `${toId} ${fromId}`
    moves.set(key, { cellId: toId, toId: fromId, personIds: [...(moves.get(key)?.personIds ?? []), personId] })
  }
  const heirOf = (id: string) => [...moves.values()].find(({ cellId }) => cellId === id)?.toId ?? was?.ends.find((each) => each.successorId === id)?.organisationId
  const changes = idsOf('changed').filter((id) => tree.has(id)).map((id) => {
    const old = before.get(id)!
    const parent = [...tree.values()].find(({ name }) => name === old.parent)?.id ?? founds.find(({ name }) => name === old.parent)?.id
    return { organisationId: id, name: old.name, type: old.type, code: old.code ?? '', ...(parent ? { parentId: parent } : {}) }
  })
  return {
    ...emptyContent(), founds, changes, ends: idsOf('founded').filter((id) => tree.has(id)).map((id) => ({ organisationId: id, ...(heirOf(id) ? { successorId: heirOf(id)! } : {}) })),
    people: [...moves.values()].map((move) => ({ ...move, rule: 'list' as const })),
  }
}

/** Begins a plan that puts back what an act in force had changed; both stay on record. Refuses `reorganisation.notInForce`. */
export async function draftCounterPlan(ctx: Ctx, { id }: InputOf<typeof reorganisationContract.draftCounterPlan>) {
  const earlier = await loadPlan(ctx.db, id)
  await ctx.authorise('reorganisation.plan', { organisationId: earlier.organisationId })
  if (earlier.state !== 'inForce') throw notInForce()
  const counter = { organisationId: earlier.organisationId, title: fillIn(counterTitle, { title: earlier.title }).slice(0, 200), effectiveOn: ctx.today, countersId: id, content: await counterContent(ctx, earlier), by: ctx.actor.accountId }
  const planId = await insertPlan(ctx.db, counter)
  await auditPlan(ctx, 'reorganisation.drafted', { id: planId, organisationId: earlier.organisationId }, { countersId: id })
  return { id: planId }
}
