import { addMonths, type PlainDate } from '../../kernel/index.ts'
import { addDays, officeDay } from './calendar.ts'
import type { Chronicle } from './chronicle.ts'
import type { Cell, CellKind, District } from './kinds.ts'
import { massFigures } from './figures.ts'
import { divide, type Random } from './random.ts'

type UnionCode = (typeof massFigures)[number]['code']

/** How many members of a union live or work at a place, against the others. */
const presence: Readonly<Record<UnionCode, Partial<Record<CellKind, number>>>> = {
  CCB: { hamlet: 10, street: 11, army: 3, police: 2, office: 3, enterprise: 2 },
  LHPN: { hamlet: 46, street: 52, office: 9, health: 8 },
  ND: { hamlet: 54, street: 20 },
  DTN: { hamlet: 8, street: 8, kindergarten: 5, primarySchool: 5, school: 9, health: 5, office: 4, army: 6, police: 7, enterprise: 6 },
}

/** Places not looked at for more than a year. */
const FORGOTTEN_SHARE = 0.07

/** One review of each union at each cell; the cells of the district add up to the article's figures. */
export function layMassReviews(chronicle: Chronicle, district: District): void {
  const random = chronicle.branch('mass')
  const days = new Map(district.cells.map((cell) => [cell, reviewDay(random, chronicle.today)]))
  for (const { code, total, partyMembers } of massFigures) {
    const cells = district.cells.filter((cell) => presence[code][cell.kind])
    const totals = divide(total, cells.map((cell) => presence[code][cell.kind]! * (0.6 + random.next() * 0.8)))
    const inParty = divideWithin(partyMembers, totals, cells.map((cell, i) => Math.min(totals[i]!, cell.size) * (0.6 + random.next() * 0.8)))
    cells.forEach((cell, i) => addReview(chronicle, cell, code, days.get(cell)!, totals[i]!, inParty[i]!))
  }
}

function reviewDay(random: Random, today: PlainDate): PlainDate {
  return random.chance(FORGOTTEN_SHARE) ? officeDay(random, addMonths(today, -19), addMonths(today, -13)) : officeDay(random, addMonths(today, -11), addDays(today, -12))
}

/** Divides after the weights, no part above its bound. */
function divideWithin(whole: number, bounds: readonly number[], weights: readonly number[]): number[] {
  const parts = divide(whole, weights).map((part, i) => Math.min(part, bounds[i]!))
  let missing = whole - parts.reduce((a, b) => a + b, 0)
  for (let i = 0; missing > 0; i = (i + 1) % parts.length) if (parts[i]! < bounds[i]!) {
    parts[i]!++
    missing--
  }
  return parts
}

function addReview(chronicle: Chronicle, cell: Cell, code: UnionCode, on: PlainDate, total: number, partyMembers: number): void {
  chronicle.add('sources_and_targets.mass_review', {
    organisation_id: cell.id, union_code: code, reviewed_on: on, total, party_members: partyMembers, recorded_at: chronicle.known(on, 3),
  })
}
