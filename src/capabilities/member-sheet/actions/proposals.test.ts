import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Calls = ReturnType<House['as']>
type Change = Parameters<Calls['memberSheet']['proposeCorrection']>[0]['changes'][number]
type Account = Parameters<House['as']>[0]

const of = (i: number, cell: keyof House['ground']['members'] = 'cellA1') => house.ground.members[cell][i]!
const propose = (who: Account, personId: string, changes: Change[], over: object = {}) =>
  house.as(who).memberSheet.proposeCorrection({ personId, changes, reason: 'Chuyển nhà', paper: 'Sổ hộ khẩu số 12', ...over })
const consent = { consentNumber: '15-CV/ĐU', consentOn: '2018-10-04' }
const approve = (who: Account, proposalId: string, version = 1) => house.as(who).memberSheet.approveProposal({ proposalId, version, ...consent })
const sheetOf = (personId: string, over: object = {}) => house.as('grassrootsA').memberSheet.findSheet({ personId, ...over })
const textOf = async (personId: string, key: string, over: object = {}) => (await sheetOf(personId, over)).fields.find((each) => each.key === key)!.text
const personOf = async (personId: string) => (await house.rows('select * from members.person where id = $1', [personId]))[0]!

describe('a correction', () => {
  test('is written only when the level that keeps the dossier approves it, with its paper of consent', async () => {
    const { id } = await propose('memberA1', of(3), [{ field: 'occupation', after: 'Giáo viên' }])
    expect(await textOf(of(3), 'occupation')).toBeNull()
    expect(await house.as('secretaryA1').memberSheet.findProposal({ proposalId: id })).toMatchObject({ state: 'open', keeper: 'Đảng bộ xã Quang Minh', changes: [{ item: 'occupation', before: null, after: 'Giáo viên' }], may: { decide: false, withdraw: false } })
    await approve('grassrootsA', id)
    expect((await personOf(of(3))).occupation).toBe('Giáo viên')
    const shown = (await sheetOf(of(3))).fields.find((each) => each.key === 'occupation')!
    expect(shown).toMatchObject({ text: 'Giáo viên', basis: 'Sổ hộ khẩu số 12', by: 'Người dùng grassrootsA', since: null })
    expect((await house.as('grassrootsA').members.findMember({ id: of(3) })).corrections[0]).toMatchObject({ paper: 'Sổ hộ khẩu số 12', reason: 'Chuyển nhà (đồng ý: 15-CV/ĐU, 04/10/2018)' })
    expect(await house.as('memberA1').memberSheet.findProposal({ proposalId: id })).toMatchObject({ state: 'approved', consentNumber: '15-CV/ĐU', consentOn: '2018-10-04', decidedBy: 'Người dùng grassrootsA' })
  })

  test('true from a day leaves the former value true before it, as known from now on', async () => {
    const id = of(1)
    await house.owner.query(`begin; set local dangvu.now = '2018-10-01T05:00:00Z'; update members.person set residence = 'Thôn Nậm Mạ' where id = '${id}'; delete from member_sheet.value where person_id = '${id}'; commit`)
    house.clock.moveTo('2018-10-10' as never)
    const proposal = await propose('secretaryA1', id, [{ field: 'residence', after: { text: 'Tổ 3, thị trấn Việt Quang', unitCode: '01153', unitOn: '2017-03-01' }, since: '2017-03-01' }])
    await approve('grassrootsA', proposal.id)
    house.clock.moveTo('2018-10-12' as never)
    expect(await textOf(id, 'residence')).toBe('Tổ 3, thị trấn Việt Quang')
    expect(await textOf(id, 'residence', { asOf: '2017-02-28' })).toBe('Thôn Nậm Mạ')
    expect(await textOf(id, 'residence', { asOf: '2017-03-01' })).toBe('Tổ 3, thị trấn Việt Quang')
    expect(await textOf(id, 'residence', { asOf: '2018-10-12', knownAt: '2018-10-09T05:00:00Z' })).toBe('Thôn Nậm Mạ')
    expect((await personOf(id)).residence).toBe('Tổ 3, thị trấn Việt Quang')
    house.clock.moveTo('2018-10-05' as never)
  })

  test('of the lines of a list adds, changes and takes away; each keeps its identity and its former words', async () => {
    const first = await propose('grassrootsA', of(2), [{ list: 'career', after: { work: 'Bộ đội', from: '1985', to: '1988-07' } }, { list: 'career', after: { work: 'Làm ruộng', from: '1988' } }])
    await approve('grassrootsA', first.id)
    const career = async () => (await sheetOf(of(2))).lists.find((each) => each.key === 'career')!
    const [army, farm] = (await career()).entries
    expect([army!.text, farm!.text]).toEqual(['1985 – 07/1988: Bộ đội', 'từ 1988: Làm ruộng'])
    const second = await propose('grassrootsA', of(2), [{ list: 'career', entryId: army!.entryId, after: { work: 'Bộ đội, Sư đoàn 313', from: '1985-02', to: '1988-07' } }, { list: 'career', entryId: farm!.entryId, after: null }])
    await approve('grassrootsA', second.id)
    const now = await career()
    expect(now.entries.map((each) => [each.entryId, each.text])).toEqual([[army!.entryId, '02/1985 – 07/1988: Bộ đội, Sư đoàn 313']])
    expect((await house.rows('select entry_id, removed, superseded_at is null as live from member_sheet.entry where person_id = $1 order by removed', [of(2)])).filter((row) => row.live)).toMatchObject([{ entry_id: army!.entryId, removed: false }, { entry_id: farm!.entryId, removed: true }])
  })

  test('of the card number restates the spell of membership', async () => {
    const { id } = await propose('grassrootsA', of(2), [{ field: 'cardNumber', after: '02048319' }])
    await approve('grassrootsA', id)
    expect(await textOf(of(2), 'cardNumber')).toBe('02048319')
    expect(await house.rows('select card_number from members.membership where person_id = $1 and superseded_at is null', [of(2)])).toEqual([{ card_number: '02048319' }])
  })

  test('that no longer fits what stands is a conflict, and writes nothing', async () => {
    const one = await propose('secretaryA1', of(4), [{ field: 'phone', after: '0912345678' }])
    const two = await propose('memberA1', of(3), [{ field: 'phone', after: '0987654321' }])
    const other = await propose('secretaryA1', of(4), [{ field: 'phone', after: '0987654321' }])
    await approve('grassrootsA', one.id)
    await expect(approve('grassrootsA', other.id)).rejects.toMatchObject({ code: 'memberSheet.changedMeanwhile', kind: 'conflict', facts: { items: ['Điện thoại'] } })
    await expect(approve('grassrootsA', two.id, 9)).rejects.toMatchObject({ code: 'platform.staleVersion' })
    expect((await personOf(of(4))).phone).toBe('0912345678')
    await expect(approve('grassrootsA', one.id, 2)).rejects.toMatchObject({ code: 'memberSheet.notOpen' })
  })

  test('is refused for what is no correction', async () => {
    await expect(propose('secretaryA1', of(5), [{ field: 'admittedOn', after: '1999-01-01' }])).rejects.toMatchObject({ code: 'memberSheet.notCorrectableHere' })
    await expect(propose('secretaryA1', of(5), [{ field: 'fullName', after: null }])).rejects.toMatchObject({ code: 'memberSheet.nameNeeded' })
    await expect(propose('secretaryA1', of(5), [{ field: 'sex', after: 'male' }, { field: 'sex', after: 'female' }])).rejects.toMatchObject({ code: 'memberSheet.sameItemTwice' })
    await expect(propose('secretaryA1', of(5), [{ field: 'ethnicity', after: 'Tày' }])).rejects.toMatchObject({ code: 'memberSheet.nothingChanged' })
    await expect(propose('secretaryA1', of(5), [{ field: 'residence', after: { text: 'Hà Nội' }, since: '2018-10-06' }])).rejects.toMatchObject({ code: 'memberSheet.dayNotYet' })
    await expect(propose('secretaryA1', of(5), [{ field: 'historyNumber', after: 'HG123', since: '2018-01-01' }])).rejects.toMatchObject({ code: 'memberSheet.noDayHere' })
    await expect(propose('secretaryA1', of(5), [{ list: 'career', entryId: of(5), after: { work: 'x' } }])).rejects.toMatchObject({ code: 'memberSheet.entryGone' })
    for (const wrong of [{ field: 'ethnicity', after: 'Người Tày' }, { field: 'identityNumber', after: '12' }, { field: 'khong', after: 'x' }, { list: 'family', after: { name: 'A' } }, { field: 'residence', after: { text: 'Bắc Quang', unitCode: '01189', unitOn: '2025-07-01' } }])
      await expect(propose('secretaryA1', of(5), [wrong])).rejects.toThrow()
  })

  test('of somebody in no grassroots organisation has nobody to approve it', async () => {
    const id = of(6)
    await house.owner.query('update members.person set keeper_id = $1 where id = $2', [house.ground.places.district, id])
    await expect(propose('officer', id, [{ field: 'phone', after: '0911' }])).rejects.toMatchObject({ code: 'memberSheet.noKeeper' })
    await house.owner.query('update members.person set keeper_id = $1 where id = $2', [house.ground.places.cellA1, id])
  })
})

