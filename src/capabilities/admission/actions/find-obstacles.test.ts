import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decidedFile, decidingFile, openFile, probationFile, readyFile, refusalOf, submittedFile, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { AccountName } from '../../../../tests/harness/ground.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

type Asked = Parameters<ReturnType<House['as']>['admission']['findObstacles']>[0]
const obstacles = (file: FileUnderTest, account: AccountName, asked: Omit<Asked, 'id'>) => house.as(account).admission.findObstacles({ id: file.id, ...asked })
const codes = async (...given: Parameters<typeof obstacles>) => (await obstacles(...given)).reasons.map(({ code }) => code)

describe('what stands in the way of a step', () => {
  test('is said before the form, by the rule that refuses the step itself', async () => {
    const file = await decidingFile(house)
    const asked = await obstacles(file, 'officer', { act: 'recordDecision' })
    const refused = await refusalOf(file.decider('recordDecision', { outcome: 'admit', number: '12-QĐ/HU', decidedOn: '2018-10-05', signatory: 'Nông Văn Bình' }))
    expect(asked.isPossible).toBe(false)
    expect(asked.reasons.map(({ code }) => code)).toEqual(['admission.notSubmitted'])
    expect(refused.codes).toEqual(expect.arrayContaining(['admission.notSubmitted']))
    expect(asked.reasons[0]!.message).not.toBe('')
  })

  test('is nothing once the step is due', async () => {
    expect(await obstacles(await submittedFile(house), 'officer', { act: 'recordDecision' })).toMatchObject({ on: '2018-10-05', isPossible: true, reasons: [] })
    expect(await obstacles(await readyFile(house), 'secretaryA1', { act: 'recordCellVote' })).toMatchObject({ isPossible: true })
    expect(await obstacles(await decidedFile(house), 'secretaryA1', { act: 'recordCeremony' })).toMatchObject({ isPossible: true })
  })

  test('names every paper that is missing for the vote of the cell', async () => {
    const found = await obstacles(await openFile(house), 'secretaryA1', { act: 'recordCellVote' })
    expect(found.reasons.length).toBeGreaterThan(3)
    expect(found.reasons.map(({ code }) => code)).toContain('admission.documentMissing')
  })

  test('is the stage, for a step that comes much later', async () => {
    const file = await readyFile(house)
    expect(await codes(file, 'secretaryA1', { act: 'recordCeremony' })).toEqual(['admission.notAtThisStage'])
    expect(await codes(file, 'officer', { act: 'recordDecision' })).toEqual(['admission.decisionTooEarly'])
  })

  test('is judged on the day that is asked for', async () => {
    const file = await readyFile(house)
    expect(await codes(file, 'secretaryA1', { act: 'recordCellVote', on: '2018-10-06' })).toEqual(['admission.dayNotYet'])
    expect(await codes(file, 'secretaryA1', { act: 'recordCellVote', on: '2018-10-05' })).toEqual([])
  })

  test('depends on what is voted on: a removal needs no papers', async () => {
    const file = await probationFile(house, { ceremonyOn: '2018-03-15' })
    expect(await codes(file, 'secretaryA1', { act: 'recordConfirmationVote', question: 'confirm' })).toContain('recognition.probationNotOver')
    expect(await codes(file, 'secretaryA1', { act: 'recordConfirmationVote', question: 'strikeOff' })).toEqual([])
  })

  test('is the role, when it is the step of others', async () => {
    const file = await submittedFile(house)
    expect(await codes(file, 'secretaryA1', { act: 'recordDecision' })).toEqual(['admission.actOfOtherRole'])
    expect(await codes(file, 'inspector', { act: 'recordCeremony' })).toEqual(['admission.actOfOtherRole'])
  })

  test('is nobody\'s who does not see the file', async () => {
    const file = await readyFile(house)
    expect((await refusalOf(obstacles(file, 'secretaryB1', { act: 'recordCellVote' }))).codes).toEqual(['admission.caseNotFound'])
  })
})
