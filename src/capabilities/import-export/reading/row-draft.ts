import type { PlainDate } from '../../../kernel/index.ts'
import type { Field } from './headings.ts'
import { findingMessage } from './messages.vi.ts'
import type { Column, MemberRow } from './layout.ts'
import type { OrganisationIndex } from './organisations.ts'
import type { Finding, Raw, ReadFields, ReadRow, RegisteredOrganisation } from './types.ts'
import { error, tidied, warning, type Draft, type Reading } from './values/reading.ts'
import type { Cell, MergedCells } from '../../../platform/foreign-workbook/sheets.ts'

/** The place of a row in its file, as one text. */
export const rowKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string => `${sheet} ${row}`

/** A finding while its row is still open: it remembers which field an answer would fill. */
export type OpenFinding = { finding: Finding; readonly target?: keyof ReadFields }

/** All fields in one order, whatever is read first: of rows whose fields come in many orders the engine reads every field slowly. */
const nothingRead = (): Record<keyof ReadFields, undefined> => ({
  systemId: undefined, employeeCode: undefined, fullName: undefined, otherName: undefined, sex: undefined, bornOn: undefined, ethnicity: undefined,
  religion: undefined, identityNumber: undefined, oldIdentityNumber: undefined, cardNumber: undefined, newCardNumber: undefined, historyNumber: undefined,
  cardIssuedBy: undefined, cardIssuedOn: undefined, nativePlace: undefined, nativePlaceParts: undefined, residence: undefined, residenceParts: undefined,
  birthPlace: undefined, birthPlaceParts: undefined, cellCode: undefined, admittedOn: undefined, confirmedOn: undefined, probationary: undefined,
  isProbationStated: undefined, generalEducation: undefined, professionalEducation: undefined, professionalField: undefined, politicalTheory: undefined,
  positions: undefined, status: undefined, statusOn: undefined, statusDecision: undefined, phones: undefined, email: undefined, abroad: undefined,
  change: undefined, mark: undefined, note: undefined,
})

/** What a row needs to know of its list. */
export type RowContext = {
  readonly today: PlainDate
  readonly asOf: PlainDate | undefined
  readonly organisations: OrganisationIndex
  readonly organisation: RegisteredOrganisation | undefined
  /** Name of the cell the whole sheet speaks of, for lists without a column of cells. */
  readonly cellOfSheet: string | undefined
  /** Whether the title of the sheet says that its members are probationary, or full. */
  readonly areProbationary: boolean | undefined
  readonly merges: MergedCells
}

/** One member's row while it is read: its fields, its findings, and where the value of each field stands. */
export class RowDraft {
  readonly fields: ReadFields = nothingRead()
  readonly findings: OpenFinding[] = []
  nameAsWritten: string | undefined

  constructor(readonly sheet: string, readonly member: MemberRow, readonly valueOfMerged: (column: Column) => Cell | undefined) {}

  get number(): number {
    return this.member.row.number
  }

  column(field: Field, detail?: string): Column | undefined {
    return this.member.table.find(field, detail)
  }

  rawCell(column: Column | undefined): Cell | undefined {
    return column && this.member.row.cells[column.index]
  }

  text(field: Field): string | undefined {
    const column = this.column(field)
    const cell = column && this.cell(column).cell
    return (cell && tidied(cell.text)) || undefined
  }

  /**
   * The cell to be read. Of a formula that is its stored value, with a remark; `failed` when it has none, so that nothing is called missing.
   */
  cell(column: Column | undefined): { cell: Cell | undefined; failed: boolean } {
    const cell = this.rawCell(column)
    if (!column || !cell) return { cell: undefined, failed: false }
    if (cell.kind !== 'formula' && cell.kind !== 'error') return { cell, failed: false }
    const kept = cell.kind === 'formula' ? cell.cached : cell
    if (!kept) return this.failedFormula(column, 'formula.no-value', {})
    if (kept.kind === 'error') return this.failedFormula(column, 'formula.error', { error: String(kept.value) })
    this.note(column, warning('formula.cached', { value: kept.value }))
    return { cell: { ...cell, kind: kept.kind, value: kept.value }, failed: false }
  }

  private failedFormula(column: Column, code: string, facts: Readonly<Record<string, string>>): { cell: undefined; failed: true } {
    this.note(column, error(code, facts))
    return { cell: undefined, failed: true }
  }

  /** Records a finding once; a formula read for two purposes is remarked once. */
  note(column: Column | undefined, draft: Draft | undefined, target?: keyof ReadFields): void {
    if (!draft || this.findings.some(({ finding }) => finding.code === draft.code && finding.column === (column?.letter ?? 'A'))) return
    const cell = (column && this.member.marks?.get(column.index)) ?? this.rawCell(column)
    const raw: Raw = cell?.value ?? null
    const finding: Finding = {
      sheet: this.sheet, row: this.number, column: column?.letter ?? 'A', heading: column?.heading ?? '', kind: draft.kind, code: draft.code, raw,
      ...(cell?.cached ? { cached: cell.cached.value } : {}),
      ...(draft.read === undefined ? {} : { read: draft.read }), ...(draft.choices ? { choices: draft.choices } : {}),
      message: findingMessage(draft.code, draft.facts ?? {}),
    }
    this.findings.push({ finding, ...(target ? { target } : {}) })
  }

  /** Notes the finding of a reading and hands on its value. */
  take<T>(column: Column | undefined, reading: Reading<T>, target?: keyof ReadFields): T | undefined {
    this.note(column, reading.finding, target)
    return reading.read
  }

  has(...codes: string[]): boolean {
    return this.findings.some(({ finding }) => codes.includes(finding.code))
  }

  /** Every cell of the row as it stands there, by the letter of its column. */
  private written(): Record<string, string> {
    return Object.fromEntries(this.member.table.columns.flatMap((column) => { const text = this.rawCell(column)?.text; return text ? [[column.letter, text]] : [] }))
  }

  /** The row as it is handed on; what says nothing is undefined in it. */
  close(): ReadRow {
    const waiting = this.findings.some(({ finding }) => (finding.kind === 'error' || finding.kind === 'question') && finding.answer === undefined)
    const { fullName, systemId } = this.fields
    return { sheet: this.sheet, row: this.number, fields: this.fields, nameAsWritten: fullName ? undefined : this.nameAsWritten, written: systemId ? this.written() : undefined, waiting }
  }
}
