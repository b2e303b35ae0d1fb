import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { membershipEnded } from '../../../../tests/harness/endings.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

describe('the tree', () => {
  test('shows one level with the numbers below each organisation', async () => {
    const { rows, totals, rootId } = await house.as('officer').organisations.listTree({})
    expect(rootId).toBe(house.ground.places.district)
    expect(rows.map((row) => [row.shortName, row.cells, row.counts?.members])).toEqual(
      [['huyện Bắc Quang', 6, 54], ['xã Quang Minh', 3, 27], ['xã Liên Hiệp', 2, 18], ['Bệnh viện Đa khoa huyện', 1, 9]])
    expect(totals).toEqual({ grassroots: 3, cells: 6, counts: { members: 54, full: 54, probationary: 0, women: 18, ethnicMinority: 54 } })
  })

  test('begins at the own organisation and says nothing of what lies beside it', async () => {
    const { rows, totals } = await house.as('grassrootsA').organisations.listTree({})
    expect(rows.map((row) => row.shortName)).toEqual(['xã Quang Minh', 'Thôn Khun Luông', 'Thôn Đồng Bó', 'Trường Mầm non'])
    expect(totals.counts?.members).toBe(27)
    expect((await house.as('grassrootsA').organisations.listTree({ search: 'Liên Hiệp' })).rows).toEqual([])
    await expect(house.as('grassrootsA').organisations.listTree({ root: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('grassrootsA').organisations.listTree({ root: house.ground.places.district })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('is searched without marks, in either Unicode form, and by code, and shows the line to what it finds', async () => {
    for (const search of ['dong chang', 'ĐỒNG CHANG', 'Đồng Chang'.normalize('NFD'), '02.034.017.000.001']) {
      const { rows } = await house.as('officer').organisations.listTree({ search })
      expect(rows.map((row) => [row.shortName, row.found])).toEqual([['huyện Bắc Quang', false], ['xã Liên Hiệp', false], ['Thôn Đồng Chang', true]])
    }
    expect((await house.as('officer').organisations.listTree({ search: 'không có' })).rows).toEqual([])
  })

  test('counts cells with fewer full members than a cell needs', async () => {
    const { cellB2 } = house.ground.members
    for (const id of cellB2.slice(2)) await membershipEnded(house, { id, kind: 'resignation', on: '2018-10-01' })
    const { rows } = await house.as('officer').organisations.listTree({})
    expect(rows.map((row) => row.cellsTooSmall)).toEqual([1, 0, 1, 0])
    const page = await house.as('officer').organisations.findOrganisation({ id: house.ground.places.communeB })
    expect(page.alerts).toEqual([{ kind: 'tooFewFullMembers', required: 3, cells: [{ id: house.ground.places.cellB2, name: 'Chi bộ Thôn Nà Lý', full: 2 }] }])
    const past = await house.as('officer').organisations.listTree({ asOf: '2018-09-30' })
    expect(past.totals.counts?.members).toBe(54)
    expect(past.rows[0]!.cellsTooSmall).toBe(0)
  })

  test('gives the administrator places without people, and the plain member nothing', async () => {
    const { rows, totals } = await house.as('administrator').organisations.listTree({})
    expect(rows.map((row) => [row.counts, row.cellsTooSmall])).toEqual(Array(4).fill([null, null]))
    expect(totals).toEqual({ grassroots: 3, cells: 6, counts: null })
    await expect(house.as('memberA1').organisations.listTree({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('has no organisation on a day before it was founded', async () => {
    await expect(house.as('officer').organisations.listTree({ asOf: '2009-12-31' })).rejects.toMatchObject({ code: 'organisations.notFound' })
  })
})
