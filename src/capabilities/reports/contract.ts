import { z } from 'zod'
import { count, day, filledLine, id, line, operation, pageOf, uploadedFile, version } from '../../platform/contract/index.ts'
import { tableBases } from '../../regulations/table-codes.ts'
import { cellOfTable, filledTable, peopleBehind, tableCodes } from '../statistics/contract.ts'
import { causes, factKinds, outcomes, periodKinds, reportStates } from './codes.ts'
import { notAReport } from './messages.vi.ts'
import { SIDE } from './sides.ts'

const moment = z.string()
const period = { id, organisationId: id, organisation: z.string(), kind: z.enum(periodKinds), from: day, until: day, dueOn: day, version }
const submission = z.object({
  id, ordinal: count, reason: z.string().nullable(), submittedBy: z.string().nullable(), submittedAt: moment, outcome: z.enum(outcomes), decidedBy: z.string().nullable(), decidedAt: moment.nullable(), decision: z.string().nullable(),
  /** Corrections that the level above asked for after it had approved. */ requests: z.array(z.object({ reason: z.string(), askedBy: z.string().nullable(), askedAt: moment })),
})
const reportRow = z.object({
  organisationId: id, name: z.string(), reportId: id.nullable(), state: z.enum(reportStates), version: count, latest: submission.nullable(), /** Submitted after the day on which it was due. */ late: z.boolean(),
  /** Number of members at the end of the period, as frozen. */ members: count.nullable(),
  /** Of a report above the grassroots: reports below that changed after it was submitted. */ changedBelow: count,
})
/** A report as asked for: of an organisation for a period; a frozen submission of it, or what is counted now. Of the organisation that opened the period: the sum of what is approved. */
const which = { periodId: id, organisationId: id, submissionId: id.optional(), counted: z.boolean().default(false) }
const side = line(90).refine((text) => SIDE.test(text), { error: notAReport })
const sides = { a: side, b: side }
const shownSide = z.object({ name: z.string(), /** Of a sum: who is not in it. */ missing: z.array(z.string()), ordinal: count.nullable(), outcome: z.enum(outcomes).nullable(), kind: z.enum(['submission', 'now', 'sum']), from: day, until: day, at: moment.nullable() })
const cell = { base: z.enum(tableBases), by: z.string(), value: z.string().nullable(), column: z.string() }

const fact = z.object({
  kind: z.enum(factKinds), from: day.nullable(), until: day.nullable(), /** Words that say it. */ says: z.string(), basis: z.string().nullable(),
  recordedAt: moment.nullable(), recordedBy: z.string().nullable(), event: z.string().nullable(), supersededAt: moment.nullable(), supersededBy: z.string().nullable(),
})

const part = z.object({
  organisationId: id, name: z.string(), submissionId: id, ordinal: count, outcome: z.enum(outcomes), members: count, /** What was approved in its place since. */ standing: z.object({ submissionId: id, ordinal: count }).nullable(),
})

