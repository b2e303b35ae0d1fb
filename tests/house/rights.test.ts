import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { settleFigures } from '../../src/capabilities/statistics/index.ts'
import { contract, routesOf } from '../../src/app/server/house.ts'
import { operationsOf, type Operation } from '../../src/platform/http/index.ts'
import { dbOf, type Who } from '../../src/platform/action/index.ts'
import { openHouse, type House } from '../harness/house.ts'
import { makeInput, placedFields, type Where } from './rights/input.ts'
import { outcomeOf, withoutTrace, type Outcome } from './rights/outcome.ts'
import { rights, type Right } from './rights/table.ts'
import { actorNames, layActors, layThings, places, recordBeforehand, roleNames, type ActorName, type PlaceName, type RoleName, type Things } from './rights/things.ts'

const operations = operationsOf(contract, routesOf({ demonstration: false }))
const outputOf = (name: string) => { const [room, operation] = name.split('.') as [keyof typeof contract, string]; return (contract[room] as any)[operation]['~orpc'].outputSchema as z.ZodType | undefined }

const placeNames = Object.keys(places) as PlaceName[]
const withPeople: readonly string[] = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector']

let house: House
let things: Record<PlaceName, Things>
let hashes: Awaited<ReturnType<typeof layActors>>
let versions: Map<string, number>
/** Identifiers, names and codes that somebody in a role may never be told. */
let secretsFor: Record<ActorName, string[]>

const whoIs = (actor: ActorName): Who => (actor === 'nobody' ? { secretHash: '00'.repeat(32) } : { secretHash: hashes[actor] })

async function listSecrets(actor: ActorName): Promise<string[]> {
  const seenCells = actor === 'cellSecretary' ? ['cellA1'] : withPeople.includes(actor) ? ['cellA1', 'cellA2', 'cellA3'] : []
  const seenPlaces = ['cellSecretary', 'member'].includes(actor) ? ['cellA1', 'communeA', 'district'] : roleNames.includes(actor as RoleName) ? ['cellA1', 'cellA2', 'cellA3', 'communeA', 'district'] : []
  const idsOf = (names: string[]) => names.map((name) => house.ground.places[name as keyof typeof house.ground.places])
  const people = await house.rows<{ id: string; full_name: string }>('select id, full_name from members.person where keeper_id <> all ($1) and ($2 <> $3 or id <> $4)',
    [idsOf(seenCells), actor, 'member', house.ground.members.cellA1[3]])
  const organisations = await house.rows<{ id: string; name: string; short_name: string }>('select organisation_id as id, name, short_name from organisations.version where organisation_id <> all ($1)', [idsOf(seenPlaces)])
  const papers = Object.values(things).filter((each) => !seenCells.includes(each.cell))
    .flatMap((each) => [each.prospectId, each.caseId, each.documentId, each.scanId, each.verificationId, each.confirmationId, each.importId, each.dossierId, each.itemId, each.dossierScanId, each.loanId, each.handoverId, each.remakingId, each.inspectionId, each.findingId, each.planId, each.actPlanId, each.periodId, each.reportId, each.submissionId, each.conferenceId, each.solutionId, each.badgeId, each.awardedId, each.disciplineId, each.suspensionId, each.exemptionId, each.rulingId, each.rangeId, each.cardId, each.heldCardId, each.lossId, each.endingId, each.endedId, each.transferId, each.jointDecisionId, each.pairId, each.joiningId, each.returnId, each.reconciliationId, each.differenceId, each.markedReturnId, each.statementId, each.roundId, each.signedListId, each.setAsideId, each.postId, each.overlayId])
  const foreignUsers = [house.ground.accounts.secretaryB1.id, 'Người dùng secretaryB1', house.ground.accounts.grassrootsB.id, 'Người dùng grassrootsB', things.otherCommune.committeeId]
  return [...people.flatMap((each) => [each.id, each.full_name]), ...organisations.flatMap((each) => [each.id, each.name, each.short_name]), ...papers, ...foreignUsers]
}

