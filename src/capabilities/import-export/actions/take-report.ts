import { formatDay, formatUncertainDate, isUncertainDate, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer } from '../../../platform/http/index.ts'
import { XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { notInState } from '../errors.ts'
import { findingKindNames, ownSheets, reportWords as words, resultHeadings, skippedNames, stateNames } from '../messages.vi.ts'
import { loadImport } from '../queries/imports.ts'
import { registerBelow } from '../queries/register.ts'
import { reportedRows, reportFileName, sheetFindings, type FindingToReport, type RowToReport } from '../report/report-rows.ts'
import { reportWorkbook } from '../report/report-workbook.ts'
import type { AddedSheet } from '../../../platform/foreign-workbook/report-types.ts'
import { listAllRows, onlyHereOf, type OnlyHere } from '../queries/results.ts'

export type Reported = {
  readonly bytes: Uint8Array; readonly fileName: string; readonly asOf: PlainDate
  readonly rows: readonly RowToReport[]; readonly findings: readonly FindingToReport[]
  readonly skipped: readonly { sheet: string; row: number; kind: string; text?: string | undefined }[]
  readonly sheets: readonly { name: string; headerRows: readonly number[] }[]
  readonly onlyHere: readonly OnlyHere[]
  readonly nameOfCell: (code: string) => string
  /** Who took it, when, and under which number. */
  readonly taken: string
}

function onlyHereSheet({ onlyHere, asOf }: Reported): AddedSheet {
  const born = (day: string | null) => (day && isUncertainDate(day) ? formatUncertainDate(day) : '')
  return {
    name: ownSheets.onlyHere.name, mark: ownSheets.onlyHere.title, title: `${ownSheets.onlyHere.title}, ${fillIn(words.asOf, { day: asOf })}`, headings: words.onlyHereHeadings,
    rows: onlyHere.map((person) => [person.fullName, born(person.bornOn), person.cell]),
  }
}

function notesSheet({ rows, findings, skipped, fileName, taken }: Reported): AddedSheet {
  const ofSheets = sheetFindings(rows, findings).map((each) => [each.sheet, String(each.row), fillIn(words.sheetFinding, { kind: findingKindNames[each.kind] }), each.message])
  const notRead = skipped.filter(({ kind }) => kind !== 'blank').map((each) => [each.sheet, String(each.row), fillIn(words.skipped, { kind: skippedNames[each.kind] ?? each.kind }), each.text ?? ''])
  return { name: ownSheets.notes.name, mark: ownSheets.notes.title, title: `${ownSheets.notes.title} ${fileName}: ${taken}`, headings: words.notesHeadings, rows: [...ofSheets, ...notRead] }
}

/** The workbook of a reading with its results, whether that reading is kept or not. */
export function reportOf(reported: Reported): Promise<Buffer> {
  const { bytes, fileName, rows, findings, sheets, nameOfCell } = reported
  return reportWorkbook(bytes, fileName, {
    rows: reportedRows(rows, findings, nameOfCell), headings: resultHeadings,
    headingRows: Object.fromEntries(sheets.map(({ name, headerRows }) => [name, headerRows])),
    added: [onlyHereSheet(reported), notesSheet(reported)],
  })
}

/**
 * The uploaded workbook with its results beside each row and the members that only the register has on a sheet of their own. Whoever may
 * take lists in may take it; it is numbered like every list that leaves. Refuses `importExport.notInState` while nothing was read.
 */
export async function takeImportReport(ctx: Ctx, input: { id: string }): Promise<FileAnswer> {
  const found = await loadImport(ctx.db, input.id)
  await ctx.authorise('importExport.write', { organisationId: found.organisationId })
  if (!found.preview || found.preview.outcome !== 'import' || found.state === 'reading') throw notInState({ state: stateNames[found.state] })
  const { preview } = found
  const asOf: PlainDate = preview.asOf ?? found.asOf ?? ctx.today
  const { nameByCode } = await registerBelow(ctx.db, found.organisationId, asOf)
  const rows = await listAllRows(ctx.db, found.id)
  const number = await recordExport(ctx, {
    event: 'importExport.reported', subject: { type: 'import', id: found.id }, organisationId: found.organisationId,
    facts: { reason: found.fileName, rows: rows.length },
  })
  const workbook = await reportOf({
    bytes: await ctx.files.read(found.contentHash), fileName: found.fileName, asOf, rows, findings: preview.findings, skipped: preview.skipped, sheets: preview.sheets,
    onlyHere: await onlyHereOf(ctx.db, { importId: found.id, scopeId: preview.scopeId ?? found.organisationId, on: asOf }),
    nameOfCell: (code) => nameByCode.get(code) ?? code, taken: fillIn(words.number, { number, name: ctx.actor.name, day: formatDay(ctx.today) }),
  })
  return new FileAnswer(workbook, XLSX, reportFileName(found.fileName))
}
