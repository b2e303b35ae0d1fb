import { fold, formatUncertainDate, isUncertainDate } from '../../../kernel/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { fieldNames, reportWords as words, resultNames, valueNames, findingKindNames } from '../messages.vi.ts'
import type { Change, Outcome, RegisterValues } from '../matching.ts'
import type { Finding } from '../reading/index.ts'
import type { ReportedRow } from '../../../platform/foreign-workbook/report-types.ts'

/** One row of an import as the report tells of it. */
export type RowToReport = {
  readonly sheet: string; readonly row: number; readonly outcome: Outcome; readonly values: RegisterValues; readonly changes: readonly Change[]
  /** A sure reading of it is not accepted yet. */
  readonly waits: boolean
  readonly written: boolean
}
export type FindingToReport = Finding & { readonly settled?: boolean }

/** Fields that are covered in lists: what the register has in them is not told to whoever gets the workbook. */
const COVERED: ReadonlySet<string> = new Set(['identityNumber', 'oldIdentityNumber', 'religion'])

export type NameOfCell = (code: string) => string

function valueText(field: string, value: string | null, nameOfCell: NameOfCell): string {
  if (value === null || value === '') return words.nothing
  if (field === 'cellCode') return nameOfCell(value)
  return isUncertainDate(value) && field.endsWith('On') ? formatUncertainDate(value) : (valueNames[value] ?? value)
}

function changeText({ field, old, new: wanted }: Change, nameOfCell: NameOfCell): string {
  const facts = { field: fieldNames[field] ?? field, old: COVERED.has(field) && old ? words.covered : valueText(field, old, nameOfCell), new: valueText(field, wanted, nameOfCell) }
  return fillIn(words.change, facts)
}

function findingText({ kind, column, heading, message, answer, settled }: FindingToReport): string {
  const place = heading ? fillIn(words.columnNamed, { column, heading }) : fillIn(words.column, { column })
  const end = answer !== undefined ? fillIn(words.answered, { answer: answer === null ? words.leftBlank : (valueNames[String(answer)] ?? String(answer)) }) : settled ? words.accepted : ''
  return `${findingKindNames[kind]}, ${place}: ${message}${end}`
}

/** Why a row without a finding of its own was not taken, or what became of it. */
function closingWords({ outcome, waits, written }: RowToReport, findings: readonly FindingToReport[]): string[] {
  if (written) return [words.written]
  const isOpen = findings.some((each) => each.kind === 'question' && !each.settled)
  if (outcome === 'doubtful' && !isOpen) return [words.doubtfulMatch]
  return waits && (outcome === 'new' || outcome === 'changed') ? [words.waits] : []
}

function reportedRow(row: RowToReport, findings: readonly FindingToReport[], nameOfCell: NameOfCell): ReportedRow {
  const remarks = [...findings.map(findingText), ...row.changes.map((change) => changeText(change, nameOfCell)), ...closingWords(row, findings)]
  const read = Object.entries(row.values).filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => `${fieldNames[field] ?? field}: ${valueText(field, value, nameOfCell)}`)
  return { sheet: row.sheet, row: row.row, result: resultNames[row.outcome], remarks: remarks.join('\n'), read: read.join('; ') }
}

const placeOf = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}\n${row}`

/** What is said beside every member's row: what became of it, each finding in plain words with its column, and what was read. */
export function reportedRows(rows: readonly RowToReport[], findings: readonly FindingToReport[], nameOfCell: NameOfCell): ReportedRow[] {
  const byRow = new Map<string, FindingToReport[]>()
  for (const finding of findings) byRow.set(placeOf(finding), [...(byRow.get(placeOf(finding)) ?? []), finding])
  return rows.map((row) => reportedRow(row, byRow.get(placeOf(row)) ?? [], nameOfCell))
}

/** Findings that stand on no member's row: those of a whole sheet. */
export const sheetFindings = (rows: readonly RowToReport[], findings: readonly FindingToReport[]): FindingToReport[] => {
  const members = new Set(rows.map(placeOf))
  return findings.filter((finding) => !members.has(placeOf(finding)))
}

/** `Danh sách xã.xls` becomes `Danh sách xã - kết quả.xlsx`; a returned workbook that is returned again keeps its name. */
export function reportFileName(fileName: string): string {
  const stem = fileName.replace(/\.[a-z]{3,4}$/i, '')
  return fold(stem).endsWith(fold(words.fileEnd)) ? `${stem}.xlsx` : `${stem} - ${words.fileEnd}.xlsx`
}
