import { z } from 'zod'
import { count, day, done, filledLine, id, line, operation, pageOf, version } from '../../platform/contract/index.ts'
import { assigneeRoles, assignmentOutcomes, dueGroups, dueKinds, dueOwners } from './codes.ts'

export { dueOwners }

const kind = z.enum(dueKinds)
const group = z.enum(dueGroups)
const subjectType = z.enum(['caseFile', 'prospect', 'committee', 'person', 'dossierLoan', 'dossierFinding', 'sheetProposal', 'supplementOfYear', 'badgeList', 'cardList', 'transfer', 'reorganisation', 'report', 'solution', 'reconciliation', 'reconciliationDifference'])
const effect = z.enum(['unchanged', 'moved'])
const rule = z.object({
  value: z.string(),
  source: z.object({ instrument: z.string(), title: z.string(), clause: z.string(), certainty: z.enum(['verified', 'secondary', 'memory', 'inferred']) }),
})

const assigned = z.object({
  id, toName: z.string(), wantedOn: day, isLate: z.boolean(), outcome: z.enum(assignmentOutcomes).nullable(),
})

const work = z.object({
  kind, subjectId: id, subjectType,
  personId: id.nullable(), personName: z.string().nullable(), bornYear: z.number().int().nullable(),
  organisationId: id, organisationName: z.string(), aboveName: z.string().nullable(),
  dueOn: day, group, counting: z.enum(['workingDays', 'calendar']),
  /** Working days past or left; 0 on the day. */
  workingDays: count,
  nextActCode: z.string(), nextAct: z.string(), owner: z.enum(dueOwners), rule: rule.nullable(),
  reminded: z.object({ on: day, effect }).nullable(),
  /** The last time it was given to somebody; withdrawn ones left out. */
  assigned: assigned.nullable(),
})

const assignment = z.object({
  id, version, kind, subjectId: id, subjectType, personId: id.nullable(), personName: z.string().nullable(),
  organisationId: id, organisationName: z.string(), aboveName: z.string().nullable(), nextAct: z.string(), dueOn: day,
  /** A user by name, or an office by its role and place. */
  toName: z.string(), toRole: z.enum(assigneeRoles).nullable(),
  wantedOn: day, isLate: z.boolean(), note: z.string().nullable(), assignedOn: day, byName: z.string().nullable(),
  outcome: z.enum(assignmentOutcomes).nullable(), answeredOn: day.nullable(), answeredByName: z.string().nullable(), answer: z.string().nullable(),
  /** What became of the thing itself since it was given, computed now. */
  effect, isMine: z.boolean(),
})

const filters = {
  organisationId: id.optional(), kinds: z.array(kind).optional(), owner: z.enum(dueOwners).optional(), reminded: z.enum(['yes', 'no']).optional(),
  group: group.optional(),
  within: z.number().int().min(0).max(366).default(30),
}

/** Left out = everything that the filters find. */
const things = z.array(z.object({ kind, subjectId: id })).max(2000).optional()

const inGroups = { late: count, today: count, soon: count }

