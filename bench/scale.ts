import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { newId, plainDate } from '../src/kernel/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { dbOf } from '../src/platform/action/index.ts'
import { settleFigures, sortingOfLines } from '../src/capabilities/statistics/index.ts'
import { duckOf, type Duck } from './duck.ts'
import { fillCountry } from './country.ts'
import { inScratch, median, runProduct, startUntil, stop, type Measurement } from './measure.ts'

const TODAY = plainDate('2018-10-05')
/** The half year of the day, and one long past. */
const PERIODS = [{ said: 'today', from: '2018-07-01', until: TODAY }, { said: 'as of 2013-06-30', from: '2013-01-01', until: '2013-06-30' }] as const
type Period = (typeof PERIODS)[number]
/** Counting anew may take half an hour at the largest size: after so long it is given up, and is at least that slow. */
const LONGEST_NAIVE_MS = 120_000
/** What the server and each of its processes of PostgreSQL may need at most while it answers. */
const MOST_MEMORY_MB = 300
/** The official tables; table 1 and 3 also have pages of their own, with the parts right below. */
const TABLES = ['1', '2', '2B', '3', '4', '5', '7', '9']
/** Everything that the tables count. */
const BASES = ['stand', 'changes', 'admitted', 'organisations', 'committee', 'acts']

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

/** The tables of a period for a place, through the function named; every number as text, in a fixed order. */
async function ask(db: Pool, name: 'counts' | 'counts_anew', placeId: string, { from, until }: Period): Promise<string> {
  const { rows } = await db.query(`select * from statistics.${name}($1, $2, $3, null, $4, $5)`, [placeId, from, until, sortingOfLines, BASES])
  if (rows.length === 0) throw new Error('Nothing was counted')
  return rows.map((row) => JSON.stringify(row)).sort().join()
}

