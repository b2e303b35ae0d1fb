import { read, type RoutesFor } from '../../platform/http/index.ts'
import { countBy, listLines } from './actions/count-by.ts'
import { listCounted } from './actions/list-counted.ts'
import type { countingContract } from './contract.ts'

export const countingRoutes: RoutesFor<typeof countingContract> = { countBy: read(countBy), listLines: read(listLines), listCounted: read(listCounted) }
