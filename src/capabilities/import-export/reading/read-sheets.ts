import { dayOf, fold, isPlainDate, type PlainDate } from '../../../kernel/index.ts'
import { applyAnswers, byExactness } from './answers.ts'
import { remarkDuplicates } from './checks.ts'
import { isTall, observeHabits, type TableHabits } from './habits.ts'
import { fitsLayout, layoutNameOf, readLayout, type Column, type SheetLayout, type Table } from './layout.ts'
import { findingMessage, refusalMessages } from './messages.vi.ts'
import type { AssignableField } from '../assignable-fields.ts'
import { Headings, type TaughtHeadings } from './taught-headings.ts'
import { OrganisationIndex } from './organisations.ts'
import { RowDraft, type RowContext } from './row-draft.ts'
import { oneSexColumn } from './read-person.ts'
import { readIdentifiers, readRest, remarkLeft } from './read-row.ts'
import { areProbationary } from './row-kinds.ts'
import type { Answer, Finding, LayoutName, ListHead, MemberListRefusal, ReadingOptions, ReadPart, RememberedColumn, SheetRole, SheetSummary } from './types.ts'
import type { FileRefusal } from '../../../platform/foreign-workbook/limits.ts'
import { isOwnSheet } from '../messages.vi.ts'
import { decodedSheet, isDecoded } from './old-letters.ts'
import { columnIndex, type Cell, type Sheet } from '../../../platform/foreign-workbook/sheets.ts'

export const refuse = (reason: FileRefusal): MemberListRefusal => ({ outcome: 'refuse', reason, message: refusalMessages[reason] })

const validDay = (year: string, month: string, day: string): PlainDate | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(text) ? dayOf(Number(year), Number(month), Number(day)) : undefined
}

/** The day the list speaks of: `tính đến ngày …` before the day of writing, the head of the sheet before its foot. */
function dayNamedIn(layouts: readonly SheetLayout[]): PlainDate | undefined {
  const stated = /(?:tinh den|den ngay|thoi diem|ngay chot)[^0-9]{0,40}?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})/
  const written = /ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})/
  const searches: readonly (readonly [RegExp, (layout: SheetLayout) => readonly string[]])[] = [
    [stated, (layout) => layout.preamble], [written, (layout) => layout.preamble], [stated, (layout) => layout.closing], [written, (layout) => layout.closing],
  ]
  for (const [pattern, texts] of searches)
    for (const text of layouts.flatMap(texts)) {
      const match = pattern.exec(fold(text))
      const day = match && validDay(match[3]!, match[2]!, match[1]!)
      if (day) return day
    }
  return undefined
}

const isDictionary = (sheet: Sheet): boolean => {
  const heads = sheet.rows[0]?.cells.filter(Boolean).map((cell) => fold(cell!.text)) ?? []
  return heads.length > 0 && heads.length <= 4 && heads.includes('ma') && heads.some((head) => head.startsWith('ten'))
}

/** Takes a list while it is read: its head first, then all its members part by part, and now and then how many of them were read, where one of whom only name and numbers are read counts half. */
export type ListTaker = { head(head: ListHead): void; part(part: ReadPart): void; progress(done: number, total: number): void }

const ROWS_IN_A_PART = 500
const STEPS_BETWEEN_TELLING = 500

/** A row of which only name and numbers are read. */
type OpenRow = { readonly draft: RowDraft; readonly habits: TableHabits; readonly context: RowContext }

class ListReader {
  /** Every row is read in two steps. */
  private steps = 0
  private readonly dataRows: number
  private readonly answers: readonly Answer[]
  private readonly organisations: OrganisationIndex
  private readonly asOf: PlainDate | undefined
  private readonly organisation: ListHead['organisation']
  private readonly layoutName: LayoutName
  private readonly sheetFindings: Finding[] = []

