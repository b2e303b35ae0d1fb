import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId, uncertainDate } from '../../../kernel/index.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { layPerson } from '../../../../tests/harness/one-person.ts'

let house: House
const as = (name: Parameters<House['as']>[0]) => house.as(name)
const { officer, commune } = { officer: () => as('officer').duplicates, commune: () => as('grassrootsA').duplicates }

beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Place = 'cellA1' | 'cellA2' | 'cellB1'
const member = (cell: Place, name: string, bornOn = '1970-02-03') => addFullMember(house.owner, house.ground.places[cell], name, bornOn)
const prospect = async (cell: Place, name: string, columns: Record<string, unknown> = {}) => {
  const id = await layPerson(house, house.ground.places[cell], name, columns)
  await house.owner.query(`insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on) values ($1, $2, $3, '2018-01-10')`, [newId(), id, house.ground.places[cell]])
  return id
}

/** Joins `other` into `survivor`; `theirs`: items taken from the other. */
async function join(survivor: string, other: string, { theirs = [], membership, by = 'officer' as const }: { theirs?: string[]; membership?: 'survivor' | 'other'; by?: 'officer' | 'grassrootsA' } = {}) {
  const calls = as(by).duplicates
  const { pairId } = await calls.pairPeople({ firstId: survivor, secondId: other })
  const pair = await calls.findPair({ pairId })
  const side = (id: string) => (pair.first.personId === id ? 'first' as const : 'second' as const)
  const choices = pair.fields.filter(({ needsChoice }) => needsChoice).map(({ field }) => ({ field, side: side(theirs.includes(field) ? other : survivor) }))
  return calls.joinRecords({ pairId, version: pair.version, survivor: side(survivor), ...(membership ? { membership: side(membership === 'survivor' ? survivor : other) } : {}), choices, reason: 'Cùng một người', basis: 'Lý lịch gốc' })
}

