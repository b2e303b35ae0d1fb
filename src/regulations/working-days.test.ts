import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, daysBetween, partsOf, plainDate, weekdayOf, type PlainDate } from '../kernel/index.ts'
import { lunarDays } from './lunar-holidays.ts'
import { addWorkingDays, holidayDays, holidaysOf, isWorkingDay, workingDaysBetween, type Swap } from './working-days.ts'

const d = plainDate
const offIn = (from: string, to: string) => {
  const days: string[] = []
  for (let day = d(from); day <= d(to); day = addDays(day, 1)) if (!isWorkingDay(day) && weekdayOf(day) <= 5) days.push(day)
  return days
}

/** New moons and the sun's longitude after Meeus, for the meridian of Hà Nội: an account of the lunar calendar that owes nothing to the table. */
const lunarCalendar = (() => {
  const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
  const newMoonDay = (k: number) => {
    const t = k / 1236.85
    const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t ** 2 - 0.000000155 * t ** 3 + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2)
    const m = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2
    const mm = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2
    const f = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2
    const correction = (0.1734 - 0.000393 * t) * sin(m) + 0.0021 * sin(2 * m) - 0.4068 * sin(mm) + 0.0161 * sin(2 * mm) - 0.0004 * sin(3 * mm)
      + 0.0104 * sin(2 * f) - 0.0051 * sin(m + mm) - 0.0074 * sin(m - mm) + 0.0004 * sin(2 * f + m) - 0.0004 * sin(2 * f - m)
      - 0.0006 * sin(2 * f + mm) + 0.001 * sin(2 * f - mm) + 0.0005 * sin(2 * mm + m)
    const deltaT = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
    return Math.floor(mean + correction - deltaT + 0.5 + 7 / 24)
  }
  const solarTerm = (julianDay: number) => {
    const t = (julianDay - 0.5 - 7 / 24 - 2451545) / 36525
    const m = 357.5291 + 35999.0503 * t - 0.0001559 * t ** 2
    const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2 + (1.9146 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.00029 * sin(3 * m)
    return Math.floor((((longitude % 360) + 360) % 360) / 30)
  }
  const julian = (day: PlainDate) => daysBetween(d('1970-01-01'), day) + 2440588
  const moonNumber = (julianDay: number) => Math.floor((julianDay - 2415021.076998695) / 29.530588853 + 0.5)
  // The eleventh month holds the winter solstice.
  const eleventhMonth = (year: number) => {
    let k = moonNumber(julian(dayOf(year, 12, 31)))
    while (newMoonDay(k) > julian(dayOf(year, 12, 31))) k--
    return solarTerm(newMoonDay(k)) >= 9 ? k - 1 : k
  }
  // Twelve months lie between two solstices; when there are thirteen, the one without a change of term is the leap month.
  const monthsAfter = (year: number, count: number) => {
    const start = eleventhMonth(year - 1)
    const leapYear = eleventhMonth(year) - start === 13
    let counted = 0
    let k = start
    let leapTaken = !leapYear
    while (counted < count) {
      k++
      if (!leapTaken && solarTerm(newMoonDay(k)) === solarTerm(newMoonDay(k + 1))) leapTaken = true
      else counted++
    }
    return newMoonDay(k)
  }
  const toDay = (julianDay: number) => addDays(d('1970-01-01'), julianDay - 2440588)
  return (year: number) => [toDay(monthsAfter(year, 2)), addDays(toDay(monthsAfter(year, 4)), 9)]
})()

test.each(lunarDays.map((row) => [Number(row[0].slice(0, 4)), row] as const))('the lunar days of %i agree with the moon and the sun', (year, row) => {
  expect(lunarCalendar(year)).toEqual([...row])
})

describe('the days around Tết', () => {
  test('2018 gives 14 to 20 February, the weekend made up', () => {
    expect(offIn('2018-02-01', '2018-02-28')).toEqual(['2018-02-14', '2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20'])
    expect(addWorkingDays(d('2018-02-13'), 1)).toBe('2018-02-21')
    expect(addWorkingDays(d('2018-02-14'), 1)).toBe('2018-02-21')
    expect(workingDaysBetween(d('2018-02-13'), d('2018-02-21'))).toBe(1)
  })

  test('2019 gives 4 to 8 February', () => {
    expect(offIn('2019-02-01', '2019-02-28')).toEqual(['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'])
    expect(addWorkingDays(d('2019-02-01'), 30)).toBe('2019-03-22')
  })

  // As announced for those years.
  test.each([
    [2014, '2014-01-28', '2014-02-05'], [2015, '2015-02-16', '2015-02-23'], [2016, '2016-02-08', '2016-02-12'], [2017, '2017-01-26', '2017-02-01'],
    [2020, '2020-01-23', '2020-01-29'], [2021, '2021-02-10', '2021-02-16'], [2022, '2022-01-31', '2022-02-04'], [2023, '2023-01-20', '2023-01-26'],
    [2024, '2024-02-08', '2024-02-14'], [2025, '2025-01-27', '2025-01-31'], [2026, '2026-02-16', '2026-02-20'],
  ])('%i is off from %s to %s', (_year, first, last) => {
    for (let day = d(first); day <= d(last); day = addDays(day, 1)) expect(isWorkingDay(day), day).toBe(false)
    expect(addWorkingDays(d(last), 1) <= addDays(d(last), 3)).toBe(true)
    const [before, after] = [addWorkingDays(d(first), -1), addWorkingDays(d(last), 1)]
    expect(daysBetween(before, d(first))).toBeLessThanOrEqual(3)
    expect(daysBetween(d(last), after)).toBeLessThanOrEqual(3)
  })

  test('2013, under the code of 1994, has four days with the weekend made up', () => {
    expect(offIn('2013-02-01', '2013-02-28')).toEqual(['2013-02-11', '2013-02-12', '2013-02-13', '2013-02-14'])
  })
})

