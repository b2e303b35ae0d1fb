import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { unionCodes } from './codes.ts'
import { daysOfQuarter, nextRemarkDue, paceOf, quarterOf, quartersBetween, yearPeriod } from './model.ts'

const d = plainDate

describe('quarters', () => {
  it.each([['2018-01-01', '2018-Q1'], ['2018-03-31', '2018-Q1'], ['2018-04-01', '2018-Q2'], ['2018-12-31', '2018-Q4']])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(d(day))).toBe(quarter)
  })
  it('are listed newest first, both ends inside', () => {
    expect(quartersBetween(d('2017-12-31'), d('2018-07-01'))).toEqual(['2018-Q3', '2018-Q2', '2018-Q1', '2017-Q4'])
  })
  it('knows first and last day of a quarter', () => {
    expect(daysOfQuarter('2020-Q1')).toEqual({ first: '2020-01-01', last: '2020-03-31' })
    expect(daysOfQuarter('2018-Q4')).toEqual({ first: '2018-10-01', last: '2018-12-31' })
  })
  it.each([
    ['2018-07-01', null, '2018-09-30'],
    ['2018-07-02', null, '2018-12-31'],
    ['2018-01-10', '2018-Q2', '2018-09-30'],
    ['2018-01-10', '2017-Q4', '2018-03-31'],
  ])('owes the remark on somebody followed since %s, last remarked on in %s, by %s', (openedOn, last, due) => {
    expect(nextRemarkDue(d(openedOn), last)).toBe(due)
  })
})

describe('pace', () => {
  const term = { from: d('2015-08-01'), until: d('2020-08-01') }
  it('counts full months of the term against all of them', () => {
    expect(paceOf(1750, 1045, term, d('2018-10-05'))).toEqual({ elapsedMonths: 38, totalMonths: 60, expected: 1108, behind: 63 })
  })
  it('stands still after the end and before the beginning', () => {
    expect(paceOf(100, 40, term, d('2030-01-01'))).toMatchObject({ elapsedMonths: 60, expected: 100, behind: 60 })
    expect(paceOf(100, 0, term, d('2014-01-01'))).toMatchObject({ elapsedMonths: 0, expected: 0, behind: 0 })
  })
  it('is negative for who is ahead', () => {
    expect(paceOf(12, 9, yearPeriod(2018), d('2018-07-01')).behind).toBe(-3)
  })
})

it('uses the codes of mass organisations of the published list', () => {
  const list = JSON.parse(readFileSync(new URL('../../regulations/codes/mass-organisations.json', import.meta.url), 'utf8')) as { items: { code: string }[] }
  expect([...unionCodes]).toEqual(list.items.map((item) => item.code))
})
