import shared from 'exceljs/lib/utils/shared-formula.js'
import utilities from 'exceljs/lib/utils/utils.js'
import WorkbookXform from 'exceljs/lib/xlsx/xform/book/workbook-xform.js'
import RelationshipsXform from 'exceljs/lib/xlsx/xform/core/relationships-xform.js'
import WorksheetXform from 'exceljs/lib/xlsx/xform/sheet/worksheet-xform.js'
import SharedStringsXform from 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js'
import StylesXform from 'exceljs/lib/xlsx/xform/style/styles-xform.js'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Archive } from './archive.ts'
import { FORMULA, PlainRows, type CellModel, type FormulaModel, type RowModel } from './plain-rows.ts'
import { columnIndex } from './sheets.ts'

/** A sheet without its rows: they are handed on while it is read. */
export type SheetModel = {
  readonly name: string; readonly state?: string
  readonly mergeCells?: readonly string[]; readonly cols?: readonly { readonly min: number; readonly max: number; readonly hidden?: boolean }[]
}
export type Styles = { getStyleModel(id: number): { readonly numFmt?: string } | null }
/** What the cells of every sheet point into. */
export type Lists = { readonly styles: Styles | undefined; readonly sharedStrings: { getString(index: number): unknown } | undefined; readonly date1904: boolean }

/** A parser of exceljs: told of every node in turn; answers false when the node it reads ends. */
type Parser<M> = { readonly model: M; parseOpen(node: SaxesTagPlain): unknown; parseText(text: string): void; parseClose(name: string): boolean }
type ParsedCell = FormulaModel & { readonly type: number; readonly value?: unknown; readonly styleId?: number }
type ParsedRow = { readonly number: number; readonly hidden?: boolean; readonly cells: readonly (ParsedCell | undefined)[] }
type SheetParser = Parser<Omit<SheetModel, 'name' | 'state'>> & { readonly map: { readonly sheetData: { model: (ParsedRow | undefined)[] | null } } }
type WorkbookModel = { readonly sheets?: readonly { readonly name: string; readonly state?: string; readonly rId: string }[]; readonly properties: { readonly date1904?: boolean } }

// Only the parsers of the parts that are read: the whole library brings its writers and streams along, half a second of every thread.
const RelationshipsParser = RelationshipsXform as new () => Parser<readonly { readonly Id: string; readonly Target: string }[]>
const WorkbookParser = WorkbookXform as new () => Parser<WorkbookModel>
const StringsParser = SharedStringsXform as new () => Parser<unknown> & { readonly values: unknown[]; getString(index: number): unknown }
const StylesParser = StylesXform as new () => Parser<unknown> & Styles
const SheetParser = WorksheetXform as new (options: { ignoreNodes: readonly string[] }) => SheetParser

export const { slideFormula } = shared as { slideFormula(formula: string, from: string, to: string): string }
export const { isDateFmt, excelToDate } = utilities as { isDateFmt(format: string | undefined): boolean; excelToDate(value: number, date1904: boolean): Date }

// Lists of choices laid over whole columns would be spread over a million cells each; pictures and print settings are not read.
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts',
  'pageSetup', 'printOptions', 'headerFooter', 'rowBreaks', 'colBreaks', 'sheetProtection', 'autoFilter']

const CHUNK = 64 * 1024

/**
 * Has a parser read the text of a part, written to what this gives in pieces of any size. exceljs would do so itself, but gathers the nodes of every piece in
 * lists first, and keeps account of lines and columns that nobody asks for: a quarter of the whole reading.
 */
function writingTo(parser: Parser<unknown>): { write(piece: string): void } {
  const sax = new SaxesParser({ position: false, xmlns: false })
  let isOpen = true
  sax.on('error', (error) => { throw error })
  sax.on('opentag', (node) => { if (isOpen) parser.parseOpen(node) })
  sax.on('text', (content) => { if (isOpen) parser.parseText(content) })
  sax.on('closetag', ({ name }) => { if (isOpen) isOpen = parser.parseClose(name) })
  return { write: (piece) => { for (let at = 0; at < piece.length && isOpen; at += CHUNK) sax.write(piece.slice(at, at + CHUNK)) } }
}

function parse<P extends Parser<unknown>>(parser: P, text: string): P {
  writingTo(parser).write(text)
  return parser
}

export type RowTaker = { row(row: RowModel): void }

/** What stands in a text many times over: behind what the first begins, with what each ends, and the taking of one where it is plain (answers its end). */
type Plain = { readonly begins: RegExp; readonly ends: string; readonly take: (at: number) => number | undefined }

/** Where what may be plain begins; the end of the text when there may be a comment or the like, in which nothing is what it seems. */
function plainBegins(text: string, begins: RegExp): number {
  const found = text.includes('<!') ? null : begins.exec(text)
  return found ? found.index + found[0].length : text.length
}

