import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { openWorkbook, readMemberList, type ReadingLimits } from './index.ts'

type CompoundFiles = { utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void }; write(file: object, options: object): Uint8Array }
const { CFB } = createRequire(import.meta.url)('@e965/xlsx') as { CFB: CompoundFiles }

const sample = (name: string): Buffer => readFileSync(new URL(`../samples/${name}`, import.meta.url))
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

type Part = { readonly name: string; readonly content: Buffer; readonly declares?: number }

function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.declares ?? part.content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

const text = (name: string, content: string): Part => ({ name, content: Buffer.from(content) })
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The least that Excel opens, with one sheet. */
const workbookParts = (sheet: string): Part[] => [
  text('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
  text('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
  text('xl/workbook.xml', `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`),
  text('xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
  text('xl/worksheets/sheet1.xml', `<worksheet xmlns="${SHEETS}">${sheet}</worksheet>`),
]

const cells = (row: number, ...values: string[]): string =>
  `<row r="${row}">${values.map((value, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`
const millionRows = '<dimension ref="A1:XFD1048576"/>'

function encrypted(): Buffer {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(64, 1))
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(8_192, 2))
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}

function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let i = 0, seed = 7; i < length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    bytes[i] = seed >> 16
  }
  return bytes
}

const read = (bytes: Uint8Array, name: string, limits: Partial<ReadingLimits> = {}) =>
  readMemberList(bytes, name, { register: { organisations: [] }, today: plainDate('2018-10-05') }, limits)

describe('a foreign file', () => {
  it.each<[string, string, () => Buffer, string]>([
    ['is empty', 'a.xlsx', () => Buffer.alloc(0), 'file.empty'],
    ['is noise', 'a.xlsx', () => noise(50_000), 'file.not-a-workbook'],
    ['is noise called a text table', 'a.csv', () => noise(50_000), 'file.not-a-workbook'],
    ['is a web page called a workbook', 'a.xlsx', () => Buffer.from('\ufeff<html><body><table><tr><td>Họ và tên</td></tr></table></body></html>'), 'file.html'],
    ['is another zip', 'a.xlsx', () => zip([text('word/document.xml', '<a/>')]), 'file.not-a-workbook'],
    ['is a cut workbook', 'a.xlsx', () => half(sample('danh-sach-sach.xlsx')), 'file.truncated'],
    ['is a cut old workbook', 'a.xls', () => half(sample('mau-xa-hai-dong-tieu-de.xls')), 'file.truncated'],
    ['has a password', 'a.xlsx', encrypted, 'file.encrypted'],
    ['unpacks to far more than it is', 'a.xlsx', () => zip([...workbookParts(''), { name: 'xl/bomb.xml', content: Buffer.alloc(40_000_000) }]), 'file.zip-bomb'],
    ['lies about its unpacked size', 'a.xlsx', () => zip([...workbookParts(''), { name: 'xl/bomb.xml', content: Buffer.alloc(40_000_000), declares: 1_000 }]), 'file.zip-bomb'],
    ['has two parts of one name', 'a.xlsx', () => zip([...workbookParts(''), text('xl/workbook.xml', '')]), 'file.unreadable'],
    ['has too many parts', 'a.xlsx', () => zip(Array.from({ length: 3_000 }, (_, i) => text(`xl/${i}.xml`, ''))), 'file.zip-bomb'],
    ['holds no list', 'a.xlsx', () => zip(workbookParts(`<sheetData>${cells(1, 'Chào', 'các', 'bạn')}</sheetData>`)), 'file.no-list'],
    ['declares a million rows and holds no list', 'a.xlsx', () => zip(workbookParts(`${millionRows}<sheetData>${cells(1, 'Chào')}${cells(1_048_576, 'hết')}</sheetData>`)), 'file.no-list'],
  ])('that %s is refused with its reason', async (_, name, bytes, reason) => {
    const outcome = await read(bytes(), name)
    expect(outcome).toMatchObject({ outcome: 'refuse', reason })
    expect(outcome.outcome === 'refuse' && outcome.message).toMatch(/\.$/)
  })

  it('that merges every cell of a sheet is not opened', async () => {
    const bytes = zip(workbookParts(`<sheetData>${cells(1, 'a')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`))
    expect(await read(bytes, 'a.xlsx')).toMatchObject({ reason: 'file.too-large' })
  })

  it('that needs more memory than allowed is stopped', async () => {
    expect(await read(sample('huyen-9863.xlsx'), 'a.xlsx', { memoryMb: 48 })).toMatchObject({ reason: 'file.too-large' })
  })

  it('that takes too long is stopped', async () => {
    expect(await read(sample('huyen-9863.xlsx'), 'a.xlsx', { timeMs: 50 })).toMatchObject({ reason: 'file.too-slow' })
  })

  it('that is too large is not unpacked', async () => {
    expect(await read(sample('huyen-9863.xlsx'), 'a.xlsx', { fileBytes: 1_000 })).toMatchObject({ reason: 'file.too-large' })
  })

  it('that declares a million rows but holds a list of two is read', async () => {
    const rows = [cells(1, 'STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'), cells(2, '1', 'Nguyễn Văn A', '01/02/1960', 'Nam'), cells(1_048_576, '2', 'Lê Thị B', '03/04/1970', 'Nữ')]
    const sheets = await openWorkbook(zip(workbookParts(`${millionRows}<sheetData>${rows.join('')}</sheetData>`)), 'a.xlsx')
    expect(Array.isArray(sheets) && sheets[0].rows.map((row: { number: number }) => row.number)).toEqual([1, 2, 1_048_576])
  })

  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])('that says %s in every column is asked about like any other word', async (word) => {
    const heading = 'Họ và tên\tNgày sinh\tGiới tính\tDân tộc\tTôn giáo\tTrạng thái\tTrình độ chuyên môn\tLý luận chính trị\tChức vụ Đảng\tSố CCCD\tNgày vào Đảng'
    const outcome = await read(Buffer.from(`${heading}\nNông Thị A\t01/02/1980${`\t${word}`.repeat(9)}\n`), 'a.csv')
    expect(outcome).toMatchObject({ outcome: 'import', dataRows: 1 })
    const codes = outcome.outcome === 'import' ? outcome.findings.map(({ code }) => code) : []
    expect(codes).toEqual(expect.arrayContaining(['sex.typo', 'ethnic.unclear', 'religion.unclear', 'status.unclear', 'cccd.not-a-number', 'admission.impossible']))
  })
})
