import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
const ids: Record<string, string> = {}
type Account = Parameters<House['as']>[0]

async function lay(name: string, cell: 'cellA1' | 'cellA2' | 'cellB1', fullName: string) {
  ids[name] = await addFullMember(house.owner, house.ground.places[cell], fullName, '1971-02-03')
}

beforeAll(async () => {
  house = await openHouse()
  await lay('hoa', 'cellA1', 'Trịnh Thị Hòa'.normalize('NFC'))
  await lay('hoaSharp', 'cellA1', 'Trịnh Thị Hóa')
  await lay('thuy', 'cellA2', 'Trịnh Thị Thuỷ'.normalize('NFD'))
  await lay('hoaB', 'cellB1', 'Trịnh Thị Hòa')
  await lay('ky', 'cellA1', 'Lí Quí Kì')
  await lay('other', 'cellA1', 'Sùng Seo Phử')
  await house.owner.query(`update members.person set other_name = 'Tráng Mí Sò' where id = $1`, [ids.other])
  await house.owner.query(`update members.person set identity_number = '001099012345', old_identity_number = '012345678' where id = $1`, [ids.hoa])
  await house.owner.query(`update members.person set identity_number = '001099054321' where id = $1`, [ids.hoaB])
  await house.owner.query(`update members.membership set card_number = '02034567', decision_number = '12-QĐ/HU', confirmation_number = '88-QĐ/HU', confirmation_signed_on = '2001-03-20' where person_id = $1`, [ids.hoa])
  await house.owner.query(`update members.membership set card_number = '02034568', decision_number = '123-QĐ/HU' where person_id = $1`, [ids.hoaB])
  const insertCase = (id: string, person: string, cell: 'cellA1' | 'cellB1', number: string | null, kind = 'admission') => house.owner.query(
    `insert into admission.case_file (id, kind, person_id, cell_id, stage, stage_since, opened_on, decision_number, decided_on) values ($1,$2,$3,$4,'fileOpen','2018-08-01','2018-08-01',$5, $6)`,
    [id, kind, person, house.ground.places[cell], number, number ? '2018-09-01' : null])
  ids.caseA = newId()
  ids.caseB = newId()
  await insertCase(ids.caseA, ids.hoa!, 'cellA1', '12-QĐ/HU')
  await insertCase(ids.caseB, ids.hoaB!, 'cellB1', null)
})
afterAll(() => house.close())

const find = (q: string, as: Account = 'officer', more = {}) => house.as(as).search.findAnything({ q, ...more })
const peopleOf = async (q: string, as: Account = 'officer') => (await find(q, as)).people.rows
const exactIds = async (q: string, as: Account = 'officer') => (await peopleOf(q, as)).filter((row) => !row.near).map((row) => row.id)

