import { describe, expect, it } from 'vitest'
import { CELL, codes, newWorkbook, read, readRows, skippedIn, workbookOf } from '../../../../tests/harness/member-lists.ts'

describe('the forms that offices pass around', () => {
  it('a list without a single mark finds its cells and says that the names have none', async () => {
    const reading = await readRows([['STT', 'Ho va ten', 'Ngay sinh', 'Gioi tinh', 'Chi bo', 'So CCCD'], [1, 'Ly Thi May', '05/01/1965', 'Nam', 'Chi bo Thon Hoa Binh', '002065000001'], [2, 'Ban Van Suoi', '06/02/1966', 'Nam', 'chi bo thon lung vai', '002066000002']])
    expect(reading.rows.map(({ fields }) => fields.cellCode)).toEqual(['02.034.091.000.001', '02.034.091.000.002'])
    expect(codes(reading)).toEqual(['A1 sheet.no-accents', 'E2 org.no-accent', 'E3 org.no-accent'])
  })

  it('three rows of merged headings are one heading for each column', async () => {
    const reading = await readRows([
      ['STT', 'Họ tên', 'Ngày sinh', 'Thông tin Đảng', null, null, 'Chi bộ'], [null, null, null, 'Ngày vào Đảng', null, 'Số thẻ'], [null, null, null, 'Kết nạp', 'Chính thức'],
      [1, 'Lý Thị Mây', '05/01/1965', '03/02/1990', '03/02/1991', '02000001', CELL],
    ], (sheet) => { for (const range of ['A1:A3', 'B1:B3', 'C1:C3', 'D1:F1', 'G1:G3', 'D2:E2', 'F2:F3']) sheet.mergeCells(range) })
    expect(reading.rows[0]!.fields).toMatchObject({ admittedOn: '1990-02-03', confirmedOn: '1991-02-03', cardNumber: '02000001' })
    expect(codes(reading)).toEqual([])
  })

  it('the ward form keeps those who are no longer managed in a column of its own; none of them becomes a member, whatever is answered', async () => {
    const bytes = await workbookOf([
      ['CHI BỘ', 'HỌ TÊN KHAI SINH', 'NGÀY, THÁNG, NĂM SINH', 'NGÀY VÀO ĐẢNG', 'TÌNH TRẠNG QUẢN LÝ', null], [null, null, null, null, 'ĐANG QUẢN LÝ (ĐSH, MSH, CT)', 'KHÔNG CÒN QUẢN LÝ (TT, CĐi, CĐT, XT, CR, KT)'],
      [CELL, 'Bàn Văn Suối', '06/02/1966', '03/02/1990', 'Đang sinh hoạt', null], [CELL, 'Bàn Văn Xóa', '07/02/1966', '03/02/1990', null, 'XT, ngày 12/3/2015, QĐ số 45'], [CELL, 'Bàn Văn Khai', '08/02/1966', '03/02/1990', null, 'KT'],
    ], (sheet) => { for (const range of ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1']) sheet.mergeCells(range) })
    const reading = await read(bytes, 'bm1.xlsx')
    expect(codes(reading)).toEqual(['F4 status.code-date-decision', 'F4 status.no-longer-member', 'F5 status.kt-ambiguous'])
    expect(reading.rows[1]!.fields).toMatchObject({ status: 'struckOff', statusOn: '2015-03-12', statusDecision: '45' })
    const answered = await read(bytes, 'bm1.xlsx', { answers: [{ code: 'status.kt-ambiguous', value: 'Khai trừ' }] })
    expect(answered.rows.map(({ waiting }) => waiting)).toEqual([false, true, true])
  })

  it('the register of members puts several values into one cell: they are split and shown, and a cell that cannot be split is an error', async () => {
    const reading = await readRows([
      ['SỔ DANH SÁCH ĐẢNG VIÊN'],
      ['STT', 'Họ tên, họ tên khai sinh', 'Nam/nữ, dân tộc, tôn giáo', 'Quê quán', 'Văn hóa, LLCT, CMNV, ngoại ngữ', 'Ngày vào Đảng / chính thức', 'Số thẻ, số lý lịch, số Huy hiệu', 'Ngày chuyển đi, nơi đến', 'Ngày từ trần, lý do', 'Ngày ra khỏi Đảng, hình thức', 'Năm sinh', 'Chi bộ'],
      [1, 'Lý Mây\nLý Thị Mây', 'Nữ\nTày\nKhông', 'Xã Đồi', '12/12, Trung cấp, Đại học, Anh B', '03/02/1990\n03/02/1991', '02000001\n002001\n-', null, null, null, 1965, CELL],
      [2, 'Bàn Suối\nBàn Văn Suối', 'Nam\nDao\nKhông', 'Xã Đồi', '12/12, Trung cấp, Đại học, Anh B', '03/02/1990', '02000002\n002002\n-', null, null, null, 1966, CELL],
      [3, 'Tống Đồi\nTống Văn Đồi', 'Nam\nKinh\nKhông', 'Xã Đồi', '12/12, Trung cấp, Đại học, Anh B', '03/02/1990\n03/02/1991', '02000003\n002003\n-', null, '05/06/2017, ốm', null, 1967, CELL],
    ])
    expect(reading.rows[0]!.fields).toMatchObject({
      fullName: 'Lý Thị Mây', otherName: 'Lý Mây', sex: 'female', ethnicity: 'Tày', religion: 'Không', generalEducation: '12/12', politicalTheory: 'Trung cấp', professionalEducation: 'Đại học',
      admittedOn: '1990-02-03', confirmedOn: '1991-02-03', cardNumber: '02000001', historyNumber: '002001',
    })
    expect(codes(reading).filter((code) => /[A-J]3 /.test(code))).toEqual(['B3 cell.split', 'C3 cell.split', 'E3 cell.split', 'F3 cell.split', 'G3 cell.split'])
    expect(codes(reading)).toContain('F4 cell.values-do-not-match')
    expect(codes(reading)).toContain('I5 status.no-longer-member')
    expect(reading.rows.map(({ waiting }) => waiting)).toEqual([false, true, true])
  })

  it('a heading that names two things of which a cell holds one is left as it is', async () => {
    const reading = await readRows([['Họ và tên', 'Ngày sinh', 'Quê quán/Nơi ở', 'Chi bộ'], ['Lý Thị Mây', '05/01/1965', 'Xã Đồi', CELL]])
    expect(reading.rows[0]!.fields.nativePlace).toBe('Xã Đồi')
    expect(codes(reading)).toEqual([])
  })

  it('a student cell keeps each part of a place in a column of its own, and the place of before beside it', async () => {
    const reading = await readRows([
      ['Họ tên', 'MSSV', 'Ngày sinh', 'Chi tiết địa chỉ thường trú', 'Xã/phường thường trú', 'Quận/huyện thường trú', 'Tỉnh/TP thường trú', 'Xã/phường thường trú cũ', 'Tỉnh/TP thường trú cũ', 'Quê quán (chi tiết)', 'Xã/phường quê quán', 'Tỉnh/TP quê quán', 'Loại Đảng viên (Dự bị / Chính thức)', 'Chi bộ'],
      ['Lý Thị Mây', '20180001', '05/01/2000', 'Số 1', 'Xã Đồi', 'Huyện Suối', 'Hà Giang', 'Xã Cũ', 'Tỉnh Cũ', 'Thôn Ba', 'Xã Khe', 'Hà Giang', 'Dự bị', CELL],
    ])
    expect(reading.rows[0]!.fields).toMatchObject({ residence: 'Số 1, Xã Đồi, Huyện Suối, Hà Giang', nativePlace: 'Thôn Ba, Xã Khe, Hà Giang', probationary: true })
  })

  it('of a youth union list only those whom it calls members of the Party are taken', async () => {
    const reading = await readRows([['Mã đoàn viên*', 'Họ và tên*', 'Ngày sinh', 'Đơn vị*', 'Đảng viên*'], ['D1', 'Lý Thị Mây', '05/01/2000', CELL, 'rồi'], ['D2', 'Bàn Văn Suối', '06/01/2000', CELL, 'chưa']])
    expect(codes(reading)).toEqual(['E3 row.not-a-member'])
    expect(reading.rows.map(({ waiting }) => waiting)).toEqual([false, true])
  })

  it('a short list of name and day of birth is a list', async () => {
    const reading = await readRows([['Họ và tên', 'Ngày sinh'], ['Lý Thị Mây', '05/01/1965'], ['Bàn Văn Suối', '06/02/1966']])
    expect(reading.rows.map(({ fields }) => fields.bornOn)).toEqual(['1965-01-05', '1966-02-06'])
    expect(reading.rows.every(({ waiting }) => waiting)).toBe(true)
  })

  it('headings that begin far down and far to the right are found', async () => {
    const reading = await readRows([...Array.from({ length: 80 }, () => []), [null, null, null, 'STT', 'Họ tên', 'Ngày sinh', 'Số thẻ ĐV', 'Chi bộ'], [null, null, null, 1, 'Lý Thị Mây', '05/01/1965', '02000001', CELL]])
    expect(reading.sheets[0]!.headerRows).toEqual([81])
    expect(reading.rows[0]!.fields.cardNumber).toBe('02000001')
  })

  it('hidden rows and hidden columns are read, and said to be hidden', async () => {
    const reading = await readRows([['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Tôn giáo'], [1, 'Lý Thị Mây', '05/01/1965', CELL, 'Không'], [2, 'Bàn Văn Suối', '06/02/1966', CELL, 'Không']], (sheet) => {
      sheet.getRow(3).hidden = true
      sheet.getColumn(5).hidden = true
    })
    expect(codes(reading)).toEqual(['A1 sheet.hidden-columns', 'B3 row.hidden'])
    expect(reading.rows).toHaveLength(2)
  })

  it('identity numbers that became numbers, or were stretched with zeros, are proposed and never filled up silently', async () => {
    const reading = await readRows([
      ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Số CMND cũ', 'Chi bộ'], ['Lý Thị Mây', '05/01/1965', 2165000001, '073123456.0', CELL], ['Bàn Văn Suối', '06/02/1966', '000073123457', '000073123458', CELL],
      ['Tống Văn Đồi', '07/02/1967', '2,165E+09', null, CELL],
    ])
    expect(codes(reading)).toEqual(['C2 cccd.lost-zeros-number', 'D2 old-id.trailing-dot-zero', 'C3 cccd.padded', 'C4 cccd.scientific-text'])
    expect(reading.rows.map(({ fields }) => [fields.identityNumber, fields.oldIdentityNumber])).toEqual([['002165000001', '073123456'], [undefined, '073123457'], [undefined, undefined]])
  })

  it('dates in every manner of one column: what can be read one way is read, the rest is asked or refused', async () => {
    const dates = ['05/01/1965', new Date(Date.UTC(1966, 0, 5)), '5-1-67', 1968, '19690105', '00/00/1970', '12/13/1971', '5/1/1972 00:00:00', '1973?', '31/02/1974', 27399, '1976-01-05T00:00:00']
    const reading = await readRows([['Họ và tên', 'Ngày sinh', 'Chi bộ'], ...dates.map((date, i) => [`Lý Văn ${'ABCDEGHIKLMN'[i]}`, date, CELL])])
    expect(reading.rows.map(({ fields }) => fields.bornOn)).toEqual(['1965-01-05', '1966-01-05', '1967-01-05', '1968', '1969-01-05', '1970', undefined, '1972-01-05', undefined, undefined, '1975-01-05', '1976-01-05'])
    expect(codes(reading).filter((code) => code.startsWith('B'))).toEqual([
      'B4 birth.two-digit-year', 'B5 birth.year-only-number', 'B6 birth.eight-digits', 'B7 birth.zero-day-month', 'B8 birth.month-over-12', 'B9 birth.with-time', 'B10 birth.about', 'B11 birth.impossible', 'B12 birth.serial', 'B13 birth.iso'])
  })

  it('totals, headings said again and signatures between and below the members are named, and nobody of them is a member', async () => {
    const headings = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ngày vào Đảng']
    const reading = await readRows([
      ['ĐẢNG BỘ XÃ SUỐI MÂY'], ['DANH SÁCH ĐẢNG VIÊN'], headings, [1, 'Lý Thị Mây', '05/01/1965', CELL, '03/02/1990'], ['Cộng', 1], headings, [2, 'Bàn Văn Suối', '06/02/1966', CELL, '03/02/1992'],
      [null, 'Tổng cộng: 02 đồng chí'], [], [null, null, null, 'Suối Mây, ngày 30 tháng 9 năm 2018'], [null, 'NGƯỜI LẬP BIỂU', null, 'T/M ĐẢNG ỦY'], [null, '(Ký, ghi rõ họ tên)'], [null, 'Nguyễn Văn Ký', null, 'Trần Thị Tên'],
    ])
    expect(reading.rows.map(({ fields }) => fields.fullName)).toEqual(['Lý Thị Mây', 'Bàn Văn Suối'])
    expect(skippedIn(reading)).toEqual(['1 letterhead', '2 title', '5 sub-total', '6 repeated-header', '8 sub-total', '10 signature', '11 signature', '12 signature', '13 signature'])
    expect(reading.asOf).toBe('2018-09-30')
  })

  it('an empty sheet, a sheet of figures and columns nobody knows are passed over, the names of the columns are shown', async () => {
    const workbook = newWorkbook()
    workbook.addWorksheet('Trống')
    workbook.addWorksheet('Số liệu').addRows([['STT', 'Chi bộ', 'Đảng số', 'Nữ'], [1, CELL, 25, 10]])
    workbook.addWorksheet('ds').addRows([['Họ đệm', 'Tên', 'Năm sinh', 'Màu áo', 'Chi bộ', 'Cột lạ'], ['Lý Thị', 'Mây', 1965, 'đỏ', CELL, 7]])
    const reading = await read(Buffer.from(await workbook.xlsx.writeBuffer()), 'la.xlsx')
    expect(reading.sheets.map(({ role }) => role)).toEqual(['no-list', 'no-list', 'list'])
    expect(reading.sheets[2]!.fields).toEqual(['familyNames', 'givenName', 'bornOn', null, 'cellName', null])
    expect(reading.rows[0]!.fields.fullName).toBe('Lý Thị Mây')
  })

  it('a birth in three columns is one date, as exact as its columns are filled', async () => {
    const reading = await readRows([
      ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, null, 'Chi bộ'], [null, null, 'Ngày', 'Tháng', 'Năm', null],
      [1, 'Lý Thị Mây', 5, 1, 1965, CELL], [2, 'Bàn Văn Suối', null, '02', '1966', CELL], [3, 'Tống Văn Đồi', null, null, 1967, CELL], [4, 'Lý Văn Đá', 31, 2, 1968, CELL], [5, 'Lý Văn Khe', 7, null, 1969, CELL], [6, 'Lý Văn Núi', null, null, null, CELL],
    ])
    expect(reading.rows.map(({ fields }) => fields.bornOn)).toEqual(['1965-01-05', '1966-02', '1967', undefined, undefined, undefined])
    expect(codes(reading).filter((code) => code.includes('birth.impossible') || code.includes('birth.blank'))).toEqual(['E6 birth.impossible', 'E7 birth.impossible', 'E8 birth.blank'])
  })

  it('whoever is called probationary where a date would stand is proposed as such', async () => {
    const reading = await readRows([['Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ngày VĐ', 'Ngày CT'], ['Lý Thị Mây', '05/01/1965', CELL, '03/02/1990', '03/02/1991'], ['Bàn Văn Suối', '06/02/1996', CELL, '01/07/2018', 'dự bị'], ['Lý Văn Đá', '06/02/1995', CELL, '01/07/2018', 'ĐVDB']])
    expect(reading.rows.map(({ fields: { confirmedOn, probationary, isProbationStated } }) => [confirmedOn, probationary, isProbationStated])).toEqual([['1991-02-03', false, undefined], [undefined, true, true], [undefined, true, true]])
    expect(codes(reading)).toEqual(['E3 official.said-probationary', 'E4 official.said-probationary'])
    expect(reading.findings[0]!.message).toBe('Ô ngày chính thức ghi "dự bị"; đề nghị hiểu là đảng viên dự bị, chưa có ngày chính thức')
  })

  it('a sum without a number of its own row is no member, and a family name that sounds like one is', async () => {
    const reading = await readRows([['STT', 'Họ và tên', 'Năm sinh', null, 'Chi bộ', 'Ngày vào Đảng'], [null, null, 'NAM', 'NỮ', null, null], [1, 'Tống Văn Cộng', 1965, null, CELL, '1990'], [2, 'Lý Thị Mây', null, 1967, CELL, '1992'], [null, 'Tổng cộng', 1, 1, null, null]])
    expect(reading.rows.map(({ fields }) => fields.fullName)).toEqual(['Tống Văn Cộng', 'Lý Thị Mây'])
    expect(skippedIn(reading).at(-1)).toBe('5 sub-total')
  })

  it('what no name is written with is asked about', async () => {
    const reading = await readRows([['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'], ...['=HYPERLINK("x")', 'Lý <b>Mây</b>', 'Trần Văn; Đức', "H'Hen Niê", 'Y-Bhăm Niê', 'Nguyễn Văn An (B)'].map((name, i) => [i + 1, `'${name}`.slice(1), '05/01/1965', CELL])])
    expect(codes(reading).filter((code) => code.includes('name.'))).toEqual(['B2 name.unclear', 'B3 name.unclear', 'B4 name.unclear'])
  })

  it('a cell called by its place alone is proposed within its organisation; another kind of place is asked about', async () => {
    const reading = await readRows([['ĐẢNG BỘ XÃ SUỐI MÂY'], ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'], ...['Lũng Vài', 'CB Hòa Bình', 'Bản Lũng Vài', 'Khe Nước'].map((cell, i) => [i + 1, `Lý Văn ${'ABCD'[i]}`, '05/01/1965', cell])])
    expect(reading.rows.map(({ fields }) => fields.cellCode)).toEqual(['02.034.091.000.002', '02.034.091.000.001', undefined, undefined])
    expect(codes(reading)).toEqual(['D3 org.abbreviated', 'D4 org.abbreviated', 'D5 org.cell-unknown', 'D6 org.cell-unknown'])
  })

  it('the place of activities is the cell, not the place of birth', async () => {
    const reading = await readRows([['Họ tên', 'Ngày sinh', 'Nơi sinh', 'Nơi sinh hoạt'], ['Lý Thị Mây', '05/01/1965', 'Khe Đá', CELL]])
    expect(reading.sheets[0]!.fields).toEqual(['fullName', 'bornOn', 'birthPlace', 'cellName'])
    expect(codes(reading)).toEqual([])
  })

  it('two dates of one cell may be parted by a blank, and a teacher\'s schooling written in one word', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ngày vào Đảng / chính thức', 'Trình độ chuyên môn'], [1, 'Lý Thị Mây', '05/01/1965', CELL, '03/02/1990 03/02/1991', 'CĐSP'], [2, 'Bàn Văn Suối', '06/02/1966', CELL, '03/02/1992 03/02/1993', 'ĐHSP']])
    expect(reading.rows.map(({ fields }) => [fields.admittedOn, fields.confirmedOn, fields.professionalEducation, fields.professionalField])).toEqual([
      ['1990-02-03', '1991-02-03', 'Cao đẳng', 'Sư phạm'], ['1992-02-03', '1993-02-03', 'Đại học', 'Sư phạm']])
    expect(codes(reading)).toEqual(['E2 cell.split', 'F2 education.level-and-field', 'E3 cell.split', 'F3 education.level-and-field'])
  })

  it('marks that say "as above" are proposed to mean the value above, cell by cell', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Dân tộc'], [1, 'Lý Thị Mây', '05/01/1965', CELL, 'Tày'], [2, 'Bàn Văn Suối', '06/02/1966', 'nt', '"'], [3, 'Lý Văn Đá', '06/02/1967', '-nt-', 'Kinh'], [4, 'Lý Văn Khe', '06/02/1968', 'Như trên', '”']])
    expect(reading.rows.map(({ fields }) => [fields.cellCode, fields.ethnicity])).toEqual([['02.034.091.000.001', 'Tày'], ['02.034.091.000.001', 'Tày'], ['02.034.091.000.001', 'Kinh'], ['02.034.091.000.001', 'Kinh']])
    expect(codes(reading)).toEqual(['D3 cell.as-above', 'E3 cell.as-above', 'D4 cell.as-above', 'D5 cell.as-above', 'E5 cell.as-above'])
    expect(reading.findings[1]).toMatchObject({ raw: '"', read: { value: 'Tày' }, message: 'Ô ghi như trên; đề nghị hiểu là Tày' })
  })

  it('a row with the identifier of a program has no such marks: what stands in it is its value', async () => {
    const reading = await readRows([['TT', 'ID', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ghi chú'], [1, 'a1', 'Lý Thị Mây', '05/01/1965', CELL, 'Mây'], [2, 'a2', 'Bàn Văn Suối', '06/02/1966', CELL, '"'], [3, null, 'Lý Văn Đá', '06/02/1967', CELL, 'nt']])
    expect(reading.rows.map(({ fields }) => fields.note)).toEqual(['Mây', '"', '"'])
    expect(codes(reading)).toEqual(['F4 cell.as-above'])
  })

  it('a note that tells of somebody gone is asked about; whoever is said to be gone becomes no member', async () => {
    const rows = [['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Năm vào Đảng', 'Ngày chuyển chính thức', 'Ghi chú'], ...['đã mất 2017', 'Chuyển đi Hà Nội', 'đã mất thẻ', 'chuyển đến từ xã Khe Đá'].map((note, i) => [i + 1, `Lý Văn ${'ABCD'[i]}`, '05/01/1965', CELL, 1990, '03/02/1991', note])]
    const asked = ['G2 status.left-in-note', 'G3 status.left-in-note']
    const reading = await readRows(rows)
    expect(codes(reading).filter((code) => code.startsWith('G'))).toEqual(asked)
    expect(reading.rows.map(({ waiting, fields }) => [waiting, fields.admittedOn, fields.confirmedOn])).toEqual([[true, '1990', '1991-02-03'], [true, '1990', '1991-02-03'], [false, '1990', '1991-02-03'], [false, '1990', '1991-02-03']])
    const answered = await read(await workbookOf(rows), 'la.xlsx', { answers: [{ code: 'status.left-in-note', row: 2, value: 'Từ trần' }, { code: 'status.left-in-note', row: 3, value: 'Đang sinh hoạt' }] })
    expect(answered.rows.map(({ waiting }) => waiting)).toEqual([true, false, false, false])
  })

  it('two columns headed by the sexes alone are ticks', async () => {
    const reading = await readRows([['TT', 'Họ và tên', 'Ngày sinh', 'Nam', 'Nữ', 'Chi bộ'], [1, 'Lý Thị Mây', '05/01/1965', null, 'x', CELL], [2, 'Bàn Văn Suối', '06/02/1966', 'x', null, CELL]])
    expect(reading.rows.map(({ fields }) => fields.sex)).toEqual(['female', 'male'])
  })

  it('days of admission and of becoming official are told apart by what stands in the brackets', async () => {
    const reading = await readRows([['Họ tên', 'NTN sinh', 'Ngày vào Đảng (dự bị)', 'Ngày vào Đảng (chính thức)', 'Chi bộ', 'SĐT liên hệ'], ['Lý Thị Mây', '05/01/1965', '03/02/1990', '03/02/1991', CELL, '0912345678']])
    expect(reading.sheets[0]!.fields).toEqual(['fullName', 'bornOn', 'admittedOn', 'confirmedOn', 'cellName', 'phone'])
    expect(codes(reading)).toEqual([])
  })
})
