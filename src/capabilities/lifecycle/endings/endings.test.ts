import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Who = 'officer' | 'grassrootsA' | 'grassrootsB' | 'grassrootsH' | 'secretaryA1' | 'secretaryB1' | 'memberA1' | 'leader'
const calls = (who: Who) => house.as(who).lifecycle as unknown as Record<keyof ReturnType<House['as']>['lifecycle'], (input: object) => Promise<any>>
const member = (name: string, cell: 'cellA2' | 'cellA3' | 'cellB2' | 'cellH1' = 'cellA2') => addFullMember(house.owner, house.ground.places[cell], name, '1980-01-01')
const page = (personId: string, more: object = {}, who: Who = 'officer') => calls(who).findEndings({ personId, ...more })
const latest = async (personId: string) => (await page(personId)).endings[0]
const seen = (personId: string, asOf?: string) => house.as('officer').members.findMember({ id: personId, ...(asOf ? { asOf } : {}) } as never)

const strikeOff = (personId: string, more: object = {}, who: Who = 'grassrootsA') => calls(who).openStrikeOff({ personId, ground: 'inactive', since: '2018-01-10', reason: 'Bỏ sinh hoạt từ tháng một', on: '2018-06-01', ...more })
const version = async (endingId: string) => (await house.rows<{ version: number }>('select version from lifecycle.ending where id = $1', [endingId]))[0]!.version
const vote = async (endingId: string, more: object = {}, who: Who = 'grassrootsA') =>
  calls(who).recordEndingVote({ endingId, version: await version(endingId), level: 'cell', heldOn: '2018-06-20', present: 9, inFavour: 9, against: 0, ...more })
const inCommittee = (endingId: string, more: object = {}, who: Who = 'grassrootsA') => vote(endingId, { level: 'committee', heldOn: '2018-07-05', present: 15, inFavour: 12, against: 3, ...more }, who)
const decision = { decisionNumber: '70-QĐ/HU', decidedOn: '2018-08-01', issuedBy: 'Ban Thường vụ Huyện ủy', endedOn: '2018-08-01' }
const decide = async (endingId: string, more: object = {}, who: Who = 'officer') => calls(who).decideEnding({ endingId, version: await version(endingId), ...decision, ...more })
const review = async (endingId: string, more: object = {}, who: Who = 'officer') =>
  calls(who).reviewEnding({ endingId, version: await version(endingId), outcome: 'annulled', decisionNumber: '9-QĐ/TU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Tỉnh ủy', reason: 'Xóa tên không đúng', ...more })

async function struckOff(name: string, more: object = {}): Promise<{ id: string; endingId: string }> {
  const id = await member(name)
  const { id: endingId } = await strikeOff(id, more)
  // The members who were added by other tests vote along.
  await vote(endingId, await everybody('cellA2'))
  await inCommittee(endingId)
  await decide(endingId)
  return { id, endingId }
}

/** A vote in which all who are counted are present and in favour. */
async function everybody(cell: 'cellA2' | 'cellA3' | 'cellB2' | 'cellH1'): Promise<{ present: number; inFavour: number }> {
  const [row] = await house.rows<{ n: number }>(`select count(*)::int as n from members.standing where cell_id = $1 and valid_during @> '2018-06-20'::date and status = 'full'`, [house.ground.places[cell]])
  return { present: row!.n, inFavour: row!.n }
}

