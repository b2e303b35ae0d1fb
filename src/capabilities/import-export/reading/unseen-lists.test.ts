import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { CELL, codes, csv, newWorkbook, read, readRows, workbookOf } from '../../../../tests/harness/member-lists.ts'
import { plainDate } from '../../../kernel/index.ts'
import { meaningOf } from './headings.ts'
import type { OrganisationRegister } from './types.ts'

const list = [
  'Ngày vào Đảng;Họ tên;Dân tộc;Số định danh cá nhân;Chi bộ sinh hoạt;Sinh ngày;Giới tính',
  '03/02/1990;Lý Thị Mây;Tày;002165000001;Chi bộ Thôn Hòa Bình;05/01/1965;Nữ',
  '03/02/1992;Bàn Văn Suối;Dao;002066000002;Chi bộ Thôn Hoà Bình;06/02/1966;Nam',
  '03/02/1993;Tống Văn Đồi;Kinh;002067000003;CB thôn Lũng Vài;1967;Nam',
]

describe('a list nobody has seen before', () => {
  it('is read with its headings in another order and other words', async () => {
    const reading = await read(csv(list), 'ds.csv')
    expect(reading.rows.map((row) => row.fields.fullName)).toEqual(['Lý Thị Mây', 'Bàn Văn Suối', 'Tống Văn Đồi'])
    expect(reading.rows.map((row) => row.fields.cellCode)).toEqual(['02.034.091.000.001', '02.034.091.000.001', '02.034.091.000.002'])
    expect(reading.organisation).toEqual({ code: '02.034.091', from: 'cellNames' })
    expect(codes(reading)).toEqual(['E3 org.letter-case-blank', 'E4 org.abbreviated', 'F4 birth.year-only-text'])
  })

  it.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(list)])],
    ['Windows-1258', iconv.encode(list.join('\r\n').normalize('NFC').replace(/[ạảãáàấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/giu, spread), 'windows-1258')],
  ])('is read in %s', async (_, bytes) => {
    const reading = await read(bytes, 'ds.csv')
    expect(reading.rows.map((row) => row.fields.fullName)).toEqual(['Lý Thị Mây', 'Bàn Văn Suối', 'Tống Văn Đồi'])
    expect(codes(reading).filter((code) => code.includes('name.'))).toEqual([])
  })

  it('is read with one sheet for each cell', async () => {
    const workbook = newWorkbook()
    for (const [cell, name] of [['Chi bộ Thôn Hòa Bình', 'Lý Thị Mây'], ['Chi bộ Thôn Lũng Vài', 'Bàn Văn Suối']] as const) {
      const sheet = workbook.addWorksheet(cell)
      sheet.addRows([['ĐẢNG ỦY XÃ SUỐI MÂY'], ['DANH SÁCH ĐẢNG VIÊN'], [], ['TT', 'Họ và tên', 'Ngày sinh', 'Số thẻ đảng viên'], [1, name, '05/01/1965', '02000001']])
    }
    const reading = await read(Buffer.from(await workbook.xlsx.writeBuffer()), 'cells.xlsx')
    expect(reading.organisation).toEqual({ code: '02.034.091', from: 'letterhead' })
    expect(reading.rows.map((row) => row.fields.cellCode)).toEqual(['02.034.091.000.001', '02.034.091.000.002'])
    expect(reading.sheets.map((sheet) => [sheet.headerRows, sheet.dataRows, sheet.skippedRows])).toEqual([[[4], 1, 3], [[4], 1, 3]])
    expect(codes(reading)).toEqual(['D5 card.duplicate', 'D5 card.duplicate'])
  })

  it('is read when group rows are the only place that names the cells', async () => {
    const reading = await read(csv([
      'STT,Họ và tên,Ngày sinh,Ngày vào Đảng', 'I. Chi bộ Thôn Hòa Bình,,,', '1,Lý Thị Mây,05/01/1965,03/02/1990', 'II. Chi bộ Thôn Lũng Vài,,,', '1,Bàn Văn Suối,06/02/1966,03/02/1992', 'Tổng số: 2 đảng viên,,,',
    ]), 'ds.csv')
    expect(reading.rows.map((row) => row.fields.cellCode)).toEqual(['02.034.091.000.001', '02.034.091.000.002'])
    expect(reading.skipped.map(({ row, kind }) => [row, kind])).toEqual([[2, 'group-row'], [4, 'group-row'], [6, 'sub-total']])
    expect(codes(reading)).toEqual([])
  })

  it('keeps a second table of the sheet with its own headings', async () => {
    const reading = await read(csv([
      'STT,Họ và tên,Ngày sinh,Chi bộ', '1,Lý Thị Mây,05/01/1965,Chi bộ Thôn Hòa Bình', ',,,', 'STT,Chi bộ,Họ và tên,Ngày sinh', '1,Chi bộ Thôn Lũng Vài,Bàn Văn Suối,06/02/1966',
    ]), 'ds.csv')
    expect(reading.sheets[0]!.headerRows).toEqual([1, 4])
    expect(reading.rows.map((row) => [row.fields.fullName, row.fields.cellCode])).toEqual([['Lý Thị Mây', '02.034.091.000.001'], ['Bàn Văn Suối', '02.034.091.000.002']])
  })
})

