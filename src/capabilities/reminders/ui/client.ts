import { roomClient } from '../../../platform/ui-kit/index.ts'
import { remindersContract } from '../contract.ts'

export const reminders = roomClient(remindersContract)

export type WorkList = Awaited<ReturnType<typeof reminders.listWork>>
export type WorkRow = WorkList['rows'][number]
export type Assignment = Awaited<ReturnType<typeof reminders.listAssignments>>['rows'][number]
export type Sheets = Awaited<ReturnType<typeof reminders.printSheets>>
export type LastWeekRow = Awaited<ReturnType<typeof reminders.listLastWeek>>['rows'][number]
export type WorkFilters = Omit<Parameters<typeof reminders.remind>[0], 'things'>

/** Everything read in this room stands under this key; acts of other rooms make it old. */
export const ROOM = 'reminders'

const PER_GROUP = 7

/** The list without filters, each group with its first rows: what the page opens with, and the menu counts by. */
export const openingInput = { perGroup: PER_GROUP }
