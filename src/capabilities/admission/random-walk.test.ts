import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  committeeFile, decidedFile, decidingFile, FileUnderTest, openFile, ordinary, preparedConfirmation, prepareFile, probationFile, sentFile, submittedFile, votedFile, type Team,
} from '../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { plainDate, Refusal } from '../../kernel/index.ts'
import { steps } from '../../regulations/index.ts'
import { dueOwners } from '../reminders/index.ts'
import { actKinds, type ActKind } from './codes.ts'
import { actsOf, replay, type PastAct } from './transitions.ts'

const START = '2018-10-05'

let house: House
beforeAll(async () => { house = await openHouse({ today: START }) })
afterAll(() => house.close())

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Page = Awaited<ReturnType<FileUnderTest['page']>>
type Chance = { pick<T>(from: readonly T[]): T; chance(share: number): boolean }
type Doer = 'secretary' | 'committee' | 'decider'
type Try = { by: Doer; input: (page: Page, today: string, chance: Chance) => object | undefined }

let numbers = 0
const ballots = (of: number) => (_page: Page, heldOn: string, { chance }: Chance) => ({ heldOn, present: of, inFavour: chance(0.8) ? of : Math.floor(of / 3), against: 0 })
const liveDocument = (page: Page, { pick }: Chance) => { const all = page.checklist.flatMap(({ documents }) => documents); return all.length > 0 ? pick(all) : undefined }

const missingPaper = (page: Page, { pick, chance }: Chance) => {
  const wanted = page.checklist.filter(({ state, need }) => need === 'required' && (state === 'missing' || state === 'notYet'))
  return wanted.length > 0 && chance(0.9) ? pick(wanted).code : pick(page.checklist).code
}

const decide = (outcomes: readonly string[], more: (page: Page) => object = () => ({})) => (page: Page, decidedOn: string, { pick, chance }: Chance) => ({
  outcome: chance(0.85) ? (page.confirmation?.question ?? outcomes[0]) : pick(outcomes), number: `${++numbers}-QĐ`, decidedOn, signatory: 'Nông Văn Bình', reason: 'Lý do', latenessReason: 'Chậm', ...more(page),
})

/** How each act is tried: by whom, and with what. */
const tries: Readonly<Partial<Record<ActKind, Try>>> = {
  recordCircumstances: { by: 'secretary', input: (_page, _today, { chance }) => ({ circumstances: chance(0.9) ? ordinary(house.ground.members.cellA1[2]!) : { youthUnionMember: false } }) },
  recordDocument: { by: 'secretary', input: (page, datedOn, chance) => ({ code: missingPaper(page, chance), datedOn }) },
  replaceDocument: { by: 'secretary', input: (page, datedOn, chance) => { const paper = liveDocument(page, chance); return paper && { documentId: paper.id, datedOn } } },
  checkDocument: {
    by: 'decider',
    input: (page, _today, chance) => { const paper = liveDocument(page, chance); return paper && { documentId: paper.id, ...(chance.chance(0.8) ? { state: 'valid' } : { state: 'needsWork', fault: chance.pick(['stale', 'missing', 'unsigned']) }) } },
  },
  acceptDocuments: { by: 'decider', input: (page) => { const documentIds = page.checklist.flatMap(({ documents }) => documents.map(({ id }) => id)); return documentIds.length > 0 ? { documentIds } : undefined } },
  requestVerification: { by: 'committee', input: (_page, askedOn, { pick }) => ({ about: pick(['candidate', 'father']), place: 'Xã Đồng Yên', askedOn }) },
  recordVerificationReply: {
    by: 'committee',
    input: (page, repliedOn, { pick, chance }) => { const open = page.verifications.filter((each) => !each.repliedOn); return open.length > 0 ? { verificationId: pick(open).id, repliedOn, byLetter: chance(0.2), outcome: 'Rõ ràng' } : undefined },
  },
  markReadyForCell: { by: 'secretary', input: () => ({}) },
  recordCellVote: { by: 'secretary', input: ballots(9) },
  sendUp: { by: 'secretary', input: () => ({}) },
  recordSectionAppraisal: { by: 'committee', input: (_page, on) => ({ on, agrees: true }) },
  recordCommitteeVote: { by: 'committee', input: ballots(15) },
  sendToDeciding: { by: 'committee', input: () => ({}) },
  returnCase: { by: 'decider', input: (page, _today, { pick, chance }) => ({ toLevel: chance(0.2) ? 'grassrootsCommittee' : 'cell', reasons: [{ documentType: pick(page.checklist).code, kind: pick(['stale', 'procedure']), what: 'Sai', todo: 'Sửa' }] }) },
  withdrawReturn: { by: 'decider', input: () => ({}) },
  resend: { by: 'secretary', input: () => ({ note: 'Đã bổ sung' }) },
  submitForDecision: { by: 'decider', input: () => ({}) },
  extendDecision: { by: 'decider', input: (_page, _today, { pick }) => ({ workingDays: pick([5, 20, 40]), reason: 'Chờ' }) },
  recordDecision: { by: 'decider', input: decide(['admit', 'decline']) },
  recordReceipt: { by: 'secretary', input: (_page, receivedOn) => ({ receivedOn }) },
  recordCeremony: { by: 'secretary', input: (_page, heldOn, { chance }) => ({ heldOn, ...(chance(0.8) && { consent: { number: '7-CV', issuedOn: heldOn } }) }) },
  assignMentor: { by: 'secretary', input: (_page, _today, { pick }) => ({ mentorId: pick(house.ground.members.cellA1) }) },
  recordDossierOpened: { by: 'committee', input: (_page, openedOn) => ({ openedOn }) },
  closeCase: { by: 'committee', input: (_page, _today, { pick }) => ({ reason: pick(['withdrawn', 'cellRejected', 'committeeRejected', 'declined', 'died']) }) },
  moveCase: { by: 'committee', input: (_page, movedOn, { pick }) => ({ toCellId: pick([house.ground.places.cellA1, house.ground.places.cellA2]), movedOn, letterNumber: '5-GT', letterDatedOn: movedOn }) },
  recordMentorRemark: { by: 'secretary', input: (_page, writtenOn) => ({ writtenOn, text: 'Tốt' }) },
  recordClassCertificate: { by: 'secretary', input: (_page, issuedOn) => ({ issuedOn }) },
  recordConfirmationVote: { by: 'secretary', input: (page, today, chance) => ({ ...ballots(9)(page, today, chance), question: chance.chance(0.8) ? 'confirm' : 'strikeOff' }) },
  reportDeadlock: { by: 'secretary', input: (_page, on) => ({ on }) },
  recordConfirmationDecision: { by: 'decider', input: decide(['confirm', 'strikeOff']) },
  recordResultReported: { by: 'committee', input: (_page, on) => ({ on }) },
}