describe('people', () => {
  test.each(['Trịnh Thị Hòa', 'Trịnh Thị Hoà', 'Trịnh Thị Hòa'.normalize('NFD'), 'hòa trịnh', 'Hoà Trịnh', 'TRỊNH HÒA', 'trịnh thị hòa'])('are found by name in any writing and order, with the tone that was typed first: %s', async (q) => {
    const found = await exactIds(q, 'grassrootsA')
    expect(found[0]).toBe(ids.hoa)
    expect(found).toContain(ids.hoaSharp)
    expect(found).not.toContain(ids.hoaB)
  })

  test.each([['trinh thuy', 'thuy'], ['Thủy Trịnh', 'thuy'], ['Thuỷ', 'thuy'], ['tr thu', 'thuy'], ['Lý Quý Kỳ', 'ky'], ['ly ky', 'ky'], ['phử sùng', 'other']])('are found without marks, by family and given name, as begun: %s', async (q, who) => {
    expect(await exactIds(q)).toEqual([ids[who]])
  })

  it('are found by the other name, and the answer says so', async () => {
    expect(await peopleOf('trang so')).toMatchObject([{ id: ids.other, why: 'otherName', near: false, bornYear: 1971, cell: 'Thôn Khun Luông', organisation: 'xã Quang Minh', standing: 'full', cardNumber: null }])
  })

  test.each(['trinh thuyy', 'trihn thuy', 'trinh thu y', 'tring thuy', 'trinhthuy', 'trinh thi thui', 'Thuyr trinh'])('are found when one letter is off, marked as near: %s', async (q) => {
    const found = await peopleOf(q)
    expect(found.find((row) => row.id === ids.thuy)).toMatchObject({ why: 'name', near: true })
  })

  it('that are near stand after those that fit', async () => {
    const found = await peopleOf('sung phu')
    expect(found.map((row) => row.near)).toEqual(found.map((row) => row.near).sort())
    expect(found[0]).toMatchObject({ id: ids.other, near: false })
    expect((await peopleOf('Trịnh Hòa')).length).toBeLessThanOrEqual(8)
  })

  it('are found by card number however it is grouped, and by the last four digits of the identity number', async () => {
    expect(await peopleOf('02.034567')).toMatchObject([{ id: ids.hoa, why: 'card', cardNumber: '02034567' }])
    expect(await peopleOf('2345')).toMatchObject([{ id: ids.hoa, why: 'identityLast4', cardNumber: null }])
    expect(await peopleOf('02034568', 'grassrootsA')).toEqual([])
    expect(await peopleOf('4321', 'grassrootsA')).toEqual([])
  })

  it('are not found by an identity number without asking for it openly', async () => {
    expect(await find('001099012345')).toMatchObject({ people: { rows: [], total: 0 } })
  })

  it('follow a change of name, of cell, and a withdrawal', async () => {
    await lay('moved', 'cellA1', 'Quàng Thị Xuyến')
    expect(await exactIds('quang xuyen', 'secretaryA1')).toEqual([ids.moved])
    await house.owner.query(`update members.person set full_name = 'Quàng Thị Loan' where id = $1`, [ids.moved])
    expect(await exactIds('quang xuyen', 'secretaryA1')).toEqual([])
    await house.owner.query('update members.person set keeper_id = $2 where id = $1', [ids.moved, house.ground.places.cellB1])
    expect(await exactIds('quang loan', 'secretaryA1')).toEqual([])
    expect(await exactIds('quang loan', 'secretaryB1')).toEqual([ids.moved])
    await house.owner.query('update members.person set withdrawn_at = now() where id = $1', [ids.moved])
    expect(await exactIds('quang loan', 'secretaryB1')).toEqual([])
  })

  it('outside the own part are not there, not even in the total', async () => {
    expect(await find('Trịnh Thị Hòa', 'secretaryA1')).toMatchObject({ people: { total: 2 } })
    expect((await find('trinh hoa', 'secretaryB1')).people).toMatchObject({ total: 1, rows: [{ id: ids.hoaB }] })
    expect((await find('trinh hoa', 'administrator')).people).toEqual({ rows: [], total: 0 })
    expect(await refusalOf(find('trinh', 'memberA1'))).toMatchObject({ kind: 'notAllowed' })
  })
})

test('the keys kept of everybody are those of the whole name', async () => {
  const rows = await house.rows(`
    select x.full_name from members.person x left join search.person_key k on k.person_id = x.id
    where x.withdrawn_at is null and k.words is distinct from search.word_vector(x.full_name || ' ' || coalesce(x.other_name, ''))`)
  expect(rows).toEqual([])
})

describe('organisations', () => {
  it('are found by name, committee, code and former name, within the own part', async () => {
    const { communeA, cellA1 } = house.ground.places
    const organisations = async (q: string, as: Account = 'officer') => (await find(q, as)).organisations.rows
    expect(await organisations('khun luong')).toMatchObject([{ id: cellA1, why: 'name', near: false, above: 'xã Quang Minh', code: '02.034.013.000.001' }])
    expect(await organisations('Đảng ủy xã Quang Minh')).toMatchObject([{ id: communeA, name: 'Đảng bộ xã Quang Minh' }])
    expect(await organisations('Huyện uỷ Bắc Quang')).toMatchObject([{ id: house.ground.places.district }])
    expect((await organisations('02.034.013')).map((row) => row.id)).toContain(communeA)
    expect(await organisations('02.034.013.000.001')).toMatchObject([{ id: cellA1, why: 'code' }])
    expect(await organisations('khum luong')).toMatchObject([{ id: cellA1, near: true }])
    expect(await organisations('khun luong', 'secretaryB1')).toEqual([])
    expect(await organisations('khun luong', 'administrator')).toMatchObject([{ id: cellA1 }])
    await house.owner.query(`update organisations.version set valid_during = '[2016-01-01,)' where organisation_id = $1`, [cellA1])
    await house.owner.query(`insert into organisations.version (id, organisation_id, name, short_name, type, valid_during) values ($1, $2, 'Chi bộ Hợp tác xã Tân Tiến', 'Hợp tác xã Tân Tiến', 'CHI_BO', '[2010-01-01,2016-01-01)')`, [newId(), cellA1])
    expect(await organisations('tan tien')).toMatchObject([{ id: cellA1, why: 'formerName', formerName: 'Chi bộ Hợp tác xã Tân Tiến', formerUntil: '2015-12-31', name: 'Chi bộ Thôn Khun Luông' }])
  })
})

