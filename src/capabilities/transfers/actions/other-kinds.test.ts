import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { membershipEnded } from '../../../../tests/harness/endings.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { addAddress, openTransfer, TransferUnderTest } from '../../../../tests/harness/transfers.ts'

let house: House
let personId: string
let n = 100
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())
beforeEach(async () => { personId = await addFullMember(house.owner, house.ground.places.cellA1, `Lý Văn Tạm ${++n}`, '1979-05-06') })

const places = () => house.ground.places
const count = async (name: keyof House['ground']['places'], asOf = '2018-10-05') => (await house.as('officer').members.listMembers({ organisationId: places()[name], asOf, size: 1 })).total
const overlays = async (asOf = '2018-10-05') => (await house.as('officer').members.findMember({ id: personId, asOf })).overlays.filter(({ lastDay }) => lastDay === null).map(({ kind }) => kind).toSorted()

async function hosted(): Promise<TransferUnderTest> {
  const transfer = await openTransfer(house, { personId, kind: 'temporary', causeOn: '2018-06-01', requestedOn: '2018-06-04', endsOn: '2018-12-31' })
  await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-06-05' })
  await transfer.as('grassrootsA', 'issueLetter', { on: '2018-06-08', number: `${n}-TT`, attachments: ['duesPaid'], duesPaidUntil: '2018-06' })
  await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-06-08' })
  await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-06-12', toCellId: places().cellB1 })
  await transfer.as('secretaryB1', 'acceptMember', { on: '2018-06-15' })
  return transfer
}

describe('a temporary transfer', () => {
  test('lies over the membership: the member counts in the own cell and stands on the list of the host without a vote', async () => {
    const [a, b] = [await count('cellA1'), await count('cellB1')]
    const transfer = await hosted()
    expect(await transfer.page('secretaryB1')).toMatchObject({ stage: 'hosted', personId: null, endsOn: '2018-12-31', counting: 'calendar', nextAct: { code: 'recordReturn', owner: 'cell', side: 'sending' } })
    expect([await count('cellA1'), await count('cellB1')]).toEqual([a, b])
    expect(await overlays()).toEqual(['temporaryElsewhere', 'temporaryHere'])
    const roll = await house.rows(`select r.hosted from members.placement p join lateral (select true as hosted from members.overlay o where o.person_id = p.person_id and o.cell_id = $2 and o.kind = 'temporaryHere') r on true where p.person_id = $1`, [personId, places().cellB1])
    expect(roll).toHaveLength(1)
  })

  test('is extended within the limit and ends on the day the member is back', async () => {
    const transfer = await hosted()
    expect((await refusalOf(transfer.as('secretaryA1', 'extendStay', { on: '2018-10-01', endsOn: '2019-06-14', note: 'Công trình kéo dài' }))).codes).toEqual(['transfers.stayTooLong'])
    await transfer.as('secretaryA1', 'extendStay', { on: '2018-10-01', endsOn: '2019-05-31', note: 'Công trình kéo dài' })
    expect(await transfer.page('secretaryA1')).toMatchObject({ endsOn: '2019-05-31', stage: 'hosted' })
    await transfer.as('secretaryA1', 'recordStayEnd', { on: '2018-10-03' })
    expect(await overlays()).toEqual([])
    expect(await overlays('2018-10-02')).toEqual(['temporaryElsewhere', 'temporaryHere'])
    expect(await transfer.page('secretaryA1')).toMatchObject({ stage: 'completed', endsOn: '2018-10-02' })
    expect((await refusalOf(transfer.as('inspector', 'recordStayEnd', { on: '2018-10-03' }))).codes).toEqual(['platform.notAllowed'])
  })

  test('lasts at least three months and less than a year, up to two years for study', async () => {
    const asked = (endsOn: string, over = {}) => openTransfer(house, { personId, kind: 'temporary', causeOn: '2018-06-01', requestedOn: '2018-06-04', endsOn, ...over } as never)
    expect((await refusalOf(asked('2018-08-30'))).codes).toEqual(['transfers.stayTooShort'])
    expect((await refusalOf(asked('2019-05-31'))).codes).toEqual(['transfers.stayTooLong'])
    expect((await refusalOf(asked('2020-06-01', { cause: 'study' }))).codes).toEqual(['transfers.stayTooLong'])
    expect((await asked('2020-05-31', { cause: 'study' })).id).toBeTruthy()
  })

  test('does not begin after it should have ended', async () => {
    const transfer = await openTransfer(house, { personId, kind: 'temporary', causeOn: '2018-03-01', requestedOn: '2018-03-05', endsOn: '2018-06-30' })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-03-06' })
    await transfer.as('grassrootsA', 'issueLetter', { on: '2018-03-08', number: `${n}-TT`, attachments: ['duesPaid'], duesPaidUntil: '2018-03' })
    await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-03-08' })
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-07-02', toCellId: places().cellB1 })
    expect((await refusalOf(transfer.as('secretaryB1', 'acceptMember', { on: '2018-07-02' }))).codes).toEqual(['transfers.stayOver'])
  })

  test('at an organisation outside is an overlay too, and ends nothing', async () => {
    const transfer = await openTransfer(house, { personId, kind: 'temporary', causeOn: '2018-06-01', requestedOn: '2018-06-04', endsOn: '2018-12-31', addressId: await addAddress(house, `Công ty Sông Đà ${n}`) })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-06-05' })
    await transfer.as('officer', 'issueLetter', { on: '2018-06-08', number: `${n}-TT`, attachments: ['duesPaid'], duesPaidUntil: '2018-06' })
    await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-06-08' })
    await transfer.as('grassrootsA', 'confirmOutside', { on: '2018-06-20', number: '5-PB' })
    expect(await overlays()).toEqual(['temporaryElsewhere'])
    expect((await house.as('officer').members.findMember({ id: personId })).isMember).toBe(true)
    await transfer.as('grassrootsA', 'recordStayEnd', { on: '2018-09-30' })
    expect(await overlays()).toEqual([])
  })
})

