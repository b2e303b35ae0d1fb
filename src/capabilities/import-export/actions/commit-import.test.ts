import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

const samples = join(import.meta.dirname, '..', 'samples')
const sample = (name: string) => new File([new Uint8Array(readFileSync(join(samples, name)))], name)

let house: House
let top: string
beforeAll(async () => {
  house = await openHouse({ ground: false })
  await house.keeper().organisations.registerOrganisations({ register: JSON.parse(readFileSync(join(samples, 'to-chuc.json'), 'utf8')), topName: 'Đảng bộ huyện Bắc Quang' })
  top = (await house.rows(`select organisation_id as id from organisations.placement where parent_id is null`))[0]!.id
})
afterAll(() => house.close())

async function read(name: string, settling: { accepted?: 'all' | string[] } = {}) {
  const { id, sameAs } = await house.keeper().importExport.startImport({ file: sample(name), organisationId: top })
  return { id, sameAs, preview: await house.keeper().importExport.readImport({ id, ...settling }) }
}
const members = async () => (await house.rows<{ n: number }>(`select count(*)::int as n from members.membership_as_of('2018-10-05', now() + interval '1 day')`))[0]!.n

describe('taking a clean list in', () => {
  let importId: string

  test('the preview counts 300 new members, finds nothing wrong, and writes nothing', async () => {
    const { id, preview } = await read('danh-sach-sach.xlsx')
    importId = id
    expect(preview.counts).toEqual({ new: 300, changed: 0, same: 0, doubtful: 0, faulty: 0, onlyHere: 0 })
    expect(preview.findings).toEqual([])
    expect(await members()).toBe(0)
  })

  test('the commit writes what the preview showed, with its source on every fact', async () => {
    const { version } = (await house.keeper().importExport.findImport({ id: importId })).import
    expect(await house.keeper().importExport.commitImport({ id: importId, version })).toEqual({ importId, written: { new: 300, changed: 0 }, waiting: 0 })
    expect(await members()).toBe(300)
    expect(await house.rows(`select distinct source_id from members.placement`)).toEqual([{ source_id: importId }])
  })

  test('whom the list calls exempt is exempt from its day on, and full until then', async () => {
    const day = (await house.keeper().importExport.findImport({ id: importId })).preview!.asOf
    expect(await house.rows(`
      select count(*)::int as n, count(*) filter (where lower(valid_during) = $1::date)::int as since,
        count(*) filter (where exists (select from members.status f where f.person_id = s.person_id and f.status = 'full' and upper(f.valid_during) = lower(s.valid_during)))::int as full_before
      from members.status s where status = 'exempt'`, [day])).toEqual([{ n: 11, since: 11, full_before: 11 }])
  })

  test('the same file again is all the same, says so, and has nothing to write', async () => {
    const { id, sameAs, preview } = await read('danh-sach-sach.xlsx')
    expect(sameAs).toMatchObject({ id: importId })
    expect(preview.counts).toEqual({ new: 0, changed: 0, same: 300, doubtful: 0, faulty: 0, onlyHere: 0 })
    await expect(house.keeper().importExport.commitImport({ id, version: preview.version })).rejects.toMatchObject({ code: 'importExport.nothingToWrite' })
  })

  test('a stale preview is a conflict', async () => {
    const { id, preview } = await read('danh-sach-sach.xlsx')
    await house.keeper().importExport.readImport({ id })
    await expect(house.keeper().importExport.commitImport({ id, version: preview.version })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('taken back whole, nobody is left, except whom something was built on; then it can be done again', async () => {
    const [first] = await house.rows<{ person_id: string; cell_id: string }>(`select person_id, cell_id from members.placement limit 1`)
    await house.owner.query(`insert into members.post (id, person_id, organisation_id, position, held_during) values (gen_random_uuid(), $1, $2, 'BT', '[2018-10-01,)')`, [first!.person_id, first!.cell_id])
    const report = await house.keeper().importExport.undoImport({ id: importId })
    expect(report).toMatchObject({ takenBack: 299, kept: [{ personId: first!.person_id, why: 'members.post' }] })
    expect(await members()).toBe(1)
    await expect(house.keeper().importExport.undoImport({ id: importId })).rejects.toMatchObject({ code: 'importExport.notInState', reasons: [{ facts: { state: 'Đã rút lại' } }] })
    const { id, preview } = await read('danh-sach-sach.xlsx')
    expect(preview.counts).toMatchObject({ new: 299, same: 1 })
    await house.keeper().importExport.commitImport({ id, version: preview.version })
    expect(await members()).toBe(300)
  })
})

describe('a list with changed values', () => {
  test('changes are shown field by field, written, and taken back', async () => {
    const [person] = await house.rows<{ id: string; residence: string }>(`select p.id, p.residence from members.person p join members.placement pl on pl.person_id = p.id and pl.superseded_at is null where p.residence is not null limit 1`)
    await house.owner.query(`update members.person set residence = 'Thôn Cũ' where id = $1`, [person!.id])
    const { id, preview } = await read('danh-sach-sach.xlsx')
    expect(preview.counts).toMatchObject({ changed: 1, same: 299 })
    const { rows } = await house.keeper().importExport.listImportRows({ id, outcome: 'changed' })
    expect(rows[0]!.changes).toEqual([{ field: 'residence', old: 'Thôn Cũ', new: person!.residence }])
    await house.keeper().importExport.commitImport({ id, version: preview.version })
    expect((await house.rows(`select residence from members.person where id = $1`, [person!.id]))[0]).toEqual({ residence: person!.residence })
    await house.keeper().importExport.undoImport({ id })
    expect((await house.rows(`select residence from members.person where id = $1`, [person!.id]))[0]).toEqual({ residence: 'Thôn Cũ' })
    await house.owner.query(`update members.person set residence = $2 where id = $1`, [person!.id, person!.residence])
  })

  test('another day of birth stands beside that of the original dossier, which stays; taken back, it stands there no more', async () => {
    const [person] = await house.rows<{ id: string; born_on: string }>(`select p.id, p.born_on from members.person p join members.placement pl on pl.person_id = p.id and pl.superseded_at is null where length(p.born_on) = 10 and p.identity_number is not null limit 1`)
    await house.owner.query(`update members.person set born_on = '1950-01-31' where id = $1`, [person!.id])
    const { id, preview } = await read('danh-sach-sach.xlsx')
    expect(preview.counts).toMatchObject({ changed: 1, same: 299 })
    await house.keeper().importExport.commitImport({ id, version: preview.version })
    const seen = async () => (await house.keeper().memberSheet.findSheet({ personId: person!.id })).fields.find((each) => each.key === 'bornOn')!
    expect(await seen()).toMatchObject({ content: '1950-01-31', difference: expect.stringContaining('Khác hồ sơ gốc') })
    expect((await read('danh-sach-sach.xlsx')).preview.counts).toMatchObject({ changed: 0, same: 300 })
    await house.keeper().importExport.undoImport({ id })
    expect(await seen()).toMatchObject({ content: '1950-01-31', difference: null })
  })
})

describe('a dirty workbook', () => {
  test('rows whose readings nobody accepted stay waiting; accepted, they are written; questions and errors wait on', async () => {
    const { id, preview } = await read('mau-xa-hai-dong-tieu-de.xls')
    expect(preview).toMatchObject({ dataRows: 450, cleanRows: 346 })
    expect(preview.counts).toMatchObject({ doubtful: 2, faulty: 3, new: 445 })
    const accepted = await house.keeper().importExport.readImport({ id, accepted: 'all' })
    expect(await house.keeper().importExport.commitImport({ id, version: accepted.version })).toMatchObject({ written: { new: 445 }, waiting: 5 })
  })

  test('a sure reading accepted alone, or answered otherwise, lets its row be written; the rest of its column waits', async () => {
    const { id, preview } = await read('mau-37-cot.xlsx')
    const [one, two] = preview.findings.filter((each) => each.code === 'name.other-in-brackets')
    const settling = {
      acceptedRows: [{ code: one!.code, sheet: one!.sheet, row: one!.row, column: one!.column }],
      answers: [{ code: two!.code, sheet: two!.sheet, row: two!.row, column: two!.column, value: 'Phan Hồng Tuấn' }],
    }
    const after = await house.keeper().importExport.readImport({ id, ...settling })
    expect(after.writable!.new).toBe(preview.writable!.new + 2)
    expect((await house.keeper().importExport.findImport({ id })).settling).toMatchObject(settling)
    expect(preview.sheets[0]).toMatchObject({ fields: expect.arrayContaining(['fullName', null]) })
    expect(one!.name).not.toBeNull()
    await house.keeper().importExport.cancelImport({ id })
  })

  test('a file that is no workbook is refused in words and can be dropped', async () => {
    const { id } = await house.keeper().importExport.startImport({ file: new File(['<html><body>khong phai</body></html>'], 'ds.xlsx'), organisationId: top })
    expect(await house.keeper().importExport.readImport({ id })).toMatchObject({ outcome: 'refuse', reason: 'file.html' })
    await house.keeper().importExport.cancelImport({ id })
    await expect(house.keeper().importExport.readImport({ id })).rejects.toMatchObject({ code: 'importExport.readingCancelled' })
    expect((await house.keeper().importExport.listImports({})).rows.some((row) => row.id === id && row.state === 'cancelled')).toBe(true)
  })

  test('members whom the file does not have are listed, and nothing happens to them', async () => {
    const { id } = await read('danh-sach-sach.xlsx')
    expect((await house.keeper().importExport.listOnlyHere({ id })).total).toBeGreaterThanOrEqual(0)
    expect(await members()).toBe(745)
  })
})
