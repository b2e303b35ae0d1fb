import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { fillRegister } from './ground.ts'
import { inScratch, median, runProduct, startUntil, stop, type Measurement } from './measure.ts'

const TODAY = '2018-10-05'
const PAST = '2013-10-05'
const ROUNDS = 60
const BOUND = 1.5
const MOST_MEMORY_MB = 60

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024

/** Times of two addresses asked in turn, in milliseconds. */
async function inTurn(first: string, second: string, headers: Record<string, string>): Promise<{ first: number; second: number }> {
  const times: [number[], number[]] = [[], []]
  for (let round = -10; round < ROUNDS; round++) {
    for (const [i, url] of [first, second].entries()) {
      const started = performance.now()
      const response = await fetch(url, { headers })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url}: ${response.status}`)
      if (round >= 0) times[i]!.push(performance.now() - started)
    }
  }
  return { first: median(times[0]), second: median(times[1]) }
}

async function measure(members: number): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
    const ground = await fillRegister(database.owner, members, { moves: true })
    const { child, found: port } = await startUntil(process.execPath, runProduct(['serve', '--data', folder, '--port', '0', '--today', TODAY]), {}, /http:\/\/localhost:(\d+)/)
    const base = `http://127.0.0.1:${port}/api/v1`
    const [top, commune] = [ground.secretOfTop, ground.secretOfCommune].map((secret) => ({ authorization: `Bearer ${secret}` }))
    const asked = [
      ['members list, page 3 of 50 by name, one commune', `${base}/members?organisationId=${ground.communeId}&status=full&sort=name&page=3&size=50`, commune!],
      ['members list, page 3 of 50 by name, the whole', `${base}/members?status=full&sort=name&page=3&size=50`, top!],
      ['figures of the whole', `${base}/figures?`, top!],
      ['members of the whole by place and sex', `${base}/counts?measure=members&rows=grassroots&columns=sex`, top!],
    ] as const
    const measured: Measurement[] = []
    await fetch(asked[0][1], { headers: commune! })
    const before = process.platform === 'linux' ? residentMb(child.pid!) : 0
    for (const [what, url, headers] of asked) {
      const day = url.includes('/counts') ? 'until' : 'asOf'
      const { first, second } = await inTurn(`${url}&${day}=${PAST}`, url, headers)
      const ratio = first / second
      measured.push({ name: `${what}, as of five years ago, ${members.toLocaleString('en')} members, every third moved in ten years`, ours: `${first.toFixed(1)} ms`, against: `${second.toFixed(1)} ms, the same today`, ratio, bound: `≤ ${BOUND}`, holds: ratio <= BOUND })
    }
    if (process.platform === 'linux') {
      const grown = residentMb(child.pid!) - before
      measured.push({ name: `memory of the server that these readings add, ${members.toLocaleString('en')} members`, ours: `${grown.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`, ratio: grown / MOST_MEMORY_MB, bound: '≤ 1', holds: grown <= MOST_MEMORY_MB })
    }
    await stop(child)
    await database.close()
    return measured
  })
}

export const measurements = async (): Promise<Measurement[]> => [...await measure(9863), ...await measure(200_000)]
