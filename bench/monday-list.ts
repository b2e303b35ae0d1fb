import { performance } from 'node:perf_hooks'
import { plainDate } from '../src/kernel/index.ts'
import { runReading, type Ports, type Sql } from '../src/platform/action/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { openDatabase, openPool, resolveDataFolder } from '../src/platform/database/index.ts'
import { hashSecret, type Route } from '../src/platform/http/index.ts'
import { makeDemonstration } from '../src/app/demonstration/index.ts'
import { clockStayingOn } from '../src/app/server/clock.ts'
import { contract, portsOf, routesOf } from '../src/app/server/house.ts'
import { addAccount } from './ground.ts'
import { inScratch, median, type Measurement } from './measure.ts'

const DAY = plainDate('2018-10-05')
const ROUNDS = 15

/** The list as an officer of the district asks for it, and every statement that it sends. */
async function askedOnce(ports: Ports, secret: string, keep?: Sql[]): Promise<number> {
  const route = routesOf({ demonstration: true }).reminders!.listWork as Route
  const input = (contract.reminders.listWork['~orpc'].inputSchema as unknown as { parse(x: unknown): unknown }).parse({})
  const started = performance.now()
  await runReading(ports, { secretHash: hashSecret(secret) }, async (ctx, given) => {
    const caught = <A extends unknown[], R>(ask: (query: Sql, ...rest: A) => R) => (query: Sql, ...rest: A): R => { keep?.push(query); return ask(query, ...rest) }
    const { rows, first, one, run, prepared } = ctx.db
    const db = { rows: caught(rows), first: caught(first), one: caught(one), run: caught(run), prepared: (name: string, query: Sql) => { keep?.push(query); return prepared(name, query) } }
    return route.run({ ...ctx, db: db as typeof ctx.db }, given)
  }, input)
  return performance.now() - started
}

export async function measurements(): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const data = resolveDataFolder({ data: folder, env: {} })
    const database = await openDatabase(data, { env: {} })
    await makeDemonstration(database.owner, { seed: 20181005, today: DAY, files: folderStore(data.files), onProgress: () => undefined })
    await database.owner.query('vacuum analyze')
    const { rows: tops } = await database.owner.query(`select organisation_id as id from organisations.placement where parent_id is null and superseded_at is null`)
    const secret = await addAccount(database.owner, 'superiorOfficer', tops[0].id)
    const ports = portsOf({ pool: database.program, clock: clockStayingOn(DAY), files: folderStore(data.files) })
    const statements: Sql[] = []
    await askedOnce(ports, secret, statements)
    const bare = openPool(`${database.ownerUrl}?options=${encodeURIComponent(`-c dangvu.keeper=yes -c dangvu.today=${DAY}`)}`, { max: 1 })
    const [ours, theirs] = [[] as number[], [] as number[]]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await askedOnce(ports, secret))
      const started = performance.now()
      for (const { text, values } of statements) await bare.query(text, values as unknown[])
      theirs.push(performance.now() - started)
    }
    await bare.end()
    await database.close()
    const ratio = median(ours) / median(theirs)
    return [{ name: 'Monday list over all 452 cells', ours: `${median(ours).toFixed(0)} ms`, against: `${median(theirs).toFixed(0)} ms, its ${statements.length} statements bare`, ratio, bound: '≤ 3', holds: ratio <= 3 }]
  })
}
