import { describe, expect, test } from 'vitest'
import { plainDate } from '../../../../kernel/index.ts'
import { filtersInWords } from '../../../../platform/ui-kit/filter-row.tsx'
import { emptyState, filtersOf, inputOf, slugOfSort, sortOf } from './list-state.ts'

const asked = (state: Partial<typeof emptyState>) => inputOf({ ...emptyState, ...state })
const words = (state: Partial<typeof emptyState>, seesEthnicity = true) =>
  filtersInWords(filtersOf({ ...emptyState, ...state }, [{ value: 'p1', label: 'Đảng bộ xã Quang Minh' }], { today: plainDate('2018-10-05'), seesEthnicity }))

describe('the address of the list of members', () => {
  test('asks for nothing but the order when it is empty', () => expect(asked({})).toEqual({ sort: 'name', descending: false }))

  test.each([
    [{ tuoi: '30-39' }, { ageFrom: 30, ageTo: 39 }, 'Tuổi: 30–39'], [{ tuoi: '60-' }, { ageFrom: 60 }, 'Tuổi: từ 60'], [{ tuoi: '-29' }, { ageTo: 29 }, 'Tuổi: đến 29'],
    [{ 'tuoi-dang': '28-31' }, { membershipYearsFrom: 28, membershipYearsTo: 31 }, 'Tuổi Đảng: 28–31'],
    [{ 'ket-nap': '2018-01-01..2018-06-30' }, { decidedFrom: '2018-01-01', decidedTo: '2018-06-30' }, 'Quyết định kết nạp: 01/01/2018 – 30/06/2018'],
    [{ 'ket-nap': '2015-08-01..' }, { decidedFrom: '2015-08-01' }, 'Quyết định kết nạp: từ 01/08/2015'],
    [{ 'trang-thai': 'confirmed' }, { status: 'confirmed' }, 'Trạng thái: Không kể dự bị'], [{ 'gioi-tinh': 'female' }, { sex: 'female' }, 'Giới tính: Nữ'],
    [{ 'dan-toc': 'Sán Chay' }, { ethnicity: 'Sán Chay' }, 'Dân tộc: Sán Chay'], [{ 'to-chuc': 'p1', 'di-xa': 'away' }, { organisationId: 'p1', overlay: 'away' }, 'Tổ chức: Đảng bộ xã Quang Minh · Đi xa, tạm thời: Đi làm xa'],
  ])('%o asks for %o, in words “%s”', (state, input, said) => {
    expect(asked(state)).toEqual({ ...input, sort: 'name', descending: false })
    expect(words(state)).toBe(said)
  })

  test.each([[{ tuoi: 'abc' }], [{ 'trang-thai': 'khong-co' }], [{ 'ket-nap': '2018-02-30..x' }], [{ 'di-xa': 'toString' }], [{ xep: 'gi-do' }]])('leaves out what it does not understand: %o', (state) =>
    expect(asked(state)).toEqual({ sort: 'name', descending: false }))

  test('names no ethnic group to whoever may not read it', () => expect(words({ 'dan-toc': 'Dao' }, false)).toBe(''))

  test.each([['', 'name', false], ['nam-sinh', 'birth', false], ['nam-sinh-giam', 'birth', true], ['vao-dang-giam', 'admission', true], ['ten-giam', 'name', true]])('the order %j is kept', (xep, by, descending) => {
    expect(sortOf({ ...emptyState, xep })).toEqual({ by, descending })
    expect(slugOfSort({ by, descending })).toBe(xep)
  })
})
