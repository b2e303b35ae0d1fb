import type { Content, Unit } from '../client.ts'

/** The plan while it is being written: what it says, and one change of it. */
export type Draft = { readonly content: Content; readonly change: (next: Content) => void; readonly units: readonly Unit[]; readonly types: readonly { code: string; name: string }[]; readonly isLocked: boolean }

/** An organisation that may be chosen: one that is there, or one that the plan founds. */
export type Choice = { readonly value: string; readonly label: string; readonly isCell: boolean }

const CELLS = ['CHI_BO', 'CB_CO_SO', 'CB_SH_TAM']
export const isCellType = (type: string): boolean => CELLS.includes(type)

type Placed = { readonly id: string; readonly name: string; readonly parentId: string | null }

/** Names under which organisations are told apart: a name that several bear says under whom each stands. */
export function toldApart(placed: readonly Placed[], units: readonly Unit[]): (id: string) => string {
  const times = new Map<string, number>()
  for (const { name } of placed) times.set(name, (times.get(name) ?? 0) + 1)
  const parents = new Map(units.map(({ id, shortName }) => [id, shortName]))
  const labels = new Map(placed.map(({ id, name, parentId }) => [id, times.get(name)! > 1 && parentId && parents.has(parentId) ? `${name} – ${parents.get(parentId)!}` : name]))
  return (id) => labels.get(id) ?? ''
}

/**
 * What people may be sent to or organisations put under: those founded first, then what stands under `near`, then the others as in the tree; those that end
 * are left out.
 */
export function choicesOf({ content, units }: Pick<Draft, 'content' | 'units'>, near?: string | null): Choice[] {
  const ended = new Set(content.ends.map(({ organisationId }) => organisationId))
  const changes = new Map(content.changes.map((change) => [change.organisationId, change]))
  const rows = units.filter(({ id }) => !ended.has(id)).map(({ id, name, type, parentId }) => {
    const change = changes.get(id)
    return { id, name: change?.name ?? name, type: change?.type ?? type, parentId: change?.parentId !== undefined ? change.parentId : parentId }
  })
  const placed = [...content.founds, ...(near ? [...rows.filter(({ parentId }) => parentId === near), ...rows.filter(({ parentId }) => parentId !== near)] : rows)]
  const labelOf = toldApart(placed, units)
  return placed.map(({ id, type }) => ({ value: id, label: labelOf(id), isCell: isCellType(type) }))
}

export type Fate = 'kept' | 'changed' | 'ended'
export const fateOf = ({ ends, changes, people }: Content, id: string): Fate =>
  ends.some(({ organisationId }) => organisationId === id) ? 'ended' : changes.some(({ organisationId }) => organisationId === id) || people.some(({ cellId }) => cellId === id) ? 'changed' : 'kept'

const without = <T extends { organisationId: string }>(list: readonly T[], ids: readonly string[]): T[] => list.filter(({ organisationId }) => !ids.includes(organisationId))

/** The plan with some organisations left as they are. */
export const keep = (content: Content, ids: readonly string[]): Content =>
  ({ ...content, ends: without(content.ends, ids), changes: without(content.changes, ids), people: content.people.filter(({ cellId }) => !ids.includes(cellId)) })

/** The plan with some organisations ending; their successor, where one is named, keeps what they leave. */
export const end = (content: Content, ids: readonly string[], successorId: string | undefined): Content => ({
  ...content, changes: without(content.changes, ids),
  ends: [...without(content.ends, ids), ...ids.filter((id) => id !== successorId).map((organisationId) => ({ organisationId, ...(successorId ? { successorId } : {}) }))],
})

type Change = Content['changes'][number]

/** The plan with an organisation changed; a change that changes nothing is left out. */
export function changeUnit(content: Content, change: Change): Content {
  const says = change.name !== undefined || change.type !== undefined || change.code !== undefined || change.parentId !== undefined
  return { ...content, ends: without(content.ends, [change.organisationId]), changes: [...without(content.changes, [change.organisationId]), ...(says ? [change] : [])] }
}

/** The plan with some organisations put under another one. */
export const move = (content: Content, ids: readonly string[], parentId: string): Content =>
  ids.filter((id) => id !== parentId).reduce((next, id) => changeUnit(next, { ...next.changes.find(({ organisationId }) => organisationId === id), organisationId: id, parentId }), content)

/** The plan without an organisation it founds and everything that goes to it. */
export function unfound(content: Content, id: string): Content {
  return {
    ...content, founds: content.founds.filter((unit) => unit.id !== id).map((unit) => (unit.parentId === id ? { ...unit, parentId: null } : unit)),
    ends: content.ends.map(({ organisationId, successorId }) => ({ organisationId, ...(successorId && successorId !== id ? { successorId } : {}) })),
    changes: content.changes.map((change) => (change.parentId === id ? { ...change, parentId: undefined } : change)), people: content.people.filter(({ toId }) => toId !== id),
    committees: without(content.committees, [id]), posts: without(content.posts, [id]), holdings: content.holdings.filter(({ toId }) => toId !== id),
    targets: content.targets.map(({ organisationId, shares }) => ({ organisationId, shares: shares.filter(({ toId }) => toId !== id) })).filter(({ shares }) => shares.length > 0),
  }
}
