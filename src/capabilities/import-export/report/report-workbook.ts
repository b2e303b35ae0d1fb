import { defaultLimits, refusalMessages, type ReadingLimits } from '../reading/index.ts'
import { reportWorker, runInWorker } from '../../../platform/foreign-workbook/worker.ts'
import { reportNotMade } from '../errors.ts'
import type { Report, ReportAnswer, ReportTask } from '../../../platform/foreign-workbook/report-types.ts'

/**
 * The uploaded workbook once more, as `.xlsx`: every cell as it was, and beside each member's row what became of it. Formulas come back as
 * their stored values (or as text, when the file kept none), macros and links to other files not at all: nothing in it computes.
 * Opened and written in a worker with the limits of a reading; refuses with `importExport.reportNotMade`.
 */
export async function reportWorkbook(bytes: Uint8Array, fileName: string, report: Report, limits: Partial<ReadingLimits> = {}): Promise<Buffer> {
  const task: ReportTask = { ...report, bytes, fileName, limits: { ...defaultLimits, ...limits } }
  const answer = await runInWorker<ReportAnswer>(reportWorker, task)
  if ('refused' in answer) throw reportNotMade({ reason: refusalMessages[answer.refused] })
  return Buffer.from(answer.workbook.buffer, answer.workbook.byteOffset, answer.workbook.byteLength)
}
