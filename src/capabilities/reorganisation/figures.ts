import { isCell } from '../organisations/index.ts'
import { lineAfter, type Order, type TreeAfter } from './model.ts'
import type { Flow } from './queries/flows.ts'

/** Members at and below an organisation. */
export type Count = { readonly members: number; readonly full: number; readonly cells: number }
export type Figures = { readonly before: ReadonlyMap<string, Count>; readonly after: ReadonlyMap<string, Count> }

type Parents = ReadonlyMap<string, { readonly id: string; readonly parentId: string | null; readonly type: string }>

/** Adds up the numbers of the cells for everything above them. */
function sumUp(tree: Parents, own: ReadonlyMap<string, { members: number; full: number }>): Map<string, Count> {
  const sums = new Map<string, Count>()
  const add = (id: string, more: Count) => {
    const sum = sums.get(id) ?? { members: 0, full: 0, cells: 0 }
    sums.set(id, { members: sum.members + more.members, full: sum.full + more.full, cells: sum.cells + more.cells })
  }
  for (const unit of tree.values()) {
    const numbers = { members: 0, full: 0, ...own.get(unit.id), cells: isCell(unit.type) ? 1 : 0 }
    for (const id of [unit.id, ...(lineAfter(tree as TreeAfter, unit.id) ?? [])]) add(id, numbers)
  }
  return sums
}

/** Members of every organisation before and after a plan, on its day. */
export function figuresOf(order: Order, byCell: readonly { readonly cellId: string; readonly members: number; readonly full: number }[], flows: readonly Flow[]): Figures {
  const before = new Map(byCell.map(({ cellId, members, full }) => [cellId, { members, full }]))
  const after = new Map([...before].map(([id, numbers]) => [id, { ...numbers }]))
  const move = (id: string, sign: 1 | -1, { members, full }: Flow) => {
    const numbers = after.get(id) ?? { members: 0, full: 0 }
    after.set(id, { members: numbers.members + sign * members, full: numbers.full + sign * full })
  }
  for (const flow of flows) {
    if (flow.toId === null || flow.toId === flow.fromId) continue
    move(flow.fromId, -1, flow)
    move(flow.toId, 1, flow)
  }
  return { before: sumUp(order.before, before), after: sumUp(order.after, after) }
}
