import type { PlainDate } from '../../../kernel/index.ts'
import { dayText, roomClient, type ComboItem } from '../../../platform/ui-kit/index.ts'
import { membersContract } from '../../members/contract.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { transfersContract } from '../contract.ts'

export const transfers = roomClient(transfersContract)
/** Cells that receive, and organisations to filter by. */
export const organisations = roomClient(organisationsContract)
/** Members who ask for a transfer. */
export const members = roomClient(membersContract)

export type TransferList = Awaited<ReturnType<typeof transfers.listTransfers>>
export type TransferRow = TransferList['rows'][number]
export type TransferPage = Awaited<ReturnType<typeof transfers.findTransfer>>
export type ListInput = Omit<Parameters<typeof transfers.listTransfers>[0], 'page' | 'size'>

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'transfers'

/** What an act in this room makes old: its own pages, the people and files that moved, and the work that follows. */
export const afterAct = [[ROOM], ['members'], ['reminders'], ['dossiers'], ['admission']] as const

const CELLS = ['CHI_BO', 'CB_CO_SO', 'CB_SH_TAM']

export async function searchCells(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => CELLS.includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}

/** Grassroots organisations of the own part, for an arrival. */
export async function searchOwnReceivers(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => ['DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN'].includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}

export async function searchReceivers(words: string, signal: AbortSignal): Promise<ComboItem[]> {
  return (await transfers.listReceivers({ words }, { signal })).rows.map((row) => ({ id: row.id, label: row.name, note: row.superior ?? undefined }))
}

export async function searchAddresses(words: string, signal: AbortSignal): Promise<ComboItem[]> {
  return (await transfers.listAddresses({ words }, { signal })).rows.map((row) => ({ id: row.id, label: row.name, note: row.superior }))
}

/** People who left by a transfer out. */
export async function searchReturners(words: string, signal: AbortSignal): Promise<ComboItem[]> {
  return (await transfers.listReturners({ words }, { signal })).rows.map(({ id, fullName, bornOn, from, leftOn }) => ({ id, label: bornOn ? `${fullName} (${bornOn.slice(0, 4)})` : fullName, note: `${from}, ${dayText(leftOn as PlainDate)}` }))
}

export async function searchMembers(search: string, signal: AbortSignal): Promise<ComboItem[]> {
  return (await members.listPeople(search ? { search } : {}, { signal })).rows.map((row) => ({ id: row.id, label: row.bornOn ? `${row.fullName} (${row.bornOn.slice(0, 4)})` : row.fullName, note: row.cell }))
}
