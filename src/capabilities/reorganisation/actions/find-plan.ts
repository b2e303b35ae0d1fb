import { addDays } from '../../../kernel/index.ts'
import { isPast, recordedBy, seenBy, sql, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { roleNames } from '../../access/index.ts'
import { countMembersByCell, positionName, statusNames } from '../../members/index.ts'
import { actNames, findOrganisation, findTop, isCell, organisationTypeNames } from '../../organisations/index.ts'
import type { reorganisationContract } from '../contract.ts'
import { emptyContent } from '../content.ts'
import { dayMissing, notInForce } from '../errors.ts'
import { evaluate, type Evaluation } from '../evaluate.ts'
import { figuresOf } from '../figures.ts'
import { carriedNames } from '../messages.vi.ts'
import { lineAfter, namesApart, orderOf, type TreeAfter } from '../model.ts'
import { header, inForceDay, presentedFinding, presentedOutcome, typeName } from '../presented.ts'
import { countCarried, countHandedOver, listCarried } from '../queries/carried.ts'
import { countDossiers } from '../queries/consequences.ts'
import { countPapers } from '../queries/flows.ts'
import { findContent, findContentSeen, listOutcomes, listPlanRows, listSavings, loadPlan, loadPlanSeen, type Plan } from '../queries/plans.ts'
import { loadTree } from '../queries/units.ts'
import { reachesOf } from '../reaches.ts'
import { outcomesOf } from '../resolved.ts'
import { auditPlan } from './draft-plan.ts'

type Answer<Name extends keyof typeof reorganisationContract> = AnswerOf<(typeof reorganisationContract)[Name]>

/** Plans and acts that concern the actor's part: those made in it, and acts in force that touched it from above. */
export async function listPlans(ctx: Ctx, { state, page, size, ...asked }: InputOf<typeof reorganisationContract.listPlans>): Promise<Answer<'listPlans'>> {
  await ctx.authorise('reorganisation.read', 'own part')
  const { rows, total } = await listPlanRows(ctx.db, { state, seen: seenBy(ctx, asked), page, size })
  return { rows: rows.map((row) => ({ ...header(row), organisation: row.organisation, people: row.people })), total, may: { plan: !isPast(ctx, asked) && (await ctx.may('reorganisation.plan', 'own part')) } }
}

/** Every organisation below one on a day with its members, as a plan is built from. Refuses `organisations.notFound`. */
export async function listUnits(ctx: Ctx, input: InputOf<typeof reorganisationContract.listUnits>): Promise<Answer<'listUnits'>> {
  const on = input.asOf ?? ctx.today
  await ctx.authorise('reorganisation.readPlan', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const rootId = input.organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, on))!.id
  const tree = await loadTree(ctx.db, rootId, on, input.knownAt)
  const order = orderOf(tree, emptyContent())
  const figures = figuresOf(order, await countMembersByCell(ctx.db, { organisationId: rootId, on, knownAt: input.knownAt }), []).before
  const rows = [...tree.values()].map((unit) => ({
    id: unit.id, name: unit.name, shortName: unit.shortName, type: unit.type, typeName: typeName(unit.type), isCell: isCell(unit.type), code: unit.code, parentId: unit.parentId,
    depth: lineAfter(order.after as TreeAfter, unit.id)?.filter((id) => tree.has(id)).length ?? 0, members: figures.get(unit.id)?.members ?? 0, full: figures.get(unit.id)?.full ?? 0,
  }))
  return { rootId, on, types: Object.entries(organisationTypeNames).map(([code, name]) => ({ code, name })), rows }
}

async function counterpartsOf(ctx: Ctx, plan: Plan, { on, knownAt }: Seen) {
  const find = (where: ReturnType<typeof sql>) => ctx.db.first<{ id: string; title: string }>(sql`select id, title from reorganisation.plan where ${where}`)
  return {
    counters: (plan.countersId ? await find(sql`id = ${plan.countersId}`) : undefined) ?? null,
    counteredBy: (await find(sql`counters_id = ${plan.id} and state = 'inForce' and effective_on <= ${on}::date and ${recordedBy(sql`in_force_at`, knownAt)}`)) ?? null,
  }
}

