import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committeeFile, decidingFile, refusalOf, sentFile, votedFile, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const oneReason = [{ documentType: 'KNĐ-5', kind: 'missing' as const, what: 'Không có trong hồ sơ', todo: 'Chi ủy tổng hợp, ký' }]

/** The officer finds two things: the statement of the introducer is of 2017, and the opinions are not in the file. */
async function findTwoFaults(file: FileUnderTest) {
  await file.decider('checkDocument', { documentId: file.papers['KNĐ-3']!, state: 'needsWork', fault: 'stale', remark: 'Ký 28/06/2017', datedOn: '2017-06-28' })
  await file.decider('checkDocument', { documentId: file.papers['KNĐ-5']!, state: 'needsWork', fault: 'missing', remark: 'Không có trong hồ sơ gửi lên' })
}

const twoReasons = (file: FileUnderTest) => [
  { documentId: file.papers['KNĐ-3'], kind: 'stale' as const, what: 'Giấy giới thiệu ký 28/06/2017, quá 12 tháng', todo: 'Người giới thiệu viết lại' },
  { documentId: file.papers['KNĐ-5'], kind: 'missing' as const, what: 'Chưa có tổng hợp ý kiến', todo: 'Chi ủy tổng hợp, ký, gửi bổ sung' },
]

