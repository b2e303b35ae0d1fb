import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import excel from 'exceljs'
import { newId, plainDate, uncertainDate } from '../../../kernel/index.ts'
import { runAction } from '../../../platform/action/index.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { enrolMembers, type TakenOverMember } from './enrol-members.ts'

let house: House
const day = plainDate
const enrol = (members: readonly TakenOverMember[]) =>
  runAction(house.ports, 'keeper', async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    return enrolMembers(ctx, { members, sourceId: newId(), basis: 'Danh sách 05/10/2018', asOf: day('2018-10-05') })
  }, undefined)

beforeAll(async () => {
  house = await openHouse()
  const cell = (place: 'cellH1' | 'cellA1' | 'cellB2') => ({ cellId: house.ground.places[place] })
  await enrol([
    { ...cell('cellH1'), fullName: 'Đặng Thị Hòa', otherName: 'Đặng Thị Hoa', sex: 'female', bornOn: uncertainDate('1990-05'), ethnicity: 'Dao', identityNumber: '002190000799',
      admittedOn: uncertainDate('2017-11-20'), decidedOn: day('2017-11-02'), cardNumber: null },
    { ...cell('cellH1'), fullName: '=HYPERLINK("x")', sex: 'male', bornOn: uncertainDate('1950'), ethnicity: 'Kinh', admittedOn: uncertainDate('1975'), confirmedOn: uncertainDate('1976'),
      cardNumber: '02048317', exemptFrom: day('2015-01-01') },
    { ...cell('cellA1'), fullName: 'Hoàng Ánh', sex: 'female', bornOn: uncertainDate('1988-02-29'), ethnicity: 'Kinh', admittedOn: uncertainDate('2010-07-01'), confirmedOn: uncertainDate('2011-07-01'), cardNumber: '02048318' },
    { ...cell('cellA1'), fullName: 'Hoàng Ẩn', sex: 'male', bornOn: uncertainDate('1985-02-28'), ethnicity: 'Tày', admittedOn: uncertainDate('2008-07-01'), confirmedOn: uncertainDate('2009-07-01') },
  ])
})
afterAll(() => house.close())

const names = async (input: object, who: 'officer' | 'grassrootsA' | 'grassrootsH' | 'secretaryA1' = 'officer') =>
  (await house.as(who).members.listMembers(input)).rows.map((row) => row.fullName)

