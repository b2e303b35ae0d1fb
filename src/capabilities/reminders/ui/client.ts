import { roomClient } from '../../../platform/ui-kit/index.ts'
import { remindersContract } from '../contract.ts'

export const reminders = roomClient(remindersContract)

export type WorkList = Awaited<ReturnType<typeof reminders.listWork>>
export type WorkRow = WorkList['rows'][number]
export type Sheets = Awaited<ReturnType<typeof reminders.printSheets>>
export type LastWeekRow = Awaited<ReturnType<typeof reminders.listLastWeek>>['rows'][number]
export type WorkFilters = Omit<Parameters<typeof reminders.remind>[0], 'things'>

/** Everything read in this room stands under this key; acts of other rooms make it old. */
export const ROOM = 'reminders'
