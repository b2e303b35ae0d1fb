import shared from 'exceljs/lib/utils/shared-formula.js'
import utilities from 'exceljs/lib/utils/utils.js'
import WorkbookXform from 'exceljs/lib/xlsx/xform/book/workbook-xform.js'
import RelationshipsXform from 'exceljs/lib/xlsx/xform/core/relationships-xform.js'
import WorksheetXform from 'exceljs/lib/xlsx/xform/sheet/worksheet-xform.js'
import SharedStringsXform from 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js'
import StylesXform from 'exceljs/lib/xlsx/xform/style/styles-xform.js'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Archive } from './archive.ts'

/** A cell as exceljs reads it from a sheet: strings and styles are still places in the lists of the workbook. */
export type CellModel = {
  readonly address?: string; readonly type: number; readonly value?: unknown; readonly result?: unknown; readonly formula?: string
  readonly shareType?: string; readonly ref?: string; readonly si?: string; readonly styleId?: number
}
export type RowModel = { readonly number: number; readonly hidden?: boolean; readonly cells: readonly (CellModel | undefined)[] }
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
type SheetParser = Parser<Omit<SheetModel, 'name' | 'state'>> & { readonly map: { readonly sheetData: { model: (RowModel | undefined)[] | null } } }
type WorkbookModel = { readonly sheets?: readonly { readonly name: string; readonly state?: string; readonly rId: string }[]; readonly properties: { readonly date1904?: boolean } }

// Only the parsers of the parts that are read: the whole library brings its writers and streams along, half a second of every thread.
const RelationshipsParser = RelationshipsXform as new () => Parser<readonly { readonly Id: string; readonly Target: string }[]>
const WorkbookParser = WorkbookXform as new () => Parser<WorkbookModel>
const StringsParser = SharedStringsXform as new () => Parser<unknown> & NonNullable<Lists['sharedStrings']>
const StylesParser = StylesXform as new () => Parser<unknown> & Styles
const SheetParser = WorksheetXform as new (options: { ignoreNodes: readonly string[] }) => SheetParser

export const { slideFormula } = shared as { slideFormula(formula: string, from: string, to: string): string }
export const { isDateFmt, excelToDate } = utilities as { isDateFmt(format: string | undefined): boolean; excelToDate(value: number, date1904: boolean): Date }

// Lists of choices laid over whole columns would be spread over a million cells each; pictures and print settings are not read.
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts',
  'pageSetup', 'printOptions', 'headerFooter', 'rowBreaks', 'colBreaks', 'sheetProtection', 'autoFilter']

const CHUNK = 64 * 1024

/**
 * Has a parser read the text of a part. exceljs would do so itself, but gathers the nodes of every piece in lists first, and keeps account of lines and
 * columns that nobody asks for: a quarter of the whole reading. `onPiece` is called now and then while it reads.
 */
function parse<P extends Parser<unknown>>(parser: P, text: string, onPiece?: () => void): P {
  const sax = new SaxesParser({ position: false, xmlns: false })
  let isOpen = true
  sax.on('error', (error) => { throw error })
  sax.on('opentag', (node) => { if (isOpen) parser.parseOpen(node) })
  sax.on('text', (content) => { if (isOpen) parser.parseText(content) })
  sax.on('closetag', ({ name }) => { if (isOpen) isOpen = parser.parseClose(name) })
  for (let at = 0; at < text.length && isOpen; at += CHUNK) {
    sax.write(text.slice(at, at + CHUNK))
    onPiece?.()
  }
  return parser
}

export type RowTaker = { row(row: RowModel): void }

/** One sheet; each row is handed to the taker and forgotten, so that a long sheet is never held whole. */
function parseSheet(text: string, taker: RowTaker): Omit<SheetModel, 'name' | 'state'> {
  const parser = new SheetParser({ ignoreNodes: IGNORED_NODES })
  const handOn = () => { for (const row of parser.map.sheetData.model?.splice(0) ?? []) if (row) taker.row(row) }
  const { mergeCells, cols } = parse(parser, text, handOn).model
  return { ...(mergeCells ? { mergeCells } : {}), ...(cols ? { cols } : {}) }
}

const parsed = <P extends Parser<unknown>>(parser: P, text: string | undefined): P | undefined => (text === undefined ? undefined : parse(parser, text))

/**
 * Reads the sheets of an `.xlsx` in the order of their tabs with the parsers of exceljs. The workbook it would make of them — an object for every
 * cell — takes as much memory again and gives nothing more. `takerOf` gives what takes the rows of a sheet.
 */
export function readXlsxModel<T extends RowTaker>(archive: Archive, takerOf: (lists: Lists) => T): { model: SheetModel; taker: T }[] {
  const text = (name: string) => archive.content(name)?.toString('utf8')
  const { model: workbook } = (parsed(new WorkbookParser(), text('xl/workbook.xml')))!
  const rels = parsed(new RelationshipsParser(), text('xl/_rels/workbook.xml.rels'))
  const targets = new Map(rels?.model.map(({ Id, Target }) => [Id, `xl/${Target.replace(/^(\s|\/xl\/)+/, '')}`]))
  const lists = {
    sharedStrings: parsed(new StringsParser(), text('xl/sharedStrings.xml')), styles: parsed(new StylesParser(), text('xl/styles.xml')),
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
