import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/project-root.ts'

/** One line of docs/measurements.md: what was measured, the ratio, the bound that the product promises. */
export type Measurement = { readonly name: string; readonly ours: string; readonly against: string; readonly ratio: number; readonly bound: string; readonly holds: boolean }

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** A folder for one bench, removed at the end. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(process.env.DANGVU_SCRATCH ?? '/tmp', 'dangvu-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a program and waits until a line of its output fits; answers what the line captured. */
export function startUntil(command: string, args: string[], env: NodeJS.ProcessEnv, line: RegExp): Promise<{ child: ChildProcess; found: string }> {
  const child = spawn(command, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let output = ''
    const look = (chunk: Buffer) => {
      output += chunk
      const match = line.exec(output)
      if (match) resolve({ child, found: match[1] ?? match[0] })
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('exit', (code) => reject(new Error(`${command} ended (${code}): ${output}`)))
  })
}

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => { child.removeAllListeners('exit'); child.once('exit', () => resolve()); child.kill('SIGTERM') })

/** What the figures were taken on. */
export const machine = (): string => `${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.version}, ${process.platform}`

export const runProduct = (args: string[]) => ['-e', `import(${JSON.stringify(join(projectRoot, 'dist/server/cli.js'))}).then((m) => m.main(${JSON.stringify(args)})).then((code) => process.exit(code))`, '--input-type=module']