describe('a move inside one organisation', () => {
  const asked = (toCellId = places().cellA2) => openTransfer(house, { personId, kind: 'internal', cause: 'residence', toCellId }, 'grassrootsA')

  test('is decided by its committee and takes effect on the day', async () => {
    const transfer = await asked()
    await transfer.as('grassrootsA', 'sendTransferUp', { on: '2018-08-08' })
    expect(await transfer.page('grassrootsA')).toMatchObject({ stage: 'atGrassroots', nextAct: { code: 'accept', owner: 'grassrootsCommittee' } })
    expect((await refusalOf(transfer.as('secretaryA1', 'acceptMember', { on: '2018-08-15', number: '4-QĐ/ĐU' }))).kind).toBe('notFound')
    await transfer.as('grassrootsA', 'acceptMember', { on: '2018-08-15', number: '4-QĐ/ĐU' })
    expect((await house.as('grassrootsA').members.findMember({ id: personId })).placement).toMatchObject({ cellId: places().cellA2, from: '2018-08-15', basis: '4-QĐ/ĐU' })
  })

  test('stays inside', async () => {
    expect((await refusalOf(asked(places().cellA1))).codes).toEqual(['transfers.otherOrganisation'])
    expect((await refusalOf(openTransfer(house, { personId, kind: 'internal', toCellId: places().cellB1 }, 'officer'))).codes).toEqual(['transfers.otherOrganisation'])
    expect((await refusalOf(asked(places().cellB1))).kind).toBe('notFound')
  })
})

