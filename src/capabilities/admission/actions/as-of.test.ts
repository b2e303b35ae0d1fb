import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProbationer, decidingFile, openFile, ordinary, refusalOf, type FileUnderTest } from '../../../../tests/harness/cases.ts'
import type { AccountName } from '../../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { plainDate } from '../../../kernel/index.ts'

type Clocks = { asOf?: string; knownAt?: string }

let house: House
let file: FileUnderTest
let young: FileUnderTest
let confirmationId: string
const on = (day: string): void => house.clock.moveTo(plainDate(day))
const endOf = (day: string) => `${day}T23:59:59+07:00`
const find = (seen: Clocks = {}, account: AccountName = 'officer', id = file.id) => house.as(account).admission.findCase({ id, ...seen })
const list = (seen: Clocks = {}, account: AccountName = 'officer', more: object = {}) => house.as(account).admission.listCases({ ...seen, ...more })
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map(({ person }) => person.name).sort()
const probationers = (seen: Clocks = {}, account: AccountName = 'officer', more: object = {}) => house.as(account).admission.listConfirmations({ ...seen, ...more })

/** The file of Nhung, written down on 5 October up to the deciding office, then worked on until the ceremony in another cell. */
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  for (const table of ['organisations.version', 'organisations.placement', 'members.placement', 'members.status', 'members.membership']) await house.owner.query(`update ${table} set recorded_at = '2018-01-01'`)
  file = await decidingFile(house, { fullName: 'Hoàng Thị Nhung' })
  young = await openFile(house, { fullName: 'Ma Thị Yến', openedOn: '2018-10-05' })
  on('2018-10-08')
  await file.decider('returnCase', { reasons: [{ documentId: file.papers['KNĐ-4']!, kind: 'unsigned', what: 'Chưa ký', todo: 'Ký lại' }] })
  await young.secretary('recordCircumstances', { circumstances: ordinary(young.sponsorId) })
  on('2018-10-09')
  await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-4']!, number: '9-NQ', datedOn: '2018-10-09' })
  on('2018-10-10')
  await file.secretary('resend', {})
  on('2018-10-12')
  const { checklist } = await file.page('officer')
  await file.decider('acceptDocuments', { documentIds: checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
  await file.decider('submitForDecision', {})
  on('2018-10-15')
  await file.decider('extendDecision', { workingDays: 20, reason: 'Chờ họp' })
  on('2018-10-16')
  await file.decider('recordDecision', { outcome: 'admit', number: '77-QĐ/HU', decidedOn: '2018-10-16', signatory: 'Nông Văn Bình' })
  on('2018-10-17')
  await file.committee('moveCase', { toCellId: house.ground.places.cellA2, movedOn: '2018-10-17', letterNumber: '5-GT', letterDatedOn: '2018-10-17' })
  on('2018-10-22')
  confirmationId = (await file.as('secretaryA2', 'recordCeremony', { heldOn: '2018-10-22' })).confirmationCaseId
  await young.secretary('closeCase', { reason: 'withdrawn' })
  on('2018-11-05')
}, 120_000)
afterAll(() => house.close())

const told = async (seen: Clocks) => {
  const { stage, stageSince, heldBy, isReturned, dates, decision, cell, nextAct, today } = await find(seen)
  expect(today).toBe(seen.asOf ?? '2018-11-05')
  return [stage, stageSince, heldBy, isReturned, dates.submittedOn, dates.extendedBy, decision?.number ?? null, cell.id === house.ground.places.cellA1 ? 'A1' : 'A2', nextAct?.code]
}

const states = [
  ['2018-10-05', ['committeePassed', '2018-08-24', 'decidingOffice', false, null, 0, null, 'A1', 'checkDocument']],
  ['2018-10-09', ['committeePassed', '2018-08-24', 'cell', true, null, 0, null, 'A1', 'resend']],
  ['2018-10-11', ['committeePassed', '2018-08-24', 'decidingOffice', false, null, 0, null, 'A1', 'checkDocument']],
  ['2018-10-14', ['committeePassed', '2018-08-24', 'standingBoard', false, '2018-10-12', 0, null, 'A1', 'recordDecision']],
  ['2018-10-15', ['committeePassed', '2018-08-24', 'standingBoard', false, '2018-10-12', 20, null, 'A1', 'recordDecision']],
  ['2018-10-16', ['decided', '2018-10-16', 'cell', false, '2018-10-12', 20, '77-QĐ/HU', 'A1', 'recordReceipt']],
  ['2018-10-21', ['decided', '2018-10-16', 'cell', false, '2018-10-12', 20, '77-QĐ/HU', 'A2', 'recordReceipt']],
  ['2018-10-22', ['ceremonyHeld', '2018-10-22', 'cell', false, '2018-10-12', 20, '77-QĐ/HU', 'A2', 'assignMentor']],
] as const

