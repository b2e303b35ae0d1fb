import { expect, test } from 'vitest'
import { committeeNameOf } from './committee-name.ts'

test('papers bear the name of the committee, not of the body of members', () => {
  expect(['Đảng bộ xã Quang Minh', 'Đảng bộ huyện Bắc Quang', 'Chi bộ Thôn Khun Luông', 'Đảng ủy phường Trần Phú'].map(committeeNameOf)).toEqual(['Đảng ủy xã Quang Minh', 'Huyện ủy Bắc Quang', 'Chi bộ Thôn Khun Luông', 'Đảng ủy phường Trần Phú'])
})