/** A plan or act on a day, as known at a moment; in the past nothing may be done to it. Below the committee that made it, only what it did to the own part. Refuses `reorganisation.planNotFound`. */
export async function findPlan(ctx: Ctx, { id, ...asked }: InputOf<typeof reorganisationContract.findPlan>): Promise<Answer<'findPlan'>> {
  await ctx.authorise('reorganisation.read', 'own part')
  const [seen, past] = [seenBy(ctx, asked), isPast(ctx, asked)]
  const plan = await loadPlanSeen(ctx.db, id, seen)
  const place = { organisationId: plan.organisationId }
  const [mayPlan, seesPlan] = [!past && (await ctx.may('reorganisation.plan', place)), await ctx.may('reorganisation.readPlan', place)]
  const content = seesPlan ? ((await (past ? findContentSeen(ctx.db, id, seen) : findContent(ctx.db, plan))) ?? null) : null
  const act = plan.actId ? await ctx.db.first<{ kind: string }>(sql`select kind from organisations.act where id = ${plan.actId}`) : undefined
  const organisation = await findOrganisation(ctx.db, plan.organisationId, plan.effectiveOn ?? ctx.today, seen.knownAt)
  const name = organisation?.name ?? (await ctx.db.one<{ name: string }>(sql`select coalesce(organisations.name_on(${plan.organisationId}, ${ctx.today}), '') as name`)).name
  return {
    ...header(plan), organisation: name, undoneReason: plan.undoneReason, content, kindName: act ? (actNames[act.kind] ?? act.kind) : null, ...(await counterpartsOf(ctx, plan, seen)),
    savings: seesPlan ? await listSavings(ctx.db, id, seen) : [],
    outcomes: (plan.actId ? await listOutcomes(ctx.db, id) : []).map(presentedOutcome),
    carried: plan.effectiveOn && plan.actId ? (await countCarried(ctx.db, id, plan.effectiveOn)).map((each) => ({ ...each, kindName: carriedNames[each.kind] })) : [],
    may: {
      edit: mayPlan && plan.state === 'draft', decide: mayPlan && plan.state === 'draft', preview: !past && seesPlan && ['draft', 'decided'].includes(plan.state),
      takeEffect: mayPlan && plan.state === 'decided' && plan.effectiveOn! <= ctx.today, withdraw: mayPlan && ['draft', 'decided'].includes(plan.state),
      undo: mayPlan && plan.state === 'inForce' && inForceDay(plan) === ctx.today, counter: mayPlan && plan.state === 'inForce',
    },
  }
}

const sumOf = (tree: ReadonlyMap<string, { parentId: string | null }>, counts: Evaluation['figures']['before']) => {
  const tops = [...tree].filter(([, { parentId }]) => parentId === null || !tree.has(parentId)).map(([id]) => counts.get(id))
  const sum = (field: 'members' | 'full' | 'cells') => tops.reduce((total, count) => total + (count?.[field] ?? 0), 0)
  return { organisations: tree.size, cells: sum('cells'), members: sum('members'), full: sum('full') }
}

async function papersOf(ctx: Ctx, { rules, order }: Evaluation, on: Plan['effectiveOn'], nameOf: (id: string | null) => string) {
  const heirs = new Map(order.ends.map(({ id, successorId }) => [id, successorId]))
  const files = (await countPapers(ctx.db, rules, on!)).map(({ kind, fromId, toId, papers, nearest }) => ({ kind, from: nameOf(fromId), to: nameOf(toId), count: papers, nearest }))
  const dossiers = (await countDossiers(ctx.db, [...heirs.keys()])).map(({ organisationId, dossiers: n }) => ({ kind: 'dossier' as const, from: nameOf(organisationId), to: nameOf(heirs.get(organisationId) ?? null) || null, count: n, nearest: null }))
  return [...files, ...dossiers]
}

function targetsOf({ targets }: Evaluation, nameOf: (id: string | null) => string): Answer<'previewPlan'>['targets'] {
  const isSame = (a: (typeof targets.after)[number]) => (b: (typeof targets.after)[number]) => a.organisationId === b.organisationId && a.periodKind === b.periodKind && a.measure === b.measure && a.from === b.from && a.until === b.until
  return targets.after.map((t) => ({ organisation: nameOf(t.organisationId), periodKind: t.periodKind, measure: t.measure, from: t.from, lastDay: addDays(t.until, -1), before: targets.before.find(isSame(t))?.value ?? 0, after: t.value }))
}

