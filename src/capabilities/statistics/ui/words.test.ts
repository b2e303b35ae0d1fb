import { expect, test } from 'vitest'
import { yearsOfTerm } from './words.vi.ts'

test('the years of a term come from its name, else from its days', () => {
  expect(yearsOfTerm({ name: 'Nhiệm kỳ 2015–2020', from: '2015-04-27', until: '2020-04-27' })).toBe('2015–2020')
  expect(yearsOfTerm({ name: null, from: '2015-08-01', until: '2020-08-01' })).toBe('2015–2020')
  expect(yearsOfTerm({ name: null, from: '2015-08-01', until: null })).toBe('2015')
})
