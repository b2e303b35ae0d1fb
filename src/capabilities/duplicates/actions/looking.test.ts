import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { layPerson } from '../../../../tests/harness/one-person.ts'
import type { Finding, PartName } from '../codes.ts'

let house: House
const as = (name: Parameters<House['as']>[0]) => house.as(name).duplicates
const lay = (fullName: string, columns: Record<string, unknown> = {}, cell: keyof House['ground']['members'] = 'cellA1') => layPerson(house, house.ground.places[cell], fullName, columns)

beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Row = Awaited<ReturnType<ReturnType<typeof as>['listPairs']>>['rows'][number]
const pairOf = (rows: readonly Row[], a: string, b: string) => rows.find(({ first, second }) => [first.personId, second.personId].sort().join() === [a, b].sort().join())

describe('what a look finds', () => {
  const born = { born_on: '1971-08-09', native_place: 'Xã Quang Minh', phone: '0912000333' }
  const cases: [what: string, a: [string, object?], b: [string, object?], part: PartName, finding: Finding][] = [
    ['other marks', ['Phàn Văn Hòa', born], ['Phan Van Hoa', born], 'name', 'marks'],
    ['old and new place of the tone', ['Sùng Thị Thúy', born], ['Sùng Thị Thuý', born], 'name', 'same'],
    ['another Unicode form', ['Giàng Mí Lử', born], ['Giàng Mí Lử'.normalize('NFD'), born], 'name', 'same'],
    ['another order', ['Vừ Mí Say', born], ['Say Vừ Mí', born], 'name', 'order'],
    ['no middle name', ['Cháng Văn Pao', born], ['Cháng Pao', born], 'name', 'middleMissing'],
    ['no middle name and only the year', ['Lầu Văn Chứ', born], ['Lầu Chứ', { ...born, born_on: '1971' }], 'name', 'middleMissing'],
    ['another letter in the given name', ['Thào Văn Dính', born], ['Thào Văn Dinhh', born], 'name', 'letterOff'],
    ['another letter in the family name', ['Mùaa Văn Sáng', born], ['Mùa Văn Sáng', born], 'name', 'letterOff'],
    ['the other name', ['Ly Mí Pó', { ...born, other_name: 'Ly Chứ Dia' }], ['Ly Chứ Dia', born], 'name', 'otherName'],
    ['a nickname of one word', ['Hờ Văn Tủa', { ...born, other_name: 'Chống' }], ['Hờ Văn Chống', born], 'name', 'otherName'],
    ['day and month exchanged', ['Tẩn Văn Lẻng', born], ['Tẩn Văn Lẻng', { ...born, born_on: '1971-09-08' }], 'birth', 'swapped'],
    ['a year off', ['Chảo Văn Phú', born], ['Chảo Văn Phú', { ...born, born_on: '1972-08-09' }], 'birth', 'yearOff'],
    ['a digit of the day off', ['Lù Văn Pín', born], ['Lù Văn Pín', { ...born, born_on: '1971-08-19' }], 'birth', 'digitOff'],
    ['only the year', ['Xin Văn Cương', born], ['Xin Văn Cương', { ...born, born_on: '1971' }], 'birth', 'lessExact'],
    ['one number, two names', ['Vàng Văn Một', { ...born, identity_number: '002071003333' }], ['Nguyễn Thị Khác', { ...born, identity_number: '002071003333' }], 'identity', 'same'],
    ['a digit of the number off', ['Ngải Seo Lìn', { ...born, identity_number: '002071004444' }], ['Ngải Seo Lìn', { born_on: '1980', identity_number: '002071004445', phone: '0912000333', native_place: 'Quang Minh' }], 'identity', 'digitOff'],
    ['two digits exchanged', ['Thền Văn Kim', { identity_number: '002071005612', native_place: 'Quang Minh' }], ['Thền Văn Kim', { identity_number: '002071005621' }], 'identity', 'digitOff'],
    ['the old number', ['Tráng A Sử', { old_identity_number: '073123456' }], ['Tráng A Sử', { identity_number: '073123456' }], 'identity', 'same'],
  ]

  test.each(cases)('%s', async (_what, [a, ofA = {}], [b, ofB = {}], part, finding) => {
    const [one, two] = [await lay(a, ofA as Record<string, unknown>), await lay(b, ofB as Record<string, unknown>)]
    await as('grassrootsA').lookForPairs({})
    const found = pairOf((await as('grassrootsA').listPairs({ size: 200 })).rows, one, two)
    expect(found?.parts.find((each) => each.part === part)?.finding).toBe(finding)
    await house.owner.query('update members.person set withdrawn_at = now() where id = any ($1)', [[one, two]])
  })

  test('an alias of the sheet, a card with a digit off', async () => {
    const [one, two] = [await addFullMember(house.owner, house.ground.places.cellA1, 'Lý Seo Hồ', '1966-01-02'), await lay('Lý Văn Bí', { born_on: '1966-01-02' })]
    await house.owner.query(`insert into member_sheet.value (person_id, field, content, valid_during) values ($1, 'alias', '"Lý Văn Bí"', '(,)')`, [one])
    const [three, four] = [await addFullMember(house.owner, house.ground.places.cellA1, 'Sền Văn Tư', '1966-01-02'), await addFullMember(house.owner, house.ground.places.cellA2, 'Sền Văn Tư', '1968-11-22')]
    await house.owner.query(`update members.membership set card_number = case person_id when $1 then '74.005611' else '74.005612' end where person_id = any ($2)`, [three, [three, four]])
    await as('grassrootsA').lookForPairs({})
    const { rows } = await as('grassrootsA').listPairs({ size: 200 })
    expect(pairOf(rows, one, two)?.parts[0]).toMatchObject({ part: 'name', finding: 'otherName' })
    expect(pairOf(rows, three, four)).toBeUndefined()
    const { pairId } = await as('grassrootsA').pairPeople({ firstId: three, secondId: four })
    expect((await as('grassrootsA').findPair({ pairId })).parts).toContainEqual({ part: 'card', finding: 'digitOff', points: 18 })
  })

  test('namesakes of one year who were born on other days are no question', async () => {
    const [one, two] = [await lay('Hầu Văn Say', { born_on: '1975-01-20' }), await lay('Hầu Văn Say', { born_on: '1975-11-03' })]
    await as('grassrootsA').lookForPairs({})
    expect(pairOf((await as('grassrootsA').listPairs({ size: 200 })).rows, one, two)).toBeUndefined()
  })
})

