import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let campaignId: string
beforeAll(async () => {
  house = await openHouse()
  const opened = await house.as('grassrootsA').memberSheet.openCampaign({ organisationId: house.ground.places.communeA, year: 2018, dueOn: '2018-12-15' })
  campaignId = opened.id
  expect(opened.asked).toBe(27)
})
afterAll(() => house.close())

type Account = Parameters<House['as']>[0]
const of = (i: number) => house.ground.members.cellA1[i]!
const formOf = async (i: number) => (await house.rows<{ id: string; version: number; state: string }>('select id, version, state from member_sheet.supplement where campaign_id = $1 and person_id = $2', [campaignId, of(i)]))[0]!
const answer = async (who: Account, i: number, changes: Parameters<ReturnType<House['as']>['memberSheet']['answerSupplement']>[0]['changes']) => {
  const { id, version } = await formOf(i)
  return house.as(who).memberSheet.answerSupplement({ supplementId: id, version, changes })
}
const check = async (who: Account, i: number) => { const { id, version } = await formOf(i); return house.as(who).memberSheet.checkSupplement({ supplementId: id, version }) }
const sendBack = async (who: Account, i: number) => { const { id, version } = await formOf(i); return house.as(who).memberSheet.returnSupplement({ supplementId: id, version, reason: 'Thiếu quá trình công tác' }) }

