import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, plainDate, Refusal, type PlainDate } from '../../kernel/index.ts'
import type { AccountName } from '../../../tests/harness/ground.ts'
import { addFullMember } from '../../../tests/harness/ground.ts'
import { membershipEnded } from '../../../tests/harness/endings.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { addAddress, everything, openTransfer, TransferUnderTest } from '../../../tests/harness/transfers.ts'

// Random histories of transfers, returns, cancellations and late entries: what is refused leaves no trace; what is accepted must leave one
// cell on every day of membership, and the members of all cells together are always the members of the whole.

const BEGIN = plainDate('2017-01-02')
const DAYS = 620
const PEOPLE = 3

let house: House
let address: string
let all: string[]
beforeAll(async () => {
  house = await openHouse({ today: addDays(BEGIN, DAYS) })
  address = await addAddress(house, 'Đảng ủy phường Quang Trung')
  all = ['cellA1', 'cellA2', 'cellA3', 'cellB1', 'cellB2', 'cellH1'].map((name) => house.ground.places[name as 'cellA1'])
})
afterAll(() => house.close())

const deeds = ['toB', 'toH', 'toA', 'outside', 'temporary', 'internal', 'together', 'arriveBack', 'advance', 'advance', 'advance', 'advance', 'advance', 'advance', 'cancel', 'voidLetter', 'move', 'strikeOff'] as const
type Deed = { kind: (typeof deeds)[number]; person: number; day: number; cell: number }
const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...deeds), person: fc.integer({ min: 0, max: PEOPLE - 1 }), day: fc.integer({ min: 60, max: DAYS }), cell: fc.integer({ min: 0, max: 5 }) })

let number = 0
const officer: AccountName = 'officer'

/** A cell of the organisation addressed. */
const cellOf = (toName: string, chosen: number): string => all[toName.includes('Liên Hiệp') ? 3 + (chosen % 2) : toName.includes('Bệnh viện') ? 5 : chosen % 3]!

/** Does what the transfer waits for, as the officer who stands above both sides. */
async function advance(open: TransferUnderTest, on: PlainDate, chosen: number): Promise<void> {
  const page = await open.page()
  const cell = cellOf(page.toName, chosen)
  open.version = page.version
  const act = page.stage === 'handedOver' ? (page.direction === 'out' ? 'confirmOutside' : 'present') : page.nextAct?.code
  switch (act) {
    case 'sendUp': return open.as(officer, 'sendTransferUp', { on })
    case 'issueLetter': return open.as(officer, 'issueLetter', { on, number: `${++number}-GT`, ...everything, attachments: [...everything.attachments] })
    case 'handOver': return open.as(officer, 'handLetterOver', { on })
    case 'present': return open.as(officer, 'recordPresentation', { on, toCellId: cell })
    case 'assignCell': return open.as(officer, 'assignCell', { on, toCellId: cell })
    case 'accept': return open.as(officer, 'acceptMember', { on, number: `${++number}-QĐ` })
    case 'confirmOutside': return open.as(officer, 'confirmOutside', { on, number: `${++number}-PB` })
    case 'recordReturn': return open.as(officer, 'recordStayEnd', { on })
    case 'proposeRemoval': return open.as(officer, 'proposeRemoval', { on, note: 'x' })
    case 'recordRemoval': return open.as(officer, 'recordRemoval', { on, number: `${++number}-QĐ` })
    default: return undefined
  }
}

async function doDeed({ kind, person, day, cell }: Deed, people: readonly string[], openOf: Map<string, TransferUnderTest>): Promise<void> {
  const [personId, on, cellId] = [people[person]!, addDays(BEGIN, day), all[cell]!]
  const open = openOf.get(personId)
  const { communeB, hospital, communeA } = house.ground.places
  const asked = async (over: object) => { openOf.set(personId, await openTransfer(house, { personId, requestedOn: on, causeOn: on, ...over }, officer)) }
  switch (kind) {
    case 'toB': return asked({ receiverId: communeB })
    case 'toH': return asked({ receiverId: hospital })
    case 'toA': return asked({ receiverId: communeA })
    case 'outside': return asked({ addressId: address })
    case 'temporary': return asked({ kind: 'temporary', endsOn: addDays(on, 200), receiverId: communeB })
    case 'internal': return asked({ kind: 'internal', toCellId: cellId })
    case 'together': return void (await house.as(officer).transfers.transferTogether({ personIds: [people[0]!, people[1]!], toCellId: cellId, number: `${++number}-QĐ`, decidedOn: on, on, reason: 'x' }))
    case 'arriveBack': {
      const { id } = await house.as(officer).transfers.openArrival({ kind: 'official', organisationId: communeB, toCellId: all[3 + (cell % 2)]!, addressId: address, letterNumber: `${++number}-GT`, letterOn: on, on, personId })
      return void openOf.set(personId, new TransferUnderTest(house, id))
    }
    case 'advance': {
      for (let step = 0; open && step <= cell; step++) await advance(open, addDays(on, step), cell)
      return undefined
    }
    case 'cancel': return open && open.as(officer, 'cancelTransfer', { on, note: 'x' })
    case 'voidLetter': return open && open.as(officer, 'voidLetter', { on, reason: 'lost', note: 'x' })
    case 'move': return void (await house.as(officer).members.moveMember({ id: personId, cellId, on, basis: 'x' }))
    case 'strikeOff': return void (day % 5 === 0 && (await membershipEnded(house, { id: personId, kind: 'strikeOff', on }, officer)))
  }
}

