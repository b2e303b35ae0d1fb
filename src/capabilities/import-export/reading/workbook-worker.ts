import { parentPort } from 'node:worker_threads'
import { parseWorkbook } from '../../../platform/foreign-workbook/parse-workbook.ts'
import { FileRefused } from '../../../platform/foreign-workbook/limits.ts'
import { readSheets, refuse } from './read-sheets.ts'
import type { MemberListOutcome } from './types.ts'
import type { ReadingAnswer, ReadingTask } from './workbook.ts'

const answerOf = (outcome: MemberListOutcome): ReadingAnswer => ({ outcomeAsJson: JSON.stringify(outcome) })

async function perform(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    const sheets = await parseWorkbook(Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength), task.fileName, task.limits)
    return task.options ? answerOf(readSheets(sheets, task.options, (rowsRead, rowsInAll) => parentPort!.postMessage({ rowsRead, rowsInAll }))) : { sheets }
  } catch (error) {
    if (error instanceof FileRefused) return answerOf(refuse(error.reason))
    throw error
  }
}

parentPort!.once('message', async (task: ReadingTask) => parentPort!.postMessage(await perform(task)))
