import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exceeds, fraction, reaches, smallestExceeding, smallestReaching } from './fraction.ts'
import { isId, newId } from './ids.ts'

const twoThirds = fraction(2, 3)
const half = fraction(1, 2)

test('two thirds of twenty is fourteen, and more than half of twenty is eleven', () => {
  expect([smallestReaching(twoThirds, 20), smallestExceeding(half, 20)]).toEqual([14, 11])
  expect([reaches(twoThirds, 14, 21), reaches(twoThirds, 13, 20), exceeds(half, 10, 20), exceeds(half, 11, 20)]).toEqual([true, false, false, true])
})

test('nothing reaches a share of nobody', () => {
  expect(reaches(twoThirds, 0, 0)).toBe(false)
})

test('the smallest number that reaches a share reaches it, and one fewer does not', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 5000 }), (numerator, denominator, whole) => {
    const share = fraction(numerator, denominator)
    const enough = smallestReaching(share, whole)
    expect([reaches(share, enough, whole), reaches(share, enough - 1, whole)]).toEqual([true, false])
    const more = smallestExceeding(share, whole)
    expect([exceeds(share, more, whole), exceeds(share, more - 1, whole)]).toEqual([true, false])
  }))
})

test('a share is made of whole numbers over a whole that is somebody', () => {
  expect(() => fraction(1, 0)).toThrow(RangeError)
  expect(() => fraction(0.5, 1)).toThrow(RangeError)
})

test('identifiers are UUIDs of their time, and no two are the same', () => {
  const ids = Array.from({ length: 2000 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(2000)
  expect(ids.every((id) => id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true)
  const time = Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(time - Date.now())).toBeLessThan(60_000)
})
