import { read as readBook, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decidedFile, refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

let people = 0
/** A member of 2000 with a dossier opened. */
async function opened(cell: 'cellA1' | 'cellB1' = 'cellA1', place = {}) {
  const personId = await addFullMember(house.owner, house.ground.places[cell], `Lù Văn ${['Mười', 'Chín', 'Tám', 'Bảy', 'Sáu', 'Năm'][people++ % 6]}`, '1970-01-02')
  const { dossierId } = await house.as('officer').dossiers.openDossier({ personId, openedOn: '2018-10-01', ...place })
  return { personId, dossierId }
}
const dossiers = (name: Parameters<House['as']>[0]) => house.as(name).dossiers
const page = (personId: string, name: Parameters<House['as']>[0] = 'grassrootsA') => dossiers(name).findDossier({ personId })
const lineOf = async (personId: string, documentType: string) => (await page(personId)).lines.find((line) => line.documentType === documentType)!

describe('a dossier', () => {
  test('is opened by the committee that keeps it, once, and never by the cell', async () => {
    const personId = house.ground.members.cellA1[4]!
    expect((await page(personId)).dossier).toBeNull()
    expect((await refusalOf(dossiers('secretaryA1').openDossier({ personId, openedOn: '2018-10-01' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('grassrootsB').openDossier({ personId, openedOn: '2018-10-01' }))).kind).toBe('notFound')
    expect((await refusalOf(dossiers('grassrootsA').openDossier({ personId, openedOn: '2018-10-06' }))).codes).toEqual(['dossiers.dayNotYet'])
    await dossiers('grassrootsA').openDossier({ personId, openedOn: '2018-10-01', cabinet: 'Tủ 2', box: 'Hộp 14' })
    const { dossier } = await page(personId)
    expect(dossier).toMatchObject({ keeper: { id: house.ground.places.communeA }, place: { cabinet: 'Tủ 2', box: 'Hộp 14' }, openedOn: '2018-10-01' })
    expect((await refusalOf(dossiers('officer').openDossier({ personId, openedOn: '2018-10-01' }))).codes).toEqual(['dossiers.alreadyOpened'])
  })

  test('takes in the papers and scans of a decided admission, and no byte twice', async () => {
    const file = await decidedFile(house, { fullName: 'Vàng Thị Mỷ' })
    const pdf = new TextEncoder().encode('%PDF-1.4 << /Type /Pages /Count 1 >> << /Type /Page >>')
    const contentHash = await house.ports.files.put(pdf)
    await house.rows(`insert into admission.scan (id, document_id, content_hash, media_type, byte_size, file_name) values (gen_random_uuid(), $1, $2, 'application/pdf', $3, 'don.pdf')`, [file.papers['KNĐ-1'], contentHash, pdf.length])
    const { takenIn } = await dossiers('grassrootsA').openDossier({ personId: file.personId, openedOn: '2018-10-05' })
    expect(takenIn).toBeGreaterThan(7)
    const found = await page(file.personId)
    const application = found.lines.find((line) => line.documentType === 'KNĐ-1')!
    expect(application).toMatchObject({ state: 'present', items: [{ datedOn: '2018-05-20', fromAdmission: true, scans: [{ fileName: 'don.pdf', pages: 1 }] }] })
    expect(found.toTakeIn).toBe(0)
    const { dossierId } = { dossierId: found.dossier!.id }
    expect(await dossiers('grassrootsA').takeInAdmission({ dossierId })).toEqual({ takenIn: 0 })
    expect((await refusalOf(dossiers('leader').takeInAdmission({ dossierId }))).codes).toEqual(['platform.notAllowed'])
  })

  test('says what is required of an old member, why and by which rule', async () => {
    const { personId } = await opened()
    const found = await page(personId)
    expect(found.lines.map((line) => line.documentType)).toEqual(['KNĐ-1', 'KNĐ-2', 'KNĐ-9', 'KNĐ-16', 'HSĐV-1', 'HSĐV-2', 'HSĐV-3'])
    expect(found.lines.every((line) => line.state === 'missing' && line.required)).toBe(true)
    expect(found.completeness).toEqual({ required: 7, present: 0, unreadable: 0, lost: 0, absentWithReason: 0, missing: 7 })
    expect(found.lines.find((line) => line.documentType === 'HSĐV-3')!.required).toMatchObject({ reason: 'everyYear', year: 2017, certainty: 'memory' })
    expect(found.keeping).toMatchObject({ instrument: 'QD-45-2011' })
  })

  test('is looked at only with a trace in the trail, and not from another commune', async () => {
    const { personId, dossierId } = await opened()
    await page(personId, 'secretaryA1')
    expect(await house.auditOf(dossierId)).toEqual(['dossiers.opened', 'dossiers.read'])
    expect((await refusalOf(page(personId, 'grassrootsB'))).kind).toBe('notFound')
    expect((await refusalOf(page(personId, 'memberA1'))).kind).toBe('notFound')
    expect((await page(personId, 'secretaryA1')).may).toEqual({ write: false, readScan: false, lend: false, remake: false })
  })

  test('is described with its place and with events that ask for papers; a stale version is refused', async () => {
    const { personId, dossierId } = await opened()
    const input = { dossierId, version: 1, cabinet: 'Tủ 1', events: ['transferred' as const, 'commended' as const] }
    expect(await dossiers('grassrootsA').describeDossier(input)).toEqual({ version: 2 })
    expect((await page(personId)).lines.filter((line) => line.required?.reason === 'event').map((line) => line.documentType)).toEqual(['DM-23', 'DM-54', 'DM-62'])
    expect((await refusalOf(dossiers('grassrootsA').describeDossier(input))).codes).toEqual(['platform.staleVersion'])
    expect((await refusalOf(dossiers('inspector').describeDossier({ ...input, version: 2 }))).codes).toEqual(['platform.notAllowed'])
  })

  test('asks who was disciplined for the decision, as the register tells', async () => {
    const { personId } = await opened()
    await house.rows(`insert into members.overlay (id, person_id, kind, valid_during) values (gen_random_uuid(), $1, 'disciplined', '[2015-01-01,2016-01-01)')`, [personId])
    expect((await page(personId)).events).toEqual(['disciplined'])
    expect((await lineOf(personId, 'DM-22')).required).toMatchObject({ reasonText: 'việc đã xảy ra: bị kỷ luật', certainty: 'inferred' })
  })

  test('is shown as it stood on an earlier day', async () => {
    const { personId, dossierId } = await opened()
    const { itemId } = await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'KNĐ-16' })
    await dossiers('grassrootsA').markItem({ dossierId, itemId, version: 1, state: 'lost' })
    await house.rows(`update dossiers.item set recorded_at = '2018-10-02T05:00:00Z' where thread_id = $1 and ordinal = 1`, [itemId])
    const stateOn = async (asOf: string) => (await dossiers('grassrootsA').findDossier({ personId, asOf })).lines.find((line) => line.documentType === 'KNĐ-16')!.state
    expect([await stateOn('2018-10-01'), await stateOn('2018-10-02'), await stateOn('2018-10-04'), await stateOn('2018-10-05')]).toEqual(['missing', 'present', 'present', 'lost'])
    expect((await dossiers('grassrootsA').findDossier({ personId, asOf: '2018-09-30' })).dossier).toBeNull()
  })

  test('of who is no member any more is still found, with the paper of the end', async () => {
    const { personId } = await opened()
    await house.as('officer').lifecycle.recordDeath({ personId, diedOn: '2018-10-02', paper: 'Trích lục khai tử 7' })
    const found = await page(personId)
    expect(found.person.status).toBeNull()
    expect(found.events).toEqual(['died'])
    expect(found.lines.some((line) => line.documentType === 'DM-83')).toBe(true)
  })
})

describe('a paper', () => {
  test('is recorded with number and day; a second one of a kind with one is refused', async () => {
    const { personId, dossierId } = await opened()
    const input = { dossierId, documentType: 'KNĐ-16', number: '12-QĐ/HU', datedOn: '2001-04', pages: 1 }
    const { itemId } = await dossiers('grassrootsA').recordItem(input)
    expect(await lineOf(personId, 'KNĐ-16')).toMatchObject({ state: 'present', items: [{ id: itemId, number: '12-QĐ/HU', datedOn: '2001-04', version: 1 }] })
    expect((await refusalOf(dossiers('grassrootsA').recordItem(input))).codes).toEqual(['dossiers.onlyOneOfKind'])
    expect((await refusalOf(dossiers('grassrootsA').recordItem({ ...input, documentType: 'XYZ' }))).codes).toEqual(['dossiers.documentTypeUnknown'])
    expect((await refusalOf(dossiers('grassrootsA').recordItem({ ...input, documentType: 'KNĐ-1', datedOn: '2018-11' }))).codes).toEqual(['dossiers.dayNotYet'])
    expect((await refusalOf(dossiers('secretaryA1').recordItem({ ...input, documentType: 'KNĐ-1' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('grassrootsB').recordItem({ ...input, documentType: 'KNĐ-1' }))).codes).toEqual(['dossiers.dossierNotFound'])
  })

  test('that is not there counts apart only by a decision', async () => {
    const { personId, dossierId } = await opened()
    expect((await refusalOf(dossiers('grassrootsA').recordItem({ dossierId, documentType: 'KNĐ-2', state: 'absentWithReason' }))).codes).toEqual(['dossiers.absenceNeedsDecision'])
    await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'KNĐ-2', state: 'absentWithReason', basis: 'CV 45-CV/ĐU ngày 02/3/2015' })
    expect((await page(personId)).completeness).toMatchObject({ required: 7, absentWithReason: 1, missing: 6, present: 0 })
  })

  test('is corrected and marked by later statements, and the former ones stay', async () => {
    const { personId, dossierId } = await opened()
    const { itemId } = await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'HSĐV-1', number: '01', pages: 12 })
    expect(await dossiers('grassrootsA').correctItem({ dossierId, itemId, version: 1, number: '10', pages: 12, datedOn: '2001-04-03' })).toEqual({ version: 2 })
    expect((await refusalOf(dossiers('grassrootsA').correctItem({ dossierId, itemId, version: 1, number: '11' }))).codes).toEqual(['platform.staleVersion'])
    expect(await dossiers('grassrootsA').markItem({ dossierId, itemId, version: 2, state: 'unreadable' })).toEqual({ version: 3 })
    expect(await lineOf(personId, 'HSĐV-1')).toMatchObject({ state: 'unreadable', items: [{ number: '10', pages: 12, version: 3, former: [{ state: 'present', number: '10' }, { state: 'present', number: '01' }] }] })
    expect((await refusalOf(dossiers('leader').markItem({ dossierId, itemId, version: 3, state: 'lost' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('inspector').correctItem({ dossierId, itemId, version: 3 }))).codes).toEqual(['platform.notAllowed'])
    const other = await opened()
    expect((await refusalOf(dossiers('grassrootsA').markItem({ dossierId: other.dossierId, itemId, version: 3, state: 'lost' }))).codes).toEqual(['dossiers.itemNotFound'])
  })

  test('the decision of an authorised committee serves for that of the superior', async () => {
    const { personId, dossierId } = await opened()
    await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'KNĐ-9A' })
    expect(await lineOf(personId, 'KNĐ-9')).toMatchObject({ state: 'present', items: [{ documentType: 'KNĐ-9A' }] })
  })

  test('a supplement of an earlier year does not serve for the last one', async () => {
    const { personId, dossierId } = await opened()
    await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'HSĐV-3', datedOn: '2016-12-20' })
    expect((await lineOf(personId, 'HSĐV-3')).state).toBe('missing')
    await dossiers('grassrootsA').recordItem({ dossierId, documentType: 'HSĐV-3', datedOn: '2017-12-22' })
    expect((await lineOf(personId, 'HSĐV-3')).state).toBe('present')
  })
})

