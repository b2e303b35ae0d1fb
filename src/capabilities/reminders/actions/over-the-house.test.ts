import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf, sentFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { AccountName } from '../../../../tests/harness/ground.ts'

const TODAY = '2018-11-26'
let house: House
let caseId: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  caseId = (await sentFile(house, { cell: 'cellA1' })).id
  house.clock.moveTo(TODAY as never)
})
afterAll(() => house.close())

const reminders = (name: AccountName) => house.as(name).reminders
const who = { mayNot: ['memberA1', 'administrator'], reads: ['officer', 'leader', 'grassrootsA', 'secretaryA1', 'inspector'] } as const
const isCase = ({ subjectId }: { subjectId: string }) => subjectId === caseId

test('what is late in a file of a cell is reminded by the committee above it, and by nobody who only reads', async () => {
  expect((await reminders('grassrootsA').listWork({ group: 'late' })).rows.filter(isCase)).toMatchObject([{ kind: 'admissionDecision', personName: 'Hoàng Thị Nhung', reminded: null }])
  for (const name of [...who.mayNot, 'leader', 'secretaryA1', 'inspector'] as const) expect(await refusalOf(reminders(name).remind({}))).toMatchObject({ kind: 'notAllowed' })
  expect(await reminders('grassrootsA').remind({ things: [{ kind: 'admissionDecision', subjectId: caseId }] })).toEqual({ reminded: 1 })
  expect((await refusalOf(reminders('grassrootsB').remind({ things: [{ kind: 'admissionDecision', subjectId: caseId }] }))).codes).toEqual(['reminders.nothingDue'])
})

test('a sheet for the cell holds it, and is printed by nobody who only reads', async () => {
  const { printedOn, sheets } = await reminders('officer').printSheets({ kinds: ['admissionDecision'] })
  expect([printedOn, sheets.map(({ organisationName, rows }) => [organisationName, rows.filter(isCase).length])]).toEqual([TODAY, [['Chi bộ Thôn Khun Luông', 1]]])
  for (const name of [...who.mayNot, 'leader', 'secretaryA1', 'inspector'] as const) expect(await refusalOf(reminders(name).printSheets({}))).toMatchObject({ kind: 'notAllowed' })
})

test('its history is read in the own part by those who read the list', async () => {
  for (const name of who.reads)
    expect((await reminders(name).listHistory({ subjectId: caseId })).rows.map(({ on, way }) => [on, way])).toEqual(expect.arrayContaining([[TODAY, 'sent'], [TODAY, 'printed']]))
  expect((await reminders('grassrootsB').listHistory({ subjectId: caseId })).rows).toEqual([])
  for (const name of who.mayNot) expect(await refusalOf(reminders(name).listHistory({ subjectId: caseId }))).toMatchObject({ kind: 'notAllowed' })
})

test('a week later it is told that nothing moved', async () => {
  house.clock.moveBy(7)
  expect((await reminders('secretaryA1').listLastWeek({})).rows.filter(isCase)).toMatchObject([{ personName: 'Hoàng Thị Nhung', on: TODAY, effect: 'unchanged' }])
  expect((await reminders('grassrootsB').listLastWeek({})).rows).toEqual([])
  for (const name of who.mayNot) expect(await refusalOf(reminders(name).listLastWeek({}))).toMatchObject({ kind: 'notAllowed' })
  house.clock.moveBy(-7)
})

test('machines read the same in the published shape, by the code of an organisation', async () => {
  const due = (name: AccountName, organisation?: string) => reminders(name).listDueForMachines(organisation ? { organisation } : {})
  const names = async (asked: ReturnType<typeof due>) => JSON.stringify(await asked)
  expect(await names(due('officer', '02.034.013'))).toContain(caseId)
  expect(await names(due('officer', '02.034.017'))).not.toContain(caseId)
  expect((await refusalOf(due('grassrootsB', '02.034.013'))).kind).toBe('notFound')
  for (const name of who.mayNot) expect(await refusalOf(due(name))).toMatchObject({ kind: 'notAllowed' })
})
