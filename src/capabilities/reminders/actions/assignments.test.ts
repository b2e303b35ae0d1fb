import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { runAction, runReading, sql } from '../../../platform/action/index.ts'
import { hashSecret, type InputOf } from '../../../platform/http/index.ts'
import type { AccountName, Place } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { answerAssignment, withdrawAssignment } from './answer-assignment.ts'
import { assignWorkOf, listAssignees } from './assign-work.ts'
import { listAssignmentsOf } from './list-assignments.ts'
import { listWorkOf } from './list-work.ts'

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
type Input<N extends keyof typeof remindersContract> = InputOf<(typeof remindersContract)[N]>
const assign = (name: AccountName, items: readonly DueItem[], input: Partial<Input<'assignWork'>>) =>
  runAction(house.ports, who(name), assignWorkOf(rooms), { things: items.map(({ kind, subjectId }) => ({ kind, subjectId })), wantedOn: plainDate('2018-10-12'), ...input })
const list = (name: AccountName, input: Partial<Input<'listAssignments'>> = {}) => runReading(house.ports, who(name), listAssignmentsOf(rooms), { page: 1, size: 50, mine: true, state: 'open', ...input })
const answer = (name: AccountName, input: Input<'answerAssignment'>) => runAction(house.ports, who(name), answerAssignment, input)
const withdraw = (name: AccountName, input: Input<'withdrawAssignment'>) => runAction(house.ports, who(name), withdrawAssignment, input)
const one = async (name: AccountName, of: DueItem) => (await list(name, { mine: false, state: 'all', subjectId: of.subjectId })).rows[0]!