describe('the day of the list', () => {
  const renamed = [list[0]!, '03/02/1990;Lý Thị Mây;Tày;002165000001;Chi bộ Thôn Đồi Chè;05/01/1965;Nữ', list[2]!.replace('Hoà', 'Hòa')]

  it('decides whether a former name is an old one', async () => {
    expect(codes(await read(csv(renamed), 'ds.csv', { asOf: plainDate('2016-12-31') }))).toEqual([])
    expect(codes(await read(csv(renamed), 'ds.csv', { asOf: plainDate('2017-01-01') }))).toEqual(['E2 org.old-name'])
  })

  it('decides whether a probation is overdue, and without it nothing is', async () => {
    const lines = ['Họ và tên;Ngày sinh;Ngày vào Đảng;Ngày chính thức;Chi bộ', 'Lý Thị Mây;05/01/1965;03/02/2017;;Chi bộ Thôn Hòa Bình', 'Bàn Văn Suối;05/01/1966;03/02/1990;03/02/1991;Chi bộ Thôn Lũng Vài']
    expect(codes(await read(csv(lines), 'ds.csv', { asOf: plainDate('2018-02-03') }))).toEqual([])
    expect(codes(await read(csv(lines), 'ds.csv', { asOf: plainDate('2018-02-04') }))).toEqual(['D2 probation.overdue'])
    expect(codes(await read(csv(lines), 'ds.csv'))).toEqual([])
  })
})

describe('answers', () => {
  const asked = [list[0]!, list[1]!.replace(/Nữ$/, '0'), list[2]!.replace('Hoà', 'Hòa').replace(/Nam$/, '1')]

  it('to a convention count for the whole column', async () => {
    const open = await read(csv(asked), 'ds.csv')
    expect(open.rows.map((row) => [row.fields.sex, row.waiting])).toEqual([[undefined, true], [undefined, true]])
    const answers = [{ code: 'sex.digit', raw: '1', value: 'Nam' }, { code: 'sex.digit', raw: '0', value: 'Nữ' }]
    const settled = await read(csv(asked), 'ds.csv', { answers })
    expect(settled.rows.map((row) => [row.fields.sex, row.waiting])).toEqual([['female', false], ['male', false]])
    expect(settled.findings.map((finding) => finding.answer)).toEqual(['Nữ', 'Nam'])
  })

  it('that do not fit the field leave the question open', async () => {
    const reading = await read(csv(asked), 'ds.csv', { answers: [{ code: 'sex.digit', value: 'có' }] })
    expect(reading.rows.every((row) => row.waiting && row.fields.sex === undefined)).toBe(true)
  })
})

