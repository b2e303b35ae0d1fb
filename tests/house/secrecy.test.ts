import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { contract, routesOf } from '../../src/app/server/house.ts'
import { exportedLists } from '../../src/capabilities/exports/index.ts'
import { newId } from '../../src/kernel/index.ts'
import { runAction, sql, type Ctx, type Who } from '../../src/platform/action/index.ts'
import { createHttpServer, operationsOf, read, type Operation } from '../../src/platform/http/index.ts'
import { openHouse, type House } from '../harness/house.ts'
import { makeInput } from './rights/input.ts'
import { outcomeOf } from './rights/outcome.ts'
import { layActors, layThings, roleNames, type RoleName, type Things } from './rights/things.ts'

/** What is planted, by its class of secrecy. Each is a text of its own, so that a leak says what it is. */
const secrets = {
  identity: ['002174054321', '073054321', '002174099999', '002174011111', '002174022222'],
  religion: ['Đạo Kín Như Bưng', 'Tộc Kín Như Bưng', 'Đạo Sẽ Sửa Thành', 'Nơi Cho Theo Đạo Kín'],
  family: ['Cha Tên Kín Hoàng', 'Thành Phần Kín Hoàng'],
  discipline: ['Cảnh cáo vì việc kín', 'Lý do kỷ luật kín', 'Ghi chú kỷ luật kín', 'Kỷ luật sẽ sửa kín', 'Vi phạm kín về đất', 'Khiếu nại kín', 'Giải quyết kín', 'Đình chỉ vì việc kín', 'Cho sinh hoạt lại kín', 'Bỏ sinh hoạt kín', 'Khiếu nại xóa tên kín', 'Khôi phục kín', 'Không xét nữa kín'],
  history: ['Lịch sử kín bản thân', 'Từng làm việc kín', 'Thẩm tra trả lời kín', 'Nơi Kết Luận Chính Trị Kín'],
  health: ['Bệnh kín nan y'],
  foreign: ['Nước Kín Xa Xôi', 'Nơi Cho Cưới Kín'],
  economy: ['Thu nhập kín 99'],
} as const
type Class = keyof typeof secrets
const classes = Object.keys(secrets) as Class[]

/** Operations that open covered things for a reason that is written down, and what they open. */
const opening: Readonly<Record<string, readonly Class[]>> = {
  'members.revealMember': ['identity', 'discipline'],
  'lifecycle.openMeasures': ['discipline'],
  'lifecycle.openEndings': ['discipline'],
  'memberSheet.openSheet': classes,
  'memberSheet.openProposal': classes,
  'admission.openVerifications': ['history'],
  'admission.openCircumstances': ['history', 'foreign', 'religion'],
  'exports.exportInputFile': ['identity', 'religion'],
  'reconciling.takeList': ['identity'],
}
/** The list that an officer brings himself, with its own numbers, while he settles what is odd about them. */
const ownList: Readonly<Record<string, readonly string[]>> = { 'importExport.findImport': ['002174022222'], 'importExport.readImport': ['002174022222'] }
const readsStrict: readonly RoleName[] = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary', 'inspector']
const writesImports: readonly RoleName[] = ['superiorOfficer', 'grassrootsOfficer']

const operations = operationsOf(contract, routesOf({ demonstration: false }))
const outputOf = (name: string) => { const [room, operation] = name.split('.') as [keyof typeof contract, string]; return (contract[room] as any)[operation]['~orpc'].outputSchema as z.ZodType | undefined }

let house: House
let things: Things
let hashes: Awaited<ReturnType<typeof layActors>>

