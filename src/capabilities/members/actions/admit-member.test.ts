import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { runAction, type Ctx } from '../../../platform/action/index.ts'
import { votingDenominator } from '../../../regulations/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { findPlacementOn, findStatusOn } from '../queries/dated-facts.ts'
import { findMembershipOn } from '../queries/memberships.ts'
import { countMembers, rollOf } from '../queries/rolls.ts'
import { addPerson } from './add-person.ts'
import { admitMember, type Admission } from './admit-member.ts'
import { confirmMember } from './confirm-member.ts'
import { endMembership, strikeOffMember } from './end-membership.ts'
import { restoreMembership } from './restore-membership.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

/** Work of an upper room that has authorised. */
const inside = <T>(work: (ctx: Ctx) => Promise<T>) =>
  runAction(house.ports, 'keeper', async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    await ctx.audit({ event: 'test.worked', subject: { type: 'test', id: 'x' } })
    return work(ctx)
  }, undefined)

const day = plainDate
const newPerson = (fullName = 'Hoàng Thị Nhung') => inside((ctx) => addPerson(ctx, { fullName, bornOn: '1994-05-03' as never, sex: 'female', keeperId: house.ground.places.cellA1 }))

const admission = (personId: string, over: Partial<Admission> = {}): Admission => ({
  personId, cellId: house.ground.places.cellA1, decidedOn: day('2017-03-05'), decisionNumber: '87-QĐ/HU', decidedBy: house.ground.places.district,
  ceremonyOn: day('2017-03-15'), sourceId: newId(), ...over,
})
const admit = (personId: string, over: Partial<Admission> = {}) => inside((ctx) => admitMember(ctx, admission(personId, over)))
const stateOn = (personId: string, on: PlainDate) =>
  inside(async ({ db }) => [(await findStatusOn(db, personId, on))?.status, (await findPlacementOn(db, personId, on))?.cell, (await findMembershipOn(db, personId, on))?.decisionNumber])

