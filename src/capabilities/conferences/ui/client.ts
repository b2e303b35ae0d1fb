import { roomClient, type ComboItem } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { conferencesContract } from '../contract.ts'

export const conferences = roomClient(conferencesContract)
const organisations = roomClient(organisationsContract)

export type ConferenceRow = Awaited<ReturnType<typeof conferences.listConferences>>['rows'][number]
export type Conference = Awaited<ReturnType<typeof conferences.findConference>>
export type Solution = Conference['solutions'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'conferences'
/** What an act here makes old: its own pages, and the list of due work. */
export const afterAct = [[ROOM], ['reminders']] as const

/** Organisations of the own part by name; without words, the own one and those right below. */
export async function searchOrganisations(text: string, signal: AbortSignal): Promise<readonly ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  const names = new Map(rows.map((row) => [row.id, row.shortName]))
  return rows.map((row) => {
    const above = row.parentId ? names.get(row.parentId) : undefined
    return { id: row.id, label: above ? `${row.shortName} – ${above}` : row.shortName }
  })
}

/** The organisation of the acting role. */
export const findOwn = async (signal: AbortSignal): Promise<ComboItem> => {
  const { rows, rootId } = await organisations.listTree({}, { signal })
  return { id: rootId ?? '', label: rows.find((row) => row.id === rootId)?.shortName ?? '' }
}
