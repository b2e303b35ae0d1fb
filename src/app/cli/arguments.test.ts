import { expect, test } from 'vitest'
import { countOption, dayOption, readArguments, WrongUse } from './arguments.ts'

const wrong = (attempt: () => unknown) => {
  try { attempt() } catch (error) { return error instanceof WrongUse ? error.message : error }
  return undefined
}

test('a day that is none is wrong use, told by the option that gave it', () => {
  for (const text of ['2018-02-30', 'hôm nay', '5/10/2018', ''])
    expect(wrong(() => dayOption('as-of', text))).toBe(`--as-of: “${text}” không phải một ngày có thật; viết năm-tháng-ngày, như 2018-10-05.`)
  expect(dayOption('as-of', '2018-10-05')).toBe('2018-10-05')
  expect(dayOption('as-of', undefined)).toBeUndefined()
})

test('a number that is none, or too small or large, is wrong use', () => {
  const within = (text?: string) => countOption('within', text, { otherwise: 30, from: 0, until: 366 })
  for (const text of ['abc', '-3', '1.5', '', '4000']) expect(wrong(() => within(text))).toBe(`--within: “${text}” không dùng được; viết một số nguyên từ 0 đến 366.`)
  expect([within(), within('7')]).toEqual([30, 7])
})

test('options that do not exist, or lack their value, are told in Vietnamese', () => {
  expect(wrong(() => readArguments(['--asof', '2018-10-05'], ['as-of']))).toBe('Không có tùy chọn “--asof”.')
  expect(wrong(() => readArguments(['--as-of'], ['as-of']))).toBe('Tùy chọn “--as-of” thiếu giá trị, hoặc không nhận giá trị.')
  expect(wrong(() => readArguments(['--json=có'], []))).toBe('Tùy chọn “--json” thiếu giá trị, hoặc không nhận giá trị.')
})
