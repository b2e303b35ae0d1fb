import excel from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, daysBetween, newId, plainDate, type PlainDate } from '../../../kernel/index.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { balanceItems } from '../codes.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const tables = (who: Parameters<House['as']>[0] = 'officer') => house.as(who).statistics
const run = (text: string, values: unknown[]) => house.owner.query(text, values)

type Stay = { readonly cellId: string; readonly from: PlainDate; readonly until: PlainDate | null }
type Laid = { readonly joinedOn: PlainDate; readonly stays: readonly Stay[]; readonly ended?: { readonly on: PlainDate; readonly kind: string }; readonly fromOutside?: boolean; readonly name?: string; readonly sex?: string; readonly bornOn?: string }

/** A member with this history, as rows. */
async function lay({ joinedOn, stays, ended, fromOutside, name = 'Người Thử', sex = 'male', bornOn = '1970-05-05' }: Laid): Promise<string> {
  const id = newId()
  await run('insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity) values ($1, $2, $2, $3, $4, $5, $6)', [id, name, stays.at(-1)!.cellId, sex, bornOn, 'Dao'])
  const joined = fromOutside ? addDays(joinedOn, -900) : joinedOn
  await run('insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, ended_on, end_kind) values ($1, $2, $3::date, $3::date, $3::date::text, $4, $5)', [newId(), id, joined, ended?.on ?? null, ended?.kind ?? null])
  await run(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'full', daterange($3, $4))`, [newId(), id, joinedOn, ended?.on ?? null])
  for (const { cellId, from, until } of stays) await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), id, cellId, from, until])
  return id
}
const day = plainDate
const year = { from: day('2017-01-01'), until: day('2017-12-31') }

describe('table 1', () => {
  test('tells each way in and out, for the whole and each part; a move inside is none of the whole', async () => {
    const { cellA1, cellA2, cellB1, communeA, communeB } = house.ground.places
    const one = (from: string, cellId: string, more: Partial<Laid> = {}): Laid => ({ joinedOn: day(from), stays: [{ cellId, from: day(from), until: more.ended?.on ?? null }], ...more })
    await lay(one('2017-03-03', cellA1, { name: 'Mới Kết Nạp' }))
    await lay(one('2017-04-04', cellA1, { fromOutside: true }))
    await lay(one('2010-01-01', cellA1, { ended: { on: day('2017-06-01'), kind: 'death' } }))
    await lay(one('2010-01-01', cellB1, { ended: { on: day('2017-06-02'), kind: 'strikeOff' } }))
    await lay({ joinedOn: day('2010-01-01'), stays: [{ cellId: cellA1, from: day('2010-01-01'), until: day('2017-07-01') }, { cellId: cellB1, from: day('2017-07-01'), until: null }], name: 'Đi Sang Bên' })
    await lay({ joinedOn: day('2010-01-01'), stays: [{ cellId: cellA1, from: day('2010-01-01'), until: day('2017-08-01') }, { cellId: cellA2, from: day('2017-08-01'), until: null }] })
    const table = await tables().findBalance(year)
    expect(table.whole).toMatchObject({ opening: 54 + 4, increase: 2, admitted: 1, fromOutside: 1, movedIn: 0, decrease: 2, died: 1, struckOff: 1, movedOut: 0, closing: 58 })
    const part = (id: string) => table.parts.find(({ organisationId }) => organisationId === id)!.balance
    expect(part(communeA)).toMatchObject({ opening: 27 + 3, admitted: 1, fromOutside: 1, movedOut: 1, died: 1, closing: 30 })
    expect(part(communeB)).toMatchObject({ opening: 18 + 1, movedIn: 1, struckOff: 1, closing: 19 })
    expect(table.checks).toEqual([{ code: 'balances', holds: true, wrong: [] }, { code: 'partsAddUp', holds: true, wrong: [] }])
    expect(table.source).toMatchObject({ instrument: 'CV-3296-2017', certainty: 'secondary' })
  })

  test('opens the names behind every number, within the reader\'s part', async () => {
    const { rows, total } = await tables().listBalancePeople({ ...year, item: 'admitted' } as never)
    expect({ total, rows }).toMatchObject({ total: 1, rows: [{ fullName: 'Mới Kết Nạp', item: 'admitted', onDay: '2017-03-03', cellName: 'Thôn Khun Luông' }] })
    const { communeA } = house.ground.places
    const moved = await tables('grassrootsA').listBalancePeople({ ...year, item: 'movedOut', organisationId: communeA } as never)
    expect(moved).toMatchObject({ total: 1, rows: [], outsideReach: 1 })
    expect(await tables().listBalancePeople({ ...year, item: 'movedOut', organisationId: communeA } as never)).toMatchObject({ total: 1, rows: [{ fullName: 'Đi Sang Bên' }] })
    expect(await tables().listBalancePeople({ ...year, item: 'movedOut', partId: communeA } as never)).toMatchObject({ total: 1 })
    expect(await tables('grassrootsB').listBalancePeople({ ...year, item: 'opening', partId: communeA } as never)).toMatchObject({ total: 0, rows: [] })
    for (const item of balanceItems) {
      const names = await tables().listBalancePeople({ ...year, item, size: 200 } as never)
      expect(names.rows.length, item).toBe(names.total)
    }
  })

  test('refuses a period that runs backwards or has not come, and what lies outside', async () => {
    await expect(tables().findBalance({ from: year.until, until: year.from } as never)).rejects.toMatchObject({ code: 'statistics.periodBackwards' })
    await expect(tables().findBalance({ from: '2018-01-01', until: '2018-12-31' } as never)).rejects.toMatchObject({ code: 'statistics.dayNotYet' })
    await expect(tables('grassrootsA').findBalance({ ...year, organisationId: house.ground.places.communeB } as never)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(tables('memberA1').findBalance(year)).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('table 3', () => {
  test('sorts the members of a day by each trait; every section makes the whole, and numbers open their names', async () => {
    await lay({ joinedOn: day('2016-05-05'), stays: [{ cellId: house.ground.places.cellH1, from: day('2016-05-05'), until: null }], name: 'Nữ Trẻ', sex: 'female', bornOn: '2001-01-01' })
    const table = await tables().findComposition({ until: '2018-10-05' } as never)
    expect(table.checks).toEqual([{ code: 'traitsAddUp', holds: true, wrong: [] }])
    for (const { trait, rows } of table.sections) expect(rows.reduce((sum, { members }) => sum + members, 0), trait).toBe(table.total.members)
    const value = (trait: string, wanted: string | null) => table.sections.find((section) => section.trait === trait)!.rows.find((row) => row.value === wanted)
    expect(value('sex', 'female')!.members).toBe(value('sex', 'female')!.women)
    expect(value('ageBand', '0')).toMatchObject({ members: 1, women: 1 })
    expect(value('religion', null)!.members).toBe(table.total.members)
    const young = await tables().listCompositionPeople({ until: '2018-10-05', trait: 'ageBand', value: '0', among: 'women' } as never)
    expect(young).toMatchObject({ total: 1, rows: [{ fullName: 'Nữ Trẻ' }], outsideReach: 0 })
    const all = await tables().listCompositionPeople({ until: '2018-10-05', trait: 'all', among: 'members', size: 200 } as never)
    expect(all.rows).toHaveLength(table.total.members)
    expect((await tables('secretaryA1').findComposition({ until: '2018-10-05' } as never)).total.members).toBeLessThan(table.total.members)
    await expect(tables('secretaryA1').findComposition({ until: '2018-10-05', organisationId: house.ground.places.cellA2 } as never)).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('shows a leader no value of religion or ethnic group that points at somebody, and opens no names of them', async () => {
    const one = await lay({ joinedOn: day('2016-05-05'), stays: [{ cellId: house.ground.places.cellH1, from: day('2016-05-05'), until: null }], name: 'Người Hiếm' })
    await run(`update members.person set religion = 'Đạo Hiếm', ethnicity = 'Tộc Hiếm' where id = $1`, [one])
    const section = async (who: 'leader' | 'officer', trait: string) => (await tables(who).findComposition({ until: '2018-10-05' } as never)).sections.find((each) => each.trait === trait)!
    expect((await section('leader', 'religion')).rows.map(({ value }) => value)).toContain('few')
    expect(JSON.stringify([await section('leader', 'religion'), await section('leader', 'ethnicity')])).not.toContain('Hiếm')
    expect(await section('officer', 'religion')).toMatchObject({ namesCovered: false })
    expect((await section('officer', 'religion')).rows.map(({ value }) => value)).toContain('Đạo Hiếm')
    await expect(tables('leader').listCompositionPeople({ until: '2018-10-05', trait: 'religion', value: 'Đạo Hiếm', among: 'members' } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
    expect(await tables('officer').listCompositionPeople({ until: '2018-10-05', trait: 'religion', value: 'Đạo Hiếm', among: 'members' } as never)).toMatchObject({ total: 1 })
  })

  test('leaves the house numbered, as table 1 does; the secretary takes none', async () => {
    for (const [table, said] of [['1', 'Kết nạp mới'], ['3', 'Tuổi Đảng']] as const) {
      const file = (await house.as('officer').audit.exportList({ list: `table${table}`, asked: year, reason: 'Nộp báo cáo' })) as unknown as FileAnswer
      const parts: Buffer[] = []
      if (Buffer.isBuffer(file.content)) parts.push(file.content)
      else for await (const part of file.content) parts.push(Buffer.from(part))
      const book = new excel.Workbook()
      await book.xlsx.load(Buffer.concat(parts) as never)
      const text = JSON.stringify(book.worksheets[0]!.getSheetValues())
      expect(text).toContain(`BIỂU ${table}`)
      expect(text).toContain(said)
      expect(text).toContain('Nộp báo cáo')
    }
    await expect(house.as('secretaryA1').audit.exportList({ list: 'table1', asked: year, reason: 'Xem' })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('whatever happened', () => {
  const cells = ['cellA1', 'cellA2', 'cellB1', 'cellB2', 'cellH1'] as const
  const first = day('2011-01-01')
  const span = daysBetween(first, day('2018-10-01'))
  const aDay = fc.nat(span).map((n) => addDays(first, n))
  /** Days in rising order: joining, moves, and the end when there is one more day than moves. */
  const life = fc.record({ days: fc.uniqueArray(aDay, { minLength: 1, maxLength: 5 }), cells: fc.array(fc.constantFrom(...cells), { minLength: 5, maxLength: 5 }), ends: fc.boolean(), kind: fc.constantFrom('death', 'strikeOff', 'expulsion', 'resignation', 'transferOut'), fromOutside: fc.boolean() })
  const move = fc.record({ cell: fc.constantFrom(...cells), to: fc.constantFrom('communeA', 'communeB', 'hospital'), on: aDay })

  async function layLife({ days: unsorted, cells: through, ends, kind, fromOutside }: { days: PlainDate[]; cells: (typeof cells)[number][]; ends: boolean; kind: string; fromOutside: boolean }): Promise<void> {
    const days = [...unsorted].sort()
    const ended = ends && days.length > 1 ? { on: days.pop()!, kind } : undefined
    const stays = days.map((from, i) => ({ cellId: house.ground.places[through[i]!], from, until: days[i + 1] ?? ended?.on ?? null }))
    await lay({ joinedOn: days[0]!, stays, fromOutside, ...(ended ? { ended } : {}) })
  }

  /** A cell stands under another organisation from a day on. */
  async function moveCell({ cell, to, on }: { cell: (typeof cells)[number]; to: 'communeA' | 'communeB' | 'hospital'; on: PlainDate }): Promise<void> {
    const id = house.ground.places[cell]
    const { rows } = await run('select id, lower(valid_during) as since from organisations.placement where organisation_id = $1 and upper_inf(valid_during)', [id])
    if (rows[0].since >= on) return
    await run('update organisations.placement set valid_during = daterange(lower(valid_during), $2) where id = $1', [rows[0].id, on])
    await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), id, house.ground.places[to], on])
    await run('select organisations.rebuild_closure()', [])
  }

  /** Members below an organisation on a day, counted person by person. */
  const plainCount = async (organisationId: string, on: PlainDate): Promise<number> => Number((await house.rows(`
    select count(distinct p.person_id)::int as n from members.placement p join organisations.closure c on c.descendant_id = p.cell_id and c.ancestor_id = $1 and c.valid_during @> $2::date
    where p.superseded_at is null and p.valid_during @> $2::date`, [organisationId, on]))[0]!.n)

  test('opening + increase − decrease = closing for every organisation and period, equal to a plain recount, and the parts make the whole', async () => {
    const { district, communeA, cellA1 } = house.ground.places
    await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), fc.option(move), aDay, aDay, async (lives, moved, a, b) => {
      for (const each of lives) await layLife(each)
      if (moved) await moveCell(moved)
      const [from, until] = a <= b ? [a, b] : [b, a]
      for (const organisationId of [district, communeA, cellA1]) {
        const { whole, checks } = await tables().findBalance({ organisationId, from, until } as never)
        expect(whole.opening).toBe(await plainCount(organisationId, addDays(from, -1)))
        expect(whole.closing).toBe(await plainCount(organisationId, until))
        expect(checks.filter(({ holds }) => !holds)).toEqual([])
        expect(whole.unexplained).toBe(0)
      }
    }), { numRuns: 25 })
  }, 120_000)
})
