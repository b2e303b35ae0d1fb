import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFullMember, type AccountName } from '../harness/ground.ts'
import { membershipEnded } from '../harness/endings.ts'
import { openHouse, type House } from '../harness/house.ts'
import { addAddress, everything, openTransfer, TransferUnderTest } from '../harness/transfers.ts'

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

  test('tells why a card was exchanged, that the former one is no longer used, and its withdrawal when membership ended', async () => {
    const id = await member('Lục Văn Đổi')
    await house.owner.query(`update members.membership set card_number = '02990002' where person_id = $1`, [id])
    await call('grassrootsA', 'cards', 'takeOverCards', { organisationId: house.ground.places.communeA })
    await call('grassrootsA', 'cards', 'proposeCards', { on: '2018-08-01', people: [{ personId: id, cause: 'damaged', note: 'Thẻ mờ' }] })
    const cardIn = async (wanted: string) => (await call('officer', 'cards', 'findMemberCards', { personId: id })).cards.find(({ state }: { state: string }) => state === wanted)
    await call('officer', 'cards', 'decideCards', { organisationId: house.ground.places.communeA, decisionNumber: '40-QĐ/HU', decidedOn: '2018-08-20', issuedBy: 'Ban Thường vụ Huyện ủy', cards: [{ cardId: (await cardIn('proposed')).id }] })
    const { id: cardId, version } = await cardIn('decided')
    await call('grassrootsA', 'cards', 'handCardOver', { cardId, version, on: '2018-09-02', receivedBy: 'Lục Văn Đổi' })
    const told = async (more: object = {}) => (await timeline(id, 'officer', more)).filter(({ kind }) => kind.startsWith('card'))
    expect(lines(await told())).toEqual(['2018-09-02 Thôi dùng thẻ đảng viên số 02990002, đã có thẻ mới', '2018-08-20 Quyết định đổi thẻ đảng viên, số 02990002'])
    expect((await told())[1]).toMatchObject({ detail: 'Lý do: thẻ hỏng', basis: '40-QĐ/HU, Ban Thường vụ Huyện ủy' })
    const before = betweenDays()
    await membershipEnded(house, { id, kind: 'resignation', on: '2018-09-20' })
    await call('grassrootsA', 'cards', 'withdrawCard', { cardId, version: version + 1, on: '2018-10-02', outcome: 'withdrawn', reason: 'Biên bản thu thẻ' })
    expect((await told())[0]).toMatchObject({ on: '2018-10-02', title: 'Thu thẻ đảng viên số 02990002', detail: 'Biên bản thu thẻ' })
    expect(await told({ asOf: '2018-10-01' })).toHaveLength(2)
    expect(await told({ knownAt: before })).toHaveLength(2)
  })

  test('covers a complaint about the end of membership, and opens it with what came of it', async () => {
    const id = await member('Hoàng Văn Oan')
    const { id: endingId } = await call('grassrootsA', 'lifecycle', 'openStrikeOff', { personId: id, ground: 'inactive', since: '2018-01-01', reason: 'Bỏ sinh hoạt', on: '2018-06-01' })
    for (const [version, level, heldOn] of [[1, 'cell', '2018-06-20'], [2, 'committee', '2018-07-05']] as const) {
      const { denominator } = await call('grassrootsA', 'lifecycle', 'rollForEnding', { endingId, level, on: heldOn })
      await call('grassrootsA', 'lifecycle', 'recordEndingVote', { endingId, version, level, heldOn, present: denominator, inFavour: denominator, against: 0 })
    }
    await call('officer', 'lifecycle', 'decideEnding', { endingId, version: 3, decisionNumber: '70-QĐ/HU', decidedOn: '2018-08-01', issuedBy: 'Ban Thường vụ Huyện ủy', endedOn: '2018-08-01' })
    await call('grassrootsA', 'lifecycle', 'complainOfEnding', { endingId, version: 4, on: '2018-08-20', complaint: 'Tôi vẫn sinh hoạt' })
    const before = betweenDays()
    await call('officer', 'lifecycle', 'reviewEnding', { endingId, version: 5, outcome: 'annulled', decisionNumber: '9-QĐ/TU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Tỉnh ủy', reason: 'Xóa tên không đúng' })
    expect((await timeline(id)).filter(({ kind }) => kind === 'covered')).toEqual([covered('2018-10-01'), covered('2018-08-20')])
    expect(JSON.stringify(await timeline(id))).not.toMatch(/vẫn sinh hoạt|không đúng/)
    expect(await opened(id)).toMatchObject([
      { on: '2018-10-01', title: 'Hủy quyết định 70-QĐ/HU: xóa tên', detail: 'Xóa tên không đúng', basis: '9-QĐ/TU, Ban Thường vụ Tỉnh ủy' }, { on: '2018-08-20', title: 'Khiếu nại quyết định 70-QĐ/HU: xóa tên', detail: 'Tôi vẫn sinh hoạt' }])
    expect(lines(await opened(id, 'officer', { asOf: '2018-09-30' }))).toEqual(['2018-08-20 Khiếu nại quyết định 70-QĐ/HU: xóa tên'])
    expect(await opened(id, 'officer', { knownAt: before })).toHaveLength(1)
  })

  test('covers that a suspension was extended; before that was known the first last day stands', async () => {
    const id = await member('Hoàng Văn Hạn')
    const { id: suspensionId } = await call('grassrootsA', 'lifecycle', 'suspendMember', {
      personId: id, ground: 'inquiry', reason: 'Nghi vấn về quỹ thôn', decisionNumber: '9-QĐ/ĐU', decidedOn: '2018-06-01', issuedBy: 'Đảng ủy xã', from: '2018-06-04', lastDay: '2018-08-31' })
    const before = betweenDays()
    await call('grassrootsA', 'lifecycle', 'extendSuspension', { suspensionId, version: 1, lastDay: '2018-10-31', decisionNumber: '12-QĐ/ĐU', decidedOn: '2018-08-25' })
    expect((await timeline(id)).filter(({ kind }) => kind === 'covered')).toEqual([covered('2018-08-25'), covered('2018-06-04')])
    expect((await opened(id))[0]).toMatchObject({ on: '2018-08-25', title: 'Gia hạn đình chỉ sinh hoạt đảng đến hết 31/10/2018', basis: '12-QĐ/ĐU' })
    expect(lines(await opened(id, 'officer', { asOf: '2018-08-24' }))).toEqual(['2018-06-04 Đình chỉ sinh hoạt đảng: đang xem xét kỷ luật'])
    expect(await opened(id, 'officer', { knownAt: before })).toMatchObject([{ on: '2018-06-04', detail: 'Lý do: Nghi vấn về quỹ thôn. Không dự sinh hoạt đảng đến hết 31/08/2018' }])
  })

  test('tells the letter with which somebody came from outside, with its number', async () => {
    const { communeB, cellB1 } = house.ground.places
    const newcomer = { fullName: 'Phàn Văn Đến', sex: 'male', bornOn: '1984-02', decidedOn: '2010-05-10', admittedOn: '2010-05-19', confirmedOn: '2011-05-19', cardNumber: '12345678' } as const
    const { id } = await house.as('grassrootsB').transfers.openArrival({
      kind: 'official', organisationId: communeB, toCellId: cellB1, addressId: await addAddress(house, 'Đảng ủy xã Tân Thành'), letterNumber: '77-GT', letterOn: '2018-08-20', on: '2018-09-03', newcomer })
    const transfer = new TransferUnderTest(house, id)
    await transfer.as('secretaryB1', 'acceptMember', { on: '2018-09-05' })
    const personId = (await transfer.page('secretaryB1')).personId!
    const letters = async (more: object = {}) => (await timeline(personId, 'secretaryB1', more)).filter(({ kind }) => kind.startsWith('transfer.'))
    expect(await letters()).toMatchObject([{ kind: 'transfer.arrive', on: '2018-09-03', title: 'Đến với giấy giới thiệu của Đảng ủy xã Tân Thành, Thành ủy Hà Giang', basis: 'Số 77-GT' }])
    expect(await letters({ asOf: '2018-09-02' })).toEqual([])
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