describe('a file in the past', () => {
  test.each(states)('stands on %s as it stood on that day, and as it was known then', async (day, stood) => {
    expect(await told({ asOf: day })).toEqual(stood)
    expect(await told({ asOf: day, knownAt: endOf(day) })).toEqual(stood)
    expect((await told({ knownAt: endOf(day) })).slice(0, 8)).toEqual(stood.slice(0, 8))
  })

  test('has what was written down late from its own day, unless it was not yet known; nothing of a later day', async () => {
    const voted = await find({ asOf: '2018-08-20' })
    expect([voted.stage, voted.stageSince, voted.dates.sentUpOn, voted.dates.committeeResolvedOn, voted.votes.length, voted.history.at(-1)!.kind]).toEqual(['cellPassed', '2018-08-03', '2018-08-06', null, 1, 'sendUp'])
    const papers = (page: typeof voted) => page.checklist.flatMap(({ documents }) => documents.map(({ code }) => code))
    // The resolution is in the file from the day of the meeting; papers that came later, from the day on which they came.
    expect(papers(voted)).toEqual(['KNĐ-6'])
    expect(papers(await find({ asOf: '2018-08-24' }))).toEqual(['KNĐ-6', 'KNĐ-8'])
    expect(voted.verifications).toMatchObject([{ askedOn: '2018-05-25', repliedOn: '2018-06-28' }])
    expect((await find({ asOf: '2018-06-01' })).verifications).toMatchObject([{ repliedOn: null, byLetter: null, hasOutcome: false, isLate: false }])
    expect(voted.clocks.map(({ kind, doneOn }) => [kind, doneOn])).toEqual([['verification', '2018-06-28'], ['sendUp', '2018-08-06'], ['decision', null]])
    expect(voted.relatedCases).toEqual([])
  })

  test('is not there before it was opened, nor before it was known', async () => {
    for (const seen of [{ asOf: '2018-05-19' }, { knownAt: endOf('2018-10-04') }, { asOf: '2018-08-20', knownAt: '2018-10-05T04:59:59Z' }]) expect((await refusalOf(find(seen))).codes, JSON.stringify(seen)).toEqual(['admission.caseNotFound'])
    expect((await find({ asOf: '2018-08-20', knownAt: '2018-10-05T05:00:00Z' })).stage).toBe('cellPassed')
  })

  test('shows each paper as it was found by then, and the one it replaced', async () => {
    const introduction = async (asOf: string) => (await find({ asOf })).checklist.find(({ code }) => code === 'KNĐ-4')!.documents.map(({ id, number, state, fault, checkedOn }) => [id === file.papers['KNĐ-4'] ? 'first' : number, state, fault, checkedOn])
    expect(await introduction('2018-10-07')).toEqual([['first', 'toCheck', null, null]])
    expect(await introduction('2018-10-08')).toEqual([['first', 'needsWork', 'unsigned', '2018-10-08']])
    expect(await introduction('2018-10-11')).toEqual([['9-NQ', 'toCheck', null, null]])
    expect(await introduction('2018-10-12')).toEqual([['9-NQ', 'valid', null, '2018-10-12']])
    const { returns, changes } = await find({ asOf: '2018-10-09' })
    expect([returns, changes]).toMatchObject([[{ resentOn: null, isOpen: true, reasons: [{ isMended: true }] }], null])
    expect((await find({ asOf: '2018-10-11' })).changes).toMatchObject({ sentOn: '2018-10-10', documents: [{ code: 'KNĐ-4', change: 'replaced' }] })
  })

  test('tells of the candidate what had been told by then', async () => {
    expect((await find({ asOf: '2018-10-07' }, 'officer', young.id)).circumstances).toEqual({})
    expect((await find({ asOf: '2018-10-08' }, 'officer', young.id)).circumstances).toMatchObject({ youthUnionMember: true })
    expect((await find({ asOf: '2018-10-30', knownAt: endOf('2018-10-07') }, 'officer', young.id))).toMatchObject({ circumstances: {}, closedOn: null, stage: 'fileOpen' })
    expect(await find({ asOf: '2018-10-30' }, 'officer', young.id)).toMatchObject({ closedOn: '2018-10-22', closeReason: 'withdrawn', stage: 'closed', nextAct: null })
  })

  test('offers nothing to do, in whatever role', async () => {
    expect((await find({}, 'secretaryA2')).acts).not.toEqual([])
    for (const account of ['secretaryA2', 'grassrootsA', 'officer'] as const) expect((await find({ asOf: '2018-10-21' }, account)).acts, account).toEqual([])
    expect((await find({ knownAt: endOf('2018-10-21') }, 'secretaryA2')).acts).toEqual([])
  })

  test('is seen by whom the cell that has it now lets see it, whatever cell had it then', async () => {
    expect((await find({ asOf: '2018-10-10' }, 'secretaryA2')).cell.id).toBe(house.ground.places.cellA1)
    for (const account of ['secretaryA1', 'grassrootsB', 'memberA1', 'administrator'] as const) expect((await refusalOf(find({ asOf: '2018-10-10' }, account))).codes, account).toEqual(['admission.caseNotFound'])
  })
})

