import { plainDate } from '../src/kernel/index.ts'
import { dbOf, type Sql } from '../src/platform/action/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { listMembersOf } from '../src/capabilities/members/queries/lists.ts'
import { fillRegister, type BenchGround } from './ground.ts'
import { load } from './load.ts'
import { inScratch, median, runProduct, startUntil, stop, type Measurement } from './measure.ts'

const FILTER = { status: 'full' as const }
const PAGE = { page: 3, size: 50 }
const TODAY = '2018-10-05'

/** The very statement the product sends for page 3 of a commune's full members by name. */
async function statementOf(ground: BenchGround): Promise<{ text: string; values: unknown[] }> {
  let sent: Sql | undefined
  const catching = { ...dbOf({ query: async () => ({ rows: [], rowCount: 0 }) }), prepared: async (_name: string, query: Sql) => { sent = query; return [] }, rows: async (query: Sql) => { sent = query; return [] } }
  await listMembersOf(catching as never, { ...FILTER, organisationId: ground.communeId } as never, { on: plainDate(TODAY), knownAt: undefined } as never, { sort: 'name', descending: false }, PAGE)
  return { text: sent!.text, values: sent!.values as unknown[] }
}

async function measure(members: number): Promise<Measurement> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
    const ground = await fillRegister(database.owner, members)
    const { text, values } = await statementOf(ground)
    // The bare server is the owner of the tables: no row rule binds it. The functions that the statement calls see what the commune's officer
    // sees, as they do for the product: what the keeper sees is thirty times as much, and would slow the bare server down.
    const { rows: [held] } = await database.owner.query('select id, account_id from access.role_holding where organisation_id = $1', [ground.communeId])
    const url = `${database.ownerUrl}?options=${encodeURIComponent(`-c dangvu.account=${held.account_id} -c dangvu.holding=${held.id} -c dangvu.today=${TODAY}`)}`
    const bare = await startUntil(process.execPath, ['--import', 'tsx', 'bench/bare-server.ts'], { BENCH_STATEMENT: JSON.stringify({ url, text, values }) }, /"port":(\d+)/)
    const ours = await startUntil(process.execPath, runProduct(['serve', '--data', folder, '--port', '0', '--today', TODAY]), {}, /http:\/\/localhost:(\d+)/)
    const oursUrl = `http://127.0.0.1:${ours.found}/api/v1/members?organisationId=${ground.communeId}&status=full&sort=name&page=${PAGE.page}&size=${PAGE.size}`
    const headers = { authorization: `Bearer ${ground.secretOfCommune}` }
    const bareUrl = `http://127.0.0.1:${bare.found}/`
    // Both run warm: what the first seconds cost is the business of bench/start.ts.
    await load(oursUrl, headers, { seconds: 6 })
    await load(bareUrl, {}, { seconds: 6 })
    const [mine, theirs] = [[] as number[], [] as number[]]
    for (let round = 0; round < 5; round++) {
      const a = await load(oursUrl, headers, { seconds: 4 })
      const b = await load(bareUrl, {}, { seconds: 4 })
      if (a.failed + b.failed > 0) throw new Error(`members list: ${a.failed} and ${b.failed} answers were not 200`)
      mine.push(a.requestsPerSecond)
      theirs.push(b.requestsPerSecond)
    }
    await Promise.all([stop(bare.child), stop(ours.child)])
    await database.close()
    const ratio = median(mine) / median(theirs)
    return {
      name: `members list, page 3 of 50, unit + status, by name, with total, one commune's user, ${members.toLocaleString('en')} members`,
      ours: `${median(mine).toFixed(0)} requests/s`, against: `${median(theirs).toFixed(0)} requests/s, bare Node + pg, same SQL, no rights`, ratio, bound: '≥ 0.7', holds: ratio >= 0.7,
    }
  })
}

export const measurements = async (): Promise<Measurement[]> => [await measure(9863), await measure(200_000)]
