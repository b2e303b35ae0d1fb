import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committeeFile, decidedFile, decidingFile, readyFile, refusalOf, sentFile, submittedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const admit = (number: string, decidedOn = '2018-09-28') => ({ outcome: 'admit' as const, number, decidedOn, signatory: 'Nông Văn Bình' })

describe('laying a file before the board', () => {
  test('needs every paper found in order; those not looked at are named', async () => {
    const file = await decidingFile(house)
    const refused = await refusalOf(file.decider('submitForDecision', {}))
    expect(new Set(refused.codes)).toEqual(new Set(['admission.documentNotChecked']))
    expect(refused.codes).toHaveLength(8)
    const { checklist } = await file.page('officer')
    await file.decider('acceptDocuments', { documentIds: checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
    expect((await file.page('officer')).nextAct).toMatchObject({ code: 'submitForDecision', owner: 'decidingOffice', words: 'Trình ban thường vụ' })
    expect((await refusalOf(file.committee('submitForDecision', {}))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.decider('submitForDecision', { on: '2018-09-09' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect(await file.decider('submitForDecision', { on: '2018-09-20' })).toMatchObject({ nextAct: { code: 'recordDecision', owner: 'standingBoard', dueOn: '2018-10-29' } })
    expect((await refusalOf(file.decider('submitForDecision', {}))).codes).toContain('admission.alreadyDone')
  })

  test('is not for a file that lies elsewhere', async () => {
    const file = await committeeFile(house)
    expect((await refusalOf(file.decider('submitForDecision', {}))).codes).toContain('admission.fileElsewhere')
  })
})

describe('the decision', () => {
  test('to admit starts the time for the ceremony; party age counts from it', async () => {
    const file = await submittedFile(house)
    const decided = await file.decider('recordDecision', { ...admit('11-QĐ/HU'), boardVote: { present: 11, inFavour: 11, against: 0 } })
    expect(decided).toMatchObject({ stage: 'decided', nextAct: { code: 'recordReceipt', owner: 'cell', dueOn: '2018-11-09' } })
    const page = await file.page()
    expect(page.decision).toMatchObject({ number: '11-QĐ/HU', signatory: 'Nông Văn Bình', decidedOn: '2018-09-28', decidedBy: { name: 'Đảng bộ huyện Bắc Quang' } })
    expect(page.votes.at(-1)).toMatchObject({ level: 'standingBoard', denominator: 13, required: 7, outcome: 'carried' })
    expect(page.checklist.find(({ code }) => code === 'KNĐ-9')).toMatchObject({ state: 'valid', need: 'required' })
    expect(page.history.at(-1)).toMatchObject({ step: 'A12', facts: { result: 'admit', dueOn: '2018-10-29', isLate: false } })
    expect(page.history.at(-1)!.rules.map(({ key }) => key)).toEqual(expect.arrayContaining(['admission.decisionWorkingDays', 'admission.decisionBodySuperior', 'votes.standingBoard', 'members.membershipYearsStart']))
    expect(await house.auditOf(file.id)).toContain('admission.admissionDecided')
  })

  test('not to admit needs its reason, and the cell is told', async () => {
    const file = await submittedFile(house)
    expect((await refusalOf(file.decider('recordDecision', { ...admit('12-QĐ/HU'), outcome: 'decline' }))).codes).toEqual(['admission.declineReasonMissing'])
    expect(await file.decider('recordDecision', { ...admit('12-QĐ/HU'), outcome: 'decline', reason: 'Chưa rõ lịch sử chính trị' })).toMatchObject({ stage: 'declined', nextAct: { code: 'closeCase', words: 'Báo kết quả cho chi bộ' } })
    expect((await file.page()).clocks.some(({ kind }) => kind === 'ceremony')).toBe(false)
  })

  test('comes after the votes of cell and committee, and after the file was laid before the board', async () => {
    const atCell = await readyFile(house)
    expect(await refusalOf(atCell.decider('recordDecision', admit('13-QĐ/HU')))).toMatchObject({ kind: 'againstRule', codes: ['admission.decisionTooEarly'], facts: { voter: 'chi bộ' }, citation: { instrument: 'DL-2011', clause: 'Điều 5' } })
    const atCommittee = await sentFile(house)
    expect(await refusalOf(atCommittee.decider('recordDecision', admit('13-QĐ/HU')))).toMatchObject({ codes: expect.arrayContaining(['admission.decisionTooEarly']), facts: { voter: 'đảng ủy cơ sở' } })
    const unsubmitted = await decidingFile(house)
    expect((await refusalOf(unsubmitted.decider('recordDecision', admit('13-QĐ/HU')))).codes).toEqual(['admission.notSubmitted'])
    const file = await submittedFile(house)
    expect(await refusalOf(file.decider('recordDecision', admit('13-QĐ/HU', '2018-08-23')))).toMatchObject({ codes: ['admission.decisionBeforeVote'], facts: { votedOn: '2018-08-24', voter: 'đảng ủy cơ sở' } })
    expect((await refusalOf(file.decider('recordDecision', admit('13-QĐ/HU', '2018-10-06')))).codes).toEqual(['admission.dayNotYet'])
  })

  test('is refused to whoever is not competent', async () => {
    const file = await submittedFile(house)
    expect(await refusalOf(file.committee('recordDecision', admit('14-QĐ/ĐU')))).toMatchObject({ kind: 'notAllowed', codes: ['admission.notCompetent'], facts: { deciding: 'Đảng bộ huyện Bắc Quang' }, citation: { instrument: 'QD-29-2016' } })
    expect((await refusalOf(file.secretary('recordDecision', admit('14-QĐ/HU')))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.as('inspector', 'recordDecision', admit('14-QĐ/HU')))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.as('grassrootsB', 'recordDecision', admit('14-QĐ/HU')))).codes).toEqual(['admission.caseNotFound'])
    expect((await file.page('grassrootsA')).acts.map(({ code }) => code)).not.toContain('recordDecision')
    expect(await file.as('leader', 'recordDecision', admit('14-QĐ/HU'))).toMatchObject({ stage: 'decided' })
  })

  test('has a number used once in the term of the committee that decides', async () => {
    const first = await submittedFile(house, { fullName: 'Nguyễn Thị Thảo' })
    await first.decider('recordDecision', admit('15-QĐ/HU', '2018-09-21'))
    const file = await submittedFile(house)
    expect(await refusalOf(file.decider('recordDecision', admit('15-QĐ/HU')))).toMatchObject({
      kind: 'conflict', codes: ['admission.decisionNumberUsed'], facts: { number: '15-QĐ/HU', organisation: 'Đảng bộ huyện Bắc Quang', usedOn: '2018-09-21', name: 'Nguyễn Thị Thảo' },
    })
    await house.rows(`update admission.case_file set decided_on = '2014-09-21' where id = $1`, [first.id])
    expect(await file.decider('recordDecision', admit('15-QĐ/HU'))).toMatchObject({ stage: 'decided' })
  })

  test('against the vote of the board is refused; a lost vote declines', async () => {
    const file = await submittedFile(house)
    const boardVote = { present: 12, inFavour: 6, against: 6 }
    expect(await refusalOf(file.decider('recordDecision', { ...admit('16-QĐ/HU'), boardVote }))).toMatchObject({ codes: ['admission.boardVoteLost'], facts: { inFavour: 6, denominator: 13, required: 7 } })
    expect((await refusalOf(file.decider('recordDecision', { ...admit('16-QĐ/HU'), boardVote: { present: 14, inFavour: 14, against: 0 } }))).codes).toEqual(['admission.presentExceedsDenominator'])
    expect(await file.decider('recordDecision', { ...admit('16-QĐ/HU'), outcome: 'decline', reason: 'Không đủ phiếu', boardVote })).toMatchObject({ stage: 'declined' })
  })

  test('belongs to the grassroots committee where it is authorised', async () => {
    const file = await committeeFile(house, { cell: 'cellH1' })
    expect(await file.page()).toMatchObject({ decidesItself: true, deciding: { shortName: 'Bệnh viện Đa khoa huyện' }, nextAct: { code: 'recordDecision', owner: 'grassrootsCommittee' } })
    expect((await refusalOf(file.committee('sendToDeciding', {}))).codes).toEqual(['admission.committeeDecidesItself'])
    expect(await file.committee('recordDecision', { ...admit('01-QĐ/ĐU', '2018-08-30'), boardVote: { present: 15, inFavour: 10, against: 5 } })).toMatchObject({ stage: 'decided' })
    const { checklist, votes, milestones } = await file.page()
    expect(checklist.find(({ code }) => code === 'KNĐ-9A')!.state).toBe('valid')
    expect(checklist.find(({ code }) => code === 'KNĐ-8')).toMatchObject({ state: 'notRequired', reasonText: 'đảng ủy cơ sở được ủy quyền quyết định' })
    expect(votes.at(-1)).toMatchObject({ denominator: 15, required: 10, rule: { key: 'votes.committee' } })
    expect(milestones.map(({ code }) => code)).not.toContain('office')
  })
})

describe('extending', () => {
  test('adds at most 30 working days in all, each time with a reason', async () => {
    const file = await decidingFile(house)
    expect(await file.decider('extendDecision', { workingDays: 20, reason: 'Chờ kết luận chính trị' })).toMatchObject({ dueOn: '2018-11-26' })
    expect(await refusalOf(file.decider('extendDecision', { workingDays: 11, reason: 'Thêm' }))).toMatchObject({ kind: 'againstRule', codes: ['admission.extensionTooLong'], facts: { asked: 11, left: 10, limit: 30 } })
    expect(await file.decider('extendDecision', { workingDays: 10, reason: 'Chờ kết luận chính trị' })).toMatchObject({ dueOn: '2018-12-10' })
    const { clocks, proposals, acts } = await file.page('officer')
    expect(clocks.find(({ kind }) => kind === 'decision')).toMatchObject({ dueOn: '2018-12-10', limit: 90, extension: { workingDays: 30, until: '2018-12-10' } })
    expect(proposals.extensionLeft).toBe(0)
    expect(acts.find(({ code }) => code === 'extendDecision')).toMatchObject({ isPossible: false })
  })

  test('is not for the committee below the one that decides', async () => {
    const file = await decidingFile(house)
    expect((await refusalOf(file.committee('extendDecision', { workingDays: 5, reason: 'x' }))).codes).toEqual(['admission.notCompetent'])
    expect((await refusalOf(file.secretary('extendDecision', { workingDays: 5, reason: 'x' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf((await decidedFile(house)).decider('extendDecision', { workingDays: 5, reason: 'x' }))).codes).toEqual(['admission.notAtThisStage'])
  })
})
