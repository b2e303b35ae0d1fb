import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountName } from '../../../../tests/harness/ground.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { plainDate } from '../../../kernel/index.ts'

type Seen = { asOf?: string; knownAt?: string }

let house: House
let id: string
let differenceId: string
const room = (account: AccountName = 'officer') => house.as(account).reconciling
const person = (i: number) => house.ground.members.cellA1[i]!
const find = (seen: Seen = {}, account: AccountName = 'officer') => room(account).findReconciliation({ reconciliationId: id, ...seen })
const on = (day: string): void => house.clock.moveTo(plainDate(day))
const lastMomentOf = (day: string) => `${day}T23:59:59+07:00`

/** Opened on the 5th, marked on the 8th and otherwise on the 9th, settled on the 10th and 11th, signed on the 12th, taken back and signed by both on the 15th. */
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  for (const table of ['organisations.version', 'members.placement', 'members.status']) await house.owner.query(`update ${table} set recorded_at = '2018-01-01'`)
  const { communeA, cellA1, cellA2, cellA3 } = house.ground.places
  id = (await room().openRound({ asOf: '2018-09-30', dueOn: '2018-10-10', organisationIds: [communeA] })).ids[0]!
  on('2018-10-08')
  await room('secretaryA1').markLine({ reconciliationId: id, personId: person(0), version: 0, mark: 'surplus' })
  await room('secretaryA1').markLine({ reconciliationId: id, personId: person(1), version: 0, mark: 'surplus' })
  for (const cellId of [cellA1, cellA2, cellA3]) await room('grassrootsA').markRest({ reconciliationId: id, cellId })
  on('2018-10-09')
  await room('secretaryA1').markLine({ reconciliationId: id, personId: person(1), version: 1, mark: 'right' })
  on('2018-10-10')
  differenceId = (await room().listLines({ reconciliationId: id })).rows[0]!.differences[0]!.id
  await house.as('grassrootsA').lifecycle.recordDeath({ personId: person(0), diedOn: '2018-09-10', paper: 'Giấy chứng tử' })
  on('2018-10-11')
  await room('grassrootsA').settleDifferences({ reconciliationId: id })
  const signing = async (side: 'grassroots' | 'superior', account: AccountName) => { const { version, now } = await find(); await room(account).sign({ reconciliationId: id, side, version, number: now }) }
  on('2018-10-12')
  await signing('grassroots', 'grassrootsA')
  on('2018-10-15')
  await room('grassrootsA').withdrawSignature({ reconciliationId: id, version: (await find()).version, reason: 'Xem lại' })
  await signing('grassroots', 'grassrootsA')
  await signing('superior', 'officer')
  on('2018-10-20')
}, 120_000)
afterAll(() => house.close())

const told = async (seen: Seen) => {
  const { phase, ours, theirs, now, unmarked, differences, open, isLate, signatures } = await find(seen)
  return [phase, ours, theirs, now, unmarked, differences, open, isLate, signatures.map(({ side, signedOn }) => `${side} ${signedOn}`)]
}

