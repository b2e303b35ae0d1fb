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

const sources = (name: Parameters<House['as']>[0] = 'officer') => house.as(name).sourcesAndTargets

/** A probationer admitted into a cell on a day, as rows. */
async function admit(cellId: string, decidedOn: string, more: { placedFrom?: string; papersOnly?: boolean; bornOn?: string } = {}) {
  const id = newId()
  await house.owner.query(`insert into members.person (id, full_name, sort_key, sex, born_on, keeper_id) values ($1,'Người Kết Nạp','x','male',$2,$3)`, [id, more.bornOn ?? '1990-01-01', cellId])
  await house.owner.query('insert into members.membership (id, person_id, decided_on, admitted_on) values ($1,$2,$3,$4)', [newId(), id, more.papersOnly ? null : decidedOn, decidedOn])
  await house.owner.query(`insert into members.status (id, person_id, status, valid_during) values ($1,$2,'probationary', daterange($3,null))`, [newId(), id, decidedOn])
  await house.owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, daterange($4,null))`, [newId(), id, cellId, more.placedFrom ?? decidedOn])
  return id
}
const rowOf = async (cellId: string, more: object = {}) => (await sources().listCellsBySources({ ...more })).rows.find((row) => row.cellId === cellId)!

describe('cells by sources', () => {
  it('stand driest first, each with its own last admission and band', async () => {
    const { cellA1, cellA2, cellA3, cellB1 } = house.ground.places
    await admit(cellA1, '2017-10-05')
    await admit(cellA2, '2016-10-05')
    await admit(cellA3, '2016-10-04')
    await admit(cellB1, '2013-10-05', { papersOnly: true, placedFrom: '2018-01-01' })
    const { rows, total, summary } = await sources().listCellsBySources({})
    expect(total).toBe(6)
    expect(rows.map((row) => [row.cellName, row.lastAdmissionOn, row.band])).toEqual([
      ['Khoa Nội', '2000-03-01', 'over60'], ['Thôn Nà Lý', '2000-03-01', 'over60'], ['Thôn Đồng Chang', '2013-10-05', '25-60'],
      ['Trường Mầm non', '2016-10-04', '25-60'], ['Thôn Đồng Bó', '2016-10-05', '13-24'], ['Thôn Khun Luông', '2017-10-05', '0-12'],
    ])
    expect(summary).toEqual({ cells: 6, followed: 0, followingNobody: 6, over24: 4, twoTerms: 2, twoTermsMonths: 60, byBand: { '0-12': 1, '13-24': 1, '25-60': 2, over60: 2 } })
  })
  it('filter by band and by what is wrong, with the total of the filter', async () => {
    expect(await sources().listCellsBySources({ only: 'twoTerms' })).toMatchObject({ total: 2, summary: { cells: 6 } })
    expect(await sources().listCellsBySources({ band: '13-24' })).toMatchObject({ total: 1, rows: [{ cellName: 'Thôn Đồng Bó' }] })
    expect(await sources().listCellsBySources({ organisationId: house.ground.places.communeB, size: 1, page: 2 })).toMatchObject({ total: 2, rows: [{ cellName: 'Thôn Đồng Chang' }] })
  })
  it('put a cell without any admission on record first', async () => {
    await house.owner.query('update members.membership m set superseded_at = now() from members.placement p where p.person_id = m.person_id and p.cell_id = $1', [house.ground.places.cellH1])
    expect((await sources().listCellsBySources({})).rows[0]).toMatchObject({ cellName: 'Khoa Nội', lastAdmissionOn: null, monthsSince: null, band: 'over60' })
  })
  it('count an admission where it happened, not where the member went', async () => {
    const { cellB2, cellA1 } = house.ground.places
    const id = await admit(cellA1, '2018-02-01')
    await house.owner.query('update members.placement set valid_during = daterange($2, $3) where person_id = $1', [id, '2018-02-01', '2018-06-01'])
    await house.owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, daterange('2018-06-01', null))`, [newId(), id, cellB2])
    expect(await rowOf(cellB2)).toMatchObject({ lastAdmissionOn: '2000-03-01', members: 10 })
    expect(await rowOf(cellA1)).toMatchObject({ lastAdmissionOn: '2018-02-01', monthsSince: 8 })
  })
  it('know average age and full members under 35, the unknown births left out', async () => {
    const { cellH1 } = house.ground.places
    const births = await house.rows<{ born_on: string }>('select x.born_on from members.person x join members.placement p on p.person_id = x.id where p.cell_id = $1', [cellH1])
    const ages = births.map(({ born_on: b }) => 2018 - Number(b.slice(0, 4)) - (b.slice(5) > TODAY.slice(5) ? 1 : 0))
    expect(await rowOf(cellH1)).toMatchObject({ members: 9, averageAge: Math.round((ages.reduce((a, b) => a + b, 0) / 9) * 10) / 10, fullUnder35: ages.filter((age) => age < 35).length })
    await house.owner.query(`update members.person set born_on = null where id = $1`, [house.ground.members.cellH1[0]])
    expect((await rowOf(cellH1)).averageAge).toBe(Math.round((ages.slice().sort((a, b) => b - a).slice(1).reduce((a, b) => a + b, 0) / 8) * 10) / 10)
  })
  it('tell whom they follow, and what is missing of the target when all of them are admitted', async () => {
    const { cellA1, communeA } = house.ground.places
    const { id } = await sources('secretaryA1').addProspect({ cellId: cellA1, person: { fullName: 'Nông Thị Sao', sex: 'female', bornOn: '1996' }, openedOn: '2018-01-01' })
    await sources('secretaryA1').recordCertificate({ id, issuedOn: '2018-05-05' })
    await sources('secretaryA1').recordRemark({ id, quarter: '2018-Q2', text: 'Tốt.', writtenOn: '2018-06-30' })
    await sources().assignTargets({ organisationId: communeA, period: { kind: 'year', year: 2018 }, basis: 'KH 01', rows: [{ organisationId: cellA1, value: 4 }] })
    expect(await rowOf(cellA1)).toMatchObject({ followed: 1, classDone: 1, applied: 0, filesOpen: 0, lastRemarkOn: '2018-06-30', target: { kind: 'year', value: 4, admitted: 1, missing: 2 } })
    expect(await sources().listCellsBySources({ only: 'short' })).toMatchObject({ total: 1 })
    expect(await sources().listCellsBySources({ only: 'followingNobody' })).toMatchObject({ total: 5 })
    expect(await rowOf(cellA1, { asOf: '2017-12-31' })).toMatchObject({ followed: 0, target: null })
  })
  it('are read by the offices, the secretary the own cell only', async () => {
    for (const name of ['leader', 'inspector'] as const) expect((await sources(name).listCellsBySources({})).total).toBe(6)
    expect((await sources('grassrootsA').listCellsBySources({})).total).toBe(3)
    expect((await sources('secretaryA1').listCellsBySources({})).rows.map((row) => row.cellName)).toEqual(['Thôn Khun Luông'])
    expect(await refusalOf(sources('secretaryA1').listCellsBySources({ organisationId: house.ground.places.communeA }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(sources('memberA1').listCellsBySources({}))).toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the list of people followed', () => {
  it('counts stages and filters by them', async () => {
    const { cellB1 } = house.ground.places
    for (const [name, cut] of [['Ma Thị Ba', 0], ['Ma Thị Ân', 1], ['Ma Thị Chi', 2]] as const) {
      const { id } = await sources('secretaryB1').addProspect({ cellId: cellB1, person: { fullName: name, sex: 'female', bornOn: '1995' }, unionCode: 'LHPN', openedOn: '2018-01-01' })
      if (cut > 0) await sources('secretaryB1').recordCertificate({ id, issuedOn: '2018-05-05' })
      if (cut > 1) await sources('secretaryB1').recordApplication({ id, appliedOn: '2018-09-01', version: 1 })
    }
    const list = (more: object = {}) => sources().listProspects({ organisationId: cellB1, ...more })
    expect(await list()).toMatchObject({ total: 3, followed: 3, byStage: { inSource: 1, classDone: 1, applied: 1, caseOpen: 0 } })
    expect((await list()).rows.map((row) => row.fullName)).toEqual(['Ma Thị Ân', 'Ma Thị Ba', 'Ma Thị Chi'])
    expect(await list({ stage: 'classDone' })).toMatchObject({ total: 1, followed: 3, rows: [{ fullName: 'Ma Thị Ân' }] })
    expect(await list({ search: 'thi chi' })).toMatchObject({ total: 1 })
    expect(await list({ without: 'certificate' })).toMatchObject({ total: 1, rows: [{ fullName: 'Ma Thị Ba' }] })
    expect(await list({ page: 2, size: 2 })).toMatchObject({ total: 3, rows: [{ fullName: 'Ma Thị Chi' }] })
    expect(await list({ page: 9, size: 2 })).toMatchObject({ total: 3, rows: [] })
    expect(await list({ asOf: '2018-04-01' })).toMatchObject({ byStage: { inSource: 3 } })
    expect(await list({ unionCode: 'DTN' })).toMatchObject({ total: 0, rows: [], followed: 0 })
  })
  it('stays within one\'s part', async () => {
    expect((await sources('secretaryA1').listProspects({})).rows.every((row) => row.cellId === house.ground.places.cellA1)).toBe(true)
    expect(await refusalOf(sources('secretaryA1').listProspects({ organisationId: house.ground.places.cellB1 }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(sources('administrator').listProspects({}))).toMatchObject({ kind: 'notAllowed' })
  })
})

it('speaks of certificates 90 days before they lapse, and of quarters without a remark', async () => {
  const { cellA2 } = house.ground.places
  const secretary = sources('secretaryA2')
  const { id } = await secretary.addProspect({ cellId: cellA2, person: { fullName: 'Hoàng Thị Xuân', sex: 'female', bornOn: '1994' }, openedOn: '2018-07-01' })
  await secretary.recordCertificate({ id, issuedOn: addMonths(plainDate('2018-12-20'), -60) })
  const work = async (within = 30) => (await house.as('secretaryA2').reminders.listWork({ within })).rows.filter((row) => row.subjectId === id).map((row) => [row.kind, row.dueOn, row.group])
  expect(await work()).toEqual([['prospectRemark', '2018-09-30', 'late'], ['certificateExpiring', '2018-12-20', 'soon']])
  await secretary.recordRemark({ id, quarter: '2018-Q3', text: 'Tốt.' })
  expect(await work()).toEqual([['certificateExpiring', '2018-12-20', 'soon']])
  expect(await work(100)).toEqual([['certificateExpiring', '2018-12-20', 'soon'], ['prospectRemark', '2018-12-31', 'soon']])
  const lapsed = await secretary.addProspect({ cellId: cellA2, person: { fullName: 'Hoàng Thị Hạ', sex: 'female', bornOn: '1994' }, openedOn: '2018-09-01' })
  await secretary.recordCertificate({ id: lapsed.id, issuedOn: '2013-09-04' })
  const rows = (await house.as('secretaryA2').reminders.listWork({})).rows.filter((row) => row.subjectId === lapsed.id)
  expect(rows).toMatchObject([{ kind: 'certificateExpiring', dueOn: '2018-09-04', group: 'late', nextAct: 'Cử đi học lại lớp nhận thức về Đảng', rule: { value: '60 tháng' } }])
  await secretary.closeProspect({ id, on: '2018-10-01', reason: 'withdrawn', version: 1 })
  expect(await work(100)).toEqual([])
})

describe('targets within reach of the people followed', () => {
  const add = (cellId: string, fullName: string, bornOn: string, more: object = {}) =>
    house.as('officer').sourcesAndTargets.addProspect({ cellId, person: { fullName, sex: 'female', bornOn }, openedOn: '2018-03-01', isAnother: true, ...more } as never)
  it('tell what is left, who is followed by stage, and how many are missing, by organisation', async () => {
    const { district, communeA, communeB, cellA2, cellB2 } = house.ground.places
    await house.owner.query('delete from sources_and_targets.target')
    await house.as('leader').sourcesAndTargets.assignTargets({ organisationId: district, period: { kind: 'term' }, basis: 'NQ', rows: [{ organisationId: communeA, value: 20 }, { organisationId: communeB, value: 1 }] })
    const before = await sources().findReach({})
    const classDone = before.rows.find((row) => row.organisationId === communeA)!.byStage.classDone
    const { id } = await add(cellA2, 'Ma Thị Một', '1995-01-01', { unionCode: 'HNCT', alsoIn: ['HKH', 'HNCT'], foundBy: 'model', foundThrough: 'Tổ chè' })
    await add(cellB2, 'Ma Thị Hai', '1996-01-01', { unionCode: 'HKH', foundBy: 'movement' })
    await house.as('officer').sourcesAndTargets.recordCertificate({ id, issuedOn: '2018-06-01' })
    const reach = await sources().findReach({})
    const of = (organisationId: string) => reach.rows.find((row) => row.organisationId === organisationId)!
    expect(of(communeA)).toMatchObject({ target: 20, byStage: { classDone: classDone + 1 } })
    expect(of(communeA).missing).toBe(of(communeA).left! - of(communeA).followed)
    expect(of(communeB)).toMatchObject({ target: 1, missing: 0 })
    expect(reach.head).toMatchObject({ target: null, left: null, missing: null, followed: before.people + 2 })
    expect(reach.rows.reduce((sum, row) => sum + row.followed, 0)).toBe(reach.head.followed)
  })
  it('count somebody in every mass organisation, and once among the people', async () => {
    const { people, inSeveral, unions, found } = await sources().findReach({})
    expect(inSeveral).toBe(1)
    expect(Object.fromEntries(unions.map(({ unionCode, followed }) => [unionCode, followed]))).toMatchObject({ HNCT: 1, HKH: 2 })
    expect(found.reduce((sum, { followed }) => sum + followed, 0)).toBe(people)
    expect(await sources().listProspects({ foundBy: 'model' })).toMatchObject({ total: 1, rows: [{ fullName: 'Ma Thị Một' }] })
    expect((await sources().listProspects({ unionCode: 'HKH' })).total).toBe(2)
    expect((await sources().listProspects({ foundBy: 'notSaid' })).total).toBe(people - 2)
  })
  it('stay within one\'s part', async () => {
    expect((await sources('grassrootsA').findReach({})).head).toMatchObject({ organisationId: house.ground.places.communeA, target: 20 })
    expect(await refusalOf(sources('grassrootsA').findReach({ organisationId: house.ground.places.communeB }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(sources('memberA1').findReach({}))).toMatchObject({ kind: 'notAllowed' })
  })
})
