import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/database.ts'
import { decisionStart, digitsOf, exactQueries, markedWords, nearQueries, oneLetterOff, searchWords } from './words.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.drop())

const SAMPLES = [
  'Nguyễn Thị Thúy', 'Nguyễn Thị Thuý', 'Hoà', 'Hòa', 'Đặng Đức Thủy', 'ĐẶNG ĐỨC THUỶ', 'Lý Quý Kỳ', 'Lí Quí Kì', "H'Mông Y-Nhung", 'Bùi Thị Quyên', 'Vàng  A   Páo', 'Ngô Ký Lân', 'Đỗ Uyển My',
  'Chi bộ Thôn Khun Luông', 'K’Brối', 'Nguyễn Ưu Tuý Ỷ', '12-QĐ/HU', '', '…', 'Trần Thị Nguyệt (Hường)',
]

describe('words of a name', () => {
  test.each(SAMPLES.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]))('are the same to the program and to the database: %s', async (text) => {
    const { rows: [row] } = await database.owner.query('select search.words($1) as plain, search.marked_words($1) as marked, search.number_key($1) as number', [text])
    expect(row).toEqual({ plain: searchWords(text), marked: markedWords(text), number: decisionStart(text) ?? '' })
  })

  it('are one for both Unicode forms, both places of the tone, and both spellings of a last i', () => {
    expect(markedWords('Hoà'.normalize('NFD'))).toEqual(markedWords('Hòa'.normalize('NFC')))
    expect(markedWords('Thuỷ')).toEqual(markedWords('thủy'))
    expect(markedWords('Lý Quý')).toEqual(markedWords('Lí Quí'))
    expect(searchWords('Mỹ Kỳ')).toEqual(searchWords('Mĩ Kì'))
    expect(markedWords('Hòa')).not.toEqual(markedWords('Hóa'))
    expect(searchWords('Thúy')).not.toEqual(searchWords('Thúi'))
  })
})

describe('what is asked of the index', () => {
  it('is the words with their marks first, then without, then as beginnings', () => {
    expect(exactQueries('hà nam')).toEqual(["'ha\u0300' & 'nam'", "'ha' & 'nam'", "'ha':* & 'nam':*"])
    expect(exactQueries('ha nam')).toEqual(["'ha' & 'nam'", "'ha':* & 'nam':*"])
    expect(exactQueries(`' & | ! () :*`)).toEqual([])
  })

  it('forgives one letter that is missing, too many, another, or swapped', () => {
    const off = new Set(oneLetterOff('nhung'))
    expect(['nhun', 'nhuung', 'nhong', 'nhugn'].every((each) => off.has(each))).toBe(true)
    expect(off.has('nhung')).toBe(false)
    expect(off.has('nhnug')).toBe(true)
    expect(off.has('hnugn')).toBe(false)
  })

  it('takes a short word as typed when it stands alone', () => {
    expect(nearQueries(['an'], new Set(['van']))).toEqual([])
    expect(nearQueries(['mai'], new Set(['may']))).toEqual([])
    expect(nearQueries(['nhugn'], new Set(['nhung']))).toEqual(["(('nhung'))"])
  })

  it('knows a number by its digits, however they are grouped', () => {
    expect(digitsOf('02.034 567')).toBe('02034567')
    expect(digitsOf('12-QĐ')).toBeUndefined()
    expect(decisionStart('Quyết định số 12 - QĐ/HU')).toBe('12qdhu')
  })
})
