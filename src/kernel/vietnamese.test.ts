import { expect, test } from 'vitest'
import { fold, isSameSpelling, nameParts, nameSortKey, tidy } from './vietnamese.ts'

test('both Unicode forms and both places of the tone fold to the same letters', () => {
  expect(fold('Đặng Văn  HÒA')).toBe('dang van hoa')
  expect(fold('Đặng Văn Hoà'.normalize('NFD'))).toBe('dang van hoa')
  expect(fold('thu\u200bỷ\u00a0')).toBe('thuy')
})

test('tidying composes and takes out blanks, and never rewrites the spelling', () => {
  expect(tidy('  Lý   Thị\tMây '.normalize('NFD'))).toBe('Lý Thị Mây')
  expect(tidy('Hoà')).toBe('Hoà')
})

test('a name falls into family, middle words and given name', () => {
  expect(nameParts('Hoàng Thị Minh Nhung')).toEqual({ family: 'Hoàng', middle: 'Thị Minh', given: 'Nhung' })
  expect(nameParts('Nhung')).toEqual({ family: '', middle: '', given: 'Nhung' })
})

const sorted = (...names: string[]) => names.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))

test('people stand by given name, then family name, then middle words; the shorter name first', () => {
  const order = ['Lý Thị An', 'Hoàng Văn Ân', 'Nông Đức Bình', 'Hoàng Nhung', 'Hoàng Thị Nhung', 'Hoàng Thị Minh Nhung', 'Hoàng Văn Nhung', 'Ma Thị Nhung', 'Ma Thị Nhungg']
  expect(sorted(...order.toReversed())).toEqual(order)
})

test('letters come before tones, and tones in the order of the alphabet books', () => {
  const order = ['Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ', 'Mai', 'Măng', 'Mân'].map((given) => `Lý ${given}`)
  expect(sorted(...order.toReversed())).toEqual(order)
  expect(sorted('Lý Đào', 'Lý Dung', 'Lý Êm', 'Lý Em')).toEqual(['Lý Dung', 'Lý Đào', 'Lý Em', 'Lý Êm'])
})

test.each([['Dương Duy Hoà', 'Dương Duy Hòa', true], ['Hà  Thị Thuỷ', 'Hà Thị Thủy'.normalize('NFD'), true], ['Sùng Văn Lữ', 'Sùng Văn Lử', false], ['Hoà An', 'Hoa Àn', false], ['Trương', 'Trường', false]])('%s and %s are the same words: %s', (a, b, same) => {
  expect(isSameSpelling(a, b)).toBe(same)
})
