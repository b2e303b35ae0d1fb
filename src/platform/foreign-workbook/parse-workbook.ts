import { openContainer } from './container.ts'
import { FileRefused, type ReadingLimits } from './limits.ts'
import { parseXlsx } from './parse-xlsx.ts'
import { parseCsv, parseWithSheetJs } from './parse-sheetjs.ts'
import type { Sheet } from './sheets.ts'

/** Opens a workbook in this thread. Only the reading worker calls it: a foreign file never runs beside the server. */
export async function parseWorkbook(bytes: Buffer, fileName: string, limits: ReadingLimits): Promise<Sheet[]> {
  const container = openContainer(bytes, fileName, limits)
  if (container.kind === 'csv') return parseCsv(bytes)
  if (container.kind === 'sheetjs') return parseWithSheetJs(bytes)
  try {
    return parseXlsx(container.archive)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    // exceljs gives up on some workbooks that Excel opens (drawings or tables it does not expect); the other reader is more tolerant.
    return parseWithSheetJs(bytes)
  }
}
