import { describe, expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { timelineOf, type RecordSeen } from './timeline.ts'

const nothing: RecordSeen = { memberships: [], placements: [], statuses: [], posts: [], overlays: [], corrections: [], cards: [], life: [] }
const recordedAt = '2018-10-04T21:47:00.000000Z'
const placement = (cell: string, from: string, lastDay: string | null) =>
  ({ id: cell, cellId: cell, cell, organisation: 'xã Quang Minh', basis: null, recordedAt, from: plainDate(from), lastDay: lastDay ? plainDate(lastDay) : null })
const spell = (over: object): RecordSeen['memberships'][number] => ({
  id: 's', ordinal: 1, decidedOn: null, decisionNumber: null, ceremonyOn: null, admittedOn: null, confirmedOn: null, confirmationNumber: null, confirmationSignedOn: null,
  cardNumber: null, historyNumber: null, endedOn: null, endKind: null, endBasis: null, recordedAt, ...over,
})
const told = (seen: Partial<RecordSeen>) => timelineOf({ ...nothing, ...seen }).map((event) => `${event.on} ${event.title}`)

describe('the timeline of a person', () => {
  test('tells the ceremony with its cell once, and the next cell as a move', () => {
    expect(told({
      memberships: [spell({ decidedOn: '2009-03-05', ceremonyOn: '2009-03-15', admittedOn: '2009-03-15' })],
      placements: [placement('Chi bộ Trường Tiểu học', '2009-03-15', '2013-08-31'), placement('Chi bộ Thôn Khun Luông', '2013-09-01', null)],
    })).toEqual([
      '2013-09-01 Chuyển sinh hoạt: từ Chi bộ Trường Tiểu học về Chi bộ Thôn Khun Luông', '2009-03-15 Lễ kết nạp tại Chi bộ Trường Tiểu học',
      '2009-03-05 Quyết định kết nạp; tuổi Đảng tính từ ngày này'])
  })

  test('writes a day that is known to the year as the year, and does not make a decision up', () => {
    expect(told({ memberships: [spell({ admittedOn: '1961', confirmedOn: '1962' })] })).toEqual(['1962 Hết thời gian dự bị: ngày chính thức', '1961 Vào Đảng (theo giấy tờ)'])
  })

  test('says of a signing after the official day that it was late, and of one before that it was not', () => {
    const signed = (confirmationSignedOn: string) => told({ memberships: [spell({ confirmedOn: '2010-03-15', confirmationSignedOn })] }).find((line) => line.includes('Ký'))
    expect(signed('2010-10-12')).toBe('2010-10-12 Ký quyết định công nhận chính thức, chậm; ngày chính thức giữ 15/03/2010')
    expect(signed('2010-03-15')).toBe('2010-03-15 Ký quyết định công nhận chính thức')
  })

  test('tells a correction on the day it was in Việt Nam', () => {
    expect(told({ corrections: [{ recordedAt, by: null, reason: 'Sai', paper: 'Giấy khai sinh', fields: ['bornOn', 'phone'], before: {}, after: {} }] })).toEqual(['2018-10-05 Sửa hồ sơ: Sinh ngày, Điện thoại'])
  })

  test('tells a status that no admission explains, and the end of membership', () => {
    const status = (name: 'probationary' | 'full' | 'exempt', from: string, lastDay: string | null) => ({ id: name, status: name, basis: null, recordedAt, from: plainDate(from), lastDay: lastDay ? plainDate(lastDay) : null })
    expect(told({
      memberships: [spell({ ceremonyOn: '2000-03-15', confirmedOn: '2001-03-15', endedOn: '2018-09-03', endKind: 'death' })],
      statuses: [status('probationary', '2000-03-15', '2001-03-14'), status('full', '2001-03-15', '2014-12-31'), status('exempt', '2015-01-01', '2018-09-02')],
    })).toEqual(['2018-09-03 Đã từ trần', '2015-01-01 Được miễn công tác và sinh hoạt đảng', '2001-03-15 Hết thời gian dự bị: ngày chính thức', '2000-03-15 Lễ kết nạp'])
  })
})
