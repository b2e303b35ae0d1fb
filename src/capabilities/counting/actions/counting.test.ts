import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, newId, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { refusalOf, votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { dimensionsOf, measures, type Dimension, type Measure } from '../codes.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Who = Parameters<House['as']>[0]
type Asked = { measure: Measure; rows?: Dimension; columns?: Dimension; organisationId?: string; from?: string; until?: string; owner?: 'then' | 'now'; knownAt?: string }
const count = (asked: Asked, who: Who = 'officer') => house.as(who).counting.countBy(asked as never)
const people = (asked: Asked & { row?: string; rowUnknown?: boolean; column?: string; columnUnknown?: boolean; page?: number; size?: number }, who: Who = 'officer') => house.as(who).counting.listCounted(asked as never)
const run = (text: string, values: unknown[] = []) => house.owner.query(text, values)
const day = plainDate

type Laid = { cellId: string; from: PlainDate; until?: PlainDate | null; moved?: { on: PlainDate; to: string }; ended?: string; sex?: string | null; ethnicity?: string | null; bornOn?: string | null; name?: string }

async function lay({ cellId, from, until = null, moved, ended, sex = 'male', ethnicity = 'Dao', bornOn = '1970-05-05', name = 'Người Thử' }: Laid): Promise<string> {
  const id = newId()
  await run('insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity) values ($1, $2, $2, $3, $4, $5, $6)', [id, name, moved?.to ?? cellId, sex, bornOn, ethnicity])
  await run('insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, ended_on, end_kind) values ($1, $2, $3::date, $3::date, $3::date::text, $4, $5)', [newId(), id, from, until, until && (ended ?? 'death')])
  await run(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'full', daterange($3, $4))`, [newId(), id, from, until])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), id, cellId, from, moved?.on ?? until])
  if (moved) await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), id, moved.to, moved.on, until])
  return id
}

const cell = (answer: Awaited<ReturnType<typeof count>>, row: string, column?: string): number => {
  const [i, j] = [answer.rows.findIndex(({ name }) => name === row), answer.columns.findIndex(({ name }) => name === column)]
  return i < 0 ? 0 : column === undefined ? answer.rowTotals[i]! : j < 0 ? 0 : answer.numbers[i]![j]!
}

describe('a table of one\'s own', () => {
  test('counts members of a day by place and sex, with sums, and opens the names', async () => {
    const { cellA1, communeA } = house.ground.places
    await lay({ cellId: cellA1!, from: day('2012-02-02'), sex: null, name: 'Chưa Rõ' })
    const table = await count({ measure: 'members', rows: 'grassroots', columns: 'sex' })
    expect(table).toMatchObject({ until: '2018-10-05', from: null, total: 55, balances: null, namesCovered: false })
    expect(table.columns.map(({ name }) => name)).toEqual(['Nam', 'Nữ', 'Chưa ghi'])
    const commune = table.rows.find(({ value }) => value === communeA)!
    expect([cell(table, commune.name), cell(table, commune.name, 'Nữ'), cell(table, commune.name, 'Chưa ghi')]).toEqual([28, 9, 1])
    expect(await people({ measure: 'members', rows: 'grassroots', columns: 'sex', row: communeA!, columnUnknown: true })).toMatchObject({ total: 1, outsideReach: 0, rows: [{ fullName: 'Chưa Rõ', detail: 'Đảng viên chính thức', onDay: '2018-10-05' }] })
    expect(await house.as('officer').counting.listLines({ measure: 'members', rows: 'sex' } as never)).toMatchObject({ rows: [{ row: 'Nam', column: 'Tất cả', counted: 36 }, { row: 'Nữ', counted: 18 }, { row: 'Chưa ghi', counted: 1 }], total: 3 })
    await run('delete from members.standing where person_id in (select id from members.person where full_name = $1)', ['Chưa Rõ'])
    await run(`update members.placement set superseded_at = now() where person_id in (select id from members.person where full_name = 'Chưa Rõ')`, [])
  })

  test('counts what happened in a period, by month, kind and age of its own day', async () => {
    const { cellB1, communeB } = house.ground.places
    await lay({ cellId: cellB1!, from: day('2017-03-03'), bornOn: '1990-06-01' })
    await lay({ cellId: cellB1!, from: day('2010-01-01'), until: day('2017-06-02'), ended: 'strikeOff' })
    const year = { from: '2017-01-01', until: '2017-12-31', organisationId: communeB! }
    expect((await count({ measure: 'admitted', rows: 'month', columns: 'ageBand', ...year })).rows).toEqual([{ value: '2017-03', name: '03/2017' }])
    expect((await count({ measure: 'admitted', rows: 'ageBand', ...year })).rows.map(({ name }) => name)).toEqual(['18–30'])
    expect((await count({ measure: 'left', rows: 'detail', ...year })).rows.map(({ name }) => name)).toEqual(['Đã xóa tên'])
    expect(await people({ measure: 'left', rows: 'detail', row: 'strikeOff', ...year })).toMatchObject({ total: 1, rows: [{ onDay: '2017-06-02', detail: 'Đã xóa tên' }] })
  })

  test('gives a fact to the organisation that had it then, or to the one that has its place now', async () => {
    const { cellA1, cellB1, communeA, communeB } = house.ground.places
    await lay({ cellId: cellA1!, from: day('2016-01-05'), moved: { on: day('2017-02-01'), to: cellB1! } })
    const admitted = { measure: 'admitted', from: '2016-01-01', until: '2016-12-31' } as const
    expect((await count({ ...admitted, organisationId: communeA! })).total).toBe(1)
    expect((await count({ ...admitted, organisationId: communeB! })).total).toBe(0)
    await run(`update organisations.placement set valid_during = daterange(lower(valid_during), '2018-01-01') where organisation_id = $1 and superseded_at is null`, [cellA1])
    await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), cellA1, communeB, '2018-01-01'])
    await house.owner.query('select organisations.rebuild_closure()')
    expect((await count({ ...admitted, organisationId: communeA!, owner: 'then' })).total).toBe(1)
    expect((await count({ ...admitted, organisationId: communeA!, owner: 'now' })).total).toBe(0)
    expect((await count({ ...admitted, organisationId: communeB!, owner: 'now' })).total).toBe(1)
    await run(`delete from organisations.placement where organisation_id = $1 and lower(valid_during) = '2018-01-01'`, [cellA1])
    await run(`update organisations.placement set valid_during = daterange(lower(valid_during), null) where organisation_id = $1 and superseded_at is null`, [cellA1])
    await house.owner.query('select organisations.rebuild_closure()')
  })

  test('counts organisations and posts', async () => {
    const table = await count({ measure: 'organisations', rows: 'detail' })
    expect(Object.fromEntries(table.rows.map(({ name }, i) => [name, table.rowTotals[i]]))).toMatchObject({ 'Đảng bộ huyện': 1, 'Chi bộ': 6 })
    expect(table.namesCovered).toBe(true)
    const posts = await count({ measure: 'posts', rows: 'detail', columns: 'sex' })
    expect(posts.total).toBe(Number((await house.rows(`select count(*) as n from members.post where held_during @> date '2018-10-05' and superseded_at is null`))[0]!.n))
  })

  test('counts files by the stage at which they stood on a day, told by their acts', async () => {
    const file = await votedFile(house, { fullName: 'Lừu Thị Say' })
    const [{ day: voted }] = await house.rows<{ day: PlainDate }>(`select occurred_on::text as day from admission.act where case_id = $1 and to_stage = 'cellPassed' order by ordinal limit 1`, [file.id]) as [{ day: PlainDate }]
    const stages = (until: string) => count({ measure: 'files', rows: 'stage', until })
    const [before, after] = [await stages(addDays(voted, -1)), await stages(voted)]
    expect(cell(after, 'Chi bộ đã thông qua')).toBe(cell(before, 'Chi bộ đã thông qua') + 1)
    expect(before.rows.map(({ name }) => name)).not.toContain('Chưa ghi')
    const { rows } = await people({ measure: 'files', rows: 'stage', row: 'cellPassed', until: voted })
    expect(rows.map(({ fullName }) => fullName)).toContain('Lừu Thị Say')
    // A paper written down later with an earlier day moves nothing.
    await run(`insert into admission.act (id, case_id, ordinal, kind, occurred_on, from_stage, to_stage) select $1, case_id, max(ordinal) + 1, 'recordDocument', $3::date - 1, 'cellPassed', 'cellPassed' from admission.act where case_id = $2 group by case_id`, [newId(), file.id, voted])
    expect((await stages(addDays(voted, -1))).numbers).toEqual(before.numbers)
    expect((await refusalOf(count({ measure: 'members', rows: 'stage' }))).codes).toEqual(['counting.notSortedBy'])
  })

  test('counts a file in the cell that had it on the day, before and after it moved or the tree took it along', async () => {
    const { cellA1, cellA2, communeA } = house.ground.places
    const file = await votedFile(house, { fullName: 'Lừu Thị Chuyển' })
    const inCell = async (until: string, who: string) => (await people({ measure: 'files', rows: 'cell', row: who, until, organisationId: communeA, size: 200 })).rows.some(({ fullName }) => fullName === 'Lừu Thị Chuyển')
    const places = async (until: string) => [await inCell(until, cellA1), await inCell(until, cellA2)]
    await file.committee('moveCase', { toCellId: cellA2, movedOn: '2018-10-05', letterNumber: '5-GT', letterDatedOn: '2018-10-05' })
    expect([await places('2018-10-04'), await places('2018-10-05')]).toEqual([[true, false], [false, true]])
    const knownIn = async (knownAt: string, cell: string) => (await people({ measure: 'files', rows: 'cell', row: cell, until: '2018-10-05', knownAt, organisationId: communeA, size: 200 })).rows.some(({ fullName }) => fullName === 'Lừu Thị Chuyển')
    await run(`update admission.act set recorded_at = '2018-09-01T00:00:00Z' where case_id = $1 and kind <> 'moveCase'`, [file.id])
    await run(`update admission.act set recorded_at = '2018-10-05T02:00:00Z' where case_id = $1 and kind = 'moveCase'`, [file.id])
    await run(`update admission.case_file_former set recorded_until = '2018-10-05T02:00:00Z' where id = $1`, [file.id])
    const known = async (at: string) => [await knownIn(at, cellA1), await knownIn(at, cellA2)]
    expect([await known('2018-08-01T00:00:00Z'), await known('2018-10-05T01:00:00Z'), await known('2018-10-05T03:00:00Z')]).toEqual([[false, false], [true, false], [false, true]])
    const taken = await votedFile(house, { fullName: 'Lừu Thị Theo' })
    await run('update admission.case_file set cell_id = $2 where id = $1', [taken.id, cellA2])
    const byCell = await count({ measure: 'files', rows: 'cell', until: '2018-10-04', organisationId: cellA2 })
    expect(byCell.total).toBe(0)
  })
})

describe('organisations', () => {
  test('are counted as they were known: a cell put elsewhere later counts where it was thought to be', async () => {
    const { cellA2, communeA, communeB } = house.ground.places
    const cells = async (organisationId: string, knownAt?: string) => (await count({ measure: 'organisations', until: '2018-10-05', organisationId, ...(knownAt ? { knownAt } : {}) })).total
    for (const table of ['placement', 'version']) await run(`update organisations.${table} set recorded_at = '2018-01-01'`)
    const [before, other] = [await cells(communeA), await cells(communeB)]
    const moment = '2018-10-01T00:00:00Z'
    expect([await cells(communeA, moment), await cells(communeB, moment)]).toEqual([before, other])
    await run(`update organisations.placement set superseded_at = '2018-10-03' where organisation_id = $1 and superseded_at is null`, [cellA2])
    await run(`insert into organisations.placement (id, organisation_id, parent_id, valid_during, recorded_at) values (gen_random_uuid(), $1, $2, '[2000-01-01,)', '2018-10-03')`, [cellA2, communeB])
    await run('select organisations.rebuild_closure()')
    expect([await cells(communeA), await cells(communeB), await cells(communeA, moment), await cells(communeB, moment)]).toEqual([before - 1, other + 1, before, other])
    await run(`delete from organisations.placement where organisation_id = $1 and recorded_at = '2018-10-03'`, [cellA2])
    await run(`update organisations.placement set superseded_at = null where organisation_id = $1 and superseded_at = '2018-10-03'`, [cellA2])
    await run('select organisations.rebuild_closure()')
  })
})

describe('what cannot be asked', () => {
  test('is said in words', async () => {
    expect((await refusalOf(count({ measure: 'members', rows: 'month' }))).codes).toEqual(['counting.notSortedBy'])
    expect((await refusalOf(count({ measure: 'movement', rows: 'sex', columns: 'ageBand' }))).codes).toEqual(['counting.notSortedBy'])
    expect((await refusalOf(count({ measure: 'members', rows: 'sex', columns: 'sex' }))).codes).toEqual(['counting.sortedTwice'])
    expect((await refusalOf(count({ measure: 'members', until: '2018-10-06' }))).codes).toEqual(['statistics.dayNotYet'])
    expect((await refusalOf(count({ measure: 'left', from: '2018-02-01', until: '2018-01-31' }))).codes).toEqual(['statistics.periodBackwards'])
    expect((await refusalOf(people({ measure: 'organisations' }))).codes).toEqual(['counting.noPeople'])
  })

  test('stays within one\'s part: a commune counts itself, another is not found, a member counts nothing', async () => {
    const { communeB } = house.ground.places
    expect((await count({ measure: 'members' }, 'grassrootsA')).total).toBeLessThan((await count({ measure: 'members' })).total)
    expect(await refusalOf(count({ measure: 'members', organisationId: communeB! }, 'grassrootsA'))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(count({ measure: 'members' }, 'memberA1'))).toMatchObject({ kind: 'notAllowed' })
    expect((await people({ measure: 'members' }, 'secretaryA1')).rows.length).toBe((await count({ measure: 'members' }, 'secretaryA1')).total)
  })

  test('leaders see ethnic group alone, few together, and no names', async () => {
    const { cellA1 } = house.ground.places
    await lay({ cellId: cellA1!, from: day('2012-02-02'), ethnicity: 'La Chí' })
    const table = await count({ measure: 'members', rows: 'ethnicity' }, 'leader')
    expect(table.namesCovered).toBe(true)
    expect(table.rows.map(({ name }) => name)).not.toContain('La Chí')
    expect(table.rows.map(({ value }) => value)).toContain('few')
    expect((await count({ measure: 'members', rows: 'ethnicity' })).rows.map(({ name }) => name)).toContain('La Chí')
    expect((await refusalOf(count({ measure: 'members', rows: 'cell', columns: 'ethnicity' }, 'leader'))).codes).toEqual(['counting.strictAlone'])
    expect(await refusalOf(people({ measure: 'members', rows: 'ethnicity', row: 'La Chí' }, 'leader'))).toMatchObject({ kind: 'notAllowed' })
  })
})

// One person's life as random facts.
const FIRST = day('2014-01-01')
const life = fc.record({
  cell: fc.constantFrom('cellA1', 'cellA2', 'cellB1'), from: fc.nat(1200), movedAfter: fc.option(fc.integer({ min: 1, max: 700 })), movedTo: fc.constantFrom('cellA3', 'cellB2'),
  endedAfter: fc.option(fc.integer({ min: 701, max: 1500 })), ended: fc.constantFrom('death', 'strikeOff', 'resignation'), sex: fc.constantFrom('male', 'female', null), ethnicity: fc.constantFrom('Tày', 'Dao', null),
  bornOn: fc.constantFrom('1960-05-01', '1985', null),
})

test('whatever happened, every table adds up, its names are as many as its numbers, and a movement balances by every dimension', async () => {
  await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), fc.nat(1500), fc.nat(600), async (lives, first, length) => {
    const { places } = house.ground
    for (const { cell: at, from, movedAfter, movedTo, endedAfter, ended, sex, ethnicity, bornOn } of lives) {
      const joined = addDays(FIRST, from)
      await lay({ cellId: places[at]!, from: joined, until: endedAfter ? addDays(joined, endedAfter) : null, ended, sex, ethnicity, bornOn, ...(movedAfter ? { moved: { on: addDays(joined, movedAfter), to: places[movedTo]! } } : {}) })
    }
    const [from, until] = [addDays(FIRST, first), addDays(FIRST, Math.min(first + length, 1700))]
    for (const organisationId of [places.district!, places.communeA!]) {
      const asked = { organisationId, from, until }
      const total = (await count({ measure: 'members', organisationId, until })).total
      for (const rows of ['sex', 'ageBand', 'ethnicity'] as const) {
        const moved = await count({ measure: 'movement', rows, ...asked })
        expect(moved).toMatchObject({ balances: true, total })
        const members = await count({ measure: 'members', rows, columns: 'detail', organisationId, until })
        expect(members.total).toBe(total)
        expect(members.rows.map(({ value }, i) => [value, members.rowTotals[i]]).sort()).toEqual(moved.rows.map(({ value }, i) => [value, moved.rowTotals[i]]).filter(([, n]) => n !== 0).sort())
      }
      for (const measure of ['admitted', 'left', 'recognised'] as const) {
        const table = await count({ measure, rows: 'sex', columns: 'grassroots', ...asked })
        expect((await people({ measure, rows: 'sex', ...asked, size: 200 })).rows.length).toBe(table.total)
      }
    }
  }), { numRuns: Number(process.env.RUNS ?? 12), ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) })
}, 120_000)

test('every dimension of every measure is counted and opens its names', async () => {
  for (const measure of measures) for (const rows of dimensionsOf[measure]) {
    const table = await count({ measure, rows, from: '2010-01-01' })
    if (measure !== 'movement') expect(table.columnTotals.reduce((a, b) => a + b, 0), `${measure} ${rows}`).toBe(table.total)
    if (measure !== 'organisations' && measure !== 'movement') expect(await people({ measure, rows, from: '2010-01-01', page: 1, size: 10 }), `${measure} ${rows}`).toMatchObject({ total: table.total, outsideReach: 0 })
  }
}, 60_000)
