import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { defaultLimits, type FileRefusal, type ReadingLimits } from './limits.ts'

/**
 * The worker's own file. Bundled, it is `….js` beside the bundle or above its chunks (esbuild needs it as an entry point of its own);
 * from source it is the `.ts` given, which a thread can only run after it has loaded tsx itself: Node 20 does not hand the loaders of
 * the main thread (or of vitest) on to a worker.
 */
function workerSource(source: URL): { source: URL | string; eval: boolean } {
  const script = basename(source.pathname).replace(/\.ts$/, '.js')
  const bundled = [`./${script}`, `../${script}`].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (bundled) return { source: bundled, eval: false }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href
  return { source: `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(source.href)}) })`, eval: true }
}

// Most of what a reading makes is soon forgotten; with room for it the collector runs seldom.
const YOUNG_GENERATION_MB = 64

export type Task = { readonly limits: ReadingLimits }
/** What a worker says while it works; anything that is neither this nor a part is its answer. */
export type Telling = { readonly rowsRead: number; readonly rowsInAll: number }
/** A part of what a worker found, sent ahead of its answer. */
export type Part = { readonly partAsJson: string }
export type Watch = { readonly onTelling?: (telling: Telling) => void; readonly onPart?: (part: Part) => void; readonly signal?: AbortSignal | undefined }

const isTelling = (message: object): message is Telling => 'rowsRead' in message
const isPart = (message: object): message is Part => 'partAsJson' in message

function begin(script: URL, memoryMb: number): Worker {
  const { source, eval: isSource } = workerSource(script)
  return new Worker(source, { eval: isSource, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
}

/** Threads that wait for a task, by the file they run. */
const ready = new Map<string, { readonly worker: Worker; readonly forget: () => void }>()

/**
 * Begins a thread for a task with the usual limits that is about to come, so that it has loaded its libraries by then. One that nothing
 * is asked of within `waitMs` ends again; it keeps no process alive.
 */
export function makeReady(script: URL, waitMs = 30_000): void {
  if (ready.has(script.href)) return
  const worker = begin(script, defaultLimits.memoryMb)
  const forget = () => {
    clearTimeout(waiting)
    ready.delete(script.href)
  }
  const waiting = setTimeout(() => { forget(); void worker.terminate() }, waitMs)
  waiting.unref()
  worker.unref()
  worker.once('error', forget)
  worker.once('exit', forget)
  ready.set(script.href, { worker, forget })
}

/** The thread that waits for such a task, if one does. */
function takeReady(script: URL, memoryMb: number): Worker | undefined {
  const waiting = memoryMb === defaultLimits.memoryMb ? ready.get(script.href) : undefined
  waiting?.forget()
  waiting?.worker.removeAllListeners()
  waiting?.worker.ref()
  return waiting?.worker
}

let running = 0

/**
 * A thread lives for one task, a second or so. What its compiler spends on putting functions into one another does not come back in so short a life,
 * and where there are few cores it is taken from the reading itself: a list of 10,000 is read an eighth faster without. The engine is told for the whole
 * process, therefore only while a task runs; returns what ends it.
 */
function compilingLittle(): () => void {
  if (running++ === 0) setFlagsFromString('--no-turbo-inlining')
  return () => { if (--running === 0) setFlagsFromString('--turbo-inlining') }
}

/**
 * Runs one task in a thread of its own and ends the thread when it answers, fails, is called off, or runs out of time or memory.
 * Nothing of the server's surroundings is handed to code that touches a foreign file.
 */
export function runInWorker<A extends object>(script: URL, task: Task, { onTelling, onPart, signal }: Watch = {}): Promise<A | { readonly refused: FileRefusal }> {
  return new Promise((resolve, reject) => {
    const { memoryMb, timeMs } = task.limits
    if (signal?.aborted) return reject(signal.reason)
    const worker = takeReady(script, memoryMb) ?? begin(script, memoryMb)
    const compileAgain = compilingLittle()
    let isOver = false
    const refused = (reason: FileRefusal) => { end(); resolve({ refused: reason }) }
    const timer = setTimeout(() => refused('file.too-slow'), timeMs)
    const callOff = () => { end(); reject(signal!.reason) }
    const end = () => {
      if (isOver) return
      isOver = true
      compileAgain()
      clearTimeout(timer)
      signal?.removeEventListener('abort', callOff)
      void worker.terminate()
    }
    signal?.addEventListener('abort', callOff)
    worker.on('message', (message: A | Part | Telling) => {
      if (isTelling(message)) return onTelling?.(message)
      if (isPart(message)) return onPart?.(message)
      end()
      resolve(message)
    })
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('file.too-large')
      end()
      reject(error)
    })
    worker.once('exit', () => refused('file.unreadable'))
    worker.postMessage(task)
  })
}

/** Writes results into a workbook that goes back to its sender. */
export const reportWorker = new URL('./report-worker.ts', import.meta.url)