beforeAll(async () => {
  house = await openHouse()
  things = Object.fromEntries(await Promise.all(placeNames.map(async (name) => [name, await layThings(house, places[name])]))) as typeof things
  await settleFigures(dbOf(house.owner), { today: house.clock.today(), fewest: 0 })
  await recordBeforehand(house)
  await house.owner.query(`update members.person set full_name = full_name || ' Của ' || keeper_id where full_name not like '%Của cell%'`)
  hashes = await layActors(house)
  const rows = await house.rows<{ id: string; version: number }>(
    `select id::text, version from members.person union all select id::text, version from admission.case_file union all select id::text, version from import_export.import union all select id::text, version from sources_and_targets.prospect union all select id::text, version from reports.report union all select id::text, version from reorganisation.plan union all select id::text, version from conferences.conference union all select id::text, version from conferences.solution`)
  versions = new Map(rows.map((row) => [row.id, row.version]))
  secretsFor = Object.fromEntries(await Promise.all(actorNames.map(async (actor) => [actor, await listSecrets(actor)]))) as typeof secretsFor
})
afterAll(() => house.close())

const shown = (outcome: Outcome) => outcome.came === 'refusal' ? `${outcome.kind} ${outcome.code}` : outcome.came === 'crash' ? `crash: ${outcome.told.slice(0, 300)}` : `an answer ${outcome.told.slice(0, 120)}`
const isRefused = (outcome: Outcome, kind: string) => outcome.came === 'refusal' && outcome.kind === kind
const withoutIds = (told: string) => told.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d\d\.\d{3}[\d.]*|99\.999/g, '…')
const alike = (a: Outcome, b: Outcome) => a.came === b.came && withoutIds(a.told) === withoutIds(b.told)
const leaksOf = (actor: ActorName, { told }: Outcome) => secretsFor[actor].filter((secret) => told.includes(secret))

/** Whether a thing of a place lies in the part of an actor. */
function isInside(right: Right, actor: ActorName, place: PlaceName): boolean {
  if (actor === 'withoutRole' || place === 'otherCommune') return false
  if (right.about === 'people') return withPeople.includes(actor) && (actor !== 'cellSecretary' || place === 'ownCell')
  return place === 'ownCell' || !['cellSecretary', 'member'].includes(actor)
}

/** Runs every piece of work, a few at a time. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  await Promise.all(Array.from({ length: 5 }, async () => { for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item) }))
}

type Trial = { operation: Operation; right: Right; ask: (actor: ActorName, given: { where: Where; elsewhere?: { field: string; where: Where }; bare?: boolean }) => Promise<Outcome> }

function trialOf(operation: Operation): Trial {
  const ports = withoutTrace(house.ports)
  return {
    operation, right: rights[operation.name]!,
    ask(actor, { where, elsewhere, bare }) {
      const subject = operation.name.startsWith('members.') ? 'memberId' : operation.name.startsWith('admission.') ? 'caseId' : operation.name.startsWith('importExport.') ? 'importId' : operation.name.startsWith('transfers.') ? 'transferId' : operation.name.startsWith('reorganisation.') ? 'planId' : operation.name.startsWith('reports.') ? 'reportId' : operation.name === 'conferences.followUpSolution' ? 'solutionId' : operation.name.startsWith('conferences.') ? 'conferenceId' : operation.name.startsWith('dossiers.') ? (/Item$|Remaking$/.test(operation.name) ? 'itemId' : /Sample|Inspection/.test(operation.name) ? 'inspectionId' : 'dossierId') : 'prospectId'
      const version = where === 'nowhere' ? 1 : (versions.get(where[subject]) ?? 1)
      const input = makeInput(operation.name, operation.input, { where, sample: things.ownCell, version, elsewhere, ...(bare ? { bare } : {}) })
      return outcomeOf(ports, operation.route, outputOf(operation.name), whoIs(actor), input)
    },
  }
}

/** What is wrong about an outcome for somebody for whom the thing does not lie in the part: it must be as if it did not exist. */
function wrongOutside({ right }: Trial, actor: ActorName, outcome: Outcome, ofNothing: Outcome): string | undefined {
  const mayNever = !right.roles.has(actor as RoleName)
  if (outcome.came === 'crash' || ofNothing.came === 'crash') return `must be notFound; of what does not exist: ${shown(ofNothing)}`
  if (!alike(outcome, ofNothing)) return `tells that it exists; of what does not exist: ${shown(ofNothing)}`
  if (isRefused(outcome, 'notFound') || (mayNever && isRefused(outcome, 'notAllowed')) || (right.filters && outcome.came === 'answer')) return undefined
  return 'must be notFound'
}