describe('the birth of the original dossier', () => {
  test('is never changed by another paper; the other day stands beside it with its paper', async () => {
    const before = (await personOf(of(5))).born_on
    await expect(propose('grassrootsA', of(5), [{ field: 'bornOn', after: '1981-01-01' }])).rejects.toMatchObject({ code: 'memberSheet.originalBirthStays', kind: 'againstRule' })
    const { id } = await propose('grassrootsA', of(5), [{ field: 'bornOnOtherPapers', after: { date: '1981', paper: 'Căn cước công dân' } }])
    await approve('grassrootsA', id)
    expect((await personOf(of(5))).born_on).toBe(before)
    expect((await sheetOf(of(5))).fields.find((each) => each.key === 'bornOn')).toMatchObject({ content: before, difference: 'Khác hồ sơ gốc: 1981 (nguồn: Căn cước công dân)' })
  })

  test('is corrected when it was typed wrongly, with the paper that shows it, and filled in where it was not known', async () => {
    const { id } = await propose('grassrootsA', of(7), [{ field: 'bornOn', after: '1987-03-08' }], { kind: 'typingError', paper: 'Lý lịch gốc năm 2000' })
    await approve('grassrootsA', id)
    expect((await personOf(of(7))).born_on).toBe('1987-03-08')
    await house.owner.query('update members.person set born_on = null where id = $1', [of(8)])
    const fill = await propose('grassrootsA', of(8), [{ field: 'bornOn', after: '1992' }])
    await approve('grassrootsA', fill.id)
    expect((await personOf(of(8))).born_on).toBe('1992')
  })
})

