import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import excel from 'exceljs'
import { newId } from '../../../kernel/index.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const awardOn = '2018-11-07'

/** A full member of a cell with a decision of admission on this day. */
async function joined(cell: 'cellA1' | 'cellA2' | 'cellB1', fullName: string, decidedOn: string): Promise<string> {
  const id = await addFullMember(house.owner, house.ground.places[cell], fullName, '1940-01-01')
  await house.owner.query(`update members.membership set decided_on = $2, recorded_at = '2018-01-01' where person_id = $1`, [id, decidedOn])
  return id
}
const died = async (id: string, on: string) => {
  await house.owner.query(`update members.membership set ended_on = $2, end_kind = 'death' where person_id = $1`, [id, on])
  for (const table of ['placement', 'status']) await house.owner.query(`update members.${table} set valid_during = daterange(lower(valid_during), $2) where person_id = $1 and upper_inf(valid_during)`, [id, on])
}
const disciplined = (id: string, during: string) => house.owner.query(`insert into members.overlay (id, person_id, kind, valid_during) values ($1, $2, 'disciplined', $3)`, [newId(), id, during])

const candidates = async (group?: string, who: 'officer' | 'grassrootsA' | 'grassrootsB' | 'secretaryA1' = 'officer') =>
  (await house.as(who).lifecycle.listBadgeCandidates({ awardOn, ...(group ? { group } : {}) } as never)).rows
const byName = async (name: string) => (await candidates()).find(({ fullName }) => fullName === name)
const propose = (personId: string, years: number, more: object = {}, who: 'officer' | 'grassrootsA' = 'grassrootsA') => house.as(who).lifecycle.proposeBadges({ awardOn, people: [{ personId, years, ...more }] } as never)

