import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, newId, plainDate } from '../../../kernel/index.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

const TODAY = '2018-10-05'
let house: House
beforeAll(async () => {
  house = await openHouse({ today: TODAY })
})
afterAll(() => house.close())

const statistics = (name: Parameters<House['as']>[0] = 'leader') => house.as(name).statistics
const insert = (text: string, values: unknown[]) => house.owner.query(text, values)

/** Somebody admitted into a cell on a day. */
async function admit(cellId: string, decidedOn: string, more: { sex?: string; bornOn?: string; ethnicity?: string; education?: string; recordedAt?: string } = {}): Promise<string> {
  const id = newId()
  const recorded = more.recordedAt ?? '2018-01-01T00:00:00Z'
  await insert('insert into members.person (id, full_name, sort_key, sex, born_on, ethnicity, general_education, keeper_id, recorded_at) values ($1,$2,\'x\',$3,$4,$5,$6,$7,$8)',
    [id, 'Người Kết Nạp', more.sex ?? 'male', more.bornOn ?? '1990-01-01', more.ethnicity ?? 'Tày', more.education ?? '12/12', cellId, recorded])
  await insert('insert into members.membership (id, person_id, decided_on, admitted_on, recorded_at) values ($1,$2,$3::date,$3::date::text,$4)', [newId(), id, decidedOn, recorded])
  await insert(`insert into members.status (id, person_id, status, valid_during, recorded_at) values ($1,$2,'probationary', daterange($3,null), $4)`, [newId(), id, decidedOn, recorded])
  await insert('insert into members.placement (id, person_id, cell_id, valid_during, recorded_at) values ($1,$2,$3, daterange($4,null), $5)', [newId(), id, cellId, decidedOn, recorded])
  return id
}

/** A file that went through these stages, one a month from its opening. */
async function layFile(cellId: string, openedOn: string, stages: readonly string[], reason?: string): Promise<void> {
  const [id, personId] = [newId(), newId()]
  await insert(`insert into members.person (id, full_name, sort_key, keeper_id) values ($1,$2,'x',$3)`, [personId, 'Người Có Hồ Sơ', cellId])
  await insert(`insert into admission.case_file (id, kind, person_id, cell_id, stage, stage_since, opened_on, closed_on, close_reason) values ($1,'admission',$2,$3,$4,$5::date,$5::date,$6,$7)`,
    [id, personId, cellId, stages.at(-1), openedOn, reason ? openedOn : null, reason ?? null])
  for (const [i, stage] of stages.entries())
    await insert(`insert into admission.act (id, case_id, ordinal, kind, occurred_on, to_stage) values ($1,$2,$3,'openCase',$4,$5)`, [newId(), id, i + 1, addMonths(plainDate(openedOn), i), stage])
}

const WAY = ['fileOpen', 'verifying', 'cellPassed', 'decided'] as const