describe('who proposes, decides and withdraws', () => {
  test('members propose for themselves, officers in their part; others do not find the person', async () => {
    await expect(propose('memberA1', of(4), [{ field: 'phone', after: '0900' }])).rejects.toMatchObject({ kind: 'notFound' })
    await expect(propose('secretaryA2', of(4), [{ field: 'phone', after: '0900' }])).rejects.toMatchObject({ kind: 'notFound' })
    await expect(propose('leader', of(4), [{ field: 'phone', after: '0900' }])).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('only the level that keeps the dossier decides; a superior above it does not, a secretary never', async () => {
    const { id } = await propose('officer', of(4), [{ field: 'occupation', after: 'Kế toán' }])
    await expect(approve('officer', id)).rejects.toMatchObject({ code: 'memberSheet.notTheKeeper', facts: { keeper: 'Đảng bộ xã Quang Minh' } })
    await expect(house.as('officer').memberSheet.refuseProposal({ proposalId: id, version: 1, reason: 'x' })).rejects.toMatchObject({ code: 'memberSheet.notTheKeeper' })
    await expect(approve('secretaryA1', id)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(approve('grassrootsB', id)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('grassrootsA').memberSheet.approveProposal({ proposalId: id, version: 1, consentNumber: '1', consentOn: '2018-10-06' })).rejects.toMatchObject({ code: 'memberSheet.dayNotYet' })
    await expect(house.as('secretaryA1').memberSheet.withdrawProposal({ proposalId: id, version: 1 })).rejects.toMatchObject({ code: 'memberSheet.notYours' })
    await house.as('grassrootsA').memberSheet.refuseProposal({ proposalId: id, version: 1, reason: 'Chưa có giấy tờ' })
    expect(await house.as('officer').memberSheet.findProposal({ proposalId: id })).toMatchObject({ state: 'refused', refusalReason: 'Chưa có giấy tờ' })
    expect((await personOf(of(4))).occupation).toBeNull()
  })

  test('for a grassroots cell the direct superior keeps and decides', async () => {
    await house.owner.query(`update organisations.version set type = 'CB_CO_SO' where organisation_id = $1`, [house.ground.places.cellB2])
    await house.owner.query(`update organisations.version set type = 'DB_BO_PHAN' where organisation_id = $1`, [house.ground.places.communeB])
    await house.owner.query(`select organisations.rebuild_closure()`)
    const id = of(1, 'cellB2')
    expect((await house.rows('select member_sheet.dossier_keeper($1, $2) as keeper', [house.ground.places.cellB2, '2018-10-05']))[0]!.keeper).toBe(house.ground.places.communeB)
    const proposal = await propose('officer', id, [{ field: 'phone', after: '0900' }])
    await approve('grassrootsB', proposal.id)
    await house.owner.query(`update organisations.version set type = 'CHI_BO' where organisation_id = $1`, [house.ground.places.cellB2])
    await house.owner.query(`update organisations.version set type = 'DB_CO_SO' where organisation_id = $1`, [house.ground.places.communeB])
  })

  test('who proposed takes it back; afterwards nobody approves it', async () => {
    const { id } = await propose('memberA1', of(3), [{ field: 'alias', after: 'Tuyển' }])
    await house.as('memberA1').memberSheet.withdrawProposal({ proposalId: id, version: 1 })
    await expect(approve('grassrootsA', id, 2)).rejects.toMatchObject({ code: 'memberSheet.notOpen' })
    await expect(house.as('secretaryB1').memberSheet.withdrawProposal({ proposalId: id, version: 2 })).rejects.toMatchObject({ code: 'memberSheet.proposalNotFound' })
  })

  test('the list shows each his part, by name of the items only', async () => {
    await propose('secretaryB1', of(2, 'cellB1'), [{ list: 'family', after: { relation: 'Con', name: 'Nguyễn Bí Mật' } }])
    const rowsOf = async (who: Account, input: object = {}) => (await house.as(who).memberSheet.listProposals(input)).rows
    expect((await rowsOf('secretaryA1')).every((row) => row.cell === 'Chi bộ Thôn Khun Luông')).toBe(true)
    expect((await rowsOf('memberA1')).map((row) => row.personId)).toEqual(expect.arrayContaining([of(3)]))
    expect(new Set((await rowsOf('memberA1')).map((row) => row.personId)).size).toBe(1)
    const b = await rowsOf('officer', { organisationId: house.ground.places.communeB, state: 'open' })
    expect(b.map((row) => row.items)).toEqual([['family']])
    expect(JSON.stringify(b)).not.toContain('Bí Mật')
    await expect(rowsOf('secretaryA1', { personId: of(2, 'cellB1') })).rejects.toMatchObject({ kind: 'notFound' })
    expect(await rowsOf('administrator')).toEqual([])
  })

  test('covered changes stay covered until they are opened for a reason that is written down', async () => {
    const [row] = (await house.as('grassrootsB').memberSheet.listProposals({ personId: of(2, 'cellB1') })).rows
    const found = await house.as('grassrootsB').memberSheet.findProposal({ proposalId: row!.id })
    expect(found).toMatchObject({ changes: [{ item: 'family', covered: true, after: null }], may: { open: true, decide: true } })
    expect(JSON.stringify(found)).not.toContain('Bí Mật')
    await expect(house.as('grassrootsB').memberSheet.openProposal({ proposalId: row!.id, reason: 'other' })).rejects.toMatchObject({ code: 'memberSheet.noteMissing' })
    await expect(house.as('grassrootsA').memberSheet.openProposal({ proposalId: row!.id, reason: 'dossier' })).rejects.toMatchObject({ kind: 'notFound' })
    expect((await house.as('grassrootsB').memberSheet.openProposal({ proposalId: row!.id, reason: 'dossier' })).changes[0]!.after).toBe('Con, Nguyễn Bí Mật')
    expect((await house.as('grassrootsB').memberSheet.listOpenings({ personId: of(2, 'cellB1') })).rows).toMatchObject([{ what: ['family'], reason: 'dossier' }])
  })
})

describe('what was said', () => {
  test('is not changed or taken away by the program', async () => {
    for (const change of [`update member_sheet.value set content = '"x"'`, 'delete from member_sheet.value', `update member_sheet.entry set content = '{}'`, 'delete from member_sheet.entry', `update member_sheet.proposal set changes = '[]'`, 'delete from member_sheet.proposal'])
      await expect(house.program.query(change)).rejects.toThrow(/permission denied/)
  })
})