describe('an arrival from outside', () => {
  const newcomer = () => ({ fullName: `Phàn Văn Mới ${n}`, sex: 'male' as const, bornOn: '1984-02', decidedOn: '2010-05-10', admittedOn: '2010-05-19', confirmedOn: '2011-05-19', cardNumber: '12345678' })
  const arrive = async (over = {}) => {
    const { id } = await house.as('grassrootsB').transfers.openArrival({
      kind: 'official', organisationId: places().communeB, toCellId: places().cellB1, addressId: await addAddress(house, `Đảng ủy xã Tân Thành ${n}`), letterNumber: '77-GT', letterOn: '2018-08-20', on: '2018-09-03', newcomer: newcomer(), ...over,
    })
    return new TransferUnderTest(house, id)
  }

  test('brings the person and the membership with its history, counted here from the reception', async () => {
    const b = await count('cellB1')
    const transfer = await arrive()
    expect(await transfer.page('secretaryB1')).toMatchObject({ stage: 'presented', direction: 'in', personId: null, letterNumber: '77-GT', nextAct: { code: 'accept', side: 'receiving' } })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-05' })
    const page = await transfer.page('secretaryB1')
    const member = await house.as('secretaryB1').members.findMember({ id: page.personId! })
    expect(member).toMatchObject({ status: 'full', membershipYears: 8, membership: { decidedOn: '2010-05-10', admittedOn: '2010-05-19', confirmedOn: '2011-05-19', cardNumber: '12345678' }, placement: { from: '2018-09-05', cellId: places().cellB1 } })
    expect([await count('cellB1', '2018-09-04'), await count('cellB1', '2018-09-05')]).toEqual([b, b + 1])
  })

  test('of somebody who left before lets the same membership go on', async () => {
    await membershipEnded(house, { id: personId, kind: 'transferOut', on: '2016-01-10', basis: '1-PB' })
    const { id } = await house.as('officer').transfers.openArrival({ kind: 'fromAbroad', organisationId: places().communeA, toCellId: places().cellA2, addressId: await addAddress(house, `Đảng ủy Ngoài nước ${n}`), letterNumber: '8-GT', letterOn: '2018-09-01', on: '2018-09-10', personId })
    const transfer = new TransferUnderTest(house, id)
    const returners = (who: 'grassrootsA' | 'grassrootsB') => house.as(who).transfers.listReturners({}).then(({ rows }) => rows.map((row) => row.id))
    expect([(await returners('grassrootsA')).includes(personId), (await returners('grassrootsB')).includes(personId)]).toEqual([true, false])
    await transfer.as('secretaryA2', 'acceptMember', { on: '2018-09-12' })
    expect(await returners('grassrootsA')).not.toContain(personId)
    const member = await house.as('secretaryA2').members.findMember({ id: personId })
    expect(member).toMatchObject({ isMember: true, status: 'full', membershipYears: 18, placement: { cellId: places().cellA2, from: '2018-09-12' } })
    expect(member.memberships).toHaveLength(1)
    expect((await house.as('officer').members.findMember({ id: personId, asOf: '2017-01-01' })).isMember).toBe(false)
  })

  test('of somebody who never left by transfer is refused, and of nobody too', async () => {
    const address = await addAddress(house, `Đảng ủy xã Vĩnh Hảo ${n}`)
    const input = { kind: 'official' as const, organisationId: places().communeA, toCellId: places().cellA2, addressId: address, letterNumber: '8-GT', letterOn: '2018-09-01', on: '2018-09-10' }
    expect((await refusalOf(house.as('officer').transfers.openArrival({ ...input, personId }))).codes).toEqual(['transfers.stillMember'])
    expect((await refusalOf(house.as('officer').transfers.openArrival(input))).codes).toEqual(['transfers.newcomerNotTold'])
    expect((await refusalOf(house.as('secretaryA2').transfers.openArrival({ ...input, newcomer: newcomer() }))).kind).toMatch(/notFound|notAllowed/)
    expect((await refusalOf(house.as('officer').transfers.openArrival({ ...input, toCellId: places().cellB1, newcomer: newcomer() }))).codes).toEqual(['transfers.notBelowReceiver'])
  })

  test('for a time makes a guest: on the list of the host, in no count', async () => {
    const b = await count('cellB1')
    const transfer = await arrive({ kind: 'temporary', endsOn: '2019-02-28' })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-05' })
    expect(await count('cellB1')).toBe(b)
    const guest = (await transfer.page('secretaryB1')).personId!
    expect(await house.rows('select kind, cell_id from members.overlay where person_id = $1 and superseded_at is null', [guest])).toEqual([{ kind: 'temporaryHere', cell_id: places().cellB1 }])
    await transfer.as('secretaryB1', 'recordStayEnd', { on: '2018-10-01' })
    expect(await house.rows(`select upper(valid_during) as until from members.status where person_id = $1 and superseded_at is null`, [guest])).toEqual([{ until: '2018-10-01' }])
  })
})

