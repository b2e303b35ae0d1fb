import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, plainDate } from '../../src/kernel/index.ts'
import { hashSecret } from '../../src/platform/http/index.ts'
import { makeDemonstration } from '../../src/app/demonstration/index.ts'
import { openHouse, type Calls, type House } from '../harness/house.ts'
import { liveRowsOf } from '../harness/live-rows.ts'

// The district level ends: a province stands in its place, the twenty-three communes and townships become eight, the other organisations
// come under the province, and every cell stands under a new parent.

const TODAY = plainDate('2018-10-05')
const YESTERDAY = '2018-10-04'
const MEMBERS = 9863

let house: House
let officer: Calls
let before: Awaited<ReturnType<typeof liveRowsOf>>
const province = newId()
const communes = Array.from({ length: 8 }, (_, n) => ({ id: newId(), name: `Đảng bộ xã Mới ${n + 1}`, type: 'DB_CO_SO', code: `02.900.00${n}`, parentId: province }))
let units: { id: string; type: string; code: string; parent: string | null }[]

async function sessionOf(signInName: string): Promise<string> {
  const [row] = await house.rows<{ account: string; holding: string }>('select a.id as account, h.id as holding from access.account a join access.role_holding h on h.account_id = a.id where a.sign_in_name = $1 limit 1', [signInName])
  await house.owner.query(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1, 'hex'), $2, $3, 'token', clock_timestamp() + interval '1 hour')`, [hashSecret(signInName), row!.account, row!.holding])
  return hashSecret(signInName)
}

beforeAll(async () => {
  house = await openHouse({ today: TODAY, ground: false })
  await makeDemonstration(house.owner, { seed: 20181005, today: TODAY, files: house.ports.files })
  await sessionOf('chuyenvien')
  officer = house.bearing('chuyenvien')
  units = await house.rows(`select v.organisation_id as id, v.type, v.code, p.parent_id as parent from organisations.version v join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> $1::date
    where v.superseded_at is null and v.valid_during @> $1::date order by v.code`, [TODAY])
}, 240_000)
afterAll(() => house.close())

const district = () => units.find(({ type }) => type === 'DB_HUYEN')!.id
const oldCommunes = () => units.filter(({ type, code }) => type === 'DB_CO_SO' && code <= '02.034.023')
const countsOf = async (root: string, asOf: string) => { const { totals } = await officer.organisations.listTree({ root, asOf }); return { grassroots: totals.grassroots, cells: totals.cells, members: totals.counts?.members } }
const admittedOf = async (root: string) => (await house.rows<{ n: number }>(`select coalesce(sum(admitted), 0)::int as n from (select set_config('dangvu.keeper', 'yes', false)) k, lateral members.admissions_by_cell($1, $2, '2015-08-01', $2, null)`, [root, TODAY]))[0]!.n

test('the whole district is reformed by one act, nobody is lost, and the old figures stay', async () => {
  before = await liveRowsOf(house)
  const oldFigures = await Promise.all(oldCommunes().map(async ({ id }) => (await countsOf(id, YESTERDAY)).members!))
  const holdings = await house.rows<{ id: string }>('select id from access.role_holding where organisation_id = $1', [district()])
  const content = {
    founds: [{ id: province, name: 'Đảng bộ tỉnh Tuyên Quang', type: 'DB_TINH', code: '02', parentId: null }, ...communes],
    ends: [{ organisationId: district(), successorId: province }, ...oldCommunes().map(({ id }, n) => ({ organisationId: id, successorId: communes[n % 8]!.id }))],
    holdings: holdings.map(({ id }) => ({ holdingId: id, toId: province })),
  }
  const { id } = await officer.reorganisation.draftPlan({ organisationId: district(), title: 'Kết thúc cấp huyện', effectiveOn: TODAY })
  const { version } = await officer.reorganisation.savePlan({ id, version: 1, title: 'Kết thúc cấp huyện', effectiveOn: TODAY, content })
  const preview = await officer.reorganisation.previewPlan({ id })
  expect(preview.findings.filter(({ weight }) => weight === 'error').map(({ text }) => text)).toEqual([])
  expect([preview.before.members, preview.after.members, preview.before.cells, preview.after.cells]).toEqual([MEMBERS, MEMBERS, 452, 452])
  expect(preview.findings.map(({ code }) => code)).toContain('decidedAbove')

  expect(await officer.reorganisation.decidePlan({ id, version, decisionNumber: '31-QĐ/TU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Tỉnh ủy' })).toMatchObject({ state: 'inForce' })
  expect(await countsOf(province, TODAY)).toEqual({ grassroots: 18, cells: 452, members: MEMBERS })
  const sums = await Promise.all(communes.map(async (commune) => (await countsOf(commune.id, TODAY)).members))
  expect(sums).toEqual(communes.map((_commune, n) => oldFigures.filter((_old, i) => i % 8 === n).reduce((sum, members) => sum + members, 0)))
  // The district as it was: answered to whoever has its place.
  expect(await countsOf(district(), YESTERDAY)).toEqual({ grassroots: 33, cells: 452, members: MEMBERS })
  expect(await admittedOf(province)).toBe(1045)
  expect((await officer.sourcesAndTargets.findTargetProgress({ organisationId: province, kind: 'term', measure: 'admissions' })).head).toMatchObject({ given: 1750, admitted: 1045 })
  expect(await house.rows(`select count(*)::int as n from members.standing s where s.valid_during @> $1::date and not exists (select from organisations.closure c where c.descendant_id = s.cell_id and c.ancestor_id = $2 and c.valid_during @> $1::date)`, [TODAY, province])).toEqual([{ n: 0 }])
  expect((await officer.reminders.listWork({})).total).toBeGreaterThan(50)
  expect((await officer.reorganisation.findPlan({ id })).carried.filter(({ kind }) => kind === 'dossier').length).toBeGreaterThan(0)
}, 120_000)

test('and is taken back on the same day, row for row', async () => {
  const { rows } = await officer.reorganisation.listPlans({ state: 'inForce' })
  const plan = rows.find(({ title }) => title === 'Kết thúc cấp huyện')!
  await officer.reorganisation.undoPlan({ id: plan.id, version: plan.version, reason: 'Thử' })
  const after = await liveRowsOf(house)
  for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
  expect(await countsOf(district(), TODAY)).toEqual({ grassroots: 33, cells: 452, members: MEMBERS })
}, 120_000)
