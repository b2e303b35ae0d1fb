import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../tests/harness/house.ts'

let house: House
let proposalId: string
let campaignId: string
type Account = Parameters<House['as']>[0]
const of = (i: number) => house.ground.members.cellA1[i]!
const work = async (who: Account, kinds: ('sheetProposal' | 'supplement' | 'supplementTakeIn')[], within = 90) =>
  (await house.as(who).reminders.listWork({ kinds, within, size: 200 })).rows.map(({ subjectId, dueOn, group, owner, nextAct, personName }) => ({ subjectId, dueOn, group, owner, nextAct, personName }))

beforeAll(async () => {
  house = await openHouse()
  proposalId = (await house.as('memberA1').memberSheet.proposeCorrection({ personId: of(3), changes: [{ field: 'alias', after: 'Tuyển' }, { field: 'occupation', after: 'Thợ mộc' }], reason: 'Ghi thiếu', paper: 'Đơn' })).id
  campaignId = (await house.as('grassrootsA').memberSheet.openCampaign({ organisationId: house.ground.places.communeA, year: 2018, dueOn: '2018-12-15' })).id
})
afterAll(() => house.close())

const move = async (who: Account, i: number, act: 'answerSupplement' | 'checkSupplement') => {
  const [form] = await house.rows<{ id: string; version: number }>('select id, version from member_sheet.supplement where campaign_id = $1 and person_id = $2', [campaignId, of(i)])
  const input = { supplementId: form!.id, version: form!.version }
  return act === 'answerSupplement' ? house.as(who).memberSheet.answerSupplement({ ...input, changes: [] }) : house.as(who).memberSheet.checkSupplement(input)
}

test('a proposed correction waits for the level that keeps the dossier, fifteen working days from its day', async () => {
  const [row] = await work('grassrootsA', ['sheetProposal'])
  expect(row).toMatchObject({ subjectId: proposalId, dueOn: '2018-10-26', group: 'soon', owner: 'grassrootsCommittee', nextAct: 'Xem xét đề nghị sửa: Bí danh, Nghề nghiệp hiện nay' })
  expect(await work('officer', ['sheetProposal'])).toHaveLength(1)
  expect(await work('grassrootsB', ['sheetProposal'])).toEqual([])
  expect(await work('grassrootsA', ['sheetProposal'], 20)).toEqual([])
})

test('a decided proposal is due no more', async () => {
  await house.as('grassrootsA').memberSheet.refuseProposal({ proposalId, version: 1, reason: 'Không có giấy tờ' })
  expect(await work('grassrootsA', ['sheetProposal'])).toEqual([])
})

test('a supplement is one thing a cell: who has not answered, then what is to be checked', async () => {
  const ofCell = async (who: Account) => (await work(who, ['supplement'])).find(({ subjectId }) => subjectId === house.ground.places.cellA1)
  expect(await work('grassrootsA', ['supplement'])).toHaveLength(3)
  expect(await ofCell('secretaryA1')).toEqual({ subjectId: house.ground.places.cellA1, dueOn: '2018-12-15', group: 'soon', owner: 'cell', nextAct: 'Đôn đốc 9 đảng viên khai phiếu bổ sung năm 2018', personName: null })
  await move('memberA1', 3, 'answerSupplement')
  expect((await ofCell('secretaryA1'))!.nextAct).toBe('Đôn đốc 8 đảng viên khai, kiểm tra 1 phiếu bổ sung năm 2018 đã khai')
  for (const i of [0, 1, 2, 4, 5, 6, 7, 8]) await move('secretaryA1', i, 'answerSupplement')
  expect((await ofCell('secretaryA1'))!.nextAct).toBe('Kiểm tra 9 phiếu bổ sung năm 2018 đã khai')
  expect(await work('grassrootsB', ['supplement'])).toEqual([])
})

test('checked forms wait for the keeper, as one thing, until they are taken in', async () => {
  expect(await work('grassrootsA', ['supplementTakeIn'])).toEqual([])
  for (const i of [0, 1, 2, 3, 4, 5, 6, 7, 8]) await move('secretaryA1', i, 'checkSupplement')
  expect((await work('secretaryA1', ['supplement', 'supplementTakeIn']))).toEqual([])
  expect(await work('grassrootsA', ['supplementTakeIn'])).toEqual([
    { subjectId: house.ground.places.communeA, dueOn: '2018-12-15', group: 'soon', owner: 'grassrootsCommittee', nextAct: 'Nhận 9 phiếu bổ sung năm 2018 đã kiểm tra vào hồ sơ', personName: null }])
  await house.as('grassrootsA').memberSheet.takeInSupplements({ campaignId })
  expect(await work('grassrootsA', ['supplementTakeIn'])).toEqual([])
})