describe('the dossier that comes back', () => {
  let file: FileUnderTest
  beforeAll(async () => {
    file = await decidingFile(house, { fullName: 'Hoàng Thị Nhung' })
    await findTwoFaults(file)
  })

  test('the office sees the statement that is too old and the missing paper, and its next act is to return the file', async () => {
    const { checklist, nextAct, acts } = await file.page('officer')
    expect(Object.fromEntries(checklist.filter(({ code }) => ['KNĐ-3', 'KNĐ-5', 'KNĐ-1'].includes(code)).map(({ code, state }) => [code, state]))).toEqual({ 'KNĐ-1': 'toCheck', 'KNĐ-3': 'expired', 'KNĐ-5': 'missing' })
    expect(nextAct).toMatchObject({ code: 'returnCase', owner: 'decidingOffice', words: 'Hồ sơ có 2 điểm cần bổ sung: trả lại', dueOn: '2018-10-29' })
    const submit = acts.find(({ code }) => code === 'submitForDecision')!
    expect(submit.isPossible).toBe(false)
    expect(submit.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['admission.paperStale', 'admission.documentMissing']))
    expect(submit.reasons.find(({ code }) => code === 'admission.paperStale')!.message).toBe('3-KNĐ – Giấy giới thiệu người vào Đảng ký 28/06/2017, đến ngày chi bộ họp 03/08/2018 đã hơn 13 tháng.')
  })

  test('is returned with two reasons tied to the two papers; the cell has 15 working days', async () => {
    const returned = await file.decider('returnCase', { on: '2018-10-01', reasons: twoReasons(file) })
    expect(returned).toMatchObject({ stage: 'committeePassed', dueOn: '2018-10-22', nextAct: { code: 'resend', owner: 'cell', words: 'Bổ sung 2 điểm rồi gửi lại' } })
  })

  test('shows the secretary exactly two things to mend', async () => {
    const page = await file.page('secretaryA1')
    expect(page.heldBy).toBe('cell')
    expect(page.returns.at(-1)!.reasons.map(({ documentType, isMended }) => [documentType, isMended])).toEqual([['KNĐ-3', false], ['KNĐ-5', false]])
    expect(page.acts.filter(({ isPossible }) => isPossible).map(({ code }) => code)).toEqual(expect.arrayContaining(['replaceDocument', 'recordDocument', 'resend']))
  })

  test('lets the clock of the rule run on and shows the other reading beside it', async () => {
    house.clock.moveTo('2018-10-10' as never)
    const { clocks } = await file.page('officer')
    const decision = clocks.find(({ kind }) => kind === 'decision')!
    expect(decision).toMatchObject({ startsOn: '2018-08-03', dueOn: '2018-10-29', limit: 60 })
    expect(decision.heldBy.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(decision.elapsed)
    expect(decision.heldBy.at(-1)).toMatchObject({ owner: 'cell', from: '2018-10-01', until: null, returned: true, workingDays: 7 })
    expect(decision.withoutReturned).toEqual({ returnedWorkingDays: 7, dueOn: '2018-11-07', elapsed: decision.elapsed - 7, isLate: false })
    expect(clocks.find(({ kind }) => kind === 'returned')).toMatchObject({ dueOn: '2018-10-22', isLate: false })
  })

  test('keeps the office from going on, and the cell from sending it back unmended', async () => {
    expect((await refusalOf(file.decider('submitForDecision', {}))).codes).toContain('admission.fileIsReturned')
    const refused = await refusalOf(file.secretary('resend', {}))
    expect(refused).toMatchObject({ kind: 'conflict', codes: ['admission.returnReasonOpen', 'admission.returnReasonOpen'] })
    expect(refused.facts.title).toBe('Giấy giới thiệu người vào Đảng')
  })

  test('is sent again with what changed and nothing else unfolded', async () => {
    const stale = await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-3']!, datedOn: '2017-06-28' })
    expect((await file.page('secretaryA1')).returns.at(-1)!.reasons.map(({ isMended }) => isMended)).toEqual([false, false])
    const { documentId } = await file.secretary('replaceDocument', { documentId: stale.documentId, datedOn: '2018-10-08' })
    await file.paper('KNĐ-5', '2018-10-09')
    expect((await file.page('secretaryA1')).nextAct!.words).toBe('Gửi lại hồ sơ')
    expect((await file.page('secretaryA1')).returns.at(-1)!.reasons.every(({ isMended }) => isMended)).toBe(true)
    expect(await file.secretary('resend', { on: '2018-10-10' })).toMatchObject({ nextAct: { code: 'checkDocument', owner: 'decidingOffice' } })
    const { changes, checklist } = await file.page('officer')
    expect(changes).toMatchObject({ sentOn: '2018-10-10', documents: [{ code: 'KNĐ-3', documentId, change: 'replaced' }, { code: 'KNĐ-5', change: 'replaced' }] })
    expect(checklist.flatMap(({ documents }) => documents).filter(({ changedSinceLastSending }) => changedSinceLastSending)).toHaveLength(2)
    expect(checklist.find(({ code }) => code === 'KNĐ-3')!.state).toBe('toCheck')
  })

  test('leaves its reasons in the count of the year, by grassroots organisation', async () => {
    const { rows, returns, total } = await house.as('officer').admission.listReturnReasons({ year: 2018 })
    expect([returns, total]).toEqual([1, 2])
    expect(rows.map(({ grassroots, formMark, kind, count }) => [grassroots.shortName, formMark, kind, count])).toEqual([['xã Quang Minh', '3-KNĐ', 'stale', 1], ['xã Quang Minh', '5-KNĐ', 'missing', 1]])
    expect((await house.as('grassrootsB').admission.listReturnReasons({ year: 2018 })).total).toBe(0)
    expect((await house.as('officer').admission.listReturnReasons({ year: 2017 })).total).toBe(0)
    expect((await refusalOf(house.as('memberA1').admission.listReturnReasons({ year: 2018 }))).codes).toEqual(['platform.notAllowed'])
    house.clock.moveTo('2018-10-05' as never)
  })
})

