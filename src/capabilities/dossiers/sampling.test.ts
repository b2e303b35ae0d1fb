import { expect, test } from 'vitest'
import { draw } from './sampling.ts'

const people = (cellId: string, n: number) => Array.from({ length: n }, (_, i) => ({ personId: `${cellId}${i + 1}`, cellId }))
const all = [...people('a', 7), ...people('b', 2)]

test('every third begins with the first', () => {
  expect(draw(all, 'everyNth', 3, new Set())).toEqual(['a1', 'a4', 'a7'])
  expect(draw(all, 'everyNth', 100, new Set())).toEqual(['a1'])
})

test('two of each cell are spread over the cell, and a small cell gives what it has', () => {
  expect(draw(all, 'perCell', 2, new Set())).toEqual(['a1', 'a4', 'b1', 'b2'])
  expect(draw(all, 'perCell', 3, new Set())).toEqual(['a1', 'a3', 'a5', 'b1', 'b2'])
})

test('those never examined are drawn from what is left, and nobody when all were', () => {
  expect(draw(all, 'neverInspected', 2, new Set(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']))).toEqual(['b1', 'b2'])
  expect(draw(all, 'neverInspected', 2, new Set(all.map(({ personId }) => personId)))).toEqual([])
})
