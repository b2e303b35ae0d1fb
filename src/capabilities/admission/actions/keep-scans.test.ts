import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, refusalOf, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
let file: FileUnderTest
let documentId: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  file = await openFile(house)
  documentId = await file.paper('KNĐ-1', '2018-05-20')
})
afterAll(() => house.close())

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const attach = (content: Uint8Array, name: string, as: 'secretaryA1' | 'officer' | 'secretaryB1' = 'secretaryA1') =>
  house.as(as).admission.attachScan({ id: file.id, documentId, file: new File([new Uint8Array(content)], name, { type: 'text/html' }) })

test('a scan is known by its content, not by its name, and leaves the version alone', async () => {
  const { version } = await file.page()
  expect(await attach(jpeg, 'C:\\ảnh\\đơn xin vào Đảng.html')).toMatchObject({ mediaType: 'image/jpeg', byteSize: 7 })
  const page = await file.page()
  expect(page.version).toBe(version)
  expect(page.checklist.find(({ code }) => code === 'KNĐ-1')!.documents[0]!.scans).toMatchObject([{ fileName: 'đơn xin vào Đảng.html', mediaType: 'image/jpeg' }])
})

test('the same bytes are kept once', async () => {
  await attach(jpeg, 'a.jpg')
  const rows = await house.rows('select distinct content_hash from admission.scan where document_id = $1', [documentId])
  expect(rows).toHaveLength(1)
})

test('what is no picture and no PDF, is empty or too large is refused', async () => {
  expect(await refusalOf(attach(new TextEncoder().encode('<html>'), 'don.jpg'))).toMatchObject({ kind: 'invalid', codes: ['admission.scanKindUnknown'], facts: { fileName: 'don.jpg' } })
  expect((await refusalOf(attach(new Uint8Array(), 'trong.pdf'))).codes).toEqual(['admission.scanEmpty'])
  const large = new Uint8Array(10 * 1024 * 1024 + 1)
  large.set(jpeg)
  expect(await refusalOf(attach(large, 'to.jpg'))).toMatchObject({ kind: 'tooLarge', codes: ['admission.scanTooLarge'], facts: { megabytes: 11, limit: 10 } })
  expect((await refusalOf(attach(jpeg, 'a.jpg', 'officer'))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(attach(jpeg, 'a.jpg', 'secretaryB1'))).codes).toEqual(['admission.caseNotFound'])
})

test('each look is written to the trail, and only who may read papers gets one', async () => {
  const { scanId } = await attach(jpeg, 'b.jpg')
  const read = (as: 'officer' | 'leader' | 'secretaryB1' | 'secretaryA1', wanted = { id: file.id, documentId, scanId }) => house.as(as).admission.downloadScan(wanted) as unknown as Promise<FileAnswer>
  const answer = await read('officer')
  expect([answer.mediaType, answer.fileName, answer.disposition, [...(answer.content as Buffer)]]).toEqual(['image/jpeg', 'b.jpg', 'inline', [...jpeg]])
  expect((await house.auditOf(file.id)).filter((event) => event === 'admission.scanRead')).toHaveLength(1)
  expect((await refusalOf(read('leader'))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(read('secretaryB1'))).codes).toEqual(['admission.caseNotFound'])
})

test('a scan is found only under its own file and paper', async () => {
  const { scanId } = await attach(jpeg, 'c.jpg')
  const other = await openFile(house, { fullName: 'Lý Tà Chòi' })
  const otherPaper = await other.paper('KNĐ-1', '2018-05-20')
  const read = (id: string, paper: string) => house.as('secretaryA1').admission.downloadScan({ id, documentId: paper, scanId })
  expect((await refusalOf(read(other.id, otherPaper))).codes).toEqual(['admission.scanNotFound'])
  expect((await refusalOf(read(file.id, otherPaper))).codes).toEqual(['admission.scanNotFound'])
  expect((await refusalOf(house.as('secretaryA1').admission.attachScan({ id: file.id, documentId: otherPaper, file: new File([jpeg], 'a.jpg') }))).codes).toEqual(['admission.documentNotFound'])
})
