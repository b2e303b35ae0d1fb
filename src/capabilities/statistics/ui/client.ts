import { roomClient } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { statisticsContract } from '../contract.ts'

export const statistics = roomClient(statisticsContract)
/** Places to filter by. */
export const organisations = roomClient(organisationsContract)

export type Dashboard = Awaited<ReturnType<typeof statistics.findDashboard>>
export type Measure = Parameters<typeof statistics.listNames>[0]['measure']

/** Everything read in this room stands under this key. */
export const ROOM = 'statistics'
