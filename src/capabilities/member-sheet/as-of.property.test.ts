import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, newId, plainDate, type PlainDate } from '../../kernel/index.ts'
import { runAction } from '../../platform/action/index.ts'
import { addFullMember } from '../../../tests/harness/ground.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { correctFromList } from '../members/index.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

/** A change true from a day, a correction of what stands, or a list that says something else; each some days after the last. */
const step = fc.record({
  after: fc.integer({ min: 0, max: 40 }), way: fc.constantFrom('change', 'correction', 'import'), to: fc.constantFrom('Thôn A', 'Thôn B', 'Thôn C', 'Thôn D'), back: fc.integer({ min: 0, max: 900 }),
})

type Statement = { from: PlainDate | undefined; text: string | null; knownFrom: PlainDate }

const START = plainDate('2018-10-05')

/** The plain recount: days from which each text holds, as known after each step; a correction replaces the stretch that contains the day. */
function recount(history: Statement[][], { way, to, on, since }: { way: string; to: string; on: PlainDate; since: PlainDate }): Statement[] {
  const last = history.at(-1)!
  if (way === 'change') return [...last.filter((each) => each.from === undefined || each.from < since), { from: since, text: to, knownFrom: on }]
  return [...last.slice(0, -1), { ...last.at(-1)!, text: to, knownFrom: on }]
}

const textAt = (statements: readonly Statement[], on: PlainDate) => statements.findLast((each) => each.from === undefined || each.from <= on)!.text

async function doStep(personId: string, way: string, to: string, since: PlainDate): Promise<void> {
  if (way === 'import') {
    const { rows: [person] } = await house.owner.query('select version from members.person where id = $1', [personId])
    await runAction(house.ports, 'keeper', async (ctx) => {
      await ctx.authorise('members.move', 'own part')
      return correctFromList(ctx, { corrections: [{ personId, personVersion: person.version, person: { residence: to }, membership: {} }], sourceId: newId(), basis: 'Danh sách' })
    }, undefined)
    return
  }
  const { id } = await house.as('secretaryA1').memberSheet.proposeCorrection({
    personId, reason: 'x', paper: 'Sổ hộ khẩu', changes: [{ field: 'residence', after: { text: to }, ...(way === 'change' ? { since } : {}) }],
  })
  await house.as('grassrootsA').memberSheet.approveProposal({ proposalId: id, version: 1, consentNumber: '1', consentOn: '2018-10-01' })
}

test('on any day, as known on any day, the sheet says what a plain recount says, and the live value is what lists read', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(fc.tuple(fc.integer({ min: -950, max: 220 }), fc.integer({ min: 0, max: 220 })), { minLength: 5, maxLength: 5 }), async (steps, looks) => {
    house.clock.moveTo(START)
    const personId = await addFullMember(house.owner, house.ground.places.cellA1, 'Nguyễn Văn Thử', '1980-01-01')
    await house.owner.query(`begin; set local dangvu.now = '2018-10-05T04:00:00Z'; update members.person set residence = 'Thôn Gốc' where id = '${personId}'; delete from member_sheet.value where person_id = '${personId}'; commit`)
    const history: Statement[][] = [[{ from: undefined, text: 'Thôn Gốc', knownFrom: START }]]
    const knownFrom: PlainDate[] = [START]
    let on = START
    for (const { after, way, to, back } of steps) {
      on = addDays(on, after)
      house.clock.moveTo(on)
      const current = history.at(-1)!.at(-1)!.text
      if (to === current) continue
      const since = addDays(on, -back)
      await doStep(personId, way, to, since)
      history.push(recount(history, { way, to, on, since }))
      knownFrom.push(on)
    }
    house.clock.moveTo(addDays(on, 1))
    const residenceOf = async (asOf: PlainDate, knownAt?: string) => (await house.as('grassrootsA').memberSheet.findSheet({ personId, asOf, ...(knownAt ? { knownAt } : {}) })).fields.find((each) => each.key === 'residence')!.text
    for (const [dayOffset, knownOffset] of looks) {
      const [day, known] = [addDays(START, dayOffset), addDays(START, knownOffset)]
      expect(await residenceOf(day, `${known}T12:00:00Z`)).toBe(textAt(history[knownFrom.findLastIndex((from) => from <= known)]!, day))
      expect(await residenceOf(day)).toBe(textAt(history.at(-1)!, day))
    }
    const { rows: [row] } = await house.owner.query(`
      select p.residence, (select member_sheet.said(v.content) from member_sheet.value v where v.person_id = p.id and v.field = 'residence' and v.superseded_at is null and v.valid_during @> $2::date) as stated
      from members.person p where p.id = $1`, [personId, addDays(on, 1)])
    if (history.length > 1) expect(row.stated).toBe(row.residence)
    expect(row.residence).toBe(textAt(history.at(-1)!, addDays(on, 1)))
  }), { numRuns: 25 })
}, 120_000)
