import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decidedFile, readyFile, refusalOf, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { newId } from '../../../kernel/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-11-30' }) })
afterAll(() => house.close())

/** Decided on 28/09/2018, received on 01/10/2018: the ceremony is due by 12/11/2018. */
async function received(opening = {}): Promise<FileUnderTest> {
  const file = await decidedFile(house, opening)
  await file.secretary('recordReceipt', { receivedOn: '2018-10-01' })
  return file
}

describe('receiving the decision', () => {
  test('starts the 30 working days of the ceremony under the rules of 2016', async () => {
    const file = await decidedFile(house)
    expect((await refusalOf(file.secretary('recordReceipt', { receivedOn: '2018-09-27' }))).codes).toEqual(['admission.receiptBeforeDecision'])
    expect((await refusalOf(file.as('officer', 'recordReceipt', { receivedOn: '2018-10-01' }))).codes).toEqual(['platform.notAllowed'])
    expect(await file.secretary('recordReceipt', { receivedOn: '2018-10-01' })).toMatchObject({ nextAct: { code: 'recordCeremony', dueOn: '2018-11-12', isLate: true, rule: { key: 'admission.ceremonyWorkingDays' } } })
    expect((await refusalOf(file.secretary('recordReceipt', { receivedOn: '2018-10-01' }))).codes).toEqual(['admission.alreadyDone'])
  })
})

describe('the ceremony', () => {
  test('makes a probationary member of the cell, ends the following as a source, and opens the file of confirmation', async () => {
    const file = await received({ fullName: 'Mai Thị Lan Anh' })
    await house.rows(`insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on) values ($1, $2, $3, '2017-01-01')`, [newId(), file.personId, house.ground.places.cellA1])
    const held = await file.secretary('recordCeremony', { heldOn: '2018-11-12' })
    expect(held).toMatchObject({ stage: 'ceremonyHeld', probationUntil: '2019-11-12', nextAct: { code: 'assignMentor', dueOn: '2018-12-24' } })
    expect(await house.rows(`select m.decided_on, m.decision_number is not null as numbered, m.ceremony_on, m.source_id, s.status from members.membership m join members.status s on s.person_id = m.person_id where m.person_id = $1`, [file.personId]))
      .toEqual([{ decided_on: '2018-09-28', numbered: true, ceremony_on: '2018-11-12', source_id: file.id, status: 'probationary' }])
    expect(await house.rows('select closed_on, close_reason from sources_and_targets.prospect where person_id = $1', [file.personId])).toEqual([{ closed_on: '2018-11-12', close_reason: 'admitted' }])
    const confirmation = await house.as('secretaryA1').admission.findCase({ id: held.confirmationCaseId })
    expect(confirmation).toMatchObject({
      kind: 'confirmation', stage: 'running', dates: { probationFrom: '2018-11-12', probationUntil: '2019-11-12' }, relatedCases: [{ id: file.id, kind: 'admission' }],
      history: [{ kind: 'openConfirmation', step: 'P01', rules: [{ key: 'probation.months', citation: { instrument: 'DL-2011', certainty: 'secondary' } }] }],
    })
    expect(await house.auditOf(file.id)).toContain('admission.ceremonyHeld')
    expect(await house.auditOf(file.personId)).toEqual(expect.arrayContaining(['members.admitted', 'admission.confirmationOpened']))
  })

  test('is not before the decision, nor on a day to come', async () => {
    const file = await received()
    expect((await refusalOf(file.secretary('recordCeremony', { heldOn: '2018-09-27' }))).codes).toEqual(['admission.ceremonyBeforeDecision'])
    expect((await refusalOf(file.secretary('recordCeremony', { heldOn: '2018-12-01' }))).codes).toEqual(['admission.dayNotYet'])
    expect((await refusalOf(file.decider('recordCeremony', { heldOn: '2018-11-05' }))).codes).toEqual(['platform.notAllowed'])
    const undecided = await readyFile(house)
    expect((await refusalOf(undecided.secretary('recordCeremony', { heldOn: '2018-11-05' }))).codes).toEqual(['admission.notAtThisStage'])
  })

  test('after 30 working days needs the number and day of the consent, given before', async () => {
    const file = await received()
    expect(await refusalOf(file.secretary('recordCeremony', { heldOn: '2018-11-13' }))).toMatchObject({
      kind: 'againstRule', codes: ['admission.ceremonyLateNoConsent'], facts: { heldOn: '2018-11-13', dueOn: '2018-11-12', startsOn: '2018-10-01', days: 30 }, citation: { instrument: 'QD-29-2016' },
    })
    expect((await refusalOf(file.secretary('recordCeremony', { heldOn: '2018-11-13', consent: { number: '7-CV/HU', issuedOn: '2018-11-14' } }))).codes).toEqual(['admission.consentAfterCeremony'])
    await file.secretary('recordCeremony', { heldOn: '2018-11-13', consent: { number: '7-CV/HU', issuedOn: '2018-11-10' } })
    expect((await file.page()).history.findLast(({ kind }) => kind === 'recordCeremony')!.facts).toMatchObject({ isLate: true, consent: '7-CV/HU', consentIssuedOn: '2018-11-10' })
  })

  test('without a known receipt counts from the decision, which is never too late', async () => {
    const file = await decidedFile(house)
    expect(await refusalOf(file.secretary('recordCeremony', { heldOn: '2018-11-12' }))).toMatchObject({ codes: ['admission.ceremonyLateNoConsent'], facts: { dueOn: '2018-11-09', startsOn: '2018-09-28' } })
    expect(await file.secretary('recordCeremony', { heldOn: '2018-11-09' })).toMatchObject({ stage: 'ceremonyHeld' })
  })
})