describe('whose part', () => {
  let across: [string, string]
  beforeAll(async () => { across = [await lay('Nùng Văn Chung', { born_on: '1969-06-07' }, 'cellA2'), await lay('Nùng Văn Chung', { born_on: '1969-06-07' }, 'cellB1')] })

  test('a pair across two communes is found and seen by the level above both only', async () => {
    for (const name of ['officer', 'grassrootsA', 'grassrootsB'] as const) await as(name).lookForPairs({})
    expect(pairOf((await as('officer').listPairs({ size: 200 })).rows, ...across)).toBeDefined()
    for (const name of ['grassrootsA', 'grassrootsB'] as const) expect(pairOf((await as(name).listPairs({ size: 200 })).rows, ...across)).toBeUndefined()
    const pair = pairOf((await as('officer').listPairs({ size: 200, search: 'nung van chung' })).rows, ...across)!
    expect(await refusalOf(as('grassrootsA').findPair({ pairId: pair.id }))).toMatchObject({ kind: 'notFound', codes: ['duplicates.pairNotFound'] })
    expect(await refusalOf(as('grassrootsA').keepApart({ pairId: pair.id, version: 1, reason: 'Khác' }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(as('grassrootsA').pairPeople({ firstId: across[0], secondId: across[1] }))).toMatchObject({ kind: 'notFound' })
  })

  test('the list of a commune holds what touches it; of another one not', async () => {
    const listed = async (organisationId: string) => pairOf((await as('officer').listPairs({ organisationId, size: 200 })).rows, ...across)
    expect(await listed(house.ground.places.communeB)).toBeDefined()
    expect(await listed(house.ground.places.hospital)).toBeUndefined()
  })

  test.each(['secretaryA1', 'leader', 'inspector', 'memberA1', 'administrator'] as const)('%s does not see the list', async (name) => {
    expect(await refusalOf(as(name).listPairs({}))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusalOf(as(name).lookForPairs({}))).toMatchObject({ kind: 'notAllowed' })
  })

  test('a secretary who writes somebody down is asked about people of the own cell only', async () => {
    await lay('Cồ Văn Hỏi', { born_on: '1990-02-03' }, 'cellA1')
    const asked = { fullName: 'Cồ Văn Hỏi', bornOn: '1990-02-03' }
    expect((await as('secretaryA1').findLike(asked)).rows).toMatchObject([{ fullName: 'Cồ Văn Hỏi', score: 55 }])
    expect((await as('secretaryA2').findLike(asked)).rows).toEqual([])
    expect(await refusalOf(as('inspector').findLike(asked))).toMatchObject({ kind: 'notAllowed' })
  })
})

describe('who is like somebody who is written down', () => {
  test.each<[string, Parameters<ReturnType<typeof as>['findLike']>[0]]>([
    ['without marks', { fullName: 'Dao Thi Xinh', bornOn: '1988-04-04' }], ['with a letter off', { fullName: 'Dào Thị Xin', bornOn: '1988-04-04', nativePlace: 'Quang Minh' }],
    ['with day and month exchanged', { fullName: 'Dào Thị Xinh', bornOn: '1988-04-04' }], ['by the number alone', { fullName: 'Dào Thị Xinh', identityNumber: '002188001111' }],
  ])('%s', async (_what, asked) => {
    const id = (await house.rows(`select id from members.person where full_name = 'Dào Thị Xinh'`))[0]?.id ?? (await lay('Dào Thị Xinh', { born_on: '1988-04-04', identity_number: '002188001111', native_place: 'Xã Quang Minh' }))
    expect((await as('officer').findLike(asked)).rows.map(({ personId }) => personId)).toEqual([id])
  })

  test('nobody, when nobody is', async () => {
    expect((await as('officer').findLike({ fullName: 'Không Ai Cả', bornOn: '1950-01-01' })).rows).toEqual([])
  })
})

describe('two people', () => {
  let pairId: string
  let ids: [string, string]
  beforeEach(async () => {
    await house.owner.query(`update members.person set withdrawn_at = now() where full_name = 'Đèo Văn Đôi'`)
    ids = [await lay('Đèo Văn Đôi', { born_on: '1977-07-07' }), await lay('Đèo Văn Đôi', { born_on: '1977-07-07' })]
    await as('grassrootsA').lookForPairs({})
    pairId = pairOf((await as('grassrootsA').listPairs({ size: 200 })).rows, ...ids)!.id
  })
  const state = async (asked: 'open' | 'different') => pairOf((await as('grassrootsA').listPairs({ state: asked, size: 200 })).rows, ...ids)

  test('are not asked about again, the reason stands there, and the question comes back when one of them changes', async () => {
    await as('grassrootsA').keepApart({ pairId, version: 1, reason: 'Hai anh em sinh đôi' })
    expect(await state('open')).toBeUndefined()
    await as('grassrootsA').lookForPairs({})
    expect(await state('open')).toBeUndefined()
    expect(await state('different')).toMatchObject({ reason: 'Hai anh em sinh đôi', decidedOn: '2018-10-05', decidedBy: 'Người dùng grassrootsA' })
    await house.owner.query(`update members.person set occupation = 'Thợ mộc' where id = $1`, [ids[0]])
    await as('grassrootsA').lookForPairs({})
    expect(await state('open')).toBeUndefined()
    await house.owner.query(`update members.person set phone = '0912999888' where id = any ($1)`, [ids])
    expect(await as('grassrootsA').lookForPairs({})).toMatchObject({ fresh: 1 })
    expect(await state('open')).toMatchObject({ id: pairId, reason: null })
    expect((await as('grassrootsA').findPair({ pairId })).decisions.map(({ verdict }) => verdict)).toEqual(['changed', 'different'])
    expect(await house.auditOf(ids[0])).toContain('duplicates.keptApart')
  })

  test('a stale version and a pair that was decided are refused', async () => {
    expect(await refusalOf(as('grassrootsA').keepApart({ pairId, version: 7, reason: 'x' }))).toMatchObject({ codes: ['platform.staleVersion'] })
    await as('grassrootsA').keepApart({ pairId, version: 1, reason: 'Khác nhau' })
    expect(await refusalOf(as('grassrootsA').keepApart({ pairId, version: 2, reason: 'x' }))).toMatchObject({ codes: ['duplicates.pairDecided'] })
  })

  test('a record is no pair with itself; a pair asked about twice is one', async () => {
    expect(await refusalOf(as('officer').pairPeople({ firstId: ids[0], secondId: ids[0] }))).toMatchObject({ codes: ['duplicates.samePerson'] })
    expect(await as('officer').pairPeople({ firstId: ids[1], secondId: ids[0] })).toEqual({ pairId })
  })

  test('the list goes out as a workbook, with its reason in the trail', async () => {
    const file = (await house.as('grassrootsA').audit.exportList({ list: 'pairs', reason: 'Họp rà soát' })) as unknown as { name: string }
    expect(file).toBeDefined()
    expect(await house.rows(`select 1 from audit.entry where event = 'duplicates.exported' and facts ->> 'reason' = 'Họp rà soát'`)).toHaveLength(1)
    expect(await refusalOf(house.as('secretaryA1').audit.exportList({ list: 'pairs', reason: 'x' }))).toMatchObject({ kind: 'notAllowed' })
  })
})
