import { performance } from 'node:perf_hooks'
import { memoryUsage } from 'node:process'
import type { Pool } from 'pg'
import { newId, plainDate } from '../src/kernel/index.ts'
import { runAction, runReading, type Ports } from '../src/platform/action/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import type { Route } from '../src/platform/http/index.ts'
import { hashSecret } from '../src/platform/http/index.ts'
import { clockStayingOn } from '../src/app/server/clock.ts'
import { contract, portsOf, routesOf } from '../src/app/server/house.ts'
import { makeDemonstration } from '../src/app/demonstration/index.ts'
import { addAccount } from './ground.ts'
import { inScratch, median, type Measurement } from './measure.ts'

const TODAY = plainDate('2018-10-05')
const ROUNDS = 3
const MOST_TIMES = 3
const MOST_MEMORY_MB = 150

type Unit = { id: string; name: string; type: string; code: string; parentId: string | null }

/** The whole reform: the district level ends, eight communes take the place of all grassroots organisations, and cells are joined two by two, so that every member stands in another cell. */
export function reformOf(units: readonly Unit[]) {
  const [top, grassroots, cells] = [units.find(({ type }) => type === 'DB_HUYEN')!, units.filter(({ type }) => type === 'DB_CO_SO'), units.filter(({ type }) => type === 'CHI_BO')]
  const province = newId()
  const communes = Array.from({ length: 8 }, (_, n) => ({ id: newId(), name: `Đảng bộ xã Mới ${n + 1}`, type: 'DB_CO_SO', code: `02.900.${String(n).padStart(3, '0')}`, parentId: province }))
  const communeOf = new Map(grassroots.map(({ id }, n) => [id, communes[n % communes.length]!.id]))
  const pairs = [...new Set(communeOf.values())].flatMap((commune) => {
    const here = cells.filter(({ parentId }) => communeOf.get(parentId!) === commune)
    return Array.from({ length: Math.ceil(here.length / 2) }, (_, n) => ({ commune, cells: here.slice(2 * n, 2 * n + 2), id: newId() }))
  })
  return {
    founds: [{ id: province, name: 'Đảng bộ tỉnh Tuyên Quang', type: 'DB_TINH', code: '02', parentId: null }, ...communes, ...pairs.map(({ id, commune }, n) => ({ id, name: `Chi bộ Thôn Mới ${n + 1}`, type: 'CHI_BO', code: `02.900.000.000.${String(n).padStart(3, '0')}`, parentId: commune }))],
    ends: [{ organisationId: top.id, successorId: province }, ...grassroots.map(({ id }) => ({ organisationId: id, successorId: communeOf.get(id)! })), ...pairs.flatMap(({ id, cells: joined }) => joined.map((cell) => ({ organisationId: cell.id, successorId: id })))],
    holdings: [] as { holdingId: string; toId: string }[],
    province,
  }
}

const loadUnits = async (owner: Pool): Promise<Unit[]> => (await owner.query(`select v.organisation_id as id, v.name, v.type, v.code, p.parent_id as "parentId" from organisations.version v
  join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> '${TODAY}'::date where v.superseded_at is null and v.valid_during @> '${TODAY}'::date order by v.code`)).rows

