import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { byYear, lastTwelveMonths, remainingOf } from './model.ts'

const d = plainDate
const days = [['2015-08-01', 2], ['2015-12-31', 3], ['2016-01-01', 5], ['2018-10-05', 7]].map(([day, admitted]) => ({ decidedOn: d(day as string), admitted: admitted as number }))

describe('admissions of a term', () => {
  it('are shown year by year, short years with their days, years without any as none', () => {
    expect(byYear(days, d('2015-08-01'), d('2018-10-05'))).toEqual([
      { year: 2015, from: '2015-08-01', until: '2015-12-31', admitted: 5 }, { year: 2016, from: '2016-01-01', until: '2016-12-31', admitted: 5 },
      { year: 2017, from: '2017-01-01', until: '2017-12-31', admitted: 0 }, { year: 2018, from: '2018-01-01', until: '2018-10-05', admitted: 7 }])
  })
  it('leave so many a month to the target', () => {
    expect(remainingOf(1750, 1045, d('2020-08-01'), d('2018-10-05'))).toEqual({ people: 705, months: 22, perMonth: 705 / 22 })
    expect(remainingOf(10, 12, d('2020-08-01'), d('2020-08-01'))).toEqual({ people: 0, months: 0, perMonth: null })
  })
  it('of the last twelve months leave out the same day a year ago', () => {
    const spread = [['2017-10-05', 1], ['2017-10-06', 2], ['2018-10-05', 4], ['2018-10-06', 8]].map(([day, n]) => ({ decidedOn: d(day as string), admitted: n as number }))
    expect(lastTwelveMonths(spread, d('2018-10-05'))).toEqual({ from: '2017-10-05', admitted: 6, perMonth: 0.5 })
  })
})
