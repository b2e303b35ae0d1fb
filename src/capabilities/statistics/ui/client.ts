import { roomClient } from '../../../platform/ui-kit/index.ts'
import { statisticsContract } from '../contract.ts'

export const statistics = roomClient(statisticsContract)

export type Dashboard = Awaited<ReturnType<typeof statistics.findDashboard>>
export type Measure = Parameters<typeof statistics.listNames>[0]['measure']

/** Everything read in this room stands under this key. */
export const ROOM = 'statistics'
