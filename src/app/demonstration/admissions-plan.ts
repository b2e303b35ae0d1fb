import { addMonths, dayOf, earlierOf, laterOf, type PlainDate } from '../../kernel/index.ts'
import { addDays, anyDay, officeDay, officeDayUpTo, officeDaysFrom } from './calendar.ts'
import { TERM_FROM, type Chronicle } from './chronicle.ts'
import { stagedCells, type Cell, type District } from './kinds.ts'
import { figures } from './figures.ts'
import { chooseExactly, type Random } from './random.ts'

/** `earlier` before the term; `term` in it and full by now; `probation` still on probation; `overdue` on probation for years. */
export type Cohort = 'earlier' | 'term' | 'probation' | 'overdue'
export type EndKind = 'death' | 'strikeOff' | 'expulsion' | 'resignation' | 'transferOut'

/** How and when somebody came, and when they left. */
export type AdmissionPlan = {
  readonly cell: Cell
  readonly cohort: Cohort
  readonly decidedOn: PlainDate
  readonly ceremonyOn: PlainDate
  readonly ended?: { readonly on: PlainDate; readonly kind: EndKind }
}

/** Members admitted in the term who have left since. */
const LEFT_SINCE_ADMITTED = 24
/** Probationers whose twelve months have just ended and who are being considered in time. */
const JUST_ENDED = 14

/** Plans an admission for every member of today and for those who left, so that the term has exactly its number of decisions. */
export function planAdmissions(chronicle: Chronicle, district: District): { current: AdmissionPlan[]; left: AdmissionPlan[] } {
  const random = chronicle.branch('admissions')
  const probation = figures.probationary - figures.overdueProbationers
  const term = figures.admittedInTerm - LEFT_SINCE_ADMITTED - probation
  const cohorts = chooseCohorts(random, district, probation, term)
  const slots = district.cells.flatMap((cell) => Array.from({ length: cell.size }, () => cell))
  const probationDays = planProbations(random, chronicle.today, probation)
  const staged = slots.findIndex((cell, i) => cell.code === stagedCells.secretary && cohorts[i] === 'probation')
  let next = staged < 0 ? 0 : 1
  const current = slots.map((cell, i): AdmissionPlan => {
    const cohort = cohorts[i]!
    if (cohort === 'probation') return { cell, cohort, ...admittedAt(random, probationDays[i === staged ? 0 : next++]!) }
    if (cohort === 'overdue') return { cell, cohort, ...admittedAt(random, cell.code === stagedCells.forgotten ? FORGOTTEN_SINCE : overdueCeremony(random)) }
    return { cell, cohort, ...(cohort === 'term' ? termAdmission(random, cell, chronicle.today) : earlierAdmission(random, cell, chronicle.today)) }
  })
  return { current, left: planLeavers(random, chronicle.today, district) }
}

/** The place in a cell's list decides the cohort; cells that admit nobody get none of the newer ones. */
function chooseCohorts(random: Random, district: District, probation: number, term: number): Cohort[] {
  const cohorts: Cohort[] = []
  const places: { cell: Cell; mayBeNew: boolean }[] = []
  const readiness = new Map(district.cells.map((cell) => [cell, 0.4 + random.next() * 1.2]))
  for (const cell of district.cells) for (let i = 0; i < cell.size; i++) places.push({ cell, mayBeNew: i < cell.size * 0.42 })
  const inFlow = places.map(({ cell, mayBeNew }) => (mayBeNew && cell.flow === 'flowing' ? readiness.get(cell)! : 0))
  const first = places.findIndex(({ cell }) => cell.code === stagedCells.secretary)
  const onProbation = chooseExactly(random, inFlow.map((weight, i) => (i === first ? 1e6 : weight)), probation)
  const inTerm = chooseExactly(random, places.map(({ cell, mayBeNew }, i) =>
    onProbation.has(i) || !mayBeNew ? 0 : cell.flow === 'flowing' ? readiness.get(cell)! : cell.flow === 'slow' ? 0.3 : 0), term)
  const forgotten = forgottenPlaces(random, places.map(({ cell }) => cell))
  places.forEach((_, i) => cohorts.push(forgotten.has(i) ? 'overdue' : onProbation.has(i) ? 'probation' : inTerm.has(i) ? 'term' : 'earlier'))
  return cohorts
}

/** One member, the last of the list, in each of some cells. */
function forgottenPlaces(random: Random, cells: readonly Cell[]): Set<number> {
  const lastPlaces = cells.flatMap((cell, i) => (cells[i + 1] !== cell && cell.residential && (cell.flow === 'flowing' || cell.flow === 'slow') ? [i] : []))
  const staged = lastPlaces.find((i) => cells[i]!.code === stagedCells.forgotten)!
  const others = random.shuffled(lastPlaces.filter((i) => i !== staged && cells[i]!.code !== stagedCells.secretary))
  return new Set([staged, ...others.slice(0, figures.overdueProbationers - 1)])
}

/** Days of the ceremonies: the first ones end their probation within thirty days, the next have just ended it. */
function planProbations(random: Random, today: PlainDate, count: number): PlainDate[] {
  return Array.from({ length: count }, (_, i) => {
    if (i < figures.probationsEndingIn30Days) return addMonths(addDays(today, random.int(1, 30)), -12)
    if (i < figures.probationsEndingIn30Days + JUST_ENDED) return addMonths(addDays(today, -random.int(2, 32)), -12)
    return anyDay(random, addDays(addMonths(today, -12), 34), addDays(today, -3))
  })
}