async function plant(): Promise<void> {
  const run = (text: string, values: unknown[] = []) => house.owner.query(text, values)
  const [identity, old, proposed, former, inFile] = secrets.identity
  const people = [things.memberId, things.candidateId, things.probationerId, things.followedId, things.mentorId]
  for (const [i, person] of people.entries())
    await run('update members.person set identity_number = $2, old_identity_number = $3, religion = $4, ethnicity = $5 where id = $1', [person, i === 0 ? identity : former, i === 0 ? old : null, secrets.religion[0], secrets.religion[1]])
  const value = (field: string, content: unknown) => run(`insert into member_sheet.value (person_id, field, content, valid_during) values ($1, $2, $3, '(,)')`, [things.memberId, field, JSON.stringify(content)])
  await value('health', secrets.health[0])
  await value('familyBackground', secrets.family[1])
  await value('ownHistory', secrets.history[0])
  await value('income', secrets.economy[0])
  const entry = (list: string, content: object) => run('insert into member_sheet.entry (entry_id, person_id, list, content) values ($1, $2, $3, $4)', [newId(), things.memberId, list, JSON.stringify(content)])
  await entry('family', { relation: 'father', name: secrets.family[0] })
  await entry('discipline', { side: 'party', measure: secrets.discipline[0], reason: secrets.discipline[1], on: '2010-01-01' })
  await entry('historyNotes', { about: 'before', note: secrets.history[1] })
  await entry('travelAbroad', { country: secrets.foreign[0] })
  const changes = JSON.stringify([
    { field: 'identityNumber', before: identity, after: proposed }, { field: 'religion', before: secrets.religion[0], after: secrets.religion[2] },
    { list: 'discipline', entryId: newId(), before: null, after: { side: 'party', measure: secrets.discipline[3] } },
  ])
  await run('update member_sheet.proposal set changes = $2 where id = $1', [things.proposalId, changes])
  await run(`update member_sheet.supplement set answers = $2, answered_on = '2018-10-01', state = 'answered' where id = $1`, [things.supplementId, changes])
  await run(`insert into members.overlay (id, person_id, kind, valid_during, note) values ($1, $2, 'disciplined', '[2018-01-01,)', $3)`, [newId(), things.memberId, secrets.discipline[2]])
  const [, , , , ground, complaint, review, suspended, lifted, ended, endingComplaint, endingReview, dropped] = secrets.discipline
  await run(`update lifecycle.discipline set person_id = $2, ground = $3, complained_on = '2018-09-25', complaint = $4, review_number = '7-QĐ', reviewed_on = '2018-10-01', reviewed_by = 'Huyện ủy', review_reason = $5 where id = $1`, [things.disciplineId, things.memberId, ground, complaint, review])
  await run(`update lifecycle.suspension set person_id = $2, reason = $3, lifted_on = '2018-09-20', lifting_reason = $4 where id = $1`, [things.suspensionId, things.memberId, suspended, lifted])
  await run(`update lifecycle.ending set person_id = $2, reason = $3 where id = any ($1)`, [[things.endingId, things.endedId], things.memberId, ended])
  await run(`update lifecycle.ending set complained_on = '2018-09-25', complaint = $2, review_outcome = 'upheld', review_number = '7-QĐ', reviewed_on = '2018-10-01', reviewed_by = 'Huyện ủy', review_reason = $3 where id = $1`, [things.endedId, endingComplaint, endingReview])
  await run(`update lifecycle.ending_step set facts = $2 where ending_id = $1`, [things.endingId, JSON.stringify({ note: ended })])
  for (const [ordinal, act, note] of [[2, 'complain', endingComplaint], [3, 'drop', dropped]] as const)
    await run(`insert into lifecycle.ending_step (id, ending_id, ordinal, act, occurred_on, to_stage, facts) values ($1, $2, $3, $4, '2018-09-25', 'ended', $5)`, [newId(), things.endedId, ordinal, act, JSON.stringify({ note })])
  await run(`update admission.verification set replied_on = '2018-08-20', by_letter = true, outcome = $2 where id = $1`, [things.verificationId, secrets.history[2]])
  await run('update admission.case_file set circumstances = circumstances || $2::jsonb where id = $1', [things.caseId, JSON.stringify({
    politicalMatter: true, politicalConclusion: { issuedOn: '2018-05-05', authority: secrets.history[3] }, religion: { applies: true, approval: { issuedOn: '2018-05-05', authority: secrets.religion[3] } },
    foreignMarriage: { applies: true, approval: { issuedOn: '2018-05-05', authority: secrets.foreign[1] } },
  })])
  await run('update members.correction set fields = $2 where person_id = $1', [things.memberId, ['phone', 'identityNumber', 'religion']])
  const finding = { sheet: 'DS', row: 7, column: 'I', kind: 'proposal', code: 'cccd.spaces', raw: inFile, read: { value: inFile }, message: inFile }
  await run(`update import_export.import set preview = preview || jsonb_build_object('findings', $2::jsonb) where id = $1`, [things.importId, JSON.stringify([finding])])
  await run('update import_export.import_row set fields = fields || $2::jsonb, changes = $3 where import_id = $1', [
    things.importId, JSON.stringify({ identityNumber: inFile, religion: secrets.religion[2] }),
    JSON.stringify([{ field: 'identityNumber', old: identity, new: inFile }, { field: 'religion', old: secrets.religion[0], new: secrets.religion[2] }])])
}

