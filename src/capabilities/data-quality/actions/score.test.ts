import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const quality = (name: Parameters<House['as']>[0]) => house.as(name).dataQuality
const firstFault = async (name: Parameters<House['as']>[0], filter: object = {}) => (await quality(name).listFaults({ rule: 'phoneMalformed', ...filter })).rows[0]!

/** A member of a cell with a phone number that cannot be. */
async function spoilPhone(cell: 'cellA1' | 'cellB1', i: number): Promise<string> {
  const id = house.ground.members[cell][i]!
  await house.rows(`update members.person set phone = '09123' where id = $1`, [id])
  return id
}

describe('the score', () => {
  test('is the weighted share of right facts, adds up over the organisations, and every number has its list', async () => {
    await spoilPhone('cellA1', 2)
    const { total, units, rules } = await quality('officer').findScore({})
    const sum = (of: (rule: (typeof rules)[number]) => number) => rules.reduce((all, rule) => all + rule.weight * of(rule), 0)
    const [checked, right] = [sum((each) => each.checked), sum((each) => each.checked - each.wrong + each.aside)]
    expect(total.score).toBeCloseTo(right / checked, 12)
    expect(units.reduce((sum, unit) => sum + unit.open, 0)).toBe(total.open)
    expect(units.map(({ score }) => score)).toEqual(units.map(({ score }) => score).toSorted((a, b) => (a ?? 2) - (b ?? 2)))
    expect((await quality('officer').listFaults({})).total).toBe(total.open)
    for (const unit of units.filter(({ organisationId }) => organisationId !== house.ground.places.district))
      expect((await quality('officer').listFaults({ organisationId: unit.organisationId })).total, unit.shortName).toBe(unit.open)
    for (const { rule, wrong, aside } of rules.filter((each) => each.wrong > 0)) expect((await quality('officer').listFaults({ rule })).total, rule).toBe(wrong - aside)
    for (const kind of ['missing', 'impossible', 'disagreeing', 'stale'] as const) expect((await quality('officer').listFaults({ kind })).total).toBe(total.byKind[kind])
  })

  test('of a secretary is that of the own cell', async () => {
    const { organisation, units, total, may } = await quality('secretaryA1').findScore({})
    expect([organisation.id, units.map(({ organisationId }) => organisationId)]).toEqual([house.ground.places.cellA1, [house.ground.places.cellA1]])
    expect(total.checked).toBeGreaterThan(50)
    expect(may).toEqual({ setWeights: false, setAside: true })
  })

  test('does not count a rule of weight 0; weights are set by the officer, and not over the head of another', async () => {
    const before = await quality('officer').findScore({})
    const weights = before.rules.map(({ rule, weight }) => ({ rule, before: weight, weight: rule === 'identityMissing' ? 1 : 0 }))
    expect((await refusalOf(quality('grassrootsA').setWeights({ weights }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(quality('leader').setWeights({ weights }))).codes).toEqual(['platform.notAllowed'])
    await quality('officer').setWeights({ weights })
    const identity = before.rules.find(({ rule }) => rule === 'identityMissing')!
    expect((await quality('officer').findScore({})).total.score).toBeCloseTo(1 - identity.wrong / identity.checked, 12)
    expect((await refusalOf(quality('officer').setWeights({ weights }))).codes).toEqual(['dataQuality.weightChanged'])
    await quality('officer').setWeights({ weights: weights.map(({ rule, before: was, weight }) => ({ rule, before: weight, weight: was })) })
    expect((await quality('officer').findScore({})).total.score).toBe(before.total.score)
  })
})

describe('what is really so', () => {
  test('is set aside by who keeps it, with who and when, counts as right, and comes back when the fact changes', async () => {
    const id = await spoilPhone('cellB1', 3)
    const { organisationId, rule, subjectId, mark } = await firstFault('secretaryB1')
    const asked = { organisationId, rule, subjectId, mark, reason: 'Số tổng đài cơ quan' }
    for (const name of ['leader', 'inspector'] as const) expect((await refusalOf(quality(name).setAside(asked))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(quality('secretaryA1').setAside(asked))).kind).toBe('notFound')
    expect((await refusalOf(quality('secretaryB1').setAside({ ...asked, mark: 'zzzz' }))).codes).toEqual(['dataQuality.factChanged'])
    const before = (await quality('secretaryB1').findScore({})).total
    await quality('secretaryB1').setAside(asked)
    expect((await refusalOf(quality('secretaryB1').setAside(asked))).codes).toEqual(['dataQuality.alreadySetAside'])
    const after = (await quality('secretaryB1').findScore({})).total
    expect([after.open, after.aside]).toEqual([before.open - 1, 1])
    expect(after.score!).toBeGreaterThan(before.score!)
    expect(await firstFault('secretaryB1')).toBeUndefined()
    expect((await firstFault('secretaryB1', { state: 'aside' })).aside).toMatchObject({ reason: 'Số tổng đài cơ quan', by: 'Người dùng secretaryB1' })
    expect(await house.auditOf(subjectId)).toContain('dataQuality.setAside')
    await house.rows(`update members.person set phone = '09124' where id = $1`, [id])
    expect(await firstFault('secretaryB1')).toMatchObject({ personId: id, aside: null })
    await quality('grassrootsB').setAside({ ...asked, mark: (await firstFault('secretaryB1')).mark })
    expect(await firstFault('secretaryB1')).toBeUndefined()
  })

  test('is taken back by who keeps it; what was mended meanwhile is gone', async () => {
    const id = await spoilPhone('cellA1', 4)
    const { organisationId, rule, mark } = (await quality('secretaryA1').listFaults({ rule: 'phoneMalformed' })).rows.find((row) => row.personId === id)!
    const { setAsideId } = await quality('secretaryA1').setAside({ organisationId, rule, subjectId: id, mark, reason: 'Đúng' })
    expect((await refusalOf(quality('secretaryB1').liftSetAside({ setAsideId }))).codes).toEqual(['dataQuality.setAsideNotFound'])
    expect((await refusalOf(quality('leader').liftSetAside({ setAsideId }))).codes).toEqual(['platform.notAllowed'])
    await quality('secretaryA1').liftSetAside({ setAsideId })
    expect((await refusalOf(quality('secretaryA1').liftSetAside({ setAsideId }))).codes).toEqual(['dataQuality.setAsideLifted'])
    await house.rows(`update members.person set phone = '0912345678' where id = $1`, [id])
    expect((await refusalOf(quality('secretaryA1').setAside({ organisationId, rule, subjectId: id, mark, reason: 'Đúng' }))).codes).toEqual(['dataQuality.faultGone'])
  })

  test('counts only from the moment it was said', async () => {
    const id = await spoilPhone('cellA1', 5)
    const { organisationId, rule, mark } = (await quality('secretaryA1').listFaults({ rule: 'phoneMalformed' })).rows.find((row) => row.personId === id)!
    for (const table of ['person', 'membership', 'status', 'placement']) await house.rows(`update members.${table} set recorded_at = '2018-01-01T00:00:00Z' where ${table === 'person' ? 'id' : 'person_id'} = $1`, [id])
    await house.rows(`delete from members.person_version where person_id = $1`, [id])
    await quality('secretaryA1').setAside({ organisationId, rule, subjectId: id, mark, reason: 'Đúng' })
    const aside = async (knownAt?: string) => (await quality('secretaryA1').listFaults({ rule, state: 'aside', knownAt })).rows.filter((row) => row.personId === id).length
    expect([await aside(), await aside('2018-06-01T00:00:00+07:00')]).toEqual([1, 0])
  })
})
