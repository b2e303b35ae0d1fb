import { describe, expect, it } from 'vitest'
import type { Roll } from './client.ts'
import { emptyTally, excludedByReason, fullTally, isCarried, resultWords, rollWrong, sumWords, tallyWrong } from './tally.ts'

const rule = { key: 'votes.cell', title: 'Chi bộ biểu quyết', value: null, valueText: 'ít nhất 2/3', citation: { instrument: 'DL-2011', title: 'Điều lệ Đảng', clause: 'Điều 5', certainty: 'verified' }, from: '2011-11-01', pack: 'P2016', packName: '29-QĐ/TW', overridden: false }
const roll = {
  on: '2018-11-05', packName: '29-QĐ/TW', body: { id: '1', name: 'Chi bộ Thôn Khun Luông', shortName: 'Thôn Khun Luông' }, fullMembers: 22, probationary: 1, exempt: [], counted: [],
  excluded: [
    { personId: 'a', name: 'Đặng Văn Thành', reason: 'temporarilyElsewhere', reasonText: 'sinh hoạt tạm thời nơi khác' },
    { personId: 'b', name: 'Phùng Thị Slao', reason: 'exemptAndAbsent', reasonText: 'được miễn, vắng mặt' },
  ],
  denominator: 20, required: 14, rule, mayDecide: true, minimumRule: { ...rule, title: 'Đảng viên chính thức ít nhất của một chi bộ', valueText: '3 đảng viên' },
} as unknown as Roll
const tally = (present: number, inFavour: number, against: number, invalid = 0) => ({ present, inFavour, against, invalid })

describe('A vote while it is typed', () => {
  it('is not counted before every number stands there', () => {
    expect(fullTally(emptyTally)).toBeUndefined()
    expect(fullTally({ ...emptyTally, present: 18, inFavour: 17 })).toBeUndefined()
    expect(fullTally({ ...emptyTally, present: 18, inFavour: 17, against: 1 })).toEqual(tally(18, 17, 1))
  })

  it('shows its sum, and how many ballots are missing', () => {
    expect(sumWords(tally(18, 17, 1))).toEqual({ text: '17 + 1 + 0 = 18, đủ số phiếu', shape: 'done' })
    expect(sumWords(tally(18, 15, 1, 1))).toEqual({ text: '15 + 1 + 1 = 17, còn thiếu 1 phiếu', shape: 'unclear' })
    expect(sumWords(tally(18, 18, 1)).shape).toBe('late')
  })

  it('carries from the required number on', () => {
    expect(isCarried(tally(18, 14, 4), roll)).toBe(true)
    expect(isCarried(tally(18, 13, 5), roll)).toBe(false)
    expect(resultWords(tally(18, 17, 1), roll)).toBe('Đạt 17/20, cần 14')
    expect(resultWords(tally(18, 13, 5), roll)).toBe('Không đạt 13/20, cần 14')
  })

  it('refuses more ballots than people present, and more people present than are counted, with the clause', () => {
    expect(tallyWrong(tally(18, 18, 1), roll, false)).toMatchObject({ message: 'Tổng số phiếu là 19, nhiều hơn 18 đảng viên chính thức có mặt.', citation: rule.citation })
    expect(tallyWrong(tally(21, 20, 1), roll, false)?.message).toBe('Có mặt 21, nhiều hơn mẫu số 20.')
    expect(tallyWrong(tally(18, 17, 1), roll, false)).toBeUndefined()
  })

  it('says when a cell is too small to decide', () => {
    expect(rollWrong(roll)).toBeUndefined()
    expect(rollWrong({ ...roll, mayDecide: false, fullMembers: 2 })?.message).toBe('Chi bộ có 2 đảng viên chính thức, chưa đủ để xét.')
  })

  it('groups those left out by the reason', () => {
    const again = { ...roll, excluded: [...roll.excluded, { ...roll.excluded[0]!, personId: 'c', name: 'Lý Văn Páo' }] }
    expect(excludedByReason(again).map(({ text, people }) => [text, people.map((one) => one.name)])).toEqual([
      ['sinh hoạt tạm thời nơi khác', ['Đặng Văn Thành', 'Lý Văn Páo']], ['được miễn, vắng mặt', ['Phùng Thị Slao']],
    ])
  })
})
