import { read, type RoutesFor } from '../../platform/http/index.ts'
import { findDashboardOf } from './actions/find-dashboard.ts'
import { findFigures } from './actions/find-figures.ts'
import { findOutlook } from './actions/find-outlook.ts'
import { findQuality, listQualityPeople } from './actions/find-quality.ts'
import { listNames } from './actions/list-names.ts'
import { findBalance, findComposition, listBalancePeople, listCompositionPeople } from './actions/official-tables.ts'
import { findTable, listTablePeople } from './actions/find-table.ts'
import type { statisticsContract } from './contract.ts'
import type { CountLate } from './ports.ts'

/** `countLate`: late work by who must act next, handed in by the roof. */
export const statisticsRoutes = ({ countLate = async () => [] }: { countLate?: CountLate } = {}): RoutesFor<typeof statisticsContract> => ({
  findFigures: read(findFigures),
  findDashboard: read(findDashboardOf(countLate)),
  listNames: read(listNames),
  findOutlook: read(findOutlook),
  findQuality: read(findQuality),
  listQualityPeople: read(listQualityPeople),
  findBalance: read(findBalance),
  listBalancePeople: read(listBalancePeople),
  findComposition: read(findComposition),
  listCompositionPeople: read(listCompositionPeople),
  findTable: read(findTable),
  listTablePeople: read(listTablePeople),
})