/** The same rows written by plain statements, as who owns the tables and knows every value: no rights, no checks, no triggers of ours. */
async function writeBarely(owner: Pool, content: ReturnType<typeof reformOf>): Promise<number> {
  const client = await owner.connect()
  const derived = ['members.person', 'members.placement', 'members.status', 'members.membership', 'organisations.version']
  try {
    await client.query('begin')
    await client.query(`create temp table heir on commit drop as select ("organisationId")::uuid as id, ("successorId")::uuid as heir from jsonb_to_recordset($1::jsonb) as r ("organisationId" text, "successorId" text)`, [JSON.stringify(content.ends)])
    await client.query('create index on heir (id)')
    await client.query('analyze heir')
    for (const table of derived) await client.query(`alter table ${table} disable trigger user`)
    const started = performance.now()
    for (const statement of [
      `insert into organisations.organisation (id, founded_on) select id, '${TODAY}' from jsonb_to_recordset($1::jsonb) as r (id uuid)`,
      `insert into organisations.version (id, organisation_id, name, short_name, type, code, valid_during) select gen_random_uuid(), id, name, name, type, code, '[${TODAY},)' from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, type text, code text)`,
      `insert into organisations.placement (id, organisation_id, parent_id, valid_during) select gen_random_uuid(), id, "parentId", '[${TODAY},)' from jsonb_to_recordset($1::jsonb) as r (id uuid, "parentId" uuid)`,
    ]) await client.query(statement, [JSON.stringify(content.founds)])
    for (const statement of [
      `update organisations.organisation set ended_on = '${TODAY}' where id in (select id from heir)`,
      ...(['version', 'placement'] as const).flatMap((table) => {
        const said = table === 'version' ? 'name, short_name, type, code' : 'parent_id'
        return [`update organisations.${table} set superseded_at = now() where organisation_id in (select id from heir) and superseded_at is null and upper_inf(valid_during)`,
          `insert into organisations.${table} (id, organisation_id, ${said}, valid_during) select gen_random_uuid(), organisation_id, ${said}, daterange(lower(valid_during), '${TODAY}') from organisations.${table} where organisation_id in (select id from heir) and superseded_at = now()`]
      }),
      `create temp table moving on commit drop as select p.id, p.person_id, p.valid_during, p.cell_id, h.heir from members.placement p join heir h on h.id = p.cell_id where p.superseded_at is null and upper_inf(p.valid_during)`,
      `update members.placement set superseded_at = now() where id in (select id from moving)`,
      `insert into members.placement (id, person_id, cell_id, valid_during) select gen_random_uuid(), person_id, cell_id, daterange(lower(valid_during), '${TODAY}') from moving
        union all select gen_random_uuid(), person_id, heir, '[${TODAY},)' from moving`,
      `update members.person x set keeper_id = h.heir from heir h where h.id = x.keeper_id`,
      `update members.membership m set keeper_id = h.heir from heir h where h.id = m.keeper_id`,
      `update members.status s set keeper_id = h.heir from heir h where h.id = s.keeper_id`,
      `update search.person_key k set keeper_id = h.heir from heir h where h.id = k.keeper_id`,
      `delete from members.standing where person_id in (select person_id from moving)`,
      `insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key) select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
        from members.placement p join members.status s on s.person_id = p.person_id and s.superseded_at is null and s.valid_during && p.valid_during join members.person x on x.id = p.person_id where p.superseded_at is null and p.person_id in (select person_id from moving)`,
      `update admission.case_file c set cell_id = h.heir from heir h where h.id = c.cell_id and c.closed_on is null`,
      `update sources_and_targets.prospect c set cell_id = h.heir from heir h where h.id = c.cell_id and c.closed_on is null`,
      `update dossiers.dossier d set keeper_id = h.heir from heir h where h.id = d.keeper_id`,
      `select organisations.rebuild_closure()`,
    ]) await client.query(statement)
    return performance.now() - started
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const call = async (ports: Ports, who: { secretHash: string }, name: string, input: unknown): Promise<any> => {
  const route = routesOf({ demonstration: false }).reorganisation![name] as Route
  const given = (contract.reorganisation as any)[name]['~orpc'].inputSchema.parse(input)
  return (route.kind === 'reading' ? runReading : runAction)(ports, who, route.run as never, given)
}

/** Decides the reform, whose day is today: it is checked and takes effect in one transaction. Then it is taken back. Milliseconds of both, and of closing alone. */
async function reform(ports: Ports, who: { secretHash: string }, units: readonly Unit[], holdings: (province: string) => { holdingId: string; toId: string }[]) {
  const { province, ...content } = reformOf(units)
  const top = units.find(({ type }) => type === 'DB_HUYEN')!
  const { id } = await call(ports, who, 'draftPlan', { organisationId: top.id, title: 'Sắp xếp toàn huyện', effectiveOn: TODAY })
  const { version } = await call(ports, who, 'savePlan', { id, version: 1, title: 'Sắp xếp toàn huyện', effectiveOn: TODAY, content: { ...content, holdings: holdings(province) } })
  globalThis.gc?.()
  const idle = memoryUsage().rss
  let most = idle
  const watch = setInterval(() => { most = Math.max(most, memoryUsage().rss) }, 10)
  const started = performance.now()
  const { people } = await call(ports, who, 'decidePlan', { id, version, decisionNumber: '1-QĐ/TU', decidedOn: TODAY, issuedBy: 'Tỉnh ủy' })
  const took = performance.now() - started
  clearInterval(watch)
  await call(ports, who, 'undoPlan', { id, version: version + 2, reason: 'Đo' })
  return { took, people, memory: (most - idle) / 2 ** 20 }
}

export async function measurements(): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const data = resolveDataFolder({ data: folder, env: {} })
    const database = await openDatabase(data, { env: {} })
    const files = folderStore(data.files)
    await makeDemonstration(database.owner, { seed: 20181005, today: TODAY, files })
    const ports = portsOf({ pool: database.program, clock: clockStayingOn(TODAY), files })
    const units = await loadUnits(database.owner)
    const secret = await addAccount(database.owner, 'superiorOfficer', units.find(({ type }) => type === 'DB_HUYEN')!.id)
    await database.owner.query('vacuum analyze')
    const [ours, bare] = [[] as Awaited<ReturnType<typeof reform>>[], [] as number[]]
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await writeBarely(database.owner, reformOf(units)))
      const { rows } = await database.owner.query<{ id: string }>(`select id from access.role_holding where not isempty(held_during) and upper_inf(held_during) and role in ('superiorOfficer', 'administrator') and organisation_id = $1`, [units.find(({ type }) => type === 'DB_HUYEN')!.id])
      ours.push(await reform(ports, { secretHash: hashSecret(secret) }, units, (province) => rows.map(({ id }) => ({ holdingId: id, toId: province }))))
      await database.owner.query('vacuum analyze')
    }
    await database.close()
    const ratio = median(ours.map(({ took }) => took)) / median(bare)
    const memory = Math.max(...ours.map((each) => each.memory))
    return [
      { name: `reform of the whole district in one act: ${units.length} organisations, ${ours[0]!.people.toLocaleString('en')} people in other cells, checked and written`, ours: `${median(ours.map(({ took }) => took)).toFixed(0)} ms`,
        against: `${median(bare).toFixed(0)} ms, the same rows by bare SQL`, ratio, bound: `≤ ${MOST_TIMES}`, holds: ratio <= MOST_TIMES },
      { name: 'memory of that act: most of the process, above idle', ours: `${memory.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`, ratio: memory / MOST_MEMORY_MB, bound: '≤ 1', holds: memory <= MOST_MEMORY_MB },
    ]
  })
}
