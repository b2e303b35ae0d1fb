import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, formatRange, lastDayOf } from './date-range.ts'
import { addDays, addMonths, dayInVietnam, dayOf, daysBetween, daysInMonth, formatDay, fullMonthsBetween, isPlainDate, plainDate, weekdayOf, type PlainDate } from './plain-date.ts'
import { earliestDay, formatUncertainDate, isUncertainDate, latestDay, precisionOf, uncertainDate } from './uncertain-date.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate('1900-01-01'), days))

describe('a day', () => {
  test('exists in the calendar or is refused', () => {
    expect(['2016-02-29', '2018-10-05', '1900-02-28'].every(isPlainDate)).toBe(true)
    expect(['2018-02-29', '1900-02-29', '2018-13-01', '2018-00-10', '2018-04-31', '5/10/2018', '2018-1-1', '', '0000-01-01'].some(isPlainDate)).toBe(false)
    expect(() => plainDate('2018-02-30')).toThrow(RangeError)
    expect(() => dayOf(2018, 2, 29)).toThrow(RangeError)
  })

  test('a month later has the same number, or is the last of a shorter month', () => {
    expect(addMonths(plainDate('2016-02-29'), 12)).toBe('2017-02-28')
    expect(addMonths(plainDate('2018-01-31'), 1)).toBe('2018-02-28')
    expect(addMonths(plainDate('2018-12-15'), 2)).toBe('2019-02-15')
    expect(addMonths(plainDate('2018-01-15'), -1)).toBe('2017-12-15')
  })

  test('going and coming back by days ends where it began', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      const there = addDays(day, days)
      expect(daysBetween(day, there)).toBe(days)
      expect(addDays(there, -days)).toBe(day)
      expect(((weekdayOf(there) - weekdayOf(day) - days) % 7) === 0).toBe(true)
    }))
  })

  test('full months never run ahead of the calendar', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      const [from, to] = a <= b ? [a, b] : [b, a]
      const months = fullMonthsBetween(from, to)
      expect(addMonths(from, months) <= to).toBe(true)
      expect(addMonths(from, months + 1) > to).toBe(true)
      expect(fullMonthsBetween(to, from)).toBe(0 - months)
    }))
  })

  test('stands in the week, is written as in offices, and is that of Việt Nam', () => {
    expect(weekdayOf(plainDate('2018-10-05'))).toBe(5)
    expect(formatDay(plainDate('2018-10-05'))).toBe('05/10/2018')
    expect(dayInVietnam(new Date('2018-10-04T17:00:00Z'))).toBe('2018-10-05')
    expect(dayInVietnam(new Date('2018-10-04T16:59:59Z'))).toBe('2018-10-04')
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2), daysInMonth(2018, 11)]).toEqual([29, 28, 30])
  })
})

describe('a day known in part', () => {
  test('keeps what is known and fills nothing in', () => {
    expect(['1962', '1962-05', '1962-05-03'].map((text) => precisionOf(uncertainDate(text)))).toEqual(['year', 'month', 'day'])
    expect(['1962', '1962-05', '1962-05-03'].map((text) => formatUncertainDate(uncertainDate(text)))).toEqual(['1962', '05/1962', '03/05/1962'])
    expect(['1962-13', '62', '1962-02-30', ''].some(isUncertainDate)).toBe(false)
    expect(() => uncertainDate('1962-00')).toThrow(RangeError)
  })

  test('lies between its first and its last day', () => {
    expect([earliestDay(uncertainDate('1964-02')), latestDay(uncertainDate('1964-02'))]).toEqual(['1964-02-01', '1964-02-29'])
    expect([earliestDay(uncertainDate('1964')), latestDay(uncertainDate('1964'))]).toEqual(['1964-01-01', '1964-12-31'])
    fc.assert(fc.property(anyDay, (day: PlainDate) => {
      for (const known of [day.slice(0, 4), day.slice(0, 7), day]) expect(earliestDay(uncertainDate(known)) <= day && day <= latestDay(uncertainDate(known))).toBe(true)
    }))
  })
})

describe('a range of days', () => {
  const range = { from: plainDate('2015-08-01'), until: plainDate('2018-10-06') }

  test('holds its first day and not the one behind its last', () => {
    expect([contains(range, range.from), contains(range, plainDate('2018-10-05')), contains(range, range.until), contains(range, plainDate('2015-07-31'))]).toEqual([true, true, false, false])
    expect(contains({ from: range.from }, plainDate('9999-12-31'))).toBe(true)
  })

  test('is written with the last day inside', () => {
    expect([lastDayOf(range), lastDayOf({ from: range.from })]).toEqual(['2018-10-05', undefined])
    expect([formatRange(range), formatRange({ from: range.from })]).toEqual(['01/08/2015 – 05/10/2018', 'từ 01/08/2015'])
  })
})
