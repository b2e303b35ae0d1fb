import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleKeys } from './catalogue.ts'
import { addedUp, byKind, openOf, scoreOf, worstFirst } from './model.ts'

const count = fc.tuple(fc.constantFrom(...ruleKeys), fc.nat(500), fc.nat(500), fc.nat(500)).map(([rule, right, open, aside]) => ({ rule, checked: right + open + aside, wrong: open + aside, aside }))
const counts = fc.array(count, { maxLength: 30 })

test('a score lies between 0 and 1, is 1 without open faults, and nothing checked has none', () => {
  fc.assert(fc.property(counts, fc.nat(10), (all, weight) => {
    const score = scoreOf(all, () => weight)
    if (score === null) return weight === 0 || all.every(({ checked }) => checked === 0)
    return score >= 0 && score <= 1 && (all.some((each) => openOf(each) > 0) ? score < 1 : score === 1)
  }))
})

test('counts added up keep every number and the score', () => {
  fc.assert(fc.property(counts, (all) => {
    const weights = (rule: string) => rule.length % 4
    expect(scoreOf(addedUp(all), weights)).toBe(scoreOf(all, weights))
    expect(Object.values(byKind(addedUp(all))).reduce((a, b) => a + b, 0)).toBe(all.reduce((sum, each) => sum + openOf(each), 0))
  }))
})

test('the worst comes first and what was not checked last', () => {
  expect(worstFirst([{ score: null }, { score: 0.9 }, { score: 0.2 }])).toEqual([{ score: 0.2 }, { score: 0.9 }, { score: null }])
})
