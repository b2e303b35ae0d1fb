import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { lookForPairs } from '../src/capabilities/duplicates/actions/look-for-pairs.ts'
import { stoppedClock } from '../src/app/server/clock.ts'
import { portsOf } from '../src/app/server/house.ts'
import { plainDate } from '../src/kernel/index.ts'
import { runAction } from '../src/platform/action/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { hashSecret } from '../src/platform/http/index.ts'
import { fillRegister } from './ground.ts'
import { inScratch, type Measurement } from './measure.ts'

const TODAY = '2018-10-05'
const MEMBERS = 200_000
const PLANTED = 2_000
const MOST_SECONDS = 180
const MOST_MEMORY_MB = 300

/** Births on any day and numbers of one's own, as people have them; every hundredth member is the one before, written down with a slip. */
async function plant(owner: Pool): Promise<void> {
  await owner.query(`create table bench_order as select id, row_number() over (order by id) as n from members.person`)
  await owner.query(`alter table members.person disable trigger user`)
  await owner.query(`update members.person p set born_on = (date '1940-01-01' + (o.n * 7919 % 21000)::int)::text, identity_number = '0020' || lpad((o.n * 48271 % 99999989)::text, 8, '0') from bench_order o where o.id = p.id`)
  await owner.query(`
    update members.person p set full_name = case when o.n % 300 = 0 and o.n % 200 <> 0 then b.full_name || 'h' else b.full_name end,
      born_on = case when o.n % 200 = 0 and substr(b.born_on, 9)::int <= 12 then left(b.born_on, 5) || right(b.born_on, 2) || substr(b.born_on, 5, 3) else b.born_on end, sex = b.sex, keeper_id = b.keeper_id, identity_number = null
    from bench_order o join bench_order before on before.n = o.n - 1 join members.person b on b.id = before.id where o.id = p.id and o.n % ${MEMBERS / PLANTED} = 0`)
  await owner.query(`alter table members.person enable trigger user`)
  // Whoever was written down twice by mistake was given one card.
  await owner.query(`alter table members.membership disable trigger user`)
  await owner.query(`update members.membership m set card_number = null from bench_order o where o.id = m.person_id and o.n % ${MEMBERS / PLANTED} = 0`)
  await owner.query(`alter table members.membership enable trigger user`)
  await owner.query('vacuum analyze')
}

/** The most memory that the process held while something went on, in MB above what it held before. */
async function withMemory<T>(work: () => Promise<T>): Promise<{ answer: T; most: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 50)
  try {
    return { answer: await work(), most: (most - before) / 2 ** 20 }
  } finally {
    clearInterval(watch)
  }
}

const plantedFound = (owner: Pool) => owner.query(`
  select count(*)::int as n from bench_order o join bench_order b on b.n = o.n - 1
  where o.n % ${MEMBERS / PLANTED} = 0 and exists (select from duplicates.pair d where d.first_id = least(o.id, b.id) and d.second_id = greatest(o.id, b.id))`)

export async function measurements(): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
    const ground = await fillRegister(database.owner, MEMBERS)
    await plant(database.owner)
    const ports = portsOf({ pool: database.program, clock: stoppedClock(plainDate(TODAY)), files: folderStore(folder) })
    const look = () => runAction(ports, { secretHash: hashSecret(ground.secretOfTop) }, (ctx) => lookForPairs(ctx), {})
    const started = performance.now()
    const { answer, most } = await withMemory(look)
    const seconds = (performance.now() - started) / 1000
    const again = performance.now()
    await look()
    const secondSeconds = (performance.now() - again) / 1000
    const { n } = (await plantedFound(database.owner)).rows[0] as { n: number }
    await database.close()
    const what = `${MEMBERS.toLocaleString('en')} members, ${answer.compared.toLocaleString('en')} pairs compared, ${answer.found.toLocaleString('en')} kept`
    return [
      { name: `looking for records that are one person: ${what}`, ours: `${seconds.toFixed(0)} s (again ${secondSeconds.toFixed(0)} s)`, against: `${MOST_SECONDS} s allowed`, ratio: seconds / MOST_SECONDS, bound: '≤ 1', holds: seconds <= MOST_SECONDS },
      { name: 'memory of that look, above idle', ours: `${most.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`, ratio: most / MOST_MEMORY_MB, bound: '≤ 1', holds: most <= MOST_MEMORY_MB },
      { name: 'slips planted among them (day and month exchanged, a letter more) that the look found', ours: `${n}`, against: `${PLANTED}`, ratio: n / PLANTED, bound: '≥ 1', holds: n >= PLANTED },
    ]
  })
}