/** Everything that must be true of a file whatever was done to it. */
function examine(page: Page): void {
  const { history, kind, stage, closedOn, nextAct } = page
  expect(replay(kind, history.map((act) => ({ kind: act.kind, result: act.facts.result }) as PastAct))).toBe(stage)
  expect(history.map(({ ordinal }) => ordinal)).toEqual(history.map((_act, i) => i + 1))
  for (const act of history) if (act.step) expect(act.rules.every(({ citation }) => citation.title) && act.rules.length > 0, `${act.kind} without a rule`).toBe(true)
  if (closedOn) return void expect(nextAct).toBeNull()
  expect(actKinds).toContain(nextAct!.code)
  expect(actsOf(kind, stage), `${nextAct!.code} in ${stage}`).toContain(nextAct!.code)
  expect(dueOwners).toContain(nextAct!.owner)
  expect(steps.map(({ code }) => code)).toContain(nextAct!.step)
  expect(nextAct!.words.length).toBeGreaterThan(5)
  expect(nextAct!.words).not.toMatch(/[{}]/)
}

const team: Team = 'cellA1'

/** Where walks begin: all along the way. */
const beginnings: readonly ((fullName: string) => Promise<FileUnderTest>)[] = [
  (fullName) => openFile(house, { fullName }), (fullName) => prepareFile(house, { fullName }), (fullName) => votedFile(house, { fullName }), (fullName) => sentFile(house, { fullName }),
  (fullName) => committeeFile(house, { fullName }), (fullName) => decidingFile(house, { fullName }), (fullName) => submittedFile(house, { fullName }), (fullName) => decidedFile(house, { fullName }),
  () => probationFile(house, { ceremonyOn: '2017-11-20' }), () => preparedConfirmation(house, { ceremonyOn: '2017-09-01', on: '2018-09-20' }), () => preparedConfirmation(house, { ceremonyOn: '2017-09-02', on: '2018-09-20' }),
]

