import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let cell: string
beforeAll(async () => {
  house = await openHouse()
  cell = (await house.rows<{ name: string }>(`select name from organisations.version where organisation_id = $1 and superseded_at is null limit 1`, [house.ground.places.cellA1]))[0]!.name
  const { id } = await started([
    `Tống Thị Đủ;05/01/1965;Nữ;${cell};03/02/1990;03/02/1991;Chính thức`, `Lò Văn Dự;06/01/1990;Nam;${cell};03/02/2018;;Dự bị`, `Bàn Văn Đi;07/01/1966;Nam;${cell};03/02/1990;03/02/1991;Chính thức`,
  ])
  const { version } = await officer().readImport({ id, accepted: 'all' })
  expect(await officer().commitImport({ id, version })).toMatchObject({ written: { new: 3 } })
})
afterAll(() => house.close())

const officer = () => house.as('officer').importExport
const HEADINGS = 'Họ và tên;Ngày sinh;Giới tính;Chi bộ;Ngày vào Đảng;Ngày chính thức;Trạng thái'
const started = (rows: readonly string[]) => officer().startImport({ file: new File([[HEADINGS, ...rows].join('\n')], 'ds.csv') })

async function read(...rows: string[]) {
  const { id } = await started(rows)
  const preview = await officer().readImport({ id })
  return { id, preview, said: preview.findings.map(({ row, column, kind, code }) => `${column}${row} ${kind} ${code}`) }
}

describe('the state of a known member', () => {
  test('that agrees, or that the list leaves blank, is no difference', async () => {
    const { preview, said } = await read(
      `Tống Thị Đủ;05/01/1965;Nữ;${cell};03/02/1990;03/02/1991;Đang sinh hoạt`, `Lò Văn Dự;06/01/1990;Nam;${cell};03/02/2018;;Dự bị`, `Bàn Văn Đi;07/01/1966;Nam;${cell};03/02/1990;;`)
    expect(said).toEqual([])
    expect(preview.counts).toMatchObject({ same: 3, changed: 0, doubtful: 0 })
  })

  test('that differs is asked about and waits: exempt, full and probationary', async () => {
    const { preview, said } = await read(
      `Tống Thị Đủ;05/01/1965;Nữ;${cell};03/02/1990;03/02/1991;Miễn sinh hoạt`, `Lò Văn Dự;06/01/1990;Nam;${cell};03/02/2018;03/02/2019;Chính thức`, `Bàn Văn Đi;07/01/1966;Nam;${cell};03/02/1990;;Dự bị`)
    expect(said.filter((each) => each.includes('status.'))).toEqual(['G2 question status.differs', 'G3 question status.differs', 'G4 question status.differs'])
    expect(preview.counts).toMatchObject({ doubtful: 3, changed: 0 })
    expect(preview.findings.find((each) => each.row === 2)!.message).toContain('trong sổ là “Đảng viên chính thức”, danh sách ghi “Miễn sinh hoạt”')
    expect(preview.writable).toEqual({ new: 0, changed: 0 })
  })

  test('kept as registered by an answer, the other changes of the row are written, the state and its date are not', async () => {
    const rows = [`Lò Văn Dự;06/01/1990;Nam;${cell};04/02/2018;04/02/2019;Chính thức`]
    const { id } = await read(...rows)
    const after = await officer().readImport({ id, answers: [{ code: 'status.differs', row: 2, sheet: 'Sheet1', value: 'Giữ như trong sổ' }] })
    expect(after.counts).toMatchObject({ changed: 1, doubtful: 0 })
    expect((await officer().listImportRows({ id })).rows[0]!.changes).toEqual([{ field: 'admittedOn', old: '2018-02-03', new: '2018-02-04' }])
    await officer().commitImport({ id, version: after.version })
    expect(await house.rows(`select m.admitted_on, m.confirmed_on, s.status from members.person p join members.membership m on m.person_id = p.id and m.superseded_at is null
      join members.status s on s.person_id = p.id and s.superseded_at is null and upper_inf(s.valid_during) where p.full_name = 'Lò Văn Dự'`)).toEqual([{ admitted_on: '2018-02-04', confirmed_on: null, status: 'probationary' }])
  })
})

