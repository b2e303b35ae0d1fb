import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const dossiers = (name: Parameters<House['as']>[0] = 'officer') => house.as(name).dossiers
const plan = (more: Partial<Parameters<ReturnType<typeof dossiers>['planInspection']>[0]> = {}, name: Parameters<House['as']>[0] = 'officer') => dossiers(name).planInspection({
  organisationId: house.ground.places.communeA, decisionNumber: '34-QĐ/BTC', decidedOn: '2018-09-01', from: '2018-09-10', until: '2018-10-30', sampling: 'perCell', sampleSize: 2, ...more,
})
const find = (inspectionId: string, name: Parameters<House['as']>[0] = 'officer') => dossiers(name).findInspection({ inspectionId })
const finding = (inspectionId: string, personId: string, more = {}) => ({ inspectionId, personId, kind: 'missing' as const, documentType: 'KNĐ-2', note: 'Không có lý lịch', guidance: 'Tìm ở chi bộ', mendBy: '2018-10-05', ...more })

describe('an inspection', () => {
  test('is planned by the superior or the own committee, with a size where the way of choosing needs one', async () => {
    const { inspectionId } = await plan()
    expect(await find(inspectionId)).toMatchObject({ organisationId: house.ground.places.communeA, drawn: 0, closedOn: null, mayInspect: true, version: 1 })
    expect((await find(inspectionId, 'inspector')).mayInspect).toBe(false)
    expect((await refusalOf(plan({}, 'inspector'))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(plan({}, 'grassrootsB'))).kind).toBe('notFound')
    expect((await refusalOf(plan({ sampleSize: undefined }))).codes).toEqual(['dossiers.sampleSizeNeeded'])
    expect((await refusalOf(plan({ sampling: 'chosen' }))).codes).toEqual(['dossiers.sampleSizeNeeded'])
    expect((await refusalOf(plan({ until: '2018-09-01' }))).codes).toEqual(['dossiers.daysOutOfOrder'])
    expect((await refusalOf(find(inspectionId, 'grassrootsB'))).codes).toEqual(['dossiers.inspectionNotFound'])
    expect((await refusalOf(find(inspectionId, 'secretaryA1'))).kind).toBe('notFound')
  })

  test('draws its sample once, two of each cell', async () => {
    const { inspectionId } = await plan()
    expect(await dossiers().drawSample({ inspectionId, version: 1 })).toEqual({ drawn: 6, version: 2 })
    expect((await refusalOf(dossiers().drawSample({ inspectionId, version: 2 }))).codes).toEqual(['dossiers.sampleDrawn'])
    const { sample } = await find(inspectionId)
    expect(new Set(sample.map(({ cell }) => cell)).size).toBe(3)
    expect((await refusalOf(dossiers('leader').drawSample({ inspectionId, version: 2 }))).codes).toEqual(['platform.notAllowed'])
  })

  test('takes people one by one, of the inspected organisation only', async () => {
    const { inspectionId } = await plan({ sampling: 'chosen', sampleSize: undefined })
    expect((await refusalOf(dossiers().drawSample({ inspectionId, version: 1 }))).codes).toEqual(['dossiers.peopleNotChosen'])
    expect((await refusalOf(dossiers().drawSample({ inspectionId, version: 1, personIds: [house.ground.members.cellB1[0]!] }))).codes).toEqual(['dossiers.sampleEmpty'])
    expect(await dossiers().drawSample({ inspectionId, version: 1, personIds: [house.ground.members.cellA1[0]!] })).toEqual({ drawn: 1, version: 2 })
    expect(await dossiers().drawSample({ inspectionId, version: 2, personIds: [house.ground.members.cellA1[1]!] })).toEqual({ drawn: 1, version: 3 })
  })

  test('records what was found, follows it up, and closes when all were looked at', async () => {
    const { inspectionId } = await plan({ sampling: 'chosen', sampleSize: undefined })
    const [first, second, other] = house.ground.members.cellA2 as [string, string, string]
    await dossiers().drawSample({ inspectionId, version: 1, personIds: [first, second] })
    const { findingId } = await dossiers().recordFinding(finding(inspectionId, first))
    expect((await refusalOf(dossiers().recordFinding(finding(inspectionId, other)))).codes).toEqual(['dossiers.notInSample'])
    expect((await refusalOf(dossiers().recordFinding(finding(inspectionId, first, { mendBy: '2018-10-04' })))).codes).toEqual(['dossiers.daysOutOfOrder'])
    expect((await refusalOf(dossiers('inspector').recordFinding(finding(inspectionId, first)))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('grassrootsA').recordFinding(finding(inspectionId, first)))).codes).toEqual(['dossiers.notOwnInspection'])
    expect((await find(inspectionId, 'grassrootsA')).mayInspect).toBe(false)
    const closing = { inspectionId, version: 2, closedOn: '2018-10-05', conclusion: 'Cơ bản đủ' }
    expect((await refusalOf(dossiers().closeInspection(closing))).codes).toEqual(['dossiers.notExamined'])
    await dossiers().examineDossier({ inspectionId, personId: second, examinedOn: '2018-10-02' })
    expect((await refusalOf(dossiers('leader').examineDossier({ inspectionId, personId: second, examinedOn: '2018-10-02' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('inspector').closeInspection(closing))).codes).toEqual(['platform.notAllowed'])
    await dossiers().closeInspection(closing)
    expect((await refusalOf(dossiers().recordFinding(finding(inspectionId, first)))).codes).toEqual(['dossiers.inspectionClosed'])
    expect((await refusalOf(dossiers('inspector').followUp({ findingId, mendedOn: '2018-10-05', note: 'x' }))).codes).toEqual(['platform.notAllowed'])
    await dossiers('grassrootsA').followUp({ findingId, mendedOn: '2018-10-05', note: 'Đã bổ sung' })
    expect((await refusalOf(dossiers().followUp({ findingId, mendedOn: '2018-10-05', note: 'x' }))).codes).toEqual(['dossiers.findingMended'])
    expect(await find(inspectionId)).toMatchObject({ drawn: 2, examined: 2, findings: 1, mended: 1, closedOn: '2018-10-05', conclusion: 'Cơ bản đủ' })
  })

  test('of those never examined leaves out who was', async () => {
    const { inspectionId } = await plan({ organisationId: house.ground.places.communeB, sampling: 'chosen', sampleSize: undefined })
    const [seen] = house.ground.members.cellB1 as [string]
    await dossiers().drawSample({ inspectionId, version: 1, personIds: [seen] })
    await dossiers().examineDossier({ inspectionId, personId: seen, examinedOn: '2018-10-01' })
    const later = await plan({ organisationId: house.ground.places.communeB, sampling: 'neverInspected', sampleSize: 500 })
    await dossiers().drawSample({ inspectionId: later.inspectionId, version: 1 })
    const { sample } = await find(later.inspectionId)
    expect(sample.length).toBe(house.ground.members.cellB1.length + house.ground.members.cellB2.length - 1)
    expect(sample.map((each) => each.personId)).not.toContain(seen)
  })
})

test('findings are due until they are mended, and are counted by kind and year', async () => {
  const { inspectionId } = await plan({ organisationId: house.ground.places.communeB, decidedOn: '2017-05-01', from: '2017-05-02', until: '2017-06-01', sampling: 'chosen', sampleSize: undefined })
  const personId = house.ground.members.cellB2[0]!
  await dossiers().drawSample({ inspectionId, version: 1, personIds: [personId] })
  const { findingId } = await dossiers().recordFinding(finding(inspectionId, personId, { kind: 'unsigned' }))
  const due = async () => (await house.as('grassrootsB').reminders.listWork({ kinds: ['dossierFinding'], size: 200 })).rows.map((row) => row.subjectId)
  expect(await due()).toEqual([findingId])
  const before = await dossiers('inspector').listFindingsByKind({ organisationId: house.ground.places.communeB })
  expect(before).toEqual({ years: [2017], rows: [{ kind: 'unsigned', total: 1, open: 1, byYear: [1] }] })
  await dossiers('grassrootsB').followUp({ findingId, mendedOn: '2018-10-05', note: 'Đã ký' })
  expect(await due()).toEqual([])
  expect((await dossiers('inspector').listFindingsByKind({ organisationId: house.ground.places.communeB })).rows[0]!.open).toBe(0)
  expect((await dossiers('grassrootsB').listInspections({})).rows.map((row) => row.id)).toContain(inspectionId)
  expect((await dossiers('grassrootsA').listInspections({})).rows.map((row) => row.id)).not.toContain(inspectionId)
  expect((await refusalOf(dossiers('memberA1').listInspections({}))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(dossiers('secretaryB1').listFindingsByKind({}))).codes).toEqual(['platform.notAllowed'])
})

describe('an inspection in the past', () => {
  test('stands as on the day and as it was known: found, mended and closed later is not yet', async () => {
    const { communeA } = house.ground.places
    const first = house.ground.members.cellA1[0]!
    const { inspectionId } = await plan({ sampling: 'chosen', sampleSize: undefined })
    await dossiers().drawSample({ inspectionId, version: 1, personIds: [first] })
    house.clock.moveTo('2018-10-10' as never)
    const { findingId } = await dossiers().recordFinding(finding(inspectionId, first, { mendBy: '2018-10-12' }))
    await dossiers().examineDossier({ inspectionId, personId: first, examinedOn: '2018-10-10' })
    house.clock.moveTo('2018-10-20' as never)
    await dossiers().followUp({ findingId, mendedOn: '2018-10-15', note: 'Đã bổ sung' })
    await dossiers().closeInspection({ inspectionId, version: 2, closedOn: '2018-10-18', conclusion: 'Đủ' })
    const at = async (seen: object) => { const { drawn, examined, findings, mended, late, closedOn, mayInspect } = await dossiers().findInspection({ inspectionId, ...seen }); return { drawn, examined, findings, mended, late, closedOn, mayInspect } }
    expect(await at({})).toEqual({ drawn: 1, examined: 1, findings: 1, mended: 1, late: 0, closedOn: '2018-10-18', mayInspect: true })
    expect(await at({ asOf: '2018-10-14' })).toEqual({ drawn: 1, examined: 1, findings: 1, mended: 0, late: 1, closedOn: null, mayInspect: false })
    expect(await at({ asOf: '2018-10-06' })).toMatchObject({ drawn: 1, examined: 0, findings: 0, closedOn: null })
    expect(await at({ asOf: '2018-10-01' })).toMatchObject({ drawn: 0 })
    expect(await at({ knownAt: '2018-10-11T00:00:00Z' })).toMatchObject({ examined: 1, findings: 1, mended: 0, closedOn: null, mayInspect: false })
    expect(await at({ knownAt: '2018-10-06T00:00:00Z' })).toMatchObject({ drawn: 1, examined: 0, findings: 0 })
    expect((await refusalOf(dossiers().findInspection({ inspectionId, asOf: '2018-08-31' as never }))).codes).toEqual(['dossiers.inspectionNotFound'])
    const listed = async (seen: object) => (await dossiers().listInspections({ organisationId: communeA, size: 200, ...seen })).rows.find(({ id }) => id === inspectionId)?.findings
    expect([await listed({}), await listed({ knownAt: '2018-10-06T00:00:00Z' }), await listed({ asOf: '2018-08-31' })]).toEqual([1, 0, undefined])
    const open = async (seen: object) => (await dossiers().listFindingsByKind({ organisationId: communeA, ...seen })).rows.reduce((sum, row) => sum + row.open, 0)
    expect([await open({ asOf: '2018-10-14' }) - await open({}), await open({ knownAt: '2018-10-11T00:00:00Z' }) - await open({}), await open({ asOf: '2018-10-09' }) - await open({})]).toEqual([1, 1, 0])
    house.clock.moveTo('2018-10-05' as never)
  })
})
