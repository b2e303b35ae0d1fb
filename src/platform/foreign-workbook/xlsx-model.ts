import { createRequire } from 'node:module'
import type { Xlsx } from 'exceljs'
import { listArchive, storedArchive, unpack } from './archive.ts'
import type { ReadingLimits } from './limits.ts'

/** A cell as exceljs reads it, before it makes an object of its own for each. */
export type CellModel = {
  readonly address?: string; readonly type: number; readonly value?: unknown; readonly result?: unknown; readonly formula?: string
  readonly shareType?: string; readonly sharedFormula?: string; readonly style?: { readonly numFmt?: string }
}
export type RowModel = { readonly number: number; readonly hidden?: boolean; readonly cells: readonly CellModel[] }
export type SheetModel = {
  readonly id: number; readonly name: string; readonly state?: string; readonly rows: readonly RowModel[]
  readonly mergeCells?: readonly string[]; readonly cols?: readonly { readonly min: number; readonly max: number; readonly hidden?: boolean }[]
}
type WorkbookModel = { worksheets: SheetModel[]; sheets: { id: number }[] }
type Reader = Pick<Xlsx, 'load'>

const fromHere = createRequire(import.meta.url)

// Only the reader: the whole library brings its writers and streams along, half a second of every thread.
const XlsxReader = fromHere('exceljs/lib/xlsx/xlsx') as new (workbook: { model?: WorkbookModel }) => Reader
export const { slideFormula } = fromHere('exceljs/lib/utils/shared-formula') as { slideFormula(formula: string, from: string, to: string): string }

// Lists of choices laid over whole columns would be spread over a million cells each; pictures and print settings are not read.
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts',
  'pageSetup', 'printOptions', 'headerFooter', 'rowBreaks', 'colBreaks', 'sheetProtection', 'autoFilter']
const READ_PARTS = /^(_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/sheet\d+\.xml)$/

/** The parts that are read, unpacked by Node: in JavaScript it would take a quarter of the whole reading. */
function partsRead(bytes: Buffer, limits: ReadingLimits): Buffer {
  const entries = listArchive(bytes, limits).filter(({ name }) => READ_PARTS.test(name))
  return storedArchive(entries.map((entry) => ({ name: entry.name, content: unpack(bytes, entry) })))
}

/**
 * The sheets of an `.xlsx` in the order of their tabs, as the model that exceljs reads. The workbook it would make of it — an object
 * for every cell — takes as much memory again and gives nothing more.
 */
export async function readXlsxModel(bytes: Buffer, limits: ReadingLimits): Promise<SheetModel[]> {
  const holder: { model?: WorkbookModel } = {}
  await new XlsxReader(holder).load(partsRead(bytes, limits) as unknown as Parameters<Reader['load']>[0], { ignoreNodes: IGNORED_NODES })
  const { worksheets, sheets } = holder.model!
  const place = new Map(sheets.map(({ id }, i) => [id, i]))
  return worksheets.filter(({ id }) => place.has(id)).sort((a, b) => place.get(a.id)! - place.get(b.id)!)
}