describe('giving work', () => {
  test('to the office over each thing: every secretary finds the own one, until when and with the word', async () => {
    due = [thing('cellA1', '2018-10-01'), thing('cellB1', '2018-10-03', { personName: 'Bàn Thị Mùi' })]
    expect(await assign('leader', due, { role: 'cellSecretary', note: 'Họp trước ngày 12.' })).toEqual({ assigned: 2 })
    const { rows, counts } = await list('secretaryA1')
    expect(rows).toMatchObject([{
      personName: 'Hoàng Thị Nhung', toName: 'Bí thư chi bộ – Thôn Khun Luông', toRole: 'cellSecretary', wantedOn: '2018-10-12', note: 'Họp trước ngày 12.', assignedOn: TODAY,
      byName: 'Người dùng leader', outcome: null, isMine: true, isLate: false, effect: 'unchanged', organisationName: 'Thôn Khun Luông', aboveName: 'xã Quang Minh',
    }])
    expect(counts).toEqual({ open: 1, late: 0, done: 0, givenBack: 0 })
    expect((await list('secretaryB1')).rows.map(({ personName }) => personName)).toEqual(['Bàn Thị Mùi'])
    expect((await list('grassrootsA')).rows).toEqual([])
    expect((await list('grassrootsA', { mine: false })).rows).toHaveLength(1)
  })

  test('to a user by name, and the Monday list says to whom', async () => {
    due = [thing('cellA1', '2018-10-01')]
    await assign('officer', due, { accountId: house.ground.accounts.grassrootsA.id })
    expect((await list('grassrootsA')).rows.map(({ toName, isMine }) => [toName, isMine])).toEqual([['Người dùng grassrootsA', true]])
    const { rows } = await runReading(house.ports, who('officer'), listWorkOf(rooms), { within: 30, page: 1, size: 50, order: 'urgency' })
    expect(rows.map(({ assigned }) => assigned)).toMatchObject([{ toName: 'Người dùng grassrootsA', wantedOn: '2018-10-12', isLate: false, outcome: null }])
    expect(await house.rows(`select event, facts->>'wantedOn' as wanted from audit.entry where subject_id = $1`, [due[0]!.subjectId])).toEqual([{ event: 'reminders.workAssigned', wanted: '2018-10-12' }])
  })

  test('is offered to those who see all of the chosen things', async () => {
    const { cellA1, cellA2, cellB1 } = house.ground.places
    const ask = (organisationIds: string[]) => runReading(house.ports, who('leader'), listAssignees, { organisationIds })
    expect((await ask([cellA1])).users[0]).toMatchObject({ fullName: 'Người dùng secretaryA1', role: 'cellSecretary', placeName: 'Thôn Khun Luông' })
    expect((await ask([cellA1, cellA2])).users.map(({ fullName }) => fullName)).toContain('Người dùng grassrootsA')
    expect((await ask([cellA1, cellB1])).users.map(({ role }) => role)).not.toContain('grassrootsOfficer')
    expect((await ask([cellA1, cellB1])).offices).toEqual(['cellSecretary', 'grassrootsOfficer', 'superiorOfficer', 'leader'])
  })

  test('refuses nobody, two at once, who does not see it, an office without people, a day that is over, and nothing due', async () => {
    due = [thing('cellA1', '2018-10-01')]
    await expect(assign('leader', due, {})).rejects.toMatchObject({ code: 'reminders.assigneeMissing' })
    await expect(assign('leader', due, { role: 'cellSecretary', accountId: house.ground.accounts.officer.id })).rejects.toMatchObject({ code: 'reminders.assigneeMissing' })
    await expect(assign('leader', due, { accountId: house.ground.accounts.secretaryB1.id })).rejects.toMatchObject({ code: 'reminders.assigneeElsewhere' })
    await expect(assign('leader', due, { role: 'cellSecretary', wantedOn: plainDate('2018-10-07') })).rejects.toMatchObject({ code: 'reminders.wantedInThePast' })
    await expect(assign('leader', [thing('cellA1', '2018-10-01')], { role: 'cellSecretary' })).rejects.toMatchObject({ code: 'reminders.thingsNotDue' })
    due = [thing('cellA3', '2018-10-01')]
    await expect(assign('leader', due, { role: 'cellSecretary' })).rejects.toMatchObject({ code: 'reminders.officeEmpty' })
  })

  test('refuses a thing that is given already and not answered', async () => {
    due = [thing('cellA1', '2018-10-01')]
    await assign('leader', due, { role: 'cellSecretary' })
    await expect(assign('officer', due, { role: 'grassrootsOfficer' })).rejects.toMatchObject({ code: 'reminders.alreadyAssigned', facts: { things: 1 } })
  })

  test('is for officers and leaders; inspectors, secretaries and members do not', async () => {
    due = [thing('cellA1', '2018-10-01')]
    for (const name of ['inspector', 'secretaryA1', 'administrator', 'memberA1'] as const) await expect(assign(name, due, { role: 'cellSecretary' })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the receiver', () => {
  test('says that it is done, and whether the thing moved stands beside it', async () => {
    const item = thing('cellA1', '2018-10-01')
    due = [item]
    await assign('leader', due, { role: 'cellSecretary' })
    const { id, version } = await one('secretaryA1', item)
    await answer('secretaryA1', { id, version, outcome: 'done', words: 'Chi bộ họp tối 08/10.' })
    expect(await one('leader', item)).toMatchObject({ outcome: 'done', answer: 'Chi bộ họp tối 08/10.', answeredOn: TODAY, answeredByName: 'Người dùng secretaryA1', effect: 'unchanged' })
    due = [{ ...item, nextActCode: 'sendUp' }]
    expect(await one('leader', item)).toMatchObject({ effect: 'moved' })
    expect((await list('leader', { mine: false, state: 'answered', subjectId: item.subjectId })).counts).toMatchObject({ done: 1, open: 0 })
  })

  test('gives it back with a word, and it can be given to another', async () => {
    const item = thing('cellA1', '2018-10-01')
    due = [item]
    await assign('leader', due, { role: 'cellSecretary' })
    const { id, version } = await one('secretaryA1', item)
    await answer('secretaryA1', { id, version, outcome: 'givenBack', words: 'Hồ sơ đang ở đảng ủy xã.' })
    expect(await assign('leader', due, { role: 'grassrootsOfficer' })).toEqual({ assigned: 1 })
    expect((await list('leader', { mine: false, state: 'all', subjectId: item.subjectId })).rows.map(({ outcome }) => outcome)).toEqual([null, 'givenBack'])
  })

  test('is late from the day after the one it was wanted by', async () => {
    const item = thing('cellA2', '2018-10-01')
    due = [item]
    await assign('leader', due, { role: 'cellSecretary' })
    house.clock.moveTo(plainDate('2018-10-12'))
    expect(await one('leader', item)).toMatchObject({ isLate: false })
    house.clock.moveTo(plainDate('2018-10-13'))
    expect(await one('leader', item)).toMatchObject({ isLate: true })
  })

  test('is the only one who answers, once, and sees what changed meanwhile', async () => {
    const item = thing('cellA1', '2018-10-01')
    due = [item]
    await assign('leader', due, { role: 'cellSecretary' })
    const { id, version } = await one('leader', item)
    const words = 'Xong.'
    await expect(answer('grassrootsA', { id, version, outcome: 'done', words })).rejects.toMatchObject({ code: 'reminders.assignmentOfOthers', facts: { to: 'Bí thư chi bộ – Thôn Khun Luông' } })
    await expect(answer('secretaryA1', { id, version: version + 1, outcome: 'done', words })).rejects.toMatchObject({ code: 'platform.staleVersion' })
    await expect(answer('secretaryB1', { id, version, outcome: 'done', words })).rejects.toMatchObject({ code: 'reminders.assignmentNotFound' })
    await answer('secretaryA1', { id, version, outcome: 'done', words })
    await expect(answer('secretaryA1', { id, version: version + 1, outcome: 'done', words })).rejects.toMatchObject({ code: 'reminders.assignmentAnswered' })
  })
})

describe('taking back', () => {
  test('frees the thing, and is no answer; the receiver cannot', async () => {
    const item = thing('cellA1', '2018-10-01')
    due = [item]
    await assign('leader', due, { role: 'cellSecretary' })
    const { id, version } = await one('leader', item)
    await expect(withdraw('secretaryA1', { id, version, words: 'Không làm.' })).rejects.toMatchObject({ kind: 'notAllowed' })
    await withdraw('officer', { id, version, words: 'Giao nhầm.' })
    expect((await list('secretaryA1')).rows.filter(({ subjectId }) => subjectId === item.subjectId)).toEqual([])
    await expect(answer('secretaryA1', { id, version, outcome: 'done', words: 'Xong.' })).rejects.toMatchObject({ code: 'reminders.assignmentAnswered' })
    expect(await assign('leader', due, { role: 'cellSecretary' })).toEqual({ assigned: 1 })
  })
})
