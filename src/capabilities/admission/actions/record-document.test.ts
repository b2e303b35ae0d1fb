import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidingFile, openFile, prepareFile, refusalOf, sentFile } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

const rowOf = async (file: Awaited<ReturnType<typeof openFile>>, code: string) => (await file.page()).checklist.find((row) => row.code === code)!

test('a paper that has come waits to be checked, and its step is closed by the rule that asks for it', async () => {
  const file = await openFile(house)
  await file.paper('KNĐ-1', '2018-05-20', { number: '', pages: 1 })
  expect(await rowOf(file, 'KNĐ-1')).toMatchObject({ state: 'toCheck', need: 'required', reasonText: 'hồ sơ nào cũng cần', formMark: '1-KNĐ', documents: [{ datedOn: '2018-05-20', receivedOn: '2018-10-05', sending: 1, pages: 1 }] })
  const { history, checklistCount } = await file.page()
  expect(history.at(-1)).toMatchObject({ kind: 'recordDocument', step: 'A04', rules: [{ key: 'documents.formMarks', pack: 'P2016' }] })
  expect(checklistCount).toMatchObject({ present: 1, valid: 0 })
})

test('a second paper of a kind is refused, except where several belong in the file', async () => {
  const file = await openFile(house)
  await file.paper('KNĐ-1', '2018-05-20')
  expect(await refusalOf(file.paper('KNĐ-1', '2018-05-21'))).toMatchObject({ codes: ['admission.documentTooMany'], facts: { title: 'Đơn xin vào Đảng' } })
  await file.paper('KNĐ-3', '2018-06-01', { subjectId: file.sponsorId })
  await file.paper('KNĐ-3', '2018-06-02', { subjectId: house.ground.members.cellA1[4] })
  expect((await rowOf(file, 'KNĐ-3')).documents.map(({ subject }) => subject?.name)).toHaveLength(2)
})

test('what does not belong in the file, or is of tomorrow, is refused', async () => {
  const file = await openFile(house)
  expect((await refusalOf(file.paper('KNĐ-99', '2018-05-20'))).codes).toEqual(['admission.documentTypeUnknown'])
  expect((await refusalOf(file.paper('KNĐ-10', '2018-05-20'))).codes).toEqual(['admission.documentTypeUnknown'])
  expect((await refusalOf(file.paper('KNĐ-1', '2018-10-06'))).codes).toEqual(['admission.dayNotYet'])
  expect(await refusalOf(file.paper('KNĐ-1', '1994-05-02'))).toMatchObject({ codes: ['admission.paperBeforeBirth'], facts: { datedOn: '1994-05-02', born: '1994-05-03' } })
  expect(await refusalOf(file.paper('KNĐ-1', '2018-05-20', { receivedOn: '2018-05-19' }))).toMatchObject({ codes: ['admission.receivedBeforeSigned'], facts: { receivedOn: '2018-05-19', datedOn: '2018-05-20' } })
  expect((await file.page()).checklistCount.present).toBe(0)
  expect((await refusalOf(file.as('officer', 'recordDocument', { code: 'KNĐ-1' }))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(file.as('secretaryB1', 'recordDocument', { code: 'KNĐ-1' }))).codes).toEqual(['admission.caseNotFound'])
})

test('a replaced paper stays in the history and no longer counts', async () => {
  const file = await prepareFile(house)
  const former = file.papers['KNĐ-3']!
  const { documentId } = await file.secretary('replaceDocument', { documentId: former, datedOn: '2018-07-15' })
  expect((await rowOf(file, 'KNĐ-3')).documents).toMatchObject([{ id: documentId, datedOn: '2018-07-15', subject: { id: file.sponsorId } }])
  expect((await refusalOf(file.secretary('replaceDocument', { documentId: former, datedOn: '2018-07-16' }))).codes).toEqual(['admission.documentNotFound'])
  expect(await house.rows('select superseded_at is not null as gone from admission.document where id = $1', [former])).toEqual([{ gone: true }])
})

test('what lies at the committee is not changed by the cell, what lies at the office not by the committee', async () => {
  const atCommittee = await sentFile(house)
  expect(await refusalOf(atCommittee.secretary('replaceDocument', { documentId: atCommittee.papers['KNĐ-5']!, datedOn: '2018-09-01' }))).toMatchObject({ codes: ['admission.fileElsewhere'], facts: { holder: 'đảng ủy cơ sở' } })
  const atOffice = await decidingFile(house, { fullName: 'Lý Văn Tuyển' })
  expect((await refusalOf(atOffice.committee('replaceDocument', { documentId: atOffice.papers['KNĐ-5']!, datedOn: '2018-09-01' }))).facts.holder).toBe('Ban Tổ chức')
})

test('an examiner finds a paper valid, or says what is wrong with it', async () => {
  const file = await decidingFile(house, { fullName: 'Hầu Mí Sính' })
  const documentId = file.papers['KNĐ-2']!
  expect((await refusalOf(file.decider('checkDocument', { documentId, state: 'needsWork' }))).codes).toEqual(['admission.faultMissing'])
  expect((await refusalOf(file.secretary('checkDocument', { documentId, state: 'valid' }))).codes).toEqual(['platform.notAllowed'])
  await file.decider('checkDocument', { documentId, state: 'needsWork', fault: 'unsigned', remark: 'Thiếu giáp lai' })
  expect(await rowOf(file, 'KNĐ-2')).toMatchObject({ state: 'needsWork', documents: [{ fault: 'unsigned', remark: 'Thiếu giáp lai', checkedBy: 'Người dùng officer', checkedOn: '2018-10-05' }] })
  await file.decider('acceptDocuments', { documentIds: [documentId, file.papers['KNĐ-1']!] })
  expect([(await rowOf(file, 'KNĐ-2')).state, (await rowOf(file, 'KNĐ-1')).state]).toEqual(['valid', 'valid'])
  expect((await refusalOf(file.decider('acceptDocuments', { documentIds: [file.id] }))).codes).toEqual(['admission.documentNotFound'])
})

test('a paper found not to be in the file leaves its place to the one that comes', async () => {
  const file = await sentFile(house, { fullName: 'Giàng Seo Chá' })
  await file.committee('checkDocument', { documentId: file.papers['KNĐ-5']!, state: 'needsWork', fault: 'missing' })
  expect(await rowOf(file, 'KNĐ-5')).toMatchObject({ state: 'missing' })
  await file.committee('recordDocument', { code: 'KNĐ-5', datedOn: '2018-07-10' })
  expect(await rowOf(file, 'KNĐ-5')).toMatchObject({ state: 'toCheck', documents: [{ datedOn: '2018-07-10' }] })
})
