import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { plainDate } from '../../../kernel/index.ts'
import { runReading } from '../../../platform/action/index.ts'
import { keepMonths } from '../keep-months.ts'
import { keepCounts } from '../queries/faults.ts'
import { askedOf } from './asked.ts'

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

/** Keeps the counts of a day for the whole tree. */
const keep = (today: string) => runReading(house.ports, 'keeper', async (ctx) => {
  await ctx.authorise('dataQuality.read', 'own part')
  await keepCounts(ctx.db, await askedOf(ctx, house.ground.places.district, { asOf: plainDate(today) }))
}, undefined)

/** So many members more than there are make the kept counts large, and tell where the numbers come from. */
const makeLarge = (...places: string[]) => house.rows(`update data_quality.month_count set counts = (select jsonb_agg(case c ->> 'rule' when 'sexMissing' then c || jsonb_build_object('checked', (c ->> 'checked')::int + 20000) else c end) from jsonb_array_elements(counts) c)
  where organisation_id = any ($1)`, [places])

describe('the work of a large organisation', () => {
  test('is told part by part as it was counted last, by rule, kind and state; the parts are looked through', async () => {
    const { district, communeA } = house.ground.places
    const whole = await quality('officer').listFaults({ size: 1 })
    const [row] = (await quality('officer').listFaults({ organisationId: communeA, rule: 'identityMissing' })).rows
    await quality('officer').setAside({ organisationId: district, rule: 'identityMissing', subjectId: row!.subjectId, mark: row!.mark, reason: 'Đã hỏi' })
    await keep('2018-10-05')
    await makeLarge(district)
    for (const asked of [{}, { rule: 'identityMissing' }, { kind: 'stale' }, { state: 'aside' }, { state: 'all', rule: 'identityMissing' }] as const) {
      const told = await quality('officer').listFaults(asked)
      expect([told.rows, told.subjectCount, told.countedAt === null]).toEqual([[], null, false])
      expect(told.parts.map(({ organisationId }) => organisationId)).toContain(communeA)
      for (const { organisationId, count } of told.parts)
        if (organisationId !== district) expect((await quality('officer').listFaults({ ...asked, organisationId, size: 1 })).total, JSON.stringify(asked)).toBe(count)
      expect(told.total).toBe(told.parts.reduce((total, { count }) => total + count!, 0))
    }
    expect((await quality('officer').listFaults({})).total).toBe(whole.total! - 1)
    expect((await quality('grassrootsA').listFaults({ size: 1 })).parts).toEqual([])
  })

  test('of a past day names the parts alone; a name is not looked for, and no file is made of nothing', async () => {
    const past = await quality('officer').listFaults({ asOf: '2018-10-04' })
    expect([past.rows, past.total, past.countedAt, past.parts.every(({ count }) => count === null)]).toEqual([[], null, null, true])
    expect((await refusalOf(quality('officer').listFaults({ search: 'Lan' }))).codes).toEqual(['dataQuality.tooLargeToLookThrough'])
    const file = house.as('officer').audit.exportList({ list: 'faults', reason: 'Họp' })
    expect((await refusalOf(file)).codes).toEqual(['dataQuality.tooLargeToLookThrough'])
    await house.rows('delete from data_quality.month_count')
  })
})

describe('the score of a large organisation', () => {
  test('is read as it was counted last, tells when, and is that of a count at once; a past day and smaller parts are counted', async () => {
    const { district, communeA } = house.ground.places
    const counted = await quality('officer').findScore({})
    expect(counted.countedAt).toBeNull()
    await keep('2018-10-05')
    expect((await quality('officer').findScore({})).countedAt).toBeNull()
    await makeLarge(district, communeA)
    const kept = await quality('officer').findScore({})
    const more = { checked: counted.total.checked + 20000, score: expect.any(Number) }
    expect(kept.countedAt).not.toBeNull()
    expect(kept.total).toEqual({ ...counted.total, ...more })
    const byId = (units: typeof kept.units) => new Map(units.map((unit) => [unit.organisationId, unit]))
    expect([...byId(kept.units).keys()].toSorted()).toEqual([...byId(counted.units).keys()].toSorted())
    for (const [id, unit] of byId(counted.units)) expect(byId(kept.units).get(id)).toEqual(id === communeA ? { ...unit, checked: unit.checked + 20000, score: expect.any(Number) } : unit)
    expect(kept.rules).toEqual(counted.rules.map((row) => (row.rule === 'sexMissing' ? { ...row, checked: row.checked + 20000 } : row)))
    expect((await quality('officer').findScore({ asOf: '2018-10-04' })).countedAt).toBeNull()
    expect((await quality('secretaryA1').findScore({})).countedAt).toBeNull()
    expect((await quality('grassrootsA').findScore({})).countedAt).toBe(kept.countedAt)
    await house.rows('delete from data_quality.month_count')
  })
})

