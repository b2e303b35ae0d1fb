import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, newId, plainDate, type PlainDate } from '../../kernel/index.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { membershipYears, partyAgeReachedOn, partyAgeStretches, type PartyAgeRuling, type SpellOfMembership } from './party-age.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const FIRST = plainDate('1950-01-01')
const TODAY = plainDate('2018-10-05')

/** Days in rising order make spells in turn with the times between them, and interruptions somewhere in them. */
const history = fc.record({
  edges: fc.uniqueArray(fc.integer({ min: 0, max: 24_000 }), { minLength: 1, maxLength: 5 }),
  gaps: fc.uniqueArray(fc.integer({ min: 0, max: 25_000 }), { maxLength: 6 }),
  countedFrom: fc.option(fc.integer({ min: 0, max: 2_000 })),
}).map(({ edges, gaps, countedFrom }) => {
  const days = [...edges].sort((a, b) => a - b).map((n) => addDays(FIRST, n))
  const spells: SpellOfMembership[] = []
  for (let i = 0; i < days.length; i += 2) spells.push({ decidedOn: days[i]!, admittedOn: null, endedOn: days[i + 1] ?? null })
  const bounds = [...gaps].sort((a, b) => a - b).map((n) => addDays(FIRST, n))
  const rulings: PartyAgeRuling[] = []
  for (let i = 0; i + 1 < bounds.length; i += 2) rulings.push({ kind: 'interruption', from: bounds[i]!, until: bounds[i + 1]! })
  const ruled = countedFrom === null ? undefined : addDays(FIRST, countedFrom)
  if (ruled && !(spells[0]!.endedOn && ruled >= spells[0]!.endedOn)) rulings.push({ kind: 'countedFrom', from: ruled })
  return { spells, rulings }
})

test('for any history: the party age of a day is the sum of its stretches, never falls, and is reached on the day that is named', () => {
  fc.assert(fc.property(history, fc.integer({ min: 1, max: 60 }), ({ spells, rulings }, years) => {
    const reachedOn = partyAgeReachedOn(spells, rulings, years, { goesOn: true })
    if (!reachedOn) return
    const open = spells.map((spell, i) => (i === spells.length - 1 ? { ...spell, endedOn: null } : spell))
    expect(membershipYears(open, reachedOn, rulings)).toBeGreaterThanOrEqual(years)
    expect(membershipYears(open, addDays(reachedOn, -1), rulings) ?? 0).toBeLessThan(years)
    const stretches = partyAgeStretches(spells, rulings, TODAY)
    for (const [i, stretch] of stretches.entries()) if (i > 0) expect(stretches[i - 1]!.until! <= stretch.from).toBe(true)
  }), { numRuns: 400 })
})

test('for any history the database counts what the program counts', async () => {
  const cell = house.ground.places.cellA1
  const days = ['1960-02-29', '1985-06-15', '1999-12-31', '2018-10-05'].map(plainDate)
  const write = async (id: string, { spells, rulings }: { spells: SpellOfMembership[]; rulings: PartyAgeRuling[] }) => {
    await house.owner.query('insert into members.person (id, full_name, sort_key, keeper_id) values ($1, $2, $2, $3)', [id, 'Thử', cell])
    for (const [i, spell] of spells.entries())
      await house.owner.query(`insert into members.membership (id, person_id, ordinal, decided_on, ended_on, end_kind) values ($1, $2, $3, $4, $5, $6)`, [newId(), id, i + 1, spell.decidedOn, spell.endedOn, spell.endedOn && 'resignation'])
    for (const ruling of rulings)
      await house.owner.query(`insert into members.party_age_ruling (id, person_id, kind, valid_during, reason, decision_number, decided_on) values ($1, $2, $3, daterange($4, $5), 'Thử', '1-QĐ', '2018-01-01')`,
        [newId(), id, ruling.kind, ruling.from, ruling.kind === 'interruption' ? ruling.until : null])
  }
  await fc.assert(fc.asyncProperty(history, async (each) => {
    const id = newId()
    await write(id, each)
    for (const on of days) {
      const [row] = await house.rows<{ years: number | null }>('select members.membership_years($1, $2) as years', [id, on])
      expect(row!.years ?? undefined, on).toBe(membershipYears(each.spells, on as PlainDate, each.rulings))
    }
  }), { numRuns: 60 })
})
