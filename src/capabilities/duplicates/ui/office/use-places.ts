import { useRead, type FilterChoice } from '../../../../platform/ui-kit/index.ts'
import { organisations } from '../client.ts'

/** Places to filter by: the level below the own part, and, when one is chosen, that one and the level below it. */
export function usePlaces(chosen: string): FilterChoice[] {
  const top = useRead(['organisations', 'places', ''], (signal) => organisations.listTree({}, { signal }))
  const inside = useRead(['organisations', 'places', chosen], (signal) => organisations.listTree({ root: chosen }, { signal }), { enabled: chosen !== '' })
  const own = top.value?.rows.filter((row) => row.id !== top.value?.rootId) ?? []
  const below = chosen && inside.value?.rootId === chosen ? inside.value.rows : []
  return [...below, ...own.filter((row) => !below.some((other) => other.id === row.id))].map((row) => ({ value: row.id, label: row.name }))
}