describe('what a secretary reports', () => {
  it('is kept with its kind and its day, as exact as it was written', async () => {
    const bytes = readFileSync(new URL('../samples/doi-chieu-30-09.xlsx', import.meta.url))
    const real = JSON.parse(readFileSync(new URL('../samples/to-chuc.json', import.meta.url), 'utf8')) as OrganisationRegister
    const reading = await read(bytes, 'doi-chieu.xlsx', { register: real })
    const changes = reading.rows.filter((row) => row.fields.change).map((row) => [row.row, row.fields.change!.kind, row.fields.change!.on])
    expect(changes).toEqual([
      [17, 'movedOut', undefined], [26, 'died', '2018-08-14'], [27, 'otherCell', '2018-09-01'], [90, 'died', '2018-07'], [111, 'died', undefined], [143, 'nameCorrected', undefined],
      [155, 'nameCorrected', undefined], [163, 'movedOut', '2018-09-01'], [176, 'admitted', undefined], [201, 'movedIn', '2018-09-03'], [225, 'movedOut', '2018-08-20'],
    ])
  })
})

/** Windows-1258 has no letter for most toned vowels: the tone is written behind the vowel. */
function spread(letter: string): string {
  const parts = [...letter.normalize('NFD')]
  const tone = parts.find((part) => /[\u0300\u0301\u0303\u0309\u0323]/.test(part)) ?? ''
  return parts.filter((part) => part !== tone).join('').normalize('NFC') + tone
}

/** As an ABC font kept it: the bytes of TCVN 5712 taken for Latin letters. */
const inOldLetters = (text: string): string => {
  const letters: Readonly<Record<string, string>> = {
    ọ: 'ä', à: 'µ', ê: 'ª', ý: 'ý', ị: 'Þ', â: '©', ă: '¨', ố: 'è', ớ: 'í', í: 'Ý', ộ: 'é', ã: '·', ả: '¶', Đ: '§', ũ: 'ò', ữ: '÷', ò: 'ß', ì: '×', ồ: 'å', ô: '«',
  }
  return [...text].map((letter) => letters[letter] ?? letter).join('')
}

const oldList = ['STT\tHọ và tên\tNgày sinh\tGiới tính\tChi bộ\tNgày vào Đảng', '1\tLý Thị Mây\t05/01/1965\tNữ\tChi bộ Thôn Hòa Bình\t03/02/1990', '2\tBàn Văn Suối\t06/02/1966\tNam\tChi bộ Thôn Hòa Bình\t03/02/1992']
  .map(inOldLetters)

describe('a list typed in an old font from its headings on', () => {
  it.each([
    ['a workbook', async () => workbookOf(oldList.map((line) => line.split('\t'))), 'cu.xlsx'],
    ['a text table', async () => Buffer.from(oldList.join('\r\n').replaceAll('\t', ';'), 'latin1'), 'cu.csv'],
  ] as const)('is read as Unicode and says so once: %s', async (_, bytesOf, name) => {
    const reading = await read(await bytesOf(), name)
    expect(reading.rows.map(({ fields }) => [fields.fullName, fields.sex, fields.cellCode])).toEqual([
      ['Lý Thị Mây', 'female', '02.034.091.000.001'], ['Bàn Văn Suối', 'male', '02.034.091.000.001']])
    expect(codes(reading)).toEqual(['A1 sheet.old-letters'])
  })
})

describe('what would be lost without a word', () => {
  it('is said of a second table beside the first', async () => {
    const heading = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ']
    const reading = await read(await workbookOf([
      [...heading, null, ...heading],
      [1, 'Lý Thị Mây', '05/01/1965', 'Chi bộ Thôn Hòa Bình', null, 1, 'Bàn Văn Suối', '06/02/1966', 'Chi bộ Thôn Lũng Vài'],
    ]), 'hai.xlsx')
    expect(codes(reading)).toEqual(['F1 sheet.table-beside'])
    expect(reading.findings[0]).toMatchObject({ kind: 'question', message: 'Bên phải còn một bảng nữa (cột F–I); chưa đọc. Đề nghị chuyển bảng ấy sang trang tính riêng' })
  })

  it('is asked of who has died or left: nobody becomes a member by such a row', async () => {
    const reading = await read(csv(['Họ tên;Ngày sinh;Chi bộ;Ngày vào Đảng;Trạng thái', 'Lý Thị Mây;05/01/1965;Chi bộ Thôn Hòa Bình;03/02/1990;Từ trần', 'Bàn Văn Suối;06/02/1966;Chi bộ Thôn Hòa Bình;03/02/1992;Đang sinh hoạt']), 'ds.csv')
    expect(codes(reading)).toEqual(['E2 status.no-longer-member'])
    expect(reading.rows.map(({ waiting }) => waiting)).toEqual([true, false])
  })
})