  constructor(private readonly sheets: readonly Sheet[], private readonly read: readonly SheetLayout[], private readonly options: ReadingOptions) {
    this.dataRows = read.reduce((sum, { tables }) => sum + tables.reduce((rows, { members }) => rows + members.length, 0), 0)
    this.answers = byExactness(options.answers ?? [])
    this.asOf = options.asOf ?? dayNamedIn(read)
    this.organisations = new OrganisationIndex(options.register, this.asOf)
    this.layoutName = options.layout ?? layoutNameOf(read[0]!.tables[0]!)
    this.organisation = this.findOrganisation()
  }

  private findOrganisation(): ListHead['organisation'] {
    const { organisation } = this.options
    if (organisation) {
      const given = this.organisations.findOrganisation(organisation, undefined)
      return given ? { code: given.code, from: 'given' } : undefined
    }
    const named = this.organisations.organisationIn(this.read.flatMap((layout) => layout.preamble))
    if (named) return { code: named.code, from: 'letterhead' }
    const alone = this.organisations.organisationOfCells([...this.cellNames()])
    return alone && { code: alone.code, from: 'cellNames' }
  }

  /** What stands for a cell beside or above the members. */
  private cellNames(): ReadonlySet<string> {
    const names = new Set<string>()
    for (const table of this.read.flatMap(({ tables }) => tables)) {
      const column = table.find('cellName')
      for (const { row, groups } of table.members) {
        if (column) names.add(row.cells[column.index]?.text.trim() ?? '')
        for (const group of groups) names.add(group)
      }
    }
    names.delete('')
    return names
  }

  get organisationCode(): string | undefined {
    return this.organisation?.code
  }

  /** Columns whose meaning was remembered, not said of this file. */
  private rememberedColumns(): RememberedColumn[] {
    const isStated = (sheet: string, letter: string) => this.options.columns?.some((each) => each.sheet === sheet && each.column === letter) ?? false
    return this.read.flatMap(({ sheet, tables }) => tables[0]!.columns.flatMap(({ letter, heading, meaning, isTaught }): RememberedColumn[] => {
      if (!isTaught || isStated(sheet.name, letter)) return []
      const field = !meaning || meaning.field === 'known' ? null : ([meaning.field, meaning.detail].filter(Boolean).join(':') as AssignableField)
      return [{ sheet: sheet.name, column: letter, heading, field }]
    }))
  }

  /** Reads the list once: who everybody is, then, row by row, the rest. */
  handOn(taker: ListTaker): void {
    const rows = this.read.flatMap((layout) => this.openRowsOf(layout, taker))
    remarkDuplicates(rows.map(({ draft }) => draft))
    taker.head(this.head())
    for (let start = 0; start < rows.length; start += ROWS_IN_A_PART) {
      const drafts = rows.slice(start, start + ROWS_IN_A_PART).map((row) => this.readToTheEnd(row, taker))
      taker.part({ rows: drafts.map((draft) => draft.close()), findings: drafts.flatMap((draft) => inColumnOrder(draft)) })
    }
  }

  private head(): ListHead {
    return {
      layout: this.layoutName,
      ...(this.asOf ? { asOf: this.asOf } : {}),
      ...(this.organisation ? { organisation: this.organisation } : {}),
      sheets: this.sheets.map((sheet) => this.summary(sheet)),
      remembered: this.rememberedColumns(),
      dataRows: this.dataRows,
      skipped: this.read.flatMap((layout) => layout.skipped),
      sheetFindings: this.sheetFindings,
    }
  }

  private readToTheEnd({ draft, habits, context }: OpenRow, taker: ListTaker): RowDraft {
    readRest(draft, habits, context)
    applyAnswers(draft, this.answers)
    // An answer may say of somebody that he is no more.
    remarkLeft(draft)
    this.tellStep(taker)
    return draft
  }

  private summary(sheet: Sheet): SheetSummary {
    const layout = this.read.find((each) => each.sheet === sheet || each.sheet.name === sheet.name)
    const role: SheetRole = layout ? 'list' : isDictionary(sheet) ? 'dictionary' : sheet.state === 'hidden' ? 'hidden' : 'no-list'
    return {
      name: sheet.name, state: sheet.state, role,
      headerRows: layout?.tables.flatMap((table) => table.headerRows) ?? [],
      columns: layout?.tables[0]?.columns.map((column) => `${column.letter} ${column.heading}`) ?? [],
      fields: layout?.tables[0]?.columns.map(({ meaning }) => (meaning && meaning.field !== 'known' ? meaning.field : null)) ?? [],
      head: layout ? firstRowsOf(sheet, layout) : [],
      dataRows: layout?.tables.reduce((sum, table) => sum + table.members.length, 0) ?? 0,
      skippedRows: layout?.skipped.length ?? 0,
    }
  }

