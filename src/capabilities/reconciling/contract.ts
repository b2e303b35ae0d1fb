import { z } from 'zod'
import { asOf, count, day, filledLine, id, line, operation, pageOf, uncertainDay, uploadedFile, version } from '../../platform/contract/index.ts'
import { actKinds, differenceKinds, differenceStates, lineViews, marks, phases, reasons, sides, taskOwners } from './codes.ts'

const said = z.record(z.string(), z.string())
const mark = z.enum(marks)
const reconciliationId = id

const figures = { unmarked: count, differences: count, open: count, standing: count }
const signature = z.object({ side: z.enum(sides), number: count, standing: count, signer: z.string(), signedOn: day })
const listed = z.object({
  id, organisationId: id, organisation: z.string(), asOf: day, openedOn: day, dueOn: day, isLate: z.boolean(), phase: z.enum(phases),
  /** Members on our frozen list, on theirs as far as they marked it, and on the register's list of that day as it stands now. */
  ours: count, theirs: count, now: count, ...figures, signatures: z.array(signature),
})

const settledBy = z.object({ kind: z.enum(actKinds), subjectId: id, on: day.nullable(), basis: z.string().nullable() })
const difference = z.object({
  id, version, kind: z.enum(differenceKinds), personId: id.nullable(), fullName: z.string(), bornOn: z.string().nullable(), cellName: z.string(), ours: said, theirs: said, reasonOn: z.string().nullable(), note: z.string().nullable(),
  owner: z.enum(taskOwners), dueOn: day, isLate: z.boolean(), state: z.enum(differenceStates), settledBy: settledBy.nullable(), reason: z.string().nullable(), decidedOn: day.nullable(), decidedBy: z.string().nullable(),
  /** The register says now what their list says: it can be settled at once. */
  registerAgrees: z.boolean(),
})

const row = z.object({
  /** Whose line it is on our list; null: only theirs has it. */
  personId: id.nullable(), statementId: id.nullable(), fullName: z.string(), bornOn: z.string().nullable(), sex: z.string().nullable(), status: z.string().nullable(), cellName: z.string(), cardNumber: z.string().nullable(), admittedOn: z.string().nullable(),
  mark: mark.nullable(), reason: z.enum(reasons).nullable(), reasonOn: z.string().nullable(), note: z.string().nullable(), said, questions: z.array(z.string()), source: z.enum(['screen', 'workbook']).nullable(), sheetRow: z.number().int().nullable(),
  version: z.number().int(), differences: z.array(difference),
})

const returned = z.object({
  id, fileName: z.string(), readOn: day, takenOn: day.nullable(), readBy: z.string().nullable(), layout: z.string(), cellName: z.string().nullable(), rows: count, version,
  counts: z.object({ right: count, wrong: count, surplus: count, missing: count, absent: count, unclear: count }),
})
const change = z.object({ kind: z.enum(['gone', 'come', 'changed']), personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellName: z.string(), fields: z.array(z.string()), cause: settledBy.nullable() })
const acted = z.object({ id, version })

