import { useDesk, useRead, type ComboItem, type FilterChoice } from '../../../../platform/ui-kit/index.ts'
import { organisations } from '../client.ts'

/** Places to filter by: the level below the own part, and, when one is chosen, that one and the level below it. */
export function usePlaces(chosen: string): FilterChoice[] {
  const { asOf } = useDesk()
  const top = useRead(['organisations', 'places', ''], (signal) => organisations.listTree({ asOf }, { signal }))
  const inside = useRead(['organisations', 'places', chosen], (signal) => organisations.listTree({ root: chosen, asOf }, { signal }), { enabled: chosen !== '' })
  const own = top.value?.rows.filter((row) => row.id !== top.value?.rootId) ?? []
  const below = chosen && inside.value?.rootId === chosen ? inside.value.rows : []
  const rows = [...below, ...own.filter((row) => !below.some((other) => other.id === row.id))]
  return rows.map((row) => ({ value: row.id, label: row.name }))
}

const CELLS = ['CHI_BO', 'CB_SH_TAM']

/** Organisations that keep dossiers, by typed words. */
export async function searchKeepers(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => !CELLS.includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}
