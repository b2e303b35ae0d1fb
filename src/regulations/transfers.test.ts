import { describe, expect, test } from 'vitest'
import { plainDate } from '../kernel/index.ts'
import { letterIssueDue, letterIssuers, letterPresentDue, mostTemporaryMonths, removalPossible, temporaryTransferMonths } from './transfers.ts'

describe('the limits of a transfer', () => {
  test('are counted in working days from the cause and from the letter', () => {
    expect(letterIssueDue(plainDate('2018-07-02')).dueOn).toBe('2018-09-25')
    expect(letterPresentDue(plainDate('2018-08-27')).dueOn).toBe('2018-10-09')
  })

  test('are judged by the first rules when the cause is older than those', () => {
    expect(letterIssueDue(plainDate('2005-01-03')).rules[0]).toMatchObject({ value: 60, pack: 'P2011' })
  })

  test('let a member who came nowhere be proposed for removal three months after the letter', () => {
    expect(removalPossible(plainDate('2018-03-31')).dueOn).toBe('2018-06-30')
  })
})

describe('the committee that introduces', () => {
  test('between two communes is the grassroots committee until 30 June 2025, and its superior from the next day', () => {
    expect(letterIssuers.inForceOn(plainDate('2025-06-30')).value.withinSuperior).toBe('grassroots')
    expect(letterIssuers.inForceOn(plainDate('2025-07-01')).value.withinSuperior).toBe('superior')
  })

  test('is the superior for whatever goes beyond it, and never for a move inside one organisation', () => {
    for (const day of ['2012-01-01', '2018-10-05', '2026-08-01']) expect(letterIssuers.inForceOn(plainDate(day)).value).toMatchObject({ beyond: 'superior', withinGrassroots: 'grassroots' })
  })
})

test('a temporary transfer stays below twelve months, and may last twenty-four for study', () => {
  const { value } = temporaryTransferMonths.inForceOn(plainDate('2018-10-05'))
  expect([mostTemporaryMonths(value, false), mostTemporaryMonths(value, true)]).toEqual([11, 24])
})
