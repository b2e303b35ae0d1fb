import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { runReading, type Who } from '../../platform/action/index.ts'
import { hashSecret } from '../../platform/http/index.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import type { AccountName } from '../../../tests/harness/ground.ts'
import { organisationsDeadlines } from './deadlines.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const record = (place: 'cellA1' | 'cellA2' | 'communeB', from: string, lastDay: string) => house.as('officer').organisations.recordCommittee({
    id: house.ground.places[place], kind: place === 'communeB' ? 'committee' : 'cellCommittee', termName: 'Nhiệm kỳ thử', from, lastDay, electedSeats: 5, basis: 'QĐ chuẩn y' })
  await record('cellA1', '2016-05-16', '2018-11-15')
  await record('cellA2', '2016-01-01', '2018-06-30')
  await record('communeB', '2015-09-01', '2018-12-31')
})
afterAll(() => house.close())

const dueFor = (name: AccountName, until: string, organisationId?: string) => {
  const who: Who = { secretHash: hashSecret(house.ground.accounts[name].secret) }
  return runReading(house.ports, who, async (ctx) => { await ctx.authorise('organisations.read', 'own part'); return organisationsDeadlines(ctx, { until: plainDate(until), organisationId }) }, undefined)
}

describe('terms that end', () => {
  test('are late without a new committee, or soon, with the rule of the day of election', async () => {
    const due = await dueFor('officer', '2018-11-15')
    expect(due.map((item) => [item.organisationId, item.dueOn, item.owner]).sort()).toEqual(
      [[house.ground.places.cellA1, '2018-11-15', 'cell'], [house.ground.places.cellA2, '2018-06-30', 'cell']].sort())
    expect(due[0]).toMatchObject({ kind: 'committeeTerm', subjectType: 'committee', nextAct: 'Chuẩn bị đại hội, ghi kết quả đại hội', counting: 'calendar' })
    expect(due[0]!.rule).toMatchObject({ value: 'Nhiệm kỳ 30 tháng', source: { certainty: 'memory' } })
  })

  test('are told up to the day asked for, inclusive', async () => {
    expect((await dueFor('officer', '2018-11-14')).map((item) => item.dueOn)).toEqual(['2018-06-30'])
    expect((await dueFor('officer', '2018-12-31')).map((item) => item.owner).sort()).toEqual(['cell', 'cell', 'grassrootsCommittee'])
  })

  test('are told within the own part and below the organisation asked for', async () => {
    expect(await dueFor('grassrootsB', '2018-11-15')).toEqual([])
    expect(await dueFor('secretaryA1', '2018-11-15')).toHaveLength(1)
    expect(await dueFor('officer', '2018-12-31', house.ground.places.communeB)).toHaveLength(1)
  })

  test('show on the page of the organisation from ninety days before', async () => {
    const { alerts } = await house.as('officer').organisations.findOrganisation({ id: house.ground.places.cellA1 })
    expect(alerts).toEqual([{ kind: 'termEnding', committee: 'Nhiệm kỳ thử', lastDay: '2018-11-15', daysLeft: 41 }])
    const late = await house.as('officer').organisations.findOrganisation({ id: house.ground.places.cellA2 })
    expect(late.alerts).toMatchObject([{ kind: 'termEnding', lastDay: '2018-06-30', daysLeft: -97 }])
  })
})
