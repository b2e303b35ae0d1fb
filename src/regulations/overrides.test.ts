import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '../kernel/index.ts'
import { allRules, fits, firstRuledDay, type DatedRule, type Override } from './index.ts'
import * as rules from './index.ts'

const span = daysBetween(firstRuledDay, plainDate('2040-12-31'))
const anyDay = fc.nat({ max: span }).map((n) => addDays(firstRuledDay, n))
const numberRules = allRules.filter((rule) => rule.shape.kind === 'number') as DatedRule<number>[]

test('an override replaces a value only where the entry of its own days is not verified', () => {
  fc.assert(fc.property(fc.constantFrom(...numberRules), anyDay, anyDay, fc.integer({ min: 1, max: 500 }), (rule, from, day, value) => {
    const override: Override = { rule: rule.key, from, value, instrument: 'QD-208-2026', clause: 'điểm 1' }
    const [plain, answer] = [rule.inForceOn(day), rule.inForceOn(day, [override])]
    const replaces = plain.source.certainty !== 'verified' && plain.from <= from && from <= day
    expect(answer.overridden).toBe(replaces)
    expect(answer.value).toBe(replaces ? value : plain.value)
    expect(answer.source.certainty === 'verified').toBe(plain.source.certainty === 'verified')
    expect(answer.from).toBe(replaces ? from : plain.from)
  }), { numRuns: 500 })
})

test('an override of another rule changes nothing', () => {
  fc.assert(fc.property(fc.constantFrom(...numberRules), anyDay, (rule, day) => {
    const others = numberRules.filter((each) => each !== rule).map((each): Override => ({ rule: each.key, from: firstRuledDay, value: 7, instrument: 'X', clause: '' }))
    expect(rule.inForceOn(day, others)).toEqual(rule.inForceOn(day))
  }))
})

test('of two overrides the later one counts, and on one day the one entered last', () => {
  const from = (day: string, value: number): Override => ({ rule: 'admission.certificateValidityMonths', from: plainDate(day), value, instrument: '77-HD/TW', clause: 'điểm 2' })
  const on = plainDate('2026-09-01')
  expect(rules.certificateValidityMonths.inForceOn(on, [from('2026-08-15', 24), from('2026-07-26', 36)]).value).toBe(24)
  expect(rules.certificateValidityMonths.inForceOn(on, [from('2026-08-15', 24), from('2026-08-15', 36)]).value).toBe(36)
})

test('an override ends where the rule has a later entry of its own', () => {
  const override: Override = { rule: 'admission.certificateValidityMonths', from: plainDate('2025-08-01'), value: 24, instrument: 'HD-06-2025', clause: 'điểm 5.4' }
  expect(rules.certificateValidityMonths.inForceOn(plainDate('2026-04-07'), [override]).value).toBe(24)
  expect(rules.certificateValidityMonths.inForceOn(plainDate('2026-04-08'), [override]).value).toBe(60)
})

test('an override fills an unknown value and is cited as the administrator wrote it', () => {
  const override: Override = { rule: 'admission.education', from: plainDate('2026-04-08'), value: 'lowerSecondaryDiploma', instrument: 'Quy định 20-QĐ/TW (8/4/2026)', clause: 'điểm 1.2' }
  expect(rules.education.inForceOn(plainDate('2026-05-01'), [override])).toEqual({
    value: 'lowerSecondaryDiploma', from: '2026-04-08', pack: 'P2026A', overridden: true,
    source: { instrument: 'Quy định 20-QĐ/TW (8/4/2026)', title: 'Quy định 20-QĐ/TW (8/4/2026)', clause: 'điểm 1.2', certainty: 'memory' },
  })
})

test.each([
  ['admission.education', 'primarySchool'], ['admission.certificateValidityMonths', 0], ['admission.certificateValidityMonths', 1.5],
  ['admission.certificateValidityMonths', '60'], ['votes.standingBoard', { share: { numerator: 3, denominator: 2 }, reach: 'atLeast' }],
])('an override of %s by %j does not fit and is refused', (key, value) => {
  const rule = rules.findRule(key)!
  expect(fits(rule.shape, value)).toBe(false)
  const override: Override = { rule: key, from: plainDate('2026-07-26'), value, instrument: 'X', clause: '' }
  expect(() => rule.inForceOn(plainDate('2026-08-01'), [override])).toThrow(RangeError)
})
