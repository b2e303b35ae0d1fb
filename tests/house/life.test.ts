import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFullMember, type AccountName } from '../harness/ground.ts'
import { openHouse, type House } from '../harness/house.ts'
import { everything, openTransfer } from '../harness/transfers.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

type Room = 'lifecycle' | 'cards' | 'members'
const call = (who: AccountName, room: Room, name: string, input: object) => (house.as(who)[room] as unknown as Record<string, (input: object) => Promise<any>>)[name]!(input)
const member = (name: string) => addFullMember(house.owner, house.ground.places.cellA1, name, '1950-01-01')
type Event = { kind: string; on: string; title: string; detail: string | null; basis: string | null; recordedAt: string | null }
const timeline = async (id: string, who: AccountName = 'officer', more: object = {}): Promise<Event[]> => (await call(who, 'members', 'findMember', { id, ...more })).timeline
const opened = async (id: string, who: AccountName = 'officer', more: object = {}): Promise<Event[]> => (await call(who, 'members', 'revealMember', { id, reason: 'dossier', ...more })).events
const lines = (events: readonly Event[]) => events.map(({ on, title }) => `${on} ${title}`)
/** A moment after everything so far and before everything that follows. */
const betweenDays = () => { house.clock.moveBy(1); return `${house.clock.today()}T00:00:00.000Z` }

const warning = { measure: 'warning', authority: 'cell', ground: 'Vi phạm quy định về đất đai', decisionNumber: '5-QĐ/CB', decidedOn: '2018-09-01', issuedBy: 'Chi bộ Thôn Khun Luông', effectiveOn: '2018-09-05' }
const covered = (on: string): Event => ({ kind: 'covered', on, title: 'Việc được che', detail: null, basis: null, recordedAt: null })

