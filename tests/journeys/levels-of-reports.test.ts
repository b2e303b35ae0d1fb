import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/index.ts'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'

/** A report goes up three levels, comes back with a reason, and is seen to be out of date when a commune corrects its own. */
let desks: Desks
let officer: Desk
let province: Desk
let provinceId: string
const periods = { district: '', province: '' }

/** Lays a province over the district of the ground; the account without a role is its officer. */
async function layProvince(): Promise<void> {
  const { house } = desks
  const run = (text: string, values: unknown[]) => house.owner.query(text, values)
  const { id } = house.ground.accounts.withoutRole
  const holding = newId()
  provinceId = newId()
  await run('insert into organisations.organisation (id, founded_on) values ($1, $2)', [provinceId, '2010-01-01'])
  await run(`insert into organisations.version (id, organisation_id, name, short_name, type, code, valid_during) values ($1, $2, 'Đảng bộ tỉnh Hà Giang', 'tỉnh Hà Giang', 'DB_TINH', '02', '[2010-01-01,)')`, [newId(), provinceId])
  await run(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, null, '[2010-01-01,)')`, [newId(), provinceId])
  await run('update organisations.placement set parent_id = $1 where organisation_id = $2', [provinceId, house.ground.places.district])
  await run('select organisations.rebuild_closure()', [])
  await run(`insert into access.role_holding (id, account_id, role, organisation_id, held_during) values ($1, $2, 'superiorOfficer', $3, '[2015-01-01,)')`, [holding, id, provinceId])
  await run('update access.session set holding_id = $1 where account_id = $2', [holding, id])
}

async function submit(who: 'grassrootsA' | 'grassrootsB', organisationId: string, reason?: string): Promise<void> {
  const { house } = desks
  const { version } = await house.as(who).reports.findReport({ periodId: periods.district, organisationId })
  const done = await house.as(who).reports.submitReport({ periodId: periods.district, organisationId, version, ...(reason ? { reason } : {}) })
  await house.as('officer').reports.decideReport({ reportId: done.reportId, version: done.version, approves: true })
}

beforeAll(async () => {
  desks = await openDesks({ today: '2018-08-10' })
  await layProvince()
  officer = await desks.sit('officer')
  province = await desks.sit('withoutRole')
})
afterAll(() => desks?.close())

const send = (desk: Desk) => desk.main().locator('button[type=submit]').first().click()
const pageOf = () => `/bao-cao/${periods.province}/${desks.house.ground.places.district}`

describe('reports of three levels', () => {
  test('each level opens its own period', async () => {
    for (const desk of [officer, province]) {
      await desk.open('/bao-cao')
      await desk.press('Mở kỳ báo cáo')
      await desk.fill({ 'Hạn nộp': '25/07/2018' })
      await send(desk)
      await desk.saw('Đã mở kỳ báo cáo.')
    }
    await officer.open('/bao-cao')
    expect(await officer.words()).toContain('6 tháng đầu năm 2018 – nộp Đảng bộ huyện Bắc Quang')
    const rows = (await desks.house.as('officer').reports.listPeriods({})).rows
    periods.district = rows.find(({ organisationId }) => organisationId !== provinceId)!.id
    periods.province = rows.find(({ organisationId }) => organisationId === provinceId)!.id
    const { communeA, communeB } = desks.house.ground.places
    await submit('grassrootsA', communeA)
    await submit('grassrootsB', communeB)
  })

  test('the level between submits what it approved, and says why it counts who is missing', async () => {
    await officer.open('/bao-cao')
    await officer.follow('Tổng hợp: Đảng bộ huyện Bắc Quang')
    expect(await officer.words()).toContain('Tính hôm nay')
    await officer.follow('Báo cáo nộp Đảng bộ tỉnh Hà Giang')
    expect(await officer.words()).toContain('Chưa có báo cáo được duyệt Bệnh viện Đa khoa huyện')
    await officer.press('Nộp báo cáo')
    await officer.saw('Chưa có báo cáo được duyệt của: Bệnh viện Đa khoa huyện.')
    await send(officer)
    await officer.saw('Chưa điền “Lý do nộp khi chưa đủ báo cáo”')
    await officer.fill({ 'Lý do nộp khi chưa đủ báo cáo': 'Bệnh viện nộp muộn' })
    await send(officer)
    await officer.saw('Đã nộp báo cáo.')
    await officer.settle()
    const words = await officer.words()
    for (const said of ['Hợp thành từ', 'số lấy theo sổ: Bệnh viện Đa khoa huyện', 'xã Quang Minh Lần 1 Đã duyệt, đã khóa 27 vẫn là bản này', 'Lý do: Bệnh viện nộp muộn']) expect(words).toContain(said)
    expect(await axeFindings(officer.page)).toEqual([])
  })

  test('the level above gives it back, and the reason reaches the work list', async () => {
    await province.open(pageOf())
    await province.press('Trả lại')
    await province.fill({ 'Lý do trả lại': 'Rà lại người từ trần ở xã Quang Minh' })
    await send(province)
    await province.saw('Đã trả lại báo cáo.')
    await officer.open('/viec-can-lam?loai=report')
    await officer.saw(/Rà lại người từ trần ở xã Quang Minh/)
    await officer.open(`/bao-cao?cua=${desks.house.ground.places.district}`)
    expect(await officer.words()).toContain('6 tháng đầu năm 2018 – nộp Đảng bộ tỉnh Hà Giang')
    await officer.open(`/bao-cao/${periods.district}/${desks.house.ground.places.communeA}`)
    await officer.press('Yêu cầu sửa')
    await officer.fill({ 'Yêu cầu sửa gì, vì sao': 'Tỉnh yêu cầu rà lại người từ trần' })
    await send(officer)
    await officer.saw('Đã yêu cầu sửa báo cáo.')
    const commune = await desks.sit('grassrootsA')
    await commune.open(`/bao-cao/${periods.district}/${desks.house.ground.places.communeA}`)
    expect(await commune.words()).toMatch(/Bị trả lại .*Yêu cầu sửa .*Tỉnh yêu cầu rà lại người từ trần/)
    await commune.button('Nộp bản thay').waitFor()
  })

  test('a correction below shows above until each level has reported anew', async () => {
    const person = desks.house.ground.members.cellA1[5]
    await desks.house.owner.query(`update members.placement set superseded_at = now() where person_id = $1`, [person])
    await desks.house.owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2000-03-15,2018-05-05)')`, [newId(), person, desks.house.ground.places.cellA1])
    await desks.house.owner.query(`update members.membership set ended_on = '2018-05-05', end_kind = 'death' where person_id = $1`, [person])
    await submit('grassrootsA', desks.house.ground.places.communeA, 'Ghi muộn người từ trần')
    await officer.open(pageOf())
    await officer.saw(/1 báo cáo cấp dưới đã được duyệt mới hoặc thay bản/)
    expect(await officer.words()).toMatch(/Từ trần 0 .*1 \+1/)
    await officer.follow('Lần 2: xem khác gì')
    expect(await officer.words()).toMatch(/Từ trần Tổng số 0 1 \+1/)
    await officer.open(pageOf())
    await officer.press('Nộp bản thay')
    await officer.fill({ 'Lý do nộp bản thay': 'Xã Quang Minh đã nộp bản thay' })
    await send(officer)
    await officer.saw('Đã nộp báo cáo.')
    await province.open(pageOf())
    await province.press('Duyệt')
    await send(province)
    await province.saw('Đã duyệt và khóa báo cáo.')
    await province.follow('So với số tính hôm nay')
    await province.saw('Hai báo cáo giống nhau ở mọi số.')
    expect([...officer.faults, ...province.faults]).toEqual([])
  })
})
