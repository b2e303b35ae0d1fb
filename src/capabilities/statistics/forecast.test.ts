import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { forecastOf, outlookOf, passRateOf, type ForecastAsked } from './forecast.ts'

const rates = [{ stage: 'fileOpen', reached: 20, passed: 15 }, { stage: 'committeePassed', reached: 16, passed: 16 }]
const asked: ForecastAsked = {
  admitted: 100, history: Array.from({ length: 24 }, () => 10), on: plainDate('2018-10-05'), until: plainDate('2020-08-01'), leadMonths: 3,
  files: [{ stage: 'fileOpen', files: 20 }, { stage: 'committeePassed', files: 4 }], rates,
}

describe('the forecast of a term', () => {
  it('counts open files by the share of their stage that was decided, and the pace for the months after them', () => {
    const { basis, expected, fromFiles, fromPace } = forecastOf(asked)
    expect(basis).toBe('filesAndPace')
    expect(fromFiles).toBe(20 * 0.75 + 4)
    // 666 days are 21.88 months; 3 of them are those of the files.
    expect(fromPace).toBeCloseTo(10 * (666 / 30.4375 - 3), 6)
    expect(expected).toBeCloseTo(100 + fromFiles + fromPace, 6)
  })
  it('has a range of the files alone when no month differs from another, and a wider one the more they differ', () => {
    const even = forecastOf(asked)
    expect(even.high - even.expected).toBeCloseTo(1.2816 * Math.sqrt(20 * 0.75 * 0.25), 6)
    const uneven = forecastOf({ ...asked, history: Array.from({ length: 24 }, (_, i) => (i % 2 ? 20 : 0)) })
    expect(uneven.expected).toBeCloseTo(even.expected, 6)
    expect(uneven.high - uneven.low).toBeGreaterThan(4 * (even.high - even.low))
  })
  it('takes a part of the files only, when the term ends before they usually do', () => {
    const { fromFiles, fromPace } = forecastOf({ ...asked, until: plainDate('2018-11-05'), leadMonths: 2 })
    expect(fromPace).toBe(0)
    expect(fromFiles).toBeCloseTo(19 * (31 / 30.4375 / 2), 6)
  })
  it('is what was admitted when the term is over, on its first day after and later', () => {
    for (const on of ['2020-08-01', '2022-01-01']) expect(forecastOf({ ...asked, on: plainDate(on) })).toMatchObject({ basis: 'over', expected: 100, low: 100, high: 100 })
  })
  it('says that nothing is known without any past, and goes by the pace where no file has ended yet', () => {
    expect(forecastOf({ ...asked, history: [], rates: [], leadMonths: null })).toMatchObject({ basis: 'unknown', expected: 100 })
    expect(forecastOf({ ...asked, history: Array.from({ length: 24 }, () => 0), files: [] })).toMatchObject({ basis: 'unknown' })
    expect(forecastOf({ ...asked, rates: [], leadMonths: null })).toMatchObject({ basis: 'pace', fromFiles: 0 })
  })
  it('never expects fewer than were admitted, and stays within its range', () => {
    fc.assert(fc.property(fc.nat(500), fc.array(fc.nat(60), { maxLength: 24 }), fc.nat(40), fc.option(fc.integer({ min: 1, max: 12 })), fc.nat(900), (admitted, history, files, leadMonths, days) => {
      const until = plainDate(new Date(Date.UTC(2018, 9, 5) + days * 86_400_000).toISOString().slice(0, 10))
      const f = forecastOf({ ...asked, admitted, history, files: [{ stage: 'fileOpen', files }], leadMonths, until })
      expect(f.low).toBeGreaterThanOrEqual(admitted)
      expect(f.low).toBeLessThanOrEqual(f.expected)
      expect(f.expected).toBeLessThanOrEqual(f.high)
    }), { numRuns: 100 })
  })
  it('of parts adds up to that of the whole', () => {
    const [a, b] = [{ admitted: 30, history: asked.history.map((_, i) => i % 7), files: [{ stage: 'fileOpen', files: 5 }] }, { admitted: 70, history: asked.history.map((n, i) => n - (i % 7)), files: [{ stage: 'fileOpen', files: 15 }, { stage: 'committeePassed', files: 4 }] }]
    expect(forecastOf({ ...asked, ...a }).expected + forecastOf({ ...asked, ...b }).expected).toBeCloseTo(forecastOf(asked).expected, 6)
  })
})

describe('the share of a stage', () => {
  it('is its own, else that of all stages, else not known', () => {
    expect(passRateOf('fileOpen', rates)).toBe(0.75)
    expect(passRateOf('appraised', rates)).toBe(31 / 36)
    expect(passRateOf('appraised', [])).toBeNull()
  })
})

describe('what a forecast says of a target', () => {
  const f = forecastOf(asked)
  it.each([[0, 'reached'], [100, 'reached'], [250, 'willReach'], [308, 'mayReach'], [400, 'willMiss']])('of %i: %s', (target, said) => expect(outlookOf(target, 100, f)).toBe(said))
  it('is nothing where nothing is known', () => expect(outlookOf(200, 100, { ...f, basis: 'unknown' })).toBe('unknown'))
  it('of a term that is over says whether it was reached', () => expect(outlookOf(200, 100, forecastOf({ ...asked, on: plainDate('2021-01-01') }))).toBe('willMiss'))
})
