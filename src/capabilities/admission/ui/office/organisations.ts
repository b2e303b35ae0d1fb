import { roomClient } from '../../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../../organisations/contract.ts'

export const organisations = roomClient(organisationsContract)

/** Cells whose name holds the typed words; all of the own part when nothing is typed. */
export async function searchCells(text: string, signal: AbortSignal) {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  const names = new Map(rows.map((row) => [row.id, row.shortName]))
  return rows.filter((row) => isCell(row.type)).map((row) => {
    const above = row.parentId ? names.get(row.parentId) : undefined
    return { id: row.id, label: above ? `${row.shortName} – ${above}` : row.shortName }
  })
}

const isCell = (type: string): boolean => type === 'CHI_BO' || type === 'CB_CO_SO'