describe('striking off', () => {
  test('goes through the cell, the committee and the decision; each vote has the share and the number of its day', async () => {
    const id = await member('Nông Văn Xóa')
    const { id: endingId } = await strikeOff(id)
    expect(await calls('grassrootsA').rollForEnding({ endingId, level: 'cell', on: '2018-06-20' })).toMatchObject({ denominator: 10, required: 7, rule: { value: 'ít nhất 2/3' } })
    expect(await vote(endingId, { present: 10, inFavour: 7, against: 3, resolutionNumber: '3-NQ/CB' })).toEqual({ outcome: 'carried', denominator: 10, required: 7 })
    expect(await calls('grassrootsA').rollForEnding({ endingId, level: 'committee', on: '2018-07-05' })).toMatchObject({ denominator: 15, required: 10 })
    expect(await inCommittee(endingId)).toEqual({ outcome: 'carried', denominator: 15, required: 10 })
    expect((await latest(id)).acts).toEqual(['decide', 'drop'])
    await decide(endingId)
    expect(await seen(id)).toMatchObject({ isMember: false, membership: { endKind: 'strikeOff', endedOn: '2018-08-01', endBasis: 'Xóa tên, quyết định 70-QĐ/HU' } })
    expect((await seen(id, '2018-07-31')).isMember).toBe(true)
    expect(await latest(id)).toMatchObject({ stage: 'ended', complaintDueOn: '2018-08-31', steps: [{ act: 'open' }, { act: 'cellVote', vote: { denominator: 10, inFavour: 7 } }, { act: 'committeeVote' }, { act: 'decide' }] })
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['lifecycle.endingOpened', 'lifecycle.endingVoted', 'lifecycle.endingDecided', 'members.departed']))
    expect((await page(id, { asOf: '2018-06-25' })).endings).toMatchObject([{ stage: 'cellCarried', decisionNumber: null, endedOn: null, acts: [] }])
    expect((await page(id, { knownAt: '2018-01-01T00:00:00Z' })).endings).toEqual([])
    expect((await calls('grassrootsA').listEndings({ state: 'open', asOf: '2018-06-25' })).rows.map(({ personId }: { personId: string }) => personId)).toContain(id)
    expect((await calls('grassrootsA').listEndings({ state: 'open' })).rows.map(({ personId }: { personId: string }) => personId)).not.toContain(id)
  })

  test('that does not reach two thirds ends there, and the member stays', async () => {
    const id = await member('Nông Văn Ở', 'cellA3')
    const { id: endingId } = await strikeOff(id)
    expect(await vote(endingId, { present: 10, inFavour: 6, against: 4 })).toMatchObject({ outcome: 'lost' })
    expect(await latest(id)).toMatchObject({ stage: 'notCarried', acts: [] })
    await expect(inCommittee(endingId)).rejects.toMatchObject({ code: 'lifecycle.notAtThisStage' })
    expect((await seen(id)).isMember).toBe(true)
    const again = await strikeOff(id, { on: '2018-07-01' })
    expect(again.id).not.toBe(endingId)
    await expect(strikeOff(id, { on: '2018-07-01' })).rejects.toMatchObject({ code: 'lifecycle.endingOpen' })
    await calls('grassrootsA').dropEnding({ endingId: again.id, version: 1, on: '2018-07-10', reason: 'Đã sinh hoạt lại' })
    expect(await latest(id)).toMatchObject({ stage: 'dropped' })
  })

  test('is refused before the ground lasted long enough, to a probationary member, out of order, and with impossible numbers', async () => {
    const id = await member('Nông Văn Sớm', 'cellA3')
    await expect(strikeOff(id, { since: undefined })).rejects.toMatchObject({ code: 'lifecycle.sinceMissing' })
    await expect(strikeOff(id, { on: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    const { id: endingId } = await strikeOff(id, { ground: 'lostWill', since: '2017-09-01' })
    await expect(vote(endingId)).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.groundTooShort', facts: { from: '2018-09-01' } })
    await expect(vote(endingId, { heldOn: '2018-09-01', present: 30, inFavour: 30 })).rejects.toMatchObject({ code: 'admission.presentExceedsDenominator' })
    await expect(vote(endingId, { heldOn: '2018-05-31' })).rejects.toMatchObject({ code: 'lifecycle.beforeFormerStep' })
    await expect(vote(endingId, { heldOn: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(inCommittee(endingId)).rejects.toMatchObject({ code: 'lifecycle.notAtThisStage' })
    await expect(decide(endingId)).rejects.toMatchObject({ code: 'lifecycle.notAtThisStage' })
    await expect(calls('grassrootsA').recordEndingVote({ endingId, version: 9, level: 'cell', heldOn: '2018-09-01', present: 1, inFavour: 1, against: 0 })).rejects.toMatchObject({ code: 'platform.staleVersion' })
    const probationary = await member('Nông Văn Dự', 'cellA3')
    await house.owner.query(`update members.status set status = 'probationary' where person_id = $1`, [probationary])
    await expect(strikeOff(probationary)).rejects.toMatchObject({ code: 'lifecycle.probationaryByFile' })
  })

  test('is decided by the committee in authority over the cell, which may be the one of the grassroots itself', async () => {
    const id = await member('Nông Văn Quyền', 'cellH1')
    const { id: endingId } = await strikeOff(id, { ground: 'cardGivenUp', since: undefined }, 'grassrootsH')
    await vote(endingId, { present: 10, inFavour: 10 }, 'grassrootsH')
    await inCommittee(endingId, {}, 'grassrootsH')
    await expect(decide(endingId, { endedOn: '2018-07-31' }, 'grassrootsH')).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await decide(endingId, {}, 'grassrootsH')
    const other = await member('Nông Văn Không', 'cellB2')
    const { id: otherEnding } = await strikeOff(other, {}, 'grassrootsB')
    await vote(otherEnding, { present: 10, inFavour: 10 }, 'grassrootsB')
    await inCommittee(otherEnding, {}, 'grassrootsB')
    await expect(decide(otherEnding, {}, 'grassrootsB')).rejects.toMatchObject({ code: 'lifecycle.notCompetent', facts: { organisation: 'Đảng bộ huyện Bắc Quang' } })
    await expect(decide(otherEnding, {}, 'secretaryB1')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(strikeOff(other, {}, 'grassrootsA')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(page(other, {}, 'leader')).resolves.toMatchObject({ may: { open: false, decide: false, review: false } })
    await expect(calls('leader').openStrikeOff({ personId: other, ground: 'cardGivenUp', reason: 'x', on: '2018-06-01' })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('what a membership has tied to it', () => {
  test('is named before the end and seen to in the same act', async () => {
    const id = await member('Nông Văn Buộc')
    const { cellA2, communeA } = house.ground.places
    const run = (text: string, values: unknown[]) => house.owner.query(text, values)
    await run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, 'CHI_UV', '[2016-01-01,)')`, [newId(), id, cellA2])
    await run(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state) values ($1, $2, 30, '2018-11-07', 'early', 'proposed')`, [newId(), id])
    await run('update members.membership set card_number = $2 where person_id = $1', [id, '02037001'])
    const [prospect, prospectId] = [newId(), newId()]
    await run(`insert into members.person (id, full_name, sort_key, keeper_id) values ($1, 'Lò Thị Được', 'duoc', $2)`, [prospect, cellA2])
    await run(`insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on) values ($1, $2, $3, '2018-01-10')`, [prospectId, prospect, cellA2])
    await run(`insert into sources_and_targets.mentor_assignment (id, prospect_id, mentor_id, assigned_during) values ($1, $2, $3, '[2018-02-01,)')`, [newId(), prospectId, id])
    await house.as('grassrootsA').transfers.openTransfer({ personId: id, kind: 'internal', cause: 'work', causeOn: '2018-05-01', requestedOn: '2018-05-02', toCellId: house.ground.places.cellA3 } as never)
    const { id: endingId } = await strikeOff(id)
    expect((await page(id)).ties.map(({ kind, fate }: { kind: string; fate: string }) => `${kind} ${fate}`)).toEqual(['post ends', 'badge takenBack', 'mentoring ends', 'transfer ends', 'card toSee'])
    await vote(endingId, await everybody('cellA2'))
    await inCommittee(endingId)
    await decide(endingId)
    expect((await latest(id)).settled).toHaveLength(5)
    expect(await house.rows('select state from lifecycle.badge where person_id = $1', [id])).toEqual([{ state: 'withdrawn' }])
    expect(await house.rows('select upper(assigned_during)::text as until from sources_and_targets.mentor_assignment where mentor_id = $1', [id])).toEqual([{ until: '2018-08-01' }])
    expect(await house.rows('select stage from transfers.transfer where person_id = $1', [id])).toEqual([{ stage: 'cancelled' }])
    expect(await house.rows('select held_during::text from members.post where person_id = $1 and superseded_at is null', [id])).toEqual([{ held_during: '[2016-01-01,2018-08-01)' }])
    expect(communeA).toBeTruthy()
  })
})

describe('a complaint and a restoration', () => {
  test('is in time up to the last day; annulled, membership, cell, status and party age run on without a gap, posts do not come back', async () => {
    const { id, endingId } = await struckOff('Nông Văn Oan')
    const before = (await seen(id, '2018-07-31')).membershipYears
    const complain = async (more: object = {}, who: Who = 'grassrootsA') => calls(who).complainOfEnding({ endingId, version: await version(endingId), on: '2018-08-31', complaint: 'Tôi vẫn sinh hoạt', ...more })
    await expect(review(endingId, { outcome: 'upheld' })).rejects.toMatchObject({ code: 'lifecycle.noComplaint' })
    await expect(complain({ on: '2018-09-01' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.complaintTooLate' })
    await expect(complain({ on: '2018-07-31' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await complain()
    await expect(complain()).rejects.toMatchObject({ code: 'lifecycle.complainedAlready' })
    expect((await house.as('officer').reminders.listWork({ kinds: ['endingStep'], within: 90, size: 200 } as never)).rows.find(({ subjectId }) => subjectId === id)).toMatchObject({ nextAct: 'Xóa tên: giải quyết khiếu nại', owner: 'decidingOffice' })
    await expect(review(endingId, {}, 'grassrootsA')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(review(endingId, { decidedOn: '2018-07-31' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await review(endingId)
    expect(await seen(id)).toMatchObject({ isMember: true, status: 'full', membershipYears: before, membership: { endKind: null }, placement: { cellId: house.ground.places.cellA2 } })
    expect((await seen(id, '2018-08-20')).isMember).toBe(true)
    expect((await latest(id))).toMatchObject({ stage: 'restored', reviewOutcome: 'annulled', reviewNumber: '9-QĐ/TU', acts: [] })
    expect((await page(id, { asOf: '2018-09-15' })).endings).toMatchObject([{ stage: 'ended', complainedOn: '2018-08-31', reviewOutcome: null, reviewNumber: null }])
    await expect(review(endingId)).rejects.toMatchObject({ code: 'lifecycle.notAtThisStage' })
  })

  test('of who was suspended when it ended restores the suspension', async () => {
    const id = await member('Nông Văn Treo')
    await calls('grassrootsA').suspendMember({ personId: id, ground: 'inquiry', reason: 'Xem xét', decisionNumber: '9-QĐ', decidedOn: '2018-08-01', issuedBy: 'Đảng ủy', from: '2018-08-01', lastDay: '2018-10-20' })
    const { id: endingId } = await strikeOff(id)
    await vote(endingId, await everybody('cellA2'))
    await inCommittee(endingId)
    await decide(endingId)
    expect((await house.as('grassrootsA').reminders.listWork({ kinds: ['suspensionEnd'], within: 90, size: 200 } as never)).rows.map(({ subjectId }) => subjectId)).not.toContain(id)
    expect((await calls('grassrootsA').listMeasures({ kind: 'suspension' })).rows.map(({ personId }: { personId: string }) => personId)).not.toContain(id)
    await review(endingId)
    expect((await seen(id)).status).toBe('suspended')
    expect((await calls('grassrootsA').listMeasures({ kind: 'suspension' })).rows.map(({ personId }: { personId: string }) => personId)).toContain(id)
  })
})

describe('a resignation', () => {
  test('is carried by more than half and ends membership by decision', async () => {
    const id = await member('Nông Thị Xin', 'cellA3')
    const { id: endingId } = await calls('secretaryA1').openResignation({ personId: id, reason: 'Hoàn cảnh gia đình', on: '2018-06-01' }).catch(() => calls('grassrootsA').openResignation({ personId: id, reason: 'Hoàn cảnh gia đình', on: '2018-06-01' }))
    const { denominator } = await calls('grassrootsA').rollForEnding({ endingId, level: 'cell', on: '2018-06-20' })
    expect(await vote(endingId, { present: denominator, inFavour: Math.floor(denominator / 2) + 1, against: 0 })).toMatchObject({ outcome: 'carried' })
    await inCommittee(endingId, { present: 15, inFavour: 8, against: 7 })
    await decide(endingId)
    expect(await seen(id)).toMatchObject({ isMember: false, membership: { endKind: 'resignation' } })
    await expect(calls('grassrootsA').complainOfEnding({ endingId, version: await version(endingId), on: '2018-08-10', complaint: 'x' })).rejects.toMatchObject({ code: 'lifecycle.notAtThisStage' })
  })
})

describe('a death', () => {
  test('ends membership on its day, stops an open case, and leaves a badge that was proposed for the committee to see to', async () => {
    const id = await member('Nông Văn Mất', 'cellA3')
    await house.owner.query(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state) values ($1, $2, 30, '2018-11-07', 'reached', 'proposed')`, [newId(), id])
    await strikeOff(id)
    const die = (more: object = {}, who: Who = 'grassrootsA') => calls(who).recordDeath({ personId: id, diedOn: '2018-09-20', paper: 'Trích lục khai tử 12', ...more })
    await expect(die({ diedOn: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(die({ diedOn: '1970-01-01' })).rejects.toMatchObject({ code: 'lifecycle.neverMemberOn' })
    await expect(die({}, 'leader')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(die({}, 'secretaryB1')).rejects.toMatchObject({ kind: 'notFound' })
    await die()
    expect(await seen(id)).toMatchObject({ isMember: false, membership: { endKind: 'death', endedOn: '2018-09-20', endBasis: 'Từ trần, Trích lục khai tử 12' } })
    expect((await page(id)).endings.map(({ kind, stage }: { kind: string; stage: string }) => `${kind} ${stage}`).toSorted()).toEqual(['death ended', 'strikeOff dropped'])
    expect(await house.rows('select state from lifecycle.badge where person_id = $1', [id])).toEqual([{ state: 'proposed' }])
    const death = (await page(id)).endings.find(({ kind }: { kind: string }) => kind === 'death')
    expect(death.settled).toEqual([{ kind: 'badge', name: 'Huy hiệu 30 năm', fate: 'toSee' }])
    await review(death.id, { reason: 'Ghi nhầm người' })
    expect((await seen(id)).isMember).toBe(true)
  })
})

test('lists of measures are read as known at a moment: what was recorded later was not known', async () => {
  const id = await member('Nông Văn Biết', 'cellA3')
  await calls('grassrootsA').suspendMember({ personId: id, ground: 'inquiry', reason: 'Xem xét', decisionNumber: '9-QĐ', decidedOn: '2018-06-01', issuedBy: 'Đảng ủy', from: '2018-06-04', lastDay: '2018-08-30' })
  const [row] = await house.rows<{ at: string }>(`select to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from lifecycle.suspension where person_id = $1`, [id])
  const suspension = (await calls('grassrootsA').findMeasures({ personId: id })).suspensions[0]
  house.clock.moveBy(1)
  await calls('grassrootsA').extendSuspension({ suspensionId: suspension.id, version: 1, lastDay: '2018-09-30', decisionNumber: '10-QĐ', decidedOn: '2018-08-20' })
  await calls('grassrootsA').liftSuspension({ suspensionId: suspension.id, version: 2, on: '2018-09-10', reason: 'Hết thời hạn' })
  house.clock.moveBy(-1)
  const listed = async (more: object) => (await calls('grassrootsA').listMeasures({ kind: 'suspension', state: 'all', ...more })).rows.find(({ personId }: { personId: string }) => personId === id)
  expect(await listed({})).toMatchObject({ state: 'ended', lastDay: '2018-09-09' })
  expect(await listed({ knownAt: row!.at })).toMatchObject({ state: 'running', lastDay: '2018-08-30' })
  expect(await listed({ knownAt: '2018-01-01T00:00:00Z' })).toBeUndefined()
  expect((await calls('grassrootsA').findMeasures({ personId: id, knownAt: row!.at })).suspensions).toMatchObject([{ lastDay: '2018-08-30', liftedOn: null, extensionNumber: null }])
})

describe('why somebody is to leave', () => {
  test('is covered in the list, on the page, in the workbook and in the trail, and opened for a reason that stands in the trail and that is told of the person', async () => {
    const { id, endingId } = await struckOff('Nông Văn Kín', { reason: 'Bỏ sinh hoạt vì chuyện riêng' })
    await calls('grassrootsA').complainOfEnding({ endingId, version: await version(endingId), on: '2018-08-10', complaint: 'Có lý do chính đáng' })
    await review(endingId, { outcome: 'upheld', reason: 'Không có căn cứ mới' })
    const said = ['Bỏ sinh hoạt vì chuyện riêng', 'Có lý do chính đáng', 'Không có căn cứ mới']
    const covered = await Promise.all((['officer', 'grassrootsA', 'leader'] as const).map(async (who) => JSON.stringify([await page(id, {}, who), (await calls(who).listEndings({ state: 'all' })).rows])))
    for (const [told, words] of covered.flatMap((each) => said.map((every) => [each, every] as const))) expect(told).not.toContain(words)
    expect(await latest(id)).toMatchObject({ reason: null, isCovered: true, ground: 'inactive' })
    const open = (who: Who, more: object = {}) => calls(who).openEndings({ personId: id, reason: 'Xét khiếu nại', ...more })
    expect((await open('grassrootsA')).endings).toMatchObject([{ id: endingId, reason: said[0], complaint: said[1], reviewReason: said[2], dropped: null }])
    expect((await open('officer', { asOf: '2018-08-05' })).endings).toMatchObject([{ reason: said[0], complaint: null, reviewReason: null }])
    await expect(open('grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    expect(await house.auditOf(id)).toContain('lifecycle.endingsOpened')
    const trail = JSON.stringify(await house.rows('select facts from audit.entry where person_id = $1', [id]))
    for (const words of said) expect(trail).not.toContain(words)
    const { rows: openings } = await house.as('grassrootsA').memberSheet.listOpenings({ personId: id })
    expect(openings[0]).toMatchObject({ what: ['discipline'], reason: 'Xét khiếu nại' })
  })

  test('of a death stands open when it is only the paper', async () => {
    const [plain, told] = [await member('Nông Văn Từ'), await member('Nông Văn Trần')]
    await calls('grassrootsA').recordDeath({ personId: plain, diedOn: '2018-09-01', paper: 'Trích lục khai tử 5' })
    await calls('grassrootsA').recordDeath({ personId: told, diedOn: '2018-09-01', paper: 'Trích lục khai tử 6', note: 'Bệnh hiểm nghèo' })
    expect([await latest(plain), await latest(told)]).toMatchObject([{ reason: 'Trích lục khai tử 5', isCovered: false }, { reason: null, isCovered: true, decisionNumber: 'Trích lục khai tử 6' }])
  })
})
