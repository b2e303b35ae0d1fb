import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { tableCodes, type TableCode } from '../codes.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
const half = { from: '2018-01-01', until: '2018-06-30' }
const tables = (who: Parameters<House['as']>[0] = 'officer') => house.as(who).statistics
const table = (number: TableCode, who: Parameters<House['as']>[0] = 'officer', more = {}) => tables(who).findTable({ ...half, ...more, table: number } as never)
type Filled = Awaited<ReturnType<typeof table>>
const numbers = (filled: Filled, section: string, code: string) => filled.sections.find((each) => each.code === section)?.rows.find((row) => row.code === code)?.numbers
const run = (text: string, values: unknown[]) => house.owner.query(text, values)

/** Two women admitted in the half-year, and in the same months a badge, a discipline and an exemption. */
async function layHalfYear(): Promise<void> {
  const { cellA1, cellB1, communeA } = house.ground.places
  for (const [cell, ethnicity] of [[cellA1, 'Dao'], [cellB1, 'Kinh']] as const) {
    const id = newId()
    await run(`insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity, religion, occupation) values ($1, 'Mới Vào', 'mới vào', $2, 'female', '1994-05-05', $3, 'Đạo Hiếm', 'Làm ruộng')`, [id, cell, ethnicity])
    await run(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on) values ($1, $2, '2018-03-01', '2018-03-03', '2018-03-03')`, [newId(), id])
    await run(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'probationary', '[2018-03-03,)')`, [newId(), id])
    await run(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2018-03-03,)')`, [newId(), id, cell])
  }
  const [first, second, third] = house.ground.members.cellA1
  await run(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state) values ($1, $2, 30, '2018-05-19', 'takenOver', 'awarded')`, [newId(), first])
  await run(`insert into lifecycle.discipline (id, person_id, measure, authority, ground, decision_number, decided_on, issued_by, effective_on, effect_until, received_on, complaint_due_on, rule)
    values ($1, $2, 'warning', 'cell', 'x', '1', '2018-04-01', 'x', '2018-04-02', '2019-04-02', '2018-04-02', '2018-05-02', '{}')`, [newId(), second])
  await run(`insert into lifecycle.exemption (id, person_id, ground, resolution, decided_on, from_day, rule, former_status) values ($1, $2, 'oldAge', '2', '2018-02-01', '2018-02-02', '{}', 'full')`, [newId(), third])
  await run(`insert into cards.card (id, person_id, kind, state, number, decision_number, decided_on) values ($1, $2, 'first', 'held', '12345678', '3', '2018-03-03')`, [newId(), first])
  await run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, 'UV_BCH', '[2015-01-01,)')`, [newId(), second, communeA])
}

beforeAll(async () => {
  house = await openHouse()
  await layHalfYear()
})
afterAll(() => house.close())

describe('the official tables', () => {
  test('count who was admitted by sex and ethnic group, and agree with table 1', async () => {
    const two = await table('2')
    expect(numbers(two, 'all', 'all')).toEqual([2, 2, 1])
    expect(numbers(two, 'sex', 'female')).toEqual([2, 2, 1])
    expect(numbers(two, 'occupation', 'Làm ruộng')).toEqual([2, 2, 1])
    expect(numbers(await table('2B'), 'ethnicity', 'Dao')).toEqual([1, 1])
    expect(numbers(await table('1'), 'item', 'admitted')).toEqual([2, 2, 1, 2])
    expect(numbers(await table('1'), 'item', 'increase')).toEqual([2, 2, 1, 2])
  })

  test('tell members by ethnic group, organisations by size, acts of the period, and committees', async () => {
    expect(numbers(await table('4'), 'ethnicity', 'Tày')).toEqual([54, 18, 0])
    const five = await table('5')
    expect(numbers(five, 'all', 'all')).toEqual([9, 3, 0, 0, 6])
    expect(numbers(five, 'size', '3')).toEqual([3, 1, 0, 0, 2])
    const seven = await table('7')
    expect(numbers(seven, 'badges', 'badge30')).toEqual([1, 0, 1])
    expect(numbers(seven, 'discipline', 'discipline:warning')).toEqual([1, 1, 1])
    expect(numbers(seven, 'exemptions', 'exempted')).toEqual([1, 0, 1])
    const nine = await table('9')
    expect(numbers(nine, 'all', 'all')).toEqual([7, 1, 7, 0, 1, 0, 6])
    expect(numbers(nine, 'position', 'BT')![0]).toBe(6)
  })

  test('give no number where nothing is kept, and say why', async () => {
    const row = (await table('2')).sections.find(({ code }) => code === 'youthUnion')!.rows[0]
    expect(row).toMatchObject({ missing: 'notRecorded', numbers: [null, null, null] })
    expect(numbers(await table('7'), 'cards', 'cardsIssued')).toEqual([1, 0, 1])
  })

  test('add up and open the names behind every number', async () => {
    for (const number of tableCodes) {
      const filled = await table(number)
      expect(filled.checks.filter(({ holds }) => !holds), number).toEqual([])
      for (const { by, rows } of filled.sections) for (const { values, numbers: found } of rows) for (const [at, column] of filled.columns.entries()) {
        if (!found[at] || (at > 0 && by !== 'all' && by !== 'item')) continue
        const people = await tables().listTablePeople({ ...half, base: filled.base, by, values, column, size: 200 } as never)
        expect([people.total, people.rows.length], `${number} ${by} ${values.join()} ${column}`).toEqual([found[at], found[at]])
      }
    }
  }, 120_000)

  test('stay within the reader\'s part, and point at nobody for a leader', async () => {
    const { communeA, communeB } = house.ground.places
    expect(numbers(await table('2', 'grassrootsA'), 'all', 'all')).toEqual([1, 1, 1])
    await expect(table('2', 'grassrootsA', { organisationId: communeB })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(table('2', 'memberA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    const seen = await table('2B', 'leader')
    expect(JSON.stringify(seen)).toContain('"code":"few"')
    expect(seen.sections.find(({ code }) => code === 'religion')!.namesCovered).toBe(true)
    const asked = { ...half, base: 'admitted', by: 'religion', values: ['Đạo Hiếm'], column: 'total' }
    await expect(tables('leader').listTablePeople(asked as never)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(tables('leader').listTablePeople({ ...half, base: 'acts', by: 'act', values: ['discipline:warning'], column: 'total' } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
    expect(await tables('grassrootsB').listTablePeople({ ...asked, organisationId: communeA } as never).catch(({ kind }) => kind)).toBe('notFound')
  })

  test('are what was known at a moment', async () => {
    const before = (await house.rows<{ now: string }>('select now() as now'))[0]!.now
    await run(`update members.person set sex = 'male' where full_name = 'Mới Vào'`, [])
    expect(numbers(await table('2'), 'sex', 'male')).toEqual([2, 0, 1])
    expect(numbers(await table('2', 'officer', { knownAt: new Date(before).toISOString() }), 'sex', 'female')).toEqual([2, 2, 1])
  })
})
