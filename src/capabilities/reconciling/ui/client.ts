import { roomClient, type ComboItem } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { reconcilingContract } from '../contract.ts'

export const reconciling = roomClient(reconcilingContract)
export const organisations = roomClient(organisationsContract)

export type ReconciliationRow = Awaited<ReturnType<typeof reconciling.listReconciliations>>['rows'][number]
export type ReconciliationPage = Awaited<ReturnType<typeof reconciling.findReconciliation>>
export type Line = Awaited<ReturnType<typeof reconciling.listLines>>['rows'][number]
export type Difference = Line['differences'][number]
export type ReturnPage = Awaited<ReturnType<typeof reconciling.findReturn>>
export type Minutes = Awaited<ReturnType<typeof reconciling.findMinutes>>

/** Everything read in this room stands under this key. */
export const ROOM = 'reconciling'
/** What an act makes old: the pages of the room, and the work that follows. */
export const afterAct = [[ROOM], ['reminders']] as const

const GRASSROOTS = ['DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN']

/** Grassroots organisations of the own part on a day. */
export async function listGrassroots(asOf: string | undefined, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(asOf ? { asOf } : {}, { signal })
  return rows.filter((row) => GRASSROOTS.includes(row.type)).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}
