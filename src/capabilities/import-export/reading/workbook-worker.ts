import { parentPort } from 'node:worker_threads'
import { parseWorkbook } from '../../../platform/foreign-workbook/parse-workbook.ts'
import { FileRefused } from '../../../platform/foreign-workbook/limits.ts'
import type { Part, Telling } from '../../../platform/foreign-workbook/worker.ts'
import { readSheets, refuse, type ListTaker } from './read-sheets.ts'
import type { HandedOn, ReadingAnswer, ReadingTask } from './workbook.ts'

const tell = (message: Telling | Part): void => parentPort!.postMessage(message)
const handOn = (handed: HandedOn): void => tell({ partAsJson: JSON.stringify(handed) })

const taker: ListTaker = { head: (head) => handOn({ head }), part: handOn, progress: (rowsRead, rowsInAll) => tell({ rowsRead, rowsInAll }) }

async function perform(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    const sheets = await parseWorkbook(Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength), task.fileName, task.limits)
    return task.options ? { refusal: readSheets(sheets, task.options, taker) } : { sheets }
  } catch (error) {
    if (error instanceof FileRefused) return { refusal: refuse(error.reason) }
    throw error
  }
}

parentPort!.once('message', async (task: ReadingTask) => parentPort!.postMessage(await perform(task)))