  private openRowsOf(layout: SheetLayout, taker: ListTaker): OpenRow[] {
    if (layout.sheet.state === 'hidden') this.remarkSheet(layout, 'question', 'sheet.hidden')
    if (layout.beside.length > 0) this.remarkSheet(layout, 'question', 'sheet.table-beside', { columns: `${layout.beside[0]!.letter}–${layout.beside.at(-1)!.letter}` })
    this.remarkHiddenColumns(layout)
    this.remarkNamesWithoutAccents(layout)
    if (isDecoded(layout.sheet)) this.remarkSheet(layout, 'warning', 'sheet.old-letters')
    const organisation = this.organisations.organisations.find((each) => each.code === this.organisation?.code)
    const context: RowContext = {
      today: this.options.today, asOf: this.asOf, organisations: this.organisations, organisation, merges: layout.merges, cellOfSheet: this.cellOfSheet(layout),
      areProbationary: areProbationary(layout.preamble),
    }
    return layout.tables.flatMap((table) => this.openRowsOfTable(layout, table, context, taker))
  }

  private tellStep(taker: ListTaker): void {
    if (++this.steps % STEPS_BETWEEN_TELLING === 0) taker.progress(Math.floor(this.steps / 2), this.dataRows)
  }

  private remarkHiddenColumns(layout: SheetLayout): void {
    const hidden = layout.tables.flatMap(({ columns }) => columns.filter(({ letter, meaning }) => meaning && meaning.field !== 'known' && layout.sheet.hiddenColumns.includes(letter)))
    if (hidden.length > 0) this.remarkSheet(layout, 'warning', 'sheet.hidden-columns', { columns: [...new Set(hidden.map(({ letter, heading }) => `${letter} (${heading})`))].join(', ') })
  }

  /** A whole list without marks would put names into the register that nobody bears; one such name alone says nothing. */
  private remarkNamesWithoutAccents(layout: SheetLayout): void {
    const names = layout.tables.flatMap((table) => {
      const column = table.find('fullName')
      return column ? table.members.map(({ row }) => row.cells[column.index]?.text.trim() ?? '').filter((name) => name !== '') : []
    })
    if (names.length >= 2 && names.every((name) => /^[\x20-\x7e]+$/.test(name))) this.remarkSheet(layout, 'warning', 'sheet.no-accents')
  }

  private openRowsOfTable(layout: SheetLayout, table: Table, context: RowContext, taker: ListTaker): OpenRow[] {
    const habits = observeHabits(table, layout.merges, this.layoutName)
    const ofOneSex = oneSexColumn(table, habits)
    if (ofOneSex) this.remarkSheet(layout, 'warning', 'sheet.one-sex-column', { heading: ofOneSex.heading })
    const cells = new Map(layout.sheet.rows.map((row) => [row.number, row.cells]))
    return table.members.map((member) => {
      const valueOfMerged = (column: Column): Cell | undefined => {
        const range = layout.merges.rangeAt(member.row.number, column.index)
        return range && isTall(layout.merges, member.row.number, column.index) ? cells.get(range.top)?.[range.left] : member.row.cells[column.index]
      }
      const draft = new RowDraft(layout.sheet.name, member, valueOfMerged)
      readIdentifiers(draft, habits, context)
      this.tellStep(taker)
      return { draft, habits, context }
    })
  }

  /** A list of one cell names it above the headings or on the tab of its sheet. */
  private cellOfSheet(layout: SheetLayout): string | undefined {
    const organisation = this.organisations.organisations.find((each) => each.code === this.organisation?.code)
    const inHead = layout.preamble.flatMap((text) => cellsNamedIn(text.normalize('NFC').split(/[|\n]/)[0] ?? ''))
    return [...inHead, layout.sheet.name].find((name) => this.organisations.findByName(name, organisation).code !== undefined)
  }

