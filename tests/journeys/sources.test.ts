import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'

/** People who are followed, at the desk: from the mass organisations to the file that is opened for one of them. */
let desks: Desks
let officer: Desk
let secretary: Desk
let prospectId: string
beforeAll(async () => {
  desks = await openDesks({ today: '2018-10-05' })
  const { house } = desks
  const add = (name: 'secretaryA1' | 'secretaryB1', cellId: string, fullName: string, unionCode: 'DTN' | 'LHPN') =>
    house.as(name).sourcesAndTargets.addProspect({ cellId, person: { fullName, sex: 'female', bornOn: '1995-02-03' }, openedOn: '2018-03-01', unionCode })
  const { cellA1, cellB1, communeA } = house.ground.places
  prospectId = (await add('secretaryA1', cellA1, 'Lục Thị Hoa', 'DTN')).id
  await add('secretaryA1', cellA1, 'Nông Thị Bích', 'LHPN')
  await add('secretaryB1', cellB1, 'Ma Thị Xuân', 'DTN')
  await house.as('grassrootsA').sourcesAndTargets.recordMassReview({ organisationId: communeA, unionCode: 'DTN', reviewedOn: '2018-09-01', total: 40, partyMembers: 5 })
  officer = await desks.sit('grassrootsA')
  secretary = await desks.sit('secretaryA1')
})
afterAll(() => desks?.close())

const rows = (desk: Desk) => desk.main().locator('tbody tr').count()

describe('people who are followed', () => {
  test('the number beside a mass organisation opens just those people, of that place', async () => {
    await officer.open('/doan-the')
    await officer.main().getByRole('row', { name: /Đoàn Thanh niên/ }).first().getByRole('link').last().click()
    await officer.settle()
    expect(new URL(officer.page.url()).searchParams.get('doan-the')).toBe('DTN')
    expect(await rows(officer)).toBe(1)
    expect(await officer.words()).toContain('Lục Thị Hoa')
  })

  test('a place without a mass organisation shows the cells below it', async () => {
    const district = await desks.sit('officer')
    await district.open(`/nguon?to-chuc=${desks.house.ground.places.communeB}`)
    expect(await district.words()).toContain('Thôn Đồng Chang')
    expect(await district.words()).not.toContain('Thôn Khun Luông')
  })

  test('whoever adds a person says since when the cell follows, and so the help of that day can be written down', async () => {
    await secretary.open('/nguon')
    await secretary.press('Thêm quần chúng ưu tú')
    await secretary.fill({ 'Họ và tên khai sinh': 'Tô Thị Lanh', 'Theo dõi từ ngày': '03/09/2018' })
    await secretary.choose('Giới tính', 'Nữ')
    await secretary.page.locator('[name=bornOn]').fill('12/05/1995')
    await secretary.page.getByRole('dialog').getByRole('button', { name: 'Thêm quần chúng ưu tú' }).click()
    await secretary.saw('Đã thêm Tô Thị Lanh vào nguồn.')
    await secretary.follow(/Tô Thị Lanh/)
    expect(await secretary.words()).toContain('Theo dõi từ 03/09/2018')
  })

  test('a remark of a quarter that has one replaces it, and the former text stands in the form', async () => {
    const { sourcesAndTargets } = desks.house.as('secretaryA1')
    await sourcesAndTargets.recordRemark({ id: prospectId, text: 'Bản đầu.' })
    await secretary.open(`/nguon/${prospectId}`)
    await secretary.press('Ghi nhận xét quý')
    await secretary.saw(/Quý này đã có nhận xét ngày 05\/10\/2018/)
    const text = secretary.page.locator('textarea[name=text]')
    expect(await text.inputValue()).toBe('Bản đầu.')
    await text.fill('Bản hai.')
    await secretary.press('Ghi thay nhận xét quý')
    await secretary.saw('Đã ghi thay nhận xét.')
    expect((await sourcesAndTargets.findProspect({ id: prospectId })).remarks!.map((remark) => [remark.text, remark.supersededAt === null]).toSorted()).toEqual([['Bản hai.', true], ['Bản đầu.', false]])
  })

  test('“Lập hồ sơ kết nạp” opens the form for this person', async () => {
    await desks.house.as('secretaryA1').sourcesAndTargets.recordApplication({ id: prospectId, appliedOn: '2018-09-10', version: 1 })
    await secretary.open(`/nguon/${prospectId}`)
    await secretary.follow('Lập hồ sơ kết nạp')
    expect(new URL(secretary.page.url()).pathname).toBe('/ket-nap/lap-ho-so')
    expect(await secretary.page.getByRole('combobox', { name: 'Người xin vào Đảng' }).inputValue()).toMatch(/^Lục Thị Hoa/)
  })

  test('whoever has several cells moves a person to another; the secretary of one cell is offered no such thing', async () => {
    await secretary.open(`/nguon/${prospectId}`)
    expect(await secretary.page.getByRole('button', { name: 'Chuyển sang chi bộ khác' }).count()).toBe(0)
    await officer.open(`/nguon/${prospectId}`)
    await officer.press('Chuyển sang chi bộ khác')
    await officer.find('Chi bộ theo dõi tiếp', 'Thôn Đồng Bó')
    await officer.page.getByRole('dialog').getByRole('button', { name: 'Chuyển sang chi bộ khác' }).click()
    await officer.saw(/Đã chuyển sang Thôn Đồng Bó/)
    await officer.settle()
    expect(officer.page.url()).not.toContain(prospectId)
    expect((await desks.house.as('secretaryA2').sourcesAndTargets.listProspects({})).rows.map((row) => row.fullName)).toEqual(['Lục Thị Hoa'])
    expect([...officer.faults, ...secretary.faults]).toEqual([])
  })
})
