import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committeeFile, readyFile, refusalOf, sentFile, votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { newId } from '../../../kernel/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const vote = { heldOn: '2018-08-24', present: 14, inFavour: 14, against: 0 }

test('the cell sends its resolution up; the committee then has the file', async () => {
  const file = await votedFile(house)
  expect((await refusalOf(file.secretary('sendUp', { on: '2018-08-02' }))).codes).toEqual(['admission.beforeFormerStep'])
  expect((await refusalOf(file.as('officer', 'sendUp', {}))).codes).toEqual(['platform.notAllowed'])
  expect(await file.secretary('sendUp', { on: '2018-08-06' })).toMatchObject({ stage: 'cellPassed', nextAct: { code: 'recordCommitteeVote', owner: 'grassrootsCommittee', dueOn: '2018-10-29' } })
  expect((await refusalOf(file.secretary('sendUp', {}))).codes).toEqual(['admission.alreadyDone'])
  expect((await file.page()).clocks.find(({ kind }) => kind === 'sendUp')).toMatchObject({ dueOn: '2018-08-10', doneOn: '2018-08-06', isLate: false, rules: [{ citation: { certainty: 'inferred' } }] })
})

describe('the grassroots committee', () => {
  test('votes by two thirds of all its elected members, present or not', async () => {
    const file = await sentFile(house)
    expect(await file.committee('recordCommitteeVote', { ...vote, present: 12, inFavour: 10, against: 2 })).toMatchObject({ outcome: 'carried', denominator: 15, required: 10, stage: 'committeePassed' })
    const { checklist, votes } = await file.page()
    expect(checklist.find(({ code }) => code === 'KNĐ-8')!.state).toBe('toCheck')
    expect(votes[1]).toMatchObject({ level: 'committee', rule: { key: 'votes.committee', pack: 'P2016' } })
  })

  test('may lose the vote: then the cell is told', async () => {
    const file = await sentFile(house)
    expect(await file.committee('recordCommitteeVote', { ...vote, present: 15, inFavour: 9, against: 6 })).toMatchObject({ outcome: 'lost', stage: 'committeeRejected', nextAct: { code: 'closeCase', words: 'Báo kết quả cho chi bộ', owner: 'grassrootsCommittee' } })
  })

  test('does not vote before the cell has sent, with impossible numbers, or without a term', async () => {
    const unsent = await votedFile(house)
    expect(await refusalOf(unsent.committee('recordCommitteeVote', vote))).toMatchObject({ codes: ['admission.notYetSentUp'], facts: { cell: 'Chi bộ Thôn Khun Luông' } })
    const file = await sentFile(house, { cell: 'cellB1' })
    expect((await refusalOf(file.committee('recordCommitteeVote', { ...vote, present: 16, inFavour: 17 }))).codes).toEqual(['admission.tallyExceedsPresent', 'admission.presentExceedsDenominator'])
    expect((await refusalOf(file.committee('recordCommitteeVote', { ...vote, heldOn: '2018-08-05' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect((await refusalOf(file.secretary('recordCommitteeVote', vote))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.as('grassrootsA', 'recordCommitteeVote', vote))).codes).toEqual(['admission.caseNotFound'])
    await house.rows('update organisations.committee set superseded_at = now() where organisation_id = $1', [house.ground.places.communeB])
    expect(await refusalOf(file.committee('recordCommitteeVote', vote))).toMatchObject({ codes: ['admission.noCommitteeOn'], facts: { organisation: 'Đảng bộ xã Liên Hiệp' } })
  })

  test('sends on only after its vote, and once', async () => {
    const unvoted = await sentFile(house)
    expect(await refusalOf(unvoted.committee('sendToDeciding', {}))).toMatchObject({ codes: ['admission.decisionTooEarly'], facts: { voter: 'đảng ủy cơ sở' } })
    const file = await committeeFile(house)
    expect((await refusalOf(file.secretary('sendToDeciding', {}))).codes).toEqual(['platform.notAllowed'])
    expect(await file.committee('sendToDeciding', { on: '2018-09-10' })).toMatchObject({ nextAct: { code: 'checkDocument', owner: 'decidingOffice' } })
    expect((await refusalOf(file.committee('sendToDeciding', {}))).codes).toEqual(['admission.alreadyDone'])
  })
})

test('a section committee appraises first where there is one, and only there', async () => {
  const plain = await sentFile(house)
  expect((await refusalOf(plain.committee('recordSectionAppraisal', { on: '2018-08-10', agrees: true }))).codes).toEqual(['admission.noSection'])
  const section = newId()
  await house.rows(`insert into organisations.organisation (id, founded_on) values ($1, '2010-01-01')`, [section])
  await house.rows(`insert into organisations.version (id, organisation_id, name, short_name, type, valid_during) values ($1, $2, 'Đảng bộ bộ phận Trường học', 'Trường học', 'DB_BO_PHAN', '[2010-01-01,)')`, [newId(), section])
  await house.rows(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, '[2010-01-01,)')`, [newId(), section, house.ground.places.communeA])
  await house.rows(`update organisations.placement set parent_id = $1 where organisation_id = $2`, [section, house.ground.places.cellA2])
  await house.rows('select organisations.rebuild_closure()')
  const file = await sentFile(house, { cell: 'cellA2' })
  expect((await file.page()).nextAct).toMatchObject({ code: 'recordSectionAppraisal', owner: 'sectionCommittee', step: 'A10' })
  expect(await refusalOf(file.committee('recordCommitteeVote', vote))).toMatchObject({ codes: ['admission.appraisalMissing'], facts: { section: 'Đảng bộ bộ phận Trường học' } })
  expect((await refusalOf(file.secretary('recordSectionAppraisal', { on: '2018-08-10', agrees: true }))).codes).toEqual(['platform.notAllowed'])
  expect(await file.committee('recordSectionAppraisal', { on: '2018-08-10', number: '4-BC/ĐUBP', agrees: true })).toMatchObject({ stage: 'appraised', nextAct: { code: 'recordCommitteeVote' } })
  expect((await file.page()).checklist.find(({ code }) => code === 'KNĐ-7')).toMatchObject({ need: 'required', state: 'toCheck' })
  expect(await file.committee('recordCommitteeVote', vote)).toMatchObject({ stage: 'committeePassed' })
})

test('a grassroots cell sends straight to the deciding committee', async () => {
  const { cellB2, district } = house.ground.places
  await house.rows(`update organisations.version set type = 'CB_CO_SO' where organisation_id = $1`, [cellB2])
  await house.rows('update organisations.placement set parent_id = $1 where organisation_id = $2', [district, cellB2])
  await house.rows('select organisations.rebuild_closure()')
  const file = await readyFile(house, { cell: 'cellB1', fullName: 'Thèn Văn Sì' })
  await house.rows('update admission.case_file set cell_id = $1 where id = $2', [cellB2, file.id])
  await house.rows('update members.person set keeper_id = $1 where id = $2', [cellB2, file.personId])
  await house.rows('update access.role_holding set organisation_id = $1 where id = $2', [cellB2, house.ground.accounts.secretaryB1.holdingId])
  await file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 9, inFavour: 9, against: 0 })
  const page = await file.page()
  expect(page).toMatchObject({ hasCommittee: false, nextAct: { code: 'sendToDeciding', owner: 'cell' } })
  expect(page.milestones.map(({ code }) => code)).toEqual(['file', 'verification', 'cell', 'office', 'decision', 'ceremony'])
  expect((await refusalOf(file.secretary('sendUp', {}))).codes).toEqual(['admission.noCommittee'])
  expect(await file.secretary('sendToDeciding', { on: '2018-08-07' })).toMatchObject({ stage: 'cellPassed', nextAct: { owner: 'decidingOffice' } })
})
