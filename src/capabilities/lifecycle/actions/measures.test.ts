import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/index.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Who = 'officer' | 'grassrootsA' | 'grassrootsB' | 'secretaryA1' | 'memberA1' | 'leader'
const calls = (who: Who) => house.as(who).lifecycle as unknown as Record<keyof ReturnType<House['as']>['lifecycle'], (input: object) => Promise<never>>
const member = (name: string) => addFullMember(house.owner, house.ground.places.cellA1, name, '1960-01-01')
const find = async (personId: string, who: Who = 'officer', asOf?: string) => house.as(who).lifecycle.findMeasures({ personId, ...(asOf ? { asOf } : {}) } as never)
const statuses = async (personId: string) => (await house.rows<{ status: string; valid_during: string }>('select status, valid_during::text from members.status where person_id = $1 and superseded_at is null order by valid_during', [personId])).map((s) => `${s.status} ${s.valid_during}`)
const overlays = (personId: string) => house.rows('select valid_during::text, basis from members.overlay where person_id = $1 and superseded_at is null', [personId])

const warning = { measure: 'warning', authority: 'cell', ground: 'Vi phạm quy định về đất đai', decisionNumber: '5-QĐ/CB', decidedOn: '2018-09-10', issuedBy: 'Chi bộ Thôn Khun Luông', effectiveOn: '2018-09-05' }
const discipline = (personId: string, more: object = {}, who: Who = 'grassrootsA') => calls(who).recordDiscipline({ personId, ...warning, ...more }) as Promise<{ id: string }>
const suspension = { ground: 'inquiry', reason: 'Đang xem xét kỷ luật', decisionNumber: '9-QĐ/ĐU', decidedOn: '2018-06-01', issuedBy: 'Đảng ủy xã', from: '2018-06-04', lastDay: '2018-09-28' }
const suspend = (personId: string, more: object = {}, who: Who = 'grassrootsA') => calls(who).suspendMember({ personId, ...suspension, ...more }) as Promise<{ id: string }>
const exemption = { ground: 'oldAge', resolution: '3-NQ/CB', decidedOn: '2018-08-01', from: '2018-08-01' }
const exempt = (personId: string, more: object = {}, who: Who = 'secretaryA1') => calls(who).exemptMember({ personId, ...exemption, ...more }) as Promise<{ id: string }>

