import excel from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameSortKey, tidy } from '../../../kernel/index.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'
import { inputFileColumns } from '../../../regulations/index.ts'

let house: House
let people: string[]
let cell: string
beforeAll(async () => {
  house = await openHouse()
  cell = house.ground.places.cellH1
  for (let i = 0; i < 20; i++) await addFullMember(house.owner, cell, `Vàng Thị Tên ${i}`, '1970-01-02')
  people = (await house.rows<{ id: string }>('select id from members.person where keeper_id = $1 order by sort_key', [cell])).map(({ id }) => id)
})
afterAll(() => house.close())

type Who = Parameters<House['as']>[0]

async function bytesOf(answer: unknown): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of (answer as FileAnswer).content as NodeJS.ReadableStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

const take = async (who: Who = 'grassrootsH', asked: object = {}) => bytesOf(await house.as(who).exports.exportInputFile({ organisationId: cell, reason: 'Nộp cấp trên', ...asked }))

async function bookOf(bytes: Buffer): Promise<excel.Workbook> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

async function cellsOf(bytes: Buffer): Promise<string[]> {
  const all: string[] = []
  for (const sheet of (await bookOf(bytes)).worksheets)
    sheet.eachRow((row) => row.eachCell((one) => all.push(`${sheet.name}!${one.address}=${JSON.stringify(one.value)} ${one.type} ${one.numFmt ?? ''}`)))
  return all
}

/** What the importer says of a file that came back. */
async function readBack(bytes: Buffer, who: Who = 'grassrootsH') {
  const { id } = await house.as(who).importExport.startImport({ file: new File([new Uint8Array(bytes)], 'file-nhap-lieu-4.0.xlsx'), organisationId: cell })
  return { id, ...(await house.as(who).importExport.readImport({ id })) }
}

async function set(id: string, person: Record<string, string | null>, membership: Record<string, string | null> = {}) {
  const write = (table: string, values: Record<string, string | null>, key: string) => {
    const names = Object.keys(values)
    return names.length ? house.owner.query(`update members.${table} set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where ${key} = $1`, [id, ...Object.values(values)]) : undefined
  }
  await write('person', person.full_name ? { ...person, sort_key: nameSortKey(person.full_name) } : person, 'id')
  await write('membership', membership, 'person_id')
}