  private remarkSheet(layout: SheetLayout, kind: 'question' | 'warning', code: string, facts: Readonly<Record<string, string>> = {}): void {
    this.sheetFindings.push({
      sheet: layout.sheet.name, row: layout.tables[0]!.headerRows[0]!, column: layout.beside[0]?.letter ?? 'A', heading: '', kind, code, raw: layout.sheet.name,
      message: findingMessage(code, facts),
    })
  }
}

/** `Chi bộ Thôn Khe`, `Chi bộ: Thôn Khe – Đảng bộ xã Suối`: what may be the name of a cell, with and without what stands behind the dash. */
function cellsNamedIn(text: string): string[] {
  const named = /chi bộ(?:\s*:\s*|\s+)(?!trực thuộc|cơ sở)([^\s:].*)$/iu.exec(text)?.[1]
  return named ? [named, named.split(/\s[-–]\s|[,;]/)[0]!].map((name) => `Chi bộ ${name}`) : []
}

const ROWS_SHOWN = 15

/** The top of a sheet as it stands, under the columns that have a heading. */
function firstRowsOf(sheet: Sheet, layout: SheetLayout): SheetSummary['head'] {
  const columns = layout.tables[0]!.columns
  return sheet.rows.filter((row) => row.number <= ROWS_SHOWN).map((row) => ({ row: row.number, cells: columns.map(({ index }) => (row.cells[index]?.text ?? '').slice(0, 80)) }))
}

const inColumnOrder = (draft: RowDraft): Finding[] =>
  draft.findings.map(({ finding }) => finding).sort((a, b) => columnIndex(a.column) - columnIndex(b.column))

/** The sheets that hold a list, their headings read as the sender means them. */
function layoutsOf(sheets: readonly Sheet[], options: ReadingOptions, taught?: TaughtHeadings): SheetLayout[] {
  const headings = new Headings(taught)
  const layoutOf = (sheet: Sheet) => readLayout(sheet, headings, options.columns)
  return sheets.filter((sheet) => !isOwnSheet(sheet.name, sheet.rows[0]?.cells[1]?.text ?? '')).map((sheet) => layoutOf(sheet) ?? layoutOf(decodedSheet(sheet)))
    .filter((layout): layout is SheetLayout => layout !== undefined && layout.tables.some((table) => table.members.length > 0))
}

/** Whose list it is decides what its headings mean; the list itself may say whose it is only once its headings are read. */
function layoutsOfSender(sheets: readonly Sheet[], options: ReadingOptions): SheetLayout[] {
  const { taught } = options
  const asThey = layoutsOf(sheets, options)
  if (!taught) return asThey
  const code = asThey.length > 0 ? new ListReader(sheets, asThey, options).organisationCode : undefined
  const ofSender = taught[code ?? ''] ?? taught['']
  return ofSender ? layoutsOf(sheets, options, ofSender) : asThey
}

/**
 * Reads the member lists of an opened workbook, and hands on what it finds; or answers why there is nothing to read. Hidden sheets with a list are
 * read too, with a question on the sheet; dictionaries and sheets without a list are only named.
 */
export function readSheets(sheets: readonly Sheet[], options: ReadingOptions, taker: ListTaker): MemberListRefusal | undefined {
  const wanted = options.sheet === undefined ? sheets : sheets.filter((sheet) => sheet.name === options.sheet)
  if (wanted.length === 0) return refuse(options.sheet === undefined ? 'file.empty' : 'file.no-such-sheet')
  const layouts = layoutsOfSender(wanted, options)
  if (layouts.length === 0) return refuse('file.no-list')
  const { layout } = options
  const read = layout ? layouts.filter(({ tables }) => fitsLayout(tables[0]!, layout)) : layouts
  if (read.length === 0) return refuse('file.other-layout')
  new ListReader(wanted, read, options).handOn(taker)
  return undefined
}