/** Holds the statements of the other engine against ours: a comparison of speed is one only if both count the same. */
async function sameNumbers(db: Pool, duck: Duck, placeId: string, { from, until }: Period): Promise<void> {
  const { rows } = await db.query('select base, value, mark, people from statistics.counts($1, $2, $3, null, $4, $5)', [placeId, from, until, sortingOfLines, BASES])
  const of = (base: string, value: string, mark: string) => rows.find((row) => row.base === base && row.value === value && row.mark === mark)?.people ?? 0
  const ours = { members: of('stand', 'all', 'total'), women: of('stand', 'all', 'women'), closing: of('changes', 'closing', 'total'), admitted: of('admitted', 'all', 'total'),
    organisations: of('organisations', 'all', 'total'), seats: of('committee', 'all', 'total'), acts: of('acts', 'all', 'total') }
  const theirs = await duck.ask(placeId, from, until)
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`)
}

const TOUCHING = ['placement', 'status', 'membership', 'post'] as const
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

/** A status that changes, as a ruling that admits, suspends or restores writes it. */
async function changeStatus(owner: Pool, nth: number): Promise<void> {
  const { rows } = await owner.query(`update members.status set superseded_at = now() where id = (select id from members.status where superseded_at is null and upper_inf(valid_during) and lower(valid_during) < $2 offset $1 limit 1)
    returning person_id, status, keeper_id, lower(valid_during) as since`, [nth, TODAY])
  const { person_id, status, keeper_id, since } = rows[0]
  await owner.query(`insert into members.status (id, person_id, status, valid_during, keeper_id) values ($1, $2, $3, daterange($4, $5), $7), ($6, $2, 'suspended', daterange($5, null), $7)`, [newId(), person_id, status, since, TODAY, newId(), keeper_id])
}

/** A post in a committee, as a decision that appoints writes it. */
async function appoint(owner: Pool, nth: number): Promise<void> {
  await owner.query(`insert into members.post (id, person_id, organisation_id, position, held_during) select $2, person_id, cell_id, 'UV_BCH', daterange($3, null) from members.placement where superseded_at is null and upper_inf(valid_during) offset $1 limit 1
    on conflict do nothing`, [nth, newId(), TODAY])
}

async function writeCost(owner: Pool, cellId: string) {
  const both = { move: [[], []] as number[][], status: [[], []] as number[][], post: [[], []] as number[][], enrol: [[], []] as number[][] }
  for (let round = 0; round < 5; round += 1) {
    for (const [at, to] of (['disable', 'enable'] as const).entries()) {
      await switchTouching(owner, to)
      both.move[at]!.push((await timed(async () => { for (let n = 0; n < 20; n += 1) await move(owner, round * 50 + n) })).took)
      both.status[at]!.push((await timed(async () => { for (let n = 0; n < 20; n += 1) await changeStatus(owner, round * 50 + n) })).took)
      both.post[at]!.push((await timed(async () => { for (let n = 0; n < 20; n += 1) await appoint(owner, 1000 + round * 50 + at * 25 + n) })).took)
      both.enrol[at]!.push((await timed(() => enrolMany(owner, cellId, 5000))).took)
    }
  }
  return both
}

/** The tables of a place asked by one who has a role there, against the same of the other engine. */
type PlaceAsked = { readonly place: string; readonly said: string; readonly ours: number; readonly duck: number }

/** How much memory a process has had at most, in MB; undefined where that cannot be read. */
function mostMemoryOf(pid: number): number | undefined {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000
  } catch {
    return undefined
  }
}

/** The product as its users meet it: every half-year table of the top over HTTP, today and as of a past day; how long the set takes, and the most memory of the server and of its processes of PostgreSQL. */
async function serveTables(owner: Pool, folder: string, secret: string): Promise<{ took: number[]; server: number | undefined; backend: number | undefined }> {
  const { child, found: port } = await startUntil(process.execPath, runProduct(['serve', '--data', folder, '--port', '0', '--today', TODAY]), {}, /http:\/\/localhost:(\d+)/)
  try {
    const took: number[] = []
    let backend = 0
    for (const { from, until } of PERIODS) {
      const paths = [...TABLES.map((table) => `tables?table=${table}&`), 'tables/1?', 'tables/3?'].map((path) => `http://127.0.0.1:${port}/api/v1/statistics/${path}from=${from}&until=${until}`)
      const whole = await timed(async () => {
        for (const url of paths) {
          const response = await fetch(url, { headers: { authorization: `Bearer ${secret}` } })
          if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
          await response.arrayBuffer()
        }
      })
      took.push(whole.took)
      // A connection that waits for long is given up and replaced by another process: read after each set.
      const { rows } = await owner.query(`select pid from pg_stat_activity where usename = (select rolname from pg_roles where rolname like '%\\_app') and backend_type = 'client backend'`)
      backend = Math.max(backend, ...rows.map(({ pid }) => mostMemoryOf(pid) ?? 0))
    }
    return { took, server: mostMemoryOf(child.pid!), backend: backend || undefined }
  } finally {
    await stop(child)
  }
}

/** Places between the top and a commune: told, but promised nothing. */
const BETWEEN = ['a province', 'a district']

/** `remarks`: what has no bound, in sentences. `asked`: milliseconds by place and period. */
export type Scale = { readonly measurements: Measurement[]; readonly remarks: string[]; readonly asked: readonly PlaceAsked[]; /** Of PostgreSQL. */ readonly version: string }

