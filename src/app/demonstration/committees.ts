import { addMonths, dayOf, formatDay, laterOf, type PlainDate } from '../../kernel/index.ts'
import { cellCommitteeMinFullMembers } from '../../regulations/index.ts'
import { addDays, officeDay } from './calendar.ts'
import { committeeWords } from './committees.vi.ts'
import { range, TERM_FROM, TERM_UNTIL, type Chronicle } from './chronicle.ts'
import { BLOCKS_RENAMED_ON, stagedCells, type Cell, type District, type Unit } from './kinds.ts'
import { isFullOn, membersByCell, type Member } from './members.ts'
import { blockUnits, DISTRICT_NAME } from './places.vi.ts'
import { maySignIn, signIns } from './sign-ins.ts'
import type { Random } from './random.ts'

/** Who holds what, for the makers that come after. */
export type Posts = {
  /** Secretaries of cells, by the code of the cell. */
  readonly secretaryOf: ReadonlyMap<string, Member>
  /** Secretaries of units, by the code of the unit. */
  readonly unitSecretaryOf: ReadonlyMap<string, Member>
  readonly districtBoard: ReadonlySet<Member>
  readonly districtSecretary: Member
  /** Number of members of the committee of a unit, by its code. */
  readonly seatsOf: ReadonlyMap<string, number>
}

const CELL_TERM_MONTHS = 30
const TERM_MONTHS = 60
/** Cells whose term ends within thirty days, and cells whose term has run out without a congress. */
const ENDING = 14
const RUN_OUT = 5

type Seat = { readonly position: string; readonly count: number }
const districtSeats: readonly Seat[] = [{ position: 'BT', count: 1 }, { position: 'PBT_TT', count: 1 }, { position: 'PBT', count: 1 }, { position: 'UV_BTV', count: 10 }, { position: 'UV_BCH', count: 28 }]
const largeSeats: readonly Seat[] = [{ position: 'BT', count: 1 }, { position: 'PBT_TT', count: 1 }, { position: 'PBT', count: 1 }, { position: 'UV_BTV', count: 2 }, { position: 'UV_BCH', count: 10 }]
const smallSeats: readonly Seat[] = [{ position: 'BT', count: 1 }, { position: 'PBT', count: 1 }, { position: 'UV_BTV', count: 1 }, { position: 'UV_BCH', count: 6 }]

/** Committees of the district, of every unit and every cell, and their posts filled by full members. */
export function layCommittees(chronicle: Chronicle, district: District, members: readonly Member[]): Posts {
  const random = chronicle.branch('committees')
  const byCell = membersByCell(members)
  const secretaryOf = layCellCommittees(chronicle, random, district, byCell)
  const units = new Map(district.units.map((unit) => [unit.code, layUnitCommittee(chronicle, random, unit, byCell, secretaryOf)]))
  const unitSecretaryOf = new Map([...units].map(([code, { holders }]) => [code, holders[0]!]))
  const board = layDistrictCommittee(chronicle, random, district, byCell, [...unitSecretaryOf.values()])
  return { secretaryOf, unitSecretaryOf, districtBoard: new Set(board), districtSecretary: board[0]!, seatsOf: new Map([...units].map(([code, { seats }]) => [code, seats])) }
}

type ByCell = ReadonlyMap<Cell, readonly Member[]>
type Congress = { id: string; name: string; kind: 'committee' | 'cellCommittee' | 'secretaryOnly'; from: PlainDate; until: PlainDate; seats: number; standing: number; basis?: string }

function addCommittee(chronicle: Chronicle, { id, name, kind, from, until, seats, standing, basis }: Congress): string {
  const words = basis ?? committeeWords.congress(name, formatDay(from))
  chronicle.add('organisations.committee', {
    organisation_id: id, kind, term_name: committeeWords.term(from.slice(0, 4), until.slice(0, 4)), term: range(from, until), elected_seats: seats, standing_seats: standing,
    basis: words, recorded_at: chronicle.known(from, 6),
  })
  return words
}

