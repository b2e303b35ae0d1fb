import { afterEach, expect, test, vi } from 'vitest'
import { WrongUse } from './arguments.ts'
import { portOf, setting } from './settings.ts'

afterEach(() => { vi.unstubAllEnvs() })

const wrong = (attempt: () => unknown) => {
  try { attempt() } catch (error) { return error instanceof WrongUse ? error.message : error }
  return undefined
}

test('a port that cannot be is wrong use, and the option comes before the setting', () => {
  for (const port of ['abc', '99999', '-1', '40.5', '']) expect(wrong(() => portOf(port))).toBe(`--port: “${port}” không phải một cổng; cổng là số nguyên từ 0 đến 65535.`)
  vi.stubEnv('PORT', '5001')
  expect([portOf(undefined), portOf('5002')]).toEqual([5001, 5002])
})

test('a setting that does not fit is told in Vietnamese', () => {
  vi.stubEnv('DANGVU_SECURE', 'có')
  expect(wrong(() => setting('DANGVU_SECURE'))).toBe('Cài đặt DANGVU_SECURE có giá trị không dùng được: “có” (yes: chạy sau máy chủ https, cookie chỉ gửi qua https).')
})
