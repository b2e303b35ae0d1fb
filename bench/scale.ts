import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { newId } from '../src/kernel/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { dbOf } from '../src/platform/action/index.ts'
import { settleFigures, sortingOfLines } from '../src/capabilities/statistics/index.ts'
import { duckOf, type Duck } from './duck.ts'
import { fillRegister } from './ground.ts'
import { inScratch, median, type Measurement } from './measure.ts'

const TODAY = '2018-10-05'
/** The half year of the day, and one long past. */
const PERIODS = [['2018-07-01', TODAY], ['2013-01-01', '2013-06-30']] as const
/** The bases whose numbers are kept; the others are counted anew on both sides. */
const BASES = ['stand', 'changes', 'admitted']

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; answer: T }> {
  const started = performance.now()
  const answer = await work()
  return { took: performance.now() - started, answer }
}

async function medianOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) took.push((await timed(work)).took)
  return median(took)
}

/** The tables of every period for a place, through the function named; every number as text, in a fixed order. */
async function ask(db: Pool, name: 'counts' | 'counts_anew', placeId: string): Promise<string> {
  const answers: string[] = []
  for (const [from, until] of PERIODS) {
    const { rows } = await db.query(`select * from statistics.${name}($1, $2, $3, null, $4, $5)`, [placeId, from, until, sortingOfLines, BASES])
    if (rows.length === 0) throw new Error('Nothing was counted')
    answers.push(...rows.map((row) => JSON.stringify(row)).sort())
  }
  return answers.join()
}