async function attempt(each: Deed, people: readonly string[], openOf: Map<string, TransferUnderTest>): Promise<boolean> {
  try {
    await doDeed(each, people, openOf)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Days on which cells, statuses and the derived standing disagree, or on which there is more than one of them. */
const wrongDays = (people: readonly string[]) => house.rows(`
  select p.id, d::date as day, c.cells, s.statuses, t.standings
  from unnest($1::uuid[]) p(id) cross join generate_series($2::date, $3::date, interval '1 day') d
  cross join lateral (select count(*)::int as cells from members.placement x where x.person_id = p.id and x.superseded_at is null and x.valid_during @> d::date) c
  cross join lateral (select count(*)::int as statuses from members.status x where x.person_id = p.id and x.superseded_at is null and x.valid_during @> d::date) s
  cross join lateral (select count(*)::int as standings from members.standing x where x.person_id = p.id and x.valid_during @> d::date) t
  where c.cells > 1 or c.cells <> s.statuses or t.standings <> c.cells`, [people, BEGIN, addDays(BEGIN, DAYS + 400)])

/** Days without a cell inside a membership that are not days outside, after a transfer out that was confirmed and before a return. */
const gaps = (people: readonly string[]) => house.rows(`
  select a.person_id, upper(a.valid_during) as left_on from members.placement a
  where a.person_id = any ($1) and a.superseded_at is null and upper(a.valid_during) is not null
    and not exists (select from members.placement b where b.person_id = a.person_id and b.superseded_at is null and lower(b.valid_during) = upper(a.valid_during))
    and not exists (select from members.membership m where m.person_id = a.person_id and m.ended_on = upper(a.valid_during))`, [people])

/** Members of every cell on a day by the public list, and of the whole. */
async function countsOn(asOf: PlainDate): Promise<[number, number]> {
  const total = async (organisationId: string) => (await house.as(officer).members.listMembers({ organisationId, asOf, size: 1 })).total
  let sum = 0
  for (const cell of all) sum += await total(cell)
  return [sum, await total(house.ground.places.district)]
}

test('any history of transfers leaves one cell on every day, no gap, and counts of both sides that add up', async () => {
  let accepted = 0
  let received = 0
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 12, maxLength: 36 }), fc.array(fc.integer({ min: 0, max: DAYS }), { minLength: 2, maxLength: 3 }), async (history, samples) => {
    const people: string[] = []
    for (let i = 0; i < PEOPLE; i++) people.push(await addFullMember(house.owner, all[i]!, `Lý Văn ${i}`, '1980-01-01'))
    const openOf = new Map<string, TransferUnderTest>()
    for (const each of history.toSorted((a, b) => a.day - b.day + (a.person - b.person) * 25)) accepted += Number(await attempt(each, people, openOf))
    expect(await wrongDays(people)).toEqual([])
    expect(await gaps(people)).toEqual([])
    for (const sample of samples) {
      const [sum, whole] = await countsOn(addDays(BEGIN, sample))
      expect(sum).toBe(whole)
    }
    const [mine] = await house.rows(`select count(*)::int as n from transfers.transfer where person_id = any ($1) and stage in ('accepted','hosted','completed')`, [people])
    received += mine!.n
  }), { numRuns: 15, endOnFailure: true })
  // Refusing everything would hold the property too.
  expect(accepted).toBeGreaterThan(60)
  expect(received).toBeGreaterThan(5)
}, 240_000)

test('the database itself refuses a second cell on one day', async () => {
  const personId = await addFullMember(house.owner, all[0]!, 'Lý Văn Hai', '1980-01-01')
  await expect(house.owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values (gen_random_uuid(), $1, $2, '[2018-01-01,2018-01-02)')`, [personId, all[1]])).rejects.toThrow(/placement_one_cell_a_day/)
})