describe('files and decisions', () => {
  it('files are found by the name of the person, within the own part', async () => {
    expect((await find('hoà trịnh')).files.rows.map((row) => row.id).sort()).toEqual([ids.caseA, ids.caseB].sort())
    expect((await find('trinh hoa', 'grassrootsA')).files).toMatchObject({ total: 1, rows: [{ id: ids.caseA, kind: 'admission', isOpen: true, fullName: 'Trịnh Thị Hòa', near: false }] })
    expect((await find('trinh hoa', 'administrator')).files.rows).toEqual([])
  })

  test.each(['12-QĐ/HU', '12 qd hu', 'QĐ số 12', '12'])('a decision leads to its file; a longer number is another one: %s', async (q) => {
    expect((await find(q)).decisions).toMatchObject({ total: 1, rows: [{ kind: 'admission', number: '12-QĐ/HU', decidedOn: '2018-09-01', file: { id: ids.caseA }, personId: ids.hoa }] })
  })

  it('a decision without a file leads to the member, and one of another part is not there', async () => {
    expect((await find('123-QĐ/HU')).decisions.rows).toMatchObject([{ number: '123-QĐ/HU', file: null, personId: ids.hoaB }])
    expect((await find('88-qd')).decisions.rows).toMatchObject([{ kind: 'confirmation', decidedOn: '2001-03-20', personId: ids.hoa }])
    expect((await find('123-QĐ/HU', 'grassrootsA')).decisions).toEqual({ rows: [], total: 0 })
  })

  it('only one group is answered when one is asked for', async () => {
    const found = await find('trinh hoa', 'officer', { group: 'files' })
    expect(found.people).toEqual({ rows: [], total: 0 })
    expect(found.files.total).toBe(2)
  })
})

describe('a covered number', () => {
  const ask = (number: string, as: Account) => house.as(as).search.findByNumber({ number })
  const looks = () => house.rows(`select * from audit.entry where event = 'search.numberAsked' order by number`)

  test.each([['001099012345', 'identity'], ['012345678', 'oldIdentity']])('is found by who may, and the look is written down without the number: %s', async (number, why) => {
    const before = (await looks()).length
    expect((await ask(number, 'secretaryA1')).people.rows).toMatchObject([{ id: ids.hoa, why, near: false }])
    const written = (await looks()).slice(before)
    expect(written).toMatchObject([{ person_id: ids.hoa, subject_id: ids.hoa, facts: { by: why } }])
    expect(JSON.stringify(written)).not.toContain(number)
  })

  it('of somebody outside the own part answers as that of nobody, and leaves the same trace', async () => {
    const before = (await looks()).length
    const outside = await ask('001099054321', 'grassrootsA')
    expect(outside).toEqual(await ask('999999999999', 'grassrootsA'))
    expect(outside.people).toEqual({ rows: [], total: 0 })
    const trace = (await looks()).slice(before).map(({ event, subject_id, person_id, facts }) => ({ event, subject_id, person_id, facts }))
    expect(trace).toHaveLength(2)
    expect(trace[0]).toEqual(trace[1])
  })

  it('is not asked by the administrator or a plain member', async () => {
    expect(await refusalOf(ask('001099012345', 'administrator'))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusalOf(ask('001099012345', 'memberA1'))).toMatchObject({ kind: 'notAllowed' })
  })
})
