import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { findScore } from './actions/find-score.ts'
import { findTrend } from './actions/find-trend.ts'
import { listFaults } from './actions/list-faults.ts'
import { liftSetAside, setAside } from './actions/set-aside.ts'
import { setWeights } from './actions/set-weights.ts'
import type { dataQualityContract } from './contract.ts'

export const dataQualityRoutes: RoutesFor<typeof dataQualityContract> = {
  findScore: read(findScore),
  findTrend: read(findTrend),
  listFaults: read(listFaults),
  setAside: act(setAside),
  liftSetAside: act(liftSetAside),
  setWeights: act(setWeights),
}