/** Reports of a period, level by level: submitted to the level above, returned or approved by it, frozen, compared. */
export const reportsContract = {
  listPeriods: operation({ method: 'GET', path: '/reports/periods', summary: 'Periods that were opened for reports, the latest first' })
    .input(z.object({ ...pageOf, /** Only those for which this organisation reports. */ reporterId: id.optional() }))
    .output(z.object({ rows: z.array(z.object({ ...period, expected: count, submitted: count, returned: count, approved: count })), total: count, may: z.object({ open: z.boolean() }) })),
  openPeriod: operation({ method: 'POST', path: '/reports/periods', summary: 'Open a period for the reports of the organisations right below, with the day on which they are due' })
    .input(z.object({ organisationId: id.optional(), kind: z.enum(periodKinds), year: z.number().int().min(1990).max(2100), dueOn: day })).output(z.object({ id })),
  changeDueDay: operation({ method: 'POST', path: '/reports/periods/{periodId}/due-day', summary: 'Change the day on which the reports of a period are due' })
    .input(z.object({ periodId: id, version, dueOn: day })).output(z.object({ version })),
  listReports: operation({ method: 'GET', path: '/reports', summary: 'Every organisation that reports for a period, with the state of its report' })
    .input(z.object({ periodId: id, state: z.enum(reportStates).optional() }))
    .output(z.object({ ...period, rows: z.array(reportRow), counts: z.record(z.enum(reportStates), count), may: z.object({ changeDueDay: z.boolean(), readSum: z.boolean() }) })),
  findReport: operation({ method: 'GET', path: '/reports/one', summary: 'A report with its versions, and what may be done to it' })
    .input(z.object({ periodId: id, organisationId: id }))
    .output(z.object({
      period: z.object(period), organisationId: id, name: z.string(), isSum: z.boolean(), /** It is made of the reports right below, and of what is counted where there is none. */ isAbove: z.boolean(), reportId: id.nullable(), state: z.enum(reportStates), version: count, submissions: z.array(submission),
      /** Of a sum, and of what is made of the reports below: who is not in it as things stand. */ missing: z.array(z.object({ organisationId: id, name: z.string(), state: z.enum(reportStates) })), included: count,
      /** What the last submission was made of, and of whom its organisation counted the figures itself. */ parts: z.array(part), countedHere: z.array(z.string()), changedBelow: count,
      /** The period for the same days that the organisation opened for those below it. */ ownPeriodId: id.nullable(),
      /** Of a sum: the period in which it is reported further up. */ further: z.object({ periodId: id, organisation: z.string() }).nullable(),
      /** The report of the period before that ended, if one was approved. */ former: z.object({ submissionId: id, from: day, until: day }).nullable(),
      may: z.object({ submit: z.boolean(), decide: z.boolean(), giveBack: z.boolean() }),
    })),
  findReportTable: operation({ method: 'GET', path: '/reports/table', summary: 'A table of a report, with the figures of the period before beside it' })
    .input(z.object({ ...which, table: z.enum(tableCodes) }))
    .output(filledTable.extend({ /** Totals of the report before, part by part and row by row; null where that row was not there. */ former: z.array(z.array(count.nullable())).nullable() })),
  listReportPeople: operation({ method: 'GET', path: '/reports/people', summary: 'The names behind a number of a report' })
    .input(z.object({ ...which, ...cellOfTable, ...pageOf })).output(peopleBehind),
  submitReport: operation({ method: 'POST', path: '/reports/submissions', summary: 'Freeze the tables of an organisation as they are counted now, above the grassroots made of the approved reports right below, and submit them' })
    .input(z.object({ periodId: id, organisationId: id, /** Of the report; 0 while nothing was submitted. */ version: count, reason: line(300).optional() })).output(z.object({ reportId: id, submissionId: id, version: count })),
  decideReport: operation({ method: 'POST', path: '/reports/{reportId}/decision', summary: 'Approve what was submitted, or return it with a reason; give an approved one back to be corrected' })
    .input(z.object({ reportId: id, version, approves: z.boolean(), reason: line(300).optional() })).output(z.object({ version: count })),
  compareReports: operation({ method: 'GET', path: '/reports/comparison', summary: 'Every number in which two reports differ' })
    .input(z.object(sides))
    .output(z.object({
      a: shownSide, b: shownSide,
      rows: z.array(z.object({ ...cell, a: count, b: count, onlyA: count, onlyB: count, namesCovered: z.boolean() })),
    })),
  listDifferingPeople: operation({ method: 'GET', path: '/reports/comparison/people', summary: 'The names that stand in only one of two reports, and the facts that explain each' })
    .input(z.object({ ...sides, base: z.enum(tableBases).optional(), by: line(40).optional(), value: line(200).optional(), column: line(40).optional(), ...pageOf }))
    .output(z.object({
      rows: z.array(z.object({ subjectId: id, personId: id.nullable(), name: z.string(), bornYear: z.number().int().nullable(), cellName: z.string(), base: z.enum(tableBases), inA: count, inB: count, cause: z.enum(causes), facts: z.array(fact) })),
      total: count,
    })),
  exportReport: operation({ method: 'GET', path: '/reports/export', summary: 'The whole set of tables of a report as one workbook; the reason is written down' })
    .input(z.object({ ...which, /** Numbers below five are hidden. */ outside: z.boolean().default(false), reason: filledLine(300) })).output(uploadedFile),
}
