import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProbationer, FileUnderTest, refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let forgotten: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  forgotten = await addProbationer(house, { ceremonyOn: '2011-07-02' })
  await addProbationer(house, { ceremonyOn: '2015-03-01', known: false, admittedOn: '2015', fullName: 'Sùng A Dế', cell: 'cellB1' })
  await addProbationer(house, { ceremonyOn: '2017-10-20', fullName: 'Lù Seo Vần' })
})
afterAll(() => house.close())

describe('the forgotten six years', () => {
  test('probationers without an official date stand by years overdue, with cell, next act and paper', async () => {
    const { rows, counts, total } = await house.as('officer').admission.listConfirmations({})
    expect([total, counts]).toEqual([3, { probationary: 3, late: 2, dueSoon: 1, withoutFile: 3 }])
    expect(rows[0]).toMatchObject({
      id: null, person: { name: 'Phùng Văn Sinh' }, cell: { shortName: 'Thôn Khun Luông' }, grassroots: { shortName: 'xã Quang Minh' }, ceremonyOn: '2011-07-02', probationUntil: '2012-07-02',
      confirmedOnWillBe: '2012-07-02', isLate: true, monthsOverdue: 75, nextAct: { code: 'openConfirmation', owner: 'cell', dueOn: '2012-08-13', isLate: true },
    })
    expect(rows[0]!.documents.map(({ formMark, state }) => [formMark, state])).toEqual([['10-KNĐ', 'missing'], ['11-KNĐ', 'missing'], ['12-KNĐ', 'missing']])
    expect(rows.map(({ person }) => person.name)).toEqual(['Phùng Văn Sinh', 'Sùng A Dế', 'Lù Seo Vần'])
  })

  test('a ceremony known only to the year counts from its last day, and promises no date', async () => {
    const { rows } = await house.as('officer').admission.listConfirmations({ search: 'sung a de' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ ceremonyOn: null, admittedOn: '2015', probationUntil: null, confirmedOnWillBe: null, isLate: true, monthsOverdue: 21 })
  })

  test('each sees the own part: the secretary the cell, the commune its own', async () => {
    expect((await house.as('secretaryA1').admission.listConfirmations({})).total).toBe(2)
    expect((await house.as('grassrootsB').admission.listConfirmations({})).total).toBe(1)
    expect((await house.as('officer').admission.listConfirmations({ organisationId: house.ground.places.communeB })).total).toBe(1)
    expect((await house.as('officer').admission.listConfirmations({ only: 'dueSoon' })).rows.map(({ person }) => person.name)).toEqual(['Lù Seo Vần'])
    expect((await refusalOf(house.as('administrator').admission.listConfirmations({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('a file is opened with the day and its paper; a day that contradicts the books is refused', async () => {
    const open = (as: 'secretaryA1' | 'secretaryB1' | 'officer', ceremonyOn: string) =>
      house.as(as).admission.openConfirmationForProbationer({ personId: forgotten, ceremonyOn, basis: 'Biên bản lễ kết nạp lưu ở đảng ủy xã' })
    expect(await refusalOf(open('secretaryA1', '2011-07-03'))).toMatchObject({ codes: ['recognition.ceremonyKnownOtherwise'], facts: { known: '2011-07-02' } })
    expect((await refusalOf(open('secretaryA1', '2018-10-06'))).codes).toEqual(['admission.dayNotYet'])
    expect((await refusalOf(open('secretaryB1', '2011-07-02'))).codes).toEqual(['members.personNotFound'])
    expect((await refusalOf(open('officer', '2011-07-02'))).codes).toEqual(['platform.notAllowed'])
    const opened = await open('secretaryA1', '2011-07-02')
    expect(opened).toMatchObject({ stage: 'running', probationUntil: '2012-07-02', nextAct: { code: 'assignMentor', owner: 'cell', dueOn: '2012-08-13', isLate: true } })
    expect((await refusalOf(open('secretaryA1', '2011-07-02'))).codes).toEqual(['admission.secondOpenFile'])
    const official = house.ground.members.cellA1[4]!
    expect((await refusalOf(house.as('secretaryA1').admission.openConfirmationForProbationer({ personId: official, ceremonyOn: '2017-01-01', basis: 'Biên bản' }))).codes).toEqual(['recognition.notProbationary'])
  })

  test('after handling party age counts from the old day and the delay stays on record', async () => {
    const { rows } = await house.as('officer').admission.listConfirmations({ search: 'phung van sinh' })
    const file = new FileUnderTest(house, rows[0]!.id!, 'cellA1', forgotten, house.ground.members.cellA1[2]!)
    await file.secretary('assignMentor', { mentorId: file.sponsorId })
    expect((await refusalOf(file.secretary('assignMentor', { mentorId: forgotten }))).codes).toEqual(['admission.mentorNotFull'])
    await file.secretary('recordClassCertificate', { issuedOn: '2012-03-01' })
    expect((await refusalOf(file.secretary('recordClassCertificate', { issuedOn: '2012-03-01' }))).codes).toEqual(['admission.documentTooMany'])
    for (const code of ['KNĐ-10', 'KNĐ-11', 'KNĐ-12']) await file.paper(code, '2018-10-01')
    await file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2018-10-02', present: 9, inFavour: 9, against: 0, latenessReason: 'Thất lạc hồ sơ khi bàn giao' })
    await file.secretary('sendUp', { on: '2018-10-02' })
    await file.committee('recordCommitteeVote', { heldOn: '2018-10-03', present: 15, inFavour: 15, against: 0 })
    await file.committee('sendToDeciding', { on: '2018-10-03' })
    await file.decider('acceptDocuments', { documentIds: (await file.page('officer')).checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
    await file.decider('submitForDecision', { on: '2018-10-04' })
    const decided = await file.decider('recordConfirmationDecision', { outcome: 'confirm', number: '77-QĐ/HU', decidedOn: '2018-10-05', signatory: 'Nông Văn Bình' })
    expect(decided).toMatchObject({ stage: 'confirmed', effectiveOn: '2012-07-02' })
    const [member] = await house.rows('select decided_on, confirmed_on, confirmation_signed_on from members.membership where person_id = $1 and superseded_at is null', [forgotten])
    expect(member).toEqual({ decided_on: '2011-07-02', confirmed_on: '2012-07-02', confirmation_signed_on: '2018-10-05' })
    const { confirmation } = await file.page()
    expect(confirmation!.lateness[0]).toMatchObject({ level: 'cell', dueOn: '2012-08-13', doneOn: '2018-10-02', reason: 'Thất lạc hồ sơ khi bàn giao' })
    expect(confirmation!.lateness[0]!.workingDaysLate).toBeGreaterThan(1500)
    expect((await house.as('officer').admission.listConfirmations({ search: 'phung van sinh' })).total).toBe(0)
  })
})

test('the mentor remarks in the cell, not before the ceremony and not by another cell', async () => {
  const personId = await addProbationer(house, { ceremonyOn: '2018-08-01', fullName: 'Vi Văn Kiên' })
  const { id, version } = await house.as('secretaryA1').admission.openConfirmationForProbationer({ personId, ceremonyOn: '2018-08-01', basis: 'Biên bản' })
  const file = new FileUnderTest(house, id, 'cellA1', personId, house.ground.members.cellA1[2]!)
  file.version = version
  await file.secretary('assignMentor', { mentorId: file.sponsorId })
  expect((await file.page()).nextAct).toMatchObject({ code: 'recordMentorRemark', dueOn: '2018-09-01', isLate: true, counting: 'calendar' })
  expect((await refusalOf(file.secretary('recordMentorRemark', { writtenOn: '2018-07-01', text: 'Tốt' }))).codes).toEqual(['recognition.remarkBeforeProbation'])
  expect((await refusalOf(file.as('officer', 'recordMentorRemark', { writtenOn: '2018-09-05', text: 'Tốt' }))).codes).toEqual(['platform.notAllowed'])
  await expect(file.secretary('recordMentorRemark', { writtenOn: '2018-09-05', text: ' \n ' })).rejects.toThrow()
  expect(await file.secretary('recordMentorRemark', { writtenOn: '2018-10-01', text: 'Tích cực sinh hoạt.' })).toMatchObject({ nextAct: { code: 'recordClassCertificate' } })
  expect((await file.page()).confirmation).toMatchObject({ lastRemarkOn: '2018-10-01', remarks: [{ writtenOn: '2018-10-01', text: 'Tích cực sinh hoạt.' }] })
})