describe('asking for the supplement of a year', () => {
  test('is done once a year by those who may, for their part, with a day to come', async () => {
    const open = (who: Account, over: object = {}) => house.as(who).memberSheet.openCampaign({ organisationId: house.ground.places.communeA, year: 2018, dueOn: '2018-12-15', ...over })
    await expect(open('grassrootsA')).rejects.toMatchObject({ code: 'memberSheet.campaignAsked' })
    await expect(open('grassrootsA', { year: 2019, dueOn: '2018-10-01' })).rejects.toMatchObject({ code: 'memberSheet.dueBeforeAsked' })
    await expect(open('secretaryA1', { organisationId: house.ground.places.cellA1, year: 2019 })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(open('grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    await house.owner.query(`insert into organisations.organisation (id, founded_on) values ('00000000-0000-7000-8000-000000000001', '2018-01-01')`)
    await house.owner.query(`insert into organisations.version (id, organisation_id, name, short_name, type, valid_during) values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Chi bộ mới', 'mới', 'CHI_BO', '[2018-01-01,)')`)
    await house.owner.query(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', $1, '[2018-01-01,)')`, [house.ground.places.communeA])
    await house.owner.query('select organisations.rebuild_closure()')
    await expect(open('grassrootsA', { organisationId: '00000000-0000-7000-8000-000000000001' })).rejects.toMatchObject({ code: 'memberSheet.nobodyAsked' })
  })

  test('shows each his part: the secretary the own cell, the member the own form', async () => {
    expect(await house.as('secretaryA1').memberSheet.findCampaign({ campaignId })).toMatchObject({ total: 9, asked: 9, rowsTotal: 9, may: { takeIn: false } })
    expect((await house.as('grassrootsA').memberSheet.findCampaign({ campaignId })).cells.map((each) => each.total)).toEqual([9, 9, 9])
    expect((await house.as('officer').memberSheet.listCampaigns({})).rows).toMatchObject([{ year: 2018, organisation: 'Đảng bộ xã Quang Minh', total: 27 }])
    expect((await house.as('memberA1').memberSheet.findOwnSupplement()).supplement).toMatchObject({ year: 2018, state: 'asked', dueOn: '2018-12-15', may: { answer: true, check: false } })
    await expect(house.as('grassrootsB').memberSheet.findCampaign({ campaignId })).rejects.toMatchObject({ code: 'memberSheet.campaignNotFound' })
    await expect(house.as('memberA1').memberSheet.listCampaigns({})).rejects.toMatchObject({ kind: 'notAllowed' })
    expect((await house.as('administrator').memberSheet.findOwnSupplement()).supplement).toBeNull()
  })
})

describe('a form', () => {
  test('goes from answer to check to the sheet, with the supplement as its paper; until then nothing is written', async () => {
    await answer('memberA1', 3, [{ field: 'residence', after: { text: 'Tổ 5, thị trấn Việt Quang' }, since: '2018-06-01' }, { list: 'awards', after: { award: 'Giấy khen', on: '2018-05' } }])
    const own = (await house.as('memberA1').memberSheet.findOwnSupplement()).supplement!
    expect(own).toMatchObject({ state: 'answered', items: ['residence', 'awards'], changes: [{ item: 'residence', after: 'Tổ 5, thị trấn Việt Quang' }, { item: 'awards', after: '05/2018: Giấy khen' }] })
    await expect(check('memberA1', 3)).rejects.toMatchObject({ kind: 'notFound' })
    await check('secretaryA1', 3)
    const sheet = () => house.as('grassrootsA').memberSheet.findSheet({ personId: of(3) })
    expect((await sheet()).fields.find((each) => each.key === 'residence')!.text).toBeNull()
    await expect(house.as('officer').memberSheet.takeInSupplements({ campaignId })).rejects.toMatchObject({ code: 'memberSheet.nothingToTakeIn' })
    await expect(house.as('secretaryA1').memberSheet.takeInSupplements({ campaignId })).rejects.toMatchObject({ kind: 'notAllowed' })
    expect(await house.as('grassrootsA').memberSheet.takeInSupplements({ campaignId })).toEqual({ takenIn: 1, notTakenIn: [] })
    const taken = await sheet()
    expect(taken.fields.find((each) => each.key === 'residence')).toMatchObject({ text: 'Tổ 5, thị trấn Việt Quang', since: '2018-06-01', basis: 'Phiếu bổ sung năm 2018' })
    expect(taken.lists.find((each) => each.key === 'awards')!.entries).toMatchObject([{ text: '05/2018: Giấy khen', basis: 'Phiếu bổ sung năm 2018' }])
    expect((await house.rows('select residence from members.person where id = $1', [of(3)]))[0]).toEqual({ residence: 'Tổ 5, thị trấn Việt Quang' })
    expect(await house.rows(`select kind, state from member_sheet.proposal where person_id = $1`, [of(3)])).toEqual([{ kind: 'supplement', state: 'approved' }])
  })

  test('is answered by the secretary for one without a telephone; that nothing changed is an answer', async () => {
    await answer('secretaryA1', 4, [])
    await check('secretaryA1', 4)
    expect(await house.as('grassrootsA').memberSheet.takeInSupplements({ campaignId })).toEqual({ takenIn: 1, notTakenIn: [] })
    await expect(answer('secretaryA2', 5, [])).rejects.toMatchObject({ code: 'memberSheet.supplementNotFound' })
    await expect(answer('memberA1', 5, [])).rejects.toMatchObject({ code: 'memberSheet.supplementNotFound' })
    await expect(answer('leader', 5, [])).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('is given back with a reason and answered again; steps are not skipped', async () => {
    await expect(check('secretaryA1', 5)).rejects.toMatchObject({ code: 'memberSheet.notInState' })
    await answer('secretaryA1', 5, [{ field: 'phone', after: '0912 000 111' }])
    await sendBack('grassrootsA', 5)
    const { id } = await formOf(5)
    expect(await house.as('secretaryA1').memberSheet.findSupplement({ supplementId: id })).toMatchObject({ state: 'returned', returnReason: 'Thiếu quá trình công tác', may: { answer: true } })
    await expect(sendBack('secretaryA1', 5)).rejects.toMatchObject({ code: 'memberSheet.notInState' })
    await answer('secretaryA1', 5, [{ field: 'phone', after: '0912 000 222' }])
    await expect(house.as('secretaryA1').memberSheet.checkSupplement({ supplementId: id, version: 1 })).rejects.toMatchObject({ code: 'platform.staleVersion' })
  })

  test('whose items changed since it was answered stays out, and is named', async () => {
    await check('secretaryA1', 5)
    const { id } = await house.as('secretaryA1').memberSheet.proposeCorrection({ personId: of(5), changes: [{ field: 'phone', after: '0999' }], reason: 'x', paper: 'y' })
    await house.as('grassrootsA').memberSheet.approveProposal({ proposalId: id, version: 1, consentNumber: '1', consentOn: '2018-10-01' })
    expect(await house.as('grassrootsA').memberSheet.takeInSupplements({ campaignId })).toMatchObject({ takenIn: 0, notTakenIn: [{ items: ['Điện thoại'] }] })
    expect((await formOf(5)).state).toBe('checked')
  })

  test('keeps what is covered covered, also in the forms to print', async () => {
    await answer('secretaryA1', 6, [{ list: 'family', after: { relation: 'Con', name: 'Bàn Bí Mật' } }])
    const { id } = await formOf(6)
    expect(JSON.stringify(await house.as('secretaryA1').memberSheet.findSupplement({ supplementId: id }))).not.toContain('Bí Mật')
    const { rows, total } = await house.as('secretaryA1').memberSheet.listUnanswered({ campaignId })
    expect([total, rows.length, rows.every((row) => row.state === 'asked')]).toEqual([5, 5, true])
    expect(rows[0]!.filledIn.find((each) => each.key === 'family')).toMatchObject({ covered: true, entries: [] })
    await expect(house.as('secretaryA1').memberSheet.listUnanswered({ campaignId, organisationId: house.ground.places.cellA2 })).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('asked by two levels', () => {
  test('a member gets one form for a year', async () => {
    expect((await house.as('officer').memberSheet.openCampaign({ organisationId: house.ground.places.district, year: 2018, dueOn: '2018-12-31' })).asked).toBe(27)
    expect(await house.rows('select person_id from member_sheet.supplement group by person_id having count(*) > 1')).toEqual([])
  })
})
