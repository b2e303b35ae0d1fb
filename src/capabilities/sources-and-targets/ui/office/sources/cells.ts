import { roomClient, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../../../organisations/contract.ts'

const organisations = roomClient(organisationsContract)

/** Reads which cell the acting role is held at. */
export const useOwnCell = () => async (signal: AbortSignal): Promise<string> => (await organisations.listTree({}, { signal })).rootId ?? ''

const isCell = (type: string): boolean => type === 'CHI_BO' || type === 'CB_CO_SO'

/** Cells of the own part by name, without one. */
export const cellsBut = (exceptId: string) => async (text: string, signal: AbortSignal): Promise<readonly ComboItem[]> => {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  const names = new Map(rows.map((row) => [row.id, row.shortName]))
  return rows.filter((row) => isCell(row.type) && row.id !== exceptId).map((row) => {
    const above = row.parentId ? names.get(row.parentId) : undefined
    return { id: row.id, label: above ? `${row.shortName} – ${above}` : row.shortName }
  })
}
