import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareFile, readyFile, refusalOf, votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { newId } from '../../../kernel/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const vote = { heldOn: '2018-08-03', present: 8, inFavour: 7, against: 1 }

test('a vote carried by two thirds of all full members starts the clock of the decision', async () => {
  const file = await readyFile(house)
  const voted = await file.secretary('recordCellVote', { ...vote, resolutionNumber: '12-NQ/CB' })
  expect(voted).toMatchObject({ outcome: 'carried', denominator: 9, required: 6, stage: 'cellPassed', nextAct: { code: 'sendUp', owner: 'cell', dueOn: '2018-08-10' } })
  const { votes, dates, clocks, checklist, history } = await file.page()
  expect(votes).toMatchObject([{ level: 'cell', question: 'admit', roll: 9, denominator: 9, required: 6, present: 8, inFavour: 7, against: 1, invalid: 0, outcome: 'carried', rule: { valueText: 'ít nhất 2/3' } }])
  expect(dates.cellResolvedOn).toBe('2018-08-03')
  expect(clocks.find(({ kind }) => kind === 'decision')).toMatchObject({ startsOn: '2018-08-03', dueOn: '2018-10-29', rules: [{ citation: { title: expect.stringContaining('29-QĐ/TW'), clause: 'điểm 4.3.1' } }, {}] })
  expect(checklist.find(({ code }) => code === 'KNĐ-6')).toMatchObject({ state: 'toCheck', documents: [{ number: '12-NQ/CB', datedOn: '2018-08-03' }] })
  expect(history.at(-1)).toMatchObject({ kind: 'recordCellVote', step: 'A09', occurredOn: '2018-08-03' })
  expect(history.at(-1)!.rules.map(({ key, pack }) => [key, pack])).toContainEqual(['votes.cell', 'P2016'])
  expect(await house.auditOf(file.id)).toContain('admission.cellVoteRecorded')
})

test('a lost vote is recorded just the same; what is left is to tell the candidate', async () => {
  const file = await readyFile(house)
  const voted = await file.secretary('recordCellVote', { ...vote, inFavour: 5, against: 3 })
  expect(voted).toMatchObject({ outcome: 'lost', stage: 'cellRejected', nextAct: { code: 'closeCase', words: 'Báo cho người xin vào Đảng', owner: 'cell' } })
  expect((await file.page()).clocks.filter(({ kind }) => kind === 'decision' || kind === 'sendUp')).toEqual([])
  expect((await refusalOf(file.secretary('sendUp', {}))).codes).toEqual(['admission.notAtThisStage'])
})

test('more ballots than people present, and more people than may vote, are refused with their numbers', async () => {
  const file = await readyFile(house)
  const tooMany = await refusalOf(file.secretary('recordCellVote', { ...vote, present: 6, inFavour: 7 }))
  expect(tooMany).toMatchObject({ kind: 'againstRule', codes: ['admission.tallyExceedsPresent'], facts: { cast: 8, present: 6 }, citation: { instrument: 'QD-29-2016' } })
  expect(await refusalOf(file.secretary('recordCellVote', { ...vote, present: 10, inFavour: 10, against: 0 }))).toMatchObject({ codes: ['admission.presentExceedsDenominator'], facts: { present: 10, denominator: 9 } })
  expect((await refusalOf(file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 0, inFavour: 0, against: 0 }))).codes).toEqual(['admission.nobodyPresent'])
})

test('the cell, the committee on its behalf; not the office, not another cell, not a day to come', async () => {
  const file = await readyFile(house)
  expect((await refusalOf(file.as('officer', 'recordCellVote', vote))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(file.as('memberA1', 'recordCellVote', vote))).codes).toEqual(['admission.caseNotFound'])
  expect((await refusalOf(file.as('secretaryA2', 'recordCellVote', vote))).codes).toEqual(['admission.caseNotFound'])
  expect((await refusalOf(file.secretary('recordCellVote', { ...vote, heldOn: '2018-10-06' }))).codes).toEqual(['admission.dayNotYet'])
  expect((await refusalOf(file.secretary('recordCellVote', { ...vote, heldOn: '2018-05-01' }))).codes).toContain('admission.beforeFormerStep')
  expect(await file.committee('recordCellVote', vote)).toMatchObject({ stage: 'cellPassed' })
})

test('a file that is not ready is not voted on', async () => {
  const file = await prepareFile(house)
  expect(await refusalOf(file.secretary('recordCellVote', vote))).toMatchObject({ codes: ['admission.notAtThisStage'], facts: { stage: 'Đang thẩm tra lý lịch' } })
})

test('a meeting before its papers were signed, or before the answer came, is refused with their days', async () => {
  const file = await readyFile(house)
  const refused = await refusalOf(file.secretary('recordCellVote', { ...vote, heldOn: '2018-07-09' }))
  expect(refused).toMatchObject({ kind: 'conflict', codes: ['admission.paperAfterDay'], facts: { form: '5-KNĐ', datedOn: '2018-07-10', on: '2018-07-09' } })
  expect((await refusalOf(file.secretary('recordCellVote', { ...vote, heldOn: '2018-06-27' }))).codes).toEqual([...Array(4).fill('admission.paperAfterDay'), 'admission.beforeFormerStep'])
  expect((await file.page()).votes).toEqual([])
})

