import { useRead, useViewed, type FilterChoice } from '../../../platform/ui-kit/index.ts'
import { organisations } from './client.ts'

const useTree = (root: string) => {
  const viewed = useViewed()
  return useRead(['organisations', 'places', root], (signal) => organisations.listTree({ ...(root ? { root } : {}), ...viewed }, { signal }))
}

/** The organisation at which the role is held. */
export const useTop = (): string | undefined => useTree('').value?.rootId ?? undefined

/** Places to filter by: the level below the own part, and, when one is chosen, that one and the level below it. With their members, where the role may count them. */
export function usePlaces(chosen: string): FilterChoice[] {
  const top = useTree('').value
  const inside = useTree(chosen).value
  const own = top?.rows.filter((row) => row.id !== top.rootId) ?? []
  const below = chosen && inside?.rootId === chosen ? inside.rows : []
  return [...below, ...own.filter((row) => !below.some((other) => other.id === row.id))].map((row) => ({ value: row.id, label: row.name, ...(row.counts ? { count: row.counts.members } : {}) }))
}
