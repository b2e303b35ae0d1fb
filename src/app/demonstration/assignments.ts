import type { Accounts } from './accounts.ts'
import { addDays } from './calendar.ts'
import { assignedWords, remindedOf } from './cases.vi.ts'
import type { Chronicle, Row } from './chronicle.ts'
import { UNCHANGED } from './reminders.ts'

/** Days before today on which the leader gave the work, and after today by which it is wanted. */
const GIVEN_BEFORE = 3
const WANTED_AFTER = 7

/** Work that the leader gave: to the officer by name, in each state of its answer, and to the secretary's office the file that came back. */
export function layAssignments(chronicle: Chronicle, accounts: Accounts): void {
  const officer = { to_account_id: accounts.get('chuyenvien')!.id, to_role: null, to_organisation_id: null }
  const on = addDays(chronicle.today, -GIVEN_BEFORE)
  const reminded = chronicle.rowsOf('reminders.reminder')
  const lying = reminded.slice(-UNCHANGED)
  const give = (thing: Row, more: Row) => chronicle.add('reminders.assignment', {
    kind: thing.kind!, subject_id: thing.subject_id!, subject_type: 'caseFile', person_id: thing.person_id!, person_name: thing.person_name!, organisation_id: thing.organisation_id!,
    next_act: thing.next_act!, next_act_words: thing.next_act_words!, due_on: thing.due_on!, wanted_on: addDays(chronicle.today, WANTED_AFTER), note: null, assigned_on: on,
    assigned_by: accounts.get('lanhdao')!.id, recorded_at: `${on}T03:00:00Z`, outcome: null, answered_on: null, answered_by: null, answer: null, version: 1, ...more,
  })
  const answered = (outcome: string, answer: string) => ({ outcome, answered_on: addDays(chronicle.today, -1), answered_by: officer.to_account_id, answer, version: 2 })
  give(lying[0]!, { ...officer, note: assignedWords.note })
  give(lying[1]!, { ...officer, ...answered('givenBack', assignedWords.givenBack) })
  give(reminded[0]!, { ...officer, ...answered('done', assignedWords.done) })
  const cellId = chronicle.rowsOf('access.role_holding').find((row) => row.account_id === accounts.get('bithu')!.id)!.organisation_id
  const returned = chronicle.rowsOf('admission.return').find((row) => !row.resent_on && chronicle.rowsOf('admission.case_file').some((file) => file.id === row.case_id && file.cell_id === cellId))
  const file = chronicle.rowsOf('admission.case_file').find((row) => row.id === returned?.case_id)
  if (!returned || !file) return
  const name = chronicle.rowsOf('members.person').find((row) => row.id === file.person_id)!.full_name
  give({ kind: 'returnedFile', subject_id: file.id!, person_id: file.person_id!, person_name: name!, organisation_id: cellId!, next_act: 'resend', next_act_words: remindedOf['resend']!, due_on: returned.due_on! },
    { to_account_id: null, to_role: 'cellSecretary', to_organisation_id: cellId!, note: assignedWords.returned })
}
