import { describe, expect, test } from 'vitest'
import { plainDate as day } from '../kernel/index.ts'
import { awardDaysOf, badgeGround, earlyMonthsOf, formerAwardDay, isAwardDay, listDueFor, nextAwardDay } from './badges.ts'

test('badges are given on four days of the year', () => {
  expect(awardDaysOf(2019)).toEqual(['2019-02-03', '2019-05-19', '2019-09-02', '2019-11-07'])
  expect(isAwardDay(day('2019-02-03'))).toBe(true)
  expect(isAwardDay(day('2019-02-04'))).toBe(false)
})

test.each([
  ['2018-10-05', '2018-11-07', '2018-09-02'], ['2018-11-07', '2018-11-07', '2018-09-02'], ['2018-11-08', '2019-02-03', '2018-11-07'], ['2019-02-03', '2019-02-03', '2018-11-07'],
])('from %s the next award day is %s, the former %s', (from, next, former) => {
  expect(nextAwardDay(day(from))).toBe(next)
  expect(formerAwardDay(day(from))).toBe(former)
})

test('the list is due thirty days before', () => expect(listDueFor(day('2018-11-07'))).toBe('2018-10-08'))

describe('the ground of a badge', () => {
  const awardOn = day('2022-02-03')
  const ground = (years: number, more: Partial<Parameters<typeof badgeGround>[1]>) => badgeGround(years, { awardOn, seriouslyIll: false, reachedOn: awardOn, ...more })
  test('is the party age reached on the award day itself, and not a day later', () => {
    expect(ground(30, {})).toMatchObject({ ground: 'reached', rule: { key: 'badges.years', citation: { instrument: 'HD-01-2021', clause: 'mục 18', certainty: 'verified' } } })
    expect(ground(30, { reachedOn: day('2022-02-04') }).ground).toBeUndefined()
  })
  test('in serious illness comes twelve months early up to 65 years, twenty-four from 70', () => {
    expect(ground(65, { seriouslyIll: true, reachedOn: day('2023-02-03') }).ground).toBe('early')
    expect(ground(65, { seriouslyIll: true, reachedOn: day('2023-02-04') })).toMatchObject({ ground: undefined, rule: { key: 'badges.earlyMonths' } })
    expect(ground(70, { seriouslyIll: true, reachedOn: day('2024-02-03') }).ground).toBe('early')
    expect(ground(70, { seriouslyIll: true, reachedOn: day('2024-02-04') }).ground).toBeUndefined()
    expect(earlyMonthsOf(90, awardOn).months).toBe(24)
  })
  test('is posthumous when no more than twelve months were missing at death', () => {
    expect(ground(50, { diedOn: day('2021-12-20'), reachedOn: day('2022-12-20') }).ground).toBe('posthumous')
    expect(ground(50, { diedOn: day('2021-12-20'), reachedOn: day('2022-12-21') }).ground).toBeUndefined()
  })
  test('before the guideline of 2021 the same stands, from memory', () => {
    expect(badgeGround(30, { awardOn: day('2018-11-07'), reachedOn: day('2018-11-07'), seriouslyIll: false }).rule.citation.certainty).toBe('memory')
    expect(badgeGround(30, { awardOn: day('2005-11-07'), reachedOn: day('2005-11-01'), seriouslyIll: false }).ground).toBe('reached')
  })
})
