import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile, ordinary, refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { newId } from '../../../kernel/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const nobody = { fullName: 'Triệu Văn Páo', sex: 'male' as const, bornOn: '1996-04' }

describe('opening a file', () => {
  test('for a new person begins with the class as the one next act', async () => {
    const opened = await house.as('secretaryA1').admission.openCase({ kind: 'admission', cellId: house.ground.places.cellA1, person: nobody })
    expect(opened).toMatchObject({ version: 1, stage: 'fileOpen', closedOn: null, nextAct: { code: 'recordDocument', owner: 'politicalCentre', step: 'A03', dueOn: null } })
    const page = await house.as('secretaryA1').admission.findCase({ id: opened.id })
    expect(page).toMatchObject({
      person: { name: 'Triệu Văn Páo', bornOn: '1996-04' }, cell: { shortName: 'Thôn Khun Luông' }, grassroots: { shortName: 'xã Quang Minh' }, deciding: { shortName: 'huyện Bắc Quang' },
      decidesItself: false, hasCommittee: true, section: null, heldBy: 'cell', history: [{ kind: 'openCase', step: 'A02', words: 'Lập hồ sơ kết nạp', actedBy: 'Người dùng secretaryA1' }],
    })
    expect(page.milestones.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Lập hồ sơ current', 'Thẩm tra ahead', 'Chi bộ ahead', 'Đảng ủy cơ sở ahead', 'Ban Tổ chức ahead', 'Quyết định ahead', 'Lễ kết nạp ahead',
    ])
    expect(await house.auditOf(opened.id)).toEqual(['admission.caseOpened'])
  })

  test('for somebody who is followed takes the following cell, and the certificate and application kept there', async () => {
    const { id: personId } = await addFollowed('cellA2')
    await house.rows(`insert into sources_and_targets.awareness_certificate (id, person_id, number, issued_on) values ($1, $2, '17/2018', '2018-03-01')`, [newId(), personId])
    await house.rows(`update sources_and_targets.prospect set applied_on = '2018-09-20' where person_id = $1`, [personId])
    const opened = await house.as('grassrootsA').admission.openCase({ kind: 'admission', personId })
    const { cell, checklist } = await house.as('grassrootsA').admission.findCase({ id: opened.id })
    expect(cell.shortName).toBe('Thôn Đồng Bó')
    expect(checklist.find(({ code }) => code === 'KNĐ-CN')).toMatchObject({ state: 'toCheck', documents: [{ number: '17/2018', datedOn: '2018-03-01', freshUntil: '2023-03-01' }] })
    expect(checklist.find(({ code }) => code === 'KNĐ-1')).toMatchObject({ state: 'toCheck', documents: [{ datedOn: '2018-09-20', receivedOn: '2018-10-05' }] })
  })

  test('a second time for one person is refused, also for a readmission', async () => {
    const file = await openFile(house, { fullName: 'Nông Thị Hiệp' })
    const again = (kind: 'admission' | 'readmission') => house.as('secretaryA1').admission.openCase({ kind, personId: file.personId, cellId: house.ground.places.cellA1, circumstances: { formerMember: { leftOn: '2010-01-01' } as never } })
    expect(await refusalOf(again('admission'))).toMatchObject({ kind: 'conflict', codes: ['admission.secondOpenFile'], facts: { name: 'Nông Thị Hiệp' } })
    expect((await refusalOf(again('readmission'))).codes).toEqual(['admission.secondOpenFile'])
  })

  test('for somebody typed anew who is known already is refused, unless it is somebody else', async () => {
    const file = await openFile(house, { fullName: 'Lò Thị Mây' })
    const places = house.ground.places
    const open = (fullName: string, bornOn: string, more: object = {}) => house.as('secretaryA1').admission.openCase({ kind: 'admission', cellId: places.cellA1, person: { fullName, sex: 'female', bornOn }, ...more })
    expect(await refusalOf(open('lo thi may', '1994-05-03'))).toMatchObject({ kind: 'conflict', codes: ['admission.personKnown', 'admission.secondOpenFile'], facts: { name: 'Lò Thị Mây', born: '1994-05-03', personId: file.personId } })
    expect(await open('Lò Thị Mây', '1994-05-04')).toMatchObject({ stage: 'fileOpen' })
    expect(await open('Lò Thị Mây', '1994-05-03', { isAnother: true })).toMatchObject({ stage: 'fileOpen' })
    const [member] = await house.rows('select full_name, born_on from members.person where id = $1', [house.ground.members.cellA1[4]])
    expect((await refusalOf(open(member!.full_name, member!.born_on))).codes).toEqual(['admission.personKnown', 'admission.alreadyMember'])
  })

  test('with what is told of a day ahead or before the birth is refused, also when it is told later', async () => {
    const file = await openFile(house, { fullName: 'Giàng Thị Pà' })
    const tell = (circumstances: object) => refusalOf(file.secretary('recordCircumstances', { circumstances }))
    expect(await tell({ consents: { education: { issuedOn: '2018-10-06', number: '12-CV/TU' } } })).toMatchObject({ codes: ['admission.dayNotYet'], facts: { on: '2018-10-06' } })
    expect(await tell({ formerMember: { leftOn: '1994-05-02' } })).toMatchObject({ codes: ['admission.factBeforeBirth'], facts: { on: '1994-05-02', born: '1994-05-03' } })
    expect((await file.page()).circumstancesCovered).toEqual([])
    const opening = house.as('secretaryA1').admission.openCase({ kind: 'readmission', cellId: house.ground.places.cellA1, person: { ...nobody, fullName: 'Giàng A Pó' }, circumstances: { formerMember: { leftOn: '2019-01-01' } } as never })
    expect((await refusalOf(opening)).codes).toEqual(['admission.dayNotYet'])
  })

  test('with a day of birth that cannot be is refused, and nothing is written', async () => {
    const counts = () => house.rows('select (select count(*) from members.person) as people, (select count(*) from admission.case_file) as files')
    const before = await counts()
    const open = (bornOn: string, openedOn = '2018-10-01') => house.as('secretaryA1').admission.openCase({ kind: 'admission', cellId: house.ground.places.cellA1, person: { ...nobody, bornOn }, openedOn })
    expect(await refusalOf(open('2018-05-01', '2018-04-30'))).toMatchObject({ codes: ['admission.openedBeforeBirth'], facts: { on: '2018-04-30', born: '2018-05-01' } })
    expect((await refusalOf(open('2030-01-01', '2018-10-05'))).codes).toEqual(['admission.openedBeforeBirth'])
    expect(await refusalOf(open('1800-05-02'))).toMatchObject({ codes: ['members.bornTooLongAgo'], facts: { years: 120 } })
    expect(await counts()).toEqual(before)
  })

  test('for a member is refused, and a former member needs a readmission', async () => {
    const [member, other] = [house.ground.members.cellA1[5]!, house.ground.members.cellA1[6]!]
    const open = (personId: string, kind: 'admission' | 'readmission') => house.as('secretaryA1').admission.openCase({ kind, personId, cellId: house.ground.places.cellA1 })
    expect((await refusalOf(open(member, 'admission'))).codes).toEqual(['admission.alreadyMember'])
    await house.rows(`update members.membership set ended_on = '2010-05-01', end_kind = 'strikeOff' where person_id = $1`, [other])
    await house.rows(`update members.status set valid_during = daterange(lower(valid_during), '2010-05-01') where person_id = $1 and upper_inf(valid_during)`, [other])
    await house.rows(`update members.placement set valid_during = daterange(lower(valid_during), '2010-05-01') where person_id = $1`, [other])
    expect((await refusalOf(open(other, 'admission'))).codes).toEqual(['admission.wasAMember'])
    expect(await open(other, 'readmission')).toMatchObject({ stage: 'fileOpen' })
    const { id } = await addFollowed('cellA1')
    expect((await refusalOf(open(id, 'readmission'))).codes).toEqual(['admission.neverAMember'])
  })

  test('needs a cell, a day that has come, and the own cell', async () => {
    const { places } = house.ground
    expect((await refusalOf(house.as('secretaryA1').admission.openCase({ kind: 'admission', cellId: places.cellA1 }))).codes).toEqual(['admission.personNotChosen'])
    const open = (as: 'secretaryA1' | 'officer' | 'inspector', input: object) => house.as(as).admission.openCase({ kind: 'admission', person: nobody, ...input } as never)
    expect((await refusalOf(open('secretaryA1', {}))).codes).toEqual(['admission.cellNotGiven'])
    expect((await refusalOf(house.as('grassrootsA').admission.openCase({ kind: 'admission', person: nobody, cellId: places.communeA }))).codes).toEqual(['admission.notACell'])
    expect((await refusalOf(open('secretaryA1', { cellId: places.cellA1, openedOn: '2018-10-06' }))).codes).toEqual(['admission.dayNotYet'])
    expect((await refusalOf(open('secretaryA1', { cellId: places.cellA1, openedOn: '2010-10-06' }))).codes).toEqual(['admission.dayBeforeRules'])
    expect((await refusalOf(open('secretaryA1', { cellId: places.cellB1 }))).codes).toEqual(['platform.notFound'])
    for (const as of ['officer', 'inspector'] as const) expect((await refusalOf(open(as, { cellId: places.cellA1 }))).codes).toEqual(['platform.notAllowed'])
  })
})