/** Taken over with the books, with nothing in them about the end of the probation. */
const overdueCeremony = (random: Random) => officeDay(random, dayOf(2012, 3, 5), dayOf(2015, 5, 20))
/** The ceremony of the one forgotten longest. */
const FORGOTTEN_SINCE = dayOf(2011, 12, 12)

function admittedAt(random: Random, ceremonyOn: PlainDate): { decidedOn: PlainDate; ceremonyOn: PlainDate } {
  const lag = random.chance(0.02) ? random.int(31, 38) : random.int(4, 27)
  return { decidedOn: officeDayUpTo(officeDaysFrom(ceremonyOn, -lag)), ceremonyOn }
}

function decided(random: Random, decidedOn: PlainDate): { decidedOn: PlainDate; ceremonyOn: PlainDate } {
  const lag = random.chance(0.03) ? random.int(31, 44) : random.int(3, 27)
  return { decidedOn, ceremonyOn: officeDaysFrom(decidedOn, lag) }
}

/** Fourteen months before today at the latest, so that the confirmation is behind them. */
function termAdmission(random: Random, cell: Cell, today: PlainDate) {
  const last = addMonths(today, cell.flow === 'slow' ? -25 : -15)
  return decided(random, officeDay(random, TERM_FROM, last))
}

const residents = [[1948, 2], [1950, 4], [1955, 12], [1960, 90], [1965, 260], [1970, 380], [1975, 540], [1980, 590], [1985, 640], [1990, 640], [1995, 900], [2000, 1050], [2005, 1200], [2010, 1500]] as const
const staff = [[1985, 50], [1990, 90], [1995, 200], [2000, 300], [2005, 420], [2010, 560]] as const

function earlierAdmission(random: Random, cell: Cell, today: PlainDate) {
  const last = cell.flow === 'desert' ? addMonths(today, -random.int(122, 150)) : cell.flow === 'dry' ? addMonths(today, -random.int(62, 90)) : addDays(TERM_FROM, -1)
  for (;;) {
    const start = random.weighted(cell.residential ? residents : staff)
    const years = start === 2010 ? 5.58 : start === 1948 ? 2 : 5
    const from = dayOf(start, start === 1948 ? 11 : 1, 5)
    const until = earlierOf(last, addDays(dayOf(start, 1, 1), Math.floor(years * 365)))
    if (from < until) return decided(random, officeDay(random, from, until))
  }
}

const LEAVING: readonly (readonly [EndKind, number])[] = [['transferOut', 246], ['death', 192], ['strikeOff', 30], ['expulsion', 13], ['resignation', 12]]
const EARLIER_LEAVERS = 80

function planLeavers(random: Random, today: PlainDate, district: District): AdmissionPlan[] {
  const weighted = district.cells.map((cell) => [cell, cell.size] as const)
  const flowing = weighted.filter(([cell]) => cell.flow === 'flowing' && cell.code !== stagedCells.secretary)
  const plans = Array.from({ length: LEFT_SINCE_ADMITTED }, (_, i) => leaverOfTheTerm(random, today, random.weighted(flowing), i))
  for (const [kind, count] of LEAVING) for (let i = 0; i < count; i++) plans.push(earlierLeaver(random, random.weighted(weighted), kind, TERM_FROM, today))
  for (let i = 0; i < EARLIER_LEAVERS; i++) plans.push(earlierLeaver(random, random.weighted(weighted), random.weighted(LEAVING), dayOf(2011, 1, 5), TERM_FROM))
  return plans
}

/** Nine struck off in their probation; the others died, left or moved away as full members. */
function leaverOfTheTerm(random: Random, today: PlainDate, cell: Cell, place: number): AdmissionPlan {
  const inProbation = place < 9
  const dates = decided(random, officeDay(random, TERM_FROM, addMonths(today, inProbation ? -14 : -20)))
  const end = inProbation ? officeDay(random, addMonths(dates.ceremonyOn, 4), addMonths(dates.ceremonyOn, 12)) : officeDay(random, addMonths(dates.ceremonyOn, 14), addDays(today, -9))
  const kind: EndKind = inProbation ? 'strikeOff' : place < 17 ? 'transferOut' : place < 21 ? 'death' : 'resignation'
  return { cell, cohort: 'term', ...dates, ended: { on: laterOf(end, addDays(dates.ceremonyOn, 30)), kind } }
}

function earlierLeaver(random: Random, cell: Cell, kind: EndKind, from: PlainDate, until: PlainDate): AdmissionPlan {
  const on = kind === 'death' ? anyDay(random, from, addDays(until, -6)) : officeDay(random, from, addDays(until, -6))
  const last = earlierOf(addMonths(on, -18), addDays(TERM_FROM, -1))
  for (;;) {
    const dates = earlierAdmission(random, cell, addDays(until, 1))
    if (dates.decidedOn <= last && (kind !== 'death' || dates.decidedOn < '1992-01-01' || random.chance(0.15))) return { cell, cohort: 'earlier', ...dates, ended: { on, kind } }
  }
}
