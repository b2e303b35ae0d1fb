import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preparedConfirmation, probationFile, refusalOf, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2019-10-10' }) })
afterAll(() => house.close())

const carried = { present: 9, inFavour: 9, against: 0 }
const board = { present: 15, inFavour: 14, against: 1 }
const decision = (number: string, decidedOn: string) => ({ outcome: 'confirm' as const, number, decidedOn, signatory: 'Nông Văn Bình' })

/** Voted by the cell late, on its way to the board. */
async function submitted(ceremonyOn: string, days = { papers: '2019-09-01', cell: '2019-09-03', up: '2019-09-05', committee: '2019-09-20', on: '2019-09-25', board: '2019-10-01' }): Promise<FileUnderTest> {
  const file = await preparedConfirmation(house, { ceremonyOn, on: days.papers })
  await file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: days.cell, ...carried })
  await file.secretary('sendUp', { on: days.up })
  await file.committee('recordCommitteeVote', { heldOn: days.committee, ...board })
  await file.committee('sendToDeciding', { on: days.on })
  const { checklist } = await file.page('officer')
  await file.decider('acceptDocuments', { documentIds: checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
  await file.decider('submitForDecision', { on: days.board })
  return file
}

const memberRow = async (personId: string) => (await house.rows('select confirmed_on, confirmation_signed_on from members.membership where person_id = $1 and superseded_at is null', [personId]))[0]

describe('admitted late, dated rightly', () => {
  test('a ceremony of 15 March and a decision of October of the next year confirm from 15 March', async () => {
    const file = await submitted('2018-03-15')
    const refused = await refusalOf(file.decider('recordConfirmationDecision', { ...decision('201-QĐ/HU', '2019-10-04'), confirmedOn: '2019-10-04', latenessReason: 'Chi bộ họp chậm' }))
    expect(refused).toMatchObject({
      kind: 'againstRule', codes: ['recognition.confirmedOnNotEndOfProbation'], facts: { given: '2019-10-04', until: '2019-03-15', ceremonyOn: '2018-03-15' },
      citation: { instrument: 'QD-29-2016', certainty: 'verified' },
    })
    expect((await refusalOf(file.decider('recordConfirmationDecision', decision('201-QĐ/HU', '2019-10-04')))).codes).toEqual(['recognition.latenessReasonMissing'])
    const decided = await file.decider('recordConfirmationDecision', { ...decision('201-QĐ/HU', '2019-10-04'), latenessReason: 'Chi bộ họp chậm sau sáp nhập thôn' })
    expect(decided).toMatchObject({ stage: 'confirmed', effectiveOn: '2019-03-15' })
    expect(await memberRow(file.personId)).toEqual({ confirmed_on: '2019-03-15', confirmation_signed_on: '2019-10-04' })
    expect(await house.rows(`select lower(valid_during)::text as "from", status from members.status where person_id = $1 and superseded_at is null order by 1`, [file.personId]))
      .toEqual([{ from: '2018-03-15', status: 'probationary' }, { from: '2019-03-15', status: 'full' }])

    const { confirmation, decision: shown } = await file.page()
    expect(shown).toMatchObject({ number: '201-QĐ/HU', decidedBy: { shortName: 'huyện Bắc Quang' } })
    expect(confirmation!.lateness).toMatchObject([
      { level: 'cell', dueOn: '2019-05-02', doneOn: '2019-09-03', workingDaysLate: 88, reason: 'Chi bộ họp chậm sau sáp nhập thôn' },
      { level: 'grassrootsCommittee', workingDaysHeld: 14, workingDaysLate: 0, reason: null },
      { level: 'decidingOffice', dueOn: '2019-10-15', doneOn: '2019-10-04', workingDaysLate: 0, reason: null },
    ])
  })

  test.each([
    ['2016-02-29', '2017-02-28', true],
    ['2018-02-28', '2019-02-28', false],
  ])('a ceremony of %s confirms from %s', async (ceremonyOn, effectiveOn, leapRuleUsed) => {
    const file = await submitted(ceremonyOn)
    expect((await file.page()).confirmation).toMatchObject({ leapRuleUsed })
    const signed = { ...decision(`3${effectiveOn.slice(3, 4)}-QĐ/HU`, '2019-10-04'), latenessReason: 'Chi bộ họp chậm' }
    expect(await file.decider('recordConfirmationDecision', { ...signed, confirmedOn: effectiveOn })).toMatchObject({ effectiveOn })
    expect(await memberRow(file.personId)).toMatchObject({ confirmed_on: effectiveOn })
  })

  test('who is in time needs no reason', async () => {
    const file = await submitted('2018-09-01')
    expect(await file.decider('recordConfirmationDecision', decision('205-QĐ/HU', '2019-10-04'))).toMatchObject({ effectiveOn: '2019-09-01' })
    expect((await file.page()).confirmation!.lateness.every(({ workingDaysLate, reason }) => workingDaysLate === 0 && reason === null)).toBe(true)
  })

  test('the committee below, and the secretary, do not decide what the superior decides', async () => {
    const file = await submitted('2018-09-02')
    const refused = await refusalOf(file.committee('recordConfirmationDecision', decision('206-QĐ/HU', '2019-10-04')))
    expect(refused).toMatchObject({ kind: 'notAllowed', codes: ['admission.notCompetent'], facts: { deciding: 'Đảng bộ huyện Bắc Quang' } })
    expect((await refusalOf(file.secretary('recordConfirmationDecision', decision('206-QĐ/HU', '2019-10-04')))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.decider('recordConfirmationDecision', { ...decision('206-QĐ/HU', '2019-10-04'), outcome: 'strikeOff' }))).codes).toEqual(['recognition.outcomeNotVoted'])
    expect((await refusalOf(file.decider('recordConfirmationDecision', decision('206-QĐ/HU', '2019-09-01')))).codes).toEqual(['admission.decisionBeforeVote'])
  })
})

