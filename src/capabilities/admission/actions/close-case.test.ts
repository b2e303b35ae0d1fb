import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committeeFile, openFile, probationFile, readyFile, refusalOf, votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

describe('closing', () => {
  test('stops a file with a reason; another may then be opened', async () => {
    const file = await openFile(house)
    expect((await refusalOf(file.as('leader', 'closeCase', { reason: 'withdrawn' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.secretary('closeCase', { reason: 'declined' }))).codes).toEqual(['admission.closeReasonDoesNotFit'])
    expect((await refusalOf(file.secretary('closeCase', { reason: 'withdrawn', on: '2018-05-19' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect(await file.secretary('closeCase', { reason: 'withdrawn', note: 'Đi học xa', on: '2018-09-01' })).toMatchObject({ stage: 'closed', closedOn: '2018-09-01', nextAct: null })
    expect(await file.page()).toMatchObject({ closeReason: 'withdrawn', acts: [], history: [{}, { kind: 'closeCase', facts: { note: 'Đi học xa' } }] })
    expect((await refusalOf(file.secretary('recordDocument', { code: 'KNĐ-1' }))).codes).toEqual(['admission.notAtThisStage'])
    expect(await house.as('secretaryA1').admission.openCase({ kind: 'admission', personId: file.personId, cellId: house.ground.places.cellA1 })).toMatchObject({ stage: 'fileOpen' })
  })

  test('after a lost vote tells the candidate, with no other reason', async () => {
    const file = await readyFile(house)
    await file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 9, inFavour: 1, against: 8 })
    expect((await refusalOf(file.secretary('closeCase', { reason: 'withdrawn' }))).codes).toEqual(['admission.closeReasonDoesNotFit'])
    expect(await file.secretary('closeCase', { reason: 'cellRejected', on: '2018-08-04' })).toMatchObject({ stage: 'closed' })
  })

  test('does not end a probation for a reason of candidates', async () => {
    const file = await probationFile(house, { ceremonyOn: '2018-03-01' })
    expect((await refusalOf(file.secretary('closeCase', { reason: 'unsuitable' }))).codes).toEqual(['admission.closeReasonDoesNotFit'])
    expect(await file.secretary('closeCase', { reason: 'died' })).toMatchObject({ stage: 'closed' })
  })
})

describe('moving', () => {
  const letter = { movedOn: '2018-09-01', letterNumber: '5-GT/ĐU', letterDatedOn: '2018-08-31' }

  test('to another cell keeps stage, votes, clocks and history; the letter is filed', async () => {
    const file = await committeeFile(house)
    const before = await file.page()
    expect(await file.decider('moveCase', { ...letter, toCellId: house.ground.places.cellB1 })).toMatchObject({ stage: 'committeePassed', nextAct: { owner: 'grassrootsCommittee', dueOn: '2018-10-29' } })
    expect((await refusalOf(file.page('secretaryA1'))).codes).toEqual(['admission.caseNotFound'])
    const after = await file.page('secretaryB1')
    expect(after).toMatchObject({ cell: { shortName: 'Thôn Đồng Chang' }, grassroots: { shortName: 'xã Liên Hiệp' }, person: { name: 'Hoàng Thị Nhung' } })
    expect(after.votes).toEqual(before.votes)
    expect(after.history.map(({ kind }) => kind)).toEqual([...before.history.map(({ kind }) => kind), 'moveCase'])
    expect(after.checklist.find(({ code }) => code === 'CV-93')).toMatchObject({ need: 'required', documents: [{ number: '5-GT/ĐU' }] })
  })

  test('names the letter by the last step done', async () => {
    const voted = await votedFile(house)
    await voted.committee('moveCase', { ...letter, toCellId: house.ground.places.cellA2 })
    expect((await voted.page('grassrootsA')).checklist.find(({ code }) => code === 'CV-92')!.documents).toHaveLength(1)
    const open = await openFile(house)
    await open.committee('moveCase', { ...letter, toCellId: house.ground.places.cellA2 })
    expect((await open.page('secretaryA2')).checklist.find(({ code }) => code === 'KNĐ-GCNGĐ')!.documents).toHaveLength(1)
  })

  test('goes to a cell of one\'s own part, not to the same one, and not by the secretary', async () => {
    const file = await openFile(house)
    const { places } = house.ground
    expect((await refusalOf(file.committee('moveCase', { ...letter, toCellId: places.cellA1 }))).codes).toEqual(['admission.sameCell'])
    expect((await refusalOf(file.committee('moveCase', { ...letter, toCellId: places.cellB1 }))).codes).toEqual(['platform.notFound'])
    expect((await refusalOf(file.committee('moveCase', { ...letter, toCellId: places.communeA }))).codes).toEqual(['admission.notACell'])
    expect(await refusalOf(file.committee('moveCase', { ...letter, letterDatedOn: '2018-10-06', toCellId: places.cellA2 }))).toMatchObject({ codes: ['admission.letterAfterMove'] })
    expect((await refusalOf(file.secretary('moveCase', { ...letter, toCellId: places.cellA2 }))).codes).toEqual(['platform.notAllowed'])
  })

  test('of a confirmation follows the member', async () => {
    const file = await probationFile(house, { ceremonyOn: '2018-03-01' })
    const { cellA2 } = house.ground.places
    const moving = async () => (await file.page('grassrootsA')).acts.find(({ code }) => code === 'moveCase')
    expect(await moving()).toMatchObject({ isPossible: false, reasons: [{ code: 'admission.fileFollowsMember' }] })
    expect(await refusalOf(file.committee('moveCase', { ...letter, toCellId: cellA2 }))).toMatchObject({ codes: ['admission.memberNotInCell'], facts: { cell: 'Chi bộ Thôn Đồng Bó' } })
    await house.rows('update members.placement set cell_id = $1 where person_id = $2', [cellA2, file.personId])
    await house.rows('update members.person set keeper_id = $1 where id = $2', [cellA2, file.personId])
    expect(await moving()).toMatchObject({ isPossible: true })
    await file.committee('moveCase', { ...letter, toCellId: cellA2 })
    expect((await file.page('secretaryA2')).cell.shortName).toBe('Thôn Đồng Bó')
  })
})
