import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movementOf } from './model.ts'

describe('a figure that was to move', () => {
  it.each([[120, 'reached'], [121, 'reached'], [110, 'moved'], [100, 'unmoved'], [99, 'worse']])('up from 100 to 120, now %i: %s', (now, said) => expect(movementOf({ valueThen: 100, wanted: 120 }, now)).toBe(said))
  it.each([[40, 'reached'], [0, 'reached'], [41, 'moved'], [50, 'unmoved'], [51, 'worse']])('down from 50 to 40, now %i: %s', (now, said) => expect(movementOf({ valueThen: 50, wanted: 40 }, now)).toBe(said))
  it('is told the same way up and down', () => {
    fc.assert(fc.property(fc.nat(99), fc.nat(99), fc.nat(99), (valueThen, wanted, now) => {
      fc.pre(valueThen !== wanted)
      expect(movementOf({ valueThen: -valueThen, wanted: -wanted }, -now)).toBe(movementOf({ valueThen, wanted }, now))
    }), { numRuns: 50 })
  })
})