beforeAll(async () => {
  house = await openHouse()
  things = await layThings(house, 'cellA1')
  hashes = await layActors(house)
  await plant()
})
afterAll(() => house.close())

const whoIs = (actor: RoleName | 'withoutRole'): Who => ({ secretHash: hashes[actor] })
const versionOf = async (name: string) => {
  const table = name.startsWith('members.') ? ['members.person', things.memberId] : name.startsWith('admission.') ? ['admission.case_file', things.caseId] : name.startsWith('importExport.') ? ['import_export.import', things.importId] : undefined
  return table ? ((await house.rows<{ version: number }>(`select version from ${table[0]} where id = $1`, [table[1]]))[0]?.version ?? 1) : 1
}

/** What an actor may read of what was planted, by this operation. */
function mayRead(operation: string, actor: RoleName | 'withoutRole'): ReadonlySet<string> {
  const open = opening[operation] ?? []
  return new Set([
    ...open.flatMap((name) => secrets[name]), ...(readsStrict.includes(actor as RoleName) ? secrets.religion : []),
    ...(writesImports.includes(actor as RoleName) ? (ownList[operation] ?? []) : []),
  ])
}

const leaks = (told: string, allowed: ReadonlySet<string>) => classes.flatMap((name) => secrets[name].filter((secret) => !allowed.has(secret) && told.includes(secret)).map((secret) => `${name}: ${secret}`))

const isReading = ({ method, route }: Operation) => method === 'GET' || route.kind === 'reading'