/** What a plan would do on its day, and what is wrong about it. Nothing is written. Refuses `reorganisation.planNotFound`, `reorganisation.dayMissing`. */
export async function previewPlan(ctx: Ctx, { id }: InputOf<typeof reorganisationContract.previewPlan>): Promise<Answer<'previewPlan'>> {
  const plan = await loadPlan(ctx.db, id)
  await ctx.authorise('reorganisation.readPlan', { organisationId: plan.organisationId })
  const content = await findContent(ctx.db, plan)
  const on = plan.effectiveOn
  if (!on || !content) throw dayMissing()
  const evaluation = await evaluate(ctx, plan, content, on)
  const { order, figures, findings, flows } = evaluation
  const [nameAfter, nameBefore] = [namesApart(order.after), namesApart(order.before)]
  const nameOf = (unit: string | null) => (unit === null ? '' : (nameAfter(unit) ?? nameBefore(unit) ?? ''))
  const goes = ({ fromId, toId }: { fromId: string; toId: string | null }) => fromId !== toId && (toId !== null || !order.after.has(fromId))
  return {
    on, findings: findings.map(presentedFinding), errors: findings.filter(({ weight }) => weight === 'error').length,
    before: sumOf(order.before, figures.before), after: sumOf(order.after, figures.after), outcomes: outcomesOf(evaluation).map(presentedOutcome),
    flows: flows.filter(goes).map((flow) => ({ ...flow, from: nameBefore(flow.fromId) ?? '', to: flow.toId ? nameOf(flow.toId) : null })),
    reaches: await reachesOf(ctx.db, evaluation, on, nameOf),
    roles: evaluation.holdings.map(({ holdingId, fullName, role, organisationId, toId }) => ({ holdingId, fullName, role, roleName: roleNames[role as keyof typeof roleNames] ?? role, fromId: organisationId, from: nameBefore(organisationId) ?? '', toId, to: toId ? nameOf(toId) : null })),
    seats: evaluation.seats.map(({ postId, personId, fullName, position, organisationId }) => ({ postId, personId, fullName, position, positionName: positionName(position), organisation: nameBefore(organisationId) ?? '', ends: !order.after.has(organisationId) })),
    papers: await papersOf(ctx, evaluation, on, nameOf), targets: targetsOf(evaluation, nameOf),
  }
}

/** The lists that two sides sign. Refuses `reorganisation.planNotFound`, `reorganisation.notInForce`. */
export async function listMinutes(ctx: Ctx, { id, fromId, toId }: InputOf<typeof reorganisationContract.listMinutes>): Promise<Answer<'listMinutes'>> {
  const plan = await loadPlan(ctx.db, id)
  await ctx.authorise('reorganisation.read', { organisationId: fromId })
  if (toId) await ctx.authorise('reorganisation.read', { organisationId: toId })
  if (plan.state !== 'inForce') throw notInForce()
  const asked = { planId: id, fromId, toId, on: plan.effectiveOn!, inForceAt: plan.inForceAt! }
  const people = (await listCarried(ctx.db, asked)).map((line) => ({ ...line, status: line.status ? statusNames[line.status as keyof typeof statusNames] : null }))
  const { from, to } = await ctx.db.one<{ from: string; to: string | null }>(sql`
    select coalesce(organisations.name_on(${fromId}, ${plan.effectiveOn}::date - 1), '') as "from", organisations.name_on(${toId ?? null}::uuid, ${plan.effectiveOn}::date) as "to"`)
  await auditPlan(ctx, 'reorganisation.minutesRead', plan, { fromId, toId, lines: people.length })
  return {
    title: plan.title, decisionNumber: plan.decisionNumber!, decidedOn: plan.decidedOn!, issuedBy: plan.issuedBy!, effectiveOn: plan.effectiveOn!, from, fromId, to, people,
    outsideReach: (await countHandedOver(ctx.db, asked)) - people.length,
  }
}
