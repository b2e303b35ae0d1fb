import { readingCancelled } from './errors.ts'

/** Rows of the file read so far, and in all; both are 0 until its sheets are open. */
export type ReadingProgress = { readonly done: number; readonly total: number }

type Running = { readonly controller: AbortController; progress: ReadingProgress }

// A reading holds its import locked until it ends, so how far it is cannot stand in the database. One program reads; it knows.
const running = new Map<string, Running>()

/** Runs a reading of an import so that others can see how far it is and call it off (refused with `importExport.readingCancelled`). */
export async function whileReading<T>(importId: string, read: (watch: { signal: AbortSignal; onTelling: (told: { rowsRead: number; rowsInAll: number }) => void }) => Promise<T>): Promise<T> {
  const own: Running = { controller: new AbortController(), progress: { done: 0, total: 0 } }
  running.set(importId, own)
  try {
    return await read({ signal: own.controller.signal, onTelling: ({ rowsRead, rowsInAll }) => { own.progress = { done: rowsRead, total: rowsInAll } } })
  } finally {
    if (running.get(importId) === own) running.delete(importId)
  }
}

/** How far the reading of an import is; nothing when none runs. */
export const readingProgress = (importId: string): ReadingProgress | undefined => running.get(importId)?.progress

/** Calls off the reading of an import that runs; its transaction ends without a trace. */
export const callOffReading = (importId: string): void => running.get(importId)?.controller.abort(readingCancelled())
