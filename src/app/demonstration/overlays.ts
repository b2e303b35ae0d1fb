import { addMonths, formatDay, laterOf, type PlainDate } from '../../kernel/index.ts'
import { addDays, anyDay, officeDay } from './calendar.ts'
import { range, type Chronicle } from './chronicle.ts'
import { stagedCells, type Cell } from './kinds.ts'
import { membersByCell, type Member } from './members.ts'
import { otherParties, paperWords, workPlacesAway } from './places.vi.ts'
import type { Random } from './random.ts'
import { awayWork, basisWords } from './traits.vi.ts'

/** Share of the cells where people live that have members working away, and members temporarily elsewhere in the whole district. */
const CELLS_WITH_AWAY = 0.45
const ELSEWHERE = 34

/** Temporarily active in another cell from a day on: not counted when the own cell votes. */
export type Elsewhere = ReadonlyMap<Member, { readonly from: PlainDate }>

/** What lies over memberships: away from home, temporary activity, discipline. Answers who is temporarily elsewhere. */
export function layOverlays(chronicle: Chronicle, members: readonly Member[]): Elsewhere {
  const random = chronicle.branch('overlays')
  const byCell = membersByCell(members)
  const laid = new Set<Member>()
  for (const [cell, ofCell] of byCell) if (cell.residential && (cell.code === stagedCells.secretary || random.chance(CELLS_WITH_AWAY))) layAway(chronicle, random, ofCell, laid)
  const elsewhere = layElsewhere(chronicle, random, members, [...byCell.keys()], laid)
  for (const member of random.shuffled(members.filter((m) => m.status === 'full' && !laid.has(m))).slice(0, 8)) layDiscipline(chronicle, random, member, 'disciplined')
  return elsewhere
}

const isYoung = (member: Member, today: PlainDate) => Number(today.slice(0, 4)) - Number(member.birthday.slice(0, 4)) < 48

function layAway(chronicle: Chronicle, random: Random, ofCell: readonly Member[], laid: Set<Member>): void {
  const { today } = chronicle
  const able = random.shuffled(ofCell.filter((m) => isYoung(m, today) && (m.status === 'full' || m.status === 'probationary') && m.inCellSince < addMonths(today, -3)))
  const count = Math.min(able.length, Math.max(1, Math.round(ofCell.length * (0.05 + random.next() * 0.1))))
  const contacts = ofCell.filter((member) => member.status === 'full' && !isYoung(member, today))
  for (const member of able.slice(0, count)) {
    const from = anyDay(random, laterOf(addMonths(today, -30), addDays(member.inCellSince, 20)), addDays(today, -20))
    const knownToMonth = random.chance(0.3)
    // Some excuses have lapsed: those are what the secretary is asked about.
    const excusedUntil = anyDay(random, laterOf(addDays(from, 15), addDays(today, -40)), addMonths(today, 8))
    laid.add(member)
    chronicle.add('members.overlay', {
      person_id: member.id, kind: 'away', cell_id: null, valid_during: range(knownToMonth ? (`${from.slice(0, 7)}-01` as PlainDate) : from), since: knownToMonth ? from.slice(0, 7) : from,
      place: random.pick(workPlacesAway), occupation: random.pick(awayWork), phone: random.chance(0.7) ? `09${random.digits(8)}` : null,
      excused_until: random.chance(0.85) ? excusedUntil : null, contact_id: contacts.length > 0 && random.chance(0.75) ? random.pick(contacts).id : null,
      note: null, basis: null, recorded_at: chronicle.known(from, random.int(2, 25)),
    })
  }
}

/** Temporary activity elsewhere: half of them in another cell of the district, which hosts them. */
function layElsewhere(chronicle: Chronicle, random: Random, members: readonly Member[], cells: readonly Cell[], laid: Set<Member>): Elsewhere {
  const { today } = chronicle
  const able = random.shuffled(members.filter((m) => m.status === 'full' && m.cell.residential && !laid.has(m) && m.inCellSince < addMonths(today, -9)))
  const staged = able.find((member) => member.cell.code === stagedCells.secretary)!
  const elsewhere = new Map<Member, { from: PlainDate }>()
  for (const member of [staged, ...able.filter((m) => m !== staged && m.cell !== staged.cell).slice(0, ELSEWHERE - 1)]) {
    const from = officeDay(random, addMonths(today, -8), addMonths(today, -1))
    const host = random.chance(0.5) ? random.pick(cells.filter((cell) => cell !== member.cell)) : undefined
    const shared = { person_id: member.id, valid_during: range(from, addMonths(from, 12)), since: from, place: host?.name ?? random.pick(otherParties), basis: basisWords.moved(host?.name ?? random.pick(otherParties)), recorded_at: chronicle.known(from, 4) }
    laid.add(member)
    elsewhere.set(member, { from })
    chronicle.add('members.overlay', { ...shared, kind: 'temporaryElsewhere', cell_id: host?.id ?? null })
    if (host) chronicle.add('members.overlay', { ...shared, kind: 'temporaryHere', cell_id: host.id })
  }
  return elsewhere
}

function layDiscipline(chronicle: Chronicle, random: Random, member: Member, kind: 'disciplined'): void {
  const from = officeDay(random, addMonths(chronicle.today, -10), addMonths(chronicle.today, -1))
  chronicle.add('members.overlay', {
    person_id: member.id, kind, cell_id: null, valid_during: range(laterOf(from, addDays(member.inCellSince, 1)), addMonths(from, 12)), since: from,
    basis: basisWords.warned(paperWords.decision(random.int(60, 900), 'HU')), note: formatDay(from), recorded_at: chronicle.known(from, 3),
  })
}
