import { expect, test } from 'vitest'
import { readBrackets } from './brackets.ts'

test('fields in bracket notation become lists and nested values', () => {
  expect(readBrackets({ 'ids[0]': 'a', 'ids[1]': 'b', 'filter[kind]': 'x', page: '3' })).toEqual({ ids: ['a', 'b'], filter: { kind: 'x' }, page: '3' })
})

test('names that reach for the prototype are dropped', () => {
  expect(readBrackets({ '__proto__[isAdmin]': 'yes', 'a[__proto__][b]': 'yes' })).toEqual({})
  expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined()
})
