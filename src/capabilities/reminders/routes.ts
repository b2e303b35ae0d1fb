import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { answerAssignment, withdrawAssignment } from './actions/answer-assignment.ts'
import { assignWorkOf, listAssignees } from './actions/assign-work.ts'
import { listAssignmentsOf } from './actions/list-assignments.ts'
import { listDueForMachinesOf } from './actions/list-due-for-machines.ts'
import { listLastWeekOf, listWorkOf } from './actions/list-work.ts'
import { listHistory, printSheetsOf, remindOf } from './actions/remind.ts'
import type { remindersContract } from './contract.ts'
import type { Deadlines } from './due-item.ts'

/** `rooms`: the deadlines of every room above, handed in by the roof. */
export const remindersRoutes = (rooms: readonly Deadlines[]): RoutesFor<typeof remindersContract> => ({
  listWork: read(listWorkOf(rooms)),
  remind: act(remindOf(rooms)),
  printSheets: act(printSheetsOf(rooms)),
  listLastWeek: read(listLastWeekOf(rooms)),
  listHistory: read(listHistory),
  listAssignees: read(listAssignees),
  assignWork: act(assignWorkOf(rooms)),
  listAssignments: read(listAssignmentsOf(rooms)),
  answerAssignment: act(answerAssignment),
  withdrawAssignment: act(withdrawAssignment),
  listDueForMachines: read(listDueForMachinesOf(rooms)),
})
