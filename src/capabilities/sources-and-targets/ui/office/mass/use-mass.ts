import { useAddress, useAddressState, useRead } from '../../../../../platform/ui-kit/index.ts'
import { unionCodes } from '../../../codes.ts'
import { ROOM, sourcesAndTargets, useViewed, useViewedPlace } from '../targets/client.ts'

const empty = { 'to-chuc': '', 'doan-the': '' }

/** The organisation and the mass organisation that the address names, and the reviews there. Without a name the first one that was counted. */
export function useMass() {
  const [state, set] = useAddressState(empty)
  const address = useAddress()
  const viewed = useViewed()
  const chosen = state['to-chuc']
  const to = (organisationId: string) => address('massOrganisations', {}, { 'to-chuc': organisationId, 'doan-the': state['doan-the'] })
  const place = useViewedPlace(chosen, to)
  const asked = chosen ? { organisationId: chosen } : {}
  const read = useRead([ROOM, 'massReviews', asked], (signal) => sourcesAndTargets.listMassReviews({ ...asked, ...viewed }, { signal }))
  const union = unionCodes.find((code) => code === state['doan-the']) ?? read.value?.unions[0]?.unionCode
  const sources = (organisationId: string | undefined, code: string) => address('sources', {}, { 'to-chuc': organisationId, 'doan-the': code })
  return { state, set, to, place, read, union, sources, asked: { ...asked, ...viewed } }
}

export type Mass = ReturnType<typeof useMass>
