import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let person: string
beforeAll(async () => {
  house = await openHouse()
  person = house.ground.members.cellA1[3]!
  await house.owner.query(`update members.person set native_place = 'xã Quang Minh, huyện Bắc Quang', residence = 'Thôn cũ', religion = 'Không', identity_number = '002084000799' where id = $1`, [person])
  await house.owner.query('delete from member_sheet.value')
  await state('health', '"Tốt"', null)
  await state('temporaryResidence', '{"text":"Phường Quang Trung, Thái Nguyên"}', '2016-09-01')
  await entry('family', { relation: 'Con', name: 'Nông Văn Bí Mật', born: '2001' })
  await entry('career', { work: 'Giáo viên', from: '2005-09' })
  await entry('career', { work: 'Hiệu trưởng', from: '2018-09' })
})
afterAll(() => house.close())

const state = (field: string, content: string, since: string | null) =>
  house.owner.query(`select set_config('dangvu.today', '2018-10-05', false), member_sheet.state($1, $2, $3, $4::date, 'Lý lịch 2005', null, null, null, null)`, [person, field, content, since])
const entry = (list: string, content: object) => house.owner.query('insert into member_sheet.entry (entry_id, person_id, list, content, basis) values ($1, $2, $3, $4, $5)', [newId(), person, list, JSON.stringify(content), 'Lý lịch 2005'])

type Sheet = Awaited<ReturnType<ReturnType<House['as']>['memberSheet']['findSheet']>>
const field = (sheet: Pick<Sheet, 'fields'>, key: string) => sheet.fields.find((each) => each.key === key)!
const list = (sheet: Pick<Sheet, 'lists'>, key: string) => sheet.lists.find((each) => each.key === key)!

describe('the sheet', () => {
  test('says what the person is known by, and what the sheet alone keeps, with day and paper', async () => {
    const sheet = await house.as('secretaryA1').memberSheet.findSheet({ personId: person })
    expect(field(sheet, 'nativePlace')).toMatchObject({ text: 'xã Quang Minh, huyện Bắc Quang', form: { memberSheet: '06', personalHistory: '07' }, since: null })
    expect(field(sheet, 'temporaryResidence')).toMatchObject({ text: 'Phường Quang Trung, Thái Nguyên', since: '2016-09-01', basis: 'Lý lịch 2005' })
    expect(field(sheet, 'admittedOn')).toMatchObject({ text: '15/03/2000', correctable: false })
    expect(sheet.keeper?.name).toBe('Đảng bộ xã Quang Minh')
    expect(new Set(sheet.fields.flatMap((each) => each.form.memberSheet ?? []).concat(sheet.lists.flatMap((each) => each.form.memberSheet ?? []))).size).toBe(30)
  })

  test('on a past day says what was true then, and lists leave out what had not begun', async () => {
    const sheet = await house.as('secretaryA1').memberSheet.findSheet({ personId: person, asOf: '2016-08-31' })
    expect(field(sheet, 'temporaryResidence').text).toBeNull()
    expect(list(sheet, 'career').entries.map((each) => each.text)).toEqual(['từ 09/2005: Giáo viên'])
    const now = await house.as('secretaryA1').memberSheet.findSheet({ personId: person })
    expect(list(now, 'career').entries).toHaveLength(2)
  })

  test('names the commune of today beside the one on the paper from 01/07/2025', async () => {
    const later = await openHouse({ today: '2026-01-05' })
    const id = later.ground.members.cellA1[3]!
    await later.owner.query(`update members.person set native_place = 'xã Quang Minh, huyện Bắc Quang' where id = $1`, [id])
    expect(field(await later.as('secretaryA1').memberSheet.findSheet({ personId: id }), 'nativePlace').text).toBe('xã Quang Minh, huyện Bắc Quang (từ 01/07/2025: xã Bắc Quang, tỉnh Tuyên Quang)')
    expect(field(await later.as('secretaryA1').memberSheet.findSheet({ personId: id, asOf: '2018-10-05' }), 'nativePlace').text).toBe('xã Quang Minh, huyện Bắc Quang')
    await later.close()
  })

  test('is read by those in whose part the person is and by the person, by nobody else', async () => {
    expect((await house.as('memberA1').memberSheet.findOwnSheet({})).personId).toBe(person)
    expect((await house.as('memberA1').memberSheet.findSheet({ personId: person })).isOwn).toBe(true)
    await expect(house.as('secretaryA2').memberSheet.findSheet({ personId: person })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('memberA1').memberSheet.findSheet({ personId: house.ground.members.cellA1[4]! })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('administrator').memberSheet.findOwnSheet({})).rejects.toMatchObject({ code: 'memberSheet.noOwnSheet' })
  })
})

describe('what is covered', () => {
  test('never comes with the sheet, in no form, not even to the member', async () => {
    for (const who of ['secretaryA1', 'grassrootsA', 'officer', 'leader', 'memberA1'] as const) {
      const told = JSON.stringify(await house.as(who).memberSheet.findSheet({ personId: person }))
      for (const secret of ['Bí Mật', '002084000799', '"Tốt"']) expect(told).not.toContain(secret)
    }
  })

  test('religion and ethnic group are open to those who may read the strictest class; a leader opens them for a reason', async () => {
    expect(field(await house.as('secretaryA1').memberSheet.findSheet({ personId: person }), 'ethnicity')).toMatchObject({ covered: false, text: 'Tày' })
    expect(field(await house.as('leader').memberSheet.findSheet({ personId: person }), 'ethnicity')).toMatchObject({ covered: true, text: null })
    expect(field(await house.as('leader').memberSheet.openSheet({ personId: person, classes: ['religion'], reason: 'comparing' }), 'religion').text).toBe('Không')
  })

  test('is opened class by class for a reason, and everybody concerned sees who did', async () => {
    const opened = await house.as('secretaryA1').memberSheet.openSheet({ personId: person, classes: ['family', 'health'], reason: 'dossier' })
    expect(list(opened, 'family').entries[0]!.text).toBe('Con, Nông Văn Bí Mật, 2001')
    expect(field(opened, 'health').text).toBe('Tốt')
    expect(JSON.stringify(opened)).not.toContain('002084000799')
    await house.as('memberA1').memberSheet.openSheet({ personId: person, classes: ['identity'], reason: 'other', note: 'Xem lại hồ sơ của mình' })
    for (const who of ['memberA1', 'grassrootsA', 'inspector'] as const) {
      const { rows } = await house.as(who).memberSheet.listOpenings({ personId: person })
      expect(rows.slice(0, 2)).toMatchObject([{ by: 'Người dùng memberA1', what: ['identity'], note: 'Xem lại hồ sơ của mình' }, { by: 'Người dùng secretaryA1', what: ['family', 'health'], reason: 'dossier' }])
    }
    await expect(house.as('secretaryA1').memberSheet.listOpenings({ personId: person })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsB').memberSheet.listOpenings({ personId: person })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('is not opened without a reason, nor from outside', async () => {
    await expect(house.as('secretaryA1').memberSheet.openSheet({ personId: person, classes: ['family'], reason: 'other' })).rejects.toMatchObject({ code: 'memberSheet.noteMissing' })
    await expect(house.as('grassrootsB').memberSheet.openSheet({ personId: person, classes: ['family'], reason: 'dossier' })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('leaves no value in the trail', async () => {
    const rows = await house.rows(`select facts::text from audit.entry where event = 'memberSheet.opened'`)
    expect(JSON.stringify(rows)).not.toMatch(/Bí Mật|Tốt|002084000799/)
  })
})
