import { describe, expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { isUnitOn, placeText, unitNow } from './places.ts'

const before = plainDate('2025-06-30')
const after = plainDate('2025-07-01')

describe('a place of the old communes', () => {
  const text = 'xã Quang Minh, huyện Bắc Quang, tỉnh Hà Giang'
  test('is read as on the paper up to 30/06/2025, and names the commune of today from 01/07/2025', () => {
    expect(placeText({ text }, before)).toBe(text)
    expect(placeText({ text }, after)).toBe(`${text} (từ 01/07/2025: xã Bắc Quang, tỉnh Tuyên Quang)`)
  })
  test('is known by its text only beside its district, and only when it names one commune', () => {
    expect(unitNow({ text: 'xã Quang Minh, huyện Kiến Xương, tỉnh Thái Bình' })).toBeUndefined()
    expect(unitNow({ text: 'Quang Minh' })).toBeUndefined()
    expect(unitNow({ text: 'Thôn Khun Luông, Xã Quang Minh, Bắc Quang, Hà Giang' })).toBe('xã Bắc Quang, tỉnh Tuyên Quang')
  })
})

describe('a code that was given to another commune', () => {
  test('means the township before and the commune after 01/07/2025, by the day that stands with it', () => {
    expect(unitNow({ text: 'TT. Việt Quang', unitCode: '01153', unitOn: before })).toBe('xã Bắc Quang, tỉnh Tuyên Quang')
    expect(unitNow({ text: 'Đồng Tiến', unitCode: '01165', unitOn: before })).toBe('xã Đồng Tâm, tỉnh Tuyên Quang')
    expect(unitNow({ text: 'xã Bắc Quang, tỉnh Tuyên Quang', unitCode: '01153', unitOn: after })).toBeUndefined()
  })
  test('without a day says nothing', () => expect(unitNow({ text: 'không rõ', unitCode: '01153' })).toBeUndefined())
  test('counts only on days on which it was true', () => {
    expect([isUnitOn('01189', before), isUnitOn('01189', after), isUnitOn('01153', after)]).toEqual([true, false, true])
  })
})
