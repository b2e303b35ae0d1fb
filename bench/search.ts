import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { findAnything } from '../src/capabilities/search/actions/find-anything.ts'
import { stoppedClock } from '../src/app/server/clock.ts'
import { portsOf } from '../src/app/server/house.ts'
import { plainDate } from '../src/kernel/index.ts'
import { runReading } from '../src/platform/action/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { hashSecret } from '../src/platform/http/index.ts'
import { fillRegister } from './ground.ts'
import { inScratch, type Measurement } from './measure.ts'

const TODAY = '2018-10-05'
const ROUNDS = 4
const SHOWN = 8

/** What people type: whole names with and without marks, turned round, begun, one letter off, one word, a word that thousands have. */
const TYPED = [
  'Nông Văn An', 'nong van an', 'an nong', 'Hoàng Thị Tuyển', 'tuyen hoang', 'hoang thi tuyn', 'Đặng Đức Quyết', 'dang duc quyte', 'phan xuan kha', 'Vàng Minh Páo',
  'trieu thi xuann', 'Lò Thị Sim', 'sim lo', 'vinh', 'Yến', 'quyet', 'nguyen', 'van', 'ng v gi', 'ban thi nga', 'Tuyển Bàn', 'ma minh khanh', 'tran duc binhh', 'ly xuan yen', 'khanhh',
] as const

/** Likeness by trigrams on the present column, as one would write it without rights, ranks or groups. */
const BARE = `select id, full_name from members.person where search_text % platform.fold($1) order by similarity(search_text, platform.fold($1)) desc limit ${SHOWN}`

const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

type Taken = { readonly top: number[]; readonly commune: number[]; readonly bare: number[] }
type Search = (q: string) => Promise<unknown>

/** Every typed text by turns through the action, as two users, and bare, after one warm round. */
async function takeTurns(asTop: Search, asCommune: Search, bare: Pool): Promise<Taken> {
  const taken: Taken = { top: [], commune: [], bare: [] }
  for (let round = 0; round <= ROUNDS; round++)
    for (const q of TYPED) {
      const [top, commune, theirs] = [await timed(() => asTop(q)), await timed(() => asCommune(q)), await timed(() => bare.query(BARE, [q]))]
      if (round === 0) continue
      taken.top.push(top)
      taken.commune.push(commune)
      taken.bare.push(theirs)
    }
  return taken
}

function told(members: number, who: string, ours: readonly number[], bare: readonly number[]): Measurement {
  const [mine, theirs] = [percentile(ours, 0.99), percentile(bare, 0.99)]
  const ratio = mine / theirs
  return {
    name: `one search over people, organisations, files and decisions, ${TYPED.length} typed texts, ${who}, ${members.toLocaleString('en')} members, p99`,
    ours: `${mine.toFixed(1)} ms (median ${percentile(ours, 0.5).toFixed(1)} ms)`,
    against: `${theirs.toFixed(1)} ms (median ${percentile(bare, 0.5).toFixed(1)} ms), bare trigram query on the same people`, ratio, bound: '≤ 4', holds: ratio <= 4,
  }
}

async function measure(members: number): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
    const ground = await fillRegister(database.owner, members)
    // The filling goes past the triggers.
    await database.owner.query('select search.key_all()')
    await database.owner.query('vacuum analyze search.person_key')
    const ports = portsOf({ pool: database.program, clock: stoppedClock(plainDate(TODAY)), files: folderStore(folder) })
    const searchAs = (secret: string) => (q: string) => runReading(ports, { secretHash: hashSecret(secret) }, findAnything, { q, size: SHOWN })
    const { top, commune, bare } = await takeTurns(searchAs(ground.secretOfTop), searchAs(ground.secretOfCommune), database.owner)
    await database.close()
    return [told(members, "the district's user", top, bare), told(members, "one commune's user", commune, bare)]
  })
}

export const measurements = async (): Promise<Measurement[]> => [...(await measure(9863)), ...(await measure(200_000))]
