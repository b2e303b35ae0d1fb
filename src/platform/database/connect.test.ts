import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/harness/database.ts'
import type { TestDatabase } from '../../../tests/harness/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const answer = async (expression: string): Promise<unknown> => (await database.program.query(`select ${expression} as value`)).rows[0].value

test.each<[what: string, expression: string, expected: unknown]>([
  ['a day is text', `date '2018-10-05'`, '2018-10-05'],
  ['days are texts', `array[date '2018-10-05', null]`, ['2018-10-05', null]],
  ['a range of days is text', `daterange('2018-01-01', '2019-01-01')`, '[2018-01-01,2019-01-01)'],
  ['ranges of days are texts', `array[daterange('2018-01-01', null)]`, ['[2018-01-01,)']],
  ['a moment is ISO text in UTC with all six digits', `timestamptz '2018-10-05 08:09:10.000004+07'`, '2018-10-05T01:09:10.000004Z'],
  ['a full second has six digits too', `timestamptz '2018-10-05 08:09:10+07'`, '2018-10-05T01:09:10.000000Z'],
  ['moments are texts', `array[timestamptz '2018-10-05 08:09:10.5+07']`, ['2018-10-05T01:09:10.500000Z']],
  ['an infinite moment stays what it is', `timestamptz 'infinity'`, 'infinity'],
  ['a count is a number', `9007199254740991::bigint`, 9007199254740991],
  ['counts are numbers', `array[1::bigint, null]`, [1, null]],
  ['money is text, to the last digit', `1234567890123456789.10::numeric`, '1234567890123456789.10'],
  ['sums are texts', `array[0.1::numeric]`, ['0.1']],
  ['jsonb is read', `'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  ['bytes are a buffer', `'\\x0001'::bytea`, Buffer.from([0, 1])],
  ['nothing is null', `null::date`, null],
])('%s', async (_what, expression, expected) => {
  expect(await answer(expression)).toEqual(expected)
})

test('a count beyond what a number holds is an error, not another number', async () => {
  await expect(answer('9007199254740993::bigint')).rejects.toThrow(RangeError)
})

test('a moment is the same whatever zone the connection is set to', async () => {
  const client = await database.program.connect()
  try {
    for (const zone of ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'America/St_Johns', 'UTC']) {
      await client.query(`select set_config('timezone', $1, false)`, [zone])
      const { rows } = await client.query(`select timestamptz '2018-10-05 20:09:10.123456Z' as value`)
      expect(rows[0].value).toBe('2018-10-05T20:09:10.123456Z')
    }
  } finally {
    client.release(true)
  }
})
