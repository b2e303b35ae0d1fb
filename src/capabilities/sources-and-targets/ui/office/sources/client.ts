import { sourcesAndTargets } from '../targets/client.ts'

export { ROOM, sourcesAndTargets, useViewed, useViewedPlace } from '../targets/client.ts'

export type CellsBySources = Awaited<ReturnType<typeof sourcesAndTargets.listCellsBySources>>
export type CellRow = CellsBySources['rows'][number]
export type Prospects = Awaited<ReturnType<typeof sourcesAndTargets.listProspects>>
export type ProspectRow = Prospects['rows'][number]
export type Prospect = Awaited<ReturnType<typeof sourcesAndTargets.findProspect>>