describe('after the ceremony', () => {
  let file: FileUnderTest
  beforeAll(async () => {
    file = await received({ fullName: 'Nông Minh Đức' })
    await file.secretary('recordCeremony', { heldOn: '2018-11-12' })
  })

  test('a full member is assigned as mentor, in both files of the person', async () => {
    expect((await refusalOf(file.committee('recordDossierOpened', { openedOn: '2018-11-20' }))).codes).toEqual(['admission.mentorMissing'])
    expect((await refusalOf(file.secretary('assignMentor', { mentorId: file.personId, on: '2018-11-12' }))).codes).toEqual(['admission.mentorNotFull'])
    expect((await refusalOf(file.secretary('assignMentor', { mentorId: file.sponsorId, on: '2018-11-11' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect((await refusalOf(file.secretary('assignMentor', { mentorId: house.ground.members.cellB1[1]!, on: '2018-11-12' }))).codes).toEqual(['members.personNotFound'])
    expect((await refusalOf(file.decider('assignMentor', { mentorId: file.sponsorId }))).codes).toEqual(['platform.notAllowed'])
    await file.secretary('assignMentor', { mentorId: file.sponsorId, on: '2018-11-12' })
    const { relatedCases } = await file.page()
    const confirmation = await house.as('secretaryA1').admission.findCase({ id: relatedCases[0]!.id })
    expect([(await file.page()).mentor?.id, confirmation.mentor?.id]).toEqual([file.sponsorId, file.sponsorId])
    expect(confirmation.history.map(({ kind }) => kind)).toEqual(['openConfirmation', 'assignMentor'])
  })

  test('the dossier is opened within 30 working days, and the file is done', async () => {
    expect((await refusalOf(file.secretary('recordDossierOpened', { openedOn: '2018-11-20' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.committee('recordDossierOpened', { openedOn: '2018-11-11' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect(await file.committee('recordDossierOpened', { openedOn: '2018-11-20' })).toMatchObject({ stage: 'completed', closedOn: '2018-11-20', nextAct: null })
    const { checklist, clocks, acts, milestones } = await file.page('grassrootsA')
    expect(checklist.filter(({ step }) => step === 'A14').map(({ state }) => state)).toEqual(['valid', 'valid'])
    expect(clocks.find(({ kind }) => kind === 'dossierOpening')).toMatchObject({ dueOn: '2018-12-24', doneOn: '2018-11-20', isLate: false })
    expect(acts).toEqual([])
    expect(milestones.every(({ state }) => state === 'done')).toBe(true)
  })
})