describe('the list of members', () => {
  test('has everybody below an organisation, by given name in Vietnamese order, in pages with the total', async () => {
    const first = await house.as('officer').members.listMembers({ size: 5 })
    expect(first).toMatchObject({ asOf: '2018-10-05', total: 58 })
    expect(first.rows.slice(0, 2).map((row) => row.fullName)).toEqual(['=HYPERLINK("x")', 'Hoàng Ánh'])
    const all = (await Promise.all([1, 2, 3].map((page) => house.as('officer').members.listMembers({ size: 20, page })))).flatMap((page) => page.rows)
    expect(all).toHaveLength(58)
    expect(new Set(all.map((row) => row.id)).size).toBe(58)
    expect(await house.as('officer').members.listMembers({ size: 50, page: 9 })).toMatchObject({ rows: [], total: 58 })
  })

  test('begins at the own part, and what lies beside it is not found', async () => {
    expect((await house.as('grassrootsA').members.listMembers({})).total).toBe(29)
    expect((await house.as('secretaryA1').members.listMembers({})).total).toBe(11)
    expect((await house.as('officer').members.listMembers({ organisationId: house.ground.places.communeA })).total).toBe(29)
    await expect(house.as('grassrootsA').members.listMembers({ organisationId: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('grassrootsA').members.listMembers({ organisationId: house.ground.places.district })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('secretaryA1').members.listMembers({ organisationId: house.ground.places.cellA2 })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('memberA1').members.listMembers({})).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('administrator').members.listMembers({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('says what a line needs: cell, organisation, days as far as they are known, card, masked identity number', async () => {
    const [row] = (await house.as('officer').members.listMembers({ search: 'Đặng Thị Hòa' })).rows
    expect(row).toMatchObject({ otherName: 'Đặng Thị Hoa', bornOn: '1990-05', cell: 'Khoa Nội', organisation: 'Bệnh viện Đa khoa huyện', decidedOn: '2017-11-02', admittedOn: '2017-11-20', confirmedOn: null, status: 'probationary', identityMasked: '•••• •••• 0799' })
    expect(JSON.stringify(row)).not.toContain('002190')
  })

  test.each([
    ['the status probationary', { status: 'probationary' }, 1], ['everybody confirmed', { status: 'confirmed' }, 57], ['full members', { status: 'full' }, 56],
    ['exempt members', { status: 'exempt' }, 1], ['women', { sex: 'female' }, 20], ['an ethnic group', { ethnicity: 'Dao' }, 1], ['ethnic minorities', { ethnicity: 'minority' }, 56],
    ['an age and above', { ageFrom: 68 }, 0], ['an age that a year alone does not reach', { ageFrom: 67 }, 1], ['an age band', { ageFrom: 28, ageTo: 30 }, 8],
    ['a party age', { membershipYearsFrom: 40 }, 1], ['a party age band', { membershipYearsFrom: 0, membershipYearsTo: 0 }, 1],
    ['a period of decisions', { decidedFrom: '2017-11-02', decidedTo: '2017-11-02' }, 1], ['nobody away', { overlay: 'away' }, 0],
    ['two conditions at once', { status: 'full', sex: 'female' }, 19],
  ])('is narrowed by %s', async (_what, filter, total) => expect((await house.as('officer').members.listMembers(filter as object)).total).toBe(total))

  test.each([
    ['with marks', 'Đặng Thị Hòa', ['Đặng Thị Hòa']], ['without marks', 'hoang an', ['Hoàng Ánh', 'Hoàng Ẩn']],
    ['in decomposed form', 'Hoàng Ẩn'.normalize('NFD'), ['Hoàng Ánh', 'Hoàng Ẩn']], ['in capitals', 'HOÀNG ÁNH', ['Hoàng Ánh']],
    ['by another name and the other place of the tone', 'đặng thị hoà', ['Đặng Thị Hòa']], ['by the card number', '02048318', ['Hoàng Ánh']],
    ['by the last four of the identity number', '0799', ['Đặng Thị Hòa']], ['by a text of two letters', 'òa', ['Hoàng Ánh', 'Hoàng Ẩn', 'Đặng Thị Hòa']],
    ['by signs that mean something to a pattern', 'ho_ng%', []],
  ])('finds people %s', async (_how, search, wanted) =>
    expect((await names({ search })).filter((name) => !name.startsWith('Hoàng Văn') && !name.startsWith('Hoàng Thị'))).toEqual(wanted))

  test('does not find by a search what lies outside the own part', async () => {
    expect(await names({ search: '0799' }, 'grassrootsA')).toEqual([])
    expect(await names({ search: 'Đặng Thị Hòa' }, 'grassrootsA')).toEqual([])
    expect(await names({ search: '02048317' }, 'grassrootsA')).toEqual([])
  })

  test('is sorted by birth and by admission, both ways, the unknown last', async () => {
    expect((await names({ sort: 'birth' }))[0]).toBe('=HYPERLINK("x")')
    expect((await names({ sort: 'admission' }))[0]).toBe('=HYPERLINK("x")')
    expect((await names({ sort: 'admission', descending: true }))[0]).toBe('Đặng Thị Hòa')
    expect((await names({ sort: 'name', descending: true, search: 'hoang an' }, 'secretaryA1'))).toEqual((await names({ search: 'hoang an' }, 'secretaryA1')).toReversed())
  })

  test('covers the ethnic group for a leader, who cannot filter by it either', async () => {
    const { rows, total } = await house.as('leader').members.listMembers({ ethnicity: 'Dao' })
    expect(total).toBe(58)
    expect(rows.every((row) => row.ethnicity === null)).toBe(true)
  })

  test('shows a past day as it was, and what was known at a moment', async () => {
    expect((await house.as('officer').members.listMembers({ asOf: '2017-11-19', status: 'probationary' })).total).toBe(0)
    expect((await house.as('officer').members.listMembers({ asOf: '2014-12-31', status: 'exempt' })).total).toBe(0)
    // The ground was laid on the machine's own clock, years later.
    for (const table of ['placement', 'status']) await house.rows(`update members.${table} set recorded_at = '2018-01-01'`)
    house.clock.moveTo(day('2018-10-20'))
    await house.as('officer').lifecycle.recordDeath({ personId: house.ground.members.cellB2[0]!, diedOn: '2018-10-01', paper: 'Trích lục khai tử 7' })
    house.clock.moveTo(day('2018-10-21'))
    const totals = async (input: object) => (await house.as('grassrootsB').members.listMembers(input)).total
    expect([await totals({}), await totals({ asOf: '2018-09-30' }), await totals({ asOf: '2018-10-05' })]).toEqual([17, 18, 17])
    expect([await totals({ asOf: '2018-10-05', knownAt: '2018-10-19T00:00:00Z' }), await totals({ asOf: '2018-10-05', knownAt: '2018-10-20T23:00:00Z' })]).toEqual([18, 17])
    house.clock.moveTo(day('2018-10-05'))
  })
})

describe('choosing a person', () => {
  test('offers full members of a cell or organisation on a day, by name', async () => {
    const { rows, total } = await house.as('secretaryA1').members.listPeople({ fullMembersOnly: true, search: 'hoang', limit: 2 })
    expect([rows.length, total]).toEqual([2, 3])
    expect(rows[0]).toMatchObject({ fullName: 'Hoàng Ánh', cell: 'Thôn Khun Luông', status: 'full' })
    expect((await house.as('grassrootsH').members.listPeople({ fullMembersOnly: true })).rows.map((row) => row.fullName)).not.toContain('Đặng Thị Hòa')
    expect((await house.as('grassrootsH').members.listPeople({})).rows.map((row) => row.fullName)).toContain('Đặng Thị Hòa')
    await expect(house.as('secretaryA1').members.listPeople({ organisationId: house.ground.places.cellB1 })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('memberA1').members.listPeople({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the list as a workbook', () => {
  const open = async (answer: unknown) => {
    const chunks: Buffer[] = []
    for await (const chunk of (answer as FileAnswer).content as NodeJS.ReadableStream) chunks.push(chunk as Buffer)
    const book = new excel.Workbook()
    await book.xlsx.load(Buffer.concat(chunks) as never)
    return book.worksheets[0]!
  }

  test('has the rows of the list under a head with who, when and why, and text stays text', async () => {
    const answer = await house.as('grassrootsH').audit.exportList({ list: 'members', reason: 'Đối chiếu danh sách' })
    expect(answer).toMatchObject({ fileName: 'danh-sach-dang-vien-2018-10-05.xlsx' })
    const sheet = await open(answer)
    const head = [1, 2, 3, 4, 5].map((row) => sheet.getRow(row).getCell(1).value)
    expect(head).toEqual(['Đảng bộ Bệnh viện Đa khoa huyện', 'DANH SÁCH ĐẢNG VIÊN', 'Tính đến ngày 05/10/2018', 'Tổng số: 11 dòng', 'Bản xuất số 1/2018 · Người tải: Người dùng grassrootsH · lúc 12:00, 05/10/2018 · lý do: Đối chiếu danh sách'])
    expect(sheet.rowCount).toBe(7 + 11)
    const row = sheet.getRow(8)
    expect([row.getCell(2).value, row.getCell(2).type, row.getCell(2).formula]).toEqual(['=HYPERLINK("x")', excel.ValueType.String, undefined])
    expect([row.getCell(4).value, row.getCell(12).value]).toEqual(['1950', '02048317'])
    const [trail] = await house.rows(`select facts from audit.entry where event = 'members.exported'`)
    expect(trail!.facts).toMatchObject({ reason: 'Đối chiếu danh sách', rows: 11, exportNumber: '1/2018' })
    const next = await open(await house.as('grassrootsA').audit.exportList({ list: 'members', reason: 'Báo cáo' }))
    expect(String(next.getRow(5).getCell(1).value)).toContain('Bản xuất số 2/2018')
  })

  test('is not for leaders, nor beyond the own part', async () => {
    await expect(house.as('leader').audit.exportList({ list: 'members', reason: 'Xem' })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsA').audit.exportList({ list: 'members', reason: 'Xem', asked: { organisationId: house.ground.places.cellB1 } })).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('taking over members', () => {
  test('refuses a confirmation before admission, and a birth after it', async () => {
    const member = { cellId: house.ground.places.cellB2, fullName: 'Ma Văn Sai' }
    await expect(enrol([{ ...member, admittedOn: uncertainDate('2010-05'), confirmedOn: uncertainDate('2009') }])).rejects.toMatchObject({ code: 'members.confirmedBeforeAdmitted' })
    await expect(enrol([{ ...member, bornOn: uncertainDate('2011'), admittedOn: uncertainDate('2010-05-01') }])).rejects.toMatchObject({ code: 'members.bornAfterAdmission' })
  })
})

describe('the own record', () => {
  test('is what a plain member sees, and nothing else', async () => {
    const own = house.ground.members.cellA1[3]!
    const page = await house.as('memberA1').members.findOwnMember({})
    expect(page).toMatchObject({ id: own, isMember: true, strictClassCovered: false, ethnicity: 'Tày', may: { reveal: true, recordAway: false } })
    expect(page.line.map((each) => each.shortName)).toEqual(['Thôn Khun Luông', 'xã Quang Minh', 'huyện Bắc Quang'])
    expect((await house.as('memberA1').members.findMember({ id: own })).fullName).toBe(page.fullName)
    await expect(house.as('memberA1').members.findMember({ id: house.ground.members.cellA1[4]! })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('officer').members.findOwnMember({})).rejects.toMatchObject({ code: 'members.ownRecordMissing' })
    expect(await house.as('memberA1').members.revealMember({ id: own, reason: 'other', note: 'Xem của tôi' })).toMatchObject({ identityNumber: null })
  })

  test('covers the strictest class for a leader', async () => {
    expect(await house.as('leader').members.findMember({ id: house.ground.members.cellA1[3]! })).toMatchObject({ ethnicity: null, strictClassCovered: true })
  })
})
