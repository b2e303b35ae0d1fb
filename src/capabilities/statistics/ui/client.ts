import { roomClient } from '../../../platform/ui-kit/index.ts'
import { sourcesAndTargetsContract } from '../../sources-and-targets/contract.ts'
import { statisticsContract } from '../contract.ts'

export const statistics = roomClient(statisticsContract)

/** Cells by how long ago they admitted somebody. */
export const sources = roomClient(sourcesAndTargetsContract)

export type Outlook = Awaited<ReturnType<typeof statistics.findOutlook>>
export type Quality = Awaited<ReturnType<typeof statistics.findQuality>>
export type CellRow = Awaited<ReturnType<typeof sources.listCellsBySources>>['rows'][number]
export type Dashboard = Awaited<ReturnType<typeof statistics.findDashboard>>
export type Measure = Parameters<typeof statistics.listNames>[0]['measure']

/** Everything read in this room stands under this key. */
export const ROOM = 'statistics'
