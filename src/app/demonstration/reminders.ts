import type { PlainDate } from '../../kernel/index.ts'
import { addWorkingDays, cellConsidersWorkingDays, decisionDue, decisionWorkingDays, sendUpWorkingDays, superiorDecidesWorkingDays } from '../../regulations/index.ts'
import type { DueKind } from '../../capabilities/reminders/index.ts'
import type { Accounts } from './accounts.ts'
import { addDays } from './calendar.ts'
import { remindedOf } from './cases.vi.ts'
import type { Chronicle, Row } from './chronicle.ts'
import type { Random } from './random.ts'

/** Reminders of last week whose thing was done since, and those after which nothing moved. */
const MOVED = 19
export const UNCHANGED = 12

/** What each act did for the Monday list. */
const kindByAct: Readonly<Record<string, DueKind>> = {
  sendUp: 'resolutionToSendUp', recordDecision: 'admissionDecision', recordCeremony: 'admissionCeremony', recordDossierOpened: 'dossierOpening', resend: 'returnedFile',
  recordConfirmationVote: 'confirmation', recordConfirmationDecision: 'confirmation', recordReceipt: 'admissionCeremony',
  recordCommitteeVote: 'admissionDecision', sendToDeciding: 'admissionDecision', submitForDecision: 'admissionDecision',
}

const kindOf = (act: Row, file: Row): DueKind => (file.kind === 'confirmation' && act.kind !== 'sendUp' && act.kind !== 'resend' ? 'confirmation' : kindByAct[String(act.kind)]!)

type Reminding = { readonly caseId: string; readonly kind: DueKind; readonly nextAct: string; readonly dueOn: PlainDate }

/** What the officer reminded of a week ago: some of it was done in the days after, some still lies as it lay. */
export function layReminders(chronicle: Chronicle, accounts: Accounts): void {
  const random = chronicle.branch('reminders')
  const on = addDays(chronicle.today, -7)
  const files = new Map(chronicle.rowsOf('admission.case_file').map((row) => [String(row.id), row]))
  const names = new Map(chronicle.rowsOf('members.person').map((row) => [String(row.id), String(row.full_name)]))
  for (const { caseId, kind, nextAct, dueOn } of [...doneSince(chronicle, random, files, on), ...stillLying(chronicle, files, random, on)]) {
    const file = files.get(caseId)!
    chronicle.add('reminders.reminder', {
      kind, subject_id: caseId, subject_type: 'caseFile', person_id: file.person_id, person_name: names.get(String(file.person_id))!, organisation_id: file.cell_id, next_act: nextAct, next_act_words: remindedOf[nextAct]!, due_on: dueOn, way: random.chance(0.65) ? 'sent' : 'printed', reminded_on: on,
      reminded_by: accounts.get('chuyenvien')!.id, recorded_at: `${on}T02:10:00Z`,
    })
  }
}

type Files = ReadonlyMap<string, Row>

function doneSince(chronicle: Chronicle, random: Random, files: Files, on: PlainDate): Reminding[] {
  const done = chronicle.rowsOf('admission.act').filter((act) => String(act.occurred_on) > on && kindByAct[String(act.kind)])
  const chosen = new Map<string, Reminding>()
  // The earliest act is the one that was waited for then.
  for (const act of random.shuffled(done.filter((act, i) => done.findIndex((each) => each.case_id === act.case_id) === i))) {
    const caseId = String(act.case_id)
    if (chosen.size === MOVED) break
    const file = files.get(caseId)!
    const dueOn = dueOf(act, file)
    if (dueOn <= addDays(on, 60) && !chosen.has(caseId)) chosen.set(caseId, { caseId, kind: kindOf(act, file), nextAct: String(act.kind), dueOn })
  }
  return [...chosen.values()]
}

/** The limit that ran over the act: kept by the act itself, or counted from the cell's meeting. */
function dueOf(act: Row, file: Row): PlainDate {
  const told = (JSON.parse(String(act.facts)) as { dueOn?: PlainDate }).dueOn
  if (told) return told
  const resolvedOn = file.cell_resolved_on as PlainDate
  const rule = act.kind === 'sendUp' ? sendUpWorkingDays : file.kind === 'confirmation' ? superiorDecidesWorkingDays : decisionWorkingDays
  return addWorkingDays(resolvedOn, rule.inForceOn(resolvedOn).value)
}

/** Things that were late already, or nearly, and wait for the same act today: forgotten probations, resolutions, returned files, decisions. */
function stillLying(chronicle: Chronicle, files: Files, random: Random, on: PlainDate): Reminding[] {
  const returns = new Map(chronicle.rowsOf('admission.return').filter((row) => !row.resent_on && String(row.returned_on) < on).map((row) => [row.case_id, row.due_on as PlainDate]))
  const lying = [...files.values()].flatMap((file): Reminding[] => {
    const reminding = file.closed_on ? undefined : file.kind === 'confirmation' ? forgotten(file) : returns.has(file.id) ? { kind: 'returnedFile' as const, nextAct: 'resend', dueOn: returns.get(file.id)! } : onTheWay(file)
    return reminding && reminding.dueOn < addDays(on, 4) ? [{ caseId: String(file.id), ...reminding }] : []
  })
  return random.shuffled(lying).slice(0, UNCHANGED)
}

type Waiting = Omit<Reminding, 'caseId'> | undefined

function forgotten({ stage, mentor_id, probation_until }: Row): Waiting {
  if (stage !== 'running' || mentor_id) return undefined
  const until = probation_until as PlainDate
  return { kind: 'confirmation', nextAct: 'assignMentor', dueOn: addWorkingDays(until, cellConsidersWorkingDays.inForceOn(until).value) }
}

function onTheWay({ stage, cell_resolved_on, sent_up_on, submitted_on, returned_at_level, extended_by, decided_on }: Row): Waiting {
  if (!cell_resolved_on || returned_at_level || extended_by || decided_on) return undefined
  const resolvedOn = cell_resolved_on as PlainDate
  if (stage === 'cellPassed' && !sent_up_on) return { kind: 'resolutionToSendUp', nextAct: 'sendUp', dueOn: addWorkingDays(resolvedOn, sendUpWorkingDays.inForceOn(resolvedOn).value) }
  return submitted_on ? { kind: 'admissionDecision', nextAct: 'recordDecision', dueOn: decisionDue({ resolvedOn })!.dueOn } : undefined
}
