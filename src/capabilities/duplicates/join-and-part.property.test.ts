import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { refusalOf } from '../../../tests/harness/cases.ts'
import { everyRow, layRecord, layShared, recordShape } from '../../../tests/harness/two-records.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const side = fc.constantFrom('first' as const, 'second' as const)

/** Live facts of a person: one a day, none left at the record that was put aside. */
async function expectOneRecord(survivorId: string, otherId: string) {
  for (const table of ['members.membership', 'members.status', 'members.placement', 'members.overlay', 'members.post', 'member_sheet.value', 'member_sheet.entry'])
    expect(await house.rows(`select 1 from ${table} where person_id = $1 and superseded_at is null`, [otherId]), table).toEqual([])
  expect(await house.rows('select 1 from members.standing where person_id = $1', [otherId])).toEqual([])
  for (const [table, column] of [['admission.case_file', 'person_id'], ['admission.case_file', 'mentor_id'], ['sources_and_targets.prospect', 'person_id'], ['sources_and_targets.mentor_assignment', 'mentor_id'], ['member_sheet.proposal', 'person_id'], ['dossiers.finding', 'person_id'], ['members.account_person', 'person_id'], ['members.overlay', 'contact_id']])
    expect(await house.rows(`select 1 from ${table} where ${column} = $1`, [otherId]), `${table}.${column}`).toEqual([])
  expect(await house.rows('select 1 from dossiers.dossier d join dossiers.item i on i.dossier_id = d.id where d.person_id = $1', [otherId])).toEqual([])
  const spells = await house.rows('select duplicates.days_of_spell(to_jsonb(m))::text as days, ordinal from members.membership m where person_id = $1 and superseded_at is null order by ordinal', [survivorId])
  expect(spells.map(({ ordinal }) => ordinal)).toEqual(spells.map((_s, i) => i + 1))
  const outside = await house.rows(`select 1 from members.placement p where p.person_id = $1 and p.superseded_at is null
    and not p.valid_during <@ (select range_agg(duplicates.days_of_spell(to_jsonb(m))) from members.membership m where m.person_id = $1 and m.superseded_at is null)`, [survivorId])
  expect(outside).toEqual([])
}

test('joining two records and parting them again leaves every table as it was', async () => {
  await fc.assert(fc.asyncProperty(recordShape, recordShape, side, side, side, async (one, two, survivor, membership, choice) => {
    const shared = await layShared(house)
    const [a, b] = [await layRecord(house, one, shared), await layRecord(house, two, shared)]
    const calls = house.as('officer').duplicates
    const { pairId } = await calls.pairPeople({ firstId: a, secondId: b })
    const pair = await calls.findPair({ pairId })
    const choices = pair.fields.filter(({ needsChoice }) => needsChoice).map(({ field }) => ({ field, side: choice }))
    const before = await everyRow(house)
    const join = calls.joinRecords({ pairId, version: pair.version, survivor, membership, choices, reason: 'Cùng một người', basis: 'Lý lịch' })
    const refused = await join.then(() => undefined, (error: unknown) => error)
    if (refused) {
      const { codes } = await refusalOf(Promise.reject(refused))
      expect(codes.every((code) => ['duplicates.twoCells', 'duplicates.endedAndLive', 'duplicates.openAtOnce'].includes(code)), JSON.stringify(codes)).toBe(true)
      expect(await everyRow(house)).toEqual(before)
    }
    // Only what was joined counts as a run: a refused pair is checked above and another is drawn.
    fc.pre(!refused)
    const { joiningId, survivorId } = await join
    await expectOneRecord(survivorId, survivorId === a ? b : a)
    const joining = await calls.findJoining({ joiningId })
    expect(joining.builtSince).toEqual([])
    await calls.partRecords({ joiningId, version: joining.version, reason: 'Nhầm' })
    const after = await everyRow(house)
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
  }), { numRuns: Number(process.env.RUNS ?? 8), ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) })
}, 180_000)
