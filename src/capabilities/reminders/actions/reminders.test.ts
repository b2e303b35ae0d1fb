import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { runAction, runReading, sql } from '../../../platform/action/index.ts'
import { hashSecret, type InputOf } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { AccountName, Place } from '../../../../tests/harness/ground.ts'
import { remindersContract } from '../contract.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { collectDue } from './collect-due.ts'
import { listDueForMachinesOf } from './list-due-for-machines.ts'
import { listLastWeekOf, listWorkOf } from './list-work.ts'
import { listHistory, printSheetsOf, remindOf } from './remind.ts'

const TODAY = plainDate('2018-10-08')
let house: House
let due: DueItem[]

/** What a room above would compute, laid down by hand; it hides what is outside the actor's part as the database does. */
const fakeRoom: Deadlines = async (ctx, query) => {
  const seen = new Set((await ctx.db.rows<{ id: string }>(sql`select access.people_reach() as id`)).map((row) => row.id))
  return due.filter((item) => item.dueOn <= query.until && seen.has(item.organisationId))
}
const rooms = [fakeRoom]

const thing = (place: Place, dueOn: string, over: Partial<DueItem> = {}): DueItem => ({
  kind: 'confirmation', subjectId: crypto.randomUUID(), subjectType: 'caseFile', personId: null, personName: 'Hoàng Thị Nhung', bornYear: 1994,
  organisationId: house.ground.places[place], dueOn: plainDate(dueOn), nextActCode: 'recordCellVote', nextAct: 'Chi bộ họp xét', owner: 'cell',
  counting: 'workingDays', rule: null, ...over,
})

beforeAll(async () => { house = await openHouse({ today: TODAY }) })
afterAll(() => house.close())
beforeEach(() => { house.clock.moveTo(TODAY); due = [] })

const who = (name: AccountName) => ({ secretHash: hashSecret(house.ground.accounts[name].secret) })
type Given<N extends keyof typeof remindersContract> = Partial<InputOf<(typeof remindersContract)[N]>>
const work = (name: AccountName, input: Given<'listWork'> = {}) =>
  runReading(house.ports, who(name), listWorkOf(rooms), { within: 30, page: 1, size: 50, order: 'urgency', ...input })
const remind = (name: AccountName, input: Given<'remind'> = {}) => runAction(house.ports, who(name), remindOf(rooms), { within: 30, ...input })
const sheets = (name: AccountName, input: Given<'printSheets'> = {}) => runAction(house.ports, who(name), printSheetsOf(rooms), { within: 30, ...input })
const history = (name: AccountName, subjectId: string) => runReading(house.ports, who(name), listHistory, { subjectId })

