import { utils, read as readBook } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, newId, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'
import { qualityRules, ruleOf, type RuleKey } from '../catalogue.ts'
import { rulesSql } from '../rules/index.ts'
import { lawOn } from '../rules/law.ts'
import { plainDate } from '../../../kernel/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const quality = (name: Parameters<House['as']>[0]) => house.as(name).dataQuality
let people = 0
const NAMES = ['Mười', 'Chín', 'Tám', 'Bảy', 'Sáu', 'Năm', 'Tư', 'Ba', 'Hai', 'Nhất']

/** A member in whom nothing is wrong that the rules of one person look at. */
async function rightMember(cell: 'cellB1' | 'cellB2' | 'cellA1' = 'cellB2'): Promise<string> {
  const n = people++
  const id = await addFullMember(house.owner, house.ground.places[cell], `Lù Văn ${NAMES[n % 10]}`, '1970-01-02')
  await house.rows(`update members.person set identity_number = $2, native_place = 'Xã Liên Hiệp', residence = 'Xã Liên Hiệp', general_education = '12/12', phone = '0912345678' where id = $1`, [id, `002070${String(n).padStart(6, '0')}`])
  await house.rows(`update members.membership set card_number = $2 where person_id = $1`, [id, `0400${String(n).padStart(4, '0')}`])
  return id
}

/** Rules that call something of a person wrong, as the officer of the district sees them. */
async function wrongWith(personId: string, day: { asOf?: string; knownAt?: string } = {}): Promise<string[]> {
  const { rows } = await quality('officer').listFaults({ ...day, size: 200, search: (await house.rows('select full_name from members.person where id = $1', [personId]))[0]!.full_name })
  return rows.filter((row) => row.personId === personId).map(({ rule }) => rule).toSorted()
}

const person = (id: string, change: string, values: unknown[] = []) => house.rows(`update members.person set ${change} where id = $1`, [id, ...values])
const membership = (id: string, change: string) => house.rows(`update members.membership set ${change} where person_id = $1`, [id])
const away = (id: string, columns: Record<string, unknown> = {}) => house.rows(
  `insert into members.overlay (id, person_id, kind, valid_during, place, phone, excused_until, contact_id) values (gen_random_uuid(), $1, 'away', '[2018-01-01,)', 'Bắc Ninh', $2, $3, $4)`, [id, columns.phone ?? null, columns.excusedUntil ?? null, columns.contact ?? null])
const value = (id: string, field: string, content: unknown) => house.rows(`insert into member_sheet.value (person_id, field, content, valid_during) values ($1, $2, $3, '(,)')`, [id, field, JSON.stringify(content)])
const line = (id: string, list: string, content: unknown) => house.rows(`insert into member_sheet.entry (entry_id, person_id, list, content) values (gen_random_uuid(), $1, $2, $3)`, [id, list, JSON.stringify(content)])
const status = (id: string, change: string) => house.rows(`update members.status set ${change} where person_id = $1 and upper_inf(valid_during)`, [id])
const post = (id: string, organisationId: string, position: string, from = '2016-01-01') => house.rows(`insert into members.post (id, person_id, organisation_id, position, held_during) values (gen_random_uuid(), $1, $2, $3, daterange($4, null))`, [id, organisationId, position, from])

describe('the catalogue', () => {
  test('has a name, a code of its own and SQL for every rule, in four kinds', () => {
    const sql = rulesSql(lawOn(plainDate('2018-10-05'), []))
    expect(Object.keys(sql).toSorted()).toEqual(qualityRules.map(({ key }) => key).toSorted())
    expect(new Set(qualityRules.map(({ code }) => code)).size).toBe(qualityRules.length)
    expect(new Set(qualityRules.map(({ kind }) => kind)).size).toBe(4)
    expect(qualityRules.length).toBeGreaterThanOrEqual(60)
  })
})

test('nothing is wrong with a member of whom everything is known', async () => {
  expect(await wrongWith(await rightMember())).toEqual([])
})

