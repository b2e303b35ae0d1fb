import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAddress } from '../../../../tests/harness/transfers.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { AccountName } from '../../../../tests/harness/ground.ts'
import { emptyContent } from '../../reorganisation/content.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
let a: string
let b: string
let h: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  const { ids } = await house.as('officer').reconciling.openRound({ asOf: '2018-09-30', dueOn: '2018-10-20', note: 'Quý III' })
  const { rows } = await house.as('officer').reconciling.listReconciliations({})
  const of = (organisationId: string) => rows.find((row) => row.organisationId === organisationId)!.id
  ;[a, b, h] = [of(places().communeA), of(places().communeB), of(places().hospital)]
  expect(ids.toSorted()).toEqual([a, b, h].toSorted())
})
afterAll(() => house.close())

const places = () => house.ground.places
const members = () => house.ground.members
const room = (account: AccountName) => house.as(account).reconciling
const find = (id: string, account: AccountName = 'officer') => room(account).findReconciliation({ reconciliationId: id })
const lines = async (id: string, input: object = {}, account: AccountName = 'officer') => (await room(account).listLines({ reconciliationId: id, size: 200, ...input })).rows
const codesOf = async (call: Promise<unknown>) => (await refusalOf(call)).codes

async function bytesOf(answer: unknown): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of (answer as FileAnswer).content as NodeJS.ReadableStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const listOf = async (id: string, account: AccountName, cellId?: string) => bytesOf(await room(account).takeList({ reconciliationId: id, reason: 'Gửi cơ sở đánh dấu', ...(cellId ? { cellId } : {}) }))
const fileOf = (bytes: Uint8Array, name = 'doi-chieu.xlsx') => new File([new Uint8Array(bytes)], name)

/** The workbook as it comes back after somebody worked in it. */
async function edited(bytes: Buffer, work: (sheet: excel.Worksheet, rowOf: (personId: string) => excel.Row) => void): Promise<Buffer> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const rowOf = (personId: string) => { let found: excel.Row | undefined; sheet.eachRow((row) => { if (row.getCell(15).text === personId) found = row }); return found! }
  work(sheet, rowOf)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('opening', () => {
  test('freezes the list of every grassroots organisation with its names, as known then', async () => {
    expect(await find(a)).toMatchObject({ ours: 27, theirs: 27, now: 27, unmarked: 27, open: 0, phase: 'marking', organisation: 'Đảng bộ xã Quang Minh', superior: 'Đảng bộ huyện Bắc Quang', note: 'Quý III', signatures: [] })
    expect((await find(a)).cells.map(({ ours }) => ours)).toEqual([9, 9, 9])
    const [frozen] = await house.rows<{ n: number }>('select count(*)::int as n from reconciling.entry')
    expect(frozen!.n).toBe(54)
    expect(await house.auditOf(a)).toContain('reconciling.opened')
  })

  test('refuses a day to come, a due day gone by, no grassroots organisation, and a second list of the same day', async () => {
    const open = (over: object, account: AccountName = 'officer') => room(account).openRound({ asOf: '2018-08-31', dueOn: '2018-10-20', ...over })
    expect(await codesOf(open({ asOf: '2018-10-06' }))).toEqual(['reconciling.dayNotYet'])
    expect(await codesOf(open({ dueOn: '2018-10-04' }))).toEqual(['reconciling.dueBeforeToday'])
    expect(await codesOf(open({ organisationIds: [places().cellA1] }))).toEqual(['reconciling.noGrassroots'])
    expect(await codesOf(open({ asOf: '2018-09-30', organisationIds: [places().communeA] }))).toEqual(['reconciling.openedAlready'])
    expect((await refusalOf(open({}, 'grassrootsA'))).kind).toBe('notAllowed')
    expect((await refusalOf(open({}, 'secretaryA1'))).kind).toBe('notAllowed')
  })

  test('of one organisation leaves the others alone', async () => {
    const { opened, ids } = await room('officer').openRound({ asOf: '2018-06-30', dueOn: '2018-10-20', organisationIds: [places().hospital] })
    expect([opened, (await find(ids[0]!)).organisation]).toEqual([1, 'Đảng bộ Bệnh viện Đa khoa huyện'])
    expect((await room('officer').listReconciliations({ day: '2018-06-30' })).total).toBe(1)
  })
})

