import type { PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { countMembersByCell, positionName } from '../members/index.ts'
import { loadOrganisation } from '../organisations/index.ts'
import { checkPlan, type Facts, type Finding } from './checks.ts'
import type { Content } from './content.ts'
import { figuresOf, type Figures } from './figures.ts'
import { lineAfter, orderOf, rulesOf, targetsAfter, type Order, type Target } from './model.ts'
import { administratorsBeside, cellsOfPeople, listHoldingsAt, listSeats, listTargets, withCommittee, type Holding, type Seat } from './queries/consequences.ts'
import { listMisplaced, listStrangers, loadFlows, type Flow, type Rules } from './queries/flows.ts'
import { childrenLater, codesElsewhere, endsLater, laterFacts, loadTree } from './queries/units.ts'

export type HoldingAfter = Holding & { readonly toId: string | null }

/** A plan thought through on its day: what it does, what follows, and what is wrong about it. Nothing is written. */
export type Evaluation = {
  readonly order: Order; readonly rules: Rules; readonly flows: readonly Flow[]; readonly figures: Figures; readonly holdings: readonly HoldingAfter[]
  readonly seats: readonly Seat[]; readonly targets: { readonly before: readonly Target[]; readonly after: readonly Target[] }; readonly findings: readonly Finding[]
}

/** What becomes of the roles held at organisations that end. A member's own access goes with the cell; every other one ends unless the plan says where it goes on. */
async function holdingsAfter(ctx: Ctx, order: Order, content: Content, on: PlainDate): Promise<HoldingAfter[]> {
  const heirs = new Map(order.ends.map(({ id, successorId }) => [id, successorId]))
  const said = new Map(content.holdings.map(({ holdingId, toId }) => [holdingId, toId]))
  const holdings = await listHoldingsAt(ctx.db, [...heirs.keys()], on)
  return holdings.map((holding) => ({ ...holding, toId: said.has(holding.holdingId) ? said.get(holding.holdingId)! : holding.role === 'member' ? heirs.get(holding.organisationId)! : null }))
}

async function postsAfter(ctx: Ctx, order: Order, content: Content, on: PlainDate): Promise<Facts['posts']> {
  const people = new Map((await cellsOfPeople(ctx.db, content.posts.map(({ personId }) => personId), on)).map((each) => [each.personId, each]))
  const heirs = new Map(order.ends.map(({ id, successorId }) => [id, successorId]))
  return content.posts.map(({ organisationId, personId, position }) => {
    const person = people.get(personId)
    const cell = person?.cellId ? (heirs.get(person.cellId) ?? person.cellId) : undefined
    const named = content.people.some((rule) => rule.personIds?.includes(personId))
    const willBelong = named || (cell !== undefined && (cell === organisationId || (lineAfter(order.after, cell) ?? []).includes(organisationId)))
    return { organisationId, personName: person?.fullName ?? null, willBelong, fits: positionName(position) !== position }
  })
}

/** Thinks a plan through as of its day. `on`: first day of the new order. */
export async function evaluate(ctx: Ctx, plan: { readonly organisationId: string }, content: Content, on: PlainDate): Promise<Evaluation> {
  const { db } = ctx
  const root = await loadOrganisation(db, plan.organisationId, on)
  const order = orderOf(await loadTree(db, root.id, on), content)
  const rules = rulesOf(order, content)
  const gone = order.ends.map(({ id }) => id)
  const touched = [...gone, ...[...order.after.values()].filter(({ fate }) => fate === 'changed').map(({ id }) => id)]
  const changed = [...order.after.values()].filter(({ fate }) => fate !== 'kept')
  const receivers = [...changed.map(({ parentId }) => parentId), ...order.ends.map(({ successorId }) => successorId), ...rules.rules.map(({ toId }) => toId)].filter((id): id is string => id !== null && !touched.includes(id))
  const flows = await loadFlows(db, rules, on)
  const figures = figuresOf(order, await countMembersByCell(db, { organisationId: root.id, on }), flows)
  const holdings = await holdingsAfter(ctx, order, content, on)
  const standing = await listTargets(db, [...order.before.keys()], on)
  const targets = { before: standing, after: targetsAfter(order, content, standing) }
  const ending = holdings.filter(({ toId }) => toId === null)
  const findings = checkPlan(order, content, {
    on, root, figures, targets: touchedTargets(targets, order, content),
    misplaced: await listMisplaced(db, rules, gone, on), strangers: await listStrangers(db, rules, on),
    later: [...(await laterFacts(db, touched, on)), ...(await endsLater(db, [...new Set(receivers)], on))], laterChildren: await childrenLater(db, gone, on),
    codesElsewhere: await codesElsewhere(db, root.id, [...order.after.values()].flatMap(({ code }) => code ?? []), on),
    withCommittee: await withCommittee(db, [...order.after.keys()], on), posts: await postsAfter(ctx, order, content, on),
    undecidedRoles: ending.filter(({ holdingId }) => !content.holdings.some((each) => each.holdingId === holdingId)),
    administratorsLeft: holdings.some(({ role }) => role === 'administrator') ? (await administratorsBeside(db, ending.map(({ holdingId }) => holdingId), on)) : 1,
  })
  return { order, rules, flows, figures, holdings, seats: await listSeats(db, gone, rules, on), targets, findings }
}

/** Targets that a plan touches, before and after, so that their sums can be compared; what is dissolved into the committee above is left out. */
function touchedTargets({ before, after }: Evaluation['targets'], order: Order, content: Content): Evaluation['targets'] {
  const heirs = new Map(order.ends.map(({ id, successorId }) => [id, successorId]))
  const split = new Set(content.targets.map(({ organisationId }) => organisationId))
  const isSame = (a: Target, b: Target) => a.organisationId === b.organisationId && a.periodKind === b.periodKind && a.measure === b.measure && a.from === b.from
  const dissolved = (t: Target) => heirs.get(t.organisationId) !== undefined && heirs.get(t.organisationId) === order.before.get(t.organisationId)?.parentId && !split.has(t.organisationId)
  return { before: before.filter((t) => !dissolved(t) && (heirs.has(t.organisationId) || split.has(t.organisationId) || after.some((other) => isSame(t, other)))), after }
}
