import type { PlainDate } from '../../kernel/index.ts'
import { isCell, isResidentialName, mayStandUnder, shortNameOf } from '../organisations/index.ts'
import type { ActKind, Fate } from './codes.ts'
import type { Content } from './content.ts'

/** An organisation as it stands on the day before a plan takes effect. */
export type Unit = {
  readonly id: string; readonly name: string; readonly shortName: string; readonly type: string; readonly code: string | null
  readonly areaKind: string | null; readonly adminUnitCode: string | null; readonly parentId: string | null; readonly foundedOn: PlainDate
}

/** An organisation as it will stand, and what the plan makes of it. */
export type UnitAfter = Omit<Unit, 'foundedOn'> & { readonly fate: Fate; readonly revives?: boolean }

export type Tree = ReadonlyMap<string, Unit>
export type TreeAfter = ReadonlyMap<string, UnitAfter>

/** Names of a tree under which its organisations are told apart: a name that several bear says under whom each stands. */
export function namesApart(tree: ReadonlyMap<string, Omit<Unit, 'foundedOn'>>): (id: string) => string | undefined {
  const times = new Map<string, number>()
  for (const { name } of tree.values()) times.set(name, (times.get(name) ?? 0) + 1)
  return (id) => {
    const unit = tree.get(id)
    const parent = unit?.parentId ? tree.get(unit.parentId) : undefined
    return unit && parent && times.get(unit.name)! > 1 ? `${unit.name} – ${parent.shortName}` : unit?.name
  }
}

export type Ending = { readonly id: string; readonly successorId: string | null }

/** What a plan does to the tree: the organisations afterwards, who ends and who stands in its place. */
export type Order = { readonly before: Tree; readonly after: TreeAfter; readonly ends: readonly Ending[] }

/** In whose place an ended organisation's papers lie: with the named successor, else with the committee above it. */
const successorOf = (unit: Unit | undefined, named: string | undefined): string | null => named ?? unit?.parentId ?? null

/** The tree after a plan. What stood under an organisation that ends and is not spoken of stands under its successor. */
export function orderOf(before: Tree, content: Content): Order {
  const ends = content.ends.map(({ organisationId, successorId }) => ({ id: organisationId, successorId: successorOf(before.get(organisationId), successorId) }))
  const heirs = new Map(ends.map(({ id, successorId }) => [id, successorId]))
  const after = new Map<string, UnitAfter>()
  const changes = new Map(content.changes.map((change) => [change.organisationId, change]))
  for (const unit of before.values()) {
    if (heirs.has(unit.id)) continue
    const change = changes.get(unit.id)
    const orphaned = unit.parentId !== null && heirs.has(unit.parentId)
    const parentId = change?.parentId !== undefined ? change.parentId : orphaned ? heirs.get(unit.parentId!)! : unit.parentId
    const name = change?.name ?? unit.name
    const { foundedOn: _f, ...stays } = unit
    const now = { ...stays, name, shortName: name === unit.name ? unit.shortName : shortNameOf(name), type: change?.type ?? unit.type, code: change?.code !== undefined ? change.code || null : unit.code, parentId }
    after.set(unit.id, { ...now, fate: (['name', 'type', 'code', 'parentId'] as const).some((field) => now[field] !== unit[field]) ? 'changed' : 'kept' })
  }
  for (const { id, name, type, code, parentId, areaKind, adminUnitCode, revives } of content.founds)
    after.set(id, { id, name, shortName: shortNameOf(name), type, code: code || null, areaKind: areaKind ?? null, adminUnitCode: adminUnitCode ?? null, parentId, fate: 'founded', revives })
  return { before, after, ends }
}

/** What the act is called: by its one sort of change, else a reorganisation. */
export function actKindOf({ before, after, ends }: Order, content: Content, isCounter: boolean): ActKind {
  if (isCounter) return 'counterAct'
  const changed = [...after.values()].filter(({ fate }) => fate === 'changed').map((unit) => ({ unit, was: before.get(unit.id)! }))
  const founded = content.founds.length > 0
  const splits = new Set(content.people.filter(({ rule }) => rule !== 'rest').map(({ cellId }) => cellId)).size > 0
  const merges = ends.some(({ id, successorId }) => successorId !== null && successorId !== before.get(id)?.parentId)
  if (splits && ends.length <= 1) return 'split'
  if (merges && content.changes.length === 0) return 'merger'
  if (ends.length > 0 && !merges && !founded && content.changes.length === 0) return 'closure'
  if (ends.length > 0) return 'reorganisation'
  if (founded && changed.length === 0) return 'founding'
  const kinds = new Set(changed.flatMap(({ unit, was }): ActKind[] => [...(unit.type !== was.type ? ['typeChange' as const] : []), ...(unit.parentId !== was.parentId ? ['move' as const] : []), ...(unit.name !== was.name || unit.code !== was.code ? ['renaming' as const] : [])]))
  return !founded && kinds.size === 1 ? [...kinds][0]! : 'reorganisation'
}

