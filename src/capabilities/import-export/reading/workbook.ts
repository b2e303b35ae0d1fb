import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { refuse } from './read-sheets.ts'
import type { MemberListOutcome, MemberListRefusal, ReadingOptions } from './types.ts'
import { defaultLimits, type FileRefusal, type ReadingLimits } from './workbook/limits.ts'
import type { Sheet } from './workbook/sheets.ts'

export type ReadingTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: ReadingLimits; readonly options?: ReadingOptions }
export type ReadingAnswer = { readonly outcome: MemberListOutcome } | { readonly sheets: readonly Sheet[] }

/**
 * The worker's own file. Bundled, it is `workbook-worker.js` beside the bundle or above its chunks (esbuild needs it as an entry point of its own);
 * from source it is the `.ts` sibling, which a thread can only run after it has loaded tsx itself: Node 20 does not hand the loaders of
 * the main thread (or of vitest) on to a worker.
 */
function workerSource(): { source: URL | string; eval: boolean } {
  const bundled = ['./workbook-worker.js', '../workbook-worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (bundled) return { source: bundled, eval: false }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href
  const worker = new URL('./workbook-worker.ts', import.meta.url).href
  return { source: `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(worker)}) })`, eval: true }
}

// Most of what a reading makes is soon forgotten; with room for it the collector runs seldom.
const YOUNG_GENERATION_MB = 64

function startWorker(task: ReadingTask): Worker {
  const { source, eval: isSource } = workerSource()
  // Nothing of the server's surroundings is handed to code that touches a foreign file.
  return new Worker(source, { workerData: task, eval: isSource, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: task.limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
}

/** Runs one task in a thread of its own and ends the thread when it answers, fails, or runs out of time or memory. */
function runInWorker(task: ReadingTask): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(task)
    const refused = (reason: FileRefusal) => { end(); resolve({ outcome: refuse(reason) }) }
    const timer = setTimeout(() => refused('file.too-slow'), task.limits.timeMs)
    const end = () => { clearTimeout(timer); void worker.terminate() }
    worker.once('message', (answer: ReadingAnswer) => { end(); resolve(answer) })
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('file.too-large')
      end()
      reject(error)
    })
    worker.once('exit', () => { clearTimeout(timer); resolve({ outcome: refuse('file.unreadable') }) })
  })
}

function taskOf(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits>, options?: ReadingOptions): ReadingTask {
  return { bytes, fileName, limits: { ...defaultLimits, ...limits }, ...(options ? { options } : {}) }
}

/**
 * Opens a foreign workbook in a worker with limits of time, memory and unpacked size. The kind is told by the bytes;
 * the file name only tells text tables apart. Gives the sheets or the refusal with its reason.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string, limits: Partial<ReadingLimits> = {}): Promise<readonly Sheet[] | MemberListRefusal> {
  const answer = await runInWorker(taskOf(bytes, fileName, limits))
  return 'sheets' in answer ? answer.sheets : (answer.outcome as MemberListRefusal)
}

/**
 * Reads the member lists of a file: what layout it has, which rows are members, what stands in them and what has to be asked.
 * Nothing is made up and nothing is dropped without a line. The whole reading runs in the worker, so a list of 10,000 does not hold up the server.
 * `asOf` is the day the list speaks of when a person stated one; otherwise the day written in the file counts, and without either
 * nothing is called overdue. Refused files come back as `outcome: 'refuse'` with a `file.…` reason; nothing is thrown for a bad file.
 */
export async function readMemberList(bytes: Uint8Array, fileName: string, options: ReadingOptions, limits: Partial<ReadingLimits> = {}): Promise<MemberListOutcome> {
  const answer = await runInWorker(taskOf(bytes, fileName, limits, options))
  if ('outcome' in answer) return answer.outcome
  throw new Error('The reading worker answered with sheets')
}
