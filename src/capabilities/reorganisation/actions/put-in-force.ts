import { newId } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reorganisationContract } from '../contract.ts'
import type { Content } from '../content.ts'
import { alreadyInForce, builtUpon, dayIsOver, dayMissing, dayNotCome, decidedTomorrow, notADraft, notDecided, notInForce, notReady } from '../errors.ts'
import { evaluate, type Evaluation } from '../evaluate.ts'
import { tableNames } from '../messages.vi.ts'
import { inForceDay, presentedFinding } from '../presented.ts'
import { builtOn, findContent, savePlanVersion, type Plan } from '../queries/plans.ts'
import { outcomesOf, resolvedPlan } from '../resolved.ts'
import { auditPlan, planFor } from './draft-plan.ts'

/** Refuses `reorganisation.notReady` with what is still wrong. */
async function sound(ctx: Ctx, plan: Plan, content: Content): Promise<Evaluation> {
  if (!plan.effectiveOn) throw dayMissing()
  const evaluation = await evaluate(ctx, plan, content, plan.effectiveOn)
  const errors = evaluation.findings.filter(({ weight }) => weight === 'error').map((finding) => presentedFinding(finding).text)
  if (errors.length > 0) throw notReady(errors)
  return evaluation
}

/** Writes a decided plan in one statement over sets. What is left to say to the trail is said before the tree changes. */
async function write(ctx: Ctx, plan: Plan, content: Content, evaluation: Evaluation): Promise<number> {
  const { findings, figures } = evaluation
  await auditPlan(ctx, 'reorganisation.tookEffect', plan, { effectiveOn: plan.effectiveOn, founded: content.founds.length, ended: content.ends.length, members: figures.before.get(plan.organisationId)?.members ?? 0, warnings: findings.map(({ code }) => code) })
  const said = JSON.stringify(resolvedPlan(evaluation, content, plan.countersId !== null))
  const { people } = await ctx.db.one<{ people: number }>(sql`select reorganisation.put_in_force(${plan.id}, ${newId()}, ${said}::jsonb, ${JSON.stringify(outcomesOf(evaluation))}::jsonb) as people`)
  return people
}

/**
 * Records the decision on a plan. A plan whose day has come, or is past (late entry), takes effect at once; another waits for its day.
 * Refuses `reorganisation.staleVersion`, `reorganisation.notADraft`, `reorganisation.dayMissing`, `reorganisation.decidedTomorrow`, `reorganisation.notReady`.
 */
export async function decidePlan(ctx: Ctx, { decisionNumber, decidedOn, issuedBy, ...asked }: InputOf<typeof reorganisationContract.decidePlan>) {
  const plan = await planFor(ctx, asked)
  if (plan.state !== 'draft') throw notADraft()
  if (decidedOn > ctx.today) throw decidedTomorrow(decidedOn, ctx.today)
  const content = (await findContent(ctx.db, plan))!
  const evaluation = await sound(ctx, plan, content)
  const version = await savePlanVersion(ctx.db, plan, { state: 'decided', decisionNumber, decidedOn, issuedBy }, content, ctx.actor.accountId)
  await auditPlan(ctx, 'reorganisation.decided', plan, { decisionNumber, decidedOn, issuedBy, effectiveOn: plan.effectiveOn })
  if (plan.effectiveOn! > ctx.today) return { state: 'decided' as const, version, people: 0 }
  const people = await write(ctx, { ...plan, version }, content, evaluation)
  return { state: 'inForce' as const, version: version + 1, people }
}

/**
 * Puts a decided plan in force on its day or later; it is checked again, for much may have happened since the decision.
 * Refuses `reorganisation.staleVersion`, `reorganisation.notDecided`, `reorganisation.dayNotCome`, `reorganisation.notReady`.
 */
export async function takeEffect(ctx: Ctx, asked: InputOf<typeof reorganisationContract.takeEffect>) {
  const plan = await planFor(ctx, asked)
  if (plan.state !== 'decided') throw notDecided()
  if (plan.effectiveOn! > ctx.today) throw dayNotCome(plan.effectiveOn!)
  const content = (await findContent(ctx.db, plan))!
  const people = await write(ctx, plan, content, await sound(ctx, plan, content))
  return { state: 'inForce' as const, version: plan.version + 1, people }
}

/** Gives up a plan that is not in force; it stays on record. Refuses `reorganisation.alreadyInForce`. */
export async function withdrawPlan(ctx: Ctx, asked: InputOf<typeof reorganisationContract.withdrawPlan>) {
  const plan = await planFor(ctx, asked)
  if (!['draft', 'decided'].includes(plan.state)) throw alreadyInForce()
  await savePlanVersion(ctx.db, plan, { state: 'withdrawn' }, (await findContent(ctx.db, plan))!, ctx.actor.accountId)
  await auditPlan(ctx, 'reorganisation.withdrawn', plan)
  return { done: true as const }
}

/**
 * Takes an act back on the day it was put in force: every live statement is again what it was, and the act stays on record as taken back.
 * Refuses `reorganisation.notInForce`, `reorganisation.dayIsOver`, `reorganisation.builtUpon` naming what was built on it.
 */
export async function undoPlan(ctx: Ctx, { reason, ...asked }: InputOf<typeof reorganisationContract.undoPlan>) {
  const plan = await planFor(ctx, asked)
  if (plan.state !== 'inForce') throw notInForce()
  const day = inForceDay(plan)!
  if (day !== ctx.today) throw dayIsOver(day)
  const built = await builtOn(ctx.db, plan.id)
  if (built.length > 0) throw builtUpon([...new Set(built.map(({ table }) => tableNames[table] ?? tableNames['other']!))].join(', '))
  await auditPlan(ctx, 'reorganisation.undone', plan, { reason })
  await ctx.db.run(sql`select reorganisation.undo(${plan.id}, ${reason})`)
  return { done: true as const }
}