describe('what is known about the candidate', () => {
  test('is kept fact by fact; facts left out stay', async () => {
    const file = await openFile(house, { fullName: 'Lò Thị Pấng' })
    await file.secretary('recordCircumstances', { circumstances: ordinary(file.sponsorId) })
    await file.secretary('recordCircumstances', { circumstances: { youthUnionMember: false } })
    const { circumstances, circumstancesCovered, eligibility } = await file.page()
    expect(circumstances).toMatchObject({ vietnameseCitizen: true, youthUnionMember: false })
    expect(circumstancesCovered).toContain('formerMember')
    const verdicts = Object.fromEntries(eligibility!.reasons.map(({ condition, verdict }) => [condition, verdict]))
    expect(verdicts).toMatchObject({ citizenship: 'met', age: 'met', education: 'met', youthUnion: 'notMet', certificate: 'notMet', sponsor: 'met', religion: 'met' })
    expect(eligibility!.reasons.find(({ condition }) => condition === 'age')!.rule).toMatchObject({ title: 'Tuổi cao nhất khi chi bộ xét kết nạp', valueText: '60 tuổi', packName: 'Bộ quy tắc 2016 (29-QĐ/TW)' })
  })

  test('covers what belongs to a class of secrecy, and opens it for a reason that is written down', async () => {
    const file = await openFile(house, { fullName: 'Sùng Thị Dế' })
    const told = { politicalMatter: true, politicalConclusion: { issuedOn: '2018-01-02', number: '7-KL' }, religion: { applies: true, approval: null }, foreignMarriage: { applies: false } }
    await file.secretary('recordCircumstances', { circumstances: told })
    const seenBy = async (who: Parameters<House['as']>[0]) => house.as(who).admission.findCase({ id: file.id })
    expect((await seenBy('secretaryA1')).circumstances).toEqual({ religion: { applies: true, approval: null } })
    expect((await seenBy('leader')).circumstances).toEqual({})
    expect([...(await seenBy('leader')).circumstancesCovered].sort()).toEqual(Object.keys(told).sort())
    const open = (who: Parameters<House['as']>[0], reason = 'Xét tại chi bộ') => house.as(who).admission.openCircumstances({ id: file.id, reason })
    expect((await open('secretaryA1')).circumstances).toEqual(told)
    const { religion: _r, ...beside } = told
    expect((await open('leader')).circumstances).toEqual(beside)
    expect((await refusalOf(open('secretaryB1'))).kind).toBe('notFound')
    expect((await refusalOf(open('administrator'))).kind).toBe('notFound')
    const entries = await house.rows(`select facts from audit.entry where subject_id = $1 and event = 'admission.circumstancesOpened' order by number`, [file.id])
    expect(entries[0]!.facts).toEqual({ classes: ['discipline', 'history', 'foreign'], reason: 'Xét tại chi bộ' })
    await file.secretary('recordCircumstances', { circumstances: { vietnameseCitizen: true } })
    expect((await open('secretaryA1')).circumstances).toEqual({ ...told, vietnameseCitizen: true })
  })

  test('covers in the conditions, the next act and the refusals what judges a covered fact, and names it once it is opened', async () => {
    const file = await openFile(house, { fullName: 'Thào Thị Chứ' })
    await file.secretary('recordCircumstances', { circumstances: { ...ordinary(file.sponsorId), religion: { applies: true, approval: null }, foreignMarriage: { applies: true, approval: null } } })
    const special = ['politicalCheck', 'formerMember', 'populationPolicy', 'religion', 'foreignMarriage']
    const named = (reasons: readonly { condition: string }[]) => reasons.map(({ condition }) => condition).filter((one) => special.includes(one))
    const lead = await file.page('leader')
    expect(named(lead.eligibility!.reasons)).toEqual([])
    expect(lead.eligibility!.reasons.at(-1)).toMatchObject({ condition: 'covered', verdict: 'notMet', facts: {}, missing: [{ code: 'covered' }], rule: null })
    expect(JSON.stringify([lead.eligibility, lead.nextAct, lead.acts])).not.toMatch(/người có đạo|người nước ngoài/i)
    const own = await file.page()
    expect(named(own.eligibility!.reasons)).toEqual(['religion'])
    const { reasons } = own.acts.find(({ code }) => code === 'markReadyForCell')!
    expect(reasons.map(({ code }) => code)).toContain('admission.coveredNotMet')
    expect(JSON.stringify(reasons)).not.toMatch(/người có đạo|người nước ngoài/i)
    const refusal = await refusalOf(file.secretary('markReadyForCell', {} as never))
    expect(refusal.codes.filter((code) => code === 'admission.coveredNotMet')).toHaveLength(1)
    expect(JSON.stringify(refusal)).not.toMatch(/người có đạo|người nước ngoài/i)
    const open = async (who: 'secretaryA1' | 'leader') => (await house.as(who).admission.openCircumstances({ id: file.id, reason: 'Xét tại chi bộ' })).conditions
    expect(named(await open('secretaryA1'))).toEqual(special)
    expect((await open('secretaryA1')).find(({ condition }) => condition === 'foreignMarriage')).toMatchObject({ verdict: 'notMet', missing: [{ code: 'approval' }] })
    const opened = await open('leader')
    expect(named(opened)).toEqual(special.filter((one) => one !== 'religion'))
    expect(opened.at(-1)).toMatchObject({ condition: 'covered', verdict: 'notMet' })
  })

  test('asks by its name for what nobody has told yet', async () => {
    const file = await openFile(house, { fullName: 'Giàng Thị Mỷ' })
    const { religion: _religion, ...told } = ordinary(file.sponsorId)
    await file.secretary('recordCircumstances', { circumstances: told })
    const { reasons } = (await file.page('leader')).eligibility!
    expect(reasons.find(({ condition }) => condition === 'religion')).toMatchObject({ verdict: 'unknown', missing: [{ code: 'specialBranch' }] })
    expect(reasons.at(-1)).toMatchObject({ condition: 'covered', verdict: 'met', missing: [] })
  })

  test('goes into the trail by its names only', async () => {
    const file = await openFile(house, { fullName: 'Vàng Thị Dợ' })
    await file.secretary('recordCircumstances', { circumstances: { religion: { applies: true, approval: { issuedOn: '2018-01-02', number: '3-CV' } } } })
    const [entry] = await house.rows(`select facts from audit.entry where subject_id = $1 and event = 'admission.circumstancesRecorded'`, [file.id])
    expect(entry!.facts).toMatchObject({ told: ['religion'] })
    expect(JSON.stringify(entry)).not.toContain('3-CV')
  })

  test('is not told by the office, nor from a version that is stale', async () => {
    const file = await openFile(house, { fullName: 'Hà Thị Ánh' })
    expect((await refusalOf(file.as('officer', 'recordCircumstances', { circumstances: {} }))).codes).toEqual(['platform.notAllowed'])
    await file.secretary('recordCircumstances', { circumstances: { vietnameseCitizen: true } })
    expect(await refusalOf(house.as('secretaryA1').admission.recordCircumstances({ id: file.id, version: 1, circumstances: {} }))).toMatchObject({ kind: 'conflict', codes: ['platform.staleVersion'], facts: { seen: 1, latest: 2 } })
  })
})

async function addFollowed(cell: 'cellA1' | 'cellA2') {
  const cellId = house.ground.places[cell]
  const id = newId()
  await house.rows(`insert into members.person (id, full_name, sort_key, sex, born_on, keeper_id) values ($1, 'Chẳn Thị Mẩy', 'k', 'female', '1996', $2)`, [id, cellId])
  await house.rows(`insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on) values ($1, $2, $3, '2017-01-01')`, [newId(), id, cellId])
  return { id }
}