describe('the cell considers', () => {
  test('only when the 12 months are over, with certificate and papers, and says all that is missing', async () => {
    const file = await preparedConfirmation(house, { ceremonyOn: '2018-10-20', on: '2019-10-01' })
    expect((await refusalOf(file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2019-10-08', ...carried }))).codes).toEqual(['recognition.probationNotOver'])
    const bare = await probationFile(house, { ceremonyOn: '2018-10-01' })
    const refused = await refusalOf(bare.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2019-10-08', present: 4, inFavour: 9, against: 0 }))
    expect(refused.codes).toEqual([
      'recognition.classCertificateMissing', 'admission.documentMissing', 'admission.documentMissing', 'admission.documentMissing', 'admission.tallyExceedsPresent',
    ])
    expect((await refusalOf(bare.as('secretaryA2', 'recordConfirmationVote', { question: 'confirm', heldOn: '2019-10-08', ...carried }))).codes).toEqual(['admission.caseNotFound'])
  })

  test('up to three times; after the third without two thirds the only act is to report to the superior, who then decides', async () => {
    const file = await preparedConfirmation(house, { ceremonyOn: '2018-08-01', on: '2019-08-01', cell: 'cellB1' })
    const lost = (question: 'confirm' | 'strikeOff', heldOn: string) => file.secretary('recordConfirmationVote', { question, heldOn, present: 9, inFavour: 5, against: 4 })
    expect(await lost('confirm', '2019-08-05')).toMatchObject({ outcome: 'lost', required: 6, denominator: 9, votesLeft: 2, stage: 'running' })
    expect(await lost('strikeOff', '2019-08-06')).toMatchObject({ votesLeft: 1, stage: 'running' })
    expect(await lost('confirm', '2019-08-07')).toMatchObject({ votesLeft: 0, stage: 'deadlocked', nextAct: { code: 'reportDeadlock', owner: 'cell' } })
    expect((await refusalOf(lost('confirm', '2019-08-08'))).codes).toEqual(['admission.notAtThisStage'])
    expect((await file.page()).acts.map(({ code }) => code)).toEqual(['reportDeadlock', 'closeCase'])
    expect(await file.secretary('reportDeadlock', { on: '2019-08-09', number: '05-BC/CB' })).toMatchObject({ stage: 'reported', nextAct: { code: 'recordConfirmationDecision', owner: 'standingBoard' } })
    const decided = await file.decider('recordConfirmationDecision', { ...decision('210-QĐ/HU', '2019-09-30'), latenessReason: 'Chi bộ ba lần không đủ phiếu' })
    expect(decided).toMatchObject({ stage: 'confirmed', effectiveOn: '2019-08-01' })
    expect((await file.page()).confirmation).toMatchObject({ votesHeld: 3, votesAllowed: 3 })
  })

  test('a removal goes the same way without the papers of a confirmation, and ends membership on the day of the decision', async () => {
    const file = await probationFile(house, { ceremonyOn: '2019-01-15', cell: 'cellA2' })
    await file.secretary('recordConfirmationVote', { question: 'strikeOff', heldOn: '2019-09-02', present: 9, inFavour: 6, against: 3 })
    await file.secretary('sendUp', { on: '2019-09-03' })
    expect((await refusalOf(file.committee('recordCommitteeVote', { heldOn: '2019-09-10', question: 'admit', ...board }))).codes).toEqual(['admission.questionDoesNotFit'])
    await file.committee('recordCommitteeVote', { heldOn: '2019-09-10', ...board })
    await file.committee('sendToDeciding', { on: '2019-09-11' })
    await file.decider('acceptDocuments', { documentIds: (await file.page('officer')).checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
    await file.decider('submitForDecision', { on: '2019-09-12' })
    const decided = await file.decider('recordConfirmationDecision', { ...decision('211-QĐ/HU', '2019-09-20'), outcome: 'strikeOff' })
    expect(decided).toMatchObject({ stage: 'struckOff', effectiveOn: '2019-09-20', nextAct: { code: 'recordResultReported', step: 'P11' } })
    expect(await house.rows('select ended_on, end_kind from members.membership where person_id = $1 and superseded_at is null', [file.personId])).toEqual([{ ended_on: '2019-09-20', end_kind: 'strikeOff' }])
    expect((await file.page()).history.find(({ kind }) => kind === 'recordConfirmationDecision')).toMatchObject({ step: 'P10' })
    expect((await refusalOf(file.secretary('recordResultReported', { on: '2019-09-25' }))).codes).toEqual(['platform.notAllowed'])
    expect(await file.committee('recordResultReported', { on: '2019-09-25' })).toMatchObject({ stage: 'completed', closedOn: '2019-09-25' })
  })

  test('a committee votes first on what the cell proposed, and on the other question only after that was lost', async () => {
    const file = await preparedConfirmation(house, { ceremonyOn: '2018-08-03', on: '2019-08-05' })
    await file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2019-08-06', ...carried })
    await file.secretary('sendUp', { on: '2019-08-07' })
    const removal = (heldOn: string) => file.committee('recordCommitteeVote', { question: 'strikeOff', heldOn, ...board })
    expect(await refusalOf(removal('2019-08-08'))).toMatchObject({ codes: ['admission.questionDoesNotFit'], facts: { carried: 'công nhận chính thức' } })
    expect((await file.page()).votes.filter(({ level }) => level === 'committee')).toEqual([])
    await file.committee('recordCommitteeVote', { heldOn: '2019-08-08', present: 15, inFavour: 9, against: 6 })
    expect(await removal('2019-08-09')).toMatchObject({ outcome: 'carried', stage: 'committeePassed' })
  })

  test('a committee that loses three votes is reported too', async () => {
    const file = await preparedConfirmation(house, { ceremonyOn: '2018-08-02', on: '2019-08-05' })
    await file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2019-08-06', ...carried })
    await file.secretary('sendUp', { on: '2019-08-07' })
    for (const heldOn of ['2019-08-08', '2019-08-09']) expect(await file.committee('recordCommitteeVote', { heldOn, present: 15, inFavour: 9, against: 6 })).toMatchObject({ outcome: 'lost', stage: 'cellPassed', required: 10 })
    expect(await file.committee('recordCommitteeVote', { heldOn: '2019-08-12', present: 15, inFavour: 9, against: 6 })).toMatchObject({ stage: 'deadlocked', nextAct: { code: 'reportDeadlock' } })
  })
})
