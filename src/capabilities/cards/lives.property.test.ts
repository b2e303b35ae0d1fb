import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, newId, plainDate, Refusal, type PlainDate } from '../../kernel/index.ts'
import { runAction, type Ctx } from '../../platform/action/index.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { addPerson, admitMember, confirmMember, countMembers, countMembersByCell } from '../members/index.ts'

// Lives of one member at a time: whatever is done in whatever order, what is refused leaves no trace, and what is accepted leaves one cell and one status on
// every day of membership, a number that nobody else has, and counts that add up.

const BEGIN = plainDate('2016-01-01')
const DAYS = 900

let house: House
let rangeId: string
beforeAll(async () => {
  house = await openHouse({ today: addDays(BEGIN, DAYS + 10) })
  rangeId = (await api().cards!.giveRange!({ organisationId: house.ground.places.district, first: '02030001', last: '02039999', basis: 'Dải số', givenOn: BEGIN })).id
})
afterAll(() => house.close())

const api = () => house.as('officer') as unknown as Record<string, Record<string, (input: object) => Promise<any>>>
const inside = <T>(work: (ctx: Ctx) => Promise<T>) =>
  runAction(house.ports, 'keeper', async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    await ctx.audit({ event: 'test.worked', subject: { type: 'test', id: 'x' } })
    return work(ctx)
  }, undefined)

const kinds = ['admit', 'recognise', 'suspend', 'lift', 'exempt', 'return', 'move', 'card', 'exchange', 'lose', 'giveIn', 'giveBack', 'strikeOff', 'resign', 'expel', 'restore', 'die'] as const
type Deed = { kind: (typeof kinds)[number]; after: number; cell: number }
const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...kinds), after: fc.integer({ min: 0, max: 90 }), cell: fc.integer({ min: 0, max: 1 }) })

const decision = (on: PlainDate) => ({ decisionNumber: `${on}-${newId().slice(-6)}`, decidedOn: on, issuedBy: 'Ban Thường vụ Huyện ủy' })

async function endByCase(personId: string, kind: 'strikeOff' | 'resign', on: PlainDate): Promise<void> {
  const { lifecycle } = api()
  const { id } = kind === 'strikeOff' ? await lifecycle!.openStrikeOff!({ personId, ground: 'cardGivenUp', reason: 'Trả thẻ', on }) : await lifecycle!.openResignation!({ personId, reason: 'Xin ra', on })
  for (const [version, level] of [[1, 'cell'], [2, 'committee']] as const) {
    const { denominator } = await lifecycle!.rollForEnding!({ endingId: id, level, on })
    await lifecycle!.recordEndingVote!({ endingId: id, version, level, heldOn: on, present: denominator, inFavour: denominator, against: 0 })
  }
  await lifecycle!.decideEnding!({ endingId: id, version: 3, ...decision(on), endedOn: on })
}

async function giveCard(personId: string, on: PlainDate, cause?: string): Promise<void> {
  const { cards } = api()
  await cards!.proposeCards!({ people: [{ personId, ...(cause ? { cause } : {}) }], on })
  const card = async (state: string) => (await cards!.findMemberCards!({ personId })).cards.find((each: { state: string }) => each.state === state)
  await cards!.decideCards!({ organisationId: house.ground.places.district, rangeId, ...decision(on), cards: [{ cardId: (await card('proposed')).id }] })
  const { id, version } = await card('decided')
  await cards!.handCardOver!({ cardId: id, version, on, receivedBy: 'Người nhận' })
}

