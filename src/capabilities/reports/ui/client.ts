import { roomClient } from '../../../platform/ui-kit/index.ts'
import { reportsContract } from '../contract.ts'

export const reports = roomClient(reportsContract)

export type ReportList = Awaited<ReturnType<typeof reports.listReports>>
export type ReportRow = ReportList['rows'][number]
export type ReportPage = Awaited<ReturnType<typeof reports.findReport>>
export type Submission = ReportPage['submissions'][number]
export type Comparison = Awaited<ReturnType<typeof reports.compareReports>>
export type Difference = Comparison['rows'][number]
export type DifferingPeople = Awaited<ReturnType<typeof reports.listDifferingPeople>>

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'reports'
export const afterAct = [[ROOM], ['reminders']] as const