/** Holds the statements of the other engine against ours: a comparison of speed is one only if both count the same. */
async function sameNumbers(db: Pool, duck: Duck, placeId: string): Promise<void> {
  for (const [from, until] of PERIODS) {
    const { rows } = await db.query('select base, value, mark, people from statistics.counts($1, $2, $3, null, $4, $5)', [placeId, from, until, sortingOfLines, BASES])
    const of = (base: string, value: string, mark: string) => rows.find((row) => row.base === base && row.value === value && row.mark === mark)?.people ?? 0
    const ours = { members: of('stand', 'all', 'total'), women: of('stand', 'all', 'women'), closing: of('changes', 'closing', 'total'), admitted: of('admitted', 'all', 'total') }
    const theirs = await duck.ask(placeId, from, until)
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`)
  }
}

const TOUCHING = ['placement', 'status', 'membership'] as const
const switchTouching = async (owner: Pool, to: 'enable' | 'disable') => {
  for (const table of TOUCHING) {
    await owner.query(`alter table members.${table} ${to} trigger ${table}_touches_entered`)
    await owner.query(`alter table members.${table} ${to} trigger ${table}_touches_changed`)
  }
}

/** A move of one member to another cell and back, as rows. */
async function move(owner: Pool, nth: number): Promise<void> {
  const { rows } = await owner.query(`update members.placement set superseded_at = now() where id = (select id from members.placement where superseded_at is null and upper_inf(valid_during) offset $1 limit 1)
    returning person_id, cell_id, lower(valid_during) as since`, [nth])
  const { person_id, cell_id, since } = rows[0]
  await owner.query('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5)), ($6, $2, $3, daterange($5, null))', [newId(), person_id, cell_id, since, TODAY, newId()])
}

/** Enrols so many at once, by statements over the whole list. */
async function enrolMany(owner: Pool, cellId: string, many: number): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`create temp table bench_new on commit drop as select gen_random_uuid() as id, g from generate_series(1, ${many}) g`)
    await client.query(`insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity) select id, 'Người Mới', 'x' || g, $1, 'male', '1990-01-01', 'Tày' from bench_new`, [cellId])
    await client.query(`insert into members.membership (id, person_id, decided_on, ceremony_on, keeper_id) select gen_random_uuid(), id, date '2018-01-01', date '2018-01-10', $1 from bench_new`, [cellId])
    await client.query(`insert into members.status (id, person_id, status, valid_during, keeper_id) select gen_random_uuid(), id, 'full', daterange('2018-01-10', null), $1 from bench_new`, [cellId])
    await client.query(`insert into members.placement (id, person_id, cell_id, valid_during) select gen_random_uuid(), id, $1, daterange('2018-01-10', null) from bench_new`, [cellId])
    await client.query('rollback')
  } finally {
    client.release()
  }
}

async function writeCost(owner: Pool, cellId: string) {
  const both = { move: [[], []] as number[][], enrol: [[], []] as number[][] }
  for (let round = 0; round < 5; round += 1) {
    for (const [at, to] of (['disable', 'enable'] as const).entries()) {
      await switchTouching(owner, to)
      both.move[at]!.push((await timed(async () => { for (let n = 0; n < 20; n += 1) await move(owner, round * 50 + n) })).took)
      both.enrol[at]!.push((await timed(() => enrolMany(owner, cellId, 5000))).took)
    }
  }
  return both
}

/** `remarks`: what has no bound, in sentences. `atTop`: milliseconds of the tables of the top. */
export type Scale = { readonly measurements: Measurement[]; readonly remarks: string[]; readonly atTop: number }

const ms = (took: number) => `${took.toFixed(1)} ms`
const seconds = (took: number) => `${(took / 1000).toFixed(0)} s`

/** What the official tables cost at a size: kept sums against counting anew on the same rows. */
export async function measureScale(members: number): Promise<Scale> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder }))
    try {
      const { owner } = database
      const filled = await timed(() => fillRegister(owner, members, { moves: true }))
      const settled = await timed(() => settleFigures(dbOf(owner), { whole: true }))
      await owner.query('vacuum analyze')
      const reader = await readerOf(database.ownerUrl)
      const { top, communeId } = filled.answer
      const kept = await medianOf(5, () => ask(reader, 'counts', top))
      const duck = await duckOf(owner, folder)
      await sameNumbers(reader, duck, top)
      const columnar = await medianOf(5, async () => { for (const [from, until] of PERIODS) await duck.ask(top, from, until) })
      duck.close()
      const cellId = (await owner.query('select descendant_id as id from organisations.closure where ancestor_id = $1 and depth = 1 limit 1', [communeId])).rows[0].id
      const [commune, cell] = [await medianOf(5, () => ask(reader, 'counts', communeId)), await medianOf(5, () => ask(reader, 'counts', cellId))]
      const cost = await writeCost(owner, cellId)
      const { rows: [{ touched }] } = await owner.query('select count(distinct person_id)::int as touched from statistics.touched')
      const unsettled = await medianOf(5, () => ask(reader, 'counts', top))
      const naive = await timed(() => ask(reader, 'counts_anew', top))
      if (naive.answer !== (await ask(reader, 'counts', top))) throw new Error('The kept sums differ from a count anew')
      await reader.end()
      const of = (name: string, ours: number, against: number, most: number): Measurement =>
        ({ name: `${name}, ${members.toLocaleString('en')} members`, ours: ms(ours), against: ms(against), ratio: ours / against, bound: `≤ ${most.toFixed(2)}`, holds: ours / against <= most })
      const remarks = [
        `${members.toLocaleString('en')} members: the tables of the top with ${touched} people touched since the sums were settled ${ms(unsettled)}; of a commune, counted anew, ${ms(commune)}; of a cell ${ms(cell)}.`,
        `Filling took ${seconds(filled.took)}, making all sums ${seconds(settled.took)}.`,
      ]
      return { atTop: kept, remarks, measurements: [
        of('tables of the top, kept sums against counting anew', kept, naive.took, 0.1),
        of('tables of the top, kept sums against DuckDB', kept, columnar, 1 / 3),
        of('20 moves, with and without noting the touched', median(cost.move[1]!), median(cost.move[0]!), 1.3),
        of('5,000 enrolled at once, with and without noting the touched', median(cost.enrol[1]!), median(cost.enrol[0]!), 1.3),
      ] }
    } finally {
      await database.close()
    }
  })
}

/** Asks as the keeper of the machine does, who sees everything. */
async function readerOf(url: string): Promise<Pool> {
  const { openPool } = await import('../src/platform/database/index.ts')
  return openPool(`${url}?options=${encodeURIComponent(`-c dangvu.keeper=yes -c dangvu.today=${TODAY}`)}`, { max: 1 })
}
