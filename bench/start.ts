import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { projectRoot } from '../src/platform/project-root.ts'
import { inScratch, median, type Measurement } from './measure.ts'

const ROUNDS = 5

/** Milliseconds from the start of an npm script to its first answered page; then it is stopped. */
function untilFirstPage(script: string, args: string[], port: number): Promise<number> {
  const started = performance.now()
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], { cwd: projectRoot, stdio: 'ignore', detached: true })
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`npm run ${script} ended with ${code}`))
    child.once('exit', ended)
    const ask = async () => {
      const answered: string | false = await fetch(`http://127.0.0.1:${port}/`).then(async (r) => (r.ok ? r.text() : false), () => false)
      if (answered === false) { setTimeout(ask, 3); return }
      const took = performance.now() - started
      child.removeListener('exit', ended)
      child.once('exit', () => setTimeout(() => resolve(took), 300))
      process.kill(-child.pid!, 'SIGTERM')
    }
    void ask()
  })
}

async function measure(): Promise<Measurement> {
  return inScratch(async (folder) => {
    // Data present: the first run makes the district.
    await untilFirstPage('demo', ['--data', folder, '--port', '4171'], 4171)
    const [ours, hello] = [[] as number[], [] as number[]]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await untilFirstPage('demo', ['--data', folder, '--port', '4171'], 4171))
      hello.push(await untilFirstPage('bench:hello', [folder, '4172'], 4172))
    }
    const ratio = median(ours) / median(hello)
    return { name: '`npm run demo` with data present, to the first page answered', ours: `${median(ours).toFixed(0)} ms`, against: `${median(hello).toFixed(0)} ms, the same PostgreSQL started + Node hello, by npm as well`, ratio, bound: '≤ 3', holds: ratio <= 3 }
  })
}

export const measurements = async (): Promise<Measurement[]> => [await measure()]