describe('a reconciliation in the past', () => {
  const states = [
    ['2018-10-05', ['marking', 27, 27, 27, 27, 0, 0, false, []]],
    ['2018-10-08', ['settling', 27, 25, 27, 0, 2, 2, false, []]],
    ['2018-10-09', ['settling', 27, 26, 27, 0, 1, 1, false, []]],
    ['2018-10-10', ['settling', 27, 26, 26, 0, 1, 1, false, []]],
    ['2018-10-11', ['toSign', 27, 26, 26, 0, 1, 0, true, []]],
    ['2018-10-13', ['signedBelow', 27, 26, 26, 0, 1, 0, true, ['grassroots 2018-10-12']]],
    ['2018-10-15', ['agreed', 27, 26, 26, 0, 1, 0, false, ['grassroots 2018-10-15', 'superior 2018-10-15']]],
  ] as const

  test.each(states)('stands on %s as it stood on that day', async (asOf, stood) => {
    expect(await told({ asOf })).toEqual(stood)
  })

  test('is told as it was known at a moment, of whatever day; the earlier of the two clocks bounds', async () => {
    for (const [day, [phase, ours, theirs, now, unmarked, differences, open]] of states) expect((await told({ knownAt: lastMomentOf(day) })).slice(0, 7), day).toEqual([phase, ours, theirs, now, unmarked, differences, open])
    expect((await told({ asOf: '2018-10-15', knownAt: lastMomentOf('2018-10-08') })).slice(0, 3)).toEqual(['settling', 27, 25])
    expect((await told({ asOf: '2018-10-08', knownAt: lastMomentOf('2018-10-15') })).slice(0, 3)).toEqual(['settling', 27, 25])
    expect((await told({ knownAt: '2018-10-08T04:59:59Z' }))[0]).toBe('marking')
    expect((await told({ knownAt: '2018-10-08T05:00:00Z' }))[0]).toBe('settling')
  })

  test('is not there before it was opened, not on its page, not in the list, not among the days', async () => {
    for (const seen of [{ asOf: '2018-10-04' }, { knownAt: lastMomentOf('2018-10-04') }, { knownAt: '2018-10-05T04:59:59Z' }]) {
      expect((await refusalOf(find(seen))).codes).toEqual(['reconciling.reconciliationNotFound'])
      expect(await room().listReconciliations(seen)).toMatchObject({ rows: [], total: 0, days: [], sums: { ours: 0, agreed: 0 } })
    }
  })

  test('stands in the list as on its page, with phase and day still filtering', async () => {
    const [row] = (await room().listReconciliations({ asOf: '2018-10-08', phase: 'settling', day: '2018-09-30' })).rows
    expect(row).toMatchObject({ id, ours: 27, theirs: 25, now: 27, open: 2, phase: 'settling', signatures: [] })
    expect((await room().listReconciliations({ asOf: '2018-10-08', phase: 'agreed' })).total).toBe(0)
    expect((await room().listReconciliations({ day: '2018-08-31' })).total).toBe(0)
    expect((await room('secretaryA1').listReconciliations({ asOf: '2018-10-08' })).rows).toMatchObject([{ ours: 9, theirs: 7, open: 2 }])
    expect((await refusalOf(find({ asOf: '2018-10-08' }, 'grassrootsB'))).kind).toBe('notFound')
  })

  test('shows its lines and tasks as they were, and nothing can be done from it', async () => {
    const lines = async (seen: Seen) => (await room().listLines({ reconciliationId: id, ...seen })).rows.map(({ personId, mark, differences }) => [personId, mark, differences.map(({ state, settledBy, registerAgrees }) => [state, settledBy?.kind, registerAgrees])])
    expect((await lines({ asOf: '2018-10-08' })).toSorted()).toEqual([[person(0), 'surplus', [['open', undefined, false]]], [person(1), 'surplus', [['open', undefined, false]]]].toSorted())
    expect(await lines({ asOf: '2018-10-10' })).toEqual([[person(0), 'surplus', [['open', undefined, false]]]])
    expect(await lines({ knownAt: lastMomentOf('2018-10-11') })).toEqual([[person(0), 'surplus', [['settled', 'departure', false]]]])
    expect(await room().findDifference({ differenceId, asOf: '2018-10-10' })).toMatchObject({ state: 'open', decidedOn: null, settledBy: null, mayDecide: false })
    expect(await room().findDifference({ differenceId, asOf: '2018-10-11' })).toMatchObject({ state: 'settled', decidedOn: '2018-10-11', mayDecide: false })
    expect((await refusalOf(room().findDifference({ differenceId, asOf: '2018-10-07' }))).codes).toEqual(['reconciling.differenceNotFound'])
    for (const account of ['officer', 'grassrootsA', 'secretaryA1'] as const) expect(await find({ asOf: '2018-10-08' }, account), account).toMatchObject({ may: [], agreeable: 0 })
    expect((await find({}, 'secretaryA1')).may).toEqual(['takeList'])
  })

  test('has minutes that show who had signed by then, over which names, and what had changed by then', async () => {
    const minutes = async (seen: Seen = {}, account: AccountName = 'officer') => {
      const { number, names, signatures, settled, changes } = await room(account).findMinutes({ reconciliationId: id, ...seen })
      return [number, names.length, names.some(({ personId }) => personId === person(0)), signatures.map(({ side }) => side), settled, changes.map(({ kind, personId, cause }) => [kind, personId, cause?.kind])]
    }
    expect(await minutes({ asOf: '2018-10-09' })).toEqual([27, 27, true, [], 0, []])
    expect(await minutes({ asOf: '2018-10-10' })).toEqual([26, 26, false, [], 0, []])
    expect(await minutes({ asOf: '2018-10-13' })).toEqual([26, 26, false, ['grassroots'], 1, []])
    expect(await minutes({ knownAt: lastMomentOf('2018-10-11') })).toEqual([26, 26, false, [], 1, []])
    await house.as('grassrootsA').lifecycle.recordDeath({ personId: person(2), diedOn: '2018-09-20', paper: 'Giấy chứng tử' })
    on('2018-10-22')
    expect(await minutes({ asOf: '2018-10-19' })).toEqual([26, 26, false, ['grassroots', 'superior'], 1, []])
    expect((await minutes({ asOf: '2018-10-20' }))[5]).toContainEqual(['gone', person(2), 'departure'])
    expect(await minutes({ asOf: '2018-10-20' })).toEqual(await minutes())
    expect((await minutes({ asOf: '2018-10-13' }, 'secretaryA1')).slice(0, 2)).toEqual([8, 8])
    await house.owner.query(`update members.person set recorded_at = '2018-01-01' where id = $1`, [person(3)])
    const [before] = await house.rows<{ name: string }>(`update members.person set full_name = 'Tên Đã Sửa' where id = $1 returning (select full_name from members.person where id = $1) as name`, [person(3)])
    const named = async (seen: Seen) => (await room().findMinutes({ reconciliationId: id, ...seen })).names.find(({ personId }) => personId === person(3))!.fullName
    expect([await named({ asOf: '2018-10-11' }), await named({})]).toEqual([before!.name, before!.name])
    for (const seen of [{ asOf: '2018-10-04' }, { knownAt: '2018-10-05T04:59:59Z' }]) expect((await refusalOf(minutes(seen))).codes).toEqual(['reconciling.reconciliationNotFound'])
    expect((await refusalOf(minutes({ asOf: '2018-10-13' }, 'grassrootsB'))).kind).toBe('notFound')
  })
})
