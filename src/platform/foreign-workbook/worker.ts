import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FileRefusal, ReadingLimits } from './limits.ts'

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
/** What a worker says while it works; anything else is its answer. */
export type Telling = { readonly rowsRead: number; readonly rowsInAll: number }
export type Watch = { readonly onTelling?: (telling: Telling) => void; readonly signal?: AbortSignal | undefined }

const isTelling = (message: object): message is Telling => 'rowsRead' in message

/**
 * Runs one task in a thread of its own and ends the thread when it answers, fails, is called off, or runs out of time or memory.
 * Nothing of the server's surroundings is handed to code that touches a foreign file.
 */
export function runInWorker<A extends object>(script: URL, task: Task, { onTelling, signal }: Watch = {}): Promise<A | { readonly refused: FileRefusal }> {
  return new Promise((resolve, reject) => {
    const { source, eval: isSource } = workerSource(script)
    const { memoryMb, timeMs } = task.limits
    const worker = new Worker(source, { workerData: task, eval: isSource, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
    const refused = (reason: FileRefusal) => { end(); resolve({ refused: reason }) }
    const timer = setTimeout(() => refused('file.too-slow'), timeMs)
    const callOff = () => { end(); reject(signal!.reason) }
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', callOff)
      void worker.terminate()
    }
    if (signal?.aborted) return callOff()
    signal?.addEventListener('abort', callOff)
    worker.on('message', (message: A | Telling) => {
      if (isTelling(message)) return onTelling?.(message)
      end()
      resolve(message)
    })
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('file.too-large')
      end()
      reject(error)
    })
    worker.once('exit', () => refused('file.unreadable'))
  })
}

/** Writes results into a workbook that goes back to its sender. */
export const reportWorker = new URL('./report-worker.ts', import.meta.url)
