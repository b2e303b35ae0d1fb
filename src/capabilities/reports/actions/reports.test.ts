import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

type Who = Parameters<House['as']>[0]
let house: House
let periodId: string
const reports = (who: Who = 'officer') => house.as(who).reports
const places = () => house.ground.places
const run = (text: string, values: unknown[] = []) => house.owner.query(text, values)
const submit = (who: Who, organisationId: string, version = 0, reason?: string) => reports(who).submitReport({ periodId, organisationId, version, ...(reason ? { reason } : {}) })
const decide = (reportId: string, version: number, approves: boolean, reason?: string, who: Who = 'officer') => reports(who).decideReport({ reportId, version, approves, ...(reason ? { reason } : {}) })
const report = (organisationId: string, who: Who = 'officer') => reports(who).findReport({ periodId, organisationId })

beforeAll(async () => {
  house = await openHouse({ today: '2018-08-10' })
  periodId = (await reports().openPeriod({ kind: 'half', year: 2018, dueOn: '2018-07-20' })).id
})
afterAll(() => house.close())

describe('a period', () => {
  test('is opened by the level above, once, with a day after its end', async () => {
    await expect(reports().openPeriod({ kind: 'half', year: 2018, dueOn: '2018-07-20' })).rejects.toMatchObject({ code: 'reports.alreadyOpened' })
    await expect(reports().openPeriod({ kind: 'year', year: 2017, dueOn: '2017-12-31' })).rejects.toMatchObject({ code: 'reports.dueBeforeEnd' })
    await expect(reports().openPeriod({ kind: 'year', year: 2019, dueOn: '2020-01-15' })).rejects.toMatchObject({ code: 'reports.periodNotEnded' })
    await expect(reports('grassrootsA').openPeriod({ kind: 'year', year: 2017, dueOn: '2018-01-15' })).rejects.toMatchObject({ kind: 'notAllowed' })
    expect((await reports('grassrootsA').listPeriods({})).rows).toMatchObject([{ expected: 1, from: '2018-01-01', until: '2018-06-30', kind: 'half' }])
  })

  test('is asked for on the Monday list until a report is submitted', async () => {
    const due = async (who: Who) => (await house.as(who).reminders.listWork({ kinds: ['report'] })).rows.map(({ organisationId, dueOn, group }) => ({ organisationId, dueOn, group }))
    expect(await due('grassrootsA')).toEqual([{ organisationId: places().communeA, dueOn: '2018-07-20', group: 'late' }])
    expect(await due('officer')).toHaveLength(3)
  })

  test('has another day when the level above says so', async () => {
    await expect(reports().changeDueDay({ periodId, version: 1, dueOn: '2018-06-30' })).rejects.toMatchObject({ code: 'reports.dueBeforeEnd' })
    expect(await reports().changeDueDay({ periodId, version: 1, dueOn: '2018-07-25' })).toEqual({ version: 2 })
    await expect(reports().changeDueDay({ periodId, version: 1, dueOn: '2018-07-26' })).rejects.toMatchObject({ code: 'reports.staleVersion' })
    await expect(reports('grassrootsA').changeDueDay({ periodId, version: 2, dueOn: '2018-07-26' })).rejects.toMatchObject({ kind: expect.stringMatching(/notAllowed|notFound/) })
  })
})