describe('the trend', () => {
  const endOf = (on: string) => `${on}T23:59:59+07:00`
  /** The months as a reader would count them now, one by one. */
  const recounted = async (days: readonly string[], who: Parameters<House['as']>[0] = 'officer') => {
    const months = []
    for (const on of days) {
      const { total } = await quality(who).findScore({ asOf: on, knownAt: endOf(on) })
      months.push({ on, score: total.score, open: total.open })
    }
    return months
  }

  test('keeps the ends of twelve months for every organisation, equal to what a recount finds', async () => {
    for (const table of ['person', 'membership', 'status', 'placement']) await house.rows(`update members.${table} set recorded_at = '2017-01-01T00:00:00Z' where recorded_at is not null`)
    expect(await quality('officer').findTrend({})).toEqual({ keptAt: null, months: [] })
    expect(await keepMonths(house.ports)).toBe(12)
    const { months, keptAt } = await quality('officer').findTrend({})
    expect(months.map(({ on }) => on)).toEqual(['2018-09-30', '2018-08-31', '2018-07-31', '2018-06-30', '2018-05-31', '2018-04-30', '2018-03-31', '2018-02-28', '2018-01-31', '2017-12-31', '2017-11-30', '2017-10-31'])
    expect(months).toEqual(await recounted(months.map(({ on }) => on)))
    expect(months[0]!.open).toBeGreaterThan(0)
    expect(keptAt).not.toBeNull()
    for (const who of ['grassrootsA', 'grassrootsB', 'secretaryA1'] as const) {
      const { months: own } = await quality(who).findTrend({})
      expect(own).toHaveLength(12)
      expect(own.slice(0, 2), who).toEqual(await recounted(['2018-09-30', '2018-08-31'], who))
    }
    expect((await house.rows(`select 1 from data_quality.month_count where on_day = '2018-10-05'`))).toEqual([])
  })

  test('is counted once a day; an entry that comes late changes no month, and a recount still finds the same', async () => {
    const before = (await quality('officer').findTrend({})).months
    expect(await keepMonths(house.ports)).toBe(0)
    await spoilPhone('cellA1', 6)
    await house.rows(`update data_quality.month_count set kept_at = kept_at - interval '2 days'`)
    expect(await keepMonths(house.ports)).toBe(12)
    expect((await quality('officer').findTrend({})).months).toEqual(before)
    expect(await recounted(before.slice(0, 2).map(({ on }) => on))).toEqual(before.slice(0, 2))
  })

  test('a weight counts from the month in which it was set', async () => {
    const { rules } = await quality('officer').findScore({})
    const before = (await quality('officer').findTrend({})).months
    await quality('officer').setWeights({ weights: rules.filter(({ rule }) => rule === 'identityMissing').map(({ rule, weight }) => ({ rule, before: weight, weight: weight === 1 ? 2 : 1 })) })
    expect((await quality('officer').findTrend({})).months).toEqual(before)
    await house.rows(`update data_quality.weight set recorded_at = '2018-09-15T00:00:00Z' where superseded_at is null`)
    const after = (await quality('officer').findTrend({})).months
    expect(after[0]!.score).not.toBe(before[0]!.score)
    expect(after.slice(1)).toEqual(before.slice(1))
    expect(after.slice(0, 1)).toEqual(await recounted(['2018-09-30']))
  })

  test('shows of an earlier day or moment only what was known then; of another part of the tree, and to who may not, nothing', async () => {
    expect((await quality('officer').findTrend({ asOf: '2018-03-15' })).months.map(({ on }) => on)).toEqual(['2018-02-28', '2018-01-31', '2017-12-31', '2017-11-30', '2017-10-31'])
    expect((await quality('officer').findTrend({ knownAt: '2018-01-15T00:00:00+07:00' })).months[0]!.on).toBe('2017-12-31')
    expect((await refusalOf(quality('grassrootsA').findTrend({ organisationId: house.ground.places.district }))).kind).toBe('notFound')
    expect((await refusalOf(quality('memberA1').findTrend({}))).codes).toEqual(['platform.notAllowed'])
    expect(await keepMonths(house.ports, () => true)).toBe(0)
  })
})