test('papers are judged by the day of the meeting: one day past 12 months is refused', async () => {
  const file = await readyFile(house)
  await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-4']!, datedOn: '2017-08-02' })
  const refused = await refusalOf(file.secretary('recordCellVote', vote))
  expect(refused).toMatchObject({ codes: ['admission.paperStale'], facts: { form: '4-KNĐ', datedOn: '2017-08-02', on: '2018-08-03', months: 12, limit: 12 } })
  expect(await file.secretary('recordCellVote', { ...vote, heldOn: '2018-08-02' })).toMatchObject({ stage: 'cellPassed' })
})

describe('the denominator', () => {
  let exempt: string
  beforeAll(async () => {
    const [, away, excused, suspended] = house.ground.members.cellB1
    exempt = excused!
    await house.rows(`insert into members.overlay (id, person_id, kind, valid_during) values ($1, $2, 'temporaryElsewhere', '[2018-01-01,)')`, [newId(), away])
    for (const [person, status] of [[excused, 'exempt'], [suspended, 'suspended']]) {
      await house.rows(`update members.status set valid_during = daterange(lower(valid_during), '2018-02-01') where person_id = $1 and upper_inf(valid_during)`, [person])
      await house.rows(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, $3, '[2018-02-01,)')`, [newId(), person, status])
    }
  })

  test('leaves out who is elsewhere, exempt and absent, or suspended, with their names, as on the day', async () => {
    const file = await readyFile(house, { cell: 'cellB1' })
    const roll = await house.as('secretaryB1').admission.rollForVote({ id: file.id, on: '2018-08-03' })
    expect(roll).toMatchObject({ fullMembers: 9, denominator: 6, required: 4, mayDecide: true, packName: 'Bộ quy tắc 2016 (29-QĐ/TW)', body: { shortName: 'Thôn Đồng Chang' } })
    expect(roll.excluded.map(({ reason }) => reason).sort()).toEqual(['exemptAndAbsent', 'suspended', 'temporarilyElsewhere'])
    expect(roll.excluded.every(({ name, reasonText }) => name.length > 5 && reasonText.startsWith('đảng viên'))).toBe(true)
    expect(roll.counted).toHaveLength(6)
    expect((await house.as('secretaryB1').admission.rollForVote({ id: file.id, on: '2017-12-31' })).denominator).toBe(9)
    expect((await house.as('secretaryB1').admission.rollForVote({ id: file.id, on: '2018-08-03', exemptPresent: [exempt] }))).toMatchObject({ denominator: 7, required: 5, exempt: [{ personId: exempt, present: true }] })
    expect((await refusalOf(house.as('secretaryB1').admission.rollForVote({ id: file.id, on: '2010-01-01' }))).codes).toEqual(['admission.dayBeforeRules'])
    expect((await refusalOf(house.as('secretaryA1').admission.rollForVote({ id: file.id, on: '2018-08-03' }))).codes).toEqual(['admission.caseNotFound'])
    expect(await house.as('grassrootsB').admission.rollForVote({ id: file.id, on: '2018-08-24', level: 'committee' })).toMatchObject({ denominator: 15, required: 10, body: { shortName: 'xã Liên Hiệp' } })
  })

  test('is frozen with the vote, names and reasons included', async () => {
    const file = await readyFile(house, { cell: 'cellB1' })
    expect((await refusalOf(file.secretary('recordCellVote', { ...vote, exemptPresent: [house.ground.members.cellB1[5]!] }))).codes).toContain('admission.notExempt')
    await file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 5, inFavour: 4, against: 1 })
    await house.rows(`update members.overlay set superseded_at = now() where kind = 'temporaryElsewhere'`)
    const { votes } = await file.page()
    expect(votes[0]).toMatchObject({ roll: 9, denominator: 6, required: 4 })
    expect(votes[0]!.excluded).toHaveLength(3)
  })

  test('a cell of two full members may not decide', async () => {
    const file = await readyFile(house, { cell: 'cellA2' })
    const gone = house.ground.members.cellA2.filter((id) => id !== file.sponsorId).slice(1)
    await house.rows(`update members.placement set valid_during = daterange(lower(valid_during), '2018-08-01') where person_id = any ($1)`, [gone])
    const refused = await refusalOf(file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 2, inFavour: 2, against: 0 }))
    expect(refused).toMatchObject({ codes: ['admission.rollTooSmall'], facts: { full: 2, needed: 3 }, citation: { instrument: 'DL-2011', clause: 'Điều 24' } })
  })
})

test('nothing about the step is judged again: a value entered later changes no closed step', async () => {
  const file = await votedFile(house, { fullName: 'Trần Đức Thiện' })
  await house.rows(`insert into rulebook.override (id, rule, entry_from, value, instrument, clause, reason) values ($1, 'votes.notCounted', '2016-07-25', '[]', 'QD-29-2016', '', 'thử')`, [newId()])
  const { votes, history } = await file.page()
  expect(votes[0]).toMatchObject({ denominator: 9, required: 6, outcome: 'carried' })
  expect(history.find(({ kind }) => kind === 'recordCellVote')!.rules.every(({ overridden }) => !overridden)).toBe(true)
  await house.rows('update rulebook.override set superseded_at = now()')
})