describe('who sees what', () => {
  test('a commune sees its own, a cell secretary the lines of the own cell, nobody else anything', async () => {
    expect((await room('grassrootsA').listReconciliations({})).rows.map(({ id }) => id)).toEqual([a])
    const secretary = (await room('secretaryA1').listReconciliations({})).rows
    expect(secretary.map(({ id, ours, now }) => [id, ours, now])).toEqual([[a, 9, 9]])
    expect((await lines(a, { view: 'all' }, 'secretaryA1')).map(({ personId }) => personId).toSorted()).toEqual([...members().cellA1].toSorted())
    expect((await find(a, 'secretaryA1')).cells.map(({ name }) => name)).toEqual(['Chi bộ Thôn Khun Luông'])
    for (const account of ['grassrootsB', 'grassrootsH', 'secretaryB1'] as const) expect((await refusalOf(find(a, account))).kind, account).toBe('notFound')
    for (const account of ['memberA1', 'administrator'] as const) expect((await refusalOf(find(a, account))).kind, account).toMatch(/notFound|notAllowed/)
    expect((await find(a, 'leader')).may).toEqual([])
    expect((await find(a, 'secretaryA1')).may).toEqual(['takeList', 'mark', 'return'])
  })

  test('and the database itself tells no more', async () => {
    const { places: p, accounts } = house.ground
    const client = await house.program.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('dangvu.today', '2018-10-05', true), set_config('dangvu.account', $1, true), set_config('dangvu.holding', $2, true)`, [accounts.secretaryA1.id, accounts.secretaryA1.holdingId])
      const seen = await client.query<{ place: string; n: number }>('select place_id as place, count(*)::int as n from reconciling.entry group by 1')
      expect(seen.rows).toEqual([{ place: p.cellA1, n: 9 }])
      expect((await client.query('select from reconciling.register_on($1, $2)', [p.communeA, '2018-09-30'])).rowCount).toBe(0)
      expect((await client.query('select from reconciling.acts_since($1, $2)', [members().cellB1, '2000-01-01'])).rowCount).toBe(0)
    } finally { await client.query('rollback'); client.release() }
  })
})

describe('the workbook', () => {
  test('goes out numbered, counted and written down, for whom it may', async () => {
    const answer = (await room('grassrootsB').takeList({ reconciliationId: b, reason: 'Gửi chi bộ' })) as unknown as FileAnswer
    const book = new excel.Workbook()
    await book.xlsx.load((await bytesOf(answer)) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.getCell('A1').text).toBe('Đảng bộ xã Liên Hiệp')
    expect(sheet.getCell('A2').text).toContain('30/09/2018')
    expect(sheet.getCell('A3').text).toContain('18')
    expect(sheet.getCell('A5').text).toMatch(/\d+\/2018.*Gửi chi bộ/)
    expect(sheet.rowCount).toBe(7 + 18)
    const entry = (await house.rows<{ facts: { exportNumber: string; rows: number } }>(`select facts from audit.entry where event = 'reconciling.listTaken' and subject_id = $1`, [b]))[0]!
    expect(entry.facts).toMatchObject({ rows: 18, exportNumber: expect.stringMatching(/^\d+\/2018$/) })
    expect((await refusalOf(room('leader').takeList({ reconciliationId: b, reason: 'x' }))).kind).toBe('notAllowed')
    expect((await refusalOf(room('secretaryB1').takeList({ reconciliationId: b, cellId: places().cellB2, reason: 'x' }))).kind).toMatch(/notFound|notAllowed/)
  })

  test('that comes back as it went out says that every line is right, and again changes nothing', async () => {
    const bytes = await listOf(b, 'grassrootsB')
    const { id, already } = await room('grassrootsB').startReturn({ reconciliationId: b, file: fileOf(bytes) })
    expect(already).toBe(false)
    const preview = await room('grassrootsB').findReturn({ returnId: id })
    expect(preview).toMatchObject({ rows: 18, counts: { right: 18, wrong: 0, surplus: 0, missing: 0, absent: 0, unclear: 0 }, mayTake: true, takenOn: null })
    expect(await find(b)).toMatchObject({ unmarked: 18 })
    expect(await room('grassrootsB').takeReturn({ returnId: id, version: preview.version })).toMatchObject({ changed: 18, differences: 0 })
    expect(await find(b)).toMatchObject({ unmarked: 0, open: 0, phase: 'toSign' })
    expect(await room('grassrootsB').startReturn({ reconciliationId: b, file: fileOf(bytes, 'ten-khac.xlsx') })).toMatchObject({ id, already: true })
    expect(await codesOf(room('grassrootsB').takeReturn({ returnId: id, version: 2 }))).toEqual(['reconciling.takenAlready'])
    expect((await find(b)).returns).toHaveLength(1)
  })

  test('that is no list, or the list of others, is refused', async () => {
    expect(await codesOf(room('grassrootsB').startReturn({ reconciliationId: b, file: fileOf(new TextEncoder().encode('không phải bảng tính')) }))).toEqual(['reconciling.fileUnreadable'])
    expect(await codesOf(room('officer').startReturn({ reconciliationId: b, file: fileOf(await listOf(h, 'officer')) }))).toEqual(['reconciling.nobodyFound'])
    expect((await refusalOf(room('leader').startReturn({ reconciliationId: b, file: fileOf(await listOf(b, 'officer')) }))).kind).toBe('notAllowed')
  })
})

describe('marks of a workbook', () => {
  let returnId: string
  const [died, moved, surplus, named, born, absent, odd] = [0, 1, 2, 3, 4, 5, 6]
  const who = (i: number) => members().cellA1[i]!

  test('are previewed line by line: whom each row is about, what it says, and what cannot be read', async () => {
    const bytes = await edited(await listOf(a, 'officer'), (sheet, rowOf) => {
      rowOf(who(died)).getCell(13).value = 'Mất ngày 14/8/2018'
      rowOf(who(moved)).getCell(13).value = 'chuyển đi Hà Giang'
      rowOf(who(surplus)).getCell(12).value = 'Thừa'
      const name = rowOf(who(named)).getCell(4)
      name.value = `${name.text} Sửa`
      rowOf(who(named)).getCell(12).value = 'Sai'
      rowOf(who(born)).getCell(6).value = '01/01/1959'
      rowOf(who(odd)).getCell(12).value = 'chắc là đúng'
      const last = sheet.addRow(['', '02.034.013.000.001', 'Chi bộ Thôn Khun Luông', 'Nông Thu Liên', 'Nữ', '05/06/1990', 'Tày', '', '', '03/09/2018', '', 'Thiếu', 'Chuyển đến 03/9/2018'])
      last.commit()
      sheet.addRow(['', '', '', 'Nông Thu Liên', '', '05/06/1990', '', '', '', '', '', 'Thiếu', '']).commit()
      const row = rowOf(who(absent)).number
      sheet.spliceRows(row, 1)
    })
    ;({ id: returnId } = await room('officer').startReturn({ reconciliationId: a, file: fileOf(bytes) }))
    const preview = await room('officer').findReturn({ returnId })
    expect(preview).toMatchObject({ rows: 28, counts: { right: 20, wrong: 4, surplus: 1, missing: 1, absent: 1, unclear: 2 } })
    const line = (name: string) => preview.lines.filter(({ fullName }) => fullName === name)
    expect(line('Nông Thu Liên').map(({ mark, reason, cellName }) => [mark, reason, cellName])).toEqual([['missing', 'movedIn', 'Chi bộ Thôn Khun Luông'], ['unclear', null, expect.anything()]])
    expect(preview.lines.find(({ mark }) => mark === 'absent')).toMatchObject({ sheetRow: null })
    expect(preview.lines.flatMap(({ questions }) => questions)).toEqual(expect.arrayContaining([expect.stringContaining('chắc là đúng')]))
    expect(await find(a)).toMatchObject({ unmarked: 27, differences: 0 })
  })

  test('are taken in as tasks with owner, kind and day, and the number of both sides follows', async () => {
    expect(await room('officer').takeReturn({ returnId, version: 1 })).toMatchObject({ differences: 9 })
    const page = await find(a, 'grassrootsA')
    expect(page).toMatchObject({ ours: 27, theirs: 27 - 4 + 2, unmarked: 0, open: 9, phase: 'settling' })
    const tasks = (await lines(a, {}, 'grassrootsA')).flatMap(({ differences }) => differences)
    expect(tasks.map(({ kind, owner, dueOn, state }) => [kind, owner, dueOn, state]).toSorted()).toEqual([
      ['absent', 'cell', '2018-10-20', 'open'], ['died', 'grassrootsCommittee', '2018-10-20', 'open'], ['movedIn', 'grassrootsCommittee', '2018-10-20', 'open'], ['movedOut', 'cell', '2018-10-20', 'open'], ['name', 'grassrootsCommittee', '2018-10-20', 'open'],
      ['particulars', 'grassrootsCommittee', '2018-10-20', 'open'], ['surplus', 'cell', '2018-10-20', 'open'], ['unclear', 'cell', '2018-10-20', 'open'], ['unclear', 'grassrootsCommittee', '2018-10-20', 'open'],
    ])
    const named = tasks.find(({ kind }) => kind === 'name')!
    expect(named.theirs.fullName).toBe(`${named.ours.fullName} Sửa`)
    expect((await lines(a, {}, 'secretaryA2')).length).toBe(0)
  })

  test('stand in the Monday list of their owners', async () => {
    const work = async (account: AccountName) => (await house.as(account).reminders.listWork({ kinds: ['reconciling'], within: 60, size: 200 })).rows.map(({ nextActCode, owner }) => `${owner} ${nextActCode}`).toSorted()
    expect(await work('secretaryA1')).toEqual(expect.arrayContaining(['cell absent', 'cell movedOut.askDay', 'cell surplus', 'cell unclear']))
    expect(await work('secretaryA2')).toEqual([])
    expect(await work('grassrootsA')).toEqual(expect.arrayContaining(['grassrootsCommittee died', 'grassrootsCommittee name']))
    expect(await work('grassrootsB')).toEqual(['grassrootsCommittee signBelow'])
    expect(await work('secretaryH1')).toEqual(['cell mark', 'cell mark'])
  })
})

const task = async (kind: string, i = 0) => (await lines(a)).flatMap(({ differences }) => differences).filter((each) => each.kind === kind)[i]!

describe('settling', () => {
  test('needs the act in the register: a word alone settles nothing', async () => {
    expect(await codesOf(room('grassrootsA').settleDifferences({ reconciliationId: a }))).toEqual(['reconciling.nothingSettled'])
    expect((await refusalOf(room('secretaryA1').settleDifferences({ reconciliationId: a }))).kind).toMatch(/notFound|notAllowed/)
  })

  test('by a departure, a correction and a newcomer carries the act that did it', async () => {
    const name = await task('name')
    await house.as('grassrootsA').lifecycle.recordDeath({ personId: members().cellA1[0]!, diedOn: '2018-08-14', paper: 'Giấy chứng tử' })
    const { id } = await house.as('grassrootsA').memberSheet.proposeCorrection({ personId: members().cellA1[3]!, reason: 'Đối chiếu', paper: 'Giấy khai sinh', changes: [{ field: 'fullName', after: name.theirs.fullName! }] })
    await house.as('grassrootsA').memberSheet.approveProposal({ proposalId: id, version: 1, consentNumber: '1-CV', consentOn: '2018-10-05' })
    expect(await find(a)).toMatchObject({ agreeable: 2, now: 26 })
    const addressId = await addAddress(house, 'Đảng ủy xã Tân Thành')
    const arrival = await house.as('grassrootsA').transfers.openArrival({
      kind: 'official', organisationId: places().communeA, toCellId: places().cellA1, addressId, letterNumber: '7-GT', letterOn: '2018-08-30', on: '2018-09-01',
      newcomer: { fullName: 'Nông Thu Liên', sex: 'female', bornOn: '1990-06-05', ethnicity: 'Tày', admittedOn: '2012-05-19', confirmedOn: '2013-05-19' },
    })
    await house.as('secretaryA1').transfers.acceptMember({ transferId: arrival.id, version: arrival.version, on: '2018-09-03' })
    expect(await find(a)).toMatchObject({ agreeable: 3, now: 27 })
    expect(await room('grassrootsA').settleDifferences({ reconciliationId: a })).toEqual({ settled: 3 })
    expect(await task('movedIn')).toMatchObject({ state: 'settled', settledBy: { kind: 'transfer', subjectId: arrival.id } })
    expect(await task('died')).toMatchObject({ state: 'settled', settledBy: { kind: 'departure', subjectId: members().cellA1[0], on: '2018-08-14' } })
    expect(await task('name')).toMatchObject({ state: 'settled', settledBy: { kind: 'correction', subjectId: members().cellA1[3] } })
    expect(await house.auditOf(a)).toContain('reconciling.differencesSettled')
  })

  test('by a word of both is a rejection or a disagreement, each with its reason', async () => {
    const born = await task('particulars')
    const decide = (over: object, account: AccountName = 'grassrootsA') => room(account).decideDifference({ differenceId: born.id, version: born.version, decision: 'rejected', reason: 'Theo hồ sơ gốc', ...over })
    expect(await codesOf(decide({ reason: '' }))).toEqual(['reconciling.reasonMissing'])
    expect(await codesOf(decide({ version: 9 }))).toEqual(['platform.staleVersion'])
    expect(await codesOf(decide({ decision: 'open' }))).toEqual(['reconciling.decidedAlready'])
    expect((await refusalOf(decide({}, 'secretaryA1'))).kind).toMatch(/notFound|notAllowed/)
    expect((await refusalOf(decide({}, 'grassrootsB'))).kind).toBe('notFound')
    await decide({})
    expect(await task('particulars')).toMatchObject({ state: 'rejected', reason: 'Theo hồ sơ gốc', decidedBy: 'Người dùng grassrootsA' })
    expect(await codesOf(room('grassrootsA').assignDifference({ differenceId: born.id, version: 2, owner: 'cell', dueOn: '2018-10-12' }))).toEqual(['reconciling.decidedAlready'])
  })

  test('changes owner and day, and no day gone by', async () => {
    const absent = await task('absent')
    expect(await codesOf(room('grassrootsA').assignDifference({ differenceId: absent.id, version: absent.version, owner: 'cell', dueOn: '2018-10-01' }))).toEqual(['reconciling.dueBeforeToday'])
    await room('grassrootsA').assignDifference({ differenceId: absent.id, version: absent.version, owner: 'decidingOffice', dueOn: '2018-10-12' })
    expect(await room('officer').findDifference({ differenceId: absent.id })).toMatchObject({ owner: 'decidingOffice', dueOn: '2018-10-12', mayDecide: true, reconciliationId: a })
  })

  test('a line marked right on the screen withdraws its difference, a wrong one needs a word, and another seen mark is a conflict', async () => {
    const personId = members().cellA1[6]!
    const mark = (over: object, account: AccountName = 'secretaryA1') => room(account).markLine({ reconciliationId: a, personId, version: 1, mark: 'wrong', ...over })
    expect(await codesOf(mark({}))).toEqual(['reconciling.whatIsWrong'])
    expect(await codesOf(mark({ version: 0, mark: 'right' }))).toEqual(['platform.staleVersion'])
    expect(await codesOf(mark({ mark: 'right' }, 'secretaryA2'))).toEqual(['reconciling.lineNotFound'])
    expect(await codesOf(mark({ mark: 'right', personId: members().cellB1[0]! }))).toEqual(['reconciling.lineNotFound'])
    expect(await mark({ mark: 'right' })).toMatchObject({ version: 2 })
    expect((await lines(a, { kind: 'unclear' })).map(({ fullName }) => fullName)).toEqual(['Nông Thu Liên'])
    expect((await refusalOf(room('leader').markRest({ reconciliationId: a, cellId: places().cellA1 }))).kind).toBe('notAllowed')
  })

  test('somebody missing is added on the screen once, in a cell of the organisation', async () => {
    const add = (over: object) => room('grassrootsA').addMissing({ reconciliationId: a, cellId: places().cellA2, fullName: 'Hà Duy Dũng', bornOn: '1992', reason: 'admitted', ...over })
    await add({})
    expect((await lines(a, { kind: 'admitted' })).map(({ fullName, cellName }) => [fullName, cellName])).toEqual([['Hà Duy Dũng', 'Thôn Đồng Bó']])
    const entry = (await lines(a, { view: 'all' }))[0]!
    expect(await codesOf(add({ cellId: places().cellA1, fullName: entry.fullName, bornOn: entry.bornOn }))).toEqual(['reconciling.knownAlready'])
    expect((await refusalOf(add({ cellId: places().cellB1 }))).kind).toBe('notFound')
  })
})

describe('signing', () => {
  const settleAll = async (id: string) => {
    for (const difference of (await lines(id)).flatMap(({ differences }) => differences).filter(({ state }) => state === 'open'))
      await room('officer').decideDifference({ differenceId: difference.id, version: difference.version, decision: difference.kind === 'surplus' ? 'standing' : 'rejected', reason: 'Hai cấp đã xem' })
  }
  const signing = async (side: 'grassroots' | 'superior', account: AccountName, over: object = {}) => { const { version, now } = await find(a); return room(account).sign({ reconciliationId: a, side, version, number: now, ...over }) }

  test('waits for every line and every difference, and for the grassroots', async () => {
    expect(await codesOf(room('grassrootsH').sign({ reconciliationId: h, version: 1, side: 'grassroots', number: 9 }))).toEqual(['reconciling.linesUnmarked'])
    expect(await codesOf(signing('grassroots', 'grassrootsA'))).toEqual(['reconciling.differencesOpen'])
    await settleAll(a)
    expect(await codesOf(signing('superior', 'officer'))).toEqual(['reconciling.notSignedBelow'])
    expect((await refusalOf(signing('superior', 'grassrootsA'))).kind).toBe('notAllowed')
    expect((await refusalOf(signing('grassroots', 'officer'))).kind).toBe('notAllowed')
    expect((await refusalOf(signing('grassroots', 'secretaryA1'))).kind).toMatch(/notAllowed|notFound/)
    expect(await codesOf(signing('grassroots', 'grassrootsA', { number: 99 }))).toEqual(['reconciling.numberMoved'])
    expect(await codesOf(signing('grassroots', 'grassrootsA', { version: 99 }))).toEqual(['platform.staleVersion'])
  })

  test('by the grassroots freezes the names; it can be taken back until the superior has signed', async () => {
    await signing('grassroots', 'grassrootsA')
    expect(await find(a)).toMatchObject({ phase: 'signedBelow', signatures: [{ side: 'grassroots', number: 27, standing: 1, signer: 'Người dùng grassrootsA', signedOn: '2018-10-05' }] })
    expect(await codesOf(signing('grassroots', 'grassrootsA'))).toEqual(['reconciling.signedAlready'])
    expect(await codesOf(room('secretaryA1').markLine({ reconciliationId: a, personId: members().cellA1[7]!, version: 1, mark: 'right' }))).toEqual(['reconciling.signedAlready'])
    const withdraw = async (account: AccountName) => room(account).withdrawSignature({ reconciliationId: a, version: (await find(a)).version, reason: 'Ký nhầm' })
    expect((await refusalOf(withdraw('officer'))).kind).toBe('notAllowed')
    await withdraw('grassrootsA')
    expect(await find(a)).toMatchObject({ phase: 'toSign', signatures: [] })
    await signing('grassroots', 'grassrootsA')
  })

  test('by the superior is refused over a list that has moved since, and else both have signed the same names', async () => {
    await house.as('grassrootsA').lifecycle.recordDeath({ personId: members().cellA3[2]!, diedOn: '2018-09-10', paper: 'Giấy chứng tử' })
    const refused = await refusalOf(signing('superior', 'officer'))
    expect(refused.codes).toEqual(['reconciling.listMoved'])
    await room('grassrootsA').withdrawSignature({ reconciliationId: a, version: (await find(a)).version, reason: 'Danh sách đã đổi' })
    await signing('grassroots', 'grassrootsA')
    await signing('superior', 'officer')
    const minutes = await room('grassrootsA').findMinutes({ reconciliationId: a })
    expect(minutes).toMatchObject({ number: 26, ours: 27, settled: 3, changes: [], standing: [{ kind: 'surplus', reason: 'Hai cấp đã xem' }] })
    expect([minutes.names.length, minutes.signatures.map(({ side, number }) => [side, number])]).toEqual([26, [['grassroots', 26], ['superior', 26]]])
    expect(await codesOf(room('grassrootsA').withdrawSignature({ reconciliationId: a, version: (await find(a)).version, reason: 'x' }))).toEqual(['reconciling.signedAlready'])
    expect((await room('secretaryA1').findMinutes({ reconciliationId: a })).names.length).toBe(9)
  })

  test('a change of the signed day shows afterwards by name and cause, and the signed list stays', async () => {
    await house.as('grassrootsA').lifecycle.recordDeath({ personId: members().cellA2[2]!, diedOn: '2018-09-20', paper: 'Giấy chứng tử' })
    const minutes = await room('officer').findMinutes({ reconciliationId: a })
    expect([minutes.number, minutes.names.length]).toEqual([26, 26])
    expect(minutes.changes).toMatchObject([{ kind: 'gone', personId: members().cellA2[2], cause: { kind: 'departure', on: '2018-09-20' } }])
  })
})

describe('a reorganisation while a list is out', () => {
  test('leaves the list as it went out, and the organisation that goes on marks and signs it', async () => {
    const { id } = await house.as('officer').reorganisation.draftPlan({ organisationId: places().district, title: 'Nhập', effectiveOn: '2018-10-05' })
    const content = { ...emptyContent(), ends: [{ organisationId: places().hospital, successorId: places().communeB }], changes: [{ organisationId: places().cellH1, parentId: places().communeB }] }
    const { version } = await house.as('officer').reorganisation.savePlan({ id, version: 1, title: 'Nhập', effectiveOn: '2018-10-05', content })
    await house.as('officer').reorganisation.decidePlan({ id, version, decisionNumber: '88-QĐ/HU', decidedOn: '2018-10-01', issuedBy: 'Huyện ủy' })
    const list = await room('grassrootsB').listReconciliations({ day: '2018-09-30' })
    expect(list.rows.map(({ organisation, ours, now }) => [organisation, ours, now])).toEqual([['Đảng bộ Bệnh viện Đa khoa huyện', 9, 9], ['Đảng bộ xã Liên Hiệp', 18, 18]])
    expect(await room('secretaryH1').markRest({ reconciliationId: h, cellId: places().cellH1 })).toEqual({ marked: 9 })
    const { version: seen, now } = await find(h, 'grassrootsB')
    await room('grassrootsB').sign({ reconciliationId: h, version: seen, side: 'grassroots', number: now })
    await room('officer').sign({ reconciliationId: h, version: seen + 1, side: 'superior', number: now })
    expect(await find(h)).toMatchObject({ phase: 'agreed', organisation: 'Đảng bộ Bệnh viện Đa khoa huyện', signatures: [{ number: 9 }, { number: 9 }] })
  })
})