describe('the list', () => {
  test('tells completeness by member, filters by it and by what is missing, and adds up', async () => {
    const cellId = house.ground.places.cellB1
    const { personId, dossierId } = await opened('cellB1')
    for (const documentType of ['KNĐ-1', 'KNĐ-2', 'KNĐ-9', 'KNĐ-16', 'HSĐV-1', 'HSĐV-2']) await dossiers('grassrootsB').recordItem({ dossierId, documentType })
    const half = await dossiers('grassrootsB').listDossiers({ organisationId: cellId, state: 'incomplete' })
    expect(half.rows).toMatchObject([{ personId, dossierId, isComplete: false, missing: ['Phiếu bổ sung hồ sơ đảng viên'], completeness: { required: 7, present: 6, missing: 1 } }])
    await dossiers('grassrootsB').recordItem({ dossierId, documentType: 'HSĐV-3', datedOn: '2017' })
    const all = await dossiers('grassrootsB').listDossiers({ organisationId: cellId })
    expect({ total: all.total, opened: all.opened, complete: all.complete }).toEqual({ total: 10, opened: 1, complete: 1 })
    expect(all.completeness).toMatchObject({ required: 70, present: 7, missing: 63 })
    expect((await dossiers('secretaryB1').listDossiers({ state: 'complete' })).rows.map((row) => row.personId)).toEqual([personId])
    expect((await dossiers('secretaryB1').listDossiers({ state: 'none' })).total).toBe(9)
    expect((await dossiers('secretaryB1').listDossiers({ missing: 'KNĐ-16' })).total).toBe(9)
    expect((await dossiers('secretaryB1').listDossiers({ asOf: '2018-09-30' })).opened).toBe(0)
    expect((await refusalOf(dossiers('grassrootsA').listDossiers({ organisationId: cellId }))).kind).toBe('notFound')
    expect((await refusalOf(dossiers('administrator').listDossiers({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('adds up for each organisation right below', async () => {
    const { rows, total } = await dossiers('officer').listDossierFigures({})
    expect(rows.map((row) => row.organisationId).toSorted()).toEqual(expect.arrayContaining([house.ground.places.communeA, house.ground.places.communeB].toSorted()))
    expect(rows.reduce((sum, row) => sum + row.members, 0)).toBe(total.members)
    expect(rows.reduce((sum, row) => sum + row.present, 0)).toBe(total.present)
    const cells = await dossiers('officer').listDossierFigures({ organisationId: house.ground.places.communeB })
    expect(cells.rows.find((row) => row.organisationId === house.ground.places.cellB1)).toMatchObject({ members: 10, opened: 1, complete: 1 })
    expect((await refusalOf(dossiers('memberA1').listDossierFigures({}))).codes).toEqual(['platform.notAllowed'])
  })

  test('goes out as a workbook with the reason, by who may', async () => {
    const answer = (await house.as('officer').audit.exportList({ list: 'dossiers', reason: 'Chuẩn bị kiểm tra', asked: { organisationId: house.ground.places.cellB1 } })) as unknown as FileAnswer
    const parts: Buffer[] = []
    for await (const part of answer.content as NodeJS.ReadableStream) parts.push(Buffer.from(part))
    const book = readBook(Buffer.concat(parts))
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
    expect(rows.flat().join(' ')).toContain('Chuẩn bị kiểm tra')
    expect(rows.filter((row) => typeof row[0] === 'number' || /^\d+$/.test(String(row[0] ?? '')))).toHaveLength(10)
    expect((await refusalOf(house.as('inspector').audit.exportList({ list: 'dossiers', reason: 'x' }))).codes).toEqual(['platform.notAllowed'])
  })
})
