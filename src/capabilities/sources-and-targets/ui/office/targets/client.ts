import { roomClient, useRead, useViewed, type Crumb } from '../../../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../../../organisations/contract.ts'
import { sourcesAndTargetsContract } from '../../../contract.ts'

export { useViewed }
export const sourcesAndTargets = roomClient(sourcesAndTargetsContract)
const organisations = roomClient(organisationsContract)

export type Progress = Awaited<ReturnType<typeof sourcesAndTargets.findTargetProgress>>
export type ProgressRow = Progress['rows'][number]
export type GivenTarget = Awaited<ReturnType<typeof sourcesAndTargets.listTargets>>['rows'][number]
export type MassReviews = Awaited<ReturnType<typeof sourcesAndTargets.listMassReviews>>
export type MassPlace = MassReviews['places'][number]
export type Review = MassReviews['unions'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'sourcesAndTargets'

export type ViewedPlace = {
  /** Absent until it is known which organisation the acting role has. */
  readonly id: string | undefined
  readonly name: string
  /** The organisation of the acting role itself, not one below it. */
  readonly isOwn: boolean
  /** From the own organisation down to this one. */
  readonly crumbs: readonly Crumb[]
}

/** The organisation whose page is read: the chosen one, else that of the acting role. */
export function useViewedPlace(chosen: string, to: (organisationId: string) => string): ViewedPlace {
  const viewed = useViewed()
  const top = useRead([ROOM, 'top'], (signal) => organisations.listTree(viewed, { signal })).value?.rootId ?? undefined
  const id = chosen || top
  const one = useRead([ROOM, 'place', id], (signal) => organisations.findOrganisation({ id: id!, ...viewed }, { signal }), { enabled: id !== undefined }).value
  const line = one ? [...one.line.toSorted((a, b) => b.depth - a.depth), one] : []
  const own = line.slice(Math.max(0, line.findIndex((each) => each.id === top)))
  return { id, name: one?.shortName ?? '', isOwn: id === top, crumbs: own.map((each) => ({ label: each.shortName, to: to(each.id) })) }
}
