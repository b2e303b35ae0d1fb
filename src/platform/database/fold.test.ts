import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/harness/database.ts'
import type { TestDatabase } from '../../../tests/harness/database.ts'
import { fold } from '../../kernel/vietnamese.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const foldedByDatabase = async (texts: string[]): Promise<string[]> =>
  (await database.program.query('select platform.fold(t) as folded from unnest($1::text[]) with ordinality as u(t, n) order by n', [texts])).rows.map(
    (row) => row.folded,
  )

test.each([
  ['Đặng Văn  HÒA', 'dang van hoa'],
  ['Nguyễn Thị Thuỷ', 'nguyen thi thuy'],
  ['  Hoà\u00a0Bình\t', 'hoa binh'],
  ['Lo\u0300 Thi\u0323', 'lo thi'],
  ['Ksor\u200b H’Bia', 'ksor h’bia'],
  ['ỨNG', 'ung'],
  ['', ''],
])('%j is %j', async (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(await foldedByDatabase([text])).toEqual([folded])
})

const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'].flatMap((base) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].flatMap((tone) => [base + tone, (base + tone).normalize('NFC')]),
)
const blanks = [' ', '  ', '\t', '\n', '\u00a0', '\u2003', '\u200b', '\u200d', '\ufeff', '\u00ad', '-', '.', "'", '’', '0', '9']

test('the database folds Vietnamese text as the program does, in every spelling and with every blank', async () => {
  const text = fc.array(fc.constantFrom(...letters, ...blanks), { maxLength: 30 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
      expect(await foldedByDatabase(texts)).toEqual(texts.map(fold))
    }),
    { numRuns: 100 },
  )
})

test('folding what is folded changes nothing', async () => {
  const once = await foldedByDatabase(letters)
  expect(await foldedByDatabase(once)).toEqual(once)
})

/** Scripts whose letters every supported server knows; later additions to Unicode may differ between servers. */
const RANGES: [number, number][] = [[0x20, 0x52f], [0x600, 0x6ff], [0xe00, 0xeff], [0x1780, 0x17ff], [0x1d00, 0x20ff], [0x3000, 0x30ff], [0x4e00, 0x4fff]]

test('the database folds every letter of Latin, Greek, Cyrillic, Thai, Khmer and their marks as the program does', async () => {
  const all = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
  const folded = await foldedByDatabase(all.map((letter) => `a${letter}b`))
  const different = all.filter((letter, i) => folded[i] !== fold(`a${letter}b`)).map((letter) => letter.codePointAt(0)!.toString(16))
  expect(different).toEqual([])
})