type Case = readonly [rule: RuleKey, spoil: (id: string) => Promise<unknown>, also?: readonly RuleKey[]]
const cases: readonly Case[] = [
  ['birthMissing', (id) => person(id, 'born_on = null')],
  ['birthOnlyYear', (id) => person(id, `born_on = '1970'`)],
  ['birthNotPossible', (id) => person(id, `born_on = '1890-01-02', identity_number = null, old_identity_number = '073123456'`)],
  ['sexMissing', (id) => person(id, 'sex = null')],
  ['ethnicityMissing', (id) => person(id, 'ethnicity = null')],
  ['nativePlaceMissing', (id) => person(id, `native_place = ''`)],
  ['residenceMissing', (id) => person(id, 'residence = null')],
  ['educationMissing', (id) => person(id, 'general_education = null')],
  ['identityMissing', (id) => person(id, 'identity_number = null')],
  ['identityMalformed', (id) => person(id, `identity_number = '00207012345'`)],
  ['oldIdentityMalformed', (id) => person(id, `old_identity_number = '07312345'`)],
  ['identityDisagrees', (id) => person(id, `sex = 'female'`)],
  ['identityDisagrees', (id) => person(id, `born_on = '1971-01-02'`)],
  ['phoneMalformed', (id) => person(id, `phone = '09123'`)],
  ['joiningDayMissing', (id) => membership(id, 'decided_on = null, ceremony_on = null, admitted_on = null')],
  ['joinedTooYoung', (id) => person(id, `born_on = '1982-03-02', identity_number = overlay(identity_number placing '82' from 5)`)],
  ['confirmationMissing', (id) => membership(id, 'confirmed_on = null')],
  ['confirmedBeforeJoined', (id) => membership(id, `confirmed_on = '1999-03-15'`)],
  ['confirmationSignedEarly', (id) => membership(id, `confirmation_signed_on = '2001-03-14'`)],
  ['probationLengthWrong', (id) => membership(id, `decided_on = '2012-03-01', decision_number = '5-QĐ/HU', ceremony_on = '2012-03-15', admitted_on = '2012-03-15', confirmed_on = '2013-04-20'`)],
  ['decisionNumberMissing', (id) => membership(id, `decided_on = '2012-03-01', ceremony_on = '2012-03-15', admitted_on = '2012-03-15', confirmed_on = '2013-03-15'`)],
  ['cardMissing', (id) => membership(id, 'card_number = null')],
  ['cardMalformed', (id) => membership(id, `card_number = '040012'`)],
  ['stateWithoutPaper', (id) => status(id, `status = 'exempt'`)],
  ['awayPhoneMissing', async (id) => { await person(id, 'phone = null'); await away(id, { contact: house.ground.members.cellB2[1] }) }],
  ['awayContactMissing', (id) => away(id)],
  ['excuseLapsed', (id) => away(id, { excusedUntil: '2018-10-04', contact: house.ground.members.cellB2[1] })],
  ['birthOnOtherPaper', (id) => value(id, 'bornOnOtherPapers', { date: '1971', paper: 'Căn cước' })],
  ['degreeAboveEducation', async (id) => { await person(id, `general_education = '7/12'`); await value(id, 'degree', 'Cử nhân') }],
  ['familyMissing', (id) => line(id, 'career', { work: 'Làm ruộng', from: '1990' })],
  ['careerMissing', (id) => line(id, 'family', { relation: 'Bố đẻ', name: 'Lù Seo Páo', born: '1940' })],
  ['careerOld', async (id) => { await line(id, 'career', { work: 'Làm ruộng', from: '1990', to: '2015' }); await line(id, 'family', { relation: 'Con', name: 'Lù A', born: '1995' }) }],
  ['parentTooYoung', (id) => line(id, 'family', { relation: 'Mẹ đẻ', name: 'Lù Thị Sim', born: '1960' }), ['careerMissing']],
  ['lineEndsBeforeItBegins', (id) => line(id, 'career', { work: 'Làm ruộng', from: '1990-05', to: '1989' }), ['careerOld', 'familyMissing']],
  ['lineOutsideLife', (id) => line(id, 'awards', { award: 'Giấy khen', on: '1960' }), ['careerMissing', 'familyMissing']],
  ['badgeBeforeItsYears', (id) => line(id, 'badges', { badge: 'Huy hiệu 30 năm tuổi Đảng', on: '2017-02-03' }), ['careerMissing', 'familyMissing']],
  ['postInOtherCell', (id) => post(id, house.ground.places.cellB1, 'CHI_UV')],
  ['postBeforeTerm', (id) => post(id, house.ground.places.cellB2, 'CHI_UV', '2014-01-01')],
]

test.each(cases.map(([rule, spoil, also = []]) => ({ rule, spoil, also })))('$rule is found, and nothing else', async ({ rule, spoil, also }) => {
  const id = await rightMember()
  await spoil(id)
  expect(await wrongWith(id)).toEqual([rule, ...also].toSorted())
})

test('a number that two bear is wrong with both, wherever the other one is', async () => {
  const [own, other] = [await rightMember('cellB2'), await rightMember('cellA1')]
  await membership(own, `card_number = '04999999'`)
  await membership(other, `card_number = '04999999'`)
  await person(other, `identity_number = (select identity_number from members.person where id = $2)`, [own])
  expect(await wrongWith(own)).toEqual(['cardTwice', 'identityTwice'])
  const seen = await quality('grassrootsB').listFaults({ rule: 'cardTwice' })
  expect(seen.rows.map(({ personId }) => personId)).toEqual([own])
  expect(JSON.stringify(await quality('grassrootsB').listFaults({ rule: 'identityTwice' }))).not.toContain('002070')
})

