import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, routesOf } from '../../src/app/server/house.ts'
import { operationsOf } from '../../src/platform/http/index.ts'
import { emptyContent } from '../../src/capabilities/reorganisation/content.ts'
import { newId, openHouse, type House } from '../harness/house.ts'
import { hashSecret } from '../../src/platform/http/index.ts'
import { makeInput } from './rights/input.ts'
import { outcomeOf, withoutTrace } from './rights/outcome.ts'
import { layThings, type Things } from './rights/things.ts'

const RECORDED = '2018-08-01T00:00:00Z'
const MOMENT = '2018-09-20T00:00:00Z'
const DAY = '2018-09-15'
/** The reform takes effect before the day and is recorded after the moment. */
const REFORM = '2018-09-01'

let house: House
let things: Things
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  things = await layThings(house, 'cellA1')
  await layThings(house, 'cellB1')
  await recordAllAt(RECORDED)
})
afterAll(() => house.close())

/** As if everything on the ground had been recorded at one moment. */
async function recordAllAt(moment: string): Promise<void> {
  const tables = await house.rows<{ called: string }>(`select c.table_schema || '.' || c.table_name as called from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'recorded_at' and t.table_type = 'BASE TABLE' and c.table_schema <> 'audit'`)
  const client = await house.owner.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    for (const { called } of tables) await client.query(`update ${called} set recorded_at = $1`, [moment])
    await client.query('select organisations.rebuild_closure()')
  } finally {
    client.release(true)
  }
}

const readings = operationsOf(contract, routesOf({ demonstration: false })).filter(({ method, input }) => method === 'GET' && 'knownAt' in ((input as { shape?: object } | undefined)?.shape ?? {}))
const PLACES = ['district', 'communeA', 'communeB', 'cellA1', 'cellA2', 'cellB1', 'cellB2'] as const
const organisationFields = ['organisationId', 'root', 'organisation']

/** Every reading as known at the moment, of every place that it can be asked about: name and place to what was answered. */
async function readAll(): Promise<Map<string, string>> {
  const ports = withoutTrace(house.ports)
  const answers = new Map<string, string>()
  for (const { name, input, route } of readings) {
    const shape = (input as unknown as { shape: Record<string, unknown> }).shape
    const made = makeInput(name, input, { where: things, sample: things, version: 1 }) as Record<string, unknown>
    const clocks = { knownAt: MOMENT, ...('asOf' in shape ? { asOf: DAY } : {}), ...('until' in shape ? { from: '2018-07-01', until: DAY } : {}) }
    const field = name === 'organisations.findOrganisation' ? 'id' : organisationFields.find((each) => each in shape && each !== 'organisation')
    for (const place of field ? PLACES : (['district'] as const)) {
      const { organisation: _o, ...asked } = { ...made, ...clocks, ...(field ? { [field]: house.ground.places[place] } : {}) } as Record<string, unknown>
      const outcome = await outcomeOf(ports, route, undefined, { secretHash: hashSecret(house.ground.accounts.officer.secret) }, asked)
      expect(outcome.came, `${name}: ${outcome.told.slice(0, 300)}`).not.toBe('crash')
      answers.set(`${name} of ${place}`, outcome.told)
    }
  }
  return answers
}

/** The first places in which two answers differ, as paths with both values. */
function differences(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return before === after ? [] : [`${path}: ${JSON.stringify(before)?.slice(0, 80)} became ${JSON.stringify(after)?.slice(0, 80)}`]
  // The version is the lock of the row as it stands now.
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'version').flatMap((key) => differences((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key], `${path}.${key}`))
}

const parsed = (told: string): unknown => { try { return JSON.parse(told) } catch { return told } }

const acting = ['officer', 'secretaryA1', 'grassrootsA', 'administrator', 'leader', 'memberA1', 'inspector'] as const
const changing = operationsOf(contract, routesOf({ demonstration: false })).filter(({ method, route, name }) => method !== 'GET' && route.kind === 'action' && !name.startsWith('access.'))

/** Does what can be done to the things of a cell, one act after another, as whoever may; answers what was done. Acts that a former one forestalled are left out. */
async function doEverything(): Promise<string[]> {
  const done: string[] = []
  for (const { name, input, route } of changing) {
    trying: for (const actor of acting) {
      for (let version = 1; version <= 6; version++) {
        const made = makeInput(name, input, { where: things, sample: things, version })
        const outcome = await outcomeOf(house.ports, route, undefined, { secretHash: hashSecret(house.ground.accounts[actor].secret) }, made)
        if (outcome.came === 'answer') { done.push(name); break trying }
        if (outcome.came === 'crash') throw new Error(`${name}: ${outcome.told}`)
        if (outcome.kind !== 'conflict') break
      }
    }
  }
  return done
}

describe('what was known at a moment', () => {
  test('is answered the same, after a reform was recorded that had taken effect before the day asked about', async () => {
    const { district, communeB, cellA1, cellA2, cellB1, cellB2 } = house.ground.places
    const before = await readAll()
    const officer = house.as('officer').reorganisation
    const { id } = await officer.draftPlan({ organisationId: district, title: 'Sắp xếp', effectiveOn: REFORM })
    const founded = newId()
    const { version } = await officer.savePlan({ id, version: 1, title: 'Sắp xếp', effectiveOn: REFORM, content: {
      ...emptyContent(),
      founds: [{ id: founded, name: 'Chi bộ Thôn Mới', type: 'CHI_BO', parentId: communeB, revives: false }],
      changes: [{ organisationId: cellA1, parentId: communeB, name: 'Chi bộ Khun Luông mới' }],
      ends: [{ organisationId: cellB1, successorId: cellB2 }],
      people: [{ cellId: cellA2, rule: 'list', personIds: house.ground.members.cellA2.slice(0, 3), toId: founded }],
    } })
    expect(await officer.decidePlan({ id, version, decisionNumber: '88-QĐ/HU', decidedOn: '2018-08-28', issuedBy: 'Ban Thường vụ Huyện ủy Bắc Quang' })).toMatchObject({ state: 'inForce' })
    const after = await readAll()
    const changed = [...before].flatMap(([what, told]) => differences(parsed(told), parsed(after.get(what)!)).slice(0, 3).map((each) => `${what} ${each}`))
    expect(changed).toEqual([])
  }, 120_000)

  test('is answered the same, whatever is done later', async () => {
    const before = await readAll()
    const done = await doEverything()
    expect(done.length).toBeGreaterThan(90)
    const after = await readAll()
    const changed = [...before].flatMap(([what, told]) => differences(parsed(told), parsed(after.get(what)!)).slice(0, 3).map((each) => `${what} ${each}`))
    expect(changed).toEqual([])
  }, 240_000)
})
