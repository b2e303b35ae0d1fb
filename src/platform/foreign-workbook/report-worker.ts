import { parentPort, workerData } from 'node:worker_threads'
import { writeReport } from './write-report.ts'
import type { ReportTask } from './report-types.ts'
import { FileRefused } from './limits.ts'

const task = workerData as ReportTask

try {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength)
  parentPort!.postMessage({ workbook: await writeReport(bytes, task) })
} catch (error) {
  if (!(error instanceof FileRefused)) throw error
  parentPort!.postMessage({ refused: error.reason })
}
