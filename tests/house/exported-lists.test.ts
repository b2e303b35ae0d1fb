import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../src/app/server/house.ts'
import { exportedForms, exportedLists } from '../../src/capabilities/exports/index.ts'
import type { FileAnswer } from '../../src/platform/http/index.ts'
import { openHouse, type House } from '../harness/house.ts'
import { makeInput } from './rights/input.ts'
import { layThings, recordBeforehand, type Things } from './rights/things.ts'

let house: House
let things: Things
let foreign: Things
beforeAll(async () => {
  house = await openHouse()
  things = await layThings(house, 'cellA1')
  foreign = await layThings(house, 'cellB1')
  await recordBeforehand(house)
})
afterAll(() => house.close())

const names = Object.keys(exportedLists)
const HEAD_ROWS = 7

async function sheetOf(answer: unknown): Promise<excel.Worksheet> {
  const parts: Buffer[] = []
  for await (const part of (answer as FileAnswer).content as NodeJS.ReadableStream) parts.push(Buffer.from(part))
  const book = new excel.Workbook()
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer)
  return book.worksheets[0]!
}

/** The input of the reading behind a list: a thing of a place where it cannot do without, else nothing. */
function askedFor(name: string, where: Things): Record<string, unknown> {
  const [room, operation] = exportedLists[name]!.of.split('.') as [string, string]
  const schema = (contract as any)[room][operation]['~orpc'].inputSchema
  const made = makeInput(exportedLists[name]!.of, schema, { where, sample: where, version: 1, bare: true }) as Record<string, unknown>
  return Object.fromEntries(Object.entries(made).filter(([field]) => !schema.shape[field].isOptional()))
}

type Who = Parameters<House['as']>[0]
const take = (who: Who, name: string, asked = askedFor(name, things)) => house.as(who).audit.exportList({ list: name, asked, filter: 'Tìm: thử', reason: 'Báo cáo' })

describe('every list goes out', () => {
  test.each(names)('%s: with its letterhead, its columns and the rows that its reading gives, and the trail counts them', async (name) => {
    const who: Who = name === 'users' ? 'administrator' : 'grassrootsA'
    const list = exportedLists[name]!
    const sheet = await sheetOf(await take(who, name))
    const head = [1, 2, 3, 4, 5, 6].map((row) => String(sheet.getRow(row).getCell(1).value ?? ''))
    expect(head[1]).toBe(list.title.toLocaleUpperCase('vi'))
    expect(head[2]).toMatch(/^Tính đến ngày \d\d\/\d\d\/2018$/)
    expect(head[3]).toBe('Lọc theo: Tìm: thử')
    expect(head[5]).toMatch(/^Bản xuất số \d+\/2018 · Người tải: Người dùng .* · lúc 12:00, 05\/10\/2018 · lý do: Báo cáo$/)
    const titles = (sheet.getRow(HEAD_ROWS + 1).values as unknown[]).slice(1)
    expect(titles).toEqual(['TT', ...list.columns.map(({ title }) => title)])
    const rows = sheet.rowCount - HEAD_ROWS - 1
    expect(head[4]).toBe(`Tổng số: ${rows} dòng`)
    const [entry] = await house.rows(`select facts, actor_name, organisation_id from audit.entry where facts ? 'exportNumber' order by number desc limit 1`)
    expect(entry!.facts).toMatchObject({ list: list.title, rows, reason: 'Báo cáo' })
    expect(head[5]).toContain(`Bản xuất số ${entry!.facts.exportNumber} ·`)
  })

  test('with rows that stand somewhere: no list is empty for want of reading', async () => {
    const empty: string[] = []
    for (const name of names) {
      const sheet = await sheetOf(await take('officer', name).catch((error) => { if (error.kind === 'notAllowed') return take('administrator', name); throw error }))
      if (sheet.rowCount <= HEAD_ROWS + 1) empty.push(name)
    }
    expect(empty).toEqual([])
  })
})

describe('an official table goes out in the shape of its form', () => {
  const year = { from: '2017-01-01', until: '2017-12-31' }

  test.each(Object.keys(exportedForms))('%s: with its own columns and no row of its own making, numbered and told of like any list', async (name) => {
    const sheet = await sheetOf(await take('grassrootsA', name, { ...year, organisationId: house.ground.places.communeA }))
    const head = [1, 2, 3, 4, 5].map((row) => String(sheet.getRow(row).getCell(1).value ?? ''))
    expect(head[1]).toBe(exportedForms[name]!.title.toLocaleUpperCase('vi'))
    expect(head.join(' ')).toMatch(/Bản xuất số \d+\/2018 · Người tải: Người dùng .* · lúc 12:00, 05\/10\/2018 · lý do: Báo cáo/)
    const [entry] = await house.rows(`select facts, subject_id, organisation_id from audit.entry where event = 'statistics.tableExported' order by number desc limit 1`)
    expect(entry).toMatchObject({ subject_id: name, organisation_id: house.ground.places.communeA, facts: { list: exportedForms[name]!.title, until: year.until, reason: 'Báo cáo' } })
    const titlesAt = head.findIndex((line) => line.startsWith('Bản xuất')) + 3
    expect((sheet.getRow(titlesAt).values as unknown[])[1]).not.toBe('TT')
    expect(sheet.rowCount - titlesAt).toBe(entry!.facts.rows)
  })

  test('not by a secretary or a member, and not of another commune', async () => {
    for (const name of Object.keys(exportedForms)) {
      for (const who of ['secretaryA1', 'memberA1'] as const) await expect(take(who, name, year)).rejects.toMatchObject({ kind: 'notAllowed' })
      await expect(take('grassrootsA', name, { ...year, organisationId: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
    }
  })
})

describe('nobody takes out more than the page shows', () => {
  test.each(names)('%s: not by a member, and nothing of another commune', async (name) => {
    await expect(take('memberA1', name)).rejects.toMatchObject({ kind: 'notAllowed' })
    const told = await take('grassrootsA', name, askedFor(name, foreign)).then(async (answer) => JSON.stringify((await sheetOf(answer)).getSheetValues()), (error) => String(error.kind))
    expect(told).not.toContain('Của cellB1')
    expect(told).not.toContain('Đồng Chang')
  })

  test('leaders read the list of members and do not take it out', async () => {
    for (const name of ['members', 'names', 'dossiers']) await expect(take('leader', name, name === 'names' ? { measure: 'members' } : {})).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('what does not fit the list is refused field by field, an unknown list is not found', async () => {
    await expect(take('officer', 'members', { status: 'gì đó', asOf: '2018-02-30' })).rejects.toMatchObject({ kind: 'invalid', code: 'platform.fieldNotValid' })
    await expect(house.as('officer').audit.exportList({ list: 'toString', reason: 'x' })).rejects.toMatchObject({ code: 'audit.noSuchList' })
  })

  test('a number typed into a search stands in the trail by its last digits only', async () => {
    await take('officer', 'members', { search: '002 099 012345' })
    const [entry] = await house.rows(`select facts::text as facts from audit.entry where event = 'members.exported' order by number desc limit 1`)
    expect(entry!.facts).toContain('••••2345')
    expect(entry!.facts).not.toContain('9901')
  })

  test('a list of another day is that of the day', async () => {
    const sheet = await sheetOf(await take('officer', 'members', { asOf: '1990-01-01' }))
    expect([sheet.getRow(3).getCell(1).value, sheet.rowCount]).toEqual(['Tính đến ngày 01/01/1990', HEAD_ROWS + 1])
  })
})
