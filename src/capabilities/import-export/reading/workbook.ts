import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web'
import { refuse } from './read-sheets.ts'
import { rowKey } from './row-draft.ts'
import type { Finding, ListHead, MemberListOutcome, MemberListReading, MemberListRefusal, ReadingOptions, ReadPart, ReadRow } from './types.ts'
import { makeReady, runInWorker, type Part, type Watch } from '../../../platform/foreign-workbook/worker.ts'
import { defaultLimits, FileRefused, type ReadingLimits } from '../../../platform/foreign-workbook/limits.ts'
import type { Sheet } from '../../../platform/foreign-workbook/sheets.ts'

export type ReadingTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: ReadingLimits; readonly options?: ReadingOptions }
/** What comes of a list before the answer, as JSON: of ten thousand members that is taken apart in a third of the time that the clone of so many objects takes. */
export type HandedOn = { readonly head: ListHead } | ReadPart
export type ReadingAnswer = { readonly refusal: MemberListRefusal | undefined } | { readonly sheets: readonly Sheet[] }

/** A list of which the head is known, and whose members come part by part as they are read. A refusal on the way is thrown as `FileRefused`. */
export type RunningList = ListHead & { readonly outcome: 'import'; readonly parts: AsyncIterable<ReadPart> }

const readingThread = new URL('./workbook-worker.ts', import.meta.url)

/** To be called when a workbook has come that will be read soon: the thread that reads it loads its libraries meanwhile. */
export const makeReadyToRead = (): void => makeReady(readingThread)

function taskOf(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits>, options?: ReadingOptions): ReadingTask {
  return { bytes, fileName, limits: { ...defaultLimits, ...limits }, ...(options ? { options } : {}) }
}

/**
 * Opens a foreign workbook in a worker with limits of time, memory and unpacked size. The kind is told by the bytes;
 * the file name only tells text tables apart. Gives the sheets or the refusal with its reason.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits> = {}): Promise<readonly Sheet[] | MemberListRefusal> {
  const answer = await runInWorker<ReadingAnswer>(readingThread, taskOf(bytes, fileName, limits))
  if ('refused' in answer) return refuse(answer.refused)
  if ('sheets' in answer) return answer.sheets
  if (answer.refusal) return answer.refusal
  throw new Error('The reading worker answered without sheets')
}

/**
 * Begins to read the member lists of a file: what layout it has, which rows are members, what stands in them and what has to be asked.
 * Nothing is made up and nothing is dropped without a line. The whole reading runs in the worker, so a list of 10,000 does not hold up the server.
 * `asOf` is the day the list speaks of when a person stated one; otherwise the day written in the file counts, and without either
 * nothing is called overdue. Refused files come back as `outcome: 'refuse'` with a `file.…` reason; nothing is thrown for a bad file
 * before its head is known. `watch` is told how many rows were read so far, and calls the reading off (rejected with the reason of its signal).
 */
export function beginMemberList(bytes: Uint8Array, fileName: string, options: ReadingOptions, limits: Partial<ReadingLimits> = {}, watch?: Watch): Promise<RunningList | MemberListRefusal> {
  return new Promise((resolve, reject) => {
    let taking: ReadableStreamDefaultController<ReadPart>
    const parts = new ReadableStream<ReadPart>({ start(controller) { taking = controller } })
    const onPart = ({ partAsJson }: Part) => {
      const handed = JSON.parse(partAsJson) as HandedOn
      if ('head' in handed) resolve({ ...handed.head, outcome: 'import', parts })
      else taking.enqueue(handed)
    }
    // Once the head is known, what ends the reading is told to whoever goes through the parts.
    const refused = (refusal: MemberListRefusal) => { resolve(refusal); taking.error(new FileRefused(refusal.reason)) }
    runInWorker<ReadingAnswer>(readingThread, taskOf(bytes, fileName, limits, options), { ...watch, onPart }).then((answer) => {
      if ('refused' in answer) refused(refuse(answer.refused))
      else if ('refusal' in answer && answer.refusal) refused(answer.refusal)
      else taking.close()
    }, (error: unknown) => { reject(error); taking.error(error) })
  })
}

/** What comes of going through the parts of a list, or the refusal on the way. */
export async function orRefusal<T>(goThrough: () => Promise<T>): Promise<T | MemberListRefusal> {
  try {
    return await goThrough()
  } catch (error) {
    if (error instanceof FileRefused) return refuse(error.reason)
    throw error
  }
}

/** All parts in one. */
export async function gathered(parts: AsyncIterable<ReadPart>): Promise<ReadPart> {
  const [rows, findings]: [ReadRow[], Finding[]] = [[], []]
  for await (const part of parts) {
    rows.push(...part.rows)
    findings.push(...part.findings)
  }
  return { rows, findings }
}

async function wholeList({ parts, sheetFindings, ...head }: RunningList): Promise<MemberListReading> {
  const { rows, findings: ofRows } = await gathered(parts)
  const findings = [...sheetFindings, ...ofRows]
  const remarked = new Set(findings.map(rowKey))
  return { ...head, rows, findings, cleanRows: rows.filter((row) => !remarked.has(rowKey(row))).length }
}

/** `beginMemberList` and its parts in one: the list read to its end. */
export async function readMemberList(...file: Parameters<typeof beginMemberList>): Promise<MemberListOutcome> {
  const list = await beginMemberList(...file)
  return list.outcome === 'refuse' ? list : orRefusal(() => wholeList(list))
}