function addPost(chronicle: Chronicle, member: Member, organisationId: string, position: string, held: { from: PlainDate; until: PlainDate; basis: string }): void {
  chronicle.add('members.post', { person_id: member.id, organisation_id: organisationId, position, held_during: range(held.from, held.until), basis: held.basis, recorded_at: chronicle.known(held.from, 7) })
}

/** Gives the seats in order; who was not yet a full member there at the congress was added later. */
function fill(chronicle: Chronicle, seats: readonly Seat[], holders: readonly Member[], held: { organisationId: string; from: PlainDate; until: PlainDate; basis: string }): void {
  const positions = seats.flatMap(({ position, count }) => Array.from({ length: count }, () => position))
  positions.forEach((position, i) => {
    const member = holders[i]
    if (!member) return
    const ready = laterOf(member.inCellSince, member.confirmedOn!)
    const from = ready <= held.from ? held.from : addDays(ready, 45)
    addPost(chronicle, member, held.organisationId, position, { from, until: held.until, basis: from === held.from ? held.basis : committeeWords.added })
  })
}

const ageOn = (member: Member, on: PlainDate) => Number(on.slice(0, 4)) - Number(member.birthday.slice(0, 4))

/** Full members who may lead, the likeliest first: experienced, not yet old. Those full at the congress come before the others. */
function ableTo(random: Random, members: readonly Member[], on: PlainDate, today: PlainDate, oldest: number): Member[] {
  const weigh = (member: Member) => Math.abs(ageOn(member, on) - 44) + random.next() * 14 + (isFullOn(member, on) && member.inCellSince <= on ? 0 : 100)
  return members.filter((member) => member.status === 'full' && isFullOn(member, addDays(today, -60)) && member.inCellSince < addDays(today, -60) && ageOn(member, on) <= oldest)
    .map((member) => ({ member, weight: weigh(member) })).sort((a, b) => a.weight - b.weight).map(({ member }) => member)
}

function layCellCommittees(chronicle: Chronicle, random: Random, district: District, byCell: ByCell): Map<string, Member> {
  const shuffled = random.shuffled(district.cells.filter((cell) => cell.code !== stagedCells.both && cell.unit.communeCode))
  const ending = new Set(shuffled.slice(0, ENDING))
  const runOut = new Set(shuffled.slice(ENDING, ENDING + RUN_OUT))
  return new Map(district.cells.map((cell) => {
    const until = ending.has(cell) ? addDays(chronicle.today, random.int(2, 30)) : runOut.has(cell) ? addDays(chronicle.today, -random.int(4, 48)) : addMonths(officeDay(random, dayOf(2017, 9, 20), dayOf(2018, 4, 25)), CELL_TERM_MONTHS)
    return [cell.code, layCellCommittee(chronicle, random, cell, byCell.get(cell)!, until)]
  }))
}

function putFirst<T>(list: T[], first: T | undefined): void {
  if (first !== undefined) list.unshift(...list.splice(list.indexOf(first), 1))
}

/** The committee of the running term and the one before it. */
function layCellCommittee(chronicle: Chronicle, random: Random, cell: Cell, members: readonly Member[], until: PlainDate): Member {
  const from = addMonths(until, -CELL_TERM_MONTHS)
  const full = members.filter((member) => isFullOn(member, from)).length
  const hasCommittee = full >= cellCommitteeMinFullMembers.inForceOn(from).value
  const sex = signIns.find((signIn) => signIn.cell === cell.code && signIn.as === 'secretary')?.sex
  const able = ableTo(random, members, from, chronicle.today, 66)
  if (sex) putFirst(able, able.find((member) => maySignIn(member, sex)))
  const seats: Seat[] = hasCommittee ? [{ position: 'BT', count: 1 }, { position: 'PBT', count: 1 }, { position: 'CHI_UV', count: full >= 30 ? 3 : 1 }] : [{ position: 'BT', count: 1 }, { position: 'PBT', count: full >= 6 ? 1 : 0 }]
  const kind = hasCommittee ? 'cellCommittee' : 'secretaryOnly'
  const count = seats.reduce((sum, seat) => sum + seat.count, 0)
  const basis = addCommittee(chronicle, { id: cell.id, name: cell.name, kind, from, until, seats: count, standing: 0 })
  fill(chronicle, seats, able, { organisationId: cell.id, from, until, basis })
  const before = addMonths(from, -CELL_TERM_MONTHS)
  const former = able.find((member, i) => i !== 0 && isFullOn(member, before) && member.inCellSince <= before) ?? able[0]!
  if (isFullOn(former, before) && former.inCellSince <= before && cell.foundedOn < before) {
    const words = addCommittee(chronicle, { id: cell.id, name: cell.name, kind, from: before, until: from, seats: count, standing: 0 })
    addPost(chronicle, former, cell.id, 'BT', { from: before, until: from, basis: words })
  }
  return able[0]!
}

