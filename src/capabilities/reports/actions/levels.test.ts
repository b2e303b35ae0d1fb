import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../../platform/http/index.ts'
import { addDays, newId, plainDate } from '../../../kernel/index.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type Calls, type House } from '../../../../tests/harness/house.ts'

// province ─ district (of the ground: communeA, communeB, hospital)
//          └ neighbour ─ communeC ─ cellC1
let house: House
let province: string
let neighbour: string
let communeC: string
let cellC1: string
const by: Record<string, Calls['reports']> = {}
const works: Record<string, Calls['reminders']> = {}
const run = (text: string, values: unknown[] = []) => house.owner.query(text, values)
const reasons = { kind: expect.stringMatching(/notAllowed|notFound/) }

async function found(name: string, short: string, type: string, code: string, parent: string | null): Promise<string> {
  const id = newId()
  await run('insert into organisations.organisation (id, founded_on) values ($1, $2)', [id, '2010-01-01'])
  await run(`insert into organisations.version (id, organisation_id, name, short_name, type, code, valid_during) values ($1, $2, $3, $4, $5, $6, '[2010-01-01,)')`, [newId(), id, name, short, type, code])
  await run(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, '[2010-01-01,)')`, [newId(), id, parent])
  return id
}

async function account(name: string, role: string, place: string): Promise<void> {
  const [id, holding, secret] = [newId(), newId(), `secret-of-${name}-${newId()}`]
  await run('insert into access.account (id, sign_in_name, full_name) values ($1, $2, $3)', [id, name.toLowerCase(), `Người dùng ${name}`])
  await run('insert into access.role_holding (id, account_id, role, organisation_id, held_during) values ($1, $2, $3, $4, daterange($5, null))', [holding, id, role, place, addDays(plainDate('2018-08-10'), -1000)])
  await run(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1, 'hex'), $2, $3, 'token', clock_timestamp() + interval '1 day')`, [hashSecret(secret), id, holding])
  by[name] = house.bearing(secret).reports
  works[name] = house.bearing(secret).reminders
}

/** Somebody goes from a cell to another one on a day, as recorded now. */
async function move(person: string, to: string, on: string): Promise<void> {
  const { rows: [old] } = await run('select id, cell_id, lower(valid_during)::text as since from members.placement where person_id = $1 and superseded_at is null and upper_inf(valid_during)', [person])
  await run('update members.placement set superseded_at = now() where id = $1', [old.id])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), person, old.cell_id, old.since, on])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), person, to, on])
}

