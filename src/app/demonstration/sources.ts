import { addMonths, earlierOf, laterOf, plainDate, type PlainDate } from '../../kernel/index.ts'
import type { Accounts } from './accounts.ts'
import { addDays, officeDay } from './calendar.ts'
import { range, type Chronicle } from './chronicle.ts'
import { stagedCells, type Cell, type District } from './kinds.ts'
import { isFullOn, membersByCell, type Member } from './members.ts'
import { MAJORITY } from './names.vi.ts'
import { birthdayFor, minorityOf, minorityShare, womenShare, type People, type Person } from './people.ts'
import type { Random } from './random.ts'
import { centre, certificateNumber, closeNotes, foundAtWork, foundBy, foundThrough, remarks, resolutionNumber } from './sources.vi.ts'

/** Cells that follow nobody, and people who are followed today. */
const CELLS_WITHOUT = 120
const FOLLOWED = 900
/** Certificates of people followed today that run out within ninety days, and those that have run out. */
const EXPIRING = 14
const EXPIRED = 6
const CLOSED_OTHERWISE = 92

export type UnionCode = 'DTN' | 'LHPN' | 'ND' | 'CCB' | 'CD'

/** Somebody whom a cell follows, or followed. */
export type Prospect = {
  readonly id: string
  readonly person: Person
  readonly cell: Cell
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | undefined
  readonly mentor: Member
  readonly union: UnionCode
  readonly certificateOn: PlainDate | undefined
  readonly certificateNumber: string | null
  /** Why the cell no longer follows them. */
  readonly letGoAs?: 'moved' | 'unsuitable' | 'withdrawn' | 'died'
}

export type Sourcing = { chronicle: Chronicle; district: District; people: People; members: readonly Member[]; accounts: Accounts }

/** People who are followed: today's, and others who were let go. */
export function layProspects(sourcing: Sourcing): { followed: Prospect[]; letGo: Prospect[] } {
  const { chronicle, district, members } = sourcing
  const random = chronicle.branch('sources')
  const helpers = helpersByCell(members)
  const following = cellsThatFollow(random, district)
  const laying = { ...sourcing, random, helpers }
  const cells = spread(random, following)
  const fates = random.shuffled<Fate>(cells.map((_, i) => (i < EXPIRING ? 'expiring' : i < EXPIRING + EXPIRED ? 'expired' : i < FOLLOWED * 0.6 ? 'classDone' : 'none')))
  const followed = cells.map((cell, i) => layFollowed(laying, cell, fates[i]!))
  const letGo = Array.from({ length: CLOSED_OTHERWISE }, () => layLetGo(laying, random.pick(following)))
  return { followed, letGo }
}

type Fate = 'none' | 'classDone' | 'expiring' | 'expired'
type Laying = Sourcing & { random: Random; helpers: ReadonlyMap<Cell, readonly Member[]> }

/** Where nobody was admitted for long, mostly nobody is followed either. */
function cellsThatFollow(random: Random, district: District): Cell[] {
  const idle = { desert: 0, dry: 0.6, slow: 3, flowing: 8 }
  const order = random.shuffled(district.cells).map((cell) => ({ cell, rank: Object.values(stagedCells).includes(cell.code as never) ? 100 : idle[cell.flow] * random.next() }))
  return order.sort((a, b) => a.rank - b.rank).slice(CELLS_WITHOUT).map(({ cell }) => cell)
}

/** One for each cell that follows, four where the secretaries of the demonstration look, the others by chance. */
function spread(random: Random, following: readonly Cell[]): Cell[] {
  const staged = following.filter((cell) => cell.code === stagedCells.secretary || cell.code === stagedCells.both)
  const cells = [...following, ...staged, ...staged, ...staged]
  const weighted = following.filter((cell) => !staged.includes(cell)).map((cell) => [cell, cell.flow === 'flowing' ? cell.size : cell.size * 0.35] as const)
  while (cells.length < FOLLOWED) cells.push(random.weighted(weighted))
  return cells
}