const ms = (took: number) => `${took.toFixed(1)} ms`
const seconds = (took: number) => `${(took / 1000).toFixed(0)} s`
const tell = (said: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${said}`)

/** Counting anew, at most so long: its answer, and what it took (`atLeast` when it was given up). */
async function naive(keeper: Pool, top: string): Promise<{ took: number; atLeast: boolean; answers: string[] }> {
  await keeper.query(`set statement_timeout = ${LONGEST_NAIVE_MS}`)
  const started = performance.now()
  const answers: string[] = []
  try {
    for (const period of PERIODS) answers.push(await ask(keeper, 'counts_anew', top, period))
    return { took: performance.now() - started, atLeast: false, answers }
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error
    return { took: performance.now() - started, atLeast: true, answers }
  }
}

/** What the official tables cost at a size: kept sums against counting anew on the same rows, and against a column store. */
export async function measureScale(members: number): Promise<Scale> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder }))
    const opened: Pool[] = []
    const open = async (url: string, settings = '') => {
      opened.push(await readerOf(url, settings))
      return opened.at(-1)!
    }
    const readers: Pool[] = []
    try {
      const { owner } = database
      // Room for the log of so many rows; otherwise the disk is waited for again and again while they are filled in.
      await owner.query(`alter system set max_wal_size = '8GB'`)
      await owner.query('select pg_reload_conf()')
      const filled = await timed(() => fillCountry(owner, members))
      tell(`filled in ${seconds(filled.took)}`)
      // A connection of its own: what it needed at most is what settling needed.
      const settler = await open(database.ownerUrl)
      const settled = await timed(() => settleFigures(dbOf(settler), { today: TODAY, whole: true }))
      const settlerPid = (await settler.query('select pg_backend_pid() as pid')).rows[0].pid as number
      const settlersMemory = mostMemoryOf(settlerPid)
      tell(`sums made in ${seconds(settled.took)}, with ${settlersMemory?.toFixed(0)} MB at most`)
      await owner.query('vacuum analyze statistics.spell, statistics.seat, statistics.act, statistics.headcount, statistics.kept_sum, statistics.kept_organisation, statistics.touched')
      const { top, communeId, districtId, provinceId, secretOfTop } = filled.answer
      const cellId = (await owner.query('select descendant_id as id from organisations.closure where ancestor_id = $1 and depth = 1 limit 1', [communeId])).rows[0].id as string
      const duck = await duckOf(owner, folder)
      tell('exported')
      const asked: PlaceAsked[] = []
      let kept = 0
      for (const [place, id, role] of [['the top', top, 'superiorOfficer'], ['a province', provinceId, 'superiorOfficer'], ['a district', districtId, 'superiorOfficer'], ['a commune', communeId, 'grassrootsOfficer'], ['a cell', cellId, 'cellSecretary']] as const) {
        const reader = await open(database.programUrl, await holderOf(owner, role, id))
        readers.push(reader)
        for (const period of PERIODS) {
          const ours = await medianOf(5, () => ask(reader, 'counts', id, period))
          await sameNumbers(reader, duck, id, period)
          const columnar = await medianOf(3, () => duck.ask(id, period.from, period.until))
          asked.push({ place, said: period.said, ours, duck: columnar })
          if (id === top) kept += ours
          tell(`${place}, ${period.said}: ${ms(ours)}, DuckDB ${ms(columnar)}`)
        }
      }
      duck.close()
      const served = await serveTables(owner, folder, secretOfTop)
      tell(`all tables of the top over HTTP: ${served.took.map(ms).join(', ')}; server ${served.server?.toFixed(0)} MB, PostgreSQL ${served.backend?.toFixed(0)} MB`)
      const keeper = await open(database.ownerUrl, '-c dangvu.keeper=yes')
      const before: string[] = []
      for (const period of PERIODS) before.push(await ask(readers[0]!, 'counts', top, period))
      const anew = await naive(keeper, top)
      if (anew.answers.some((answer, at) => answer !== before[at])) throw new Error('The kept sums differ from a count anew')
      tell(`counted anew in ${anew.atLeast ? 'more than ' : ''}${seconds(anew.took)}`)
      const cost = await writeCost(owner, cellId)
      const { rows: [{ touched }] } = await owner.query('select count(distinct person_id)::int as touched from statistics.touched')
      const unsettled = await medianOf(5, () => ask(readers[0]!, 'counts', top, PERIODS[0]))
      const again = await timed(() => settleFigures(dbOf(settler), { today: TODAY }))
      const size = members.toLocaleString('en')
      const of = (name: string, ours: number, against: number, most: number, atLeast = false): Measurement =>
        ({ name: `${name}, ${size} members`, ours: ms(ours), against: `${atLeast ? '> ' : ''}${ms(against)}`, ratio: ours / against, bound: `≤ ${most.toFixed(2)}`, holds: ours / against <= most })
      const ofMemory = (whose: string, most: number | undefined): Measurement[] => (most === undefined ? [] :
        [{ name: `most memory of ${whose} while all tables of the top are asked over HTTP, ${size} members`, ours: `${most.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`, ratio: most / MOST_MEMORY_MB, bound: '≤ 1.00', holds: most <= MOST_MEMORY_MB }])
      const bounded = asked.filter(({ place }) => !BETWEEN.includes(place))
      const remarks = [
        `${size} members: the tables of the top with ${touched} people touched since the sums were settled ${ms(unsettled)}, settling them ${seconds(again.took)}. Filling took ${seconds(filled.took)}, making all spells and sums ${seconds(settled.took)}${settlersMemory === undefined ? '' : `, with ${settlersMemory.toFixed(0)} MB at most in its process of PostgreSQL`}.`,
        `All ${TABLES.length} tables and the two pages with parts of the top over HTTP: ${ms(served.took[0]!)} today, ${ms(served.took[1]!)} as of the past day.`,
        ...asked.filter(({ place }) => BETWEEN.includes(place)).map((each) => `Tables of ${each.place}, ${each.said}: ${ms(each.ours)} (DuckDB ${ms(each.duck)}; no bound).`),
        ...(anew.atLeast ? [`Counting anew the ${size} was given up after ${seconds(anew.took)}, with ${anew.answers.length} of ${PERIODS.length} half years counted: a lower bound.`] : []),
      ]
      return { asked, remarks, version: database.version, measurements: [
        of('tables of the top, both half years, kept sums against counting anew', kept, anew.took, 0.1, anew.atLeast),
        ...bounded.map((each) => of(`tables of ${each.place}, ${each.said}, against DuckDB`, each.ours, each.duck, 1 / 3)),
        of('20 moves, with and without noting the touched', median(cost.move[1]!), median(cost.move[0]!), 1.3),
        of('20 changes of status, with and without noting the touched', median(cost.status[1]!), median(cost.status[0]!), 1.3),
        of('20 appointed to committees, with and without noting the touched', median(cost.post[1]!), median(cost.post[0]!), 1.3),
        of('5,000 enrolled at once, with and without noting the touched', median(cost.enrol[1]!), median(cost.enrol[0]!), 1.3),
        ...ofMemory('the server', served.server), ...ofMemory('the process of PostgreSQL that answers', served.backend),
      ] }
    } finally {
      for (const pool of opened) await pool.end()
      await database.close()
    }
  })
}

/** An account with a role at a place; answers the settings of its connection, as the program sets them for who asks. */
async function holderOf(owner: Pool, role: string, organisationId: string): Promise<string> {
  const [account, holding] = [newId(), newId()]
  await owner.query('insert into access.account (id, sign_in_name, full_name) values ($1, $2, $2)', [account, `bench.${role}.${account}`])
  await owner.query(`insert into access.role_holding (id, account_id, role, organisation_id, held_during) values ($1, $2, $3, $4, '[2000-01-01,)')`, [holding, account, role, organisationId])
  return `-c dangvu.account=${account} -c dangvu.holding=${holding}`
}

async function readerOf(url: string, settings: string): Promise<Pool> {
  const { openPool } = await import('../src/platform/database/index.ts')
  return openPool(`${url}?options=${encodeURIComponent(`${settings} -c dangvu.today=${TODAY}`)}`, { max: 1 })
}
