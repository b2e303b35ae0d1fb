import { afterAll, beforeAll, expect, test } from 'vitest'
import { votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let moved: string
beforeAll(async () => {
  house = await openHouse()
  moved = house.ground.members.cellA1[1]!
  await house.as('grassrootsA').members.recordAway({ id: moved, place: 'Bắc Ninh', since: '2018-05' })
  await house.as('officer').members.revealMember({ id: moved, reason: 'comparing', note: 'Đối chiếu bản gốc' })
})
afterAll(() => house.close())

const entries = (who: Parameters<House['as']>[0], asked: object = {}) => house.as(who).audit.listEntries({ page: 1, size: 50, ...asked })

test('everything done to one person is told newest first, in words, with who did it as what', async () => {
  const { rows, total, person } = await entries('officer', { personId: moved })
  expect(total).toBe(2)
  expect(person?.id).toBe(moved)
  expect(rows.map(({ event, title, isLook }) => [event, title, isLook])).toEqual([
    ['members.revealed', 'Mở xem số giấy tờ', true], ['members.awayRecorded', 'Ghi đi làm ăn xa', false]])
  expect(rows[0]).toMatchObject({ role: 'Chuyên viên Ban Tổ chức', personName: person!.name, organisation: 'Thôn Khun Luông' })
  expect(rows[0]!.details).toContainEqual({ label: 'Ghi chú', value: 'Đối chiếu bản gốc' })
})

test('looks and changes are told apart, days are both inclusive, and a name is found without marks', async () => {
  const titles = async (asked: object) => (await entries('officer', { personId: moved, ...asked })).rows.map(({ event }) => event)
  expect(await titles({ kind: 'looks' })).toEqual(['members.revealed'])
  expect(await titles({ kind: 'changes' })).toEqual(['members.awayRecorded'])
  expect(await titles({ since: '2018-10-05', until: '2018-10-05' })).toHaveLength(2)
  expect(await titles({ since: '2018-10-06' })).toEqual([])
  expect(await titles({ until: '2018-10-04' })).toEqual([])
  expect(await titles({ by: 'khong ai ten nay' })).toEqual([])
})

test('one page of many says how many there are', async () => {
  const { rows, total } = await entries('officer', { personId: moved, size: 1, page: 2 })
  expect([rows.map(({ event }) => event), total]).toEqual([['members.awayRecorded'], 2])
})

test('who keeps another part finds neither the person nor the entries; a secretary may not read the trail', async () => {
  await expect(entries('grassrootsB', { personId: moved })).rejects.toMatchObject({ kind: 'notFound' })
  expect((await entries('grassrootsB')).rows.filter((row) => row.personId === moved)).toEqual([])
  await expect(entries('secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
})

test('the rules of an act are named as people write them, each once', async () => {
  const file = await votedFile(house, { fullName: 'Hoàng Thị Nhung' })
  const { person } = await file.page()
  const { rows } = await entries('officer', { personId: person.id })
  const { clauses } = rows.find(({ event }) => event === 'admission.cellVoteRecorded')!
  expect(clauses).toContain('Điều lệ Đảng Cộng sản Việt Nam (19/1/2011), Điều 5')
  expect(clauses).toContain('Quy định 29-QĐ/TW (25/7/2016)')
  expect(new Set(clauses).size).toBe(clauses.length)
  expect(clauses.filter((clause) => /,\s*$|^[A-Z]+-\d/.test(clause))).toEqual([])
})