describe('the Monday list', () => {
  test('late is what was due before today; today and the last day ahead are in time', async () => {
    due = [thing('cellA1', '2018-10-05'), thing('cellA1', '2018-10-08'), thing('cellA1', '2018-10-09'), thing('cellA1', '2018-11-07'), thing('cellA1', '2018-11-08')]
    const list = await work('officer')
    expect(list.counts).toEqual({ late: 1, today: 1, soon: 2 })
    expect(list.rows.map(({ dueOn, group, workingDays }) => ({ dueOn, group, workingDays }))).toEqual([
      { dueOn: '2018-10-05', group: 'late', workingDays: 1 }, { dueOn: '2018-10-08', group: 'today', workingDays: 0 },
      { dueOn: '2018-10-09', group: 'soon', workingDays: 1 }, { dueOn: '2018-11-07', group: 'soon', workingDays: 22 },
    ])
    expect(list.nextDueOn).toBe('2018-11-08')
  })

  test('a count opens a list of as many rows, whichever filter it is', async () => {
    due = [
      thing('cellA1', '2018-10-01'), thing('cellA2', '2018-10-02'), thing('cellB1', '2018-10-03'), thing('cellB1', '2018-10-12'),
      thing('cellA1', '2018-10-10', { kind: 'admissionDecision', owner: 'decidingOffice' }), thing('cellH1', '2018-09-03', { kind: 'admissionDecision', owner: 'decidingOffice' }),
    ]
    const all = await work('officer')
    expect(all.byKind).toEqual([{ kind: 'confirmation', late: 3, today: 0, soon: 1 }, { kind: 'admissionDecision', late: 1, today: 0, soon: 1 }])
    expect(all.byGrassroots.map(({ name, late, soon }) => [name, late, soon])).toEqual([['Bệnh viện Đa khoa huyện', 1, 0], ['xã Liên Hiệp', 1, 1], ['xã Quang Minh', 2, 1]])
    for (const { kind, late } of all.byKind) expect((await work('officer', { kinds: [kind], group: 'late' })).total).toBe(late)
    for (const { id, late, soon } of all.byGrassroots) expect((await work('officer', { organisationId: id })).total).toBe(late + soon)
    expect((await work('officer', { owner: 'decidingOffice' })).total).toBe(2)
  })

  test('a filter narrows the rows and leaves the choices beside it', async () => {
    due = [thing('cellA1', '2018-10-01'), thing('cellB1', '2018-10-03'), thing('cellB1', '2018-10-12', { kind: 'admissionCeremony' })]
    const list = await work('officer', { organisationId: house.ground.places.communeB, kinds: ['confirmation'] })
    expect(list).toMatchObject({ total: 1, counts: { late: 1, today: 0, soon: 0 }, place: { name: 'xã Liên Hiệp' } })
    expect(list.byKind.map(({ kind }) => kind)).toEqual(['confirmation', 'admissionCeremony'])
    expect(list.byGrassroots.map(({ name }) => name)).toEqual(['xã Liên Hiệp', 'xã Quang Minh'])
  })

  test('the first rows of each group, pages, and cells kept together', async () => {
    due = [...[1, 2, 3].map((day) => thing('cellB1', `2018-10-0${day}`)), thing('cellA1', '2018-10-02'), thing('cellA1', '2018-10-10')]
    const first = await work('officer', { perGroup: 2 })
    expect(first.rows.map(({ dueOn }) => dueOn)).toEqual(['2018-10-01', '2018-10-02', '2018-10-10'])
    expect(first.total).toBe(5)
    expect((await work('officer', { page: 2, size: 2 })).rows).toHaveLength(2)
    expect((await work('officer', { order: 'cell' })).rows.map(({ organisationName }) => organisationName))
      .toEqual(['Thôn Đồng Chang', 'Thôn Đồng Chang', 'Thôn Đồng Chang', 'Thôn Khun Luông', 'Thôn Khun Luông'])
  })

  test('each sees the own part: the district all, a commune its cells, a cell itself, a member and the administrator nothing', async () => {
    due = [thing('cellA1', '2018-10-01'), thing('cellA2', '2018-10-02'), thing('cellB1', '2018-10-03')]
    expect((await work('officer')).total).toBe(3)
    expect((await work('leader')).total).toBe(3)
    expect((await work('inspector')).total).toBe(3)
    expect((await work('grassrootsA')).total).toBe(2)
    expect((await work('secretaryA1')).rows.map(({ organisationName, aboveName }) => [organisationName, aboveName])).toEqual([['Thôn Khun Luông', 'xã Quang Minh']])
    await expect(work('grassrootsA', { organisationId: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(work('memberA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(work('administrator')).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('nothing due: the list is empty and says when the next thing falls due', async () => {
    due = [thing('cellA1', '2018-12-01')]
    expect(await work('officer')).toMatchObject({ counts: { late: 0, today: 0, soon: 0 }, byKind: [], rows: [], total: 0, nextDueOn: '2018-12-01' })
  })
})

describe('reminding', () => {
  test('a week later the list says which of the reminded things moved and which did not', async () => {
    const still = thing('cellA1', '2018-10-01', { personName: 'Bàn Thị Mùi' })
    const furtherOn = thing('cellA2', '2018-10-02', { personName: 'Lý Văn Páo' })
    const finished = thing('cellB1', '2018-10-03', { personName: 'Ma Thị Sim' })
    due = [still, furtherOn, finished]
    expect(await remind('officer')).toEqual({ reminded: 3 })
    expect((await work('officer')).lastWeek.reminded).toBe(0)

    house.clock.moveBy(7)
    due = [still, { ...furtherOn, nextActCode: 'sendUp', nextAct: 'Gửi nghị quyết và hồ sơ' }]
    const list = await work('officer')
    expect(list.lastWeek).toEqual({ from: TODAY, reminded: 3, moved: 2, unchanged: 1 })
    expect(list.rows.map(({ personName, reminded }) => [personName, reminded])).toEqual([
      ['Bàn Thị Mùi', { on: TODAY, effect: 'unchanged' }], ['Lý Văn Páo', { on: TODAY, effect: 'moved' }],
    ])
    const { rows } = await runReading(house.ports, who('officer'), listLastWeekOf(rooms), {})
    expect(rows.map(({ personName, nextAct, effect }) => [personName, nextAct, effect])).toEqual(expect.arrayContaining([['Ma Thị Sim', 'Chi bộ họp xét', 'moved'], ['Bàn Thị Mùi', 'Chi bộ họp xét', 'unchanged']]))
    const ofB = await runReading(house.ports, who('officer'), listLastWeekOf(rooms), { organisationId: house.ground.places.communeB })
    expect(ofB.rows.map(({ personName }) => personName)).toEqual(['Ma Thị Sim'])
    expect((await work('officer', { reminded: 'yes' })).total).toBe(2)

    house.clock.moveBy(1)
    expect((await work('officer')).lastWeek.reminded).toBe(0)
  })

  test('only the chosen things are reminded; what was dealt with meanwhile is left out', async () => {
    const [one, other] = [thing('cellA1', '2018-10-01'), thing('cellA1', '2018-10-02')]
    due = [one, other]
    const gone = { kind: 'confirmation' as const, subjectId: crypto.randomUUID() }
    expect(await remind('grassrootsA', { things: [one, gone].map(({ kind, subjectId }) => ({ kind, subjectId })) })).toEqual({ reminded: 1 })
    expect((await work('grassrootsA', { reminded: 'no' })).rows.map(({ subjectId }) => subjectId)).toEqual([other.subjectId])
    await expect(remind('grassrootsA', { things: [gone] })).rejects.toMatchObject({ code: 'reminders.nothingDue', kind: 'conflict' })
  })

  test('the history of a thing says when, how, by whom and of what', async () => {
    const one = thing('cellA1', '2018-10-01')
    due = [one]
    await remind('officer')
    house.clock.moveBy(1)
    await sheets('grassrootsA')
    expect((await history('officer', one.subjectId)).rows).toEqual([
      { kind: 'confirmation', on: addDays(TODAY, 1), way: 'printed', nextAct: 'Chi bộ họp xét', dueOn: '2018-10-01', byName: 'Người dùng grassrootsA' },
      { kind: 'confirmation', on: TODAY, way: 'sent', nextAct: 'Chi bộ họp xét', dueOn: '2018-10-01', byName: 'Người dùng officer' },
    ])
    expect((await history('grassrootsB', one.subjectId)).rows).toEqual([])
    await expect(history('memberA1', one.subjectId)).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('leaders, inspectors and cell secretaries read and do not remind', async () => {
    due = [thing('cellA1', '2018-10-01')]
    for (const name of ['leader', 'inspector', 'secretaryA1', 'administrator'] as const) {
      await expect(remind(name)).rejects.toMatchObject({ kind: 'notAllowed' })
      await expect(sheets(name)).rejects.toMatchObject({ kind: 'notAllowed' })
    }
    await expect(sheets('grassrootsA', { organisationId: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
    expect(await house.rows('select count(*)::int as n from reminders.reminder where organisation_id = $1 and reminded_on > $2', [house.ground.places.cellA1, addDays(TODAY, 5)])).toEqual([{ n: 0 }])
  })
})

describe('reminder sheets', () => {
  test('one for each cell, the most urgent row first, and kept as printed reminders', async () => {
    due = [thing('cellA1', '2018-10-15'), thing('cellB1', '2018-10-03'), thing('cellA1', '2018-09-03')]
    const printed = await sheets('officer')
    expect(printed.printedOn).toBe(TODAY)
    expect(printed.sheets.map(({ organisationName, aboveName, rows }) => [organisationName, aboveName, rows.map(({ dueOn }) => dueOn)])).toEqual([
      ['Chi bộ Thôn Khun Luông', 'xã Quang Minh', ['2018-09-03', '2018-10-15']], ['Chi bộ Thôn Đồng Chang', 'xã Liên Hiệp', ['2018-10-03']],
    ])
    expect((await history('officer', due[0]!.subjectId)).rows).toMatchObject([{ way: 'printed' }])
  })

  test('follow the filters of the list, and an empty list is refused', async () => {
    due = [thing('cellA1', '2018-10-15'), thing('cellB1', '2018-10-03')]
    expect((await sheets('officer', { group: 'late' })).sheets).toHaveLength(1)
    await expect(sheets('officer', { kinds: ['committeeTerm'] })).rejects.toMatchObject({ code: 'reminders.nothingDue' })
  })
})

describe('what other programs read', () => {
  test('late and due in the published shape, below an organisation named by its code', async () => {
    due = [thing('cellA1', '2018-10-05'), thing('cellA1', '2018-10-09'), thing('cellB1', '2018-10-03')]
    const tell = (organisation?: string) => runReading(house.ports, who('officer'), listDueForMachinesOf(rooms), { organisation, within: 30 })
    const told = await tell()
    expect(told.late).toHaveLength(2)
    expect(told.soon).toMatchObject([{ kind: 'confirmation', organisation: '02.034.013.000.001', organisationName: 'Thôn Khun Luông – xã Quang Minh', workingDaysLeft: 1 }])
    await expect(tell('99.999')).rejects.toMatchObject({ code: 'reminders.noSuchOrganisation' })
  })

  test('two rooms are read as one list in the order of urgency', async () => {
    due = [thing('cellA1', '2018-10-09')]
    const another: Deadlines = async () => [thing('cellA1', '2018-10-02', { kind: 'committeeTerm' })]
    const items = await runReading(house.ports, who('officer'), async (ctx) => {
      await ctx.authorise('reminders.readWork', 'own part')
      return collectDue(ctx, [fakeRoom, another], { until: '2018-10-31' as PlainDate })
    }, {})
    expect(items.map(({ kind }) => kind)).toEqual(['committeeTerm', 'confirmation'])
  })
})