describe('admission', () => {
  test('opens membership, probation and the place in the cell on the day of the ceremony', async () => {
    const { id } = await newPerson()
    await admit(id)
    expect(await stateOn(id, day('2017-03-14'))).toEqual([undefined, undefined, undefined])
    expect(await stateOn(id, day('2017-03-15'))).toEqual(['probationary', 'Chi bộ Thôn Khun Luông', '87-QĐ/HU'])
    expect(await house.auditOf(id)).toEqual(['members.personAdded', 'members.admitted'])
  })

  test('makes the person one of the cell it is held in, and shows it to whoever sees that cell', async () => {
    const { id } = await newPerson('Lý Thị Mùi')
    await admit(id, { cellId: house.ground.places.cellB1 })
    expect((await house.as('secretaryB1').members.findMember({ id })).placement?.cell).toBe('Chi bộ Thôn Đồng Chang')
    await expect(house.as('secretaryA1').members.findMember({ id })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('refuses a ceremony before the decision, a day to come, and what is not a cell', async () => {
    const { id } = await newPerson('Bàn Văn Sim')
    await expect(admit(id, { ceremonyOn: day('2017-03-04') })).rejects.toMatchObject({ code: 'members.ceremonyBeforeDecision' })
    await expect(admit(id, { ceremonyOn: day('2018-10-06') })).rejects.toMatchObject({ code: 'members.dayNotYet', facts: { on: '2018-10-06', today: '2018-10-05' } })
    await expect(admit(id, { cellId: house.ground.places.communeA })).rejects.toMatchObject({ code: 'members.notACell' })
    await expect(admit(newId())).rejects.toMatchObject({ code: 'members.personNotFound' })
  })

  test('refuses a member, and a second cell on one day', async () => {
    const [member] = house.ground.members.cellA2
    await expect(admit(member!)).rejects.toMatchObject({ code: 'members.alreadyMember', facts: { since: '2000-03-15' } })
    const { id } = await newPerson('Ma Thị Slao')
    await house.rows(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2017-05-01,)')`, [newId(), id, house.ground.places.cellB1])
    await expect(admit(id)).rejects.toMatchObject({ code: 'members.twoCellsSameDay', facts: { on: '2017-05-01', cell: 'Chi bộ Thôn Đồng Chang' } })
  })

  test('the database itself refuses a second cell on one day', async () => {
    const { id } = await newPerson('Vàng Văn Thành')
    await admit(id)
    await expect(house.rows(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2018-01-01,2018-01-02)')`, [newId(), id, house.ground.places.cellA2]))
      .rejects.toMatchObject({ constraint: 'placement_one_cell_a_day' })
  })

  test('of one person by two people at the same moment succeeds once', async () => {
    const { id } = await newPerson('Đặng Văn Quyết')
    const results = await Promise.allSettled([admit(id), admit(id, { cellId: house.ground.places.cellB1 })])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((results.find((result) => result.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'members.alreadyMember' })
  })

  test('after an ended membership opens a second spell', async () => {
    const { id } = await newPerson('Triệu Văn Cường')
    await admit(id, { decidedOn: day('2012-01-01'), ceremonyOn: day('2012-01-10') })
    await inside((ctx) => strikeOffMember(ctx, { personId: id, on: day('2013-06-01'), basis: '15-QĐ/HU' }))
    await admit(id, { decisionNumber: '90-QĐ/HU' })
    const page = await house.as('officer').members.findMember({ id })
    expect(page.memberships.map((each) => [each.ordinal, each.ceremonyOn, each.endKind])).toEqual([[1, '2012-01-10', 'strikeOff'], [2, '2017-03-15', null]])
    expect(page.membershipYears).toBe(3)
  })
})

describe('who has died', () => {
  test('is not admitted on a day after, nor on the day itself, and stays as recorded', async () => {
    const { id } = await newPerson('Lý Thị Slao')
    await admit(id, { decidedOn: day('2012-01-01'), ceremonyOn: day('2012-01-10') })
    await inside((ctx) => endMembership(ctx, { personId: id, kind: 'death', on: day('2013-06-01'), basis: 'Trích lục khai tử 4' }))
    for (const ceremonyOn of ['2013-06-01', '2017-03-15'] as const) {
      await expect(admit(id, { decidedOn: day('2013-06-01'), ceremonyOn: day(ceremonyOn) })).rejects.toMatchObject({ kind: 'conflict', code: 'members.diedOn', facts: { name: 'Lý Thị Slao', on: '2013-06-01' } })
    }
    await expect(admit(id, { decidedOn: day('2013-05-01'), ceremonyOn: day('2013-05-31') })).rejects.toMatchObject({ code: 'members.alreadyMember' })
    const page = await house.as('officer').members.findMember({ id })
    expect([page.isMember, page.memberships.map((each) => each.endKind)]).toEqual([false, ['death']])
  })

  test('in error, and was restored and left otherwise, may be admitted again', async () => {
    const { id } = await newPerson('Lý Thị Sim')
    await admit(id, { decidedOn: day('2012-01-01'), ceremonyOn: day('2012-01-10') })
    await inside((ctx) => endMembership(ctx, { personId: id, kind: 'death', on: day('2013-06-01'), basis: 'Trích lục khai tử 5' }))
    await inside((ctx) => restoreMembership(ctx, { personId: id, endedOn: day('2013-06-01'), basis: '9-QĐ/HU' }))
    await inside((ctx) => endMembership(ctx, { personId: id, kind: 'resignation', on: day('2014-06-01'), basis: '10-QĐ/HU' }))
    await admit(id)
    expect(await stateOn(id, day('2017-03-15'))).toEqual(['probationary', 'Chi bộ Thôn Khun Luông', '87-QĐ/HU'])
  })
})

describe('confirmation', () => {
  const confirm = (personId: string, over: object = {}) =>
    inside((ctx) => confirmMember(ctx, { personId, confirmedOn: day('2018-03-15'), decisionNumber: '305-QĐ/HU', signedOn: day('2018-10-01'), sourceId: newId(), ...over }))

  test('counts from the end of the twelve months, whatever the signing day', async () => {
    const { id } = await newPerson('Phàn Thị Nhung')
    await admit(id)
    await confirm(id)
    expect([(await stateOn(id, day('2018-03-14')))[0], (await stateOn(id, day('2018-03-15')))[0]]).toEqual(['probationary', 'full'])
    const { membership, timeline } = await house.as('secretaryA1').members.findMember({ id })
    expect(membership).toMatchObject({ confirmedOn: '2018-03-15', confirmationSignedOn: '2018-10-01', confirmationNumber: '305-QĐ/HU' })
    expect(timeline.map((event) => [event.kind, event.on])).toEqual([['signed', '2018-10-01'], ['confirmed', '2018-03-15'], ['ceremony', '2017-03-15'], ['decided', '2017-03-05']])
    expect(timeline[0]!.title).toBe('Ký quyết định công nhận chính thức, chậm; ngày chính thức giữ 15/03/2018')
    // Seen on a day before the signing, nothing was signed yet.
    const before = await house.as('secretaryA1').members.findMember({ id, asOf: '2018-03-20' })
    expect(before.membership?.confirmationSignedOn).toBeNull()
  })

  test('refuses who is not probationary, no member, or was admitted later', async () => {
    const { id } = await newPerson('Nông Thị Sim')
    await expect(confirm(id)).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await admit(id)
    await expect(confirm(id, { confirmedOn: day('2017-03-15') })).rejects.toMatchObject({ code: 'members.confirmedBeforeAdmitted' })
    await expect(confirm(id, { signedOn: day('2018-10-06') })).rejects.toMatchObject({ code: 'members.dayNotYet' })
    await confirm(id)
    await expect(confirm(id)).rejects.toMatchObject({ code: 'members.notProbationaryOn' })
  })
})

describe('the roll of a cell', () => {
  test('has everybody with what bears on the vote, by given name', async () => {
    const { cellA3 } = house.ground.places
    const [first, second, third, fourth, fifth] = house.ground.members.cellA3
    const overlay = (person: string, kind: string, cell: string | null = null) => house.rows(
      `insert into members.overlay (id, person_id, kind, cell_id, valid_during) values ($1, $2, $3, $4, '[2018-01-01,)')`, [newId(), person, kind, cell])
    await overlay(first!, 'temporaryElsewhere')
    await overlay(second!, 'prosecuted')
    await overlay(third!, 'away')
    await overlay(house.ground.members.cellA2[0]!, 'temporaryHere', cellA3)
    for (const [person, status] of [[fourth, 'exempt'], [fifth, 'suspended']] as const) {
      await house.rows(`update members.status set superseded_at = now() where person_id = $1 and status = 'full'`, [person])
      await house.rows(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'full', '[2001-03-15,2018-01-01)'), ($3, $2, $4, '[2018-01-01,)')`, [newId(), person, newId(), status])
    }
    const { id } = await newPerson('Bàn Thị An')
    await admit(id, { cellId: cellA3 })

    const roll = await inside(({ db }) => rollOf(db, cellA3, day('2018-10-05')))
    expect(roll).toHaveLength(11)
    expect(roll[0]).toMatchObject({ fullName: 'Bàn Thị An', fullMember: false, status: 'probationary' })
    const entry = (personId: string | undefined) => roll.find((each) => each.personId === personId)
    expect(entry(first)).toMatchObject({ temporarilyElsewhere: true, fullMember: true })
    expect(entry(third)).toMatchObject({ away: true, temporarilyElsewhere: false, fullMember: true })
    const { denominator, excluded } = votingDenominator(roll.map((each) => ({ ...each, present: false })))
    expect(denominator).toBe(5)
    expect(excluded.map(({ person, reason }) => [person.personId, reason]).sort()).toEqual([
      [first, 'temporarilyElsewhere'], [second, 'prosecutedOrDetained'], [fourth, 'exemptAndAbsent'], [fifth, 'suspended'],
      [house.ground.members.cellA2[0], 'hostedTemporarily'], [id, 'probationary']].sort() as never)
  })

  test('of a past day is whole although a member has moved out of the reader\'s part since', async () => {
    const { cellH1 } = house.ground.places
    const [leaver] = house.ground.members.cellH1
    await house.rows('update members.person set keeper_id = $1 where id = $2', [house.ground.places.cellB1, leaver])
    const seen = await runAction(house.ports, { secretHash: (await house.rows(`select encode(token_hash, 'hex') as h from access.session where account_id = $1`, [house.ground.accounts.secretaryH1.id]))[0]!.h },
      async (ctx) => {
        await ctx.authorise('members.list', 'own part')
        await ctx.audit({ event: 'test.worked', subject: { type: 'test', id: 'x' } })
        return [await rollOf(ctx.db, cellH1, day('2018-10-05')), await rollOf(ctx.db, house.ground.places.cellA1, day('2018-10-05')), await countMembers(ctx.db, { organisationId: cellH1, on: day('2018-10-05') })] as const
      }, undefined)
    expect(seen[0].map((each) => each.personId)).toContain(leaver)
    expect(seen[1]).toEqual([])
    expect(seen[2].members).toBe(9)
  })
})

test.each(['members.placement', 'members.status'])('one person is looked up in %s by the index of the person, not by the one that guards against overlap', async (table) => {
  const { rows } = await house.owner.query(`explain select 1 from ${table} t where t.person_id = '00000000-0000-7000-8000-000000000000' and t.superseded_at is null and t.valid_during @> date '2018-10-05'`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`${table.split('.')[1]}_person`)
})
