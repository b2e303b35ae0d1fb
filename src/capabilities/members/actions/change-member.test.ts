import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { membershipEnded } from '../../../../tests/harness/endings.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { runAction } from '../../../platform/action/index.ts'
import { membersContract } from '../contract.ts'
import type { PersonFields } from '../model.ts'
import { restatePerson } from './restate-person.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const of = (cell: keyof House['ground']['members'], i: number) => house.ground.members[cell][i]!

describe('moving to another cell', () => {
  const move = (over: object = {}) => ({ id: of('cellA1', 1), cellId: house.ground.places.cellA2, on: '2018-09-01', basis: '48-QĐ/ĐU', ...over })

  test('leaves the old cell on the day before, and takes the rights along', async () => {
    await house.as('grassrootsA').members.moveMember(move())
    const page = await house.as('secretaryA2').members.findMember({ id: of('cellA1', 1) })
    expect(page.placements.map((each) => [each.cell, each.from, each.lastDay])).toEqual(
      [['Chi bộ Thôn Khun Luông', '2000-03-15', '2018-08-31'], ['Chi bộ Thôn Đồng Bó', '2018-09-01', null]])
    expect(page.timeline[0]).toMatchObject({ kind: 'placed', title: 'Chuyển sinh hoạt: từ Chi bộ Thôn Khun Luông về Chi bộ Thôn Đồng Bó', basis: '48-QĐ/ĐU' })
    await expect(house.as('secretaryA1').members.findMember({ id: of('cellA1', 1) })).rejects.toMatchObject({ kind: 'notFound' })
    expect((await house.as('grassrootsA').members.findMember({ id: of('cellA1', 1), asOf: '2018-08-31' })).placement?.cell).toBe('Chi bộ Thôn Khun Luông')
  })

  test('refuses a second cell on one day, the own cell, a cell elsewhere, and days that are not right', async () => {
    const refused = (over: object) => house.as('grassrootsA').members.moveMember(move(over))
    await expect(refused({ cellId: house.ground.places.cellA3 })).rejects.toMatchObject({ code: 'members.twoCellsSameDay', facts: { on: '2018-09-01', cell: 'Chi bộ Thôn Đồng Bó' } })
    await expect(refused({ on: '2018-09-10' })).rejects.toMatchObject({ code: 'members.sameCell' })
    await expect(refused({ on: '2018-08-01', cellId: house.ground.places.cellA3 })).rejects.toMatchObject({ code: 'members.laterFacts', facts: { later: '2018-09-01' } })
    await expect(refused({ on: '2018-10-06', cellId: house.ground.places.cellA3 })).rejects.toMatchObject({ code: 'members.dayNotYet' })
    await expect(refused({ on: '1999-01-01' })).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await expect(refused({ cellId: house.ground.places.communeA, on: '2018-09-20' })).rejects.toMatchObject({ code: 'members.notACell' })
    await expect(house.as('officer').members.moveMember(move({ cellId: house.ground.places.cellB1, on: '2018-09-20' })))
      .rejects.toMatchObject({ code: 'members.otherOrganisation', kind: 'againstRule', facts: { organisation: 'Đảng bộ xã Quang Minh' } })
  })

  test('recorded after the membership has ended, on a day before the end, ends where the old stay ended', async () => {
    const id = of('cellA2', 6)
    await membershipEnded(house, { id, kind: 'death', on: '2018-09-03', basis: 'Giấy chứng tử 15' })
    await house.as('grassrootsA').members.moveMember(move({ id, on: '2018-08-01', cellId: house.ground.places.cellA3 }))
    const stays = await house.rows(
      `select cell_id, lower(valid_during)::text as "from", upper(valid_during)::text as until from members.placement where person_id = $1 and superseded_at is null order by valid_during`, [id])
    const { cellA2, cellA3 } = house.ground.places
    expect(stays).toEqual([{ cell_id: cellA2, from: '2000-03-15', until: '2018-08-01' }, { cell_id: cellA3, from: '2018-08-01', until: '2018-09-03' }])
    expect(await house.as('grassrootsA').members.findMember({ id })).toMatchObject({ isMember: false, placement: null })
    expect((await house.as('grassrootsA').members.listMembers({ organisationId: cellA3 })).rows.map((row) => row.id)).not.toContain(id)
    expect((await house.as('grassrootsA').members.listMembers({ organisationId: cellA3, asOf: '2018-09-02' })).rows.map((row) => row.id)).toContain(id)
  })

  test('is for offices, within their part', async () => {
    await expect(house.as('secretaryA2').members.moveMember(move({ cellId: house.ground.places.cellA1, on: '2018-09-20' }))).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsB').members.moveMember(move())).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('grassrootsA').members.moveMember(move({ cellId: house.ground.places.cellB1 }))).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('the end of membership', () => {
  test('ends status, cell, posts and overlays on one day, and deletes nothing', async () => {
    const id = of('cellA1', 0)
    await house.as('secretaryA1').members.recordAway({ id, place: 'Bắc Ninh', since: '2018-05' })
    await membershipEnded(house, { id, kind: 'death', on: '2018-09-03', basis: 'Giấy chứng tử 12' }, 'grassrootsA')
    const page = await house.as('grassrootsA').members.findMember({ id })
    expect(page).toMatchObject({ isMember: false, status: null, placement: null, membership: { endedOn: '2018-09-03', endKind: 'death', endBasis: 'Giấy chứng tử 12' } })
    expect([page.statuses.at(-1)!.lastDay, page.placements.at(-1)!.lastDay, page.posts[0]!.lastDay, page.overlays[0]!.lastDay]).toEqual(Array(4).fill('2018-09-02'))
    expect(page.timeline.filter((event) => event.on === '2018-09-03').map((event) => event.title)).toContain('Đã từ trần')
    const past = await house.as('grassrootsA').members.findMember({ id, asOf: '2018-09-02' })
    expect(past).toMatchObject({ isMember: true, status: 'full', membership: { endedOn: null } })
    expect(await house.auditOf(id)).toEqual(['members.awayRecorded', 'members.departed'])
  })

  test('refuses who is no member on the day, a day to come, and a day before later facts', async () => {
    const depart = (id: string, on: string) => membershipEnded(house, { id, kind: 'strikeOff', on, basis: '3-QĐ/HU' })
    await expect(depart(of('cellA1', 0), '2018-09-10')).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await expect(depart(of('cellA1', 2), '2018-10-06')).rejects.toMatchObject({ code: 'members.dayNotYet' })
    await expect(depart(of('cellA1', 2), '2000-06-01')).rejects.toMatchObject({ code: 'members.laterFacts', facts: { later: '2001-03-15' } })
  })

  test('has no operation of its own: it follows from a case, a measure, a transfer or a death', () => {
    expect(Object.keys(membersContract).filter((name) => /depart|ending|strike|resign|death/i.test(name))).toEqual([])
  })
})

describe('away from home', () => {
  test('is recorded by the secretary in the words known, and ended on the day of return', async () => {
    const id = of('cellA1', 4)
    await house.as('secretaryA1').members.recordAway({ id, place: 'Khu công nghiệp Quang Châu, Bắc Giang', since: '2018-03', occupation: 'Công nhân', phone: '0912 345 678', excusedUntil: '2018-09-30', contactId: of('cellA1', 2) })
    expect((await house.as('secretaryA1').members.listMembers({ overlay: 'away' })).rows.map((row) => row.id)).toContain(id)
    const page = await house.as('secretaryA1').members.findMember({ id })
    expect(page.overlays).toMatchObject([{ kind: 'away', from: '2018-03-01', since: '2018-03', occupation: 'Công nhân', excusedUntil: '2018-09-30', lastDay: null }])
    expect(page.overlays[0]!.contactName).toBeTruthy()
    await house.as('secretaryA1').members.recordReturn({ id, on: '2018-10-01' })
    const back = await house.as('secretaryA1').members.findMember({ id })
    expect(back.overlays).toMatchObject([{ lastDay: '2018-09-30', place: 'Khu công nghiệp Quang Châu, Bắc Giang', phone: '0912 345 678' }])
    expect(back.timeline.slice(0, 2).map((event) => event.title)).toEqual(['Đã về', 'Đi làm xa: Khu công nghiệp Quang Châu, Bắc Giang'])
  })

  test('refuses a second time, an excuse that ends before, a day to come, who is no member, and a return of who is not away', async () => {
    const id = of('cellA1', 5)
    const away = (over: object) => house.as('secretaryA1').members.recordAway({ id, place: 'Hà Nội', since: '2018-08-01', ...over })
    await expect(away({ excusedUntil: '2018-07-01' })).rejects.toMatchObject({ code: 'members.endsBeforeItBegins' })
    await expect(away({ since: '2018-11' })).rejects.toMatchObject({ code: 'members.dayNotYet' })
    await expect(away({ since: '1990' })).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await expect(house.as('secretaryA1').members.recordReturn({ id, on: '2018-10-01' })).rejects.toMatchObject({ code: 'members.notAway' })
    await away({})
    await expect(away({ since: '2018-09-01' })).rejects.toMatchObject({ code: 'members.alreadyAway', facts: { since: '2018-08-01' } })
  })

  test('of another cell is not found, and a leader may not record it', async () => {
    const input = { id: of('cellA1', 6), place: 'Hà Nội', since: '2018-08-01' }
    await expect(house.as('secretaryA2').members.recordAway(input)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('leader').members.recordAway(input)).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('posts', () => {
  const post = (over: object = {}) => ({ id: of('cellA2', 3), organisationId: house.ground.places.cellA2, position: 'PBT', from: '2018-06-01', basis: 'QĐ chuẩn y 112-QĐ/ĐU', ...over })

  test('are held from a day to a day and stand on the pages of the person and of the organisation, highest first', async () => {
    const { id } = await house.as('grassrootsA').members.recordPost(post())
    const { posts } = await house.as('secretaryA2').organisations.findOrganisation({ id: house.ground.places.cellA2 })
    expect(posts.map((each) => each.positionName)).toEqual(['Bí thư', 'Phó bí thư'])
    await house.as('grassrootsA').members.endPost({ id: of('cellA2', 3), postId: id, on: '2018-09-01' })
    const page = await house.as('secretaryA2').members.findMember({ id: of('cellA2', 3) })
    expect(page.posts).toMatchObject([{ positionName: 'Phó bí thư', organisation: 'Chi bộ Thôn Đồng Bó', from: '2018-06-01', lastDay: '2018-08-31' }])
    expect(page.timeline.slice(0, 2).map((event) => event.title)).toEqual(['Thôi giữ chức: Phó bí thư Chi bộ Thôn Đồng Bó', 'Phó bí thư Chi bộ Thôn Đồng Bó'])
  })

  test('refuse a second secretary, positions that do not fit, a member of no day, a day to come, and the same post twice', async () => {
    const refused = (over: object) => house.as('grassrootsA').members.recordPost(post(over))
    await expect(refused({ position: 'BT' })).rejects.toMatchObject({ code: 'members.postTaken', facts: { position: 'Bí thư' } })
    await expect(refused({ position: 'UV_BTV' })).rejects.toMatchObject({ code: 'members.positionDoesNotFit' })
    await expect(refused({ position: 'KHONG' })).rejects.toMatchObject({ code: 'members.positionUnknown' })
    await expect(refused({ from: '2018-10-06' })).rejects.toMatchObject({ code: 'members.dayNotYet' })
    await expect(refused({ id: of('cellA1', 0), from: '2018-10-01' })).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await house.as('grassrootsA').members.recordPost(post({ position: 'CHI_UV' }))
    await expect(refused({ position: 'CHI_UV', from: '2018-07-01' })).rejects.toMatchObject({ code: 'members.postHeldAlready' })
  })

  test('end only when they run, not before they began, and are recorded by offices', async () => {
    const { id } = await house.as('grassrootsA').members.recordPost(post({ id: of('cellA2', 5) }))
    const end = (over: object) => ({ id: of('cellA2', 5), postId: id, on: '2018-09-01', ...over })
    await expect(house.as('grassrootsA').members.endPost(end({ on: '2018-05-01' }))).rejects.toMatchObject({ code: 'members.endsBeforeItBegins' })
    await expect(house.as('grassrootsA').members.endPost(end({ id: of('cellA2', 6) }))).rejects.toMatchObject({ code: 'members.postNotFound' })
    await expect(house.as('secretaryA2').members.endPost(end({}))).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('secretaryA2').members.recordPost(post())).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

/** The room above writes corrections through this function, after it has authorised. */
const correct = (name: keyof House['ground']['accounts'], { id, fields, reason, paper }: { id: string; fields: Record<string, string>; reason: string; paper: string }) =>
  runAction(house.ports, { secretHash: hashSecret(house.ground.accounts[name].secret) }, async (ctx) => {
    await ctx.authorise('members.read', { personId: id })
    const { version } = await restatePerson(ctx, id, fields as Partial<PersonFields>, { reason, paper })
    await ctx.audit({ event: 'test.corrected', subject: { type: 'test', id: 'test' } })
    return { version }
  }, undefined)

describe('a correction', () => {
  const correction = (over: object = {}) => ({ id: of('cellB1', 3), fields: { bornOn: '1971-08-12', fullName: ' Nông  Văn Quyết ' }, reason: 'Sai ngày sinh trong danh sách', paper: 'Giấy khai sinh số 12', ...over })

  test('keeps the former state, with reason and paper, and what was known before', async () => {
    const before = await house.as('secretaryB1').members.findMember({ id: of('cellB1', 3) })
    expect(await correct('grassrootsB', correction())).toEqual({ version: 2 })
    const page = await house.as('secretaryB1').members.findMember({ id: of('cellB1', 3) })
    expect(page).toMatchObject({ fullName: 'Nông Văn Quyết', bornOn: '1971-08-12', version: 2 })
    expect(page.corrections).toMatchObject([{ reason: 'Sai ngày sinh trong danh sách', paper: 'Giấy khai sinh số 12', changes: expect.arrayContaining([{ field: 'bornOn', before: before.bornOn, after: '1971-08-12' }]) }])
    expect((await house.as('secretaryB1').members.listMembers({ search: 'nong van quyet' })).rows.map((row) => row.id)).toEqual([of('cellB1', 3)])
    const [trail] = await house.rows(`select facts from audit.entry where event = 'members.corrected'`)
    expect(trail!.facts).toMatchObject({ paper: 'Giấy khai sinh số 12', changes: { bornOn: { before: before.bornOn, after: '1971-08-12' } } })
  })

  test('can be looked behind: seen as known before it, the person is as before', async () => {
    const id = of('cellB1', 4)
    const before = await house.as('officer').members.findMember({ id })
    house.clock.moveTo('2018-10-20' as never)
    await correct('officer', correction({ id, fields: { nativePlace: 'xã Liên Hiệp' } }))
    house.clock.moveTo('2018-10-21' as never)
    expect((await house.as('officer').members.findMember({ id })).nativePlace).toBe('xã Liên Hiệp')
    const then = await house.as('officer').members.findMember({ id, knownAt: '2018-10-19T05:00:00Z' })
    expect([then.nativePlace, then.corrections]).toEqual([before.nativePlace, []])
    house.clock.moveTo('2018-10-05' as never)
  })

  test('of an identity number shows masked numbers everywhere', async () => {
    const id = of('cellB1', 5)
    await correct('grassrootsB', correction({ id, fields: { identityNumber: '002071000799' } }))
    await correct('grassrootsB', correction({ id, fields: { identityNumber: '002071000800' } }))
    const page = await house.as('grassrootsB').members.findMember({ id })
    expect(page.identityMasked).toBe('•••• •••• 0800')
    expect(page.corrections[0]!.changes).toEqual([{ field: 'identityNumber', before: '•••• •••• 0799', after: '•••• •••• 0800' }])
    const trail = await house.rows(`select facts::text as facts from audit.entry where person_id = $1`, [id])
    expect(trail.map((row) => row.facts).join()).not.toContain('002071')
    expect(JSON.stringify(page)).not.toContain('002071')
  })

  test('that changes nothing writes nothing, and a person outside the part is not found', async () => {
    const id = of('cellB1', 6)
    expect(await correct('grassrootsB', correction({ id, fields: { sex: 'male' } }))).toEqual({ version: 1 })
    expect(await house.rows('select 1 from members.person_version where person_id = $1', [id])).toEqual([])
    await expect(correct('grassrootsA', correction({ id }))).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('what is covered', () => {
  test('is opened for a reason that is written down first', async () => {
    const id = of('cellA3', 3)
    await correct('officer', { id, fields: { identityNumber: '002071000799', oldIdentityNumber: '073123456' }, reason: 'Bổ sung', paper: 'CCCD' })
    expect(await house.as('grassrootsA').members.revealMember({ id, reason: 'comparing', note: 'Đối chiếu CCCD' })).toMatchObject({ identityNumber: '002071000799', oldIdentityNumber: '073123456' })
    const [trail] = await house.rows(`select facts, actor_name from audit.entry where event = 'members.revealed'`)
    expect(trail).toEqual({ facts: { reason: 'comparing', note: 'Đối chiếu CCCD' }, actor_name: 'Người dùng grassrootsA' })
  })

  test('is not opened outside the own part, nor by the administrator', async () => {
    await expect(house.as('secretaryA1').members.revealMember({ id: of('cellA3', 3), reason: 'dossier' })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('administrator').members.revealMember({ id: of('cellA3', 3), reason: 'dossier' })).rejects.toMatchObject({ kind: 'notFound' })
  })
})
