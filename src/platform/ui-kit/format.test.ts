import { expect, test } from 'vitest'
import { plainDate, uncertainDate } from '../../kernel/index.ts'
import { changeText, clockText, countText, dayText, decimalText, maskedText, momentText, percentText, phoneText, rangeText, sizeText, spokenShare, uncertainDayText, weekdayText } from './format.ts'
import { readDay, readUncertainDay } from './read-day.ts'

test('days are written as on every screen', () => {
  expect(dayText(plainDate('2018-10-05'))).toBe('05/10/2018')
  expect(dayText(undefined)).toBe('chưa rõ')
  expect(weekdayText(plainDate('2018-10-08'))).toBe('Thứ Hai, 08/10/2018')
  expect(weekdayText(plainDate('2018-10-07'))).toBe('Chủ Nhật, 07/10/2018')
  expect(uncertainDayText(uncertainDate('1962-05'))).toBe('05/1962')
  expect(uncertainDayText(undefined, 'mất giấy tờ')).toBe('chưa rõ (mất giấy tờ)')
})

test('a share is spoken as the nearest whole percent, with the side on which it lies', () => {
  expect(spokenShare(3633, 4984)).toBe('gần 73%')
  expect(spokenShare(15108, 16731)).toBe('trên 90%')
  expect(spokenShare(13870, 16731)).toBe('gần 83%')
  expect(spokenShare(1, 4)).toBe('25%')
  expect(spokenShare(0, 0)).toBe('0%')
})

test('a range names its last day, and an open one says so', () => {
  expect(rangeText({ from: plainDate('2015-08-01'), until: plainDate('2018-10-06') })).toBe('01/08/2015 – 05/10/2018')
  expect(rangeText({ from: plainDate('2015-08-01') })).toBe('từ 01/08/2015 (đến nay)')
})

test('moments are shown in the time of Việt Nam, also over midnight', () => {
  expect(momentText('2018-10-08T01:15:00Z')).toBe('08:15, 08/10/2018')
  expect(momentText('2018-10-08T18:30:00Z')).toBe('01:30, 09/10/2018')
  expect(clockText('2018-10-08T08:05:00+07:00')).toBe('08:05')
})

test('counts carry a point for thousands and tell none from unknown', () => {
  expect(countText(9863)).toBe('9.863')
  expect(countText(5600000)).toBe('5.600.000')
  expect(countText(999)).toBe('999')
  expect(countText(0)).toBe('0')
  expect(countText(undefined)).toBe('–')
})

test('shares carry a comma, one decimal and their base', () => {
  expect(percentText(3633, 4984)).toBe('72,9% (3.633/4.984)')
  expect(percentText(0, 0)).toBe('– (0/0)')
  expect(decimalText(47.25)).toBe('47,3')
})

test('changes carry a true minus sign', () => {
  expect([12, -4, 0, -1200].map(changeText)).toEqual(['+12', '−4', 'không đổi', '−1.200'])
})

test('numbers of people are masked, telephones grouped, sizes rounded', () => {
  expect(maskedText('073199000799')).toBe('•••• •••• 0799')
  expect(phoneText('0912345678')).toBe('0912 345 678')
  expect(phoneText('02193 821 123 (nhà)')).toBe('02193 821 123 (nhà)')
  expect([312_400, 1_440_000, 20].map(sizeText)).toEqual(['312 kB', '1,4 MB', '1 kB'])
})

test('typed days are read in the ways people type them', () => {
  for (const typed of ['5/10/2018', '05/10/2018', ' 05.10.2018 ', '5-10-2018', '05102018']) expect(readDay(typed)).toBe('2018-10-05')
  for (const typed of ['31/02/2018', '2018-10-05', '5/10/18', '', '29/02/2017', 'hôm nay']) expect(readDay(typed)).toBeUndefined()
})

test('a day known to the month or year is never filled up', () => {
  expect(readUncertainDay('5/1962', 'month')).toBe('1962-05')
  expect(readUncertainDay('13/1962', 'month')).toBeUndefined()
  expect(readUncertainDay('1962', 'year')).toBe('1962')
  expect(readUncertainDay('1962', 'day')).toBeUndefined()
  expect(readUncertainDay('05/1962', 'year')).toBeUndefined()
})
