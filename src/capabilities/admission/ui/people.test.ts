import { describe, expect, it } from 'vitest'
import { nameWithYear, placeInOne } from './people.ts'

const place = (shortName: string) => ({ id: shortName, name: shortName, shortName })

describe('People and places in words', () => {
  it('puts the year after a name and leaves it out when it is not known', () => {
    expect(nameWithYear({ name: 'Hoàng Thị Nhung', bornOn: '1994-03-17' })).toBe('Hoàng Thị Nhung (1994)')
    expect(nameWithYear({ name: 'Hoàng Thị Nhung', bornOn: '1994' })).toBe('Hoàng Thị Nhung (1994)')
    expect(nameWithYear({ name: 'Hoàng Thị Nhung', bornOn: null })).toBe('Hoàng Thị Nhung')
  })

  it('never shows a cell without the organisation above it', () => {
    expect(placeInOne({ cell: place('Thôn Khun Luông'), grassroots: place('xã Quang Minh') })).toBe('Thôn Khun Luông – xã Quang Minh')
    expect(placeInOne({ cell: place('Công an huyện'), grassroots: place('Công an huyện') })).toBe('Công an huyện')
  })
})
