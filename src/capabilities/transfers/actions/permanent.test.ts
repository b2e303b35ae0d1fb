import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { addAddress, everything, openLetter, openTransfer } from '../../../../tests/harness/transfers.ts'

let house: House
let personId: string
let n = 0
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())
beforeEach(async () => { personId = await addFullMember(house.owner, house.ground.places.cellA1, `Lý Văn Sùng ${++n}`, '1979-05-06') })

const places = () => house.ground.places
const membersOf = async (name: keyof House['ground']['places'], asOf: string) => (await house.as('officer').members.listMembers({ organisationId: places()[name], asOf, size: 1 })).total
const letter = (over = {}) => ({ on: '2018-08-20', number: `${n}-GT`, ...everything, attachments: [...everything.attachments], ...over })

describe('a transfer to another commune', () => {
  test('goes from the request over the letter to the reception, each step dated, with its rule', async () => {
    const before = [await membersOf('communeA', '2018-10-05'), await membersOf('communeB', '2018-10-05')]
    const transfer = await openTransfer(house, { personId })
    expect(await transfer.page('secretaryA1')).toMatchObject({ stage: 'requested', nextAct: { code: 'sendUp', owner: 'cell' }, personId, toName: 'Đảng bộ xã Liên Hiệp', dueOn: '2018-10-25' })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    expect(await transfer.page('grassrootsA')).toMatchObject({ stage: 'atGrassroots', issuer: 'Đảng bộ xã Quang Minh', nextAct: { code: 'issueLetter', owner: 'grassrootsCommittee' } })
    await transfer.as('grassrootsA', 'issueLetter', letter())
    await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-08-21' })
    expect(await transfer.page('secretaryA1')).toMatchObject({ stage: 'handedOver', dueOn: '2018-10-02', isLate: true, nextAct: { code: 'voidLetter' } })
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellB1 })
    expect(await transfer.page('secretaryB1')).toMatchObject({ stage: 'presented', personName: `Lý Văn Sùng ${n}`, personId: null, nextAct: { code: 'accept', owner: 'cell', side: 'receiving' } })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-07' })
    const page = await transfer.page('secretaryB1')
    expect(page).toMatchObject({ stage: 'accepted', personId, nextAct: null, acceptedOn: '2018-09-07' })
    expect(page.steps.map((step) => [step.act, step.occurredOn])).toEqual([
      ['open', '2018-08-06'], ['sendUp', '2018-08-08'], ['issueLetter', '2018-08-20'], ['handOver', '2018-08-21'], ['present', '2018-09-05'], ['accept', '2018-09-07']])
    expect(page.steps[2]!.rules.length).toBeGreaterThan(2)
    expect([await membersOf('communeA', '2018-10-05'), await membersOf('communeB', '2018-10-05')]).toEqual([before[0]! - 1, before[1]! + 1])
    expect([await membersOf('communeA', '2018-09-06'), await membersOf('communeB', '2018-09-06')]).toEqual(before)
    expect((await house.as('secretaryB1').members.findMember({ id: personId })).placement).toMatchObject({ cellId: places().cellB1, from: '2018-09-07', basis: `${n}-GT` })
    expect(await house.auditOf(transfer.id)).toContain('transfers.accept')
    // The sending side still sees its own case, and no longer the person.
    expect(await transfer.page('secretaryA1')).toMatchObject({ stage: 'accepted', personId: null })
    expect((await refusalOf(house.as('secretaryA1').members.findMember({ id: personId }))).kind).toBe('notFound')
  })

  test('is unknown to the receiving side until a letter is addressed to it, and to everybody else for ever', async () => {
    const transfer = await openTransfer(house, { personId })
    expect((await refusalOf(transfer.page('grassrootsB'))).codes).toEqual(['transfers.transferNotFound'])
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    await transfer.as('grassrootsA', 'issueLetter', letter())
    expect(await transfer.page('grassrootsB')).toMatchObject({ stage: 'letterIssued', personId: null, consent: null })
    for (const account of ['grassrootsH', 'secretaryA2', 'secretaryB1', 'memberA1', 'administrator'] as const)
      expect((await refusalOf(transfer.page(account))).kind, account).toMatch(/notFound|notAllowed/)
    expect((await house.as('grassrootsH').transfers.listTransfers({})).rows.map(({ id }) => id)).not.toContain(transfer.id)
    expect((await house.as('grassrootsB').transfers.listTransfers({ side: 'receiving' })).rows.map(({ id }) => id)).toContain(transfer.id)
    expect((await refusalOf(house.as('grassrootsB').members.findMember({ id: personId }))).kind).toBe('notFound')
  })

  test('brings the dossier and the open files of the member along', async () => {
    await house.as('grassrootsA').dossiers.openDossier({ personId, openedOn: '2018-01-02', cabinet: 'Tủ 1' })
    const transfer = await openLetter(house, { personId }, `${n}-GT`)
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellB1 })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-07' })
    const { dossier } = await house.as('grassrootsB').dossiers.findDossier({ personId })
    expect(dossier!.keeper.id).toBe(places().communeB)
    expect((await house.as('grassrootsB').dossiers.listHandovers({})).rows[0]).toMatchObject({ handedOn: '2018-09-07', basis: `${n}-GT`, dossiers: 1 })
  })

  test('of a probationary member takes the running file of confirmation to the new cell', async () => {
    await house.owner.query(`update members.status set valid_during = '[2000-03-15,)' where person_id = $1 and status = 'probationary'`, [personId]).catch(() => undefined)
    const caseId = (await house.rows<{ id: string }>(`insert into admission.case_file (id, kind, person_id, cell_id, stage, stage_since, opened_on, ceremony_on, decided_on, probation_from, probation_until)
      values (gen_random_uuid(), 'confirmation', $1, $2, 'running', '2017-09-02', '2017-09-02', '2017-09-02', '2017-08-20', '2017-09-02', '2018-09-02') returning id`, [personId, places().cellA1]))[0]!.id
    const transfer = await openLetter(house, { personId }, `${n}-GT`)
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellB1 })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-07' })
    expect(await house.rows('select cell_id from admission.case_file where id = $1', [caseId])).toEqual([{ cell_id: places().cellB1 }])
    expect(await house.rows('select kind, to_stage from admission.act where case_id = $1', [caseId])).toEqual([{ kind: 'moveCase', to_stage: 'running' }])
    expect((await transfer.page('secretaryB1')).steps.at(-1)!.words).toContain('1 hồ sơ')
  })

  test('has one open transfer at a time, a possible receiver, and days in order', async () => {
    const transfer = await openTransfer(house, { personId })
    expect((await refusalOf(openTransfer(house, { personId }))).codes).toEqual(['transfers.alreadyOpen'])
    expect((await refusalOf(transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-05' }))).codes).toEqual(['transfers.beforeFormerStep'])
    expect((await refusalOf(transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-10-06' }))).codes).toEqual(['transfers.dayNotYet'])
    expect((await refusalOf(transfer.as('secretaryA1', 'handLetterOver', { on: '2018-08-08' }))).codes).toEqual(['transfers.notAtThisStage'])
    transfer.version = 9
    expect((await refusalOf(transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' }))).codes).toEqual(['platform.staleVersion'])
    const other = await addFullMember(house.owner, places().cellA1, 'Bàn Thị Mảy', '1985-01-01')
    expect((await refusalOf(openTransfer(house, { personId: other, receiverId: places().communeA }))).codes).toEqual(['transfers.sameOrganisation'])
    expect((await refusalOf(openTransfer(house, { personId: other, receiverId: places().cellB1 }))).codes).toEqual(['transfers.receiverNotFound'])
    expect((await refusalOf(openTransfer(house, { personId: other, addressId: places().cellB1 }))).codes).toEqual(['transfers.addressNotFound'])
    expect((await refusalOf(house.as('secretaryA1').transfers.openTransfer({ personId: other, kind: 'official', cause: 'work', causeOn: '2018-08-01', requestedOn: '2018-08-06' }))).codes).toEqual(['transfers.receiverNotGiven'])
    expect((await refusalOf(openTransfer(house, { personId: other, kind: 'abroad' }))).codes).toEqual(['transfers.notThisKind'])
    expect((await refusalOf(openTransfer(house, { personId: other, endsOn: '2019-01-01' }))).codes).toEqual(['transfers.endNotGiven'])
    expect((await refusalOf(openTransfer(house, { personId: other, requestedOn: '1999-01-01', causeOn: '1999-01-01' }))).codes).toEqual(['transfers.notMemberOn'])
    expect((await refusalOf(openTransfer(house, { personId: other }, 'inspector'))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(openTransfer(house, { personId: other }, 'secretaryB1'))).kind).toBe('notFound')
  })

  test('needs a letter from the competent committee with what goes with it', async () => {
    const transfer = await openTransfer(house, { personId })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    const refused = await refusalOf(transfer.as('grassrootsA', 'issueLetter', letter({ attachments: ['duesPaid'] })))
    expect(refused.codes).toEqual(['transfers.attachmentsMissing'])
    expect((await refusalOf(transfer.as('grassrootsA', 'issueLetter', letter({ duesPaidUntil: undefined })))).codes).toEqual(['transfers.duesUntilMissing'])
    expect((await refusalOf(transfer.as('secretaryA1', 'issueLetter', letter()))).codes).toEqual(['platform.notAllowed'])
    await transfer.as('grassrootsA', 'issueLetter', letter())
    const other = await openTransfer(house, { personId: await addFullMember(house.owner, places().cellA1, 'Ma Văn Kín', '1985-01-01') })
    await other.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    expect((await refusalOf(other.as('grassrootsA', 'issueLetter', letter()))).codes).toEqual(['transfers.numberUsed'])
  })

  test('is received by a cell of the addressed organisation only, and not twice on one day', async () => {
    const transfer = await openLetter(house, { personId }, `${n}-GT`)
    expect((await refusalOf(transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellA1 }))).kind).toBe('notFound')
    expect((await refusalOf(transfer.as('officer', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellA2 }))).codes).toEqual(['transfers.notBelowReceiver'])
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05' })
    expect(await transfer.page('grassrootsB')).toMatchObject({ nextAct: { code: 'assignCell', owner: 'grassrootsCommittee' } })
    expect((await refusalOf(transfer.as('grassrootsB', 'acceptMember', { on: '2018-09-06' }))).codes).toEqual(['transfers.cellNotAssigned'])
    await transfer.as('grassrootsB', 'assignCell', { on: '2018-09-06', toCellId: places().cellB2 })
    expect((await refusalOf(transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-07' }))).kind).toBe('notFound')
    expect((await refusalOf(transfer.as('secretaryA1', 'acceptMember', { on: '2018-09-07' }))).kind).toBe('notFound')
    await transfer.as('grassrootsB', 'acceptMember', { on: '2018-09-07' })
    expect((await house.as('grassrootsB').members.findMember({ id: personId })).placement).toMatchObject({ cellId: places().cellB2 })
  })

  test('waits while the member is suspended or prosecuted, unless the superior consents', async () => {
    await house.owner.query(`insert into members.overlay (id, person_id, kind, valid_during) values (gen_random_uuid(), $1, 'prosecuted', '[2018-01-01,)')`, [personId])
    expect((await refusalOf(openTransfer(house, { personId }))).codes).toEqual(['transfers.waitsForDiscipline'])
    const transfer = await openTransfer(house, { personId, consent: 'CV 12-CV/HU ngày 01/8/2018' })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    await transfer.as('grassrootsA', 'issueLetter', letter())
    expect((await transfer.page('grassrootsA')).consent).toContain('12-CV/HU')
  })
})

describe('a letter that is not presented', () => {
  test('shows in working days on the Monday list of both sides, and its papers print', async () => {
    const transfer = await openLetter(house, { personId }, `${n}-GT`)
    expect((await refusalOf(transfer.as('secretaryB1', 'reportNotCome', { on: '2018-10-04' }))).kind).toBe('notFound')
    await transfer.as('grassrootsB', 'assignCell', { on: '2018-08-25', toCellId: places().cellB1 })
    await transfer.as('secretaryB1', 'reportNotCome', { on: '2018-10-04', note: 'Gọi điện không được' })
    const sending = (await house.as('grassrootsA').reminders.listWork({ kinds: ['transferArrival'], size: 200 })).rows.find((row) => row.subjectId === transfer.id)
    expect(sending).toMatchObject({ subjectType: 'transfer', group: 'late', workingDays: 3, dueOn: '2018-10-02', owner: 'grassrootsCommittee', organisationId: places().cellA1, counting: 'workingDays' })
    expect(sending!.rule!.value).toBe('30 ngày làm việc')
    const receiving = (await house.as('grassrootsB').reminders.listWork({ kinds: ['transferArrival'], size: 200 })).rows.find((row) => row.subjectId === transfer.id)
    expect(receiving).toMatchObject({ personId: null, organisationId: places().cellB1 })
    expect((await transfer.page('grassrootsA')).papers).toEqual(['letter', 'reminderSender', 'reminderReceiver'])
    expect((await transfer.page('grassrootsB')).steps.at(-1)).toMatchObject({ act: 'reportNotCome', words: 'Ghi chú: Gọi điện không được' })
  })

  test('is voided, issued again, and leads to removal only after three months', async () => {
    const transfer = await openLetter(house, { personId }, `${n}-GT`, '2018-08-20')
    await transfer.as('grassrootsA', 'voidLetter', { on: '2018-10-03', reason: 'expired', note: 'Không liên lạc được' })
    expect((await refusalOf(transfer.as('grassrootsA', 'proposeRemoval', { on: '2018-10-05', note: 'Không sinh hoạt' }))).codes).toEqual(['transfers.tooEarlyForRemoval'])
    await transfer.as('grassrootsA', 'issueLetter', letter({ on: '2018-10-04', number: `${n}-GT2` }))
    const page = await transfer.page('grassrootsA')
    expect(page.letters.map(({ number, voidReason }) => [number, voidReason])).toEqual([[`${n}-GT`, 'expired'], [`${n}-GT2`, null]])
    expect(page).toMatchObject({ stage: 'letterIssued', letterNumber: `${n}-GT2`, letterOn: '2018-10-04' })
    expect((await refusalOf(transfer.as('secretaryA1', 'voidLetter', { on: '2018-10-05', reason: 'lost', note: 'x' }))).codes).toEqual(['platform.notAllowed'])
  })

  test('past the months of the rule is proposed for removal, decided by the superior', async () => {
    const transfer = await openTransfer(house, { personId, causeOn: '2018-04-02', requestedOn: '2018-04-05' })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-04-06' })
    await transfer.as('grassrootsA', 'issueLetter', letter({ on: '2018-04-10' }))
    await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-04-10' })
    await transfer.as('grassrootsA', 'voidLetter', { on: '2018-08-01', reason: 'expired', note: 'Bỏ sinh hoạt' })
    expect(await transfer.page('grassrootsA')).toMatchObject({ removalFrom: '2018-07-10', nextAct: { code: 'proposeRemoval' }, papers: ['letter', 'removal'] })
    await transfer.as('grassrootsA', 'proposeRemoval', { on: '2018-09-01', note: 'Chi bộ 8/8 đồng ý' })
    expect((await refusalOf(transfer.as('grassrootsA', 'recordRemoval', { on: '2018-09-20', number: '9-QĐ/HU' }))).codes).toEqual(['platform.notAllowed'])
    await transfer.as('officer', 'recordRemoval', { on: '2018-09-20', number: '9-QĐ/HU' })
    expect((await house.as('officer').members.findMember({ id: personId })).membership).toMatchObject({ endedOn: '2018-09-20', endKind: 'strikeOff', endBasis: '9-QĐ/HU' })
  })

  test('is sent back by the receiving side, or the whole transfer is called off and the member stays', async () => {
    const transfer = await openLetter(house, { personId }, `${n}-GT`)
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: places().cellB1 })
    await transfer.as('grassrootsB', 'sendLetterBack', { on: '2018-09-06', note: 'Nhầm nơi đến' })
    expect(await transfer.page('grassrootsA')).toMatchObject({ stage: 'letterVoid', toCell: null, nextAct: { code: 'issueLetter', owner: 'grassrootsCommittee' } })
    await transfer.as('grassrootsA', 'issueLetter', letter({ on: '2018-09-10', number: `${n}-GT3`, receiverId: places().hospital }))
    expect(await transfer.page('grassrootsH')).toMatchObject({ toName: 'Đảng bộ Bệnh viện Đa khoa huyện' })
    await transfer.as('secretaryA1', 'cancelTransfer', { on: '2018-09-12', note: 'Đảng viên trở về' })
    expect(await transfer.page('secretaryA1')).toMatchObject({ stage: 'cancelled', nextAct: null })
    expect((await house.as('secretaryA1').members.findMember({ id: personId })).placement!.cellId).toBe(places().cellA1)
    expect((await openTransfer(house, { personId, requestedOn: '2018-09-20' })).id).toBeTruthy()
  })
})

describe('a transfer out of our part', () => {
  test('ends nothing until the confirmation, and then membership ends as a transfer out', async () => {
    const addressId = await addAddress(house, `Đảng ủy phường Trần Phú ${n}`)
    const transfer = await openTransfer(house, { personId, addressId })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    expect((await refusalOf(transfer.as('grassrootsA', 'issueLetter', letter()))).codes).toEqual(['transfers.notCompetent'])
    await transfer.as('grassrootsA', 'sendTransferUp', { on: '2018-08-10' })
    expect(await transfer.page('officer')).toMatchObject({ stage: 'atSuperior', nextAct: { code: 'issueLetter', owner: 'decidingOffice' } })
    await transfer.as('officer', 'issueLetter', letter())
    await transfer.as('grassrootsA', 'handLetterOver', { on: '2018-08-22' })
    expect((await house.as('officer').members.findMember({ id: personId })).isMember).toBe(true)
    await transfer.as('grassrootsA', 'confirmOutside', { on: '2018-09-10', number: '45-PB/ĐU' })
    const member = await house.as('officer').members.findMember({ id: personId })
    expect(member).toMatchObject({ isMember: false, membership: { endedOn: '2018-09-10', endKind: 'transferOut', endBasis: '45-PB/ĐU' } })
    expect((await house.as('officer').members.findMember({ id: personId, asOf: '2018-09-09' })).isMember).toBe(true)
    expect((await transfer.page()).papers).toEqual(['letter', 'notice'])
  })

  test('is known to the address book once, and by whoever may keep it', async () => {
    await addAddress(house, 'Đảng ủy phường Minh Khai')
    expect((await refusalOf(addAddress(house, 'Đảng ủy phường Minh Khai'))).codes).toEqual(['transfers.addressKnown'])
    expect((await house.as('secretaryA1').transfers.listAddresses({ words: 'minh khai' })).rows).toMatchObject([{ name: 'Đảng ủy phường Minh Khai', superior: 'Thành ủy Hà Giang', abroad: false }])
    expect((await refusalOf(house.as('secretaryA1').transfers.addAddress({ name: 'X' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(house.as('inspector').transfers.listAddresses({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('finds receivers of the tree by words of their names, and tells nothing else', async () => {
    expect((await house.as('secretaryA1').transfers.listReceivers({ words: 'lien hiep' })).rows).toEqual([{ id: places().communeB, name: 'Đảng bộ xã Liên Hiệp', superior: 'Đảng bộ huyện Bắc Quang' }])
    expect((await house.as('secretaryA1').transfers.listReceivers({ words: 'l' })).rows).toEqual([])
    expect((await refusalOf(house.as('memberA1').transfers.listReceivers({ words: 'lien hiep' }))).codes).toEqual(['platform.notAllowed'])
  })
})