test('a member long past the end of probation is asked about, and the recognition that is entered is believed', async () => {
  const id = await rightMember()
  await house.rows(`delete from members.status where person_id = $1`, [id])
  await house.rows(`insert into members.status (id, person_id, status, valid_during) values (gen_random_uuid(), $1, 'probationary', '[2016-03-01,)')`, [id])
  expect(await wrongWith(id)).toEqual(['probationLong', 'probationaryButConfirmed'])
})

test('places by a commune of before and numbers of nine digits are old only from the day that made them so', async () => {
  const id = await rightMember()
  await person(id, `identity_number = null, old_identity_number = '073123456'`)
  await house.rows(`delete from member_sheet.value where person_id = $1 and field = 'residence'`, [id])
  await value(id, 'residence', { text: 'Thôn Khun, xã Quang Minh', unitCode: '01189', unitOn: '2018-01-01' })
  expect(await wrongWith(id)).toEqual([])
  const later = await openHouse({ today: '2025-08-01' })
  try {
    const other = await addFullMember(later.owner, later.ground.places.cellB2, 'Lù Văn Nay', '1970-01-02')
    await later.rows(`update members.person set old_identity_number = '073123456' where id = $1`, [other])
    await later.rows(`insert into member_sheet.value (person_id, field, content, valid_during) values ($1, 'residence', $2, '(,)')`, [other, JSON.stringify({ text: 'Xã Quang Minh', unitCode: '01189', unitOn: '2018-01-01' })])
    const { rows } = await later.as('officer').dataQuality.listFaults({ kind: 'stale' })
    expect(rows.filter(({ personId }) => personId === other).map(({ rule }) => rule).toSorted()).toEqual(['identityOnlyOld', 'residenceOldCommune'])
    expect(JSON.stringify(rows)).not.toContain('073123456')
  } finally {
    await later.close()
  }
})

test('a dossier that was opened lacks papers; in a cell where none was opened nobody is asked for one', async () => {
  const id = await rightMember('cellB1')
  expect(await wrongWith(id)).toEqual([])
  const { dossierId } = await house.as('officer').dossiers.openDossier({ personId: id, openedOn: '2018-10-01' })
  for (const documentType of ['KNĐ-1', 'KNĐ-2', 'HSĐV-1', 'HSĐV-2', 'KNĐ-16']) await house.as('officer').dossiers.recordItem({ dossierId, documentType, ...(documentType === 'KNĐ-16' ? { datedOn: '2000' } : {}) })
  expect(await wrongWith(id)).toEqual(['confirmationYearDisagrees', 'dossierPapersMissing'])
  await house.as('officer').dossiers.recordItem({ dossierId, documentType: 'KNĐ-9', datedOn: '1999-12-01' })
  expect(await wrongWith(id)).toEqual(['confirmationYearDisagrees', 'decisionYearDisagrees'])
  const { rows } = await quality('secretaryB1').listFaults({ rule: 'dossierNotOpened' })
  expect(rows).toHaveLength(9)
})

test('organisations are held against rules too', async () => {
  const { places, members } = house.ground
  await house.rows(`update members.post set held_during = daterange(lower(held_during), '2018-10-01') where organisation_id = $1`, [places.cellA3])
  await house.rows(`update organisations.committee set term = daterange(lower(term), '2018-09-01') where organisation_id = $1`, [places.cellA3])
  await post(members.cellA2[1]!, places.cellA2, 'BT')
  await house.rows(`update members.status set status = 'probationary' where person_id = any ($1)`, [members.cellA3.slice(0, 7)])
  const { rows } = await quality('grassrootsA').listFaults({ size: 200 })
  const about = (organisationId: string) => rows.filter((row) => row.subject === 'organisation' && row.organisationId === organisationId).map(({ rule, what }) => [rule, what])
  expect(about(places.cellA3)).toEqual([['cellTooSmall', 'Chỉ có 2 đảng viên chính thức.'], ['cellWithoutSecretary', 'Không ai đang giữ chức bí thư.'], ['committeeTermOver', 'Nhiệm kỳ đã hết từ 31/08/2018.']])
  expect(about(places.cellA2)).toEqual([['twoSecretaries', '2 người cùng giữ chức bí thư.']])
})

