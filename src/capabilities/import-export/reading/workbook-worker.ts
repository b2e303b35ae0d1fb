import { parentPort } from 'node:worker_threads'
import { parseWorkbook } from '../../../platform/foreign-workbook/parse-workbook.ts'
import { FileRefused } from '../../../platform/foreign-workbook/limits.ts'
import { readSheets, refuse } from './read-sheets.ts'
import type { MemberListOutcome } from './types.ts'
import type { ReadingAnswer, ReadingTask } from './workbook.ts'

const ROWS_IN_A_PART = 500

/** Sends the rows of a reading ahead, and answers the rest of it. */
function answerOf(outcome: MemberListOutcome): ReadingAnswer {
  const rows = outcome.outcome === 'refuse' ? [] : outcome.rows
  for (let start = 0; start < rows.length; start += ROWS_IN_A_PART) parentPort!.postMessage({ partAsJson: JSON.stringify(rows.slice(start, start + ROWS_IN_A_PART)) })
  return { outcomeAsJson: JSON.stringify({ ...outcome, rows: [] }) }
}

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
