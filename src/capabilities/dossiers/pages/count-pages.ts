import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

const LONGEST_MS = 5000
const MEMORY_MB = 192

/** The worker's own file: beside the bundle or above its chunks, or the source, for which a thread must first load tsx itself. */
function workerSource(): { source: URL | string; eval: boolean } {
  const bundled = ['./page-count-worker.js', '../page-count-worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (bundled) return { source: bundled, eval: false }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href
  const worker = new URL('./page-count-worker.ts', import.meta.url).href
  return { source: `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(worker)}) })`, eval: true }
}

/** Pages of a scan: 1 for a picture, counted for a PDF in a thread of its own with limits of time and memory; `null` where it cannot be told. */
export function countPages(bytes: Uint8Array, mediaType: string): Promise<number | null> {
  if (mediaType !== 'application/pdf') return Promise.resolve(1)
  return new Promise((resolve) => {
    const { source, eval: isSource } = workerSource()
    const worker = new Worker(source, { workerData: bytes, eval: isSource, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    const end = (pages: number | null) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(pages)
    }
    const timer = setTimeout(() => end(null), LONGEST_MS)
    worker.once('message', (pages: number | undefined) => end(pages ?? null))
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