describe('a measure of discipline', () => {
  test('lies over the membership for twelve months, with its paper, and is told with its complaint term', async () => {
    const id = await member('Hoàng Văn Cảnh')
    const { id: disciplineId } = await discipline(id)
    expect(await overlays(id)).toEqual([{ valid_during: '[2018-09-05,2019-09-05)', basis: 'Cảnh cáo, quyết định 5-QĐ/CB' }])
    expect((await find(id, 'secretaryA1')).disciplines).toMatchObject([{ id: disciplineId, state: 'running', effectUntil: '2019-09-05', receivedOn: '2018-09-05', complaintDueOn: '2018-10-05' }])
    expect((await find(id, 'secretaryA1')).person).toMatchObject({ cell: 'Thôn Khun Luông', organisation: 'xã Quang Minh' })
    expect((await find(id, 'secretaryA1')).may).toEqual({ discipline: false, complain: false, review: false, suspend: false, exempt: true })
    expect((await find(id, 'officer', '2018-09-04')).disciplines).toEqual([])
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['lifecycle.disciplineRecorded', 'members.disciplineLaid']))
    expect((await house.as('officer').members.findMember({ id } as never)).overlays).toMatchObject([{ kind: 'disciplined', note: null }])
  })

  test('is refused with the rule: a probationary member is not removed or expelled, a cell does not expel', async () => {
    const id = await member('Hoàng Văn Dự')
    await house.owner.query(`update members.status set status = 'probationary' where person_id = $1`, [id])
    await expect(discipline(id, { measure: 'expulsion', authority: 'superior' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.measureNotForMember', facts: { measure: 'khai trừ', allowed: 'khiển trách; cảnh cáo' } })
    const full = await member('Hoàng Văn Chính')
    await expect(discipline(full, { measure: 'expulsion' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.measureNotForCell' })
    expect(await house.rows('select from lifecycle.discipline where person_id = any ($1)', [[id, full]])).toEqual([])
  })

  test('is refused for a day to come, twice by one decision, for who was no member, outside the own part, and to a secretary', async () => {
    const id = await member('Hoàng Văn Hai')
    await expect(discipline(id, { effectiveOn: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await discipline(id)
    await expect(discipline(id)).rejects.toMatchObject({ kind: 'conflict', code: 'lifecycle.decisionRecorded' })
    await expect(discipline(id, { decisionNumber: '6', effectiveOn: '1979-01-01' })).rejects.toMatchObject({ code: 'members.notMemberOn' })
    await expect(discipline(id, { decisionNumber: '6' }, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(discipline(id, { decisionNumber: '6' }, 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(find(id, 'memberA1')).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('that removes from office ends the posts named, and needs one', async () => {
    const id = await member('Hoàng Văn Chức')
    const postId = newId()
    await house.owner.query(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, 'CHI_UV', '[2016-01-01,)')`, [postId, id, house.ground.places.cellA1])
    const removal = { measure: 'removalFromOffice', authority: 'grassroots' }
    await expect(discipline(id, removal)).rejects.toMatchObject({ code: 'lifecycle.noPostNamed' })
    await expect(discipline(id, { postIds: [postId] })).rejects.toMatchObject({ code: 'lifecycle.postsOnlyWithRemoval' })
    await expect(discipline(id, { ...removal, postIds: [newId()] })).rejects.toMatchObject({ code: 'members.postNotFound' })
    await discipline(id, { ...removal, postIds: [postId] })
    expect(await house.rows('select held_during::text from members.post where person_id = $1 and superseded_at is null', [id])).toEqual([{ held_during: '[2016-01-01,2018-09-05)' }])
    expect(await overlays(id)).toMatchObject([{ valid_during: '[2018-09-05,2019-09-05)' }])
  })

  test('that expels ends membership; annulled by the committee above, membership and party age run on without a gap', async () => {
    const id = await member('Hoàng Văn Khai')
    const before = (await house.as('officer').members.findMember({ id } as never)).membershipYears
    const { id: disciplineId } = await discipline(id, { measure: 'expulsion', authority: 'superior' }, 'officer')
    expect(await house.as('officer').members.findMember({ id } as never)).toMatchObject({ isMember: false, membership: { endKind: 'expulsion', endedOn: '2018-09-05' } })
    const review = { disciplineId, version: 1, outcome: 'annulled', decisionNumber: '20-QĐ/TU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Tỉnh ủy', reason: 'Kỷ luật sai' }
    await expect(calls('grassrootsA').reviewDiscipline(review)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(calls('officer').reviewDiscipline({ ...review, version: 7 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(calls('officer').reviewDiscipline({ ...review, decidedOn: '2018-09-01' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await calls('officer').reviewDiscipline(review)
    expect(await house.as('officer').members.findMember({ id } as never)).toMatchObject({ isMember: true, status: 'full', membershipYears: before, membership: { endKind: null } })
    expect((await house.as('officer').members.findMember({ id, asOf: '2018-09-20' } as never)).isMember).toBe(true)
    expect(await house.rows('select count(*)::int as n from members.placement where person_id = $1 and superseded_at is null', [id])).toEqual([{ n: 1 }])
    expect((await find(id)).disciplines).toMatchObject([{ state: 'annulled', reviewNumber: '20-QĐ/TU' }])
    await expect(calls('officer').reviewDiscipline({ ...review, version: 2 })).rejects.toMatchObject({ code: 'lifecycle.disciplineAnnulled' })
  })

  test('whose annulment comes after a second admission cannot restore the first membership', async () => {
    const id = await member('Hoàng Văn Lại')
    const { id: disciplineId } = await discipline(id, { measure: 'expulsion', authority: 'superior' })
    await house.owner.query(`insert into members.membership (id, person_id, ordinal, decided_on, keeper_id) values ($1, $2, 2, '2018-09-20', $3)`, [newId(), id, house.ground.places.cellA1])
    const review = { disciplineId, version: 1, outcome: 'annulled', decisionNumber: '21', decidedOn: '2018-10-01', issuedBy: 'Tỉnh ủy', reason: 'Sai' }
    await expect(calls('officer').reviewDiscipline(review)).rejects.toMatchObject({ code: 'members.memberAgain' })
    await house.owner.query('delete from members.membership where person_id = $1 and ordinal = 2', [id])
    await house.owner.query(`update members.membership set ended_on = '2018-09-06' where person_id = $1 and superseded_at is null`, [id])
    await expect(calls('officer').reviewDiscipline(review)).rejects.toMatchObject({ code: 'members.notEnded' })
  })
})

describe('a complaint', () => {
  test('is in time up to the last day, once; then the measure is upheld or annulled', async () => {
    const id = await member('Nông Thị Khiếu')
    const { id: disciplineId } = await discipline(id, { effectiveOn: '2018-08-01', decidedOn: '2018-08-03', receivedOn: '2018-08-10' })
    const complain = (more: object = {}, who: Who = 'grassrootsA') => calls(who).recordComplaint({ disciplineId, version: 1, on: '2018-09-09', complaint: 'Không đúng sự việc', ...more })
    const upheld = { disciplineId, version: 1, outcome: 'upheld', decisionNumber: '30-QĐ/HU', decidedOn: '2018-10-01', issuedBy: 'Huyện ủy', reason: 'Đúng người, đúng việc' }
    await expect(calls('officer').reviewDiscipline(upheld)).rejects.toMatchObject({ code: 'lifecycle.noComplaint' })
    await expect(complain({ on: '2018-09-10' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.complaintTooLate', facts: { dueOn: '2018-09-09', days: '30 ngày' } })
    await expect(complain({ on: '2018-08-09' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(complain({}, 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(complain({}, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    await complain()
    await expect(complain({ version: 2 })).rejects.toMatchObject({ code: 'lifecycle.complainedAlready' })
    await calls('officer').reviewDiscipline({ ...upheld, version: 2 })
    expect((await find(id)).disciplines).toMatchObject([{ state: 'running', complainedOn: '2018-09-09', reviewNumber: '30-QĐ/HU', version: 3 }])
    expect(await overlays(id)).toHaveLength(1)
    await calls('officer').reviewDiscipline({ ...upheld, version: 3, outcome: 'annulled', decisionNumber: '31-QĐ/TU' })
    expect(await overlays(id)).toEqual([])
    await expect(complain({ version: 4 })).rejects.toMatchObject({ code: 'lifecycle.disciplineAnnulled' })
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['lifecycle.complaintRecorded', 'lifecycle.disciplineUpheld', 'lifecycle.disciplineAnnulled', 'members.disciplineLifted']))
  })
})

describe('a suspension', () => {
  test('takes the member out of activity until it is lifted, and then the status from before holds again', async () => {
    const id = await member('Lý Văn Đình')
    const { id: suspensionId } = await suspend(id)
    expect((await statuses(id)).at(-1)).toBe('suspended [2018-06-04,)')
    await expect(suspend(id, { decisionNumber: '10' })).rejects.toMatchObject({ code: 'lifecycle.otherStatus' })
    const lift = (more: object = {}, who: Who = 'grassrootsA') => calls(who).liftSuspension({ suspensionId, version: 1, on: '2018-09-01', reason: 'Không vi phạm', ...more })
    await expect(lift({ on: '2018-06-04' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(lift({ on: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(lift({ version: 5 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(lift({}, 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await lift()
    expect((await statuses(id)).slice(-2)).toEqual(['suspended [2018-06-04,2018-09-01)', 'full [2018-09-01,)'])
    await expect(lift({ version: 2 })).rejects.toMatchObject({ code: 'lifecycle.measureEnded' })
    await expect(calls('grassrootsA').extendSuspension({ suspensionId, version: 2, lastDay: '2018-10-30', decisionNumber: '11', decidedOn: '2018-09-20' })).rejects.toMatchObject({ code: 'lifecycle.measureEnded' })
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['lifecycle.memberSuspended', 'lifecycle.suspensionLifted', 'members.statusChanged']))
  })

  test('lasts no longer than the rule, with every extension; who is prosecuted has no last day', async () => {
    const id = await member('Lý Văn Hạn')
    await expect(suspend(id, { lastDay: undefined })).rejects.toMatchObject({ code: 'lifecycle.lastDayMissing' })
    await expect(suspend(id, { lastDay: '2018-06-01' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(suspend(id, { lastDay: '2018-12-31' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.suspensionTooLong', citation: { instrument: 'QD-30-2016', certainty: 'verified' } })
    await expect(suspend(id, {}, 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(suspend(id, {}, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    const { id: suspensionId } = await suspend(id)
    const extend = (more: object = {}) => calls('grassrootsA').extendSuspension({ suspensionId, version: 1, lastDay: '2018-11-30', decisionNumber: '12-QĐ/ĐU', decidedOn: '2018-09-25', ...more })
    await expect(extend({ lastDay: '2018-09-28' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(extend({ lastDay: '2019-09-28' })).rejects.toMatchObject({ code: 'lifecycle.suspensionTooLong' })
    await expect(extend({ decidedOn: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await extend()
    expect((await find(id)).suspensions).toMatchObject([{ lastDay: '2018-11-30', extensionNumber: '12-QĐ/ĐU', version: 2 }])
    const accused = await member('Lý Văn Tố')
    const { id: open } = await suspend(accused, { ground: 'prosecuted', lastDay: undefined })
    await expect(calls('grassrootsA').extendSuspension({ suspensionId: open, version: 1, lastDay: '2018-11-30', decisionNumber: '1', decidedOn: '2018-09-25' })).rejects.toMatchObject({ code: 'lifecycle.noTermToExtend' })
  })

  test('that comes to its last day stands on the work list until it is lifted', async () => {
    const id = await member('Lý Văn Nhắc')
    await suspend(id, { lastDay: '2018-10-01' })
    const { rows } = await house.as('grassrootsA').reminders.listWork({ kinds: ['suspensionEnd'] } as never)
    expect(rows.find(({ subjectId }) => subjectId === id)).toMatchObject({ dueOn: '2018-10-01', nextAct: 'Hết hạn đình chỉ sinh hoạt: kết luận, gia hạn hoặc cho sinh hoạt trở lại' })
    const [kept] = await house.rows<{ id: string }>('select id from lifecycle.suspension where person_id = $1', [id])
    await calls('grassrootsA').liftSuspension({ suspensionId: kept!.id, version: 1, on: '2018-10-02', reason: 'Hết hạn' })
    expect((await house.as('grassrootsA').reminders.listWork({ kinds: ['suspensionEnd'] } as never)).rows.filter(({ subjectId }) => subjectId === id)).toEqual([])
  })
})

describe('an exemption', () => {
  test('is recorded by the secretary of the cell, and ends on request', async () => {
    const id = await member('Ma Thị Già')
    const { id: exemptionId } = await exempt(id)
    expect((await statuses(id)).at(-1)).toBe('exempt [2018-08-01,)')
    await expect(exempt(id)).rejects.toMatchObject({ code: 'lifecycle.otherStatus' })
    const back = (more: object = {}, who: Who = 'secretaryA1') => calls(who).endExemption({ exemptionId, version: 1, on: '2018-10-01', basis: 'Đơn xin sinh hoạt lại, nghị quyết 8-NQ/CB', ...more })
    await expect(back({ on: '2018-08-01' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(back({}, 'memberA1')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(back({ version: 3 })).rejects.toMatchObject({ kind: 'conflict' })
    await back()
    expect((await statuses(id)).slice(-2)).toEqual(['exempt [2018-08-01,2018-10-01)', 'full [2018-10-01,)'])
    await expect(back({ version: 2 })).rejects.toMatchObject({ code: 'lifecycle.measureEnded' })
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['lifecycle.memberExempted', 'lifecycle.exemptionEnded']))
  })

  test('is refused for a ground that the rule of the day did not know, before the decision, for a day to come, and to others', async () => {
    const id = await member('Ma Thị Nghỉ')
    await expect(exempt(id, { ground: 'maternity' })).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.groundNotAllowed', facts: { ground: 'Nghỉ thai sản', allowed: 'tuổi cao; sức khỏe yếu' } })
    await expect(exempt(id, { from: '2018-07-31' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(exempt(id, { from: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(exempt(id, {}, 'leader')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(exempt(id, {}, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    expect((await statuses(id)).at(-1)).toMatch(/^full/)
  })

  test('does not stand in the way of what comes after: who is exempt is suspended and is exempt again', async () => {
    const id = await member('Ma Thị Cả Hai')
    const { id: exemptionId } = await exempt(id, { decidedOn: '2018-05-01', from: '2018-05-01' })
    const { id: suspensionId } = await suspend(id)
    await expect(calls('secretaryA1').endExemption({ exemptionId, version: 1, on: '2018-09-01', basis: 'Đơn' })).rejects.toMatchObject({ code: 'lifecycle.otherStatus' })
    await calls('grassrootsA').liftSuspension({ suspensionId, version: 1, on: '2018-09-01', reason: 'Hết' })
    expect((await statuses(id)).at(-1)).toBe('exempt [2018-09-01,)')
  })
})

describe('the lists', () => {
  test('have who is under a measure on a day, by kind, within the own part, and leave the house numbered', async () => {
    const id = await member('Đặng Văn Danh')
    await discipline(id, { effectiveOn: '2017-03-01', decidedOn: '2017-03-02', measure: 'reprimand' })
    const list = async (more: object = {}, who: Who = 'officer') => house.as(who).lifecycle.listMeasures({ kind: 'discipline', ...more } as never)
    const names = async (more: object = {}, who: Who = 'officer') => (await list(more, who)).rows.map(({ fullName }) => fullName)
    expect(await names({ asOf: '2017-06-01' })).toEqual(['Đặng Văn Danh'])
    expect(await names()).not.toContain('Đặng Văn Danh')
    expect((await list({ state: 'ended' })).rows).toEqual(expect.arrayContaining([expect.objectContaining({ fullName: 'Đặng Văn Danh', what: 'reprimand', state: 'ended', lastDay: '2018-02-28' })]))
    expect(await names({ state: 'all' }, 'grassrootsB')).toEqual([])
    const { counts, total } = await list()
    expect(counts.discipline).toBe(total)
    expect(counts.suspension).toBeGreaterThan(0)
    await expect(list({}, 'memberA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    const file = (await house.as('officer').audit.exportList({ list: 'disciplines', asked: { state: 'all', kind: 'exemption' }, reason: 'Báo cáo' })) as unknown as { fileName?: string; mediaType?: string }
    expect(JSON.stringify(file)).toContain('ky-luat-2018-10-05.xlsx')
    await expect(house.as('secretaryA1').audit.exportList({ list: 'disciplines', reason: 'Xem' })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('why somebody is under a measure', () => {
  test('is covered on the page and in the list, and opened for a reason that stands in the trail and that the member finds again', async () => {
    const id = house.ground.members.cellA1[3]!
    await discipline(id)
    await suspend(id, { from: '2018-09-20', lastDay: '2018-11-01', decidedOn: '2018-09-15' })
    const told = JSON.stringify([await find(id, 'grassrootsA'), await house.as('officer').lifecycle.listMeasures({ kind: 'discipline', state: 'all' }), await house.as('officer').lifecycle.listMeasures({ kind: 'suspension', state: 'all' })])
    for (const covered of [warning.ground, suspension.reason]) expect(told).not.toContain(covered)
    const open = (who: Who, more: object = {}) => house.as(who).lifecycle.openMeasures({ personId: id, reason: 'Xét khiếu nại', ...more })
    expect(await open('grassrootsA')).toMatchObject({ disciplines: [{ ground: warning.ground, complaint: null, reviewReason: null }], suspensions: [{ reason: suspension.reason, liftingReason: null }] })
    expect(await open('grassrootsA', { asOf: '2018-09-06' })).toMatchObject({ disciplines: [{}], suspensions: [] })
    expect((await open('memberA1')).disciplines).toHaveLength(1)
    await expect(open('grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    expect(await house.auditOf(id)).toContain('lifecycle.measuresOpened')
    const { rows: openings } = await house.as('memberA1').memberSheet.listOpenings({ personId: id }) as { rows: { what: string[]; reason: string | null }[] }
    expect(openings[0]).toMatchObject({ what: ['discipline'], reason: 'Xét khiếu nại' })
  })
})
