import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
const of = (i: number) => house.ground.members.cellA1[i]!
const secretary = () => house.as('secretaryA1').members

beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  const away = (i: number, since: string, excusedUntil?: string) => secretary().recordAway({ id: of(i), place: 'Bình Dương', since, occupation: 'Công nhân', contactId: of(0), ...(excusedUntil && { excusedUntil }) })
  await away(1, '2018-03', '2018-09-30')
  await away(2, '2018-08-20', '2018-12-31')
  await away(4, '2018-07-05')
})
afterAll(() => house.close())

describe('members away', () => {
  test('stand with where, since when, until when excused and who keeps touch; lapsed excuses and long stays apart', async () => {
    const all = await secretary().listAway({})
    expect(all).toMatchObject({ total: 3, away: 3, lapsed: 2, shouldBeTemporary: 2 })
    expect(all.rows.find(({ personId }) => personId === of(1))).toMatchObject({ place: 'Bình Dương', since: '2018-03', from: '2018-03-01', excusedUntil: '2018-09-30', cell: 'Thôn Khun Luông', organisation: 'xã Quang Minh', contactId: of(0), isLapsed: true, shouldBeTemporary: true })
    expect((await secretary().listAway({ which: 'lapsed' })).rows.map(({ personId }) => personId).toSorted()).toEqual([of(1), of(4)].toSorted())
    expect((await secretary().listAway({ which: 'shouldBeTemporary', asOf: '2018-10-04' })).rows.map(({ personId }) => personId)).toEqual([of(1)])
    expect((await secretary().listAway({ asOf: '2018-09-30', which: 'lapsed' })).rows.map(({ personId }) => personId)).toEqual([of(4)])
    expect((await secretary().listAway({ knownAt: '2018-10-01T00:00:00Z' })).total).toBe(0)
    expect((await house.as('secretaryA2').members.listAway({})).total).toBe(0)
    expect((await refusalOf(house.as('memberA1').members.listAway({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('away longer than a temporary stay may last should move for good, from the day on which that is so', async () => {
    const personId = house.ground.members.cellB1[3]!
    await house.as('grassrootsB').members.recordAway({ id: personId, place: 'Đồng Nai', since: '2017-06-20' })
    const standing = async (asOf: string) => (await house.as('grassrootsB').members.listAway({ asOf })).rows.map((row) => [row.shouldBeTemporary, row.shouldBeLasting])
    expect([await standing('2017-09-19'), await standing('2017-09-20'), await standing('2018-06-19'), await standing('2018-06-20')]).toEqual([[[false, false]], [[true, false]], [[true, false]], [[false, true]]])
    expect(await house.as('grassrootsB').members.listAway({ which: 'shouldBeLasting' })).toMatchObject({ total: 1, shouldBeTemporary: 0, shouldBeLasting: 1, rows: [{ personId }] })
    await house.as('grassrootsB').members.recordReturn({ id: personId, on: '2018-10-05' })
  })

  test('show the share of each cell to the levels above', async () => {
    expect(await house.as('officer').members.listAwayFigures({})).toMatchObject({ rows: [{ cellId: house.ground.places.cellA1, cell: 'Thôn Khun Luông', organisation: 'xã Quang Minh', members: 9, away: 3, lapsed: 2 }], total: { members: 54, away: 3, lapsed: 2 } })
    expect((await house.as('grassrootsB').members.listAwayFigures({})).rows).toEqual([])
    expect((await refusalOf(secretary().listAwayFigures({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('are asked about only when the excuse has lapsed, and no more once it is renewed', async () => {
    const asked = async () => (await house.as('secretaryA1').reminders.listWork({ kinds: ['awayExcuse'], within: 0, size: 50 })).rows.map((row) => [row.subjectId, row.dueOn])
    expect((await asked()).toSorted()).toEqual([[of(1), '2018-10-01'], [of(4), '2018-07-05']].toSorted())
    await secretary().renewExcuse({ id: of(1), excusedUntil: '2019-03-31', phone: '0912 000 111' })
    expect(await asked()).toEqual([[of(4), '2018-07-05']])
    expect((await secretary().listAway({})).rows.find(({ personId }) => personId === of(1))).toMatchObject({ excusedUntil: '2019-03-31', phone: '0912 000 111', place: 'Bình Dương', since: '2018-03', isLapsed: false })
    expect(await house.auditOf(of(1))).toContain('members.excuseRenewed')
  })

  test('are renewed for who is away, not to a day before, and not by the inspector', async () => {
    expect((await refusalOf(secretary().renewExcuse({ id: of(5), excusedUntil: '2019-03-31' }))).codes).toEqual(['members.notAway'])
    expect((await refusalOf(secretary().renewExcuse({ id: of(2), excusedUntil: '2018-08-19' }))).codes).toEqual(['members.endsBeforeItBegins'])
    expect((await refusalOf(house.as('inspector').members.renewExcuse({ id: of(2), excusedUntil: '2019-03-31' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(house.as('secretaryB1').members.renewExcuse({ id: of(2), excusedUntil: '2019-03-31' }))).kind).toBe('notFound')
  })
})
