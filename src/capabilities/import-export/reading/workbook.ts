import { refuse } from './read-sheets.ts'
import type { MemberListOutcome, MemberListRefusal, ReadingOptions, ReadRow } from './types.ts'
import { makeReady, runInWorker, type Watch } from '../../../platform/foreign-workbook/worker.ts'
import { defaultLimits, type ReadingLimits } from '../../../platform/foreign-workbook/limits.ts'
import type { Sheet } from '../../../platform/foreign-workbook/sheets.ts'

export type ReadingTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: ReadingLimits; readonly options?: ReadingOptions }
/**
 * The outcome comes as JSON: of ten thousand members that is taken apart in a third of the time that the clone of so many objects takes. Its rows come
 * ahead of it in parts, so that each is taken apart while the next is put together.
 */
export type ReadingAnswer = { readonly outcomeAsJson: string } | { readonly sheets: readonly Sheet[] }

const readingThread = new URL('./workbook-worker.ts', import.meta.url)

/** To be called when a workbook has come that will be read soon: the thread that reads it loads its libraries meanwhile. */
export const makeReadyToRead = (): void => makeReady(readingThread)

async function runReadingTask(task: ReadingTask, watch?: Watch): Promise<MemberListOutcome | { readonly sheets: readonly Sheet[] }> {
  const rows: ReadRow[] = []
  const answer = await runInWorker<ReadingAnswer>(readingThread, task, { ...watch, onPart: ({ partAsJson }) => rows.push(...(JSON.parse(partAsJson) as ReadRow[])) })
  if ('refused' in answer) return refuse(answer.refused)
  if ('sheets' in answer) return answer
  const outcome = JSON.parse(answer.outcomeAsJson) as MemberListOutcome
  return outcome.outcome === 'refuse' ? outcome : { ...outcome, rows }
}

function taskOf(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits>, options?: ReadingOptions): ReadingTask {
  return { bytes, fileName, limits: { ...defaultLimits, ...limits }, ...(options ? { options } : {}) }
}

/**
 * Opens a foreign workbook in a worker with limits of time, memory and unpacked size. The kind is told by the bytes;
 * the file name only tells text tables apart. Gives the sheets or the refusal with its reason.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits> = {}): Promise<readonly Sheet[] | MemberListRefusal> {
  const answer = await runReadingTask(taskOf(bytes, fileName, limits))
  return 'outcome' in answer ? (answer as MemberListRefusal) : answer.sheets
}

/**
 * Reads the member lists of a file: what layout it has, which rows are members, what stands in them and what has to be asked.
 * Nothing is made up and nothing is dropped without a line. The whole reading runs in the worker, so a list of 10,000 does not hold up the server.
 * `asOf` is the day the list speaks of when a person stated one; otherwise the day written in the file counts, and without either
 * nothing is called overdue. Refused files come back as `outcome: 'refuse'` with a `file.…` reason; nothing is thrown for a bad file.
 * `watch` is told how many rows were read so far, and calls the reading off (rejected with the reason of its signal).
 */
export async function readMemberList(bytes: Uint8Array, fileName: string, options: ReadingOptions, limits: Partial<ReadingLimits> = {}, watch?: Watch): Promise<MemberListOutcome> {
  const answer = await runReadingTask(taskOf(bytes, fileName, limits, options), watch)
  if ('outcome' in answer) return answer
  throw new Error('The reading worker answered with sheets')
}
