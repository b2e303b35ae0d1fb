import { expect, test } from 'vitest'
import { quarterAsked, remarkOf } from './quarter-asked.ts'

const quarters = ['2018-Q4', '2018-Q3', '2018-Q2', '2018-Q1']
const remark = (quarter: string, supersededAt: string | null = null) => ({ id: quarter, quarter, text: 'Tốt', supersededAt })

test('the quarter asked for is the first one after the last remark, also when the next has begun', () => {
  expect(quarterAsked(quarters, [remark('2018-Q2')])).toBe('2018-Q3')
  expect(quarterAsked(quarters, [remark('2018-Q1'), remark('2018-Q3')])).toBe('2018-Q4')
  expect(quarterAsked(quarters, [remark('2018-Q2'), remark('2018-Q3', '2018-10-01T00:00:00Z')])).toBe('2018-Q3')
})

test('without a remark the quarter of the beginning is let off; with all remarks there the newest can be written anew', () => {
  expect(quarterAsked(quarters, [])).toBe('2018-Q2')
  expect(quarterAsked(['2018-Q4'], null)).toBe('2018-Q4')
  expect(quarterAsked(quarters, [remark('2018-Q4')])).toBe('2018-Q4')
  expect(quarterAsked([], [])).toBeUndefined()
  expect(remarkOf([remark('2018-Q4', '2018-10-01T00:00:00Z')], '2018-Q4')).toBeUndefined()
})
