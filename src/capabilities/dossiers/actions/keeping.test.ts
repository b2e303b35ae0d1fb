import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let personId: string
let dossierId: string
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())
beforeEach(async () => {
  personId = await addFullMember(house.owner, house.ground.places.cellA1, 'Sùng Văn Chá', '1971-02-03')
  ;({ dossierId } = await dossiers('officer').openDossier({ personId, openedOn: '2018-01-02', cabinet: 'Tủ 9' }))
})
const dossiers = (name: Parameters<House['as']>[0] = 'grassrootsA') => house.as(name).dossiers
const page = () => dossiers().findDossier({ personId })

describe('a loan', () => {
  const input = () => ({ dossierId, borrower: 'Ban Tổ chức', purpose: 'Thẩm định', lentOn: '2018-09-01', dueOn: '2018-09-20' })

  test('takes the whole dossier or one paper out, and what is out cannot go out again', async () => {
    const { loanId } = await dossiers().lend(input())
    expect((await page()).loans).toMatchObject([{ id: loanId, borrower: 'Ban Tổ chức', isLate: true, title: null }])
    expect((await refusalOf(dossiers().lend(input()))).codes).toEqual(['dossiers.alreadyLent'])
    const { itemId } = await dossiers().recordItem({ dossierId, documentType: 'HSĐV-1' })
    expect((await refusalOf(dossiers().lend({ ...input(), itemId }))).codes).toEqual(['dossiers.alreadyLent'])
    expect(await dossiers().returnLoan({ loanId, returnedOn: '2018-10-01' })).toEqual({ done: true })
    await dossiers().lend({ ...input(), itemId, dueOn: '2018-10-05' })
    expect((await page()).lines.find((line) => line.documentType === 'HSĐV-1')!.items[0]!.loan).toMatchObject({ borrower: 'Ban Tổ chức', isLate: false })
  })

  test('comes back once, not before it went, and only by who may', async () => {
    const { loanId } = await dossiers().lend(input())
    expect((await refusalOf(dossiers().returnLoan({ loanId, returnedOn: '2018-08-31' }))).codes).toEqual(['dossiers.daysOutOfOrder'])
    expect((await refusalOf(dossiers('inspector').returnLoan({ loanId, returnedOn: '2018-10-01' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('grassrootsB').returnLoan({ loanId, returnedOn: '2018-10-01' }))).codes).toEqual(['dossiers.loanNotFound'])
    await dossiers().returnLoan({ loanId, returnedOn: '2018-10-01' })
    expect((await refusalOf(dossiers().returnLoan({ loanId, returnedOn: '2018-10-02' }))).codes).toEqual(['dossiers.alreadyReturned'])
    expect((await refusalOf(dossiers('secretaryA1').lend(input()))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers().lend({ ...input(), dueOn: '2018-08-01' }))).codes).toEqual(['dossiers.daysOutOfOrder'])
  })

  test('is listed while it is out, and is due on the work list', async () => {
    const { loanId } = await dossiers().lend(input())
    const late = await dossiers().listLoans({ state: 'late' })
    expect(late.rows.map((row) => row.id)).toContain(loanId)
    expect(late.total).toBe(late.late)
    expect((await dossiers('grassrootsB').listLoans({ state: 'all' })).rows.map((row) => row.id)).not.toContain(loanId)
    expect((await refusalOf(dossiers('secretaryA1').listLoans({}))).codes).toEqual(['platform.notAllowed'])
    const { rows } = await house.as('grassrootsA').reminders.listWork({ kinds: ['dossierLoan'], size: 200 })
    expect(rows.find((row) => row.subjectId === loanId)).toMatchObject({ subjectType: 'dossierLoan', personId, dueOn: '2018-09-20', group: 'late', owner: 'grassrootsCommittee', nextAct: 'Thu hồi hồ sơ cho Ban Tổ chức mượn' })
  })
})

describe('a change of keeper', () => {
  const input = () => ({ fromKeeperId: house.ground.places.communeA, personIds: [personId], handedOn: '2018-10-04', handedBy: 'Người giao', receivedBy: 'Người nhận', basis: 'Biên bản 02' })

  test('hands over with a list of papers, pages and what was missing; the receiver keeps from now on', async () => {
    await dossiers().recordItem({ dossierId, documentType: 'HSĐV-1', pages: 12 })
    const { handoverId, dossiers: n } = await dossiers('officer').moveKeeper({ ...input(), toKeeperId: house.ground.places.communeB })
    expect(n).toBe(1)
    const list = await dossiers('officer').findHandover({ handoverId })
    expect(list).toMatchObject({ handedOn: '2018-10-04', outsideReach: 0, lines: [{ ordinal: 1, personId, papers: 1, pages: 12 }] })
    expect(list.lines[0]!.missing).toContain('Đơn xin vào Đảng')
    expect((await page()).dossier).toMatchObject({ keeper: { id: house.ground.places.communeB }, place: { cabinet: null } })
    expect((await dossiers('officer').listHandovers({})).rows.map((row) => row.id)).toContain(handoverId)
    expect(await house.auditOf(dossierId)).toContain('dossiers.keeperMoved')
    expect((await dossiers('grassrootsB').findHandover({ handoverId })).outsideReach).toBe(1)
  })

  test('out of the tree is written by name, and the dossier keeps its keeper here', async () => {
    const { handoverId } = await dossiers().moveKeeper({ ...input(), toName: 'Thành ủy Hà Giang' })
    expect(await dossiers().findHandover({ handoverId })).toMatchObject({ toKeeper: 'Thành ủy Hà Giang' })
    expect((await page()).dossier!.keeper.id).toBe(house.ground.places.communeA)
    expect((await refusalOf(dossiers('grassrootsB').findHandover({ handoverId }))).codes).toEqual(['dossiers.handoverNotFound'])
    expect((await refusalOf(dossiers('secretaryA1').findHandover({ handoverId }))).codes).toEqual(['platform.notAllowed'])
  })

  test('waits for what is lent, knows where to, and is not for the inspector', async () => {
    await dossiers().lend({ dossierId, borrower: 'X', purpose: 'Y', lentOn: '2018-09-01', dueOn: '2018-11-01' })
    expect((await refusalOf(dossiers().moveKeeper({ ...input(), toName: 'X' }))).codes).toEqual(['dossiers.lentDossiers'])
    expect((await refusalOf(dossiers().moveKeeper({ ...input(), toName: 'X', leaveLent: true }))).codes).toEqual(['dossiers.nothingToHandOver'])
    expect((await refusalOf(dossiers().moveKeeper(input()))).codes).toEqual(['dossiers.receiverNotGiven'])
    expect((await refusalOf(dossiers().moveKeeper({ ...input(), toKeeperId: house.ground.places.communeA }))).codes).toEqual(['dossiers.sameKeeper'])
    expect((await refusalOf(dossiers().moveKeeper({ ...input(), toKeeperId: house.ground.places.communeB }))).kind).toBe('notFound')
    expect((await refusalOf(dossiers('officer').moveKeeper({ ...input(), fromKeeperId: house.ground.places.hospital, toName: 'X' }))).codes).toEqual(['dossiers.nothingToHandOver'])
    expect((await refusalOf(dossiers('inspector').moveKeeper({ ...input(), toName: 'X' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers('secretaryA1').listHandovers({}))).codes).toEqual(['platform.notAllowed'])
  })
})

describe('a lost paper', () => {
  test('is stated, confirmed and replaced, in this order, and the statement lies in the dossier', async () => {
    const { itemId } = await dossiers().recordItem({ dossierId, documentType: 'KNĐ-16', number: '12-QĐ/HU' })
    const start = { dossierId, itemId, statedOn: '2018-10-01', statement: 'Mất khi sửa trụ sở' }
    expect((await refusalOf(dossiers().startRemaking(start))).codes).toEqual(['dossiers.paperNotLost'])
    await dossiers().markItem({ dossierId, itemId, version: 1, state: 'lost' })
    const { remakingId } = await dossiers().startRemaking(start)
    expect((await refusalOf(dossiers().startRemaking(start))).codes).toEqual(['dossiers.remakingRuns'])
    expect((await refusalOf(dossiers().finishRemaking({ remakingId, version: 1, finishedOn: '2018-10-05' }))).codes).toEqual(['dossiers.notAtThisStep'])
    expect(await dossiers().confirmRemaking({ remakingId, version: 1, confirmedOn: '2018-10-03', basis: 'CV 12-CV/ĐU' })).toEqual({ version: 2 })
    expect(await dossiers().finishRemaking({ remakingId, version: 2, finishedOn: '2018-10-05', number: '12-QĐ/HU (bản sao lục)' })).toEqual({ version: 3 })
    const found = await page()
    expect(found.lines.find((line) => line.documentType === 'KNĐ-16')).toMatchObject({ state: 'present', items: [{ number: '12-QĐ/HU (bản sao lục)', basis: 'CV 12-CV/ĐU', version: 3 }] })
    expect(found.lines.find((line) => line.documentType === 'DM-84')).toMatchObject({ state: 'present', items: [{ datedOn: '2018-10-01' }] })
    expect(found.remakings).toMatchObject([{ id: remakingId, state: 'finished' }])
    const [entry] = await house.rows(`select citations from audit.entry where event = 'dossiers.lossStated' and subject_id = $1`, [dossierId])
    expect(JSON.stringify(entry!.citations)).toContain('QD-45-2011')
  })

  test('is not for the leader to restore, nor for another commune', async () => {
    expect((await refusalOf(dossiers('leader').startRemaking({ dossierId, statedOn: '2018-10-01', statement: 'x' }))).codes).toEqual(['platform.notAllowed'])
    const { remakingId } = await dossiers().startRemaking({ dossierId, statedOn: '2018-10-01', statement: 'Mất cả hồ sơ' })
    expect((await refusalOf(dossiers('grassrootsB').confirmRemaking({ remakingId, version: 1, confirmedOn: '2018-10-02', basis: 'x' }))).codes).toEqual(['dossiers.remakingNotFound'])
    expect((await refusalOf(dossiers('secretaryA1').confirmRemaking({ remakingId, version: 1, confirmedOn: '2018-10-02', basis: 'x' }))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(dossiers().confirmRemaking({ remakingId, version: 7, confirmedOn: '2018-10-02', basis: 'x' }))).codes).toEqual(['platform.staleVersion'])
    expect((await refusalOf(dossiers().confirmRemaking({ remakingId, version: 1, confirmedOn: '2018-09-30', basis: 'x' }))).codes).toEqual(['dossiers.daysOutOfOrder'])
  })
})

describe('in the past', () => {
  test('what was lent stands as on the day and as it was known', async () => {
    const list = async (seen: object, state: 'open' | 'late' | 'all' = 'open') => (await dossiers().listLoans({ state, size: 200, ...seen })).rows.filter((row) => row.dossierId === dossierId).map(({ returnedOn, isLate }) => [returnedOn, isLate])
    const { loanId } = await dossiers().lend({ dossierId, borrower: 'Ban Tổ chức', purpose: 'Thẩm định', lentOn: '2018-09-01', dueOn: '2018-09-20' })
    house.clock.moveTo('2018-10-12' as never)
    await dossiers().returnLoan({ loanId, returnedOn: '2018-10-01' })
    expect([await list({}), await list({}, 'all')]).toEqual([[], [['2018-10-01', false]]])
    expect([await list({ asOf: '2018-08-31' }, 'all'), await list({ asOf: '2018-09-15' }), await list({ asOf: '2018-09-30' }, 'late')]).toEqual([[], [[null, false]], [[null, true]]])
    expect([await list({ knownAt: '2018-10-10T00:00:00Z' }), await list({ knownAt: '2018-10-05T04:00:00Z' }, 'all')]).toEqual([[[null, true]], []])
    const seen = await dossiers().findDossier({ personId, knownAt: '2018-10-10T00:00:00Z' })
    expect(seen).toMatchObject({ loans: [{ returnedOn: null }], may: { write: false, lend: false } })
    expect(await dossiers().findDossier({ personId, knownAt: '2018-10-05T04:00:00Z' })).toMatchObject({ dossier: null, loans: [] })
    house.clock.moveTo('2018-10-05' as never)
  })

  test('a paper recorded later is not in the dossier yet, and the lists count without it', async () => {
    for (const table of ['placement', 'status', 'membership']) await house.owner.query(`update members.${table} set recorded_at = '2018-01-01'`)
    house.clock.moveTo('2018-10-12' as never)
    await dossiers().recordItem({ dossierId, documentType: 'HSĐV-1' })
    const one = async (seen: object) => (await dossiers().listDossiers({ search: 'Sùng Văn Chá', size: 200, ...seen })).rows.find((row) => row.personId === personId)?.completeness.present
    const now = (await one({}))!
    expect([await one({ knownAt: '2018-10-11T00:00:00Z' }), await one({ asOf: '2018-10-11' })]).toEqual([now - 1, now - 1])
    const figures = async (seen: object) => (await dossiers().listDossierFigures({ organisationId: house.ground.places.cellA1, ...seen })).total
    expect((await figures({})).present - (await figures({ knownAt: '2018-10-11T00:00:00Z' })).present).toBe(1)
    expect((await figures({})).opened).toBeGreaterThan((await figures({ knownAt: '2018-10-05T04:00:00Z' })).opened)
    house.clock.moveTo('2018-10-05' as never)
  })

  test('a handover is there from its day, and from the moment it was written down', async () => {
    const { communeB } = house.ground.places
    house.clock.moveTo('2018-10-12' as never)
    const [{ keeper_id: fromKeeperId }] = (await house.rows('select keeper_id from dossiers.dossier where person_id = $1', [personId])) as [{ keeper_id: string }]
    const { handoverId } = await dossiers('officer').moveKeeper({ fromKeeperId, toKeeperId: communeB, personIds: [personId], handedOn: '2018-10-02', handedBy: 'A', receivedBy: 'B', basis: 'QĐ 1' })
    const has = async (seen: object) => (await dossiers('officer').listHandovers({ size: 200, ...seen })).rows.some(({ id }) => id === handoverId)
    expect([await has({}), await has({ asOf: '2018-10-01' }), await has({ asOf: '2018-10-02' }), await has({ knownAt: '2018-10-11T00:00:00Z' })]).toEqual([true, false, true, false])
    house.clock.moveTo('2018-10-05' as never)
  })
})