describe('headings of one row', () => {
  it('tell the sex by the column of the birth date', async () => {
    const reading = await read(csv(['TT;Họ và tên đảng viên;Năm sinh Nam;Ngày sinh (Nữ);Chi bộ;Vào Đảng;Chính thức', '1;Lý Thị Mây;;05/01/1965;Chi bộ Thôn Hòa Bình;03/02/1990;03/02/1991', '2;Bàn Văn Suối;06/02/1966;;Chi bộ Thôn Hòa Bình;03/02/1992;03/02/1993']), 'ds.csv')
    expect(reading.rows.map(({ fields }) => [fields.sex, fields.bornOn, fields.confirmedOn])).toEqual([['female', '1965-01-05', '1991-02-03'], ['male', '1966-02-06', '1993-02-03']])
    expect(codes(reading)).toEqual([])
  })

  it('may call the cell a unit', async () => {
    const reading = await read(csv(['Họ và tên;Ngày sinh;Đơn vị;Ngày vào Đảng', 'Lý Thị Mây;05/01/1965;Chi bộ Thôn Hòa Bình;03/02/1990']), 'ds.csv')
    expect(reading.rows[0]!.fields.cellCode).toBe('02.034.091.000.001')
  })
})

describe('a list of other words', () => {
  it.each<[string, readonly string[]]>([
    ['fullName', ['Họ tên, bí danh', 'Họ và tên và bí danh', 'Họ tên đảng viên']], ['familyNames', ['Họ đệm', 'Họ và chữ đệm']], ['sex', ['GT', 'Giới', 'Giới tính Nam Nữ']], ['ethnicity', ['DT', 'D.T']], ['phone', ['ĐT', 'ĐTDĐ', 'Số ĐT']],
    ['admittedOn', ['Ngày KN', 'NKN', 'Ngày VĐ', 'Vào Đảng ngày']], ['confirmedOn', ['Ngày công nhận CT', 'Công nhận ĐVCT', 'Ngày CT', 'Chính thức ngày']], ['cardNumber', ['Số TĐV', 'STĐV', 'TĐV', 'Số thẻ ĐV']],
    ['generalEducation', ['Trình độ VH', 'TĐVH', 'VH']], ['learning', ['Trình độ HV', 'TĐHV']], ['professionalEducation', ['Trình độ CM', 'TĐ CMNV', 'CM']], ['politicalTheory', ['LL chính trị', 'LLCT', 'TĐ LLCT', 'Trình độ chính trị', 'LL CT']],
    ['residence', ['Hộ khẩu', 'Nơi thường trú']], ['cellName', ['Thuộc chi bộ', 'Đang SH tại', 'Nơi SH', 'Chi bộ đang SH']], ['note', ['G.chú', 'Ghi chú khác']],
  ])('reads as %s: %j', (field, headings) => {
    for (const heading of headings) expect(meaningOf([heading])?.field, heading).toBe(field)
  })

  it('that has a column of women alone leaves it blank for men, says so once, and asks about whom the name speaks against it', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Nữ', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1965', 'x', CELL], [2, 'Bàn Văn Suối', '06/02/1966', null, CELL], [3, 'Bàn Thị Lá', '06/02/1967', null, CELL]])
    expect(reading.rows.map(({ fields }) => fields.sex)).toEqual(['female', 'male', undefined])
    expect(codes(reading)).toEqual(['A1 sheet.one-sex-column', 'D4 sex.no-tick'])
  })

  it('that nobody is ticked in asks about everybody', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Nữ', 'Chi bộ'], [1, 'Lý Văn Mây', '05/01/1965', null, CELL]])
    expect(codes(reading)).toEqual(['D2 sex.no-tick'])
  })

  it('that has the probationary in a part or under a title of their own is read so', async () => {
    const of = (fields: { probationary?: boolean; cellCode?: string }) => [fields.probationary, fields.cellCode]
    const parts = await readRows([['I. ĐẢNG VIÊN CHÍNH THỨC'], ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1965', '03/02/1990', CELL], ['II. ĐẢNG VIÊN DỰ BỊ'], [1, 'Bàn Văn Suối', '06/02/1986', '19/05/2018', CELL]])
    expect(parts.rows.map(({ fields }) => of(fields))).toEqual([[false, '02.034.091.000.001'], [true, '02.034.091.000.001']])
    expect(codes(parts)).toEqual([])
    const cells = await readRows([['ĐẢNG ỦY XÃ SUỐI MÂY'], ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'], ['Chi bộ Thôn Lũng Vài'], ['Đảng viên chính thức'], [1, 'Lý Thị Mây', '05/01/1965', '03/02/1990'], ['Đảng viên dự bị'], [2, 'Bàn Văn Suối', '06/02/1986', '19/05/2018']])
    expect(cells.rows.map(({ fields }) => of(fields))).toEqual([[false, '02.034.091.000.002'], [true, '02.034.091.000.002']])
    const titled = await readRows([['DANH SÁCH ĐẢNG VIÊN DỰ BỊ ĐỦ ĐIỀU KIỆN CHUYỂN CHÍNH THỨC'], ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1985', '03/02/2018', '03/02/2019', CELL], [2, 'Bàn Văn Suối', '06/02/1986', '19/05/2018', null, CELL]])
    expect(titled.rows.map(({ fields }) => fields.probationary)).toEqual([undefined, true])
    expect(codes(titled)).toEqual(['E3 probation.tick-and-official-date'])
    const full = await readRows([['DANH SÁCH ĐẢNG VIÊN CHÍNH THỨC'], ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1965', '03/02/1990', '03/02/1991', CELL], [2, 'Bàn Văn Suối', '06/02/1966', '03/02/1992', null, CELL]])
    expect(codes(full)).toEqual(['E4 official.blank'])
  })

  it('that names its cell in capitals above the headings says nothing of it', async () => {
    const reading = await readRows([['CHI BỘ THÔN LŨNG VÀI'], ['DANH SÁCH ĐẢNG VIÊN'], ['TT', 'Họ và tên', 'Ngày sinh'], [1, 'Lý Thị Mây', '05/01/1965']])
    expect([reading.rows[0]!.fields.cellCode, codes(reading)]).toEqual(['02.034.091.000.002', []])
  })

  it('that numbers its cells like members, and counts them behind their names, has no member of that name', async () => {
    const reading = await readRows([['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Dân tộc'], ['1', 'Chi bộ Thôn Hòa Bình (2 đảng viên)'], [1, 'Lý Thị Mây', '05/01/1965', '03/02/1990', 'Tày'], [2, 'Tổ Văn Suối', '06/02/1966', '03/02/1992', 'Tày'], [2, 'Chi bộ Thôn Lũng Vài: 01 đ/c'], [1, 'Đảng Thị Lá', '06/02/1967', '03/02/1993', 'Tày']])
    expect(reading.rows.map(({ fields }) => [fields.fullName, fields.cellCode])).toEqual([['Lý Thị Mây', '02.034.091.000.001'], ['Tổ Văn Suối', '02.034.091.000.001'], ['Đảng Thị Lá', '02.034.091.000.002']])
    expect(codes(reading)).toEqual([])
  })

  it('that has the day, the month and the year of birth in columns without a common heading puts them together', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Sinh ngày', 'Sinh tháng', 'Sinh năm', 'Chi bộ'], [1, 'Lý Thị Mây', 5, 6, 1971, CELL], [2, 'Bàn Văn Suối', null, null, 1980, CELL]])
    expect(reading.rows.map(({ fields }) => fields.bornOn)).toEqual(['1971-06-05', '1980'])
  })

  it('of changes has a column for each way of leaving: whoever stands there is no member any more', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Tăng', null, 'Giảm', null, null, 'Chi bộ'], [null, null, null, 'Kết nạp', 'Chuyển đến', 'Chuyển đi', 'Từ trần', 'Xóa tên', null],
      [1, 'Lý Thị Mây', '05/01/1995', '19/08/2018', null, null, null, null, CELL], [2, 'Bàn Văn Suối', '06/02/1945', '03/02/1970', null, null, '07/09/2018', null, CELL], [3, 'Lý Văn Đá', '06/02/1985', '03/02/2010', '01/07/2018', null, null, null, CELL]],
    (sheet) => { sheet.mergeCells('D1:E1'); sheet.mergeCells('F1:H1') })
    expect(reading.rows.map(({ fields, waiting }) => [fields.status, fields.statusOn, fields.admittedOn, waiting])).toEqual([[undefined, undefined, '2018-08-19', false], ['died', '2018-09-07', '1970-02-03', true], [undefined, undefined, '2010-02-03', false]])
    expect(codes(reading)).toEqual(['G4 status.no-longer-member'])
  })

  it('that writes titles before names and remarks behind them keeps the name alone, or asks', async () => {
    const names = ['ThS. Lê Văn Tâm', 'BS Trần Thị Hòa', 'PGS.TS Lò Văn Pao', 'Ông Lò Văn Sơn', 'Ông Ích Khiêm', 'Sùng Thị Mỷ ( Dự bị )', 'Lý Văn Đá (B)', 'Lý Văn Khe (đã chuyển về)']
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'], ...names.map((name, i) => [i + 1, name, `0${i + 1}/01/1965`, CELL])])
    expect(reading.rows.map(({ fields }) => fields.fullName)).toEqual(['Lê Văn Tâm', 'Trần Thị Hòa', 'Lò Văn Pao', 'Lò Văn Sơn', 'Ông Ích Khiêm', 'Sùng Thị Mỷ', 'Lý Văn Đá (B)', undefined])
    expect(reading.rows.map(({ fields }) => fields.probationary)).toEqual([undefined, undefined, undefined, undefined, undefined, true, undefined, undefined])
    expect(codes(reading)).toEqual(['B2 name.title', 'B3 name.title', 'B4 name.title', 'B5 name.title', 'B7 name.said-probationary', 'B9 name.unclear'])
  })

  it('that writes states in short and numbers for calling from abroad is understood', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Tình trạng', 'Điện thoại', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1965', 'Đang SH', '+84 912345679', CELL], [2, 'Bàn Văn Suối', '06/02/1966', 'Miễn SH', '0912 345 678', CELL]])
    expect(reading.rows.map(({ fields }) => [fields.status, fields.phones])).toEqual([['active', ['0912345679']], ['exempt', ['0912345678']]])
    expect(codes(reading)).toEqual([])
  })

  it('that numbers its columns with letters has no member of them', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'], ['A', 'B', 'C', 'D'], [1, 'Lý Thị Mây', '05/01/1965', CELL]])
    expect([reading.rows.length, reading.skipped.map(({ kind }) => kind)]).toEqual([1, ['number-row']])
  })

  it('that names its cell behind a colon, or the commune by its place alone, is placed', async () => {
    const titled = await readRows([['DANH SÁCH TRÍCH NGANG'], ['Chi bộ: Thôn Lũng Vài - Đảng bộ xã Suối Mây'], ['TT', 'Họ và tên', 'Ngày sinh'], [1, 'Lý Thị Mây', '05/01/1965']])
    expect([titled.rows[0]!.fields.cellCode, codes(titled)]).toEqual(['02.034.091.000.002', []])
    const placed = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Đảng bộ cơ sở'], [1, 'Lý Thị Mây', '05/01/1965', CELL, 'xã Suối Mây']])
    expect([placed.rows[0]!.fields.cellCode, codes(placed)]).toEqual(['02.034.091.000.001', []])
  })

  it('that writes all its days in one form is not told so on every row; the odd one is', async () => {
    const of = async (days: readonly string[]) => codes(await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'], ...days.map((day, i) => [i + 1, `Lý Văn ${'ABCD'[i]}`, day, CELL])]))
    expect(await of(['1965-01-05', '1966-02-06', '1967-12-01'])).toEqual([])
    expect(await of(['05.01.1965', '06.02.1966', '01.12.1967'])).toEqual([])
    expect(await of(['05.01.1965', '06.02.1966', '01/12/1967', '01-12-1967'])).toEqual(['C2 birth.dots', 'C3 birth.dots', 'C5 birth.dashes'])
  })
})
