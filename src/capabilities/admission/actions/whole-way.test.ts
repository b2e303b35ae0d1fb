import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedFile, FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { replay, type PastAct } from '../transitions.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

test('a file goes from the application to the recognition as full member, each step with the rule that judged it', async () => {
  const file = await decidedFile(house)
  await file.secretary('recordReceipt', { receivedOn: '2018-10-01' })
  const held = await file.secretary('recordCeremony', { heldOn: '2018-10-05' })
  expect(held).toMatchObject({ stage: 'ceremonyHeld', probationUntil: '2019-10-05', nextAct: { code: 'assignMentor', owner: 'cell' } })
  await file.secretary('assignMentor', { mentorId: file.sponsorId })
  expect(await file.committee('recordDossierOpened', { openedOn: '2018-10-05' })).toMatchObject({ stage: 'completed', closedOn: '2018-10-05', nextAct: null })

  const confirmation = new FileUnderTest(house, held.confirmationCaseId, 'cellA1', file.personId, file.sponsorId)
  const begun = await confirmation.page()
  expect(begun).toMatchObject({ kind: 'confirmation', stage: 'running', mentor: { id: file.sponsorId }, nextAct: { code: 'recordClassCertificate', owner: 'politicalCentre' } })
  confirmation.version = begun.version
  house.clock.moveTo('2019-10-20' as never)
  await confirmation.secretary('recordMentorRemark', { writtenOn: '2019-01-05', text: 'Chấp hành tốt sinh hoạt chi bộ.' })
  await confirmation.secretary('recordClassCertificate', { issuedOn: '2019-06-10', number: '45/2019' })
  for (const code of ['KNĐ-10', 'KNĐ-11', 'KNĐ-12']) await confirmation.paper(code, '2019-10-08')
  await confirmation.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2019-10-12', present: 9, inFavour: 9, against: 0 })
  await confirmation.secretary('sendUp', { on: '2019-10-14' })
  await confirmation.committee('recordCommitteeVote', { heldOn: '2019-10-16', present: 15, inFavour: 15, against: 0 })
  await confirmation.committee('sendToDeciding', { on: '2019-10-17' })
  const page = await confirmation.page('officer')
  await confirmation.decider('acceptDocuments', { documentIds: page.checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
  await confirmation.decider('submitForDecision', { on: '2019-10-18' })
  const decided = await confirmation.decider('recordConfirmationDecision', { outcome: 'confirm', number: '88-QĐ/HU', decidedOn: '2019-10-18', signatory: 'Nông Văn Bình' })
  expect(decided).toMatchObject({ stage: 'confirmed', effectiveOn: '2019-10-05' })
  expect(await confirmation.committee('recordResultReported', { on: '2019-10-20' })).toMatchObject({ stage: 'completed', nextAct: null })

  const [member] = await house.rows('select decided_on, ceremony_on, confirmed_on, confirmation_signed_on from members.membership where person_id = $1 and superseded_at is null', [file.personId])
  expect(member).toEqual({ decided_on: '2018-09-28', ceremony_on: '2018-10-05', confirmed_on: '2019-10-05', confirmation_signed_on: '2019-10-18' })

  for (const id of [file.id, confirmation.id]) {
    const { history, kind, stage } = await house.as('inspector').admission.findCase({ id })
    expect(replay(kind, history.map((act) => ({ kind: act.kind, result: act.facts.result }) as PastAct))).toBe(stage)
    for (const act of history) if (act.step) expect(act.rules.length, act.kind).toBeGreaterThan(0)
  }
})
