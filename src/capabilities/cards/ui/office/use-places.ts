import { useDesk, useRead, type FilterChoice } from '../../../../platform/ui-kit/index.ts'
import { organisations } from '../client.ts'

const useTree = () => {
  const { asOf } = useDesk()
  return useRead(['organisations', 'places', ''], (signal) => organisations.listTree({ asOf }, { signal }))
}

/** The organisation at which the role is held. */
export const useTop = (): string | undefined => useTree().value?.rootId ?? undefined

/** Places to filter by: the level below the own part, and, when one is chosen, that one and the level below it. */
export function usePlaces(chosen: string): FilterChoice[] {
  const { asOf } = useDesk()
  const top = useTree()
  const inside = useRead(['organisations', 'places', chosen], (signal) => organisations.listTree({ root: chosen, asOf }, { signal }), { enabled: chosen !== '' })
  const own = top.value?.rows.filter((row) => row.id !== top.value?.rootId) ?? []
  const below = chosen && inside.value?.rootId === chosen ? inside.value.rows : []
  return [...below, ...own.filter((row) => !below.some((other) => other.id === row.id))].map((row) => ({ value: row.id, label: row.name }))
}
