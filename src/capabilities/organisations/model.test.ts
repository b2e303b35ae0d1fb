import { describe, expect, test } from 'vitest'
import { isResidentialName, mayStandUnder, shortNameOf, topTypeOf } from './model.ts'

describe('names of organisations', () => {
  test.each([
    ['Chi bộ Thôn Khun Luông', 'Thôn Khun Luông'], ['Đảng bộ xã Quang Minh', 'xã Quang Minh'], ['Đảng bộ bộ phận Khối Nội', 'Khối Nội'], ['Chi bộ cơ sở Hạt Kiểm lâm', 'Hạt Kiểm lâm'],
    ['Huyện ủy', 'Huyện ủy'], ['Chi bộ ', 'Chi bộ '],
  ])('%s is called %s in a table', (name, short) => expect(shortNameOf(name)).toBe(short))

  test('a hamlet or a street is told by the name of its cell', () => {
    expect(['Chi bộ Thôn Khun Luông', 'Chi bộ Tổ dân phố 3'].every(isResidentialName)).toBe(true)
    expect(['Chi bộ Trường Mầm non', 'Chi bộ Thông tin'].some(isResidentialName)).toBe(false)
  })

  test.each([['Đảng bộ huyện Bắc Quang', 'DB_HUYEN'], ['Đảng bộ tỉnh Tuyên Quang', 'DB_TINH'], ['Đảng bộ xã Đồng Tâm', 'DB_XA_CAPTREN']])('%s stands above all as %s', (name, type) =>
    expect(topTypeOf(name)).toBe(type))
})

describe('what may stand under what', () => {
  test.each([
    ['CHI_BO', 'DB_CO_SO', true], ['CHI_BO', 'DB_BO_PHAN', true], ['CHI_BO', 'CHI_BO', false], ['CHI_BO', 'DB_HUYEN', false], ['CHI_BO', 'CB_CO_SO', false],
    ['CB_CO_SO', 'DB_HUYEN', true], ['CB_CO_SO', 'DB_CO_SO', false], ['DB_CO_SO', 'DB_HUYEN', true], ['DB_CO_SO', 'DB_CO_SO', false],
    ['DB_BO_PHAN', 'DB_CO_SO', true], ['DB_BO_PHAN', 'CB_CO_SO', false], ['DB_HUYEN', 'DB_TINH', true], ['DB_HUYEN', 'CHI_BO', false],
  ])('%s under %s: %s', (type, parent, may) => expect(mayStandUnder(type, parent)).toBe(may))
})
