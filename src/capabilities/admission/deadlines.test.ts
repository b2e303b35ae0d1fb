import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProbationer, decidedFile, decidingFile, openFile, prepareFile, probationFile, votedFile } from '../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { plainDate } from '../../kernel/index.ts'
import { runReading } from '../../platform/action/index.ts'
import { hashSecret } from '../../platform/http/index.ts'
import type { AccountName } from '../../../tests/harness/ground.ts'
import type { DueKind } from '../reminders/index.ts'
import { admissionDeadlines } from './deadlines.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  const verifying = await openFile(house, { fullName: 'Vi Văn Kiên' })
  await verifying.committee('requestVerification', { about: 'candidate', place: 'Xã Đồng Yên', askedOn: '2018-08-01' })
  await verifying.committee('requestVerification', { about: 'father', place: 'Xã Đồng Yên', askedOn: '2018-07-20' })
  await prepareFile(house, { fullName: 'Lò Thị Pấng' })
  await votedFile(house, { fullName: 'Giàng Seo Chá', cell: 'cellB1' })
  const returned = await decidingFile(house, { fullName: 'Hoàng Thị Nhung' })
  await returned.decider('returnCase', { on: '2018-10-01', reasons: [{ documentType: 'KNĐ-5', kind: 'missing', what: 'Chưa có', todo: 'Bổ sung' }] })
  const decided = await decidedFile(house, { fullName: 'Mai Thị Lan Anh' })
  const held = await decidedFile(house, { fullName: 'Nông Minh Đức' })
  await held.secretary('recordCeremony', { heldOn: '2018-10-02' })
  await probationFile(house, { ceremonyOn: '2017-08-20' })
  await addProbationer(house, { ceremonyOn: '2011-07-02', fullName: 'Phùng Văn Sinh', cell: 'cellB1' })
  expect(decided.version).toBeGreaterThan(1)
})
afterAll(() => house.close())

const due = (as: AccountName, query: { until?: string; organisationId?: string; kinds?: DueKind[] } = {}) =>
  runReading(house.ports, { secretHash: hashSecret(house.ground.accounts[as].secret) }, async (ctx, input: null) => {
    await ctx.authorise('admission.readCases', 'own part')
    expect(input).toBeNull()
    return admissionDeadlines(ctx, { ...query, until: plainDate(query.until ?? '2019-12-31') })
  }, null)

const told = async (as: AccountName, query?: Parameters<typeof due>[1]) =>
  (await due(as, query)).map(({ kind, personName, dueOn, nextActCode, owner, counting }) => [kind, personName, dueOn, nextActCode, owner, counting].join(' | ')).sort()

test('every limit over every file is due once, with the next act, its owner and the rule', async () => {
  expect(await told('officer')).toEqual([
    'admissionCeremony | Mai Thị Lan Anh | 2018-11-09 | recordReceipt | cell | workingDays',
    'admissionDecision | Giàng Seo Chá | 2018-10-29 | sendUp | cell | workingDays',
    'admissionDecision | Hoàng Thị Nhung | 2018-10-29 | resend | cell | workingDays',
    'backgroundCheck | Vi Văn Kiên | 2018-08-31 | recordVerificationReply | grassrootsCommittee | workingDays',
    'confirmation | Nông Minh Đức | 2019-11-13 | assignMentor | cell | workingDays',
    'confirmation | Phùng Văn Sinh | 2012-08-13 | openConfirmation | cell | workingDays',
    'confirmation | Phùng Văn Sinh | 2018-10-02 | recordClassCertificate | politicalCentre | workingDays',
    'documentsMissing | Lò Thị Pấng | 2019-06-28 | markReadyForCell | cell | calendar',
    'dossierOpening | Nông Minh Đức | 2018-11-13 | assignMentor | cell | workingDays',
    'resolutionToSendUp | Giàng Seo Chá | 2018-08-10 | sendUp | cell | workingDays',
    'returnedFile | Hoàng Thị Nhung | 2018-10-22 | resend | cell | workingDays',
  ])
  const items = await due('officer')
  for (const item of items) expect(item.rule, item.kind).toMatchObject({ value: expect.stringMatching(/\d+ (ngày làm việc|tháng)/), source: { title: expect.any(String) } })
  expect(new Set(items.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).size).toBe(items.length)
  expect(items.find(({ kind }) => kind === 'returnedFile')).toMatchObject({ subjectType: 'caseFile', bornYear: 1994, organisationId: house.ground.places.cellA1, nextAct: 'Bổ sung 1 điểm rồi gửi lại' })
})

test('keeps to the day, the kinds and the place asked for', async () => {
  expect(await told('officer', { until: '2018-08-31' })).toHaveLength(3)
  expect(await told('officer', { kinds: ['returnedFile'] })).toHaveLength(1)
  expect(await told('officer', { kinds: ['committeeTerm'] })).toEqual([])
  expect(await told('officer', { organisationId: house.ground.places.communeB, until: '2018-10-05' })).toHaveLength(2)
})

test('each sees what falls due in the own part', async () => {
  expect(await told('secretaryB1')).toHaveLength(3)
  expect((await told('secretaryA1')).some((line) => line.includes('Giàng Seo Chá'))).toBe(false)
  expect(await told('secretaryA2')).toEqual([])
})