test.each([
  ['2018-04-25', 'the Hùng Kings'], ['2018-04-30', 'the 30 April'], ['2018-05-01', 'the 1 May'], ['2018-09-03', 'the Sunday 2 September'], ['2018-12-31', 'an announced swap'],
  ['2021-09-03', 'the second National Day'], ['2022-09-01', 'the second National Day'], ['2023-09-04', 'the Saturday 2 September'], ['2024-09-03', 'the second National Day'],
  ['2025-09-01', 'the second National Day'], ['2026-09-01', 'the second National Day'], ['2022-05-03', 'two holidays on one weekend'], ['2023-05-03', 'three holidays in a row'],
])('%s is off for %s', (day) => {
  expect(isWorkingDay(d(day))).toBe(false)
})

test.each([['2019-01-05', 'a Saturday made up'], ['2006-04-07', 'the Hùng Kings before 2007'], ['2018-09-04', 'the day after one in lieu'], ['2018-10-05', 'an ordinary Friday']])(
  '%s is worked: %s', (day) => { expect(isWorkingDay(d(day))).toBe(true) })

test('the start day is not counted, and the limit is its last day', () => {
  expect(addWorkingDays(d('2018-10-05'), 1)).toBe('2018-10-08')
  expect(addWorkingDays(d('2018-10-05'), 5)).toBe('2018-10-12')
  expect(addWorkingDays(d('2018-10-06'), 5)).toBe('2018-10-12')
  expect(addWorkingDays(d('2018-10-05'), 0)).toBe('2018-10-05')
  expect(addWorkingDays(d('2018-10-08'), -1)).toBe('2018-10-05')
})

test('a swap of the administrator adds to the known ones and wins over them', () => {
  const swaps: Swap[] = [{ day: d('2026-11-24'), becomes: 'off' }, { day: d('2018-12-31'), becomes: 'working' }]
  expect(isWorkingDay(d('2026-11-24'))).toBe(true)
  expect(isWorkingDay(d('2026-11-24'), swaps)).toBe(false)
  expect(isWorkingDay(d('2018-12-31'), swaps)).toBe(true)
  expect(isWorkingDay(d('2019-04-29'), swaps)).toBe(false)
})

const anyDay = fc.integer({ min: 0, max: daysBetween(d('2005-01-01'), d('2040-12-31')) }).map((n) => addDays(d('2005-01-01'), n))

test('a limit ends on a working day and holds exactly its number of them', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (start, count) => {
    const end = addWorkingDays(start, count)
    expect(isWorkingDay(end)).toBe(true)
    let counted = 0
    for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) counted++
    expect(counted).toBe(count)
    expect(workingDaysBetween(start, end)).toBe(count)
    expect(workingDaysBetween(end, start)).toBe(-count)
  }), { numRuns: 200 })
})

test('limits add up and never run backwards', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), (start, first, second) => {
    expect(addWorkingDays(addWorkingDays(start, first), second)).toBe(addWorkingDays(start, first + second))
    expect(addWorkingDays(addDays(start, 1), first) >= addWorkingDays(start, first)).toBe(true)
  }), { numRuns: 200 })
})

test('going forward and back from a working day ends where it began', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (start, count) => {
    fc.pre(isWorkingDay(start))
    expect(addWorkingDays(addWorkingDays(start, count), -count)).toBe(start)
  }), { numRuns: 200 })
})

test('every year has as many holidays as the code of its time gives', () => {
  for (let year = 2012; year <= 2040; year++) {
    // The lunar New Year of 2013 came before the code of 2012 took effect.
    const given = Object.values(holidayDays.inForceOn(dayOf(year, 1, 1)).value).reduce((sum, days) => sum + days, 0)
    expect(new Set(holidaysOf(year)).size, String(year)).toBe(given)
  }
})

test('no year has fewer than 245 or more than 256 working days', () => {
  for (let year = 2005; year <= 2040; year++) {
    const days = workingDaysBetween(dayOf(year - 1, 12, 31), dayOf(year, 12, 31))
    expect(days, String(year)).toBeGreaterThanOrEqual(245)
    expect(days, String(year)).toBeLessThanOrEqual(256)
    expect(partsOf(addWorkingDays(dayOf(year, 1, 1), days - 1)).year).toBe(year)
  }
})

test('a day outside the calendar is refused, not guessed', () => {
  expect(() => addWorkingDays(d('2108-05-10'), 30)).toThrow(RangeError)
  expect(() => isWorkingDay(d('1962-05-03'))).toThrow(RangeError)
})