test('files and people who are followed are held against rules too', async () => {
  const { places, members } = house.ground
  const id = await rightMember()
  await house.rows(`insert into admission.case_file (id, kind, person_id, cell_id, stage, stage_since, opened_on, cell_resolved_on, mentor_id) values (gen_random_uuid(), 'admission', $1, $2, 'gathering', '2017-01-01', '2017-01-01', '2016-12-01', null)`, [id, places.cellB2])
  expect(await wrongWith(id)).toEqual(['fileOfMember', 'fileStands', 'resolvedBeforeOpened'])
  const [followed] = await house.rows(`insert into members.person (id, full_name, sort_key, keeper_id) values ($1, 'Giàng Seo Pao', 'pao', $2) returning id`, [newId(), places.cellB2])
  const [{ id: prospectId }] = await house.rows(`insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on) values (gen_random_uuid(), $1, $2, '2017-01-01') returning id`, [followed!.id, places.cellB2]) as [{ id: string }]
  await house.rows(`insert into sources_and_targets.awareness_certificate (id, person_id, issued_on) values (gen_random_uuid(), $1, '2013-01-01')`, [followed!.id])
  expect(await wrongWith(followed!.id)).toEqual(['certificateLapsed', 'helperMissing', 'prospectBirthMissing', 'remarkOld'])
  await house.rows(`insert into sources_and_targets.mentor_assignment (id, prospect_id, mentor_id, assigned_during) values (gen_random_uuid(), $1, $2, '[2017-01-01,)')`, [prospectId, followed!.id])
  expect(await wrongWith(followed!.id)).toEqual(['certificateLapsed', 'followedHelperNoMember', 'prospectBirthMissing', 'remarkOld'])
  expect(members.cellB2.length).toBe(9)
})

test('what was not known at a moment is judged as it was known then', async () => {
  const id = await rightMember()
  await person(id, 'residence = null')
  await house.rows(`update members.person_version set recorded_at = '2018-01-01T00:00:00Z', superseded_at = '2018-08-01T00:00:00Z' where person_id = $1`, [id])
  await house.rows(`update members.person set recorded_at = '2018-08-01T00:00:00Z' where id = $1`, [id])
  for (const table of ['membership', 'status', 'placement']) await house.rows(`update members.${table} set recorded_at = '2018-01-01T00:00:00Z' where person_id = $1`, [id])
  await house.rows(`delete from members.person_version where person_id = $1 and content ->> 'residence' is null`, [id])
  expect(await wrongWith(id, { knownAt: '2018-07-01T00:00:00+07:00' })).toEqual([])
  expect(await wrongWith(id)).toEqual(['residenceMissing'])
})

describe('rights', () => {
  test('everybody sees the faults of the own part and no others', async () => {
    const [a, b] = [await quality('secretaryA1').listFaults({ size: 200 }), await quality('secretaryB1').listFaults({ size: 200 })]
    expect(new Set(a.rows.map(({ organisationId }) => organisationId))).toEqual(new Set([house.ground.places.cellA1]))
    expect(b.rows.every(({ organisationId }) => organisationId === house.ground.places.cellB1)).toBe(true)
    expect((await refusalOf(quality('grassrootsA').listFaults({ organisationId: house.ground.places.cellB1 }))).kind).toBe('notFound')
    expect((await refusalOf(quality('grassrootsA').findScore({ organisationId: house.ground.places.communeB }))).kind).toBe('notFound')
    for (const name of ['memberA1', 'administrator'] as const) expect((await refusalOf(quality(name).listFaults({}))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(quality('withoutRole').findScore({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('the list goes out as a workbook with the reason, by who may', async () => {
    const answer = (await house.as('secretaryB1').audit.exportList({ list: 'faults', reason: 'Họp chi bộ' })) as unknown as FileAnswer
    const parts: Buffer[] = []
    for await (const part of answer.content as NodeJS.ReadableStream) parts.push(Buffer.from(part))
    const book = readBook(Buffer.concat(parts))
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
    expect(rows.flat().join(' ')).toContain('Họp chi bộ')
    expect(rows.filter((row) => /^\d+$/.test(String(row[0] ?? '')))).toHaveLength((await quality('secretaryB1').listFaults({})).total!)
    expect((await refusalOf(house.as('leader').audit.exportList({ list: 'faults', reason: 'x' }))).codes).toEqual(['platform.notAllowed'])
  })
})

test('every rule that is found says what and what to do in words without gaps', async () => {
  const { rows } = await quality('officer').listFaults({ size: 200, state: 'all' })
  for (const { rule, what, todo, code } of rows) {
    expect(`${what} ${todo}`).not.toMatch(/[{}]|undefined|null/)
    expect(code).toBe(ruleOf(rule).code)
  }
})
