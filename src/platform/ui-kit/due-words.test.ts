import { expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { dueShape, dueText } from './due-words.tsx'

test('up to 60 working days late are counted, more become years and months', () => {
  expect(dueText({ kind: 'late', workingDays: 60, years: 0, months: 2 })).toBe('quá hạn 60 ngày làm việc')
  expect(dueText({ kind: 'late', workingDays: 61, years: 0, months: 2 })).toBe('quá hạn 2 tháng')
  expect(dueText({ kind: 'late', workingDays: 1540, years: 6, months: 1 })).toBe('quá hạn 6 năm 1 tháng')
  expect(dueText({ kind: 'late', workingDays: 1300, years: 5, months: 0 })).toBe('quá hạn 5 năm')
})

test('terms of calendar time leave out what is nothing', () => {
  expect(dueText({ kind: 'leftMonths', months: 2, days: 6 })).toBe('còn 2 tháng 6 ngày')
  expect(dueText({ kind: 'leftMonths', months: 0, days: 6 })).toBe('còn 6 ngày')
  expect(dueText({ kind: 'leftMonths', months: 3, days: 0 })).toBe('còn 3 tháng')
})

test('every state of a term has its words and its shape', () => {
  const day = plainDate('2018-10-08')
  expect(dueText({ kind: 'today' })).toBe('đến hạn hôm nay')
  expect(dueText({ kind: 'left', workingDays: 15 })).toBe('còn 15 ngày làm việc')
  expect(dueText({ kind: 'paused', since: day, reason: 'trả lại hồ sơ' })).toBe('tạm dừng từ 08/10/2018: trả lại hồ sơ')
  expect(dueText({ kind: 'done' })).toBe('xong đúng hạn')
  expect(dueText({ kind: 'done', workingDaysLate: 3 })).toBe('xong, chậm 3 ngày làm việc')
  expect(dueShape({ kind: 'late', workingDays: 1 })).toBe('late')
  expect(dueShape({ kind: 'left', workingDays: 22, soon: false })).toBe('future')
  expect(dueShape({ kind: 'left', workingDays: 2 })).toBe('soon')
  expect(dueShape({ kind: 'paused', since: day, reason: '' })).toBe('paused')
})
