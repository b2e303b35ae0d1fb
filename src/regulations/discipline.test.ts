import { expect, test } from 'vitest'
import { plainDate as day } from '../kernel/index.ts'
import { complaintDue, disciplineEnd, measuresFor, suspensionLimits } from './discipline.ts'
import { exemptionGroundsOn } from './exemptions.ts'

test('a probationary member is reprimanded or warned, a full member also removed from office or expelled', () => {
  expect(measuresFor(true, day('2018-10-05')).value).toEqual(['reprimand', 'warning'])
  expect(measuresFor(false, day('2018-10-05')).value).toEqual(['reprimand', 'warning', 'removalFromOffice', 'expulsion'])
  expect(measuresFor(true, day('2025-05-29')).citation.certainty).toBe('memory')
  expect(measuresFor(true, day('2025-05-30')).citation).toMatchObject({ instrument: 'QD-296-2025', clause: 'Điều 9', certainty: 'secondary' })
})

test('a measure has effect for twelve months; an expulsion has no end of its own', () => {
  expect(disciplineEnd('warning', day('2018-02-28')).until).toBe('2019-02-28')
  expect(disciplineEnd('expulsion', day('2018-02-28')).until).toBeNull()
})

test('a complaint is in time on the thirtieth day', () => expect(complaintDue(day('2018-10-05')).dueOn).toBe('2018-11-04'))

test('a suspension is counted in working days until July 2021, in days from then on', () => {
  expect(suspensionLimits(day('2021-07-27'))).toMatchObject({ rule: { citation: { instrument: 'QD-30-2016', clause: 'Điều 40', certainty: 'verified' } } })
  expect(suspensionLimits(day('2021-07-28'))).toMatchObject({ first: '2021-10-26', most: '2022-01-24', rule: { citation: { instrument: 'QD-22-2021', clause: 'Điều 31', certainty: 'verified' } } })
  expect(suspensionLimits(day('2025-05-30')).rule.citation.certainty).toBe('memory')
  expect(suspensionLimits(day('2018-03-05')).first > day('2018-07-01')).toBe(true)
  expect(suspensionLimits(day('2012-03-05')).rule.citation.certainty).toBe('memory')
})

test('old age and weak health are grounds of exemption; illness treated long, work far away and maternity since 2022', () => {
  expect(exemptionGroundsOn(day('2022-01-17')).value).toEqual(['oldAge', 'weakHealth'])
  expect(exemptionGroundsOn(day('2022-01-18')).value).toContain('maternity')
})