async function walk(seed: number, length: number): Promise<{ done: Set<ActKind>; stages: Set<string> }> {
  const random = randomFrom(seed)
  const chance: Chance = { pick: (from) => from[Math.floor(random() * from.length)]!, chance: (share) => random() < share }
  house.clock.moveTo(plainDate(START))
  let file = await beginnings[seed % beginnings.length]!(`Người Thử ${seed}`)
  const done = new Set<ActKind>()
  const stages = new Set<string>()
  const seen = new Map<string, Seen>()
  const look = async () => {
    const page = await house.as('officer').admission.findCase({ id: file.id })
    seen.set(`${file.id} ${page.today}`, { id: file.id, on: page.today, stage: page.stage, page })
    return page
  }
  for (let i = 0; i < length; i++) {
    const page = await look()
    examine(page)
    stages.add(`${page.kind} ${page.stage}`)
    if (page.kind !== 'confirmation' && page.relatedCases.length > 0 && (page.closedOn || chance.chance(0.3))) {
      file = new FileUnderTest(house, page.relatedCases[0]!.id, team, file.personId, file.sponsorId)
      continue
    }
    if (page.closedOn) break
    house.clock.moveBy(page.stage === 'running' && chance.chance(0.3) ? 150 : chance.pick([0, 0, 1, 3, 8]))
    const code = chance.chance(0.65) ? page.nextAct!.code : chance.pick(actKinds.filter((kind) => kind !== 'closeCase' || chance.chance(0.1)))
    const attempt = tries[code]
    const input = attempt?.input(page, house.clock.today(), chance)
    if (!attempt || !input) continue
    file.version = page.version
    const doers: readonly Doer[] = page.nextAct!.code === code && page.nextAct!.owner === 'grassrootsCommittee' ? ['committee'] : chance.chance(0.9) ? [attempt.by] : ['secretary', 'committee', 'decider']
    try {
      await file[chance.pick(doers)](code as 'resend', input as never)
      done.add(code)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      expect(error.reasons.every(({ code: reason }) => /^(admission|recognition|members|platform)\./.test(reason)), error.code).toBe(true)
    }
  }
  await look()
  await examineDays([...seen.values()])
  return { done, stages }
}

type Seen = { readonly id: string; readonly on: string; readonly stage: string; readonly page: Page }

/** The stage that the acts of a file tell of a day is the one it had at the end of that day; today's is the one it keeps. */
async function examineStages(seen: readonly Seen[]): Promise<void> {
  const told = await house.rows(`select admission.stage_on(f, d) as stage from unnest($1::uuid[], $2::date[]) with ordinality u (f, d, n) order by n`, [seen.map(({ id }) => id), seen.map(({ on }) => on)])
  expect(told.map(({ stage }) => stage)).toEqual(seen.map(({ stage }) => stage))
  const kept = await house.rows(`select stage from admission.case_file where id = any ($2) and admission.stage_on(id, $1) is distinct from stage`, [house.clock.today(), seen.map(({ id }) => id)])
  expect(kept).toEqual([])
}

/** What was read of a file at the end of a day is read of that day ever after, and as it was known then; only nothing can be done from there. */
async function examineDays(seen: readonly Seen[]): Promise<void> {
  await examineStages(seen)
  // What the ground laid is as if it had been known all the time.
  for (const table of ['organisations.version', 'organisations.placement', 'members.placement', 'members.status', 'members.membership']) await house.owner.query(`update ${table} set recorded_at = '2016-01-01' where recorded_at > '2020-01-01'`)
  for (const { id, on, page } of seen) {
    if (on === house.clock.today()) continue
    const { admission } = house.as('officer')
    const wanted = { ...page, acts: [], version: expect.any(Number) }
    expect(await admission.findCase({ id, asOf: on }), `${on}, known now`).toEqual(wanted)
    expect(await admission.findCase({ id, asOf: on, knownAt: `${on}T23:59:59+07:00` }), `${on}, known then`).toEqual(wanted)
    expect(await admission.findCase({ id, asOf: house.clock.today(), knownAt: `${on}T23:59:59+07:00` }).then(({ stage, votes, dates, returns, closedOn }) => ({ stage, votes, dates, returns, closedOn })), `as known on ${on}`)
      .toEqual({ stage: page.stage, votes: page.votes, dates: page.dates, returns: page.returns.map((each) => ({ ...each, isLate: expect.any(Boolean) })), closedOn: page.closedOn })
  }
}

test('whatever is tried on a file, it has exactly one next act with an owner, its stage is what its acts made of it, and no step closed without a rule', { timeout: 600_000 }, async () => {
  const [done, stages] = [new Set<ActKind>(), new Set<string>()]
  for (let seed = 0; seed < beginnings.length; seed++) {
    const walked = await walk(seed, 24)
    for (const act of walked.done) done.add(act)
    for (const stage of walked.stages) stages.add(stage)
  }
  // The walks are long enough to have been nearly everywhere.
  expect(done.size).toBeGreaterThanOrEqual(20)
  expect([...stages]).toEqual(expect.arrayContaining(['admission committeePassed', 'admission decided', 'admission ceremonyHeld', 'confirmation running', 'confirmation cellPassed', 'confirmation committeePassed']))
})
