import { describe, expect, it } from 'vitest'
import type { ProgressRow } from './client.ts'
import { inOrder } from './columns.tsx'

const row = (shortName: string, given: number | null, admitted: number, behind: number | null): ProgressRow => ({
  organisationId: shortName, name: shortName, shortName, code: null, isCell: false, hasBelow: true,
  given, basis: null, passedOn: null, difference: null, admitted, expected: null, behind, thisYear: 0,
})
const rows = [row('A', 40, 24, 1), row('B', null, 9, null), row('C', 69, 30, 14), row('D', 67, 44, -2)]
const names = (by: string, descending: boolean) => inOrder(rows, { by, descending }).map((each) => each.shortName).join('')

describe('the rows of the table of targets', () => {
  it('stand as they came until a column is chosen', () => {
    expect(inOrder(rows, undefined)).toBe(rows)
    expect(inOrder(rows, { by: 'unknown', descending: true })).toBe(rows)
  })
  it('stand with those furthest behind the pace first, those without a target last', () => {
    expect(names('pace', true)).toBe('CADB')
    expect(names('share', false)).toBe('BCAD')
  })
})