describe('the board of a day', () => {
  test('holds the files that were open on it, in the column of that day, with the counts of that day', async () => {
    const placed = async (asOf: string) => (await list({ asOf })).rows.map(({ person, column, isReturned }) => [person.name, column, isReturned]).sort()
    expect(await placed('2018-10-09')).toEqual([['Hoàng Thị Nhung', 'decision', true], ['Ma Thị Yến', 'fileOpen', false]])
    expect(await placed('2018-10-20')).toEqual([['Hoàng Thị Nhung', 'ceremony', false], ['Ma Thị Yến', 'fileOpen', false]])
    expect(await placed('2018-10-22')).toEqual([['Hoàng Thị Nhung', 'after', false]])
    expect(await placed('2018-08-20')).toEqual([['Hoàng Thị Nhung', 'committee', false]])
    const { today, counts, columns, rows } = await list({ asOf: '2018-10-09' })
    expect([today, counts]).toEqual(['2018-10-09', { open: 2, late: 0, returned: 1 }])
    expect(columns.filter(({ count }) => count > 0).map(({ column, count }) => [column, count])).toEqual([['fileOpen', 1], ['decision', 1]])
    expect(rows.find(({ isReturned }) => isReturned)).toMatchObject({ daysInStage: 46, returnReasons: 1, nextAct: { code: 'resend' } })
  })

  test('is told as it was known at a moment; before the first rules that are known it is empty, and no error', async () => {
    expect(await names({ knownAt: endOf('2018-10-04') })).toEqual([])
    expect(await names({ knownAt: endOf('2018-10-10') })).toEqual(['Hoàng Thị Nhung', 'Ma Thị Yến'])
    expect(await names({ asOf: '2018-08-20', knownAt: endOf('2018-10-04') })).toEqual([])
    expect((await list({ asOf: '1990-01-01' })).counts.open).toBe(0)
    expect((await list({ asOf: '1990-01-01' })).columns).toHaveLength(8)
  })

  test('finds a file in the cell that had it on the day', async () => {
    const { cellA1, cellA2, communeA } = house.ground.places
    const inCell = async (organisationId: string, asOf?: string, knownAt?: string) => (await names({ ...(asOf && { asOf }), ...(knownAt && { knownAt }) }, 'officer', { organisationId })).includes('Hoàng Thị Nhung')
    expect([await inCell(cellA1, '2018-10-16'), await inCell(cellA2, '2018-10-16'), await inCell(communeA, '2018-10-16')]).toEqual([true, false, true])
    expect([await inCell(cellA1, '2018-10-17'), await inCell(cellA2, '2018-10-17')]).toEqual([false, true])
    expect([await inCell(cellA1), await inCell(cellA2)]).toEqual([false, true])
    expect([await inCell(cellA1, '2018-10-17', endOf('2018-10-16')), await inCell(cellA2, '2018-10-17', endOf('2018-10-16'))]).toEqual([true, false])
  })

  test('holds as many files as the figures of that day count in the same place', async () => {
    const { accounts, places } = house.ground
    const client = await house.program.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('dangvu.today', '2018-11-05', true), set_config('dangvu.account', $1, true), set_config('dangvu.holding', $2, true)`, [accounts.officer.id, accounts.officer.holdingId])
      const counted = async (place: string, on: string, knownAt: string | null) => Number((await client.query('select coalesce(sum(files), 0) as n from admission.open_by_stage($1, $2, $3)', [place, on, knownAt])).rows[0]!.n)
      for (const [on, knownAt] of [['2018-08-20', null], ['2018-10-14', null], ['2018-10-14', endOf('2018-10-04')], ['2018-10-22', endOf('2018-10-14')]] as const) {
        const board = async (organisationId: string) => (await list({ asOf: on, ...(knownAt && { knownAt }) }, 'officer', { organisationId })).total
        expect([await counted(places.cellA1, on, knownAt), await counted(places.cellA2, on, knownAt)], `${on} ${knownAt}`).toEqual([await board(places.cellA1), await board(places.cellA2)])
      }
      expect(await counted(places.cellA1, '2018-10-14', null)).toBe(2)
      const { rows } = await house.as('officer').sourcesAndTargets.listCellsBySources({ asOf: '2018-10-14' })
      expect([places.cellA1, places.cellA2].map((id) => rows.find(({ cellId }) => cellId === id)!.filesOpen)).toEqual([2, 0])
    } finally { await client.query('rollback'); client.release() }
  })

  test('shows each the own part, and nobody without the right anything', async () => {
    expect(await names({ asOf: '2018-10-10' }, 'secretaryA2')).toEqual(['Hoàng Thị Nhung'])
    expect(await names({ asOf: '2018-10-10' }, 'secretaryA1')).toEqual(['Ma Thị Yến'])
    expect(await names({ asOf: '2018-10-10' }, 'grassrootsB')).toEqual([])
    expect((await refusalOf(list({ asOf: '2018-10-10' }, 'secretaryA1', { organisationId: house.ground.places.cellB1 }))).codes).toEqual(['platform.notFound'])
    for (const account of ['administrator', 'memberA1'] as const) {
      expect((await refusalOf(list({ asOf: '2018-10-10' }, account))).codes, account).toEqual(['platform.notAllowed'])
      expect((await refusalOf(probationers({ asOf: '2018-10-10' }, account))).codes, account).toEqual(['platform.notAllowed'])
    }
  })
})

describe('the tree', () => {
  test('that took a file along without an act of its own is followed back to the cell of the day', async () => {
    const { cellA1, cellA3 } = house.ground.places
    await house.rows('update admission.case_file set cell_id = $2 where id = $1', [young.id, cellA3])
    try {
      await house.rows(`update admission.case_file_former set recorded_until = '2018-10-31T05:00:00Z' where id = $1 and recorded_until > '2018-11-05'`, [young.id])
      expect((await find({ asOf: '2018-10-30' }, 'officer', young.id)).cell.id).toBe(cellA1)
      expect((await find({ asOf: '2018-10-31' }, 'officer', young.id)).cell.id).toBe(cellA3)
      expect((await find({ asOf: '2018-10-31', knownAt: endOf('2018-10-30') }, 'officer', young.id)).cell.id).toBe(cellA1)
    } finally {
      await house.rows('update admission.case_file set cell_id = $2 where id = $1', [young.id, cellA1])
    }
  })

  test('has the name and the superiors that it had on the day, as known at the moment', async () => {
    const { cellA2 } = house.ground.places
    const [version] = await house.rows<{ id: string }>(`select id from organisations.version where organisation_id = $1`, [cellA2])
    await house.rows(`update organisations.version set superseded_at = '2018-10-25T05:00:00Z' where id = $1`, [version!.id])
    await house.rows(`insert into organisations.version (id, organisation_id, name, short_name, type, code, valid_during, recorded_at)
      select gen_random_uuid(), organisation_id, name, short_name, type, code, daterange(lower(valid_during), '2018-10-20'), timestamptz '2018-10-25T05:00:00Z' from organisations.version where id = $1
      union all select gen_random_uuid(), organisation_id, 'Chi bộ Tên Mới', 'Tên Mới', type, code, daterange('2018-10-20', null), timestamptz '2018-10-25T05:00:00Z' from organisations.version where id = $1`, [version!.id])
    const nameOn = async (seen: Clocks) => (await find(seen)).cell.shortName
    expect([await nameOn({ asOf: '2018-10-19' }), await nameOn({ asOf: '2018-10-20' }), await nameOn({})]).toEqual([expect.not.stringContaining('Mới'), 'Tên Mới', 'Tên Mới'])
    expect(await nameOn({ asOf: '2018-10-22', knownAt: endOf('2018-10-24') })).not.toBe('Tên Mới')
    expect((await find({ asOf: '2018-10-22', knownAt: endOf('2018-10-24') })).grassroots.id).toBe(house.ground.places.communeA)
  })
})

describe('probationary members of a day', () => {
  beforeAll(async () => {
    await addProbationer(house, { ceremonyOn: '2017-09-01', fullName: 'Phùng Văn Sinh' })
    for (const table of ['members.placement', 'members.status', 'members.membership']) await house.owner.query(`update ${table} set recorded_at = '2018-01-01' where recorded_at > '2020-01-01'`)
    on('2018-11-06')
    const [{ id: personId }] = (await house.rows<{ id: string }>(`select id from members.person where full_name = 'Phùng Văn Sinh'`)) as [{ id: string }]
    await house.as('secretaryA1').admission.openConfirmationForProbationer({ personId, ceremonyOn: '2017-09-01', basis: 'Biên bản' })
    on('2018-11-07')
  })

  test('stand there with the file that was open on it, or without', async () => {
    const rows = async (seen: Clocks, more: object = {}) => (await probationers(seen, 'officer', more)).rows.map(({ person, id, isLate }) => [person.name, id !== null, isLate])
    expect(await rows({ asOf: '2017-08-31' })).toEqual([])
    expect(await rows({ asOf: '2018-08-30' })).toEqual([['Phùng Văn Sinh', false, false]])
    expect(await rows({ asOf: '2018-10-21' })).toEqual([['Phùng Văn Sinh', false, true]])
    expect(await rows({ asOf: '2018-10-22' })).toEqual([['Phùng Văn Sinh', false, true], ['Hoàng Thị Nhung', true, false]])
    expect(await rows({ asOf: '2018-11-06' })).toEqual([['Phùng Văn Sinh', true, true], ['Hoàng Thị Nhung', true, false]])
    expect(await rows({ asOf: '2018-11-06', knownAt: endOf('2018-10-21') })).toEqual([['Phùng Văn Sinh', false, true]])
    expect(await rows({ knownAt: endOf('2018-11-06') })).toEqual(await rows({}))
    expect(await rows({ asOf: '2018-11-06' }, { organisationId: house.ground.places.cellA2 })).toEqual([['Hoàng Thị Nhung', true, false]])
  })

  test('are counted as on that day', async () => {
    const { today, counts } = await probationers({ asOf: '2018-10-22' })
    expect([today, counts]).toEqual(['2018-10-22', { probationary: 2, late: 1, dueSoon: 0, withoutFile: 1 }])
    expect((await probationers({ asOf: '2018-08-20' })).counts).toEqual({ probationary: 1, late: 0, dueSoon: 1, withoutFile: 1 })
    expect((await probationers({ asOf: '2018-10-22' }, 'secretaryA2')).counts.probationary).toBe(1)
  })

  test('have the mentor of the day, and the remarks written by then', async () => {
    const [first, second] = house.ground.members.cellA2
    const assign = async (mentorId: string) => house.as('secretaryA2').admission.assignMentor({ id: confirmationId, version: (await find({}, 'secretaryA2', confirmationId)).version, mentorId })
    on('2018-11-10')
    await assign(first!)
    on('2018-11-12')
    await assign(second!)
    on('2018-11-20')
    await house.as('secretaryA2').admission.recordMentorRemark({ id: confirmationId, version: (await find({}, 'secretaryA2', confirmationId)).version, writtenOn: '2018-11-18', text: 'Tốt' })
    on('2018-11-25')
    const told = async (seen: Clocks) => { const { mentor, confirmation } = await find(seen, 'secretaryA2', confirmationId); return [mentor?.id, mentor?.name.length, confirmation!.remarks.length, confirmation!.lastRemarkOn] }
    const name = async (id: string) => (await house.rows<{ n: number }>('select char_length(full_name) as n from members.person where id = $1', [id]))[0]!.n
    expect(await told({ asOf: '2018-11-09' })).toEqual([undefined, undefined, 0, null])
    expect(await told({ asOf: '2018-11-11' })).toEqual([first, await name(first!), 0, null])
    expect(await told({ asOf: '2018-11-12' })).toEqual([second, await name(second!), 0, null])
    expect(await told({ asOf: '2018-11-19' })).toEqual([second, await name(second!), 1, '2018-11-18'])
    expect(await told({ asOf: '2018-11-19', knownAt: endOf('2018-11-19') })).toEqual([second, await name(second!), 0, null])
  })
})