describe('a report', () => {
  test('is submitted by the grassroots, returned with a reason, submitted again with one, and approved', async () => {
    const { communeA } = places()
    const first = await submit('grassrootsA', communeA)
    await expect(submit('grassrootsA', communeA, 1)).rejects.toMatchObject({ code: 'reports.waitsAlready' })
    await expect(submit('grassrootsA', communeA, 0)).rejects.toMatchObject({ code: 'reports.staleVersion' })
    await expect(decide(first.reportId, 1, false)).rejects.toMatchObject({ code: 'reports.reasonMissing' })
    await expect(decide(first.reportId, 1, true, undefined, 'grassrootsA')).rejects.toMatchObject({ kind: expect.stringMatching(/notAllowed|notFound/) })
    expect(await decide(first.reportId, 1, false, 'Thiếu người đã từ trần')).toEqual({ version: 2 })
    await expect(submit('grassrootsA', communeA, 2)).rejects.toMatchObject({ code: 'reports.reasonMissing' })
    const second = await submit('grassrootsA', communeA, 2, 'Đã ghi người từ trần')
    expect(await decide(second.reportId, 3, true)).toEqual({ version: 4 })
    await expect(decide(second.reportId, 4, true)).rejects.toMatchObject({ code: 'reports.nothingWaits' })
    expect(await report(communeA)).toMatchObject({ state: 'approved', submissions: [{ ordinal: 1, outcome: 'returned', decision: 'Thiếu người đã từ trần' }, { ordinal: 2, outcome: 'approved', reason: 'Đã ghi người từ trần' }], may: { decide: false } })
    expect(await house.auditOf(first.reportId)).toEqual(['reports.submitted', 'reports.returned', 'reports.submitted', 'reports.approved'])
  })

  test('is for who reports, within the own part', async () => {
    const { communeA, communeB, cellA1 } = places()
    await expect(submit('grassrootsA', communeB)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(submit('grassrootsA', cellA1)).rejects.toMatchObject({ code: 'reports.notExpected' })
    await expect(submit('officer', communeB)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(report(communeA, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(report(communeA, 'memberA1')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(reports('memberA1').listReports({ periodId })).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('shows its frozen tables and the names behind them, whatever is recorded afterwards', async () => {
    const { communeA } = places()
    const which = { periodId, organisationId: communeA }
    const closing = async (more = {}) => (await reports().findReportTable({ ...which, table: '1', ...more })).sections[0]!.rows.at(-1)!.numbers[0]
    expect(await closing()).toBe(27)
    await run(`update members.placement set valid_during = daterange(lower(valid_during), '2018-05-05') where person_id = $1`, [house.ground.members.cellA1[5]])
    expect([await closing(), await closing({ counted: true })]).toEqual([27, 26])
    const names = await reports().listReportPeople({ ...which, base: 'changes', by: 'item', values: ['closing'], column: 'total', size: 100 })
    expect([names.total, names.rows.length]).toEqual([27, 27])
    await run(`update members.placement set valid_during = daterange(lower(valid_during), null) where person_id = $1`, [house.ground.members.cellA1[5]])
  })

  test('is added up by the level above, which says who is missing', async () => {
    const { district } = places()
    expect(await report(district)).toMatchObject({ isSum: true, included: 1, missing: [{ state: 'missing' }, { state: 'missing' }] })
    const sum = await reports().findReportTable({ periodId, organisationId: district, table: '3' })
    expect(sum.sections[0]!.rows[0]!.numbers[0]).toBe(27)
    const list = await reports().listReports({ periodId })
    expect(list.counts).toMatchObject({ approved: 1, missing: 2 })
    expect((await reports().listReports({ periodId, state: 'approved' })).rows).toMatchObject([{ members: 27, late: true, latest: { submittedBy: expect.any(String) } }])
  })

  test('leaves the house as one workbook of all tables, numbered, without a formula', async () => {
    const file = (await reports().exportReport({ periodId, organisationId: places().communeA, reason: 'Lưu' })) as unknown as FileAnswer
    const parts: Buffer[] = []
    for await (const part of file.content as AsyncIterable<Buffer>) parts.push(Buffer.from(part))
    const book = new excel.Workbook()
    await book.xlsx.load(Buffer.concat(parts) as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['1', '2', '2B', '3', '4', '5', '7', '9'].map((table) => `Biểu ${table}`))
    const text = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
    for (const said of ['ĐẢNG BỘ XÃ QUANG MINH', 'BIỂU 4: ', 'Bản nộp lần 2', 'Bản xuất số 1/2018', 'Lưu']) expect(text).toContain(said)
    book.worksheets.forEach((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())))
    await expect(reports('secretaryA1').exportReport({ periodId, organisationId: places().communeA, reason: 'x' })).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('two reports', () => {
  test('differ in numbers, each by the names that stand in one only, each name by its facts', async () => {
    const { communeA } = places()
    const [person] = house.ground.members.cellA2
    const a = `submission:${(await report(communeA)).submissions[1]!.id}`
    const b = `now:${periodId}:${communeA}`
    expect((await reports().compareReports({ a, b })).rows).toEqual([])
    await run(`update members.placement set superseded_at = now() where person_id = $1`, [person])
    await run(`insert into members.placement (id, person_id, cell_id, valid_during, basis) values ($1, $2, $3, daterange('2000-03-15', '2018-04-04'), 'Giấy báo tử 12')`, [newId(), person, places().cellA2])
    await run(`update members.membership set superseded_at = now() where person_id = $1`, [person])
    await run(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, confirmed_on, ended_on, end_kind, end_basis) values ($1, $2, '2000-03-01', '2000-03-15', '2000-03-15', '2001-03-15', '2018-04-04', 'death', 'Giấy báo tử 12')`, [newId(), person])
    const { rows } = await reports().compareReports({ a, b })
    const row = (by: string, value: string, column = 'total') => rows.find((each) => each.by === by && each.value === value && each.column === column)
    expect(row('item', 'closing')).toMatchObject({ base: 'changes', a: 27, b: 26, onlyA: 1, onlyB: 0 })
    expect(row('item', 'died')).toMatchObject({ a: 0, b: 1, onlyA: 0, onlyB: 1 })
    const three = await reports().findReportTable({ periodId, organisationId: communeA, table: '3', counted: true })
    expect(row('all', 'all')).toMatchObject({ a: 27, b: three.sections[0]!.rows[0]!.numbers[0] })
    const people = await reports().listDifferingPeople({ a, b, base: 'changes', by: 'item', value: 'died', column: 'total' })
    expect(people).toMatchObject({ total: 1, rows: [{ personId: person, inA: 0, inB: 1, cause: 'facts' }] })
    const told = people.rows[0]!.facts
    expect(told.map(({ kind }) => kind).sort()).toEqual(expect.arrayContaining(['membership', 'placement']))
    expect(told).toContainEqual(expect.objectContaining({ kind: 'membership', says: 'Đảng tịch đã kết thúc: Đã từ trần', basis: 'Giấy báo tử 12' }))
    expect((await reports().listDifferingPeople({ a, b })).rows.every(({ cause }) => cause === 'facts')).toBe(true)
  })

  test('of a version and the one that corrects it: the old one stays', async () => {
    const { communeA } = places()
    const before = await report(communeA, 'grassrootsA')
    const { version } = await submit('grassrootsA', communeA, before.version, 'Ghi muộn một người từ trần')
    await decide(before.reportId!, version, true)
    const after = await report(communeA)
    expect(after.submissions.map(({ outcome }) => outcome)).toEqual(['returned', 'replaced', 'approved'])
    const [, old, latest] = after.submissions
    const { rows } = await reports().compareReports({ a: `submission:${old!.id}`, b: `submission:${latest!.id}` })
    expect(rows.find(({ by, value, column }) => by === 'all' && value === 'all' && column === 'total')).toMatchObject({ a: 27, b: 26 })
    expect((await reports().compareReports({ a: `sum:${periodId}`, b: `submission:${latest!.id}` })).rows).toEqual([])
  })

  test('are compared only within the reader\'s part, and show a leader nothing that points at somebody', async () => {
    const { communeA } = places()
    const a = `submission:${(await report(communeA)).submissions[1]!.id}`
    const b = `now:${periodId}:${communeA}`
    await expect(reports('grassrootsB').compareReports({ a, b })).rejects.toMatchObject({ kind: 'notFound' })
    const shown = await reports('leader').compareReports({ a, b })
    expect(shown.rows.length).toBeGreaterThan(0)
    expect(shown.rows.filter(({ by }) => by === 'ethnicity' || by === 'religion')).toEqual([])
    await expect(reports('leader').listDifferingPeople({ a, b, base: 'stand', by: 'ethnicity', value: 'Tày', column: 'total' })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(reports().compareReports({ a: 'gì đó', b })).rejects.toThrow()
  })
})