async function live({ kind, cell }: Deed, personId: string, on: PlainDate): Promise<unknown> {
  const { cards, lifecycle } = api()
  const cellId = [house.ground.places.cellA1, house.ground.places.cellA2][cell]!
  const measures = () => lifecycle!.findMeasures!({ personId })
  const held = async (state: string) => (await cards!.findMemberCards!({ personId })).cards.find((each: { state: string }) => each.state === state) ?? { id: newId(), version: 1 }
  switch (kind) {
    case 'admit': return inside((ctx) => admitMember(ctx, { personId, cellId, decidedOn: on, decisionNumber: '1-QĐ', decidedBy: null, ceremonyOn: on, sourceId: newId() }))
    case 'recognise': return inside((ctx) => confirmMember(ctx, { personId, confirmedOn: on, decisionNumber: '2-QĐ', signedOn: on, sourceId: newId() }))
    case 'move': return api().members!.moveMember!({ id: personId, cellId, on, basis: '3-QĐ' })
    case 'suspend': return lifecycle!.suspendMember!({ personId, ground: 'inquiry', reason: 'Xem xét', ...decision(on), from: on, lastDay: addDays(on, 60) })
    case 'lift': { const s = (await measures()).suspensions.find((each: { liftedOn: unknown }) => !each.liftedOn); return lifecycle!.liftSuspension!({ suspensionId: s?.id ?? newId(), version: s?.version ?? 1, on, reason: 'Hết hạn' }) }
    case 'exempt': return lifecycle!.exemptMember!({ personId, ground: 'oldAge', resolution: '4-NQ', decidedOn: on, from: on })
    case 'return': { const e = (await measures()).exemptions.find((each: { returnedOn: unknown }) => !each.returnedOn); return lifecycle!.endExemption!({ exemptionId: e?.id ?? newId(), version: e?.version ?? 1, on, basis: 'Đơn' }) }
    case 'card': return giveCard(personId, on)
    case 'exchange': return giveCard(personId, on, 'campaign')
    case 'lose': {
      const { id } = await cards!.reportCardLoss!({ personId, lostOn: on, reportedOn: on, circumstances: 'Rơi' })
      await cards!.concludeCardLoss!({ lossId: id, version: 1, on, outcome: 'lost', paper: 'KL' })
      return giveCard(personId, on, 'lost')
    }
    case 'giveIn': { const card = await held('held'); return cards!.withdrawCard!({ cardId: card.id, version: card.version, on, outcome: 'withdrawn', reason: 'Biên bản' }) }
    case 'giveBack': { const card = await held('withdrawn'); return cards!.giveCardBack!({ cardId: card.id, version: card.version, on, basis: 'QĐ' }) }
    case 'strikeOff': case 'resign': return endByCase(personId, kind, on)
    case 'expel': return lifecycle!.recordDiscipline!({ personId, measure: 'expulsion', authority: 'superior', ground: 'Vi phạm', ...decision(on), effectiveOn: on })
    case 'restore': {
      const ending = (await lifecycle!.findEndings!({ personId })).endings.find((each: { stage: string }) => each.stage === 'ended')
      if (ending) return lifecycle!.reviewEnding!({ endingId: ending.id, version: ending.version, outcome: 'annulled', ...decision(on), reason: 'Sai' })
      const expulsion = (await measures()).disciplines.find((each: { measure: string; state: string }) => each.measure === 'expulsion' && each.state !== 'annulled')
      return lifecycle!.reviewDiscipline!({ disciplineId: expulsion?.id ?? newId(), version: expulsion?.version ?? 1, outcome: 'annulled', ...decision(on), reason: 'Sai' })
    }
    case 'die': return lifecycle!.recordDeath!({ personId, diedOn: on, paper: 'Trích lục' })
  }
}

/** Days on which the person is a member without exactly one cell, status and standing, or is none with one. */
const wrongDays = (personId: string) => house.rows(`
  select d::date as day, c.cells, s.statuses, t.standings, m.member from generate_series($2::date, $3::date, interval '1 day') d
  cross join lateral (select count(*)::int as cells from members.placement x where x.person_id = $1 and x.superseded_at is null and x.valid_during @> d::date) c
  cross join lateral (select count(*)::int as statuses from members.status x where x.person_id = $1 and x.superseded_at is null and x.valid_during @> d::date) s
  cross join lateral (select count(*)::int as standings from members.standing x where x.person_id = $1 and x.valid_during @> d::date) t
  cross join lateral (select count(*) > 0 as member from members.membership x where x.person_id = $1 and x.superseded_at is null and x.ceremony_on <= d::date and (x.ended_on is null or x.ended_on > d::date)) m
  where not (c.cells = m.member::int and s.statuses = m.member::int and t.standings = m.member::int)`, [personId, addDays(BEGIN, -5), addDays(BEGIN, DAYS + 5)])

test('any life leaves one cell on every day of membership, a status that covers it, a number of its own, and counts that add up', async () => {
  const { cellA1, district } = house.ground.places
  const done = new Map<string, number>()
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 14 }), async (deeds) => {
    const personId = (await inside((ctx) => addPerson(ctx, { fullName: 'Lý Văn Đời', keeperId: cellA1 }))).id
    let on = BEGIN
    // A life begins with the admission and the recognition, or nothing else would be accepted.
    for (const each of [{ kind: 'admit', after: 1, cell: 0 }, { kind: 'recognise', after: 30, cell: 0 }, ...deeds] as Deed[]) {
      on = addDays(on, each.after) > addDays(BEGIN, DAYS) ? addDays(BEGIN, DAYS) : addDays(on, each.after)
      try {
        await live(each, personId, on)
        done.set(each.kind, (done.get(each.kind) ?? 0) + 1)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
    expect(await wrongDays(personId)).toEqual([])
    expect(await house.rows(`
      select number from (select number, person_id from members.card_number where superseded_at is null union select number, person_id from cards.card where number is not null
        union select card_number, person_id from members.membership where superseded_at is null and card_number is not null) n group by number having count(distinct person_id) > 1`)).toEqual([])
    // Whoever has left still holds a card until it is given back: its number is that of the spell in which it was given.
    expect(await house.rows(`
      select c.number from cards.card c left join lateral (select m.card_number from members.membership m where m.person_id = c.person_id and m.superseded_at is null and m.admission_day <= c.decided_on order by m.ordinal desc limit 1) m on true
      where c.state = 'held' and c.person_id = $1 and c.number is distinct from m.card_number`, [personId])).toEqual([])
    const asked = { organisationId: district, on }
    const [whole, byCell] = await inside(async ({ db }) => [await countMembers(db, asked), await countMembersByCell(db, asked)] as const)
    expect(whole.members).toBe(byCell.reduce((total, each) => total + each.members, 0))
  }), { numRuns: 20, examples: [[(['suspend', 'lift', 'card', 'strikeOff', 'restore', 'expel', 'restore', 'exchange', 'die'] as const).map((kind) => ({ kind, after: 20, cell: 0 }))]] })
  // Refusing everything would hold the property too.
  for (const kind of ['suspend', 'card', 'strikeOff', 'expel', 'restore', 'die']) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(0)
}, 180_000)