test('the reasons of a year are those of any day, as known at any moment: one taken back later still counted until then', async () => {
  const reasons = (asked: object = {}) => house.as('officer').admission.listReturnReasons({ year: 2018, ...asked })
  const before = await reasons()
  const file = await decidingFile(house, { fullName: 'Sùng Thị Mỷ', cell: 'cellB1' })
  house.clock.moveTo('2018-10-15' as never)
  await file.decider('returnCase', { on: '2018-10-08', reasons: oneReason })
  expect((await reasons()).returns).toBe(before.returns + 1)
  const there = { organisationId: house.ground.places.communeB }
  expect([(await reasons({ ...there, asOf: '2018-10-07' })).returns, (await reasons({ ...there, asOf: '2018-10-08' })).returns]).toEqual([0, 1])
  expect((await reasons({ ...there, asOf: '2018-10-08' })).rows.map(({ grassroots, kind, count }) => [grassroots.id, kind, count])).toEqual([[house.ground.places.communeB, 'missing', 1]])
  house.clock.moveTo('2018-10-20' as never)
  await file.decider('withdrawReturn', {})
  expect((await reasons()).returns).toBe(before.returns)
  expect((await reasons({ ...there, asOf: '2018-10-19' })).returns).toBe(1)
  expect((await reasons({ ...there, asOf: '2018-10-20' })).returns).toBe(0)
  const told = async (knownAt: string) => (await reasons({ ...there, knownAt })).rows.length
  expect(await told('2018-10-14T23:59:59+07:00')).toBe(0)
  expect(await told('2018-10-16T00:00:00+07:00')).toBe(1)
  expect(await told('2018-10-21T00:00:00+07:00')).toBe(0)
  house.clock.moveTo('2018-10-05' as never)
})

