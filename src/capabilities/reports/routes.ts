import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { compareReports, listDifferingPeople } from './actions/compare-reports.ts'
import { decideReport } from './actions/decide-report.ts'
import { exportReport } from './actions/export-report.ts'
import { findReport, findReportTable, listReportPeople, listReports } from './actions/find-report.ts'
import { changeDueDay, listPeriods, openPeriod } from './actions/open-period.ts'
import { submitReport } from './actions/submit-report.ts'
import type { reportsContract } from './contract.ts'

export const reportsRoutes: RoutesFor<typeof reportsContract> = {
  listPeriods: read(listPeriods),
  openPeriod: act(openPeriod),
  changeDueDay: act(changeDueDay),
  listReports: read(listReports),
  findReport: read(findReport),
  findReportTable: read(findReportTable),
  listReportPeople: read(listReportPeople),
  submitReport: act(submitReport),
  decideReport: act(decideReport),
  compareReports: read(compareReports),
  listDifferingPeople: read(listDifferingPeople),
  exportReport: read(exportReport),
}
