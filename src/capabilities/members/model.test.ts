import { describe, expect, test } from 'vitest'
import { plainDate, uncertainDate } from '../../kernel/index.ts'
import { ageOn, maskedNumber } from './model.ts'
import { membershipYears } from './party-age.ts'

const day = plainDate
const spell = (decidedOn: string | null, admittedOn: string | null = null, endedOn: string | null = null) => ({
  decidedOn: decidedOn ? day(decidedOn) : null, admittedOn: admittedOn ? uncertainDate(admittedOn) : null, endedOn: endedOn ? day(endedOn) : null,
})

describe('party age', () => {
  test.each([
    ['from the decision, not the ceremony', [spell('2009-03-05', '2009-03-15')], '2018-10-05', 9],
    ['full on the anniversary', [spell('1988-10-05')], '2018-10-05', 30],
    ['not full a day before', [spell('1988-10-06')], '2018-10-05', 29],
    ['from the day on the papers when the decision is lost', [spell(null, '1970-05-19')], '2018-10-05', 48],
    ['from the last day of a month that is all one knows', [spell(null, '1988-10')], '2018-10-30', 29],
    ['from the last day of a year that is all one knows', [spell(null, '1988')], '2018-10-05', 29],
    ['without the time outside between two spells', [spell('1990-01-01', null, '1995-07-01'), spell('2000-01-01')], '2010-07-01', 16],
    ['not after the end of membership', [spell('1990-01-01', null, '2000-01-01')], '2018-10-05', 10],
    ['with 29/02 counted on the last day of the month', [spell('2016-02-29')], '2017-02-28', 1],
  ])('counts %s', (_what, spells, on, years) => expect(membershipYears(spells, day(on))).toBe(years))

  test('nobody has one before admission', () => {
    expect(membershipYears([spell('2018-10-06')], day('2018-10-05'))).toBeUndefined()
    expect(membershipYears([], day('2018-10-05'))).toBeUndefined()
  })
})

describe('age', () => {
  test.each([['1962-10-05', 56], ['1962-10-06', 55], ['1962-10', 55], ['1962', 55]])('born %s is %i', (born, age) => expect(ageOn(uncertainDate(born), day('2018-10-05'))).toBe(age))
})

test('a masked number keeps its last four digits and tells nothing when it has no more', () => {
  expect([maskedNumber('002071000799'), maskedNumber('0799'), maskedNumber(''), maskedNumber(null)]).toEqual(['•••• •••• 0799', '•••• •••• ••••', null, null])
})