function inventFollowed({ random, people }: Laying, cell: Cell, openedOn: PlainDate): Person {
  const sex = random.chance(Math.min(0.9, womenShare(cell, 2015) * 1.3)) ? 'female' : 'male'
  const ethnicity = random.chance(minorityShare(cell)) ? minorityOf(random, cell) : MAJORITY
  const age = cell.residential ? random.around(27, 7, 19, 52) : random.around(28, 4, 22, 42)
  return people.add({ cell, sex, ethnicity, birthday: birthdayFor(random, openedOn, age), isMember: false }, openedOn)
}

function unionOf(random: Random, person: Person, cell: Cell, on: PlainDate): UnionCode {
  const age = Number(on.slice(0, 4)) - Number(person.birthday.slice(0, 4))
  if (age <= 29) return 'DTN'
  if (!cell.residential) return 'CD'
  if (person.sex === 'female') return 'LHPN'
  return random.chance(0.2) ? 'CCB' : 'ND'
}

/** Every fourth young woman of a village belongs to the women's union beside the Youth Union; told from the day of birth, so that no other chance moves. */
const alsoIn = (union: UnionCode, cell: Cell, person: Person): string => (union === 'DTN' && cell.residential && person.sex === 'female' && Number(person.birthday.slice(8)) % 4 === 0 ? '{LHPN}' : '{}')

function layFollowed(laying: Laying, cell: Cell, fate: Fate): Prospect {
  const { chronicle, random } = laying
  const { today } = chronicle
  const isOld = fate === 'expiring' || fate === 'expired'
  const openedOn = isOld ? officeDay(random, addMonths(today, -70), addMonths(today, -63)) : officeDay(random, addMonths(today, fate === 'classDone' ? -30 : -20), addMonths(today, fate === 'classDone' ? -7 : -1))
  const person = inventFollowed(laying, cell, openedOn)
  const prospect = layProspect(laying, { person, cell, openedOn })
  const issuedOn = fate === 'none' ? undefined : fate === 'expiring' ? addMonths(addDays(today, random.int(3, 88)), -60)
    : fate === 'expired' ? addMonths(addDays(today, -random.int(10, 200)), -60) : officeDay(random, addDays(openedOn, 60), addDays(today, -20))
  layRemarks(laying, prospect)
  return { ...prospect, certificateOn: issuedOn, certificateNumber: issuedOn ? layCertificate(chronicle, random, person, issuedOn) : null }
}

type Opening = { person: Person; cell: Cell; openedOn: PlainDate; closedOn?: PlainDate; reason?: 'admitted' | keyof typeof closeNotes }

/** The row of somebody who is followed, with a helper for the whole time. */
function layProspect({ chronicle, random, helpers }: Laying, { person, cell, openedOn, closedOn, reason }: Opening): Prospect {
  const union = unionOf(random, person, cell, openedOn)
  const through = random.chance(0.72) ? random.pick(cell.residential ? foundThrough : foundAtWork) : null
  const found = { found_through: through, found_by: through && foundBy(through) }
  const resolution = resolutionNumber(random.int(1, 60))
  const id = chronicle.add('sources_and_targets.prospect', {
    person_id: person.id, cell_id: cell.id, opened_on: openedOn, resolution, union_code: union,
    ...found, also_in: alsoIn(union, cell, person), applied_on: null, closed_on: closedOn ?? null, close_reason: reason ?? null,
    close_note: reason && reason !== 'admitted' ? random.pick(closeNotes[reason]) : null, recorded_at: chronicle.known(openedOn, 4),
  })
  const able = helpers.get(cell)!.filter((member) => member.id !== person.id)
  const ready = able.filter((member) => isFullOn(member, openedOn) && member.inCellSince <= openedOn)
  const mentor = random.pick(ready.length > 0 ? ready : able)
  const assignedOn = closedOn ? earlierOf(addDays(openedOn, 7), addDays(closedOn, -1)) : openedOn
  // A few have nobody yet: the screen asks for a helper.
  if (closedOn || random.chance(0.96)) chronicle.add('sources_and_targets.mentor_assignment', {
    prospect_id: id, mentor_id: mentor.id, assigned_during: range(assignedOn, closedOn), resolution, recorded_at: chronicle.known(assignedOn, 4),
  })
  return { id, person, cell, openedOn, closedOn, mentor, union, certificateOn: undefined, certificateNumber: null }
}

