import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { dueText } from '../../../platform/ui-kit/due-words.tsx'
import { dueOf, stageShape, type Term } from './marks.ts'

const today = plainDate('2018-10-05')
const working = (dueOn: string, workingDaysLeft: number): Term => ({ dueOn: plainDate(dueOn), isLate: workingDaysLeft < 0, counting: 'workingDays', workingDaysLeft })
const calendar = (dueOn: string, isLate = false): Term => ({ dueOn: plainDate(dueOn), isLate, counting: 'calendar', workingDaysLeft: null })

describe('The words of a term', () => {
  it.each([
    [working('2018-10-29', 16), 'còn 16 ngày làm việc'],
    [working('2018-09-20', -11), 'quá hạn 11 ngày làm việc'],
    [working('2013-04-22', -1371), 'quá hạn 5 năm 5 tháng'],
    [calendar('2019-09-13'), 'còn 11 tháng 8 ngày'],
    [calendar('2018-10-19'), 'còn 14 ngày'],
    [calendar('2018-09-01', true), 'quá hạn 34 ngày'],
    [working('2018-10-05', 0), 'đến hạn hôm nay'],
    [{ ...working('2018-10-05', 0), dueOn: null }, 'chưa tính hạn'],
  ])('of %o are “%s”', (term, words) => {
    expect(dueText(dueOf(term, today))).toBe(words)
  })

  it('mark the last ten working days as near', () => {
    expect(dueOf(working('2018-10-19', 10), today)).toMatchObject({ soon: true })
    expect(dueOf(working('2018-10-22', 11), today)).toMatchObject({ soon: false })
  })
})

describe('The shape of a stage', () => {
  it('tells refused, done and running apart', () => {
    expect([stageShape('cellRejected'), stageShape('confirmed'), stageShape('cellPassed')]).toEqual(['dropped', 'done', 'soon'])
  })
})
