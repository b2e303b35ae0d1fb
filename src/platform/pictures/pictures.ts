import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PictureAnswer, PictureJob } from './picture-worker.ts'

const LONGEST_MS = 8000
const IDLE_MS = 20_000
const MEMORY_MB = 192
/** The library keeps what memory it once had: now and then it begins anew. */
const MOST_JOBS = 500
const unknown: PictureAnswer = { pages: null, picture: null }

/** The worker's own file: beside the bundle or above its chunks, or the source, for which a thread must first load tsx itself. */
function workerSource(): { source: URL | string; eval: boolean } {
  const bundled = ['./picture-worker.js', '../picture-worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (bundled) return { source: bundled, eval: false }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href
  const worker = new URL('./picture-worker.ts', import.meta.url).href
  return { source: `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(worker)}) })`, eval: true }
}

function startWorker(): Worker {
  const { source, eval: isSource } = workerSource()
  const worker = new Worker(source, { eval: isSource, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  // A thread that waits for work keeps no program from ending.
  worker.unref()
  return worker
}

let worker: Worker | undefined
let jobsDone = 0
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

function stopWorker(): void {
  clearTimeout(idle)
  void worker?.terminate()
  worker = undefined
  jobsDone = 0
}

function askWorker(job: PictureJob): Promise<PictureAnswer> {
  clearTimeout(idle)
  const asked = (worker ??= startWorker())
  return new Promise((resolve) => {
    const end = (answer: PictureAnswer, isSound: boolean) => {
      clearTimeout(timer)
      asked.off('message', answered).off('error', broke).off('exit', broke)
      if (!isSound || ++jobsDone >= MOST_JOBS) stopWorker()
      else idle = setTimeout(stopWorker, IDLE_MS).unref()
      resolve(answer)
    }
    const answered = (answer: PictureAnswer) => end(answer, true)
    const broke = () => end(unknown, false)
    const timer = setTimeout(broke, LONGEST_MS)
    asked.on('message', answered).on('error', broke).on('exit', broke)
    asked.postMessage(job)
  })
}

/**
 * Number of pages of a scan and a small PNG of its first page; `null` where they cannot be told. Files are looked at one after the other in a
 * thread of their own with limits of time and memory: a hostile file ends that thread and nothing else.
 */
export function pictureOf(bytes: Uint8Array, mediaType: string): Promise<PictureAnswer> {
  const answer = last.then(() => askWorker({ bytes, mediaType }))
  last = answer
  return answer
}
