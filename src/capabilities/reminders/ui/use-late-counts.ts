import { useDesk, useIsPast, useRead } from '../../../platform/ui-kit/index.ts'
import type { DueKind } from '../codes.ts'
import { openingInput, reminders, ROOM } from './client.ts'

const roles = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector']
const REFRESH_MS = 5 * 60_000

/** Names that menu items use for their count of late things, and which kinds each of them counts. */
const kindsOf = {
  admission: ['admissionDecision', 'resolutionToSendUp', 'backgroundCheck', 'admissionCeremony', 'returnedFile', 'documentsMissing', 'dossierOpening'],
  recognition: ['confirmation'],
  sources: ['certificateExpiring', 'prospectRemark'],
  organisations: ['committeeTerm'],
} as const satisfies Record<string, readonly DueKind[]>

/** How many things are late: `work` = all, and by the parts of the menu. Empty for roles without a work list, and on a past day: what is late is late today. */
export function useLateCounts(): Readonly<Record<string, number>> {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const enabled = !isPast && roleName !== undefined && roles.includes(roleName)
  const { value } = useRead([ROOM, 'work', openingInput], (signal) => reminders.listWork(openingInput, { signal }), { enabled, refreshEveryMs: REFRESH_MS })
  if (!enabled || !value) return {}
  const lateOf = (kinds: readonly DueKind[]) => value.byKind.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { late }) => sum + late, 0)
  return { work: value.counts.late, ...Object.fromEntries(Object.entries(kindsOf).map(([name, kinds]) => [name, lateOf(kinds)])) }
}