/** The Monday list: what is late, what falls due, who must act next, and what reminding did. */
export const remindersContract = {
  listWork: operation({ method: 'GET', path: '/work', summary: 'What is late and what falls due, computed now' })
    .input(z.object({
      ...filters, ...pageOf,
      /** `cell` puts the things of one cell together. */
      order: z.enum(['urgency', 'cell']).default('urgency'),
      /** Only the first rows of each group instead of a page. */
      perGroup: z.number().int().min(1).max(50).optional(),
    }))
    .output(z.object({
      asOf: day, within: count,
      /** The organisation of the filter. */
      place: z.object({ id, name: z.string() }).nullable(),
      /** By all filters but the group. */
      counts: z.object(inGroups),
      /** By all filters but the group and the kinds. */
      byKind: z.array(z.object({ kind, ...inGroups })),
      /** By all filters but the group and the organisation. */
      byGrassroots: z.array(z.object({ id, name: z.string(), ...inGroups })),
      lastWeek: z.object({ from: day, reminded: count, moved: count, unchanged: count }),
      rows: z.array(work), total: count, nextDueOn: day.nullable(),
    })),
  remind: operation({ method: 'POST', path: '/reminders', summary: 'Send reminders of chosen things; the receiver sees them in the own list' })
    .input(z.object({ ...filters, things }))
    .output(z.object({ reminded: count })),
  printSheets: operation({ method: 'POST', path: '/reminders/sheets', summary: 'One reminder page for each cell, kept as printed reminders' })
    .input(z.object({ ...filters, things }))
    .output(z.object({
      printedOn: day,
      /** With the full name of the organisation; the rows have the short one. */
      sheets: z.array(z.object({ organisationId: id, organisationName: z.string(), aboveName: z.string().nullable(), rows: z.array(work) })),
    })),
  listLastWeek: operation({ method: 'GET', path: '/reminders', summary: 'What was reminded in the seven days before today, and what became of it' })
    .input(z.object({ organisationId: id.optional() }))
    .output(z.object({
      from: day,
      rows: z.array(z.object({
        kind, subjectId: id, subjectType, personName: z.string().nullable(), organisationId: id, organisationName: z.string(), aboveName: z.string().nullable(), on: day, nextAct: z.string(), effect,
      })),
    })),
  listHistory: operation({ method: 'GET', path: '/reminders/{subjectId}', summary: 'Reminders of one thing' })
    .input(z.object({ subjectId: id }))
    .output(z.object({ rows: z.array(z.object({ kind, on: day, way: z.enum(['sent', 'printed']), nextAct: z.string(), dueOn: day, byName: z.string().nullable() })) })),
  listAssignees: operation({ method: 'GET', path: '/work/assignees', summary: 'Who may be given what lies at these organisations: offices and users' })
    .input(z.object({ organisationIds: z.array(id).min(1).max(200) }))
    .output(z.object({ offices: z.array(z.enum(assigneeRoles)), users: z.array(z.object({ accountId: id, fullName: z.string(), role: z.enum(assigneeRoles), placeName: z.string() })) })),
  assignWork: operation({ method: 'POST', path: '/work/assignments', summary: 'Give chosen things to a user or an office, to be done by a day' })
    .input(z.object({
      things: z.array(z.object({ kind, subjectId: id })).min(1).max(200),
      /** One of the two: a user, or an office. */
      accountId: id.optional(), role: z.enum(assigneeRoles).optional(),
      wantedOn: day, note: line(400).optional(),
    }))
    .output(z.object({ assigned: count })),
  listAssignments: operation({ method: 'GET', path: '/work/assignments', summary: 'Work given: to oneself, or all that was given in one\'s part' })
    .input(z.object({ ...pageOf, mine: z.boolean().default(false), state: z.enum(['open', 'answered', 'all']).default('open'), subjectId: id.optional() }))
    .output(z.object({ today: day, rows: z.array(assignment), total: count, counts: z.object({ open: count, late: count, done: count, givenBack: count }) })),
  answerAssignment: operation({ method: 'POST', path: '/work/assignments/{id}/answer', summary: 'The receiver says that it is done, or gives it back, with words' })
    .input(z.object({ id, version, outcome: z.enum(['done', 'givenBack']), words: filledLine(400) })).output(done),
  withdrawAssignment: operation({ method: 'POST', path: '/work/assignments/{id}/withdraw', summary: 'Take an assignment back before it is answered, with words' })
    .input(z.object({ id, version, words: filledLine(400) })).output(done),
  listDueForMachines: operation({ method: 'GET', path: '/due', summary: 'What is late and what falls due, in the published shape' })
    .input(z.object({ organisation: z.string().max(40).optional(), within: z.number().int().min(0).max(366).default(30) }))
    .output(z.object({ late: z.array(z.any()), soon: z.array(z.any()) })),
}