describe('somebody who is no member where the list is from', () => {
  test('because he left is asked about, never enrolled anew without a word', async () => {
    await house.owner.query(`update members.membership set ended_on = '2018-09-01', end_kind = 'death' where person_id = (select id from members.person where full_name = 'Bàn Văn Đi') and superseded_at is null`)
    await house.owner.query(`update members.placement set valid_during = daterange(lower(valid_during), '2018-09-01') where person_id = (select id from members.person where full_name = 'Bàn Văn Đi')`)
    const { id, preview, said } = await read(`Bàn Văn Đi;07/01/1966;Nam;${cell};03/02/1990;03/02/1991;Chính thức`)
    expect(said).toEqual(['A2 question status.left-before'])
    expect(preview.findings[0]!.message).toContain('“Đã từ trần” ngày 01/09/2018')
    expect(preview.counts).toMatchObject({ new: 0, doubtful: 1 })
    const after = await officer().readImport({ id, answers: [{ code: 'status.left-before', value: 'Là người khác' }] })
    expect(after.counts).toMatchObject({ new: 1, doubtful: 0 })
  })

  test('because he is a member of another organisation is asked about', async () => {
    const { places, members } = house.ground
    await house.owner.query(`update members.person set full_name = 'Hoàng Văn Riêng', born_on = '1970-03-01' where id = $1`, [members.cellB1[0]])
    const { id } = await officer().startImport({ organisationId: places.communeA, file: new File([[HEADINGS, `Hoàng Văn Riêng;01/03/1970;Nam;${cell};03/02/2015;03/02/2016;`].join('\n')], 'ds.csv') })
    const preview = await officer().readImport({ id })
    expect(preview.findings.map(({ row, column, kind, code }) => `${column}${row} ${kind} ${code}`)).toEqual(['A2 question org.member-of-another'])
    expect(preview.counts).toMatchObject({ new: 0, doubtful: 1 })
  })
})

describe('somebody who is like a member without being the same', () => {
  const like = `Tống Thị Đủ;01/05/1965;Nữ;${'{cell}'};03/02/1990;03/02/1991;Chính thức`
  const line = () => like.replace('{cell}', cell).replace('Tống Thị Đủ', 'Tống Thị Đu')

  test('is doubtful, with who it is like and why; nobody is enrolled anew without a word', async () => {
    const { preview, said } = await read(line(), `Giàng Mí Mua;01/05/1965;Nam;${cell};03/02/1990;03/02/1991;Chính thức`)
    expect(said).toEqual(['A2 question person.like-another'])
    const [finding] = preview.findings
    expect(finding!.message).toContain('Tống Thị Đủ, sinh 05/01/1965')
    expect(finding!.message).toContain('Ngày sinh: đảo ngày và tháng')
    expect(preview.counts).toMatchObject({ new: 1, doubtful: 1 })
    expect(preview.writable).toMatchObject({ new: 1, changed: 0 })
  })

  test('is another person by an answer, and then new', async () => {
    const { id } = await read(line())
    const after = await officer().readImport({ id, answers: [{ code: 'person.like-another', value: 'Là người khác' }] })
    expect(after.counts).toMatchObject({ new: 1, doubtful: 0 })
    expect(after.findings).toMatchObject([{ code: 'person.like-another', settled: true }])
  })

  test('is that member by an answer, and then changed field by field; a second row cannot be the same member', async () => {
    const { id, preview } = await read(line(), line().replace('01/05/1965', '05/01/1966'))
    expect(preview.counts).toMatchObject({ doubtful: 2 })
    const [member] = preview.findings[0]!.choices!
    const after = await officer().readImport({ id, answers: [{ code: 'person.like-another', row: 2, sheet: 'Sheet1', value: member! }] })
    expect(after.counts).toMatchObject({ changed: 1, doubtful: 1, new: 0 })
    expect(after.findings.find((each) => each.row === 3)).toMatchObject({ settled: false, choices: ['Là người khác'] })
    expect((await officer().listImportRows({ id })).rows.find((each) => each.row === 2)!.changes).toEqual([
      { field: 'fullName', old: 'Tống Thị Đủ', new: 'Tống Thị Đu' }, { field: 'bornOn', old: '1965-01-05', new: '1965-05-01' },
    ])
  })

  test('is asked about whoever it is like in the own part, and of nobody outside it', async () => {
    const { places, members } = house.ground
    await house.owner.query(`update members.person set full_name = 'Sùng Seo Lùng', sex = 'male', born_on = '1971-03-04' where id = $1`, [members.cellB1[0]])
    const start = async (who: 'officer' | 'grassrootsA') => {
      const imports = house.as(who).importExport
      const { id } = await imports.startImport({ organisationId: places.communeA, file: new File([[HEADINGS, `Sùng Seo Lùng;03/04/1971;Nam;${cell};03/02/2015;03/02/2016;`].join('\n')], 'ds.csv') })
      return (await imports.readImport({ id })).findings.map(({ code, choices }) => [code, choices])
    }
    expect(await start('officer')).toEqual([['person.like-another', ['Là người khác']]])
    expect(await start('grassrootsA')).toEqual([])
  })
})