/** What is wrong about an outcome for somebody for whom the thing lies in the part. */
function wrongInside({ right }: Trial, actor: ActorName, outcome: Outcome): string | undefined {
  if (!right.roles.has(actor as RoleName)) return isRefused(outcome, 'notAllowed') ? undefined : 'must be notAllowed'
  return outcome.came === 'crash' || isRefused(outcome, 'notAllowed') || isRefused(outcome, 'notFound') ? 'must be done, or refused for another reason than rights' : undefined
}

async function tryPlaces(trial: Trial, report: (line: string) => void): Promise<void> {
  const { operation, right } = trial
  for (const actor of actorNames.filter((name) => name !== 'nobody')) {
    const ofNothing = await trial.ask(actor, { where: 'nowhere' })
    for (const place of placeNames) {
      const outcome = await trial.ask(actor, { where: things[place] })
      const wrong = isInside(right, actor, place) ? wrongInside(trial, actor, outcome) : wrongOutside(trial, actor, outcome, ofNothing)
      if (wrong) report(`${operation.name} as ${actor} on ${place}: ${wrong}, but was ${shown(outcome)}`)
      for (const leak of leaksOf(actor, outcome)) report(`${operation.name} as ${actor} on ${place} tells ${leak}`)
    }
  }
}

describe('every operation, in every role, wherever the thing lies', () => {
  const placed = operations.filter((operation) => placedFields(operation.name, operation.input).length > 0 && rights[operation.name]?.about !== 'ownPart')
  const rooms = Object.keys(contract)

  test('has a line in the table of rights', () => {
    expect(operations.map((operation) => operation.name).filter((name) => !rights[name])).toEqual([])
  })

  test('can be asked: an input is made from its schema', () => {
    const unmade = operations.flatMap(({ name, input }) => {
      try { makeInput(name, input, { where: things.ownCell, sample: things.ownCell, version: 1 }); return [] } catch (error) { return [`${name}: ${(error as Error).message}`] }
    })
    expect(unmade).toEqual([])
  })

  test.each(rooms)('%s: outside the own part is not found, inside without permission not allowed, with permission done', async (room) => {
    const wrong: string[] = []
    await eachOf(placed.filter((operation) => operation.name.startsWith(`${room}.`)), (operation) => tryPlaces(trialOf(operation), (line) => wrong.push(line)))
    expect(wrong.toSorted()).toEqual([])
  }, 120_000)

  test.each(rooms)('%s: a thing of another commune beside own things is as if it did not exist', async (room) => {
    const wrong: string[] = []
    await eachOf(placed.filter((operation) => operation.name.startsWith(`${room}.`)), async (operation) => {
      const fields = placedFields(operation.name, operation.input)
      if (fields.length < 2) return
      const trial = trialOf(operation)
      for (const actor of trial.right.roles) for (const field of fields) {
        const outcome = await trial.ask(actor, { where: things.ownCell, elsewhere: { field, where: things.otherCommune } })
        const ofNothing = await trial.ask(actor, { where: things.ownCell, elsewhere: { field, where: 'nowhere' } })
        if (outcome.came === 'crash' || !alike(outcome, ofNothing)) wrong.push(`${operation.name} as ${actor}, ${field} of another commune: was ${shown(outcome)}; of what does not exist: ${shown(ofNothing)}`)
        for (const leak of leaksOf(actor, outcome)) wrong.push(`${operation.name} as ${actor}, ${field} of another commune, tells ${leak}`)
      }
    })
    expect(wrong.toSorted()).toEqual([])
  }, 120_000)

  test('without naming a place: the own part is answered to who may, and nothing beyond it', async () => {
    const wrong: string[] = []
    const unplaced = operations.filter(({ name, input }) => {
      if (rights[name]?.about === 'open') return false
      const required = new Set((input ? placedFields(name, input) : []))
      if (required.size === 0 || rights[name]?.about === 'ownPart') return true
      try { makeInput(name, input, { where: things.ownCell, sample: things.ownCell, version: 1, bare: true }) } catch { return false }
      const bare = makeInput(name, input, { where: things.ownCell, sample: things.ownCell, version: 1, bare: true }) as Record<string, unknown>
      return [...required].every((field) => bare[field] === undefined)
    })
    await eachOf(unplaced, async (operation) => {
      const trial = trialOf(operation)
      for (const actor of actorNames.filter((name) => name !== 'nobody')) {
        const outcome = await trial.ask(actor, { where: things.ownCell, bare: true })
        const problem = trial.right.roles.has(actor as RoleName)
          ? (outcome.came === 'crash' || isRefused(outcome, 'notAllowed') ? 'must be answered' : undefined)
          : isRefused(outcome, 'notAllowed') || (actor === 'withoutRole' && isRefused(outcome, 'notFound')) ? undefined : 'must be notAllowed'
        if (problem) wrong.push(`${operation.name} as ${actor}: ${problem}, but was ${shown(outcome)}`)
        for (const leak of leaksOf(actor, outcome)) wrong.push(`${operation.name} as ${actor} tells ${leak}`)
      }
    })
    expect(unplaced.length).toBeGreaterThan(10)
    expect(wrong.toSorted()).toEqual([])
  }, 120_000)

  test('who is not signed in is told so, whatever is asked', async () => {
    const wrong: string[] = []
    await eachOf(operations.filter(({ name }) => rights[name]?.about !== 'open'), async (operation) => {
      const outcome = await trialOf(operation).ask('nobody', { where: things.ownCell })
      if (outcome.came !== 'refusal' || outcome.code !== 'platform.notSignedIn') wrong.push(`${operation.name}: ${shown(outcome)}`)
    })
    expect(wrong).toEqual([])
  })

  test('a member reads and opens the own record, and no other', async () => {
    const own = { ...things.ownCell, memberId: house.ground.members.cellA1[3]! }
    for (const name of ['members.findMember', 'members.revealMember']) {
      const outcome = await trialOf(operations.find((operation) => operation.name === name)!).ask('member', { where: own })
      expect(shown(outcome)).toContain('an answer')
      expect(leaksOf('member', outcome)).toEqual([])
    }
  })
})