function layCertificate(chronicle: Chronicle, random: Random, person: Person, issuedOn: PlainDate): string {
  const number = certificateNumber(random.int(12, 480), issuedOn.slice(0, 4))
  chronicle.add('sources_and_targets.awareness_certificate', { person_id: person.id, number, issued_on: issuedOn, issuer: centre, recorded_at: chronicle.known(issuedOn, 6) })
  return number
}

/** Quarters that ended since the person was taken up, the last five at most; the last one is written for most, an earlier one is missing here and there. */
function layRemarks({ chronicle, random, accounts }: Laying, { id, cell, openedOn, closedOn }: Prospect): void {
  const until = closedOn ?? chronicle.today
  const author = cell.code === stagedCells.secretary ? accounts.get('bithu')!.id : null
  quartersBefore(until, 5).forEach(({ quarter, lastDay }, age) => {
    if (lastDay < addDays(openedOn, 20)) return
    if (random.chance(age === 0 ? 0.035 : 0.1)) return
    const writtenOn = between(officeDay(random, addDays(lastDay, -12), addDays(lastDay, 4)), openedOn, addDays(until, -1))
    const text = random.chance(0.8) ? random.pick(remarks.good) : `${random.pick(remarks.good)} ${random.pick(remarks.middling)}`
    chronicle.add('sources_and_targets.remark', { prospect_id: id, quarter, written_on: writtenOn, text, written_by: author, recorded_at: chronicle.known(writtenOn, 1) })
  })
}

const between = (day: PlainDate, from: PlainDate, to: PlainDate) => laterOf(from, earlierOf(day, to))

/** The last quarters that had ended by the day, newest first. */
function quartersBefore(day: PlainDate, count: number): { quarter: string; lastDay: PlainDate }[] {
  const firstOfThis = plainDate(`${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`)
  return Array.from({ length: count }, (_, i) => {
    const lastDay = addDays(addMonths(firstOfThis, -3 * i), -1)
    return { quarter: `${lastDay.slice(0, 4)}-Q${Math.floor((Number(lastDay.slice(5, 7)) - 1) / 3) + 1}`, lastDay }
  })
}

/** Somebody who was followed and let go without being admitted. */
function layLetGo(laying: Laying, cell: Cell): Prospect {
  const { chronicle, random } = laying
  const openedOn = officeDay(random, addMonths(chronicle.today, -40), addMonths(chronicle.today, -12))
  const closedOn = officeDay(random, addMonths(openedOn, 5), addDays(chronicle.today, -8))
  const person = inventFollowed(laying, cell, openedOn)
  const reason = random.weighted([['moved', 42], ['unsuitable', 28], ['withdrawn', 26], ['died', 4]] as const)
  const prospect = layProspect(laying, { person, cell, openedOn, closedOn, reason })
  layRemarks(laying, prospect)
  return { ...prospect, letGoAs: reason }
}

/** Members of each cell who may help or introduce. */
export const helpersByCell = (members: readonly Member[]): ReadonlyMap<Cell, readonly Member[]> => membersByCell(members.filter((member) => member.status === 'full'))

/** A member admitted lately, as the cell followed them before. */
export function layFormerProspect(sourcing: Sourcing & { random: Random; helpers: ReadonlyMap<Cell, readonly Member[]> }, opening: Opening & { certificateOn: PlainDate }): Prospect {
  const prospect = layProspect(sourcing, opening)
  return { ...prospect, certificateOn: opening.certificateOn, certificateNumber: layCertificate(sourcing.chronicle, sourcing.random, opening.person, opening.certificateOn) }
}
