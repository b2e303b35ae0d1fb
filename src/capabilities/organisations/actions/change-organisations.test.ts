import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runReading } from '../../../platform/action/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { plainDate } from '../../../kernel/index.ts'
import { committeeOf } from '../queries/committees.ts'
import { decidingOrganisationOf, findOrganisationByCode, grassrootsOf, lineAbove, sectionOf } from '../queries/organisations.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const asked = <T>(question: (db: Parameters<typeof lineAbove>[0]) => Promise<T>) =>
  runReading(house.ports, 'keeper', async (ctx) => { await ctx.authorise('organisations.read', 'own part'); return question(ctx.db) }, undefined)

const deciderOn = async (cell: 'cellA1' | 'cellH1', on: string) => (await asked((db) => decidingOrganisationOf(db, house.ground.places[cell], plainDate(on))))?.shortName

describe('founding an organisation', () => {
  const founding = (over: object = {}) => ({
    parentId: house.ground.places.communeA, name: 'Chi bộ Trạm Y tế', type: 'CHI_BO', code: '02.034.013.000.004', on: '2018-06-01', decisionNumber: '88-QĐ/HU', decidedOn: '2018-05-28', ...over,
  })

  test('puts it under its parent from the day of the decision', async () => {
    const { id } = await house.as('officer').organisations.foundOrganisation(founding())
    const page = await house.as('grassrootsA').organisations.findOrganisation({ id })
    expect(page).toMatchObject({ name: 'Chi bộ Trạm Y tế', shortName: 'Trạm Y tế', residential: false, foundedOn: '2018-06-01', line: [{ shortName: 'xã Quang Minh' }, { shortName: 'huyện Bắc Quang' }] })
    expect(page.acts).toMatchObject([{ kind: 'founding', decisionNumber: '88-QĐ/HU', effectiveOn: '2018-06-01' }])
    await expect(house.as('officer').organisations.findOrganisation({ id, asOf: '2018-05-31' })).rejects.toMatchObject({ code: 'organisations.notFound' })
    expect((await house.as('officer').organisations.listTree({ root: house.ground.places.communeA, asOf: '2018-05-31' })).rows).toHaveLength(4)
    expect(await house.auditOf(id)).toEqual(['organisations.founded'])
  })

  test('refuses a place that the kind cannot have, a day before the parent, and a code that is taken', async () => {
    const refused = (over: object) => house.as('officer').organisations.foundOrganisation(founding(over))
    await expect(refused({ parentId: house.ground.places.cellA1, code: undefined })).rejects.toMatchObject({ code: 'organisations.parentCannotHave', facts: { parent: 'Chi bộ Thôn Khun Luông', kind: 'Chi bộ' } })
    await expect(refused({ type: 'KHONG_CO', code: undefined })).rejects.toMatchObject({ code: 'organisations.parentCannotHave' })
    await expect(refused({ on: '2009-01-01', code: undefined })).rejects.toMatchObject({ code: 'organisations.foundedBeforeParent', facts: { parentFoundedOn: '2010-01-01' } })
    await expect(refused({ code: '02.034.017.000.001' })).rejects.toMatchObject({ code: 'organisations.codeTaken', facts: { organisation: 'Chi bộ Thôn Đồng Chang' } })
  })

  test('is for the district officer', async () => {
    await expect(house.as('grassrootsA').organisations.foundOrganisation(founding({ code: undefined }))).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('secretaryB1').organisations.foundOrganisation(founding({ code: undefined }))).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('a committee of a new term', () => {
  const election = (over: object = {}) => ({
    id: house.ground.places.cellA1, kind: 'cellCommittee' as const, termName: '2018–2020', from: '2018-09-15', lastDay: '2021-03-14', electedSeats: 3, basis: 'QĐ chuẩn y 45-QĐ/ĐU', ...over,
  })
  const committeeOn = (on: string) => asked((db) => committeeOf(db, house.ground.places.cellA1, plainDate(on)))

  test('ends the running term on the day before', async () => {
    await house.as('grassrootsA').organisations.recordCommittee(election())
    expect(await committeeOn('2018-09-14')).toMatchObject({ termName: 'Nhiệm kỳ hiện tại', termUntil: '2018-09-15' })
    expect(await committeeOn('2018-09-15')).toMatchObject({ termName: '2018–2020', electedSeats: 3, standingSeats: 0, termUntil: '2021-03-15' })
    const page = await house.as('secretaryA1').organisations.findOrganisation({ id: house.ground.places.cellA1 })
    expect(page.committees.map((each) => each.termName)).toEqual(['2018–2020', 'Nhiệm kỳ hiện tại'])
    expect(page.may.recordCommittee).toBe(false)
    expect(await house.auditOf(house.ground.places.cellA1)).toEqual(['organisations.committeeRecorded'])
  })

  test('refuses terms that run backwards or into a later one, a kind that does not fit and a board larger than its committee', async () => {
    const refused = (over: object) => house.as('grassrootsA').organisations.recordCommittee(election(over))
    await expect(refused({ lastDay: '2018-09-15' })).rejects.toMatchObject({ code: 'organisations.termEndsBeforeItBegins' })
    await expect(refused({ from: '2018-09-01', lastDay: '2018-12-31' })).rejects.toMatchObject({ code: 'organisations.termsOverlap', facts: { running: '2018–2020' } })
    await expect(refused({ kind: 'committee' })).rejects.toMatchObject({ code: 'organisations.committeeKindDoesNotFit' })
    await expect(refused({ id: house.ground.places.communeA })).rejects.toMatchObject({ code: 'organisations.committeeKindDoesNotFit' })
    await expect(refused({ standingSeats: 4 })).rejects.toMatchObject({ code: 'organisations.standingBoardTooLarge' })
  })

  test('is recorded by the grassroots office for its own cells only, and not by a secretary', async () => {
    await expect(house.as('grassrootsB').organisations.recordCommittee(election())).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('secretaryA1').organisations.recordCommittee(election())).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the authority to decide on admission', () => {
  test('is computed on the day of the decision: the authorised grassroots committee, else the one above the grassroots', async () => {
    expect([await deciderOn('cellA1', '2018-10-05'), await deciderOn('cellH1', '2018-10-05')]).toEqual(['huyện Bắc Quang', 'Bệnh viện Đa khoa huyện'])
    const given = { id: house.ground.places.communeA, mayDecideAdmission: true, from: '2018-07-01', decisionNumber: '12-QĐ/HU', decidedOn: '2018-06-20' }
    await house.as('officer').organisations.authoriseAdmission(given)
    expect([await deciderOn('cellA1', '2018-06-30'), await deciderOn('cellA1', '2018-07-01')]).toEqual(['huyện Bắc Quang', 'xã Quang Minh'])
    await expect(house.as('officer').organisations.authoriseAdmission(given)).rejects.toMatchObject({ code: 'organisations.authorityUnchanged' })
    await house.as('officer').organisations.authoriseAdmission({ ...given, mayDecideAdmission: false, from: '2018-10-01', decisionNumber: '30-QĐ/HU' })
    expect([await deciderOn('cellA1', '2018-09-30'), await deciderOn('cellA1', '2018-10-01')]).toEqual(['xã Quang Minh', 'huyện Bắc Quang'])
  })

  test('is given to grassroots organisations only, by the district officer only', async () => {
    const wanted = { id: house.ground.places.cellA1, mayDecideAdmission: true, from: '2018-07-01', decisionNumber: '1', decidedOn: '2018-06-20' }
    await expect(house.as('officer').organisations.authoriseAdmission(wanted)).rejects.toMatchObject({ code: 'organisations.onlyGrassrootsMayBeAuthorised' })
    await expect(house.as('grassrootsA').organisations.authoriseAdmission({ ...wanted, id: house.ground.places.communeA })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the line above a cell', () => {
  test('goes over section and grassroots organisation to the top, nearest first', async () => {
    const { id: sectionId } = await house.as('officer').organisations.foundOrganisation({ parentId: house.ground.places.communeB, name: 'Đảng bộ bộ phận Nà Lý', type: 'DB_BO_PHAN', on: '2017-01-01', decisionNumber: '5-QĐ/HU', decidedOn: '2016-12-20' })
    const { id } = await house.as('officer').organisations.foundOrganisation({ parentId: sectionId, name: 'Chi bộ Thôn Nà Ca', type: 'CHI_BO', on: '2017-01-01', decisionNumber: '6-QĐ/HU', decidedOn: '2016-12-20' })
    const on = plainDate('2018-10-05')
    expect((await asked((db) => lineAbove(db, id, on))).map((each) => [each.shortName, each.depth])).toEqual([['Thôn Nà Ca', 0], ['Nà Lý', 1], ['xã Liên Hiệp', 2], ['huyện Bắc Quang', 3]])
    expect((await asked((db) => sectionOf(db, id, on)))?.id).toBe(sectionId)
    expect(await asked((db) => sectionOf(db, house.ground.places.cellA1, on))).toBeUndefined()
    expect((await asked((db) => grassrootsOf(db, id, on)))?.shortName).toBe('xã Liên Hiệp')
    expect((await asked((db) => decidingOrganisationOf(db, id, on)))?.shortName).toBe('huyện Bắc Quang')
    expect((await asked((db) => findOrganisationByCode(db, '02.034.017', on)))?.shortName).toBe('xã Liên Hiệp')
    expect(await asked((db) => findOrganisationByCode(db, '02.034.017', plainDate('2009-01-01')))).toBeUndefined()
  })
})
