import { expect, test } from 'vitest'
import { plainDate } from '../kernel/index.ts'
import { identityStructure, oldIdentityCounts } from './index.ts'

test('the identity number has twelve digits and tells century and sex from the twentieth century on', () => {
  expect(identityStructure.inForceOn(plainDate('2018-10-05')).value).toEqual({ digits: 12, firstCentury: 19 })
})

test('the number of nine digits counts up to the end of 2024', () => {
  expect([oldIdentityCounts.inForceOn(plainDate('2024-12-31')).value, oldIdentityCounts.inForceOn(plainDate('2025-01-01')).value]).toEqual([true, false])
})