describe('what is covered', () => {
  const actors = [...roleNames, 'withoutRole'] as const

  test('is planted where readings could tell it', async () => {
    const missing: string[] = []
    for (const secret of classes.flatMap((name) => secrets[name])) {
      const { rows } = await house.owner.query(`
        select from (select to_jsonb(p)::text as t from members.person p union all select content::text from member_sheet.value union all select content::text from member_sheet.entry union all select changes::text from member_sheet.proposal
          union all select to_jsonb(d)::text from lifecycle.discipline d union all select to_jsonb(d)::text from lifecycle.suspension d union all select to_jsonb(d)::text from lifecycle.ending d union all select to_jsonb(d)::text from lifecycle.ending_step d union all select coalesce(outcome, '') from admission.verification union all select coalesce(note, '') from members.overlay union all select changes::text from import_export.import_row union all select preview::text from import_export.import union all select circumstances::text from admission.case_file) all_text
        where t like '%' || $1 || '%'`, [secret])
      if (rows.length === 0) missing.push(secret)
    }
    expect(missing).toEqual([])
  })

  test('is opened by the opening operations, for who may', async () => {
    const told: string[] = []
    for (const name of Object.keys(opening)) {
      const operation = operations.find((each) => each.name === name)!
      const input = { ...(makeInput(name, operation.input, { where: things, sample: things, version: 1 }) as object), ...(name === 'memberSheet.openSheet' ? { classes } : {}) }
      told.push((await outcomeOf(house.ports, operation.route, outputOf(name), whoIs('grassrootsOfficer'), input)).told)
    }
    expect(leaks(told.join(' '), new Set()).length).toBeGreaterThan(12)
  })

  test.each(operations.filter(isReading).map((operation) => [operation.name, operation] as const))('%s tells nothing of it, in any role', async (name, operation) => {
    const wrong: string[] = []
    for (const actor of actors) for (const bare of [false, true]) {
      let input: unknown
      try { input = makeInput(name, operation.input, { where: things, sample: things, version: await versionOf(name), bare }) } catch { continue }
      const { told } = await outcomeOf(house.ports, operation.route, outputOf(name), whoIs(actor), input)
      for (const leak of leaks(told, mayRead(name, actor))) wrong.push(`${actor}: ${leak}`)
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  test.each(Object.keys(exportedLists))('the exported list %s tells nothing of it, in any role', async (list) => {
    const [room, operation] = exportedLists[list]!.of.split('.') as [string, string]
    const asked = makeInput(exportedLists[list]!.of, (contract as any)[room][operation]['~orpc'].inputSchema, { where: things, sample: things, version: 1 })
    const take = operations.find(({ name }) => name === 'audit.exportList')!
    const wrong: string[] = []
    for (const actor of actors) {
      const { told } = await outcomeOf(house.ports, take.route, undefined, whoIs(actor), { list, asked, reason: 'Báo cáo' })
      for (const leak of leaks(told, mayRead('', actor))) wrong.push(`${actor}: ${leak}`)
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  test('is opened only with a reason: without one the opening operations do nothing', async () => {
    const without: string[] = []
    for (const name of Object.keys(opening)) {
      const operation = operations.find((each) => each.name === name)!
      const { reason: _r, ...input } = makeInput(name, operation.input, { where: things, sample: things, version: 1 }) as Record<string, unknown>
      if (operation.input!.safeParse(input).success) without.push(name)
    }
    expect(without).toEqual([])
  })

  test('never stands in the trail, whatever was read, opened, taken out or tried', async () => {
    for (const operation of operations.filter((each) => !isReading(each) && !each.name.startsWith('access.'))) {
      let input: unknown
      try { input = makeInput(operation.name, operation.input, { where: things, sample: things, version: await versionOf(operation.name) }) } catch { continue }
      for (const actor of ['grassrootsOfficer', 'superiorOfficer', 'cellSecretary'] as const) await outcomeOf(house.ports, operation.route, undefined, whoIs(actor), input)
    }
    const rows = await house.rows<{ event: string; told: string }>('select event, facts::text || citations::text as told from audit.entry')
    expect(rows.length).toBeGreaterThan(50)
    expect([...new Set(rows.flatMap(({ event, told }) => leaks(told, new Set()).map((leak) => `${event}: ${leak}`)))]).toEqual([])
  }, 60_000)
})

describe('a request that may be sent twice', () => {
  const send = (app: Awaited<ReturnType<typeof createHttpServer>>, name: string, key: string) => {
    const { method, path, input } = operations.find((each) => each.name === name)!
    const made: Record<string, unknown> = { ...(makeInput(name, input, { where: things, sample: things, version: 1 }) as object), ...(name === 'memberSheet.openSheet' ? { classes } : {}) }
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, field]) => field!)
    const url = `/api/v1${inPath.reduce((text, field) => text.replace(`:${field}`, String(made[field])), path)}`
    return app.inject({ method, url, headers: { authorization: `Bearer ${house.ground.accounts.grassrootsA.secret}`, 'idempotency-key': key }, payload: Object.fromEntries(Object.entries(made).filter(([field]) => !inPath.includes(field))) })
  }

  test('leaves no copy of what it opened: it opens again, and the trail tells of it again', async () => {
    const app = await createHttpServer({ operations, ports: house.ports, words: {}, health: async () => ({}), openapi: async () => ({}), log: new Writable({ write(_chunk, _encoding, done) { done() } }) })
    try {
      for (const name of Object.keys(opening).filter((each) => !isReading(operations.find((one) => one.name === each)!))) {
        const key = newId()
        const looks = async () => (await house.rows('select from audit.entry')).length
        const before = await looks()
        const [first, second] = [await send(app, name, key), await send(app, name, key)]
        expect([name, first.statusCode, second.statusCode], first.body).toEqual([name, 200, 200])
        expect(leaks(second.body, new Set()), name).toEqual(leaks(first.body, new Set()))
        expect(leaks(second.body, new Set()), name).not.toEqual([])
        expect(await looks(), name).toBe(before + 2)
        expect(await house.rows('select status, answer from platform.idempotency where request_key = $1', [key])).toEqual([{ status: 204, answer: null }])
      }
    } finally {
      await app.close()
    }
  })

  test('keeps nothing covered of any answer', async () => {
    for (const operation of operations.filter((each) => !isReading(each) && each.route.kind === 'action' && !each.name.startsWith('access.'))) {
      let input: unknown
      try { input = makeInput(operation.name, operation.input, { where: things, sample: things, version: await versionOf(operation.name) }) } catch { continue }
      const { route } = operation
      const request = { key: newId(), operation: operation.name, ...(route.kind === 'action' && route.keepsNoAnswer ? { keepsNoAnswer: true } : {}) }
      await runAction(house.ports, whoIs('grassrootsOfficer'), route.run as never, input, request).catch(() => undefined)
    }
    const kept = await house.rows<{ operation: string; told: string }>(`select operation, answer::text as told from platform.idempotency where answer is not null`)
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.flatMap(({ operation, told }) => leaks(told, new Set()).map((leak) => `${operation}: ${leak}`))).toEqual([])
  }, 60_000)
})

describe('acts that carry covered things', () => {
  test('leave nothing of them in the trail', async () => {
    const cell = house.ground.places.cellA2
    const person = house.ground.members.cellA2[2]!
    const as = house.as('grassrootsA')
    const { id } = await as.memberSheet.proposeCorrection({
      personId: person, reason: 'Đối chiếu', paper: 'Lý lịch',
      changes: [{ field: 'identityNumber', after: '002174033333' }, { field: 'religion', after: 'Phật giáo' }, { list: 'family', after: { relation: 'Bố đẻ', name: 'Bố Kín Trong Đề Nghị' } }, { list: 'discipline', after: { side: 'Đảng', measure: 'Khiển trách kín trong đề nghị' } }],
    })
    await as.memberSheet.approveProposal({ proposalId: id, version: 1, consentNumber: '1-CV', consentOn: '2018-10-05' })
    await as.search.findByNumber({ number: '002174033333' })
    await as.members.listMembers({ search: '002174033333' })
    await house.as('grassrootsA').audit.exportList({ list: 'members', asked: { search: '002174033333' }, reason: 'Tìm', filter: 'Tìm: 002174033333' })
    const text = 'Họ và tên\tNgày sinh\tSố CCCD\tTôn giáo\tNgày vào Đảng\tNgày chính thức\tChi bộ\nNông Thị Kín\t01/02/1980\t002180044444\tCông giáo\t02/03/2005\t02/03/2006\tChi bộ Thôn Đồng Bó\n'
    const { id: importId } = await as.importExport.startImport({ file: new File([text], 'ds.csv'), organisationId: cell })
    const read = await as.importExport.readImport({ id: importId, accepted: 'all' })
    if (read.writable?.new) await as.importExport.commitImport({ id: importId, version: read.version })
    expect(read.dataRows).toBe(1)
    const rows = await house.rows<{ event: string; told: string }>('select event, facts::text as told from audit.entry')
    const planted = ['002174033333', '002180044444', 'Phật giáo', 'Công giáo', 'Bố Kín Trong Đề Nghị', 'Khiển trách kín trong đề nghị']
    expect(rows.flatMap(({ event, told }) => planted.filter((secret) => told.includes(secret)).map((secret) => `${event}: ${secret}`))).toEqual([])
  })
})

describe('the log of the server', () => {
  test('holds nothing of what was asked, of a row that the database refused, nor of a fault', async () => {
    const lines: string[] = []
    const stream = new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done() } })
    const level = process.env.DANGVU_LOG
    process.env.DANGVU_LOG = 'debug'
    const broken: Operation = {
      name: 'test.break', method: 'POST', path: '/break', input: undefined, takesFile: false, readers: {},
      route: read(async (ctx: Ctx) => { await ctx.db.run(sql`update members.person set sex = 'neither' where id = ${things.memberId}`) }),
    }
    const failing: Operation = { ...broken, name: 'test.fail', path: '/fail', route: read(async () => { throw Object.assign(new Error(`Unexpected ${secrets.identity[0]}`), { detail: `Failing row contains (${secrets.family[0]})`, where: secrets.history[0], parameters: [secrets.religion[0]] }) }) }
    const app = await createHttpServer({ operations: [...operations, broken, failing], ports: house.ports, words: {}, health: async () => ({}), openapi: async () => ({}), log: stream })
    try {
      const headers = { authorization: `Bearer ${house.ground.accounts.grassrootsA.secret}` }
      const asked = async (method: 'GET' | 'POST', url: string) => (await app.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) })).statusCode
      expect(await asked('GET', `/api/v1/members?search=${secrets.identity[0]}`)).toBe(200)
      expect(await asked('GET', `/api/v1/members?search=${encodeURIComponent(secrets.family[0])}&size=nan`)).toBe(422)
      expect(await asked('GET', `/api/v1/members/${secrets.identity[0]}`)).toBeGreaterThanOrEqual(400)
      expect(await asked('POST', '/api/v1/break')).toBe(500)
      expect(await asked('POST', '/api/v1/fail')).toBe(500)
    } finally {
      await app.close()
      if (level === undefined) delete process.env.DANGVU_LOG
      else process.env.DANGVU_LOG = level
    }
    const log = lines.join('')
    expect(log).toContain('/api/v1/break')
    expect(log).toContain('check constraint')
    expect(leaks(log, new Set())).toEqual([])
    expect(log).not.toContain(encodeURIComponent(secrets.family[0]))
  })
})
