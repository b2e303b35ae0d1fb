import { defaultLimits, refusalMessages, type ReadingLimits } from '../reading/index.ts'
import { runInWorker } from '../reading/worker.ts'
import { reportNotMade } from '../errors.ts'
import type { Report, ReportAnswer, ReportTask } from './types.ts'

/**
 * The uploaded workbook once more, as `.xlsx`: every cell as it was, and beside each member's row what became of it. Formulas come back as
 * their stored values (or as text, when the file kept none), macros and links to other files not at all: nothing in it computes.
 * Opened and written in a worker with the limits of a reading; refuses with `importExport.reportNotMade`.
 */
export async function reportWorkbook(bytes: Uint8Array, fileName: string, report: Report, limits: Partial<ReadingLimits> = {}): Promise<Buffer> {
  const task: ReportTask = { ...report, bytes, fileName, limits: { ...defaultLimits, ...limits } }
  const answer = await runInWorker<ReportAnswer>(new URL('./report-worker.ts', import.meta.url), task)
  if ('refused' in answer) throw reportNotMade({ reason: refusalMessages[answer.refused] })
  return Buffer.from(answer.workbook.buffer, answer.workbook.byteOffset, answer.workbook.byteLength)
}