async function content(file: FileAnswer): Promise<Buffer> {
  if (Buffer.isBuffer(file.content)) return file.content
  const parts: Buffer[] = []
  for await (const part of file.content) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

describe('the list of an award day', () => {
  test('has who reaches a badge since the round before, and who reached one earlier and was missed', async () => {
    await joined('cellA1', 'Nông Văn Đủ', '1988-11-07')
    await joined('cellA1', 'Nông Văn Sót', '1988-09-02')
    await joined('cellA1', 'Nông Văn Thiếu', '1988-11-08')
    expect(await byName('Nông Văn Đủ')).toMatchObject({ years: 30, reachedOn: '2018-11-07', group: 'due', decidedOn: '1988-11-07', admittedOn: '2000-03-15', confirmedOn: '2001-03-15', waitsFor: null })
    expect(await byName('Nông Văn Sót')).toMatchObject({ years: 30, reachedOn: '2018-09-02', group: 'missed' })
    expect(await byName('Nông Văn Thiếu')).toMatchObject({ years: 30, reachedOn: '2018-11-08', group: 'early' })
  })

  test('counts time outside the Party and interruptions, and says that it did', async () => {
    const id = await joined('cellA2', 'Lý Thị Gián', '1988-01-01')
    expect(await byName('Lý Thị Gián')).toMatchObject({ years: 30, reachedOn: '2018-01-01', group: 'missed', isRuled: false })
    await house.as('officer').lifecycle.rulePartyAge({ personId: id, kind: 'interruption', from: '1995-01-01', until: '1995-11-01', reason: 'Mất liên lạc', decisionNumber: '12-QĐ/HU', decidedOn: '1996-01-01' } as never)
    expect(await byName('Lý Thị Gián')).toMatchObject({ years: 30, reachedOn: '2018-11-01', group: 'due', isRuled: true })
  })

  test('has who died within reach, and nobody who died too early or long ago', async () => {
    const [within, short, longAgo] = [await joined('cellA1', 'Ma Văn Mất', '1969-06-01'), await joined('cellA1', 'Ma Văn Xa', '1969-12-01'), await joined('cellA1', 'Ma Văn Lâu', '1968-01-01')]
    await died(within, '2018-06-01')
    await died(short, '2018-06-01')
    await died(longAgo, '2017-06-01')
    expect(await byName('Ma Văn Mất')).toMatchObject({ years: 50, reachedOn: '2019-06-01', group: 'posthumous', diedOn: '2018-06-01' })
    expect(await byName('Ma Văn Xa')).toMatchObject({ years: 45, group: 'posthumous' })
    expect(await byName('Ma Văn Lâu')).toBeUndefined()
  })

  test('names the rule for whom discipline makes wait', async () => {
    const id = await joined('cellA1', 'Bàn Văn Phạt', '1978-10-10')
    await disciplined(id, '[2018-03-01,2019-03-01)')
    expect(await byName('Bàn Văn Phạt')).toMatchObject({ years: 40, waitsFor: { citation: { certainty: 'memory' } } })
    await expect(propose(id, 40)).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.underDiscipline' })
  })

  test('shows each committee its own members, most years first, with counts; a day between is refused', async () => {
    await joined('cellB1', 'Phàn Thị Bên', '1988-10-20')
    expect((await candidates(undefined, 'grassrootsA')).map(({ fullName }) => fullName)).not.toContain('Phàn Thị Bên')
    expect((await candidates(undefined, 'grassrootsB')).map(({ fullName }) => fullName)).toEqual(['Phàn Thị Bên'])
    const { counts, rows } = await house.as('officer').lifecycle.listBadgeCandidates({ awardOn } as never)
    expect(counts.due).toBeGreaterThanOrEqual(3)
    const reached = rows.filter(({ group }) => group !== 'early').map(({ years }) => years)
    expect(reached).toEqual([...reached].sort((a, b) => b - a))
    expect(rows.slice(0, reached.length).some(({ group }) => group === 'early')).toBe(false)
    await expect(house.as('officer').lifecycle.listBadgeCandidates({ awardOn: '2018-11-06' } as never)).rejects.toMatchObject({ code: 'lifecycle.notAnAwardDay', facts: { next: '2018-11-07' } })
    await expect(house.as('memberA1').lifecycle.listBadgeCandidates({ awardOn } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('the award days of the years around are offered, with the day by which the next list is made', async () => {
    const { days, next, listDueOn } = await house.as('secretaryA1').lifecycle.listAwardDays({} as never)
    expect(days).toEqual(expect.arrayContaining(['2016-02-03', '2018-09-02', '2018-11-07', '2019-11-07']))
    expect({ next, listDueOn }).toEqual({ next: '2018-11-07', listDueOn: '2018-10-08' })
    await expect(house.as('administrator').lifecycle.listAwardDays({} as never)).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('the work list tells each committee to make its list, until everybody is on it', async () => {
    const { rows } = await house.as('grassrootsB').reminders.listWork({ kinds: ['badgeList'] } as never)
    expect(rows).toMatchObject([{ kind: 'badgeList', dueOn: '2018-10-08', nextAct: 'Lập danh sách đề nghị tặng Huy hiệu Đảng đợt 07/11/2018: 1 người' }])
    const { id } = (await house.rows(`select id from members.person where full_name = 'Phàn Thị Bên'`))[0]!
    await house.as('grassrootsB').lifecycle.proposeBadges({ awardOn, people: [{ personId: id, years: 30 }] } as never)
    expect((await house.as('grassrootsB').reminders.listWork({ kinds: ['badgeList'] } as never)).rows).toEqual([])
  })
})

describe('a proposal', () => {
  test('one month short is refused with the rule quoted, and nothing is written', async () => {
    const id = await joined('cellA1', 'Triệu Văn Non', '1988-12-07')
    await expect(propose(id, 30)).rejects.toMatchObject({ kind: 'againstRule', code: 'lifecycle.notReached', facts: { years: 30, reachedOn: '2018-12-07' }, citation: { clause: '' } })
    expect(await house.rows('select from lifecycle.badge where person_id = $1', [id])).toEqual([])
  })

  test('in serious illness comes early, only with the illness written down', async () => {
    const id = await joined('cellA1', 'Triệu Văn Bệnh', '1989-11-07')
    await expect(propose(id, 30, { seriouslyIll: true })).rejects.toMatchObject({ code: 'lifecycle.illnessNeedsReason' })
    await expect(propose(id, 40, { seriouslyIll: true, reason: 'Ung thư' })).rejects.toMatchObject({ code: 'lifecycle.notReached', facts: { reachedOn: '2029-11-07' } })
    await propose(id, 30, { seriouslyIll: true, reason: 'Ung thư, giấy ra viện 02/10/2018' })
    expect(await house.rows('select ground, state, reached_on::text, rule->>\'key\' as rule from lifecycle.badge where person_id = $1', [id])).toEqual([{ ground: 'early', state: 'proposed', reached_on: '2019-11-07', rule: 'badges.earlyMonths' }])
    expect((await house.as('officer').lifecycle.findPartyAge({ personId: id })).next).toMatchObject({ years: 40, reachedOn: '2029-11-07' })
    expect(await house.auditOf(id)).toContain('lifecycle.badgeProposed')
  })

  test('of several people is all or nothing, and every reason is named', async () => {
    const [good, bad, worse] = [await joined('cellA1', 'Vàng Văn Được', '1988-10-01'), await joined('cellA1', 'Vàng Văn Chưa', '1990-01-01'), await joined('cellA1', 'Vàng Văn Nữa', '1991-01-01')]
    const refused = house.as('grassrootsA').lifecycle.proposeBadges({ awardOn, people: [good, bad, worse].map((personId) => ({ personId, years: 30 })) } as never)
    await expect(refused).rejects.toMatchObject({ reasons: [{ facts: { name: 'Vàng Văn Chưa' } }, { facts: { name: 'Vàng Văn Nữa' } }] })
    expect(await house.rows('select from lifecycle.badge where person_id = $1', [good])).toEqual([])
    await propose(good, 30)
    await expect(propose(good, 30)).rejects.toMatchObject({ code: 'lifecycle.alreadyHeld', facts: { awardOn } })
    await expect(propose(good, 31)).rejects.toMatchObject({ code: 'lifecycle.noSuchBadge' })
  })

  test('is withdrawn with a reason, stays on record, and can be made again; a stale one is a conflict', async () => {
    const id = await joined('cellA1', 'Đặng Văn Rút', '1988-10-15')
    await propose(id, 30)
    const [badge] = await house.rows<{ id: string }>('select id from lifecycle.badge where person_id = $1', [id])
    await expect(house.as('grassrootsA').lifecycle.withdrawBadge({ badgeId: badge!.id, version: 2, reason: 'Nhầm' } as never)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(house.as('grassrootsB').lifecycle.withdrawBadge({ badgeId: badge!.id, version: 1, reason: 'Nhầm' } as never)).rejects.toMatchObject({ kind: 'notFound' })
    await house.as('grassrootsA').lifecycle.withdrawBadge({ badgeId: badge!.id, version: 1, reason: 'Nhầm người' } as never)
    await expect(house.as('grassrootsA').lifecycle.withdrawBadge({ badgeId: badge!.id, version: 2, reason: 'Nhầm' } as never)).rejects.toMatchObject({ code: 'lifecycle.notProposed' })
    await propose(id, 30)
    expect(await house.rows('select state from lifecycle.badge where person_id = $1 order by recorded_at', [id])).toEqual([{ state: 'withdrawn' }, { state: 'proposed' }])
  })

  test('for somebody of another commune is not found; a secretary may not propose', async () => {
    const id = await joined('cellB1', 'Lù Văn Ngoài', '1988-10-15')
    await expect(propose(id, 30)).rejects.toMatchObject({ kind: 'notFound' })
    const own = await joined('cellA1', 'Lù Văn Trong', '1988-10-15')
    await expect(house.as('secretaryA1').lifecycle.proposeBadges({ awardOn, people: [{ personId: own, years: 30 }] } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the decision', () => {
  const decision = { awardOn, decisionNumber: '120-QĐ/TU', decidedOn: '2018-10-05', issuedBy: 'Ban Thường vụ Tỉnh ủy Hà Giang' }

  test('gives what is proposed below the organisation, once; the papers of the dossier follow', async () => {
    const { communeA } = house.ground.places
    await expect(house.as('grassrootsA').lifecycle.decideBadges({ ...decision, organisationId: communeA } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('officer').lifecycle.decideBadges({ ...decision, organisationId: communeA, decidedOn: '2018-10-06' } as never)).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    const before = await house.as('officer').lifecycle.listBadges({ awardOn, organisationId: communeA } as never)
    expect(before.proposed).toBeGreaterThan(0)
    const { awarded } = await house.as('officer').lifecycle.decideBadges({ ...decision, organisationId: communeA } as never)
    expect(awarded).toBe(before.proposed)
    const after = await house.as('officer').lifecycle.listBadges({ awardOn, organisationId: communeA, state: 'awarded' } as never)
    expect(after).toMatchObject({ proposed: 0, awarded, total: awarded })
    expect(after.rows[0]).toMatchObject({ decisionNumber: '120-QĐ/TU', badgeDecidedOn: '2018-10-05', issuedBy: 'Ban Thường vụ Tỉnh ủy Hà Giang' })
    await expect(house.as('officer').lifecycle.decideBadges({ ...decision, organisationId: communeA } as never)).rejects.toMatchObject({ code: 'lifecycle.nothingProposed' })
  })

  test('counts the days once more: whose party age changed meanwhile is named, and nobody gets anything', async () => {
    const id = await joined('cellA2', 'Hoàng Thị Đổi', '1988-11-01')
    await propose(id, 30)
    await house.as('officer').lifecycle.rulePartyAge({ personId: id, kind: 'countedFrom', from: '1989-02-01', reason: 'Sửa theo lý lịch gốc', decisionNumber: '3-QĐ/HU', decidedOn: '2018-10-01' } as never)
    await expect(house.as('officer').lifecycle.decideBadges({ ...decision, organisationId: house.ground.places.cellA2 } as never)).rejects.toMatchObject({ code: 'lifecycle.reachedNoMore', facts: { names: ['Hoàng Thị Đổi'] } })
    expect(await house.rows('select state from lifecycle.badge where person_id = $1', [id])).toEqual([{ state: 'proposed' }])
  })

  test('the list leaves the house numbered, with the three days of each person side by side', async () => {
    const file = (await house.as('officer').audit.exportList({ list: 'badges', asked: { awardOn }, reason: 'Trình Ban Thường vụ' })) as unknown as FileAnswer
    const book = new excel.Workbook()
    await book.xlsx.load((await content(file)) as never)
    const text = JSON.stringify(book.worksheets[0]!.getSheetValues())
    expect(text).toContain('DANH SÁCH ĐỀ NGHỊ TẶNG HUY HIỆU ĐẢNG')
    expect(text).toContain('120-QĐ/TU, 05/10/2018')
    expect(text).toContain('Trình Ban Thường vụ')
    await expect(house.as('secretaryA1').audit.exportList({ list: 'badges', asked: { awardOn }, reason: 'Xem' })).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('a badge given before', () => {
  test('is recorded from its paper, once, keeps the person off the list, and is taken back when it was entered in error', async () => {
    const id = await joined('cellA1', 'Nông Thị Xưa', '1976-01-01')
    expect(await byName('Nông Thị Xưa')).toMatchObject({ years: 40, group: 'missed' })
    const { id: badgeId } = await house.as('grassrootsA').lifecycle.recordEarlierBadge({ personId: id, years: 40, awardOn: '2016-02-03', reason: 'Giấy chứng nhận 15/2016' } as never)
    expect(await byName('Nông Thị Xưa')).toBeUndefined()
    await expect(house.as('grassrootsA').lifecycle.recordEarlierBadge({ personId: id, years: 40, awardOn: '2016-02-03', reason: 'Lần nữa' } as never)).rejects.toMatchObject({ code: 'lifecycle.alreadyHeld' })
    await expect(house.as('grassrootsA').lifecycle.recordEarlierBadge({ personId: id, years: 45, awardOn: '2021-02-03', reason: 'Mai sau' } as never)).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(house.as('secretaryA1').lifecycle.revokeBadge({ badgeId, version: 1, reason: 'Nhầm' } as never)).rejects.toMatchObject({ kind: 'notAllowed' })
    await house.as('grassrootsA').lifecycle.revokeBadge({ badgeId, version: 1, reason: 'Nhập nhầm người' } as never)
    await expect(house.as('grassrootsA').lifecycle.revokeBadge({ badgeId, version: 2, reason: 'Nhầm' } as never)).rejects.toMatchObject({ code: 'lifecycle.notAwarded' })
    expect(await byName('Nông Thị Xưa')).toMatchObject({ years: 40, group: 'missed' })
  })
})

describe('the party age of a member', () => {
  test('is explained line by line, with the papers of decisions, and the badge that comes next', async () => {
    const id = await joined('cellA1', 'Bàn Thị Giải', '1990-03-10')
    await house.as('officer').lifecycle.rulePartyAge({ personId: id, kind: 'interruption', from: '2000-01-10', until: '2001-01-10', reason: 'Mất liên lạc', decisionNumber: '5-QĐ/HU', decidedOn: '2001-02-01' } as never)
    const page = await house.as('secretaryA1').lifecycle.findPartyAge({ personId: id } as never)
    expect(page).toMatchObject({
      asOf: '2018-10-05', years: 27, months: 118 + 212, may: { rule: false, record: false }, next: { years: 30, reachedOn: '2021-03-10', awardOn: '2021-05-19' },
      stretches: [{ from: '1990-03-10', until: '2000-01-10', months: 118, basis: 'decision' }, { from: '2001-01-10', until: null, months: 212, basis: 'resumed' }],
      rulings: [{ kind: 'interruption', from: '2000-01-10', until: '2001-01-10', decisionNumber: '5-QĐ/HU' }], startRule: { citation: { certainty: 'verified' } },
    })
    expect(page.missed).toBeNull()
    expect((await house.as('secretaryA1').members.findMember({ id } as never)).membershipYears).toBe(27)
  })

  test('names the longest years reached without a badge, while membership lasts', async () => {
    const id = await joined('cellA1', 'Bàn Văn Sót', '1977-03-10')
    const missed = async (query: object = {}) => (await house.as('officer').lifecycle.findPartyAge({ personId: id, ...query } as never)).missed
    expect(await missed({ asOf: '2017-03-09' })).toMatchObject({ years: 30 })
    expect(await missed()).toEqual({ years: 40, reachedOn: '2017-03-10' })
    await house.as('officer').lifecycle.recordEarlierBadge({ personId: id, years: 40, awardOn: '2017-05-19', reason: 'Theo sổ cũ' } as never)
    expect(await missed()).toBeNull()
    const left = await joined('cellA1', 'Bàn Văn Mất', '1977-03-10')
    await died(left, '2018-06-01')
    expect((await house.as('officer').lifecycle.findPartyAge({ personId: left } as never)).missed).toBeNull()
  })

  test('on an earlier day, and as it was known before the decision, is counted so', async () => {
    const id = await joined('cellA1', 'Bàn Thị Trước', '1990-03-10')
    const { id: rulingId } = await house.as('officer').lifecycle.rulePartyAge({ personId: id, kind: 'countedFrom', from: '1992-03-10', reason: 'Theo quyết định gốc', decisionNumber: '6-QĐ/HU', decidedOn: '2018-09-01' } as never)
    const years = async (query: object = {}) => (await house.as('officer').lifecycle.findPartyAge({ personId: id, ...query } as never)).years
    expect(await years()).toBe(26)
    expect(await years({ asOf: '2010-03-09' })).toBe(17)
    expect(await years({ knownAt: '2018-10-05T04:59:59Z' })).toBe(28)
    await house.as('officer').lifecycle.withdrawRuling({ personId: id, rulingId, reason: 'Nhập nhầm' } as never)
    expect(await years()).toBe(28)
    await expect(house.as('officer').lifecycle.withdrawRuling({ personId: id, rulingId, reason: 'Nữa' } as never)).rejects.toMatchObject({ code: 'lifecycle.rulingNotFound' })
  })

  test('lists only badges that stood on the day, as known at the moment', async () => {
    const id = await joined('cellA1', 'Bàn Thị Nhận', '1987-03-10')
    const { id: badgeId } = await house.as('officer').lifecycle.recordEarlierBadge({ personId: id, years: 30, awardOn: '2017-05-19', reason: 'Theo sổ cũ', decisionNumber: '31-QĐ/HU', decidedOn: '2017-05-02' } as never)
    const badges = async (query: object = {}) => (await house.as('officer').lifecycle.findPartyAge({ personId: id, ...query } as never)).badges.map(({ years, state, decisionNumber }) => ({ years, state, decisionNumber }))
    const given = [{ years: 30, state: 'awarded', decisionNumber: '31-QĐ/HU' }]
    expect(await badges()).toEqual(given)
    expect(await badges({ asOf: '2017-05-02' })).toEqual(given)
    expect(await badges({ asOf: '2017-05-01' })).toEqual([])
    expect(await badges({ knownAt: '2018-10-05T04:59:59Z' })).toEqual([])
    await house.as('officer').lifecycle.revokeBadge({ badgeId, version: 1, reason: 'Nhập nhầm người' } as never)
    expect(await badges()).toEqual([])
  })

  test('impossible decisions are refused', async () => {
    const id = await joined('cellA1', 'Bàn Thị Sai', '1990-03-10')
    const rule = (more: object, who: 'officer' | 'grassrootsA' = 'officer') =>
      house.as(who).lifecycle.rulePartyAge({ personId: id, kind: 'interruption', from: '2000-01-10', until: '2001-01-10', reason: 'Mất liên lạc', decisionNumber: '5-QĐ/HU', decidedOn: '2001-02-01', ...more } as never)
    await expect(rule({ until: '2000-01-10' })).rejects.toMatchObject({ code: 'lifecycle.daysOutOfOrder' })
    await expect(rule({ kind: 'countedFrom' })).rejects.toMatchObject({ code: 'lifecycle.onlyInterruptionsEnd' })
    await expect(rule({ decidedOn: '2018-10-06' })).rejects.toMatchObject({ code: 'lifecycle.dayNotYet' })
    await expect(rule({}, 'grassrootsA')).rejects.toMatchObject({ kind: 'notAllowed' })
    await rule({})
    await expect(rule({ from: '2000-06-01', until: '2002-01-01' })).rejects.toMatchObject({ code: 'lifecycle.ruledAlready', facts: { decisionNumber: '5-QĐ/HU' } })
    const [prospect] = await house.rows<{ id: string }>(`insert into members.person (id, full_name, sort_key, keeper_id) values ($1, 'Chưa Vào', 'x', $2) returning id`, [newId(), house.ground.places.cellA1])
    await expect(house.as('officer').lifecycle.rulePartyAge({ personId: prospect!.id, kind: 'countedFrom', from: '1990-01-01', reason: 'Thử', decisionNumber: '1', decidedOn: '2018-01-01' } as never)).rejects.toMatchObject({ code: 'lifecycle.neverMember' })
    const ended = await joined('cellA1', 'Bàn Thị Ra', '1990-03-10')
    await house.owner.query(`update members.membership set ended_on = '2005-01-01', end_kind = 'resignation' where person_id = $1`, [ended])
    await expect(house.as('officer').lifecycle.rulePartyAge({ personId: ended, kind: 'countedFrom', from: '2006-01-01', reason: 'Thử', decisionNumber: '1', decidedOn: '2018-01-01' } as never)).rejects.toMatchObject({ code: 'lifecycle.outsideMembership' })
    await expect(house.as('officer').lifecycle.proposeBadges({ awardOn, people: [{ personId: ended, years: 30 }] } as never)).rejects.toMatchObject({ code: 'lifecycle.noLongerMember' })
    await expect(house.as('officer').lifecycle.proposeBadges({ awardOn, people: [{ personId: prospect!.id, years: 30 }] } as never)).rejects.toMatchObject({ code: 'lifecycle.partyAgeUnknown' })
  })
})

describe('the lists of badges in the past', () => {
  test('stand as on the day and as they were known: proposed or decided later is not yet, and the person is still a candidate', async () => {
    const id = await joined('cellB1', 'Sầm Văn Lùi', '1988-10-25')
    await house.owner.query(`update members.placement set recorded_at = '2018-01-01' where person_id = $1`, [id])
    const listed = async (seen: object) => (await house.as('officer').lifecycle.listBadges({ awardOn, size: 200, ...seen } as never)).rows.filter(({ fullName }) => fullName === 'Sầm Văn Lùi').map(({ state, badgeDecidedOn }) => [state, badgeDecidedOn])
    const waits = async (seen: object) => (await house.as('officer').lifecycle.listBadgeCandidates({ awardOn, size: 200, ...seen } as never)).rows.some(({ fullName }) => fullName === 'Sầm Văn Lùi')
    house.clock.moveTo('2018-10-08' as never)
    await propose(id, 30, {}, 'officer')
    house.clock.moveTo('2018-10-20' as never)
    await house.as('officer').lifecycle.decideBadges({ awardOn, decisionNumber: '9-QĐ/TU', decidedOn: '2018-10-15', issuedBy: 'Tỉnh ủy', organisationId: house.ground.places.cellB1 } as never)
    expect([await listed({}), await waits({})]).toEqual([[['awarded', '2018-10-15']], false])
    expect([await listed({ asOf: '2018-10-14' }), await waits({ asOf: '2018-10-14' })]).toEqual([[['proposed', null]], false])
    expect([await listed({ asOf: '2018-10-07' }), await waits({ asOf: '2018-10-07' })]).toEqual([[], true])
    expect([await listed({ knownAt: '2018-10-16T00:00:00Z' }), await waits({ knownAt: '2018-10-16T00:00:00Z' })]).toEqual([[['proposed', null]], false])
    expect([await listed({ knownAt: '2018-10-07T00:00:00Z' }), await waits({ knownAt: '2018-10-07T00:00:00Z' }), await waits({ knownAt: '2017-12-31T00:00:00Z' })]).toEqual([[], true, false])
    house.clock.moveTo('2018-10-05' as never)
  })
})