describe('a member who was also written down as a source', () => {
  let kept: string
  let other: string
  let joiningId: string
  beforeEach(async () => {
    kept = await member('cellA1', 'Sùng Văn Nhập')
    other = await prospect('cellA2', 'Sung Van Nhap', { born_on: '1970', phone: '0912777666', occupation: 'Giáo viên', identity_number: '002070001111' })
    await house.owner.query(`update members.person set occupation = 'Nông dân' where id = $1`, [kept])
    ;({ joiningId } = await join(kept, other, { theirs: ['occupation'], by: 'grassrootsA' }))
  })

  test('has what only the other said, and what was chosen; what was not chosen stays as history', async () => {
    const found = await as('officer').members.findMember({ id: kept })
    expect(found).toMatchObject({ fullName: 'Sùng Văn Nhập', bornOn: '1970-02-03', phone: '0912777666', occupation: 'Giáo viên', identityMasked: '•••• •••• 1111', status: 'full' })
    expect(found.corrections[0]).toMatchObject({ reason: 'Cùng một người', paper: 'Lý lịch gốc' })
    expect(found.corrections[0]!.changes).toContainEqual({ field: 'occupation', before: 'Nông dân', after: 'Giáo viên' })
    const joining = await commune().findJoining({ joiningId })
    expect(joining.notTaken.map(({ field, value }) => [field, value])).toEqual(expect.arrayContaining([['fullName', 'Sung Van Nhap'], ['bornOn', '1970']]))
    expect(joining.taken).toContain('Nghề nghiệp hiện nay')
    expect(joining.moved).toContainEqual({ what: 'lần theo dõi nguồn', rows: 1 })
    expect(joining.mayPart).toBe(true)
  })

  test('is found under both addresses, and once in every list', async () => {
    for (const id of [kept, other]) {
      expect((await as('officer').members.findMember({ id })).id).toBe(kept)
      expect((await as('officer').memberSheet.findSheet({ personId: id })).personId).toBe(kept)
      expect((await as('officer').dossiers.findDossier({ personId: id })).person.id).toBe(kept)
    }
    expect((await as('officer').members.listPeople({ search: 'sung van nhap', limit: 50 })).rows.filter(({ id }) => [kept, other].includes(id)).map(({ id }) => id)).toEqual([kept])
    expect((await as('officer').sourcesAndTargets.listProspects({ size: 200 })).rows.filter(({ personId }) => [kept, other].includes(personId)).map(({ personId }) => personId)).toEqual([kept])
  })

  test('an act on the record that was put aside does not find it', async () => {
    expect(await refusalOf(as('officer').members.recordAway({ id: other, since: uncertainDate('2018-05'), place: 'Bình Dương' }))).toMatchObject({ kind: 'notFound' })
  })

  test('stands in the trail of both', async () => {
    expect(await house.auditOf(kept)).toContain('duplicates.joined')
    expect(await house.auditOf(other)).toContain('duplicates.joinedAway')
    expect(await house.rows('select joined_into from members.person where id = $1', [other])).toEqual([{ joined_into: kept }])
  })

  test('can be parted again while nothing was built on it; the question stands again', async () => {
    const { pairId } = await commune().partRecords({ joiningId, version: 1, reason: 'Hai người thật' })
    expect(await as('officer').members.findMember({ id: kept })).toMatchObject({ occupation: 'Nông dân', phone: null, corrections: [] })
    expect(await as('officer').members.findMember({ id: other })).toMatchObject({ id: other, fullName: 'Sung Van Nhap', status: null })
    expect((await commune().findPair({ pairId: pairId! })).decisions.map(({ verdict }) => verdict)).toEqual(['parted', 'joined'])
    expect(await commune().findJoining({ joiningId })).toMatchObject({ undoneOn: '2018-10-05', undoReason: 'Hai người thật', mayPart: false })
    expect(await refusalOf(commune().partRecords({ joiningId, version: 2, reason: 'x' }))).toMatchObject({ codes: ['duplicates.joiningUndone'] })
    expect(await house.auditOf(other)).toContain('duplicates.parted')
  })

  test('cannot be parted once something was written about it, which is named', async () => {
    await as('officer').members.recordAway({ id: kept, since: uncertainDate('2018-09'), place: 'Bình Dương' })
    expect((await commune().findJoining({ joiningId })).builtSince).toEqual([{ what: 'đi làm ăn xa, sinh hoạt tạm thời, kỷ luật', rows: 1 }])
    expect(await refusalOf(commune().partRecords({ joiningId, version: 1, reason: 'x' }))).toMatchObject({ codes: ['duplicates.builtSince'], facts: { what: ['đi làm ăn xa, sinh hoạt tạm thời, kỷ luật'] } })
  })

  test('an import that brought one of the two names it as kept', async () => {
    expect((await house.rows('select by_table from members.referred_to($1)', [[kept]])).map((row) => row.by_table)).toContain('duplicates.joining')
  })

  test('a stale version is refused, and somebody of another commune finds no joining', async () => {
    expect(await refusalOf(commune().partRecords({ joiningId, version: 5, reason: 'x' }))).toMatchObject({ codes: ['platform.staleVersion'] })
    expect(await refusalOf(as('grassrootsB').duplicates.findJoining({ joiningId }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(as('grassrootsB').duplicates.partRecords({ joiningId, version: 1, reason: 'x' }))).toMatchObject({ kind: 'notFound' })
    expect((await as('grassrootsB').duplicates.listJoinings({})).rows.map(({ id }) => id)).not.toContain(joiningId)
    expect(await refusalOf(as('secretaryA1').duplicates.listJoinings({}))).toMatchObject({ kind: 'notAllowed' })
    expect((await commune().listJoinings({ personId: other })).rows.map(({ id }) => id)).toEqual([joiningId])
  })
})

describe('two members', () => {
  test('of two cells on one day are refused, with the cells to choose from', async () => {
    const [a, b] = [await member('cellA1', 'Giàng Văn Hai'), await member('cellA2', 'Giàng Văn Hai')]
    expect(await refusalOf(join(a, b))).toMatchObject({ codes: ['duplicates.twoCells'], facts: { first: 'Chi bộ Thôn Khun Luông', second: 'Chi bộ Thôn Đồng Bó' } })
    const { pairId } = await officer().pairPeople({ firstId: a, secondId: b })
    const { obstacles } = await officer().findPair({ pairId })
    expect(obstacles.first[0]!.words).toContain('Thôn Đồng Bó')
    expect(obstacles.second).toHaveLength(1)
  })

  test('become one once one of them moved to the other cell; figures of the past say what was known then', async () => {
    const [a, b] = [await member('cellA1', 'Giàng Văn Ba'), await member('cellA2', 'Giàng Văn Ba')]
    await as('grassrootsA').members.moveMember({ id: b, cellId: house.ground.places.cellA1, on: '2018-10-01', basis: 'Giấy giới thiệu' })
    const count = async (knownAt: string) => (await house.rows(`select count(*)::int as n from members.membership_as_of('2018-10-05', $1) where person_id = any ($2)`, [knownAt, [a, b]]))[0]!.n
    const { joiningId } = await join(a, b)
    expect(await count('infinity')).toBe(1)
    expect(await house.rows(`select cell_id from members.placement where person_id = $1 and superseded_at is null`, [a])).toEqual([{ cell_id: house.ground.places.cellA1 }])
    expect((await house.rows(`select 1 from members.placement where person_id = $1 and superseded_at is not null`, [b])).length).toBeGreaterThan(0)
    await officer().partRecords({ joiningId, version: 1, reason: 'Nhầm' })
    expect(await count('infinity')).toBe(2)
  })

  test('whose membership ended in one record and not in the other: the one that goes on has to be chosen', async () => {
    const [ended, live] = [await member('cellA1', 'Giàng Văn Tư'), await member('cellA1', 'Giàng Văn Tư')]
    await house.owner.query(`update members.membership set ended_on = '2016-05-01', end_kind = 'transferOut' where person_id = $1`, [ended])
    for (const table of ['status', 'placement']) await house.owner.query(`update members.${table} set valid_during = daterange(lower(valid_during), '2016-05-01') where person_id = $1 and upper_inf(valid_during)`, [ended])
    expect(await refusalOf(join(ended, live))).toMatchObject({ codes: ['duplicates.endedAndLive'], facts: { endedOn: '2016-05-01' } })
    await join(ended, live, { membership: 'other' })
    expect(await as('officer').members.findMember({ id: ended })).toMatchObject({ isMember: true, status: 'full', membership: { endedOn: null } })
  })

  test('two spells one after the other stay two, in order of time', async () => {
    const [later, earlier] = [await member('cellA1', 'Giàng Văn Năm'), await layPerson(house, house.ground.places.cellA1, 'Giàng Văn Năm')]
    await house.owner.query(`insert into members.membership (id, person_id, admitted_on, ended_on, end_kind) values ($1, $2, '1990', '1995-01-01', 'strikeOff')`, [newId(), earlier])
    await join(later, earlier)
    expect((await as('officer').members.findMember({ id: later })).memberships.map(({ ordinal, admittedOn }) => [ordinal, admittedOn])).toEqual([[1, '1990'], [2, '2000-03-15']])
  })

  test('with another card each: the chosen one stands, the other is history', async () => {
    const [a, b] = [await member('cellA1', 'Giàng Văn Sáu'), await member('cellA1', 'Giàng Văn Sáu')]
    await house.owner.query(`update members.membership set card_number = case person_id when $1 then '74.000001' else '74.000002' end where person_id in ($1, $2)`, [a, b])
    await join(a, b, { theirs: ['cardNumber'] })
    expect((await as('officer').members.findMember({ id: a })).membership).toMatchObject({ cardNumber: '74.000002' })
    expect((await house.rows(`select card_number from members.membership where person_id = $1 and superseded_at is not null`, [a])).map((row) => row.card_number)).toEqual(['74.000001'])
  })
})

test('what differs and was not chosen is named, all of it', async () => {
  const [a, b] = [await prospect('cellA1', 'Lò Văn Chọn', { born_on: '1990-01-01', phone: '0911' }), await layPerson(house, house.ground.places.cellA1, 'Lò Văn Chọn', { born_on: '1990-01-10', phone: '0922' })]
  const { pairId } = await commune().pairPeople({ firstId: a, secondId: b })
  expect(await refusalOf(commune().joinRecords({ pairId, version: 1, survivor: 'first', choices: [], reason: 'x', basis: 'y' }))).toMatchObject({ codes: ['duplicates.choiceMissing'], facts: { labels: ['Sinh ngày (theo hồ sơ gốc)', 'Điện thoại'] } })
})

test('two open followings, and two dossiers both lent out: what is open in both is named', async () => {
  const [a, b] = [await prospect('cellA1', 'Lò Văn Mở'), await prospect('cellA1', 'Lò Văn Mở')]
  for (const id of [a, b]) {
    const dossierId = newId()
    await house.owner.query(`insert into dossiers.dossier (id, person_id, keeper_id, opened_on) values ($1, $2, $3, '2018-01-01')`, [dossierId, id, house.ground.places.communeA])
    await house.owner.query(`insert into dossiers.loan (id, dossier_id, borrower, purpose, lent_on, due_on) values ($1, $2, 'x', 'y', '2018-01-01', '2018-02-01')`, [newId(), dossierId])
  }
  expect(await refusalOf(join(a, b))).toMatchObject({ kind: 'conflict', codes: ['duplicates.openAtOnce', 'duplicates.openAtOnce'] })
})

test('papers and scans of both dossiers lie in one', async () => {
  const ids = [await member('cellA1', 'Mùa Văn Giấy'), await layPerson(house, house.ground.places.cellA1, 'Mùa Văn Giấy')] as const
  for (const id of ids) {
    const { dossierId } = await as('grassrootsA').dossiers.openDossier({ personId: id, openedOn: '2018-01-02', cabinet: 'Tủ 1' })
    await as('grassrootsA').dossiers.recordItem({ dossierId, documentType: 'HSĐV-2', number: id.slice(-4) } as never)
  }
  await join(ids[0], ids[1])
  const { lines } = await as('officer').dossiers.findDossier({ personId: ids[1] })
  expect(lines.flatMap(({ items }) => items.map(({ number }) => number)).sort()).toEqual(ids.map((id) => id.slice(-4)).sort())
})

test('a record that goes on is joined into a third one: every address leads to the last', async () => {
  const [a, b, c] = [await member('cellA1', 'Hờ Văn Chuỗi'), await layPerson(house, house.ground.places.cellA1, 'Hờ Văn Chuỗi'), await layPerson(house, house.ground.places.cellA1, 'Hờ Văn Chuỗi')]
  const first = await join(b, c)
  const second = await join(a, b)
  for (const id of [a, b, c]) expect((await as('officer').members.findMember({ id })).id).toBe(a)
  expect(await refusalOf(officer().partRecords({ joiningId: first.joiningId, version: 1, reason: 'x' }))).toMatchObject({ codes: ['duplicates.joiningNotFound'] })
  await officer().partRecords({ joiningId: second.joiningId, version: 1, reason: 'x' })
  await officer().partRecords({ joiningId: first.joiningId, version: 1, reason: 'x' })
  for (const id of [a, b, c]) expect((await as('officer').members.findMember({ id })).id).toBe(id)
})

test('across two communes only the level above joins and parts', async () => {
  const [a, b] = [await member('cellA1', 'Thào Văn Liên'), await layPerson(house, house.ground.places.cellB1, 'Thào Văn Liên')]
  const { joiningId } = await join(a, b)
  expect(await commune().findJoining({ joiningId })).toMatchObject({ mayPart: false })
  expect(await refusalOf(commune().partRecords({ joiningId, version: 1, reason: 'x' }))).toMatchObject({ kind: 'notFound' })
  expect((await as('grassrootsA').members.findMember({ id: b })).id).toBe(a)
  expect(await refusalOf(as('grassrootsB').members.findMember({ id: b }))).toMatchObject({ kind: 'notFound' })
  await officer().partRecords({ joiningId, version: 1, reason: 'x' })
  expect((await as('grassrootsB').members.findMember({ id: b })).id).toBe(b)
})
