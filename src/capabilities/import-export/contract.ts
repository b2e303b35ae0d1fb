import { z } from 'zod'
import { count, day, done, id, line, operation, pageOf, uploadedFile } from '../../platform/contract/index.ts'
import { assignableFields } from './assignable-fields.ts'
import { layoutNames } from './layout-names.ts'

export { assignableFields }

const raw = z.union([z.string(), z.number(), z.boolean(), z.null()])

const answer = z.object({
  code: z.string().max(60), sheet: z.string().max(100).optional(), row: z.number().int().optional(), column: z.string().max(4).optional(),
  raw: raw.optional(), value: raw,
})

/** As what a column is to be read; null = not at all. */
const columnReading = z.object({ sheet: z.string().max(100), column: z.string().max(3), field: z.enum(assignableFields).nullable() })

/** What a person decided about a reading: answers to questions, and which sure readings (by code, or all) are accepted. */
const settling = z.object({
  answers: z.array(answer).max(20_000),
  accepted: z.union([z.literal('all'), z.array(z.string().max(60)).max(200)]),
  /** Sure readings accepted one by one. */
  acceptedRows: z.array(z.object({ code: z.string().max(60), sheet: z.string().max(100), row: z.number().int(), column: z.string().max(4) })).max(20_000),
  /** What was said of single columns, beside what their headings say. */
  columns: z.array(columnReading).max(500),
})

const finding = z.object({
  sheet: z.string(), row: z.number().int(), column: z.string(), heading: z.string().optional(), kind: z.enum(['error', 'question', 'warning', 'proposal']),
  code: z.string(), raw, read: z.unknown().optional(), choices: z.array(z.string()).optional(), message: z.string(), settled: z.boolean().optional(),
  /** Whose row it is, and the cell, as far as they could be read. */
  name: z.string().nullish(), cell: z.string().nullish(),
})

const counts = z.object({ new: count, changed: count, same: count, doubtful: count, faulty: count, onlyHere: count })

const preview = z.object({
  outcome: z.enum(['import', 'refuse']), reason: z.string().optional(), message: z.string().optional(),
  layout: z.string().nullable(), asOf: day.nullable(), organisation: z.string().nullable(), organisationName: z.string().nullish(),
  sheets: z.array(z.object({
    name: z.string(), headerRows: z.array(z.number().int()), dataRows: count, skippedRows: count,
    /** Letter and heading of each column, and beside it the field it is read as; null = not used. */
    columns: z.array(z.string()).optional(), fields: z.array(z.string().nullable()).optional(),
    /** The first rows as they stand in the sheet. */
    head: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })).optional(),
  })),
  /** Columns read as their sender was remembered to mean them, other than their headings say. */
  remembered: z.array(columnReading.extend({ heading: z.string() })).optional(),
  dataRows: count, cleanRows: count, counts,
  /** What would be written now: rows without error, open question or proposal that nobody accepted. */
  writable: z.object({ new: count, changed: count }).optional(),
  /** Names of the cells that readings and choices give by their code. */
  cellNames: z.record(z.string(), z.string()).optional(),
  skipped: z.array(z.object({ sheet: z.string(), row: z.number().int(), kind: z.string(), text: z.string().optional() })),
  findings: z.array(finding),
})

const state = z.enum(['reading', 'toSettle', 'refused', 'writing', 'written', 'undone', 'cancelled'])

const summary = z.object({
  id, fileName: z.string(), state, layout: z.string().nullable(), asOf: day.nullable(), organisationId: id, organisationName: z.string(),
  startedOn: day, startedBy: z.string().nullable(), dataRows: count.nullable(), counts: counts.nullable(), refusal: z.string().nullable(),
  writtenAt: z.string().nullable(), undoneAt: z.string().nullable(), version: z.number().int(),
})

const row = z.object({
  sheet: z.string(), row: z.number().int(), outcome: z.enum(['new', 'changed', 'same', 'doubtful', 'faulty']), name: z.string().nullable(), cell: z.string().nullable(), cellName: z.string().nullable(),
  /** What the row says, by field. */
  values: z.record(z.string(), z.string().nullable()),
  /** What the national program wrote beside the row when it checked the file. */
  checked: z.object({ result: z.string(), detail: z.string().nullable() }).nullable(),
  personId: id.nullable(), written: z.boolean(), changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
})

/** Member lists from Excel: read, settle, write in one transaction, take back whole. */
export const importExportContract = {
  startImport: operation({ method: 'POST', path: '/imports', summary: 'Store a workbook to be read; nothing is written to the register' })
    .input(z.object({ file: uploadedFile, organisationId: id.optional(), asOf: day.optional(), sheet: line(100).optional(), layout: z.enum(layoutNames).optional() }))
    .output(z.object({ id, sameAs: summary.nullable() })),
  readImport: operation({ method: 'POST', path: '/imports/{id}/read', summary: 'Read the workbook and hold it against the register; what is not said about settling stays as it was; stated columns are remembered for the sender, or forgotten' })
    .input(z.object({ id, ...settling.partial().shape, forgetHeadings: z.boolean().optional() }))
    .output(preview.extend({ version: z.number().int() })),
  findImport: operation({ method: 'GET', path: '/imports/{id}', summary: 'One import with its preview' })
    .input(z.object({ id }))
    .output(z.object({ import: summary, preview: preview.nullable(), settling, /** Rows read so far while a reading runs. */ progress: z.object({ done: count, total: count }).nullable() })),
  listImports: operation({ method: 'GET', path: '/imports', summary: 'Imports, newest first' })
    .input(z.object(pageOf))
    .output(z.object({ rows: z.array(summary), total: count })),
  listImportRows: operation({ method: 'GET', path: '/imports/{id}/rows', summary: 'Rows of an import by what they would do, old and new side by side' })
    .input(z.object({ id, outcome: z.enum(['new', 'changed', 'same', 'doubtful', 'faulty']).optional(), ...pageOf }))
    .output(z.object({ rows: z.array(row), total: count })),
  listOnlyHere: operation({ method: 'GET', path: '/imports/{id}/only-here', summary: 'Members of the register that the workbook does not have' })
    .input(z.object({ id, ...pageOf }))
    .output(z.object({ rows: z.array(z.object({ personId: id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string() })), total: count })),
  takeImportReport: operation({ method: 'GET', path: '/imports/{id}/report', summary: 'The uploaded workbook with what became of each row beside it; numbered and written down' })
    .input(z.object({ id })).output(uploadedFile),
  cancelImport: operation({ method: 'POST', path: '/imports/{id}/cancel', summary: 'Stop reading, or drop what was read; nothing was written' })
    .input(z.object({ id })).output(done),
  commitImport: operation({ method: 'POST', path: '/imports/{id}/commit', summary: 'Write the settled rows in one transaction; waiting rows stay waiting' })
    .input(z.object({ id, version: z.number().int().min(1) }))
    .output(z.object({ importId: id, written: z.object({ new: count, changed: count }), waiting: count })),
  undoImport: operation({ method: 'POST', path: '/imports/{id}/undo', summary: 'Take the whole import back; what was built on stays and is named' })
    .input(z.object({ id }))
    .output(z.object({ importId: id, takenBack: count, kept: z.array(z.object({ personId: id, fullName: z.string(), why: z.string() })) })),
}
