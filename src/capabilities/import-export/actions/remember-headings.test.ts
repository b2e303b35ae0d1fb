import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let cell: string
beforeAll(async () => {
  house = await openHouse()
  cell = (await house.rows<{ name: string }>(`select name from organisations.version where organisation_id = $1 and superseded_at is null limit 1`, [house.ground.places.cellA1]))[0]!.name
})
afterAll(() => house.close())

const officer = () => house.as('officer').importExport
const lines = () => ['Họ và tên;Ngày sinh;Mã công dân;Nơi gốc;Chi bộ;Ngày vào Đảng', `Tống Thị Mới;05/01/1965;002165000001;Xã Đồi;${cell};03/02/1990`]

async function read(rows: readonly string[], as: 'officer' | 'grassrootsB' = 'officer') {
  const { id } = await house.as(as).importExport.startImport({ file: new File([rows.join('\n')], 'Danh sách.csv') })
  return { id, preview: await house.as(as).importExport.readImport({ id }) }
}

const fieldsOf = (preview: { sheets: { fields?: (string | null)[] | undefined }[] }) => preview.sheets[0]!.fields

describe('what a person says of the columns', () => {
  let id: string

  test('is applied at once: the file is read again with it', async () => {
    const first = await read(lines())
    id = first.id
    expect(fieldsOf(first.preview)).toEqual(['fullName', 'bornOn', null, null, 'cellName', 'admittedOn'])
    const again = await officer().readImport({ id, columns: [{ sheet: 'Sheet1', column: 'C', field: 'identityNumber' }, { sheet: 'Sheet1', column: 'D', field: 'nativePlace' }] })
    expect(fieldsOf(again)).toEqual(['fullName', 'bornOn', 'identityNumber', 'nativePlace', 'cellName', 'admittedOn'])
    const { rows } = await officer().listImportRows({ id })
    expect(rows[0]!.values).toMatchObject({ identityNumber: '•••• •••• 0001', nativePlace: 'Xã Đồi' })
    expect((await officer().findImport({ id })).settling.columns).toHaveLength(2)
  })

  test('is remembered for the sender: his next list is read so without asking, and says so', async () => {
    const { preview } = await read(['Nơi gốc;Họ và tên;Ngày sinh;MÃ CÔNG DÂN;Chi bộ', `Xã Đồi;Lò Văn Hai;06/01/1965;002065000002;${cell}`])
    expect(fieldsOf(preview)).toEqual(['nativePlace', 'fullName', 'bornOn', 'identityNumber', 'cellName'])
    expect(preview.remembered).toEqual([
      { sheet: 'Sheet1', column: 'A', heading: 'Nơi gốc', field: 'nativePlace' }, { sheet: 'Sheet1', column: 'D', heading: 'MÃ CÔNG DÂN', field: 'identityNumber' },
    ])
  })

  test('means nothing for another sender', async () => {
    const { preview } = await read(lines(), 'grassrootsB')
    expect(fieldsOf(preview)).toEqual(['fullName', 'bornOn', null, null, 'cellName', 'admittedOn'])
    expect(preview.remembered).toEqual([])
  })

  test('may say that a recognised column is passed over, and which of two columns counts', async () => {
    const { id: other } = await read(lines())
    const again = await officer().readImport({ id: other, columns: [{ sheet: 'Sheet1', column: 'F', field: null }, { sheet: 'Sheet1', column: 'D', field: 'fullName' }] })
    expect(fieldsOf(again)).toEqual([null, 'bornOn', 'identityNumber', 'fullName', 'cellName', null])
    await officer().readImport({ id: other, forgetHeadings: true })
    await officer().readImport({ id, columns: [{ sheet: 'Sheet1', column: 'C', field: 'identityNumber' }] })
  })

  test('is refused when nobody could be read that way, and then stays as it was', async () => {
    await expect(officer().readImport({ id, columns: [{ sheet: 'Sheet1', column: 'A', field: null }, { sheet: 'Sheet1', column: 'B', field: null }, { sheet: 'Sheet1', column: 'C', field: null }, { sheet: 'Sheet1', column: 'F', field: null }] }))
      .rejects.toMatchObject({ code: 'importExport.columnsLeaveNoList' })
    expect(fieldsOf((await officer().findImport({ id })).preview!)).toContain('identityNumber')
  })

  test('can be dropped: the list is read by its headings again, and so is the next', async () => {
    const { id: other, preview } = await read(lines())
    expect(preview.remembered).toHaveLength(1)
    const again = await officer().readImport({ id: other, forgetHeadings: true })
    expect([fieldsOf(again), again.remembered]).toEqual([['fullName', 'bornOn', null, null, 'cellName', 'admittedOn'], []])
    expect((await read(lines())).preview.remembered).toEqual([])
  })
})
