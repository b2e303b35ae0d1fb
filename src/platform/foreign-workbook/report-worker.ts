import { parentPort } from 'node:worker_threads'
import { writeReport } from './write-report.ts'
import type { ReportTask } from './report-types.ts'
import { FileRefused } from './limits.ts'

async function perform(task: ReportTask) {
  try {
    const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength)
    return { workbook: await writeReport(bytes, task) }
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.reason }
    throw error
  }
}

parentPort!.once('message', async (task: ReportTask) => parentPort!.postMessage(await perform(task)))