async function dies(person: string, on: string): Promise<void> {
  const { rows: [old] } = await run('select id, cell_id, lower(valid_during)::text as since from members.placement where person_id = $1 and superseded_at is null and upper_inf(valid_during)', [person])
  await run('update members.placement set superseded_at = now() where id = $1', [old.id])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), person, old.cell_id, old.since, on])
  await run(`update members.membership set superseded_at = now() where person_id = $1 and superseded_at is null`, [person])
  await run(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, confirmed_on, ended_on, end_kind) values ($1, $2, '2000-03-01', '2000-03-15', '2000-03-15', '2001-03-15', $3, 'death')`, [newId(), person, on])
}

const half = { kind: 'half', year: 2018, dueOn: '2018-07-20' } as const
const periods: Record<'district' | 'neighbour' | 'province', string> = { district: '', neighbour: '', province: '' }

const table1 = async (who: string, which: { periodId: string; organisationId: string; submissionId?: string; counted?: boolean }): Promise<Record<string, number | null>> =>
  Object.fromEntries((await by[who]!.findReportTable({ ...which, table: '1' })).sections[0]!.rows.map(({ code, numbers }) => [code, numbers[0]!]))

/** Submits as who may and has it approved by the level above. */
async function reportAndApprove(who: string, above: string, periodId: string, organisationId: string, reason?: string) {
  const { version } = await by[who]!.findReport({ periodId, organisationId })
  const done = await by[who]!.submitReport({ periodId, organisationId, version, ...(reason ? { reason } : {}) })
  await by[above]!.decideReport({ reportId: done.reportId, version: done.version, approves: true })
  return done
}

beforeAll(async () => {
  house = await openHouse({ today: '2018-08-10' })
  const { places } = house.ground
  province = await found('Đảng bộ tỉnh Hà Giang', 'tỉnh Hà Giang', 'DB_TINH', '02', null)
  neighbour = await found('Đảng bộ huyện Quang Bình', 'huyện Quang Bình', 'DB_HUYEN', '02.035', province)
  communeC = await found('Đảng bộ xã Tân Bắc', 'xã Tân Bắc', 'DB_CO_SO', '02.035.001', neighbour)
  cellC1 = await found('Chi bộ Thôn Nà Tho', 'Thôn Nà Tho', 'CHI_BO', '02.035.001.000.001', communeC)
  await run('update organisations.placement set parent_id = $1 where organisation_id = $2', [province, places.district])
  await run('select organisations.rebuild_closure()')
  for (let i = 0; i < 7; i++) await addFullMember(house.owner, cellC1, `Ma Văn ${i}`, `1970-03-0${i + 1}`)
  await run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, 'BT', '[2015-08-01,)')`, [newId(), house.ground.members.cellA1[1], places.district])
  await run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, 'BT', '[2015-08-01,)')`, [newId(), house.ground.members.cellB1[2], province])
  // One moves within the district, one from the district to its neighbour.
  await move(house.ground.members.cellA1[4]!, places.cellB1, '2018-03-01')
  await move(house.ground.members.cellA2[4]!, cellC1, '2018-04-01')
  for (const [name, who] of [['officer', 'officer'], ['leader', 'leader'], ['inspector', 'inspector'], ['grassrootsA', 'grassrootsA'], ['grassrootsB', 'grassrootsB'], ['grassrootsH', 'grassrootsH']] as const) { by[name] = house.as(who).reports; works[name] = house.as(who).reminders }
  await account('provinceOfficer', 'superiorOfficer', province)
  await account('provinceLeader', 'leader', province)
  await account('neighbourOfficer', 'superiorOfficer', neighbour)
  await account('grassrootsC', 'grassrootsOfficer', communeC)
})
afterAll(() => house.close())

describe('a period of each level', () => {
  test('is opened by that level for those right below it', async () => {
    periods.district = (await by.officer!.openPeriod(half)).id
    periods.neighbour = (await by.neighbourOfficer!.openPeriod(half)).id
    periods.province = (await by.provinceOfficer!.openPeriod({ ...half, dueOn: '2018-07-31' })).id
    const namesOf = async (who: string, periodId: string) => (await by[who]!.listReports({ periodId })).rows.map(({ name }) => name)
    expect(await namesOf('provinceOfficer', periods.province)).toEqual(['huyện Bắc Quang', 'huyện Quang Bình'])
    expect(await namesOf('provinceOfficer', periods.district)).toHaveLength(3)
    expect(await namesOf('officer', periods.province)).toEqual(['huyện Bắc Quang'])
    expect(await namesOf('neighbourOfficer', periods.neighbour)).toEqual(['xã Tân Bắc'])
  })

  test('is opened by nobody else, and for who has somebody to report', async () => {
    const { district, communeA } = house.ground.places
    await expect(by.provinceOfficer!.openPeriod({ ...half, organisationId: district, kind: 'year', year: 2017, dueOn: '2018-01-20' })).rejects.toMatchObject({ code: 'reports.otherLevel', facts: { name: 'huyện Bắc Quang' } })
    await expect(by.provinceOfficer!.changeDueDay({ periodId: periods.district, version: 1, dueOn: '2018-07-28' })).rejects.toMatchObject({ code: 'reports.otherLevel' })
    await expect(by.officer!.openPeriod({ ...half, organisationId: province })).rejects.toMatchObject(reasons)
    await expect(by.officer!.changeDueDay({ periodId: periods.province, version: 1, dueOn: '2018-07-28' })).rejects.toMatchObject(reasons)
    for (const who of ['provinceLeader', 'leader', 'inspector', 'grassrootsA']) await expect(by[who]!.openPeriod({ ...half, kind: 'year', year: 2017, dueOn: '2018-01-20' })).rejects.toMatchObject(reasons)
    const keeper = house.keeper().reports
    await expect(keeper.openPeriod({ ...half, organisationId: communeA })).rejects.toMatchObject({ code: 'reports.nobodyReports' })
  })

  test('is listed to whom it concerns, the own one first', async () => {
    const openersOf = async (who: string) => (await by[who]!.listPeriods({})).rows.map(({ organisation }) => organisation)
    const ofProvince = await openersOf('provinceOfficer')
    expect([ofProvince[0], ofProvince.slice(1).sort()]).toEqual(['Đảng bộ tỉnh Hà Giang', ['Đảng bộ huyện Bắc Quang', 'Đảng bộ huyện Quang Bình']])
    expect(await openersOf('officer')).toEqual(['Đảng bộ huyện Bắc Quang', 'Đảng bộ tỉnh Hà Giang'])
    expect(await openersOf('grassrootsA')).toEqual(['Đảng bộ huyện Bắc Quang'])
    const { district, communeA, communeB } = house.ground.places
    const reportedBy = async (who: string, reporterId: string) => (await by[who]!.listPeriods({ reporterId })).rows.map(({ id }) => id)
    expect([await reportedBy('officer', district), await reportedBy('provinceOfficer', communeA)]).toEqual([[periods.province], [periods.district]])
    await expect(by.grassrootsA!.listPeriods({ reporterId: communeB })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('stands on the work list of each level that has not reported', async () => {
    const due = async (who: string) => (await works[who]!.listWork({ kinds: ['report'] })).rows.map(({ organisationName, dueOn, owner }: Record<string, any>) => [organisationName, dueOn, owner])
    expect(await due('grassrootsC')).toEqual([[expect.any(String), '2018-07-20', 'grassrootsCommittee']])
    expect((await due('neighbourOfficer')).map(([, dueOn, owner]: unknown[]) => [dueOn, owner])).toEqual([['2018-07-20', 'grassrootsCommittee'], ['2018-07-31', 'decidingOffice']])
  })
})

describe('a report of the level between', () => {
  test('is submitted by its own office alone', async () => {
    const { district } = house.ground.places
    const input = { periodId: periods.province, organisationId: district, version: 0, reason: 'Thử' }
    await expect(by.provinceOfficer!.submitReport(input)).rejects.toMatchObject({ code: 'reports.otherLevel' })
    for (const who of ['leader', 'inspector', 'grassrootsA', 'neighbourOfficer', 'provinceLeader']) await expect(by[who]!.submitReport(input), who).rejects.toMatchObject(reasons)
    expect((await by.officer!.findReport({ periodId: periods.province, organisationId: district })).may).toEqual({ submit: true, decide: false, giveBack: false })
    expect((await by.provinceOfficer!.findReport({ periodId: periods.province, organisationId: district })).may.submit).toBe(false)
  })

  test('names who has not reported, and counts them itself only with a reason', async () => {
    const { district, communeA, communeB } = house.ground.places
    await reportAndApprove('grassrootsA', 'officer', periods.district, communeA)
    await reportAndApprove('grassrootsB', 'officer', periods.district, communeB)
    const input = { periodId: periods.province, organisationId: district, version: 0 }
    await expect(by.officer!.submitReport(input)).rejects.toMatchObject({ code: 'reports.partsMissing', facts: { n: 1, names: 'Bệnh viện Đa khoa huyện' } })
    const before = await by.officer!.findReport({ periodId: periods.province, organisationId: district })
    expect(before).toMatchObject({ isAbove: true, included: 2, missing: [{ name: 'Bệnh viện Đa khoa huyện', state: 'missing' }], ownPeriodId: periods.district })
    const { reportId, submissionId } = await by.officer!.submitReport({ ...input, reason: 'Bệnh viện nộp muộn' })
    const shown = await by.officer!.findReport({ periodId: periods.province, organisationId: district })
    expect(shown).toMatchObject({ state: 'submitted', countedHere: ['Bệnh viện Đa khoa huyện'], changedBelow: 0 })
    expect(shown.parts.map(({ name, ordinal, outcome }) => [name, ordinal, outcome])).toEqual([[expect.stringContaining('Liên Hiệp'), 1, 'approved'], [expect.stringContaining('Quang Minh'), 1, 'approved']])
    // Who moved within the district neither came nor left, who went to the neighbour left.
    const frozen = await table1('officer', { periodId: periods.province, organisationId: district, submissionId })
    expect(frozen).toMatchObject({ opening: 54, movedIn: 0, movedOut: 1, closing: 53 })
    expect(frozen).toEqual(await table1('officer', { periodId: periods.province, organisationId: district, counted: true }))
    expect((await by.officer!.compareReports({ a: `submission:${submissionId}`, b: `now:${periods.province}:${district}` })).rows).toEqual([])
    expect(await house.auditOf(reportId)).toEqual(['reports.submitted'])
  })

  test('is approved by the level above alone', async () => {
    const { district } = house.ground.places
    const { reportId, version } = await by.officer!.findReport({ periodId: periods.province, organisationId: district })
    for (const who of ['officer', 'leader', 'provinceLeader', 'neighbourOfficer', 'grassrootsA']) await expect(by[who]!.decideReport({ reportId: reportId!, version, approves: true }), who).rejects.toMatchObject(reasons)
    expect((await by.officer!.findReport({ periodId: periods.province, organisationId: district })).may.decide).toBe(false)
    const commune = await by.provinceOfficer!.findReport({ periodId: periods.district, organisationId: house.ground.places.communeA })
    expect(commune.may).toEqual({ submit: false, decide: false, giveBack: false })
    await expect(by.provinceOfficer!.decideReport({ reportId: commune.reportId!, version: commune.version, approves: false, reason: 'Bỏ qua huyện' })).rejects.toMatchObject({ code: 'reports.otherLevel' })
  })

  test('comes back with a reason, which reaches its work list, and from there the level below', async () => {
    const { district, communeA } = house.ground.places
    const report = await by.provinceOfficer!.findReport({ periodId: periods.province, organisationId: district })
    await by.provinceOfficer!.decideReport({ reportId: report.reportId!, version: report.version, approves: false, reason: 'Chờ đủ báo cáo của bệnh viện' })
    expect((await works.officer!.listWork({ kinds: ['report'] })).rows.map(({ nextAct }) => nextAct)).toContainEqual(expect.stringContaining('Chờ đủ báo cáo của bệnh viện'))
    const commune = await by.officer!.findReport({ periodId: periods.district, organisationId: communeA })
    expect(commune.may).toEqual({ submit: false, decide: false, giveBack: true })
    await expect(by.officer!.decideReport({ reportId: commune.reportId!, version: commune.version, approves: false })).rejects.toMatchObject({ code: 'reports.reasonMissing' })
    await expect(by.officer!.decideReport({ reportId: commune.reportId!, version: commune.version, approves: true })).rejects.toMatchObject({ code: 'reports.nothingWaits' })
    await by.officer!.decideReport({ reportId: commune.reportId!, version: commune.version, approves: false, reason: 'Tỉnh yêu cầu rà lại người từ trần' })
    const after = await by.grassrootsA!.findReport({ periodId: periods.district, organisationId: communeA })
    expect(after).toMatchObject({ state: 'returned', may: { submit: true }, submissions: [{ outcome: 'approved', requests: [{ reason: 'Tỉnh yêu cầu rà lại người từ trần', askedBy: 'Người dùng officer' }] }] })
    expect((await works.grassrootsA!.listWork({ kinds: ['report'] })).rows.map(({ nextAct }) => nextAct)).toEqual([expect.stringContaining('Tỉnh yêu cầu rà lại người từ trần')])
    // What was approved stands meanwhile.
    expect((await by.officer!.findReport({ periodId: periods.district, organisationId: district })).included).toBe(2)
    expect(await house.auditOf(commune.reportId!)).toEqual(['reports.submitted', 'reports.approved', 'reports.correctionAsked'])
  })
})

describe('a late correction', () => {
  test('is a difference at each level, explained by its facts, until each level has reported anew', async () => {
    const { district, communeA, hospital } = house.ground.places
    await reportAndApprove('grassrootsH', 'officer', periods.district, hospital)
    const first = await reportAndApprove('officer', 'provinceOfficer', periods.province, district, 'Đã đủ báo cáo')
    await reportAndApprove('grassrootsC', 'neighbourOfficer', periods.neighbour, communeC)
    await reportAndApprove('neighbourOfficer', 'provinceOfficer', periods.province, neighbour)
    const dead = house.ground.members.cellA3[5]!
    await dies(dead, '2018-05-05')
    await reportAndApprove('grassrootsA', 'officer', periods.district, communeA, 'Ghi muộn người từ trần')

    const shown = await by.officer!.findReport({ periodId: periods.province, organisationId: district })
    expect(shown).toMatchObject({ state: 'approved', changedBelow: 1, may: { submit: true } })
    const part = shown.parts.find(({ name }) => name.includes('Quang Minh'))!
    expect(part).toMatchObject({ ordinal: 1, outcome: 'replaced', standing: { ordinal: 2 } })
    expect((await by.provinceOfficer!.listReports({ periodId: periods.province })).rows.map(({ changedBelow }) => changedBelow)).toEqual([1, 0])

    const why = async (who: string, sides: { a: string; b: string }) => (await by[who]!.listDifferingPeople({ ...sides, base: 'changes', by: 'item', value: 'died', column: 'total' })).rows
    const atCommune = { a: `submission:${part.submissionId}`, b: `submission:${part.standing!.submissionId}` }
    const atDistrict = { a: `submission:${first.submissionId}`, b: `sum:${periods.district}` }
    const atProvince = { a: `sum:${periods.province}`, b: `now:${periods.province}:${province}` }
    for (const [who, sides] of [['officer', atCommune], ['officer', atDistrict], ['provinceOfficer', atProvince]] as const) {
      const { rows } = await by[who]!.compareReports(sides)
      expect(rows.find(({ base, value, column }) => base === 'changes' && value === 'closing' && column === 'total'), who).toMatchObject({ onlyA: 1, onlyB: 0 })
      expect(await why(who, sides)).toMatchObject([{ personId: dead, cause: 'facts' }])
      expect((await by[who]!.listDifferingPeople({ ...sides, size: 200 })).rows.filter(({ cause }) => cause !== 'facts' && cause !== 'sizeChanged')).toEqual([])
    }
    // What the district had submitted stands as it was frozen.
    expect(await table1('provinceOfficer', { periodId: periods.province, organisationId: district, submissionId: first.submissionId })).toMatchObject({ died: 0, closing: 53 })

    const second = await reportAndApprove('officer', 'provinceOfficer', periods.province, district, 'Xã Quang Minh đã nộp bản thay')
    expect(await table1('provinceOfficer', { periodId: periods.province, organisationId: district, submissionId: second.submissionId })).toMatchObject({ died: 1, closing: 52 })
    expect((await by.provinceOfficer!.compareReports(atProvince)).rows).toEqual([])
    expect(await by.provinceOfficer!.findReport({ periodId: periods.province, organisationId: district })).toMatchObject({ changedBelow: 0, submissions: [{ outcome: 'returned' }, { outcome: 'replaced' }, { outcome: 'approved' }] })
  })

  test('leaves every sum as what is counted for the whole, names and committees of each level included', async () => {
    const sum = await table1('provinceOfficer', { periodId: periods.province, organisationId: province })
    // Nobody came to the province or left it but the dead: moves between its districts are none.
    expect(sum).toMatchObject({ opening: 61, movedIn: 0, movedOut: 0, died: 1, closing: 60 })
    expect(sum).toEqual(await table1('provinceOfficer', { periodId: periods.province, organisationId: province, counted: true }))
    const committee = async (counted: boolean) => (await by.provinceOfficer!.findReportTable({ periodId: periods.province, organisationId: province, table: '9', counted })).sections.map(({ rows }) => rows.map(({ numbers }) => numbers))
    expect(await committee(false)).toEqual(await committee(true))
    const closing = await by.provinceOfficer!.listReportPeople({ periodId: periods.province, organisationId: province, base: 'changes', by: 'item', values: ['closing'], column: 'total', size: 100 })
    expect([closing.total, closing.rows.length]).toEqual([60, 60])
    const { a, b } = await by.provinceOfficer!.compareReports({ a: `sum:${periods.province}`, b: `now:${periods.province}:${province}` })
    expect([a.missing, b.missing]).toEqual([[], []])
  })

  test('is read within the own part only', async () => {
    const { district, communeA } = house.ground.places
    await expect(by.neighbourOfficer!.findReport({ periodId: periods.province, organisationId: district })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(by.officer!.findReport({ periodId: periods.province, organisationId: province })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(by.officer!.compareReports({ a: `sum:${periods.province}`, b: `now:${periods.province}:${province}` })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(by.grassrootsA!.findReport({ periodId: periods.province, organisationId: communeA })).rejects.toMatchObject({ code: 'reports.notExpected' })
    await expect(by.officer!.exportReport({ periodId: periods.province, organisationId: province, reason: 'Lưu' })).rejects.toMatchObject({ kind: 'notFound' })
    for (const who of ['provinceLeader', 'provinceOfficer', 'leader', 'inspector']) expect((await by[who]!.findReport({ periodId: periods.province, organisationId: district })).state, who).toBe('approved')
    await expect(by.officer!.exportReport({ periodId: periods.province, organisationId: district, reason: 'Lưu' })).resolves.toBeDefined()
  })
})