describe('one decision for many', () => {
  test('moves all of them on one day, or none', async () => {
    const other = await addFullMember(house.owner, places().cellA2, `Lý Thị Chung ${n}`, '1988-05-06')
    const input = { personIds: [personId, other], toCellId: places().cellB2, number: '100-QĐ/HU', decidedOn: '2018-09-20', on: '2018-10-01', reason: 'Sắp xếp thôn' }
    const busy = await openTransfer(house, { personId })
    expect((await refusalOf(house.as('officer').transfers.transferTogether(input))).codes).toEqual(['transfers.alreadyOpen'])
    expect((await house.as('officer').members.findMember({ id: other })).placement!.cellId).toBe(places().cellA2)
    await busy.as('secretaryA1', 'cancelTransfer', { on: '2018-09-19', note: 'Theo quyết định chung' })
    expect(await house.as('officer').transfers.transferTogether(input)).toMatchObject({ moved: 2 })
    for (const id of [personId, other]) expect((await house.as('officer').members.findMember({ id })).placement).toMatchObject({ cellId: places().cellB2, from: '2018-10-01', basis: '100-QĐ/HU' })
    expect((await house.as('officer').transfers.listTransfers({ kind: 'joint', state: 'all' })).total).toBe(2)
    expect((await refusalOf(house.as('grassrootsA').transfers.transferTogether(input))).kind).toBe('notFound')
    expect((await refusalOf(house.as('inspector').transfers.transferTogether(input))).codes).toEqual(['platform.notAllowed'])
  })
})

describe('the list', () => {
  test('filters by owner and lateness, counts who waits for whom, and stands as of a day', async () => {
    const transfer = await openTransfer(house, { personId, causeOn: '2018-06-01', requestedOn: '2018-06-04' })
    const list = await house.as('grassrootsA').transfers.listTransfers({ owner: 'cell', late: true, size: 200 })
    expect(list.rows.find(({ id }) => id === transfer.id)).toMatchObject({ isLate: true, dueOn: '2018-08-24', nextAct: { code: 'sendUp' } })
    expect(list.rows.every(({ isLate, nextAct }) => isLate && nextAct!.owner === 'cell')).toBe(true)
    expect(list.byOwner.find(({ owner }) => owner === 'cell')!.late).toBeGreaterThanOrEqual(1)
    expect((await house.as('grassrootsA').transfers.listTransfers({ asOf: '2018-06-03', size: 200 })).rows.map(({ id }) => id)).not.toContain(transfer.id)
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-09-01' })
    expect((await house.as('grassrootsA').transfers.listTransfers({ asOf: '2018-08-31', size: 200 })).rows.find(({ id }) => id === transfer.id)).toMatchObject({ stage: 'requested' })
    expect((await house.as('grassrootsA').transfers.findTransfer({ transferId: transfer.id, asOf: '2018-08-31' }))).toMatchObject({ stage: 'requested', may: [] })
    expect((await refusalOf(house.as('memberA1').transfers.listTransfers({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('is taken out as a workbook for a reason, by who may', async () => {
    await openTransfer(house, { personId })
    expect(await house.as('grassrootsA').audit.exportList({ list: 'transfers', reason: 'Báo cáo quý' })).toMatchObject({ fileName: 'chuyen-sinh-hoat-2018-10-05.xlsx' })
    expect((await refusalOf(house.as('secretaryA1').audit.exportList({ list: 'transfers', reason: 'x' }))).codes).toEqual(['platform.notAllowed'])
  })
})
