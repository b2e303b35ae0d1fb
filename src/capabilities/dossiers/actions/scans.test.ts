import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
let personId: string
let otherId: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  ;[personId, otherId] = [house.ground.members.cellA1[2]!, house.ground.members.cellA1[3]!]
  await house.rows(`update members.person set full_name = 'Đặng Văn Đò', identity_number = '002086001234' where id = $1`, [personId])
  for (const each of [personId, otherId]) await house.as('grassrootsA').dossiers.openDossier({ personId: each, openedOn: '2018-10-01' })
})
afterAll(() => house.close())

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.4 << /Type /Pages /Count 2 >> << /Type /Page >> << /Type /Page >> % ${text}`)
const scanOf = (name: string, text = name) => new File([pdf(text)], name)
const dossiers = (name: Parameters<House['as']>[0] = 'grassrootsA') => house.as(name).dossiers
const paths = ['002086001234_DangVanDo/02.Ly lich dang vien.pdf', '002086001234_DangVanDo/07.Don xin vao Dang.pdf', 'Đặng Văn Đò/Phiếu đảng viên.pdf', 'scan0001.pdf', '002086001234_NguyenVanKhac/01.ly lich.pdf']

test('names are matched, doubted or not known, and nothing is kept', async () => {
  const { rows } = await dossiers().previewScans({ files: paths.map((name) => ({ name })) })
  expect(rows.map(({ outcome, doubts, documentType }) => [outcome, doubts, documentType])).toEqual([
    ['matched', [], 'HSĐV-1'],
    ['doubtful', ['typesDisagree'], 'KNĐ-16'],
    ['doubtful', ['personByNameOnly'], 'HSĐV-2'],
    ['unknown', ['noPerson', 'noType'], null],
    ['doubtful', ['otherPerson'], 'KNĐ-2'],
  ])
  expect(rows[0]!.person).toMatchObject({ id: personId, fullName: 'Đặng Văn Đò' })
  expect(await house.rows('select from dossiers.scan')).toEqual([])
  expect((await refusalOf(dossiers('secretaryA1').previewScans({ files: [{ name: 'a.pdf' }] }))).codes).toEqual(['platform.notAllowed'])
})

test('who lies outside the part is not known by the preview', async () => {
  const { rows } = await dossiers('grassrootsB').previewScans({ files: [{ name: paths[0]! }] })
  expect(rows).toMatchObject([{ outcome: 'unknown', doubts: ['noPerson'], person: null, people: [] }])
})

test('on the page of a member a plain name is that member, unless it says otherwise', async () => {
  const { rows } = await dossiers().previewScans({ personId: otherId, files: [{ name: 'Lý lịch đảng viên.pdf' }, { name: paths[0]! }] })
  expect(rows.map(({ outcome, doubts }) => [outcome, doubts])).toEqual([['matched', []], ['doubtful', ['otherPerson']]])
})

test('a scan is kept with its paper, pages counted, and the same one again changes nothing', async () => {
  const kept = await dossiers().keepScan({ personId, documentType: 'HSĐV-1', file: scanOf('02.Ly lich dang vien.pdf') })
  expect(kept).toMatchObject({ alreadyHere: false, pages: 2 })
  const again = await dossiers().keepScan({ personId, documentType: 'HSĐV-1', file: scanOf('khác tên.pdf', '02.Ly lich dang vien.pdf') })
  expect(again).toEqual({ ...kept, alreadyHere: true })
  expect(await house.rows('select from dossiers.scan')).toHaveLength(1)
  const hash = createHash('sha256').update(pdf('02.Ly lich dang vien.pdf')).digest('hex')
  const { rows } = await dossiers().previewScans({ files: [{ name: paths[0]!, hash }] })
  expect(rows[0]!.outcome).toBe('alreadyHere')
})

test('several files of one paper lie together, each with its part', async () => {
  const first = await dossiers().keepScan({ personId, documentType: 'DM-23', part: 1, file: scanOf('23.khen thuong.1.pdf') })
  const second = await dossiers().keepScan({ personId, documentType: 'DM-23', part: 2, file: scanOf('23.khen thuong.2.pdf') })
  const other = await dossiers().keepScan({ personId, documentType: 'DM-23', file: scanOf('23.khen thuong nam 2017.pdf') })
  expect(second.itemId).toBe(first.itemId)
  expect(other.itemId).not.toBe(first.itemId)
})

test('what is no picture and no PDF, empty or too large is refused, as is who may not', async () => {
  const keep = (file: File, as: Parameters<House['as']>[0] = 'grassrootsA', person = personId) => refusalOf(dossiers(as).keepScan({ personId: person, documentType: 'HSĐV-2', file }))
  expect((await keep(new File(['<html>'], 'a.pdf'))).codes).toEqual(['dossiers.scanKindUnknown'])
  expect((await keep(new File([], 'a.pdf'))).codes).toEqual(['dossiers.scanEmpty'])
  const large = new Uint8Array(10 * 1024 * 1024 + 1)
  large.set(pdf('x'))
  expect((await keep(new File([large], 'a.pdf'))).codes).toEqual(['dossiers.scanTooLarge'])
  expect((await keep(scanOf('a.pdf'), 'inspector')).codes).toEqual(['platform.notAllowed'])
  expect((await keep(scanOf('a.pdf'), 'grassrootsB')).kind).toBe('notFound')
  expect((await keep(scanOf('a.pdf'), 'grassrootsA', house.ground.members.cellA1[7]!)).codes).toEqual(['dossiers.dossierNotOpened'])
})

test('a scan put to the wrong paper moves, and its bytes stay as they are', async () => {
  const { scanId } = await dossiers().keepScan({ personId, documentType: 'KNĐ-1', file: scanOf('nham.pdf') })
  const moved = await dossiers().moveScan({ scanId, documentType: 'KNĐ-2' })
  expect(moved.scanId).not.toBe(scanId)
  const [row] = await house.rows('select content_hash, file_name from dossiers.scan where id = $1', [moved.scanId])
  expect(row).toEqual({ content_hash: createHash('sha256').update(pdf('nham.pdf')).digest('hex'), file_name: 'nham.pdf' })
  expect((await refusalOf(dossiers().moveScan({ scanId, documentType: 'KNĐ-2' }))).codes).toEqual(['dossiers.scanNotFound'])
  expect((await refusalOf(dossiers('inspector').moveScan({ scanId: moved.scanId, documentType: 'KNĐ-1' }))).codes).toEqual(['platform.notAllowed'])
})

test('each look is written to the trail; the cell and the leader get none', async () => {
  const { scanId } = await dossiers().keepScan({ personId, documentType: 'HSĐV-2', file: scanOf('phieu.pdf') })
  const answer = (await dossiers('inspector').downloadDossierScan({ scanId })) as unknown as FileAnswer
  expect([answer.mediaType, answer.fileName, answer.disposition, Buffer.compare(answer.content as Buffer, pdf('phieu.pdf'))]).toEqual(['application/pdf', 'phieu.pdf', 'inline', 0])
  expect((await house.auditOf(personId)).filter((event) => event === 'dossiers.scanRead')).toHaveLength(1)
  for (const name of ['secretaryA1', 'leader'] as const) expect((await refusalOf(dossiers(name).downloadDossierScan({ scanId }))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(dossiers('grassrootsB').downloadDossierScan({ scanId }))).codes).toEqual(['dossiers.scanNotFound'])
})

/** A white picture of one grey byte a pixel. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32BE(content.length)
    numbers.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const lines = Buffer.alloc((width + 1) * height, 255)
  for (let y = 0; y < height; y++) lines[y * (width + 1)] = 0
  return Uint8Array.from(Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]))
}

test('a scan has a small picture for whoever may read it, and the original stays as it was', async () => {
  const bytes = png(600, 800)
  const { scanId } = await dossiers().keepScan({ personId: otherId, documentType: 'HSĐV-1', file: new File([bytes], 'anh.png') })
  const ofPerson = async () => (await dossiers().findDossier({ personId: otherId })).lines.flatMap((line) => line.items).flatMap((item) => item.scans)
  expect(await ofPerson()).toMatchObject([{ id: scanId, hasPicture: true, pages: 1 }])
  const answer = (await dossiers('inspector').showScanPicture({ scanId })) as unknown as FileAnswer
  const picture = answer.content as Buffer
  expect([answer.mediaType, picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(['image/png', 180, 240])
  const original = (await dossiers().downloadDossierScan({ scanId })) as unknown as FileAnswer
  expect(Buffer.compare(original.content as Buffer, bytes)).toBe(0)
  for (const name of ['secretaryA1', 'leader'] as const) expect((await refusalOf(dossiers(name).showScanPicture({ scanId }))).codes).toEqual(['platform.notAllowed'])
  expect((await refusalOf(dossiers('grassrootsB').showScanPicture({ scanId }))).codes).toEqual(['dossiers.scanNotFound'])
})

test('a scan that cannot be drawn has no picture, and is kept all the same', async () => {
  const { scanId, pages } = await dossiers().keepScan({ personId: otherId, documentType: 'HSĐV-2', file: scanOf('hong.pdf') })
  expect(pages).toBe(2)
  expect((await refusalOf(dossiers().showScanPicture({ scanId }))).codes).toEqual(['dossiers.scanNotFound'])
  const scans = (await dossiers().findDossier({ personId: otherId })).lines.flatMap((line) => line.items).flatMap((item) => item.scans)
  expect(scans.find(({ id }) => id === scanId)!.hasPicture).toBe(false)
})