export type ResolvedRule = { readonly n: number; readonly cellId: string; readonly kind: string; readonly words: string | null; /** Null: nobody says where. */ readonly toId: string | null }

/** The rules by which people go, with the one that needs no saying: the rest of a cell that ends goes to its successor. */
export function rulesOf(order: Order, content: Content): { rules: ResolvedRule[]; listed: { n: number; personId: string }[] } {
  const rules: ResolvedRule[] = content.people.map(({ cellId, rule, words, toId }, n) => ({ n, cellId, kind: rule, words: words ?? null, toId }))
  const listed = content.people.flatMap(({ rule, personIds }, n) => (rule === 'list' ? (personIds ?? []).map((personId) => ({ n, personId })) : []))
  const said = new Set(content.people.filter(({ rule }) => rule === 'rest').map(({ cellId }) => cellId))
  for (const { id, successorId } of order.ends)
    if (!said.has(id) && isCell(order.before.get(id)?.type ?? '')) rules.push({ n: rules.length, cellId: id, kind: 'rest', words: null, toId: isCell(order.after.get(successorId ?? '')?.type ?? '') ? successorId : null })
  return { rules, listed }
}

/** Foundings, changes and endings as the database is told. */
export function writtenOrder({ before, after, ends }: Order) {
  const units = [...after.values()]
  return {
    founds: units.filter(({ fate }) => fate === 'founded').map((unit) => ({ ...unit, residential: isResidentialName(unit.name) })),
    changes: units.filter(({ fate }) => fate === 'changed').map((unit) => {
      const was = before.get(unit.id)!
      return { ...unit, residential: unit.name === was.name ? undefined : isResidentialName(unit.name), says: unit.name !== was.name || unit.type !== was.type || unit.code !== was.code, moves: unit.parentId !== was.parentId }
    }),
    ends,
  }
}

/** The line above an organisation after the plan, nearest first; `undefined` when it turns in a circle. */
export function lineAfter(after: TreeAfter, id: string): string[] | undefined {
  const line: string[] = []
  for (let at = after.get(id)?.parentId ?? null; at !== null; at = after.get(at)?.parentId ?? null) {
    if (at === id || line.includes(at)) return undefined
    line.push(at)
  }
  return line
}

export const standsRightly = (unit: UnitAfter, after: TreeAfter): boolean =>
  unit.parentId === null || (after.has(unit.parentId) && mayStandUnder(unit.type, after.get(unit.parentId)!.type))

/** Splits a whole number by shares in per cent so that the parts make the whole: the largest remainders first, then the order of the shares. */
export function splitWhole(value: number, percents: readonly number[]): number[] {
  if (percents.length === 0) return []
  const exact = percents.map((percent) => (value * percent) / 100)
  const parts = exact.map(Math.floor)
  const order = exact.map((share, i) => ({ i, rest: share - Math.floor(share) })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (let left = value - parts.reduce((sum, part) => sum + part, 0), k = 0; left > 0; left--, k++) parts[order[k % order.length]!.i]!++
  return parts
}

export type Target = { readonly organisationId: string; readonly periodKind: string; readonly measure: string; readonly from: PlainDate; readonly until: PlainDate; readonly value: number }

/**
 * Targets that stand from the day of a plan on. What an organisation that ends was given goes to its successor, or as its shares say; what
 * one that goes on gives away is taken from it. The sum of each period and measure stays what it was.
 */
export function targetsAfter({ ends, before }: Order, content: Content, standing: readonly Target[]): Target[] {
  const split = new Map(content.targets.map(({ organisationId, shares }) => [organisationId, shares]))
  const heirs = new Map(ends.map(({ id, successorId }) => [id, successorId]))
  const after = new Map<string, Target>()
  const keyOf = (t: Target, organisationId: string) => [organisationId, t.periodKind, t.measure, t.from, t.until].join(' ')
  const touched = new Set<string>()
  for (const t of standing) if (!heirs.has(t.organisationId) && !split.has(t.organisationId)) after.set(keyOf(t, t.organisationId), t)
  for (const t of standing) {
    const heir = heirs.get(t.organisationId)
    if (heir === undefined && !split.has(t.organisationId)) continue
    // What is dissolved into the committee above is already in that committee's own number.
    const above = heir !== undefined && heir === before.get(t.organisationId)?.parentId && !split.has(t.organisationId)
    const shares = split.get(t.organisationId) ?? (heir && !above ? [{ toId: heir, percent: 100 }] : [])
    splitWhole(t.value, shares.map(({ percent }) => percent)).forEach((value, i) => {
      const to = shares[i]!.toId
      const key = keyOf(t, to)
      after.set(key, { ...t, organisationId: to, value: (after.get(key)?.value ?? 0) + value })
      touched.add(key)
    })
    if (heir === undefined && !shares.some(({ toId }) => toId === t.organisationId)) {
      after.set(keyOf(t, t.organisationId), { ...t, value: 0 })
      touched.add(keyOf(t, t.organisationId))
    }
  }
  return [...touched].map((key) => after.get(key)!)
}