describe('the timeline of a person', () => {
  test('covers a discipline, its complaint and its review, and opens them for a reason with measure, authority and effect', async () => {
    const id = await member('Hoàng Văn Khuất')
    const { id: disciplineId } = await call('grassrootsA', 'lifecycle', 'recordDiscipline', { personId: id, ...warning })
    await call('grassrootsA', 'lifecycle', 'recordComplaint', { disciplineId, version: 1, on: '2018-09-12', complaint: 'Không đồng ý với kết luận' })
    await call('officer', 'lifecycle', 'reviewDiscipline', { disciplineId, version: 2, outcome: 'upheld', decisionNumber: '20-QĐ/HU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Huyện ủy', reason: 'Đúng quy định' })
    const seen = await timeline(id)
    expect(seen.filter(({ kind }) => kind === 'covered')).toEqual([covered('2018-10-01'), covered('2018-09-12'), covered('2018-09-05')])
    expect(JSON.stringify(await call('officer', 'members', 'findMember', { id }))).not.toMatch(/đất đai|5-QĐ|20-QĐ|cảnh cáo|Không đồng ý|Đúng quy định/i)
    expect(await opened(id)).toMatchObject([
      { on: '2018-10-01', title: 'Giữ nguyên quyết định kỷ luật 5-QĐ/CB', detail: 'Đúng quy định', basis: '20-QĐ/HU, Ban Thường vụ Huyện ủy' },
      { on: '2018-09-12', title: 'Khiếu nại quyết định kỷ luật 5-QĐ/CB', detail: 'Không đồng ý với kết luận' },
      {
        on: '2018-09-05', title: 'Kỷ luật cảnh cáo (Chi bộ quyết định)', basis: '5-QĐ/CB, Chi bộ Thôn Khun Luông',
        detail: 'Lý do: Vi phạm quy định về đất đai. Thi hành đến hết 04/09/2019; trong thời gian ấy chưa xét tặng Huy hiệu Đảng',
      },
    ])
    expect(await house.auditOf(id)).toContain('members.revealed')
    expect(lines(await opened(id, 'officer', { asOf: '2018-09-10' }))).toEqual(['2018-09-05 Kỷ luật cảnh cáo (Chi bộ quyết định)'])
    expect(lines(await timeline(id, 'officer', { asOf: '2018-09-04' })).join()).not.toContain('Việc được che')
    expect(await opened(id, 'officer', { knownAt: '2018-01-01T00:00:00Z' })).toEqual([])
  })

  test('covers why activity was suspended and why it was resumed', async () => {
    const id = await member('Hoàng Văn Đình')
    const { id: suspensionId } = await call('grassrootsA', 'lifecycle', 'suspendMember', {
      personId: id, ground: 'inquiry', reason: 'Nghi vấn về quỹ thôn', decisionNumber: '9-QĐ/ĐU', decidedOn: '2018-06-01', issuedBy: 'Đảng ủy xã', from: '2018-06-04', lastDay: '2018-09-28' })
    await call('grassrootsA', 'lifecycle', 'liftSuspension', { suspensionId, version: 1, on: '2018-09-20', reason: 'Quỹ thôn đủ tiền' })
    const page = await call('secretaryA1', 'members', 'findMember', { id })
    expect(JSON.stringify(page)).not.toMatch(/quỹ thôn/i)
    expect(page.timeline.filter(({ kind }: Event) => kind === 'covered')).toEqual([covered('2018-09-20'), covered('2018-06-04')])
    expect(lines(page.timeline)).toContain('2018-06-04 Bị đình chỉ sinh hoạt đảng')
    expect(await opened(id, 'secretaryA1')).toMatchObject([
      { title: 'Sinh hoạt trở lại sau đình chỉ', detail: 'Quỹ thôn đủ tiền' },
      { title: 'Đình chỉ sinh hoạt đảng: đang xem xét kỷ luật', detail: 'Lý do: Nghi vấn về quỹ thôn. Không dự sinh hoạt đảng đến hết 28/09/2018' }])
  })

  test('tells badges when they are given, early and posthumous ones as such and without the illness, on both clocks', async () => {
    const id = await member('Nông Văn Huy')
    await house.owner.query(`update members.membership set decided_on = '1989-01-07', recorded_at = '2018-01-01' where person_id = $1`, [id])
    await call('grassrootsA', 'lifecycle', 'proposeBadges', { awardOn: '2018-09-02', people: [{ personId: id, years: 30, seriouslyIll: true, reason: 'Bệnh nặng hiểm nghèo' }] })
    const before = betweenDays()
    expect(lines(await timeline(id)).join()).not.toContain('Huy hiệu')
    await call('officer', 'lifecycle', 'decideBadges', { organisationId: house.ground.places.communeA, awardOn: '2018-09-02', decisionNumber: '7-QĐ/TU', decidedOn: '2018-08-25', issuedBy: 'Ban Thường vụ Tỉnh ủy' })
    const given = (await timeline(id)).find(({ kind }) => kind === 'badge')
    expect(given).toMatchObject({ on: '2018-09-02', title: 'Tặng Huy hiệu 30 năm tuổi Đảng, xét sớm', basis: '7-QĐ/TU, Ban Thường vụ Tỉnh ủy', detail: null })
    expect((await timeline(id, 'officer', { knownAt: before })).find(({ kind }) => kind === 'badge')).toBeUndefined()
    expect((await timeline(id, 'officer', { asOf: '2018-09-01' })).find(({ kind }) => kind === 'badge')).toBeUndefined()
    await house.owner.query(`update lifecycle.badge set ground = 'posthumous' where person_id = $1`, [id])
    expect(lines(await timeline(id))).toContain('2018-09-02 Truy tặng Huy hiệu 30 năm tuổi Đảng')
  })

  test('tells what was decided about party age, not why', async () => {
    const id = await member('Lý Thị Tuổi')
    await call('officer', 'lifecycle', 'rulePartyAge', { personId: id, kind: 'interruption', from: '2005-01-01', until: '2005-11-01', reason: 'Vì bị khai trừ sai', decisionNumber: '12-QĐ/HU', decidedOn: '2006-01-01' })
    const seen = await timeline(id)
    expect(seen.find(({ kind }) => kind === 'partyAgeRuled')).toMatchObject({ on: '2006-01-01', title: 'Quyết định về tuổi Đảng: không tính từ 01/01/2005 đến trước 01/11/2005', basis: '12-QĐ/HU', detail: null })
    expect(JSON.stringify(seen)).not.toContain('khai trừ')
  })

  test('tells an exemption with its ground and the return', async () => {
    const id = await member('Lý Văn Miễn')
    const { id: exemptionId } = await call('secretaryA1', 'lifecycle', 'exemptMember', { personId: id, ground: 'oldAge', resolution: '3-NQ/CB', decidedOn: '2018-08-01', from: '2018-08-01' })
    await call('secretaryA1', 'lifecycle', 'endExemption', { exemptionId, version: 1, on: '2018-09-01', basis: 'Xin sinh hoạt lại' })
    const seen = await timeline(id)
    expect(seen.find(({ on }) => on === '2018-08-01')).toMatchObject({ title: 'Được miễn công tác và sinh hoạt đảng', basis: 'Nghị quyết 3-NQ/CB: Tuổi cao' })
    expect(seen.find(({ on }) => on === '2018-09-01')).toMatchObject({ title: 'Đảng viên chính thức', basis: 'Sinh hoạt trở lại: Xin sinh hoạt lại' })
  })

  test('tells a lost card, that it was found, and the next loss, to who may read cards', async () => {
    const id = await member('Lục Văn Thẻ')
    await house.owner.query(`update members.membership set card_number = '02990001' where person_id = $1`, [id])
    await call('grassrootsA', 'cards', 'takeOverCards', { organisationId: house.ground.places.communeA })
    const lose = async (lostOn: string, reportedOn: string) => (await call('grassrootsA', 'cards', 'reportCardLoss', { personId: id, lostOn, reportedOn, circumstances: 'Rơi ở chợ phiên' })).id as string
    await call('grassrootsA', 'cards', 'concludeCardLoss', { lossId: await lose('2018-05-01', '2018-05-03'), version: 1, on: '2018-05-20', outcome: 'found', paper: 'Biên bản 1' })
    const before = betweenDays()
    await call('grassrootsA', 'cards', 'concludeCardLoss', { lossId: await lose('2018-07-01', '2018-07-03'), version: 1, on: '2018-07-20', outcome: 'lost', paper: 'Biên bản 2' })
    const told = async (who: AccountName, more: object = {}) => lines((await timeline(id, who, more)).filter(({ kind }) => kind.startsWith('card')))
    expect(await told('secretaryA1')).toEqual([
      '2018-07-20 Kết luận mất thẻ đảng viên số 02990001', '2018-07-03 Báo mất thẻ đảng viên số 02990001',
      '2018-05-20 Tìm thấy thẻ đảng viên số 02990001', '2018-05-03 Báo mất thẻ đảng viên số 02990001'])
    expect(await told('secretaryA1', { asOf: '2018-05-10' })).toEqual(['2018-05-03 Báo mất thẻ đảng viên số 02990001'])
    expect(await told('secretaryA1', { knownAt: before })).toHaveLength(2)
    expect((await call('officer', 'cards', 'findMemberCards', { personId: id, asOf: '2018-05-10' })).losses).toMatchObject([{ outcome: null, concludedOn: null }])
  })

  test('tells the letter of a transfer with its number, and its presentation, to the sides that see the case', async () => {
    const id = await member('Lý Văn Sùng')
    const transfer = await openTransfer(house, { personId: id })
    await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
    await transfer.as('grassrootsA', 'issueLetter', { on: '2018-08-20', number: '77-GT', ...everything, attachments: [...everything.attachments] })
    const letter = (await timeline(id, 'grassrootsA')).find(({ kind }) => kind === 'transfer.issueLetter')
    expect(letter).toMatchObject({ on: '2018-08-20', title: 'Cấp giấy giới thiệu sinh hoạt đảng đến Đảng bộ xã Liên Hiệp', basis: 'Số 77-GT, Đảng bộ xã Quang Minh cấp' })
    expect((await timeline(id, 'grassrootsA', { asOf: '2018-08-19' })).some(({ kind }) => kind.startsWith('transfer.'))).toBe(false)
    await transfer.as('secretaryA1', 'handLetterOver', { on: '2018-08-21' })
    await transfer.as('grassrootsB', 'recordPresentation', { on: '2018-09-05', toCellId: house.ground.places.cellB1 })
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-07' })
    expect(lines(await timeline(id, 'secretaryB1')).slice(0, 3)).toEqual([
      '2018-09-07 Chuyển sinh hoạt: từ Chi bộ Thôn Khun Luông về Chi bộ Thôn Đồng Chang', '2018-09-05 Nộp giấy giới thiệu ở Đảng bộ xã Liên Hiệp', '2018-08-20 Cấp giấy giới thiệu sinh hoạt đảng đến Đảng bộ xã Liên Hiệp'])
  })

  test('is not told to who does not see the person; of their own life members see discipline covered until they open it', async () => {
    const id = house.ground.members.cellA1[0]!
    const own = (await house.as('memberA1').members.findOwnMember({})).id
    await call('grassrootsA', 'lifecycle', 'recordDiscipline', { personId: own, ...warning, decisionNumber: '6-QĐ/CB' })
    expect((await timeline(own, 'memberA1')).filter(({ kind }) => kind === 'covered')).toEqual([covered('2018-09-05')])
    expect(lines(await opened(own, 'memberA1'))).toEqual(['2018-09-05 Kỷ luật cảnh cáo (Chi bộ quyết định)'])
    for (const who of ['grassrootsB', 'administrator'] as const) {
      await expect(timeline(id, who)).rejects.toMatchObject({ kind: 'notFound' })
      await expect(opened(id, who)).rejects.toMatchObject({ kind: 'notFound' })
    }
  })
})