describe('the outlook of a term', () => {
  it('is unknown, with its reason, while nothing was ever admitted and no file ended', async () => {
    const outlook = await statistics().findOutlook({})
    expect(outlook).toMatchObject({ term: { from: '2015-08-01' }, whole: { admitted: 0, basis: 'unknown', expected: 0, outlook: null }, told: { filesEnded: 0, medianDays: null } })
    expect(outlook.rows.map(({ shortName }) => shortName)).toEqual(['xã Quang Minh', 'xã Liên Hiệp', 'Bệnh viện Đa khoa huyện'])
  })
  it('tells files by the shares of those that ended, the pace by the last 24 months, and parts that add up', async () => {
    const { district, cellA1, cellA2, cellB1 } = house.ground.places
    await house.as('leader').sourcesAndTargets.assignTargets({ organisationId: district, period: { kind: 'term' }, basis: 'NQ', rows: [{ organisationId: district, value: 60 }] })
    for (let i = 0; i < 12; i++) await admit(i % 3 === 0 ? cellB1 : cellA1, addMonths(plainDate('2016-11-01'), 2 * i), i === 0 ? { recordedAt: '2018-09-01T00:00:00Z' } : {})
    for (let i = 0; i < 3; i++) await layFile(cellA1, `2017-0${i + 1}-10`, WAY)
    await layFile(cellA1, '2017-05-10', ['fileOpen', 'verifying', 'closed'], 'withdrawn')
    await layFile(cellA1, '2017-05-10', ['fileOpen', 'closed'], 'enteredInError')
    for (let i = 0; i < 4; i++) await layFile(i < 3 ? cellA2 : cellB1, '2018-09-01', ['fileOpen', 'verifying'])
    const { whole, rows, told } = await statistics().findOutlook({})
    expect(told).toMatchObject({ filesEnded: 4, filesDecided: 3, medianDays: 90 })
    expect(told.months).toHaveLength(24)
    expect(told.months[0]).toMatchObject({ from: '2016-10-06', until: '2016-11-05', admitted: 1 })
    expect(told.months.at(-1)).toMatchObject({ until: TODAY })
    expect(whole).toMatchObject({ target: 60, admitted: 12, files: 4, basis: 'filesAndPace', fromFiles: 3 })
    expect(whole!.low).toBeLessThan(whole!.expected)
    expect(whole!.outlook).toBe('willMiss')
    expect(rows.map(({ admitted, files }) => [admitted, files])).toEqual([[8, 3], [4, 1], [0, 0]])
    expect(Math.abs(rows.reduce((sum, row) => sum + row.expected, 0) - whole!.expected)).toBeLessThanOrEqual(2)
  })
  it('is that of a past day, and as it was known at a moment', async () => {
    const past = await statistics().findOutlook({ asOf: '2017-10-05' })
    expect(past).toMatchObject({ asOf: '2017-10-05', whole: { admitted: 6, files: 0 } })
    const before = await statistics().findOutlook({ asOf: TODAY, knownAt: '2018-08-01T00:00:00Z' })
    expect(before.whole).toMatchObject({ target: null, admitted: 11, files: 0 })
  })
  it('counts a file that ended where it was then, wherever it went later', async () => {
    const { cellA1, cellB1, communeA, communeB } = house.ground.places
    await layFile(cellB1, '2016-11-10', WAY)
    const [{ id }] = await house.rows<{ id: string }>(`select id from admission.case_file where cell_id = $1 and opened_on = '2016-11-10'`, [cellB1]) as [{ id: string }]
    await insert(`insert into admission.act (id, case_id, ordinal, kind, occurred_on, from_stage, to_stage, facts) values ($1, $2, 9, 'moveCase', '2018-03-01', 'decided', 'decided', $3)`, [newId(), id, JSON.stringify({ fromCellId: cellA1, toCellId: cellB1 })])
    const ended = async (organisationId: string, asOf: string) => (await statistics().findOutlook({ organisationId, asOf })).told.filesEnded
    expect([await ended(communeA, '2018-02-28'), await ended(communeB, '2018-02-28')]).toEqual([5, 0])
    expect([await ended(communeA, '2018-03-01'), await ended(communeB, '2018-03-01')]).toEqual([4, 1])
    await insert('delete from admission.act where case_id = $1', [id])
    await insert('delete from admission.case_file where id = $1', [id])
  })
  it('of a commune is its own, and stays within one\'s part', async () => {
    expect((await statistics('grassrootsA').findOutlook({})).whole).toMatchObject({ admitted: 8, files: 3 })
    expect(await refusalOf(statistics('grassrootsA').findOutlook({ organisationId: house.ground.places.communeB }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(statistics('secretaryA1').findOutlook({}))).toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the quality of members', () => {
  const all = { among: 'members', trait: 'sex' } as const
  it('tells members and admitted by each trait, every way of sorting making the whole', async () => {
    const { cellA1 } = house.ground.places
    await admit(cellA1, '2018-05-05', { sex: 'female', bornOn: '2000-06-01', ethnicity: 'Mông', education: '9/12' })
    const quality = await statistics('officer').findQuality({})
    expect(quality.total).toEqual({ members: 54 + 13, admitted: 13 })
    for (const { rows } of quality.sections) expect([rows.reduce((sum, row) => sum + row.members, 0), rows.reduce((sum, row) => sum + row.admitted, 0)]).toEqual([67, 13])
    expect(quality.pyramid.reduce((sum, { men, women, unknown }) => sum + men + women + unknown, 0)).toBe(67)
    // Seventeen on the day of the decision, eighteen today.
    expect(quality.pyramid.find(({ band }) => band === 0)).toMatchObject({ women: 0, admittedWomen: 1 })
    expect(quality.pyramid.find(({ band }) => band === 1)).toMatchObject({ women: 1, admittedWomen: 0 })
    expect(quality.sections.find(({ trait }) => trait === 'ethnicity')!.rows).toContainEqual({ value: 'Mông', members: 1, admitted: 1 })
  })
  it('opens the names behind every number, and only as many as the number says', async () => {
    const people = await statistics('officer').listQualityPeople({ among: 'admitted', trait: 'ethnicity', value: 'Mông' })
    expect(people).toMatchObject({ total: 1, outsideReach: 0, rows: [{ cellName: 'Thôn Khun Luông' }] })
    expect(await statistics('officer').listQualityPeople({ among: 'admitted', trait: 'age', value: '0', sex: 'female' })).toMatchObject({ total: 1 })
    const { sections } = await statistics('officer').findQuality({})
    const women = sections.find(({ trait }) => trait === 'sex')!.rows.find(({ value }) => value === 'female')!
    expect((await statistics('officer').listQualityPeople({ ...all, value: 'female', size: 200 })).rows).toHaveLength(women.members)
  })
  it('keeps an ethnic group of few from who may not read it, and its names from them', async () => {
    const { sections } = await statistics('leader').findQuality({})
    const ethnicity = sections.find(({ trait }) => trait === 'ethnicity')!
    expect(ethnicity.namesCovered).toBe(true)
    expect(ethnicity.rows.map(({ value }) => value)).not.toContain('Mông')
    expect(ethnicity.rows.at(-1)).toMatchObject({ value: 'few', admitted: 1 })
    expect(await refusalOf(statistics('leader').listQualityPeople({ among: 'admitted', trait: 'ethnicity', value: 'Mông' }))).toMatchObject({ kind: 'notAllowed' })
  })
  it('is that of a past day, and as it was known at a moment', async () => {
    expect((await statistics('officer').findQuality({ asOf: '2018-05-04' })).total).toEqual({ members: 64, admitted: 10 })
    await insert(`update organisations.committee set recorded_at = '2018-01-01'`, [])
    expect((await statistics('officer').findQuality({ asOf: TODAY, knownAt: '2018-08-01T00:00:00Z' })).total.admitted).toBe(12)
  })
  it('stays within one\'s part', async () => {
    expect((await statistics('grassrootsB').findQuality({})).total).toEqual({ members: 18 + 4, admitted: 4 })
    expect(await refusalOf(statistics('grassrootsB').listQualityPeople({ ...all, organisationId: house.ground.places.communeA }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(statistics('memberA1').findQuality({}))).toMatchObject({ kind: 'notAllowed' })
  })
})
