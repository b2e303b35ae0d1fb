import { afterAll, beforeAll, expect, test } from 'vitest'
import { committeeFile, decidedFile, decidingFile, openFile, prepareFile, readyFile, refusalOf, votedFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  await openFile(house, { fullName: 'Ma Thị Yến', openedOn: '2018-10-01' })
  await prepareFile(house, { fullName: 'Lò Thị Pấng', cell: 'cellB1' })
  await readyFile(house, { fullName: 'Triệu Văn Páo' })
  await votedFile(house, { fullName: 'Giàng Seo Chá' })
  await committeeFile(house, { fullName: 'Lý Tà Chòi', cell: 'cellB1' })
  const returned = await decidingFile(house, { fullName: 'Hoàng Thị Nhung' })
  await returned.decider('returnCase', { on: '2018-10-01', reasons: [{ documentType: 'KNĐ-5', kind: 'missing', what: 'Chưa có', todo: 'Bổ sung' }] })
  await decidedFile(house, { fullName: 'Mai Thị Lan Anh' })
  const lost = await readyFile(house, { fullName: 'Đặng Văn Páo' })
  await lost.secretary('recordCellVote', { heldOn: '2018-08-03', present: 9, inFavour: 0, against: 9 })
  const closed = await openFile(house, { fullName: 'Vàng Thị Dợ' })
  await closed.secretary('closeCase', { reason: 'withdrawn' })
})
afterAll(() => house.close())

const list = (as: 'officer' | 'secretaryA1' | 'grassrootsB', input: object = {}) => house.as(as).admission.listCases(input as never)

test('the board shows every open file in its column, with late counts and the limit that rules there', async () => {
  const { columns, counts, total, today } = await list('officer')
  expect([today, total, counts]).toEqual(['2018-10-05', 8, { open: 8, late: 1, returned: 1 }])
  expect(columns.map(({ column, title, count, late, limit }) => [column, title, count, late, limit])).toEqual([
    ['fileOpen', 'Đang làm hồ sơ', 1, 0, 'tài liệu không quá 12 tháng'], ['verifying', 'Đang thẩm tra lý lịch', 1, 0, '30 ngày làm việc, trả lời'],
    ['readyForCell', 'Chờ chi bộ xét', 1, 0, 'tài liệu không quá 12 tháng'], ['committee', 'Chờ đảng ủy cơ sở xét', 1, 1, '60 ngày làm việc từ nghị quyết chi bộ đến quyết định'],
    ['decision', 'Chờ quyết định', 2, 0, '60 ngày làm việc từ nghị quyết chi bộ'], ['ceremony', 'Chờ lễ kết nạp', 1, 0, '30 ngày làm việc'],
    ['after', 'Sau lễ kết nạp', 0, 0, '30 ngày làm việc, lập hồ sơ đảng viên'], ['ended', 'Không được kết nạp, chờ báo kết quả', 1, 0, ''],
  ])
})

test('the most urgent stand first; a returned file keeps its column and says so', async () => {
  const { rows } = await list('officer')
  expect(rows.map(({ person }) => person.name)).toEqual([
    'Giàng Seo Chá', 'Hoàng Thị Nhung', 'Lý Tà Chòi', 'Mai Thị Lan Anh', 'Triệu Văn Páo', 'Lò Thị Pấng', 'Đặng Văn Páo', 'Ma Thị Yến',
  ])
  expect(rows[0]).toMatchObject({ person: { name: 'Giàng Seo Chá' }, isLate: true, nextAct: { code: 'sendUp', words: 'Gửi lên đảng ủy', owner: 'cell', dueOn: '2018-08-10', workingDaysLeft: -39 } })
  expect(rows.find(({ isReturned }) => isReturned)).toMatchObject({ person: { name: 'Hoàng Thị Nhung' }, column: 'decision', returnReasons: 1, nextAct: { code: 'resend', owner: 'cell' } })
  expect(rows.at(-1)!.nextAct!.dueOn).toBeNull()
})

test('filters by place, name, owner, column, stage, late and returned; the total is that of the filter', async () => {
  const names = async (input: object) => (await list('officer', input)).rows.map(({ person }) => person.name)
  expect(await names({ organisationId: house.ground.places.communeB })).toEqual(expect.arrayContaining(['Lý Tà Chòi', 'Lò Thị Pấng']))
  expect(await names({ search: 'hoang thi nhung' })).toEqual(['Hoàng Thị Nhung'])
  expect(await names({ late: true })).toEqual(['Giàng Seo Chá'])
  expect(await names({ returned: true })).toEqual(['Hoàng Thị Nhung'])
  expect(await names({ column: 'ceremony' })).toEqual(['Mai Thị Lan Anh'])
  expect(await names({ stage: 'cellRejected' })).toEqual(['Đặng Văn Páo'])
  expect(await names({ owner: 'grassrootsCommittee' })).toEqual(['Lý Tà Chòi'])
  expect(await names({ kind: 'readmission' })).toEqual([])
  expect(await names({ order: 'name', size: 2, page: 2 })).toHaveLength(2)
  expect((await list('officer', { size: 3, page: 1 })).total).toBe(8)
  expect((await list('officer', { perColumn: 1 })).rows).toHaveLength(7)
})

test('each sees the own part, and nobody without the right anything', async () => {
  expect((await list('secretaryA1')).total).toBe(6)
  expect((await list('grassrootsB')).counts.open).toBe(2)
  expect((await refusalOf(list('secretaryA1', { organisationId: house.ground.places.cellB1 }))).codes).toEqual(['platform.notFound'])
  for (const as of ['administrator', 'memberA1'] as const) expect((await refusalOf(house.as(as).admission.listCases({}))).codes).toEqual(['platform.notAllowed'])
  const { rows } = await list('officer', { search: 'lo thi pang' })
  expect((await refusalOf(house.as('secretaryA1').admission.findCase({ id: rows[0]!.id }))).codes).toEqual(['admission.caseNotFound'])
  expect((await refusalOf(house.as('administrator').admission.findCase({ id: rows[0]!.id }))).codes).toEqual(['admission.caseNotFound'])
})