describe('returning', () => {
  test('needs a reason, and a reason that names a paper or a condition', async () => {
    const file = await decidingFile(house, { fullName: 'Lý Văn Kiên' })
    expect((await refusalOf(file.decider('returnCase', { reasons: [] }))).codes).toEqual(['admission.noReturnReason'])
    expect((await refusalOf(file.decider('returnCase', { reasons: [{ kind: 'other', what: 'Sai', todo: 'Sửa' }] }))).codes).toEqual(['admission.reasonNamesNothing'])
    expect((await refusalOf(file.decider('returnCase', { reasons: [{ condition: 'weather', kind: 'other', what: 'Sai', todo: 'Sửa' }] }))).codes).toEqual(['admission.reasonNamesNothing'])
    expect((await refusalOf(file.decider('returnCase', { reasons: [{ documentType: 'KNĐ-99', kind: 'other', what: 'Sai', todo: 'Sửa' }] }))).codes).toEqual(['admission.documentTypeUnknown'])
    expect((await refusalOf(file.decider('returnCase', { dueOn: '2018-10-05', reasons: oneReason }))).codes).toEqual(['admission.returnDueTooEarly'])
    expect((await file.page('officer')).returns).toEqual([])
  })

  test('is done by the level that has the file, to a level below it', async () => {
    const atCommittee = await sentFile(house, { fullName: 'Lý Văn Hùng' })
    expect((await refusalOf(atCommittee.decider('returnCase', { reasons: oneReason }))).codes).toEqual(['admission.returnGoesNowhere'])
    expect((await refusalOf(atCommittee.secretary('returnCase', { reasons: oneReason }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(atCommittee.committee('returnCase', { toLevel: 'grassrootsCommittee', reasons: oneReason }))).codes).toEqual(['admission.returnGoesNowhere'])
    expect(await atCommittee.committee('returnCase', { reasons: oneReason })).toMatchObject({ nextAct: { code: 'resend', owner: 'cell' } })
    const atCell = await votedFile(house, { fullName: 'Lý Văn Minh' })
    expect((await refusalOf(atCell.committee('returnCase', { reasons: oneReason }))).codes).toEqual(['admission.returnGoesNowhere'])
  })

  test('to the grassroots committee is mended and sent again there, not by the cell', async () => {
    const file = await decidingFile(house, { fullName: 'Bàn Thị Sim' })
    await file.decider('returnCase', { toLevel: 'grassrootsCommittee', reasons: [{ documentType: 'KNĐ-8', kind: 'unsigned', what: 'Thiếu dấu', todo: 'Đóng dấu' }] })
    expect((await refusalOf(file.secretary('resend', {}))).codes).toEqual(['admission.fileElsewhere'])
    const { checklist } = await file.page('grassrootsA')
    const resolution = checklist.find(({ code }) => code === 'KNĐ-8')!.documents[0]!
    await file.committee('replaceDocument', { documentId: resolution.id, datedOn: '2018-08-24' })
    expect(await file.committee('resend', {})).toMatchObject({ nextAct: { owner: 'decidingOffice' } })
  })

  test('for a condition is answered by new facts or by a note', async () => {
    const file = await decidingFile(house, { fullName: 'Bàn Văn Quyên' })
    await file.decider('returnCase', { reasons: [{ condition: 'education', kind: 'contradiction', what: 'Học vấn khác lý lịch', todo: 'Giải trình' }] })
    expect((await refusalOf(file.secretary('resend', {}))).facts.title).toBe('Trình độ học vấn')
    expect(await file.secretary('resend', { note: 'Bằng tốt nghiệp cấp lại năm 2016' })).toMatchObject({ stage: 'committeePassed' })
  })

  test('keeps its reasons in the order in which they were given', async () => {
    const file = await decidingFile(house, { fullName: 'Lý Thị Chẩn' })
    const given = Array.from({ length: 12 }, (_, i) => `Điểm ${i + 1}`)
    await file.decider('returnCase', { reasons: given.map((what) => ({ documentId: file.papers['KNĐ-5'], kind: 'other', what, todo: 'Sửa' })) })
    expect((await file.page('secretaryA1')).returns.at(-1)!.reasons.map(({ what }) => what)).toEqual(given)
  })

  test('can be taken back while nobody has done anything, and not later', async () => {
    const file = await committeeFile(house, { fullName: 'Ma Thị Yến' })
    await file.committee('returnCase', { reasons: oneReason })
    expect((await refusalOf(file.secretary('withdrawReturn', {}))).codes).toEqual(['platform.notAllowed'])
    expect(await file.committee('withdrawReturn', {})).toMatchObject({ nextAct: { code: 'sendToDeciding' } })
    expect((await refusalOf(file.committee('withdrawReturn', {}))).codes).toEqual(['admission.notReturned'])
    expect((await refusalOf(file.secretary('resend', {}))).codes).toContain('admission.notReturned')
    await file.committee('returnCase', { reasons: oneReason })
    await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-5']!, datedOn: '2018-10-04' })
    expect((await refusalOf(file.committee('withdrawReturn', {}))).codes).toEqual(['admission.returnAlreadyWorkedOn'])
    expect(await house.auditOf(file.id)).toEqual(expect.arrayContaining(['admission.returned', 'admission.returnWithdrawn']))
  })
})

describe('a reason that names a covered condition', () => {
  test('is covered on the page and in the refusal, and told by opening the circumstances', async () => {
    const file = await decidingFile(house, { fullName: 'Ly Thị Chá' })
    const open = { condition: 'education', kind: 'missing' as const, what: 'Chưa có bằng', todo: 'Nộp bản sao' }
    await file.decider('returnCase', { reasons: [{ condition: 'politicalCheck', kind: 'missing', what: 'Bản thân có vấn đề chính trị', todo: 'Xin kết luận của cấp trên' }, open] })
    const { returns } = await file.page()
    expect(returns[0]!.reasons).toMatchObject([{ isCovered: true, condition: 'covered', conditionTitle: 'Điều kiện thuộc phần được che' }, { ...open, isCovered: false }])
    expect(JSON.stringify(returns)).not.toMatch(/chính trị|kết luận/i)
    const refusal = await refusalOf(file.secretary('resend', {}))
    expect(refusal.codes).toContain('admission.returnReasonOpen')
    expect(JSON.stringify(refusal)).not.toMatch(/chính trị|kết luận/i)
    const told = (who: 'secretaryA1' | 'leader') => house.as(who).admission.openCircumstances({ id: file.id, reason: 'Để bổ sung' })
    expect((await told('secretaryA1')).returnReasons).toEqual([{ id: returns[0]!.reasons[0]!.id, conditionTitle: expect.stringMatching(/chính trị/i), what: 'Bản thân có vấn đề chính trị', todo: 'Xin kết luận của cấp trên' }])
    expect((await told('leader')).returnReasons).toHaveLength(1)
  })
})
