import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

const register = {
  asOf: '2018-10-05',
  organisations: [
    { code: '02.034.013', name: 'Đảng bộ xã Quang Minh', kind: 'xã', commune: '01189', cells: [
      { code: '02.034.013.000.001', name: 'Chi bộ Thôn Khun Luông' },
      { code: '02.034.013.000.002', name: 'Chi bộ Thôn Thượng Phát', formerNames: [
        { name: 'Chi bộ Thôn Nà Sơn', validTo: '2018-03-31', reason: 'đổi tên' }, { name: 'Chi bộ Thôn Nà Ca', validTo: '2015-06-30', reason: 'sáp nhập' }] }] },
    { code: '02.034.031', name: 'Chi bộ Hạt Kiểm lâm huyện', kind: 'cơ quan', commune: null, cells: [] as { code: string; name: string }[] },
  ],
}

let house: House
beforeAll(async () => { house = await openHouse({ ground: false }) })
afterAll(() => house.close())

const count = async () => (await house.rows('select count(*)::int as n from organisations.version union all select count(*)::int from organisations.act order by n')).map((row) => row.n)

describe('a register of organisations', () => {
  test('needs the name of the organisation above all in an empty installation', async () => {
    await expect(house.keeper().organisations.registerOrganisations({ register })).rejects.toMatchObject({ code: 'organisations.topNameMissing', kind: 'invalid' })
  })

  test('founds the tree, and once more changes nothing', async () => {
    const first = await house.keeper().organisations.registerOrganisations({ register, topName: 'Đảng bộ huyện Bắc Quang' })
    expect(first).toMatchObject({ added: 4, same: 0, different: [] })
    const before = await count()
    const again = await house.keeper().organisations.registerOrganisations({ register, topName: 'Đảng bộ huyện Bắc Quang' })
    expect(again).toEqual({ topId: first.topId, added: 0, same: 4, different: [] })
    expect(await count()).toEqual(before)
    expect(await house.auditOf(first.topId)).toEqual(['organisations.registered', 'organisations.registered'])
  })

  test('stands as a tree with codes, kinds and the code that all share on top', async () => {
    const { rows, totals } = await house.keeper().organisations.listTree({})
    expect(rows.map((row) => [row.code, row.name, row.type, row.cells])).toEqual([
      ['02.034', 'Đảng bộ huyện Bắc Quang', 'DB_HUYEN', 3], ['02.034.013', 'Đảng bộ xã Quang Minh', 'DB_CO_SO', 2], ['02.034.031', 'Chi bộ Hạt Kiểm lâm huyện', 'CB_CO_SO', 1]])
    expect(totals).toMatchObject({ grassroots: 2, cells: 3 })
  })

  test('a former name holds until its last day, the next one from the day after', async () => {
    const nameOn = async (asOf: string) => (await house.keeper().organisations.listTree({ search: '02.034.013.000.002', asOf })).rows.find((row) => row.found)?.name
    expect(await nameOn('2015-06-30')).toBe('Chi bộ Thôn Nà Ca')
    expect(await nameOn('2015-07-01')).toBe('Chi bộ Thôn Nà Sơn')
    expect(await nameOn('2018-03-31')).toBe('Chi bộ Thôn Nà Sơn')
    expect(await nameOn('2018-04-01')).toBe('Chi bộ Thôn Thượng Phát')
    const { rows } = await house.keeper().organisations.listTree({ search: 'thuong phat' })
    const page = await house.keeper().organisations.findOrganisation({ id: rows.find((row) => row.found)!.id })
    expect(page.formerNames).toMatchObject([{ name: 'Chi bộ Thôn Nà Sơn', lastDay: '2018-03-31' }, { name: 'Chi bộ Thôn Nà Ca', lastDay: '2015-06-30' }])
    expect(page.acts.map((act) => [act.kind, act.effectiveOn])).toEqual([['renaming', '2018-04-01'], ['merger', '2015-07-01'], ['register', expect.any(String)]])
  })

  test('does not rename what stands otherwise in the tree, but names it', async () => {
    const other = structuredClone(register)
    other.organisations[0]!.name = 'Đảng bộ xã Quang Minh Mới'
    other.organisations[1]!.cells.push({ code: '02.034.031.000.001', name: 'Chi bộ Tổ Kiểm lâm cơ động' })
    const report = await house.keeper().organisations.registerOrganisations({ register: other })
    expect(report).toMatchObject({ added: 1, same: 3, different: [{ code: '02.034.013', here: 'Đảng bộ xã Quang Minh', inRegister: 'Đảng bộ xã Quang Minh Mới' }] })
  })

  test('refuses a code that stands in it twice', async () => {
    const twice = { organisations: [register.organisations[1]!, { ...register.organisations[1]!, name: 'Chi bộ Hạt Kiểm lâm' }] }
    await expect(house.keeper().organisations.registerOrganisations({ register: twice })).rejects.toMatchObject({ code: 'organisations.codeTwiceInRegister', facts: { code: '02.034.031' } })
  })
})

describe('who may take a register in', () => {
  let other: House
  beforeAll(async () => { other = await openHouse() })
  afterAll(() => other.close())

  test('the district officer may, the grassroots officer may not', async () => {
    const small = { organisations: [{ code: '02.034.040', name: 'Đảng bộ Công an huyện', kind: 'cơ quan', cells: [{ code: '02.034.040.000.001', name: 'Chi bộ Đội Tổng hợp' }] }] }
    await expect(other.as('grassrootsA').organisations.registerOrganisations({ register: small })).rejects.toMatchObject({ kind: 'notAllowed' })
    expect(await other.as('officer').organisations.registerOrganisations({ register: small })).toMatchObject({ topId: other.ground.places.district, added: 2 })
    expect((await other.as('officer').organisations.listTree({ search: 'tong hop' })).rows.map((row) => row.name)).toContain('Chi bộ Đội Tổng hợp')
  })
})