/** Reconciling the list of a grassroots organisation with what it says itself: sent, marked, compared, settled, signed. */
export const reconcilingContract = {
  openRound: operation({ method: 'POST', path: '/reconciliations', summary: 'Freeze the lists of one, many or all grassroots organisations as of a day and ask for them to be marked' })
    .input(z.object({ organisationId: id.optional(), organisationIds: z.array(id).max(500).optional(), asOf: day, dueOn: day, note: line(300).optional() })).output(z.object({ opened: count, ids: z.array(id) })),
  listReconciliations: operation({ method: 'GET', path: '/reconciliations', summary: 'Reconciliations of one’s part: our number, theirs, differences, signatures' })
    .input(z.object({ organisationId: id.optional(), /** The day of the lists. */ day: day.optional(), phase: z.enum(phases).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(listed), total: count, days: z.array(day), sums: z.object({ ours: count, theirs: count, now: count, open: count, agreed: count }) })),
  findReconciliation: operation({ method: 'GET', path: '/reconciliations/{reconciliationId}', summary: 'One reconciliation with its cells, returns and signatures' })
    .input(z.object({ reconciliationId, ...asOf })).output(listed.extend({
      version, knownAt: z.string(), superior: z.string(), note: z.string().nullable(),
      cells: z.array(z.object({ id, name: z.string(), ours: count, unmarked: count, open: count })), kinds: z.array(z.object({ kind: z.enum(differenceKinds), total: count, open: count })),
      returns: z.array(returned), agreeable: count, may: z.array(z.enum(['takeList', 'mark', 'return', 'decide', 'signBelow', 'signAbove'])),
    })),
  listLines: operation({ method: 'GET', path: '/reconciliations/{reconciliationId}/lines', summary: 'Both lists side by side' })
    .input(z.object({ reconciliationId, view: z.enum(lineViews).default('differing'), cellId: id.optional(), kind: z.enum(differenceKinds).optional(), state: z.enum(differenceStates).optional(), search: line(100).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(row), total: count })),
  takeList: operation({ method: 'GET', path: '/reconciliations/{reconciliationId}/list', summary: 'The frozen list as a workbook to be marked; it opens identity numbers, so the reason is written down' })
    .input(z.object({ reconciliationId, cellId: id.optional(), reason: filledLine(300) })).output(uploadedFile),
  markLine: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/marks', summary: 'Mark one line of the list; `version` 0 when it has no mark yet' })
    .input(z.object({
      reconciliationId, personId: id, version: z.number().int().min(0), mark: z.enum(['right', 'wrong', 'surplus']), reason: z.enum(['died', 'movedOut', 'otherCell']).optional(), reasonOn: uncertainDay.optional(), note: line(300).optional(),
      /** The right name and day of birth, when they are wrong on the list. */
      fullName: line(120).optional(), bornOn: uncertainDay.optional(),
    })).output(acted),
  markRest: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/rest', summary: 'All lines of a cell that have no mark yet are right' })
    .input(z.object({ reconciliationId, cellId: id })).output(z.object({ marked: count })),
  addMissing: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/missing', summary: 'A member who is not on the list' })
    .input(z.object({ reconciliationId, cellId: id, fullName: filledLine(120), bornOn: uncertainDay, reason: z.enum(['admitted', 'movedIn']).optional(), note: line(300).optional() })).output(acted),
  startReturn: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/returns', summary: 'Read a marked workbook without writing anything into the lists' })
    .input(z.object({ reconciliationId, cellId: id.optional(), file: z.file().max(20_000_000) })).output(z.object({ id, version, already: z.boolean() })),
  findReturn: operation({ method: 'GET', path: '/reconciliations/returns/{returnId}', summary: 'What a marked workbook says, before it is taken in' })
    .input(z.object({ returnId: id })).output(returned.extend({
      reconciliationId: id, organisation: z.string(), asOf: day,
      lines: z.array(z.object({ sheetRow: z.number().int().nullable(), fullName: z.string(), bornOn: z.string().nullable(), cellName: z.string(), mark, reason: z.enum(reasons).nullable(), reasonOn: z.string().nullable(), note: z.string().nullable(), said, questions: z.array(z.string()) })),
      skipped: z.array(z.object({ sheet: z.string(), row: z.number().int(), kind: z.string(), text: z.string() })), mayTake: z.boolean(),
    })),
  takeReturn: operation({ method: 'POST', path: '/reconciliations/returns/{returnId}/taking', summary: 'Take the marks of the workbook into the reconciliation' })
    .input(z.object({ returnId: id, version })).output(z.object({ id, version, changed: count, differences: count })),
  findDifference: operation({ method: 'GET', path: '/reconciliations/differences/{differenceId}', summary: 'One difference as a task' })
    .input(z.object({ differenceId: id, ...asOf })).output(difference.extend({ reconciliationId: id, organisation: z.string(), asOf: day, mayDecide: z.boolean() })),
  assignDifference: operation({ method: 'POST', path: '/reconciliations/differences/{differenceId}/owner', summary: 'Who acts, and until when' })
    .input(z.object({ differenceId: id, version, owner: z.enum(taskOwners), dueOn: day })).output(acted),
  settleDifferences: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/settling', summary: 'Settle the open differences of which the register says by now what their list says, each with the act that did it' })
    .input(z.object({ reconciliationId, differenceIds: z.array(id).max(2000).optional() })).output(z.object({ settled: count })),
  decideDifference: operation({ method: 'POST', path: '/reconciliations/differences/{differenceId}/decision', summary: 'Reject a difference, leave it standing as a disagreement, or open it again' })
    .input(z.object({ differenceId: id, version, decision: z.enum(['rejected', 'standing', 'open']), reason: line(300).optional() })).output(acted),
  sign: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/signatures', summary: 'Sign the agreed number for one’s own level: the grassroots first, then the superior' })
    .input(z.object({ reconciliationId, version, side: z.enum(sides), /** The number one saw. */ number: count })).output(acted),
  withdrawSignature: operation({ method: 'POST', path: '/reconciliations/{reconciliationId}/withdrawal', summary: 'Take back the signature of the grassroots while the superior has not signed' })
    .input(z.object({ reconciliationId, version, reason: filledLine(300) })).output(acted),
  findMinutes: operation({ method: 'GET', path: '/reconciliations/{reconciliationId}/minutes', summary: 'The minutes: the agreed number, the names behind it, standing disagreements, signatures, and what changed since' })
    .input(z.object({ reconciliationId, ...asOf })).output(z.object({
      id, organisation: z.string(), superior: z.string(), asOf: day, openedOn: day, ours: count, theirs: count, number: count, signatures: z.array(signature), settled: count, rejected: count, standing: z.array(difference),
      names: z.array(z.object({ personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellName: z.string(), status: z.string(), cardNumber: z.string().nullable() })), changes: z.array(change),
    })),
}