/** Plain things are taken straight from the text; the parser reads what stands around them, and each that is not plain. `onPiece` is called behind every piece it reads. */
function parseAround(parser: Parser<unknown>, text: string, { begins, ends, take }: Plain, onPiece?: () => void): void {
  const parts = writingTo(parser)
  const parseUpTo = (from: number, end: number): number => {
    for (let at = from; at < end; at += CHUNK) {
      parts.write(text.slice(at, Math.min(end, at + CHUNK)))
      onPiece?.()
    }
    return end
  }
  const parseOne = (from: number): number => {
    const end = text.indexOf(ends, from)
    return parseUpTo(from, end < 0 ? text.length : end + ends.length)
  }
  for (let at = parseUpTo(0, plainBegins(text, begins)); at < text.length;) at = take(at) ?? parseOne(at)
}

/** Column of an address, counted from 1; a cell without one stands beside the cell before it. */
const columnOf = (address: string | undefined, before: number): number =>
  (address === undefined ? before + 1 : columnIndex(/^[A-Z]{1,3}/.exec(address)?.[0] ?? ''))

/** A row of the parser in the shape of the plain ones. */
function rowOf({ number, hidden, cells: parsedCells }: ParsedRow): RowModel {
  const cells: CellModel[] = []
  for (const cell of parsedCells)
    if (cell) cells.push({ column: columnOf(cell.address, cells.at(-1)?.column ?? 0), type: cell.type, value: cell.value, styleId: cell.styleId ?? 0, formula: cell.type === FORMULA ? cell : undefined })
  return { number, hidden: hidden === true, cells }
}

/** One sheet; each row is handed to the taker and forgotten, so that a long sheet is never held whole. */
function parseSheet(text: string, taker: RowTaker): Omit<SheetModel, 'name' | 'state'> {
  const parser = new SheetParser({ ignoreNodes: IGNORED_NODES })
  const plain = new PlainRows(text)
  const take = (at: number) => {
    const row = plain.rowAt(at)
    if (row) taker.row(row)
    return row && plain.end
  }
  parseAround(parser, text, { begins: /<sheetData>/, ends: '</row>', take }, () => { for (const row of parser.map.sheetData.model?.splice(0) ?? []) if (row) taker.row(rowOf(row)) })
  const { mergeCells, cols } = parser.model
  return { ...(mergeCells ? { mergeCells } : {}), ...(cols ? { cols } : {}) }
}

// Only signs that stand for themselves: neither `&`, `<` or `]`, which mean something to XML, nor the `_` of signs written by their number, nor what is no sign.
const PLAIN_STRING = /<si><t(?: xml:space="preserve")?>([ -%'-;=-\\^`-~\u00a0-\ud7ff\ue000-\ufffd]*)<\/t><\/si>/y

/** The list of strings; tens of thousands of them are only text. */
function parseStrings(text: string): Lists['sharedStrings'] {
  const parser = new StringsParser()
  const take = (at: number) => {
    PLAIN_STRING.lastIndex = at
    const found = PLAIN_STRING.exec(text)
    if (found) parser.values.push(found[1])
    return found ? PLAIN_STRING.lastIndex : undefined
  }
  parseAround(parser, text, { begins: /<sst(?: [^<>]*)?>/, ends: '</si>', take })
  return parser
}

const parsed = <P extends Parser<unknown>>(parser: P, text: string | undefined): P | undefined => (text === undefined ? undefined : parse(parser, text))

/**
 * Reads the sheets of an `.xlsx` in the order of their tabs with the parsers of exceljs. The workbook it would make of them — an object for every
 * cell — takes as much memory again and gives nothing more. `takerOf` gives what takes the rows of a sheet.
 */
export function readXlsxModel<T extends RowTaker>(archive: Archive, takerOf: (lists: Lists) => T): { model: SheetModel; taker: T }[] {
  const text = (name: string) => archive.content(name)?.toString('utf8')
  const strings = text('xl/sharedStrings.xml')
  const { model: workbook } = (parsed(new WorkbookParser(), text('xl/workbook.xml')))!
  const rels = parsed(new RelationshipsParser(), text('xl/_rels/workbook.xml.rels'))
  const targets = new Map(rels?.model.map(({ Id, Target }) => [Id, `xl/${Target.replace(/^(\s|\/xl\/)+/, '')}`]))
  const lists = {
    sharedStrings: strings === undefined ? undefined : parseStrings(strings), styles: parsed(new StylesParser(), text('xl/styles.xml')),
    date1904: workbook.properties.date1904 === true,
  }
  const sheets: { model: SheetModel; taker: T }[] = []
  for (const { name, state, rId } of workbook.sheets ?? []) {
    const part = targets.get(rId) ?? ''
    const content = /^xl\/worksheets\/sheet\d+\.xml$/.test(part) ? text(part) : undefined
    if (content === undefined) continue
    const taker = takerOf(lists)
    sheets.push({ model: { name, ...(state ? { state } : {}), ...parseSheet(content, taker) }, taker })
  }
  return sheets
}
