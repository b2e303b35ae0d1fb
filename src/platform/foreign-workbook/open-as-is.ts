import { createRequire } from 'node:module'
import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs'
import { storedArchive, type Archive } from './archive.ts'
import { openContainer } from './container.ts'
import type { ReadingLimits } from './limits.ts'
import { parseCsv, parseWithSheetJs } from './parse-sheetjs.ts'
import type { Sheet } from './sheets.ts'
import { rebuild } from './rebuild.ts'

const { Workbook: ExcelWorkbook } = createRequire(import.meta.url)('exceljs') as { Workbook: new () => Workbook }

// What looks or computes beside the cells is left behind: pictures, lists of choices, links, macros, other files.
const LEFT_OUT = ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts', 'sheetProtection']
const KEPT_PARTS = /^(_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/theme\/theme\d+\.xml|xl\/worksheets\/sheet\d+\.xml)$/

/** The stored value of a formula, or its text when the file kept none: a workbook that goes back computes nothing. */
function valueWithoutFormula(cell: Cell): CellValue {
  const { result } = cell
  return result === undefined || result === null ? `=${cell.formula}` : (result as CellValue)
}

const isNoDay = (value: CellValue): boolean => value instanceof Date && Number.isNaN(value.getTime())

function withoutFormulas(workbook: Workbook): Workbook {
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => {
      if (cell.formula) cell.value = valueWithoutFormula(cell)
      if (isNoDay(cell.value)) cell.value = '#####'
    }))
  workbook.definedNames.model = []
  return workbook
}

async function openXlsx(archive: Archive): Promise<Workbook> {
  const parts = archive.entries.filter(({ name }) => KEPT_PARTS.test(name)).map(({ name }) => ({ name, content: archive.content(name)! }))
  const workbook = new ExcelWorkbook()
  await workbook.xlsx.load(storedArchive(parts) as unknown as ArrayBuffer, { ignoreNodes: LEFT_OUT })
  return withoutFormulas(workbook)
}

/** A workbook that is to go back, and its sheets by the name they came with. */
export type Opened = { readonly workbook: Workbook; readonly sheetOf: ReadonlyMap<string, Worksheet> }

function openRebuilt(sheets: readonly Sheet[]): Opened {
  const workbook = new ExcelWorkbook()
  return { workbook, sheetOf: rebuild(workbook, sheets) }
}

/** The workbook with every cell as it was sent: an `.xlsx` with its looks, any other kind with its values, formats and merged cells. Throws `FileRefused`. */
export async function openAsIs(bytes: Buffer, fileName: string, limits: ReadingLimits): Promise<Opened> {
  const container = openContainer(bytes, fileName, limits)
  if (container.kind === 'csv') return openRebuilt(parseCsv(bytes))
  if (container.kind === 'sheetjs') return openRebuilt(parseWithSheetJs(bytes))
  try {
    const workbook = await openXlsx(container.archive)
    return { workbook, sheetOf: new Map(workbook.worksheets.map((sheet) => [sheet.name, sheet])) }
  } catch {
    // exceljs gives up on some workbooks that Excel opens; their cells come back without their looks.
    return openRebuilt(parseWithSheetJs(bytes))
  }
}
