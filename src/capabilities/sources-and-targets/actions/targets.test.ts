import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
})
afterAll(() => house.close())

const targets = (name: Parameters<House['as']>[0] = 'officer') => house.as(name).sourcesAndTargets
const TERM = { kind: 'term', from: '2015-08-01', until: '2020-08-01' } as const

async function admit(cellId: string, decidedOn: string, sex = 'male', ethnicity = 'Kinh') {
  const id = newId()
  await house.owner.query(`insert into members.person (id, full_name, sort_key, sex, ethnicity, keeper_id) values ($1,'Người Kết Nạp','x',$2,$3,$4)`, [id, sex, ethnicity, cellId])
  await house.owner.query('insert into members.membership (id, person_id, decided_on) values ($1,$2,$3)', [newId(), id, decidedOn])
  await house.owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, daterange($4,null))`, [newId(), id, cellId, decidedOn])
}

describe('targets', () => {
  it('are given level by level; what differs from the sum below is told, not refused', async () => {
    const { district, communeA, communeB, hospital, cellA1, cellA2 } = house.ground.places
    expect(await targets('leader').assignTargets({ organisationId: district, period: TERM, basis: 'NQ Đại hội', rows: [{ organisationId: district, value: 60 }] })).toEqual({ changed: 1, given: 60, passedOn: 0, difference: -60 })
    const rows = [{ organisationId: communeA, value: 30 }, { organisationId: communeB, value: 20 }, { organisationId: hospital, value: 15 }]
    expect(await targets().assignTargets({ organisationId: district, period: { kind: 'term' }, basis: 'QĐ 12', rows })).toEqual({ changed: 3, given: 60, passedOn: 65, difference: 5 })
    expect(await targets('grassrootsA').assignTargets({ organisationId: communeA, period: { kind: 'term' }, basis: 'QĐ 3', rows: [{ organisationId: cellA1, value: 10 }, { organisationId: cellA2, value: 8 }] }))
      .toEqual({ changed: 2, given: 30, passedOn: 18, difference: -12 })
  })
  it('keep earlier values, dated, and do nothing when nothing changes', async () => {
    const { communeA, cellA1 } = house.ground.places
    const give = (value: number, basis: string) => targets('grassrootsA').assignTargets({ organisationId: communeA, period: { kind: 'term' }, basis, rows: [{ organisationId: cellA1, value }] })
    expect((await give(10, 'QĐ 3')).changed).toBe(0)
    expect((await give(12, 'QĐ 9')).changed).toBe(1)
    expect((await targets('secretaryA1').listTargets({ organisationId: cellA1 })).rows.map((row) => [row.value, row.basis, row.supersededAt === null])).toEqual([[12, 'QĐ 9', true], [10, 'QĐ 3', false]])
    await give(10, 'QĐ 3')
  })
  it('are measured by decisions of admission against the pace of the term', async () => {
    const { communeA, cellA1, cellA2, cellB1 } = house.ground.places
    for (const day of ['2015-08-01', '2016-05-05', '2018-10-05']) await admit(cellA1, day)
    await admit(cellA2, '2018-01-01', 'female', 'Dao')
    await admit(cellB1, '2015-07-31')
    await admit(cellB1, '2018-10-06')
    const progress = await targets('leader').findTargetProgress({})
    expect(progress.period).toEqual({ from: '2015-08-01', until: '2020-08-01', elapsedMonths: 38, totalMonths: 60 })
    expect(progress.head).toMatchObject({ given: 60, passedOn: 65, difference: 5, admitted: 4, expected: 38, behind: 34, thisYear: 2 })
    expect(progress.rows.map((row) => [row.shortName, row.given, row.passedOn, row.difference, row.admitted, row.behind, row.thisYear])).toEqual([
      ['xã Quang Minh', 30, 18, -12, 4, 15, 2], ['xã Liên Hiệp', 20, null, null, 0, 13, 0], ['Bệnh viện Đa khoa huyện', 15, null, null, 0, 10, 0]])
    expect(progress).toMatchObject({ elsewhere: 0, countedBy: 'decision', mayAssign: true, maySetOwn: true })
    expect((await targets().findTargetProgress({ organisationId: communeA })).rows.map((row) => [row.shortName, row.isCell, row.given, row.admitted])).toEqual([
      ['Thôn Khun Luông', true, 10, 3], ['Thôn Đồng Bó', true, 8, 1], ['Trường Mầm non', true, null, 0]])
    expect((await targets().findTargetProgress({ asOf: '2016-12-31' })).head).toMatchObject({ admitted: 2, thisYear: 1 })
  })
  it('for a year count that year alone', async () => {
    const { district, communeA } = house.ground.places
    await targets().assignTargets({ organisationId: district, period: { kind: 'year', year: 2018 }, basis: 'KH năm', rows: [{ organisationId: communeA, value: 12 }] })
    const progress = await targets().findTargetProgress({ kind: 'year' })
    expect(progress.period).toMatchObject({ from: '2018-01-01', until: '2019-01-01', elapsedMonths: 9, totalMonths: 12 })
    expect(progress.rows[0]).toMatchObject({ given: 12, admitted: 2, expected: 9, behind: 7 })
    expect((await targets().findTargetProgress({ kind: 'year', year: 2016 })).head).toMatchObject({ given: null, admitted: 1, thisYear: 1 })
  })
  it('may be given for women and ethnic minorities among them', async () => {
    const { district, communeA } = house.ground.places
    await targets().assignTargets({ organisationId: district, period: { kind: 'term' }, measure: 'women', basis: 'KH', rows: [{ organisationId: communeA, value: 9 }] })
    expect((await targets().findTargetProgress({ measure: 'women' })).rows[0]).toMatchObject({ given: 9, admitted: 1 })
    expect((await targets().findTargetProgress({ measure: 'ethnicMinority' })).rows[0]).toMatchObject({ given: null, admitted: 1 })
  })
  it('tell decisions in organisations that have ended', async () => {
    const { cellB2, communeB } = house.ground.places
    await admit(cellB2, '2016-02-02')
    const wanted = { organisationId: communeB, asOf: '2018-09-30' }
    expect(await targets().findTargetProgress(wanted)).toMatchObject({ elsewhere: 0, head: { admitted: 1 } })
    await house.owner.query(`update organisations.placement set valid_during = '[2010-01-01,2018-07-01)' where organisation_id = $1`, [cellB2])
    await house.owner.query('select organisations.rebuild_closure()')
    expect(await targets().findTargetProgress(wanted)).toMatchObject({ elsewhere: 1, head: { admitted: 1 }, rows: [{ admitted: 0 }] })
    await house.owner.query(`update organisations.placement set valid_during = '[2010-01-01,)' where organisation_id = $1`, [cellB2])
    await house.owner.query('select organisations.rebuild_closure()')
  })
  it('are refused two levels down, twice, without a term, and with an end before the beginning', async () => {
    const { district, communeA, cellA1 } = house.ground.places
    const give = (period: any, ids: string[], organisationId = district) => refusalOf(targets().assignTargets({ organisationId, period, basis: 'x', rows: ids.map((id) => ({ organisationId: id, value: 1 })) }))
    expect(await give(TERM, [cellA1])).toMatchObject({ codes: ['sourcesAndTargets.notDirectlyBelow'] })
    expect(await give(TERM, [communeA, communeA])).toMatchObject({ codes: ['sourcesAndTargets.organisationTwice'] })
    expect(await give({ kind: 'term', from: '2020-08-01', until: '2015-08-01' }, [communeA])).toMatchObject({ codes: ['sourcesAndTargets.periodEndsBeforeItBegins'] })
    const bare = await openHouse({ today: '2018-10-05' })
    await bare.owner.query('update organisations.committee set superseded_at = now()')
    const { places } = bare.ground
    expect(await refusalOf(bare.as('officer').sourcesAndTargets.assignTargets({ organisationId: places.district, period: { kind: 'term' }, basis: 'x', rows: [{ organisationId: places.communeA, value: 1 }] })))
      .toMatchObject({ codes: ['sourcesAndTargets.periodUnknown'] })
    expect(await bare.as('officer').sourcesAndTargets.findTargetProgress({})).toMatchObject({ period: null, head: { given: null, expected: null } })
    await bare.close()
  })
  it('are given by leader and officer, by the grassroots office below itself only; the secretary reads', async () => {
    const { communeA, cellA1, communeB } = house.ground.places
    const give = (name: Parameters<House['as']>[0], organisationId: string, to: string) => refusalOf(targets(name).assignTargets({ organisationId, period: TERM, basis: 'x', rows: [{ organisationId: to, value: 1 }] }))
    expect(await give('grassrootsA', communeA, communeA)).toMatchObject({ kind: 'notAllowed' })
    expect(await give('grassrootsA', communeB, communeB)).toMatchObject({ kind: 'notFound' })
    expect(await give('secretaryA1', cellA1, cellA1)).toMatchObject({ kind: 'notAllowed' })
    expect(await give('inspector', communeA, cellA1)).toMatchObject({ kind: 'notAllowed' })
    expect(await targets('secretaryA1').findTargetProgress({})).toMatchObject({ period: { from: '2015-08-01' }, head: { given: 10, admitted: 3 }, rows: [], mayAssign: false })
    expect(await targets('grassrootsA').findTargetProgress({})).toMatchObject({ mayAssign: true, maySetOwn: false })
    expect(await refusalOf(targets('memberA1').findTargetProgress({}))).toMatchObject({ kind: 'notAllowed' })
  })
  it('are told of a past day and as they were known at a moment', async () => {
    const { communeB, cellB1 } = house.ground.places
    const give = (period: any, value: number) => targets('grassrootsB').assignTargets({ organisationId: communeB, period, basis: 'NQ', rows: [{ organisationId: cellB1, value }] })
    await give(TERM, 4)
    house.clock.moveTo('2018-11-05' as never)
    await give(TERM, 6)
    await give({ kind: 'year', year: 2018 }, 2)
    const given = async (seen: object) => (await targets().listTargets({ organisationId: cellB1, ...seen })).rows.map(({ value, supersededAt }) => [value, supersededAt === null])
    expect(await given({})).toEqual([[2, true], [6, true], [4, false]])
    expect(await given({ knownAt: '2018-10-20T00:00:00Z' })).toEqual([[4, true]])
    expect(await given({ asOf: '2017-12-31' })).toEqual([[6, true], [4, false]])
    expect(await given({ asOf: '2015-07-31' })).toEqual([])
    house.clock.moveTo('2018-10-05' as never)
  })
})