/** The posts of a unit go to its office and to secretaries of its cells. */
function layUnitCommittee(chronicle: Chronicle, random: Random, unit: Unit, byCell: ByCell, secretaryOf: ReadonlyMap<string, Member>): { holders: Member[]; seats: number } {
  const isBlock = blockUnits.includes(unit.name)
  const from = isBlock ? addDays(BLOCKS_RENAMED_ON, 5) : officeDay(random, dayOf(2015, 3, 20), dayOf(2015, 6, 26))
  const until = isBlock ? dayOf(2020, 6, 25) : addMonths(from, TERM_MONTHS)
  const members = unit.cells.flatMap((cell) => byCell.get(cell)!)
  const seats = members.length >= 130 ? largeSeats : smallSeats
  const count = seats.reduce((sum, seat) => sum + seat.count, 0)
  const office = unit.cells.at(-1)!
  const leaders = ableTo(random, unit.communeCode ? byCell.get(office)! : members, from, chronicle.today, 56).slice(0, 6)
  const secretaries = unit.cells.map((cell) => secretaryOf.get(cell.code)!).filter((member) => !leaders.includes(member) && isFullOn(member, from) && member.inCellSince <= from)
  const others = ableTo(random, members, from, chronicle.today, 58).filter((member) => !leaders.includes(member) && !secretaries.includes(member))
  const holders = [...leaders, ...random.shuffled(secretaries).slice(0, 5), ...others].slice(0, count)
  const basis = addCommittee(chronicle, { id: unit.id, name: unit.name, kind: 'committee', from, until, seats: count, standing: seats === largeSeats ? 5 : 3, basis: isBlock ? committeeWords.appointed : undefined })
  fill(chronicle, seats, holders, { organisationId: unit.id, from, until, basis })
  return { holders, seats: count }
}

/** Forty-one members: leaders of the district's offices and secretaries of units. */
function layDistrictCommittee(chronicle: Chronicle, random: Random, district: District, byCell: ByCell, secretaries: readonly Member[]): Member[] {
  const offices = district.units.filter((unit) => blockUnits.includes(unit.name)).flatMap((unit) => unit.cells)
  const able = (cells: readonly Cell[], count: number) => ableTo(random, cells.flatMap((cell) => byCell.get(cell)!), TERM_FROM, chronicle.today, 55).filter((m) => isFullOn(m, TERM_FROM) && m.inCellSince <= TERM_FROM).slice(0, count)
  const first = able(offices.slice(0, 1), 3)
  const heads = able(offices.slice(1), 20).filter((member) => !first.includes(member))
  const fromUnits = random.shuffled(secretaries.filter((member) => isFullOn(member, TERM_FROM) && member.inCellSince <= TERM_FROM && !heads.includes(member) && !first.includes(member)))
  const holders = [...first, ...heads.slice(0, 8), ...fromUnits.slice(0, 2), ...heads.slice(8), ...fromUnits.slice(2)].slice(0, 41)
  const basis = addCommittee(chronicle, { id: district.id, name: DISTRICT_NAME, kind: 'committee', from: TERM_FROM, until: TERM_UNTIL, seats: 41, standing: 13 })
  fill(chronicle, districtSeats, holders, { organisationId: district.id, from: TERM_FROM, until: TERM_UNTIL, basis })
  return holders
}

