import type { ComboItem } from '../../../../platform/ui-kit/index.ts'
import { organisations } from '../client.ts'

const CELLS = ['CHI_BO', 'CB_SH_TAM']

/** Organisations that keep dossiers, by typed words. */
export async function searchKeepers(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => !CELLS.includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}