describe('the file', () => {
  test('has the frame, the merged headings and the hidden lists of the national layout, every cell of a member a text', async () => {
    await set(people[0]!, { religion: 'Không', native_place: 'Xã Hùng An, huyện Bắc Quang, tỉnh Hà Giang', residence: 'Tỉnh Vĩnh Phúc', identity_number: '002074870207', old_identity_number: '073870207', born_on: '1974-12-11' }, { card_number: '02039249' })
    const book = await bookOf(await take())
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([['DANGVIEN', 'visible'], ['QUOCGIA', 'hidden'], ['TINH', 'hidden'], ['DANTOC', 'hidden'], ['TONGIAO', 'hidden']])
    const sheet = book.worksheets[0]!
    expect([1, 2, 3].map((row) => sheet.getRow(row).getCell(1).value)).toEqual(['DANH SÁCH ĐẢNG VIÊN - FILE NHẬP LIỆU 4.0', 'Thời điểm xuất: 05/10/2018 12:00', expect.stringContaining('dấu * là bắt buộc')])
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:AE1', 'A2:AE2', 'A3:AE3', 'A4:AE4', 'O6:Q6', 'R6:T6', 'U6:W6', 'A6:A7', 'AE6:AE7']))
    expect(sheet.model.merges).toHaveLength(4 + 3 + inputFileColumns.length - 9)
    expect((sheet.getRow(7).values as unknown[]).slice(1)).toEqual(inputFileColumns.map(({ heading }) => heading))
    const row = Array.from({ length: sheet.rowCount - 7 }, (_, i) => sheet.getRow(8 + i)).find((each) => each.getCell('B').value === people[0])!
    const told = Object.fromEntries(inputFileColumns.map(({ letter }) => [letter, row.getCell(letter).value]))
    expect(told).toMatchObject({ F: '11/12/1974', H: 'Không', I: '002074870207', J: null, M: '02039249', N: 'Chi bộ Khoa Nội', R: 'Việt Nam', S: 'Tỉnh Hà Giang', T: 'Xã Hùng An, huyện Bắc Quang', U: 'Việt Nam', V: 'Tỉnh Vĩnh Phúc', W: null, Z: '073870207', AA: 'Đang sinh hoạt Đảng', AC: 'Không', AD: null })
    expect(inputFileColumns.map(({ letter }) => sheet.getRow(8).getCell(letter).numFmt)).toEqual(inputFileColumns.map(() => '@'))
    const rules = (sheet as unknown as { dataValidations: { model: Record<string, { formulae: string[] }> } }).dataValidations.model
    expect(rules.G8?.formulae).toEqual(['DANTOC!$B$2:$B$56'])
    expect(rules.E8?.formulae).toEqual(['"Nam,Nữ"'])
  })

  test('taken twice is the same, cell for cell', async () => {
    expect(await cellsOf(await take())).toEqual(await cellsOf(await take()))
  })

  test('stands in the trail with its number, and each member in it finds who looked and why', async () => {
    const { facts } = await house.as('grassrootsH').exports.exportInputFile({ organisationId: cell, reason: 'Đối chiếu' }) as unknown as FileAnswer
    expect(facts.rows).toBe(people.length)
    const [entry] = await house.rows(`select facts from audit.entry where event = 'exports.inputFileTaken' order by number desc limit 1`)
    expect(entry!.facts).toMatchObject({ reason: 'Đối chiếu', rows: people.length, exportNumber: facts.number })
    const { rows } = await house.as('grassrootsH').memberSheet.listOpenings({ personId: people[0]! })
    expect(rows[0]).toMatchObject({ what: ['identity', 'religion'], reason: 'Đối chiếu' })
    const { rows: others } = await house.as('officer').memberSheet.listOpenings({ personId: house.ground.members.cellA1[0]! })
    expect(others).toEqual([])
  })

  test('is for officers and the secretary of the own cell, and not beyond the own part', async () => {
    for (const who of ['officer', 'grassrootsH', 'secretaryH1'] as const) expect((await take(who)).length).toBeGreaterThan(5000)
    for (const who of ['leader', 'inspector', 'administrator'] as const) await expect(take(who)).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(take('memberA1', { organisationId: house.ground.places.cellA1 })).rejects.toMatchObject({ kind: 'notAllowed' })
    for (const who of ['grassrootsA', 'secretaryA1', 'memberA1'] as const) await expect(take(who)).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('of another day tells that day, and who was not there is not in it', async () => {
    const sheet = (await bookOf(await take('officer', { asOf: '1995-01-01' }))).worksheets[0]!
    expect([sheet.rowCount, sheet.getRow(2).getCell(1).value]).toEqual([7, 'Số liệu tính đến 01/01/1995. Thời điểm xuất: 05/10/2018 12:00'])
  })

  test('of too many people is refused, with what to do', async () => {
    const { rows } = await house.owner.query('select count(*)::int as n from members.placement')
    for (let left = 1501 - rows[0].n; left > 0; left -= 100) await Promise.all(Array.from({ length: Math.min(left, 100) }, () => addFullMember(house.owner, house.ground.places.cellB2, 'Lù Văn Đông', '1970-01-02')))
    await expect(house.as('officer').exports.exportInputFile({ reason: 'x' })).rejects.toMatchObject({ code: 'exports.tooManyForInputFile' })
  }, 60_000)
})

const NOTHING_NEW = { new: 0, changed: 0, doubtful: 0, faulty: 0, onlyHere: 0 }

describe('read back by our own importer', () => {
  test('nothing changes, and nothing is asked, whatever the register holds', async () => {
    await set(people[1]!, { full_name: '=1+1', other_name: '@SUM(A1)', religion: 'đạo lạ', ethnicity: 'thổ', identity_number: '073870207', native_place: '-5', residence: '+84912345678', born_on: '1950' }, { card_number: '007', admitted_on: '1951', confirmed_on: null })
    await set(people[2]!, { full_name: 'nguyễn thị  bé'.replace('  ', ' '), other_name: 'X'.repeat(900), sex: null, born_on: null, ethnicity: null, religion: null }, { card_number: '002074870207' })
    await set(people[3]!, { full_name: 'TRẦN VĂN HAI', native_place: 'Hà Giang', residence: 'Thôn Mới, tỉnh Hà Giang' }, { card_number: '0', admitted_on: '2018-10-01', confirmed_on: '2018-10-01' })
    const bytes = await take()
    const { counts, findings, layout, cleanRows } = await readBack(bytes)
    expect([layout, findings, cleanRows]).toEqual(['nhap-lieu-4.0', [], people.length])
    expect(counts).toEqual({ ...NOTHING_NEW, same: people.length })
    expect(await cellsOf(await take())).toEqual(await cellsOf(bytes))
  })

  test('what was changed in it is read, and only that', async () => {
    const book = await bookOf(await take())
    const sheet = book.worksheets[0]!
    const row = Array.from({ length: people.length }, (_, i) => sheet.getRow(8 + i)).find((each) => each.getCell('B').value === people[1])!
    row.getCell('Z').value = '073123456'
    row.getCell('F').value = '5/1/1950'
    row.commit()
    const { id, counts, findings } = await readBack(Buffer.from(await book.xlsx.writeBuffer()))
    expect(counts).toMatchObject({ ...NOTHING_NEW, changed: 1, same: people.length - 1 })
    expect(findings).toEqual([])
    const { rows } = await house.as('grassrootsH').importExport.listImportRows({ id, outcome: 'changed' })
    expect(rows[0]!.changes.map(({ field }) => field)).toEqual(['bornOn', 'oldIdentityNumber'])
  })

  test('with the columns that the national program fills, each row says what it said', async () => {
    const book = await bookOf(await take())
    const sheet = book.worksheets[0]!
    sheet.getRow(8).getCell('AD').value = 'CÓ CẢNH BÁO'
    sheet.getRow(8).getCell('AE').value = 'Thiếu ngày cấp thẻ Đảng'
    sheet.getRow(9).getCell('AD').value = 'HỢP LỆ'
    const { id, counts } = await readBack(Buffer.from(await book.xlsx.writeBuffer()))
    expect(counts).toEqual({ ...NOTHING_NEW, same: people.length })
    const { rows } = await house.as('grassrootsH').importExport.listImportRows({ id })
    expect(rows.slice(0, 3).map(({ checked }) => checked)).toEqual([{ result: 'CÓ CẢNH BÁO', detail: 'Thiếu ngày cấp thẻ Đảng' }, { result: 'HỢP LỆ', detail: null }, null])
  })

  test('a number that leads to somebody else is a doubt, whatever the identifier says', async () => {
    await set(people[5]!, { identity_number: '002174000015', sex: 'female' })
    const book = await bookOf(await take())
    const sheet = book.worksheets[0]!
    const row = Array.from({ length: people.length }, (_, i) => sheet.getRow(8 + i)).find((each) => each.getCell('B').value === people[5])!
    row.getCell('B').value = people[6]!
    row.commit()
    const { counts } = await readBack(Buffer.from(await book.xlsx.writeBuffer()))
    expect([counts.doubtful > 0, counts.changed]).toEqual([true, 0])
  })

  const odd = fc.oneof(fc.constantFrom('=1+1', '=HYPERLINK("http://x")', '+84912345678', '@', '-', '007', '1.0', 'x'.repeat(5000), '_x0041_', 'a\u0301', 'Nguyễn', "H'Linh", 'Hoàng Thị 2', 'đ/c Nam Anh', '01/02/1990', '"', 'nt', 'như trên'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }))
  const text = odd.map((value) => tidy(Buffer.from(value.replaceAll('\u0000', '')).toString())).filter((value) => value !== '')
  const maybe = fc.option(text, { nil: null })
  const digits = (length: number) => fc.option(fc.stringMatching(new RegExp(`^\\d{${length}}$`)), { nil: null })
  const date = fc.option(fc.constantFrom('1950', '1962-05', '1962-05-03', '2003-02-28', '1999-12-31'), { nil: null })
  const member = fc.record({
    person: fc.record({ full_name: text, other_name: maybe, sex: fc.constantFrom('male', 'female', null), born_on: date, ethnicity: maybe, religion: maybe, native_place: maybe, residence: maybe }),
    membership: fc.record({ card_number: fc.oneof(digits(8), digits(12), digits(7)), admitted_on: date, confirmed_on: date }),
  })

  test('for members made by chance too: same on every row, and the same file again', async () => {
    await fc.assert(fc.asyncProperty(fc.array(member, { minLength: people.length, maxLength: people.length }), async (made) => {
      for (const [i, { person, membership }] of made.entries()) await set(people[i]!, person, membership)
      const bytes = await take()
      const { counts, findings } = await readBack(bytes)
      expect(findings).toEqual([])
      expect(counts).toEqual({ ...NOTHING_NEW, same: people.length })
      expect(await cellsOf(await take())).toEqual(await cellsOf(bytes))
    }), { numRuns: 5, endOnFailure: true })
  }, 180_000)
})