describe('the tables themselves, read as the program in each role', () => {
  /** What the program may not read at all; functions that ask for the rights answer for it. */
  const unreadable = ['reports.basis', 'reports.line', 'statistics.act', 'statistics.headcount', 'statistics.seat', 'statistics.spell', 'statistics.touched']
  const guarded = () => house.rows<{ table: string }>(
    `select t.oid::regclass::text as "table" from pg_class t where t.relkind = 'r' and t.relrowsecurity order by 1`).then((rows) => rows.map((row) => row.table))

  async function readAs(actor: RoleName | 'withoutRole', table: string): Promise<string[]> {
    const client = await house.program.connect()
    try {
      await client.query(house.ports.begin({ secretHash: hashes[actor] }, house.clock))
      return (await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`)).rows.map(({ row }) => row)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test('show no row of another commune, in any role', async () => {
    const wrong: string[] = []
    for (const table of await guarded())
      for (const actor of [...roleNames, 'withoutRole'] as const) {
        if (unreadable.includes(table)) { await expect(readAs(actor, table)).rejects.toThrow('permission denied'); continue }
        const rows = (await readAs(actor, table)).filter((row) => secretsFor[actor].some((secret) => row.includes(secret)))
        if (rows.length) wrong.push(`${table} as ${actor}: ${rows.length} rows, such as ${rows[0]!.slice(0, 300)}`)
      }
    expect(wrong).toEqual([])
  }, 120_000)

  test('show the rows of the own part to who works with people', async () => {
    const empty: string[] = []
    for (const table of await guarded())
      if (!unreadable.includes(table) && (await readAs('grassrootsOfficer', table)).length === 0) empty.push(table)
    expect(empty).toEqual([])
  })

  test('hold a row of the other commune that could be seen', async () => {
    const marks = secretsFor.grassrootsOfficer
    const without: string[] = []
    for (const table of await guarded()) {
      const rows = await house.rows<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`)
      if (!rows.some(({ row }) => marks.some((mark) => row.includes(mark)))) without.push(table)
    }
    expect(without).toEqual([])
  })
})
