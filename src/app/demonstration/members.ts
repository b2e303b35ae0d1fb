import { addMonths, dayOf, daysBetween, earlierOf, formatDay, laterOf, type PlainDate } from '../../kernel/index.ts'
import { addDays, anyDay, officeDay, officeDaysFrom } from './calendar.ts'
import { planAdmissions, type AdmissionPlan } from './admissions-plan.ts'
import { range, TERM_FROM, type Chronicle } from './chronicle.ts'
import { stagedCells, type Cell, type District } from './kinds.ts'
import { figures } from './figures.ts'
import { MAJORITY } from './names.vi.ts'
import { birthdayFor, minorityOf, minorityShare, womenShare, type People, type Person } from './people.ts'
import { otherParties, paperWords } from './places.vi.ts'
import { chooseExactly, type Random } from './random.ts'
import { stagedNames } from './staged.vi.ts'
import { basisWords } from './traits.vi.ts'

export type Status = 'probationary' | 'full' | 'exempt' | 'suspended' | 'lostContact'

/** A member as the other makers need them; all days are true days, also where the books know less. */
export type Member = Person & {
  readonly cell: Cell
  readonly plan: AdmissionPlan
  /** Of some of the oldest the papers give only years. */
  readonly onlyYears: boolean
  readonly decisionNumber: string | null
  readonly confirmedOn: PlainDate | null
  readonly confirmationSignedOn: PlainDate | null
  readonly confirmationNumber: string | null
  /** First day in the present (or last) cell. */
  readonly inCellSince: PlainDate
  /** First day on which the district's books have them. */
  readonly onBooksSince: PlainDate
  status: Status
  /** First day of the present status when it is not the one that confirmation brought. */
  statusSince?: PlainDate
  readonly left: boolean
}

/** Every member of today and those who left: person, membership, states, places. */
export function layMembers(chronicle: Chronicle, district: District, people: People): { members: Member[]; leavers: Member[] } {
  const { current, left } = planAdmissions(chronicle, district)
  const all = [...current, ...left]
  const random = chronicle.branch('members')
  const women = chooseWomen(random, current, left)
  const minority = chooseMinority(random, current, left)
  const numbers = decisionNumbers(all)
  const laying = { chronicle, district, people, random }
  const made = all.map((plan, i) => layMember(laying, { plan, isWoman: women[i]!, isMinority: minority[i]!, decisionNumber: numbers.get(plan) ?? null }))
  return { members: made.slice(0, current.length), leavers: made.slice(current.length) }
}

function chooseWomen(random: Random, current: readonly AdmissionPlan[], left: readonly AdmissionPlan[]): boolean[] {
  const weights = current.map(({ cell, decidedOn }) => womenShare(cell, Number(decidedOn.slice(0, 4))))
  const chosen = chooseExactly(random, weights, figures.women)
  return [...current.map((_, i) => chosen.has(i)), ...left.map(({ cell, decidedOn }) => random.chance(Math.min(0.9, womenShare(cell, Number(decidedOn.slice(0, 4))))))]
}

function chooseMinority(random: Random, current: readonly AdmissionPlan[], left: readonly AdmissionPlan[]): boolean[] {
  const chosen = chooseExactly(random, current.map(({ cell }) => minorityShare(cell) * (0.6 + random.next() * 0.8)), figures.ethnicMinority)
  return [...current.map((_, i) => chosen.has(i)), ...left.map(({ cell }) => random.chance(minorityShare(cell)))]
}

/** Decisions of the term are numbered as they were made; the deciding organ is the district or an authorised committee. */
function decisionNumbers(plans: readonly AdmissionPlan[]): Map<AdmissionPlan, string> {
  const inTerm = plans.filter(({ decidedOn }) => decidedOn >= TERM_FROM).sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0))
  const counts = new Map<string, number>()
  return new Map(inTerm.map((plan) => {
    const { unit } = plan.cell
    const suffix = unit.mayDecideAdmission ? 'ĐU' : 'HU'
    const key = unit.mayDecideAdmission ? unit.id : suffix
    const count = (counts.get(key) ?? 17) + 2
    counts.set(key, count)
    return [plan, paperWords.decision(count, suffix)]
  }))
}

type Laying = { chronicle: Chronicle; district: District; people: People; random: Random }
type Drawn = { plan: AdmissionPlan; isWoman: boolean; isMinority: boolean; decisionNumber: string | null }

function layMember(laying: Laying, { plan, isWoman, isMinority, decisionNumber }: Drawn): Member {
  const { chronicle, people, random } = laying
  const { cell, cohort, decidedOn, ceremonyOn } = plan
  const sex = isWoman ? 'female' : 'male'
  const ethnicity = isMinority ? minorityOf(random, cell) : MAJORITY
  const birthday = drawBirthday(random, plan, isWoman, chronicle.today)
  const ended = plan.ended?.on
  const endOfProbation = addMonths(ceremonyOn, 12)
  const stillOnProbation = cohort === 'probation' || cohort === 'overdue' || (ended !== undefined && ended <= endOfProbation)
  const confirmedOn = stillOnProbation ? null : endOfProbation
  const suffix = cell.unit.mayDecideAdmission ? 'ĐU' : 'HU'
  const numberOf = (on: PlainDate) => paperWords.decision(confirmationNumber(people, on), suffix)
  const signed = confirmedOn && confirmationPaper(random, confirmedOn, ended ?? chronicle.today, numberOf)
  const forgotten = cohort === 'overdue' && cell.code === stagedCells.forgotten
  const person = people.add({ cell, sex: forgotten ? 'male' : sex, ethnicity, birthday, isMember: true, admittedYear: Number(decidedOn.slice(0, 4)), name: forgotten ? stagedNames.forgotten : undefined }, decidedOn)
  const number = decisionNumber ?? (decidedOn < '1976-01-01' && random.chance(0.4) ? null : paperWords.decision(random.int(20, 1900), 'HU'))
  const onlyYears = decidedOn < '1968-01-01' && random.chance(0.3)
  const draft = { ...person, cell, plan, onlyYears, decisionNumber: number, confirmedOn, confirmationSignedOn: signed?.on ?? null, confirmationNumber: signed?.number ?? null, status: (confirmedOn ? 'full' : 'probationary') as Status, left: ended !== undefined }
  const spans = layPlaces(laying, draft)
  const member: Member = { ...draft, ...spans }
  layMembership(laying, member)
  return member
}

/** Full age at admission; at work at most till retirement; nobody older than ninety-five. */
function drawBirthday(random: Random, { cell, decidedOn, ended }: AdmissionPlan, isWoman: boolean, today: PlainDate): PlainDate {
  const year = Number(decidedOn.slice(0, 4))
  const years = Number((ended?.on ?? today).slice(0, 4)) - year
  const drawn = cell.residential ? (year < 1980 ? random.around(23, 4, 18, 34) : random.around(28, 8, 18, 55)) : random.around(29, 5, 20, 46)
  const most = (cell.residential ? 93 : isWoman ? 52 : 57) - years
  return birthdayFor(random, addMonths(decidedOn, -5), Math.max(18, Math.min(drawn, most)))
}

function confirmationPaper(random: Random, confirmedOn: PlainDate, last: PlainDate, numberOf: (signedOn: PlainDate) => string): { on: PlainDate; number: string } | null {
  if (confirmedOn < '1990-01-01') return null
  const signedOn = officeDaysFrom(confirmedOn, random.chance(0.06) ? random.int(62, 240) : random.int(8, 34))
  const on = signedOn < last ? signedOn : officeDay(random, confirmedOn, earlierOf(last, addDays(confirmedOn, 40)))
  return { on, number: confirmedOn < TERM_FROM ? paperWords.decision(random.int(40, 1900), 'HU') : numberOf(on) }
}

/** Even numbers that rise with the days of the term; no two decisions share one. */
function confirmationNumber(people: People, on: PlainDate): number {
  let number = 18 + daysBetween(TERM_FROM, on) * 4
  people.unique(() => `confirmation ${(number += 2)}`)
  return number
}

type Draft = Omit<Member, 'inCellSince' | 'onBooksSince'>

/** Where somebody was: here from the beginning, once in another cell, or come from outside. Without gap or overlap. */
function layPlaces({ chronicle, district, random }: Laying, draft: Draft): { inCellSince: PlainDate; onBooksSince: PlainDate } {
  const { cell, plan, confirmedOn } = draft
  const until = plan.ended?.on
  // Where only years are known, the books begin with the first day on which they surely were full members.
  const begun = draft.onlyYears ? dayOf(Number(confirmedOn!.slice(0, 4)) + 1, 1, 1) : plan.ceremonyOn
  const first = laterOf(begun, cell.foundedOn)
  const place = (at: Cell, from: PlainDate, to: PlainDate | undefined, basis: string) => chronicle.add('members.placement', {
    person_id: draft.id, cell_id: at.id, valid_during: range(from, to), basis, recorded_at: chronicle.known(from, random.int(1, 9)),
  })
  const last = addDays(until ?? chronicle.today, -40)
  const movable = plan.cohort === 'earlier' && confirmedOn && confirmedOn < addDays(last, -400) ? random.next() : 1
  const earliest = confirmedOn && laterOf(addDays(confirmedOn, 90), addDays(first, 90))
  if (movable < 0.09 && earliest! < last) {
    const arrivedOn = officeDay(random, random.chance(0.26) && TERM_FROM < last ? laterOf(earliest!, TERM_FROM) : earliest!, last)
    place(cell, arrivedOn, until, basisWords.arrived(random.pick(otherParties)))
    return { inCellSince: arrivedOn, onBooksSince: arrivedOn }
  }
  const before = movable < 0.17 ? formerCell(random, district, cell) : undefined
  if (before && laterOf(earliest!, addDays(before.foundedOn, 90)) < last) {
    const from = laterOf(begun, before.foundedOn)
    const movedOn = officeDay(random, laterOf(earliest!, addDays(before.foundedOn, 90)), last)
    place(before, from, movedOn, from > plan.ceremonyOn ? basisWords.onRoll : basisWords.admitted(draft.decisionNumber, formatDay(plan.decidedOn)))
    place(cell, movedOn, until, basisWords.moved(cell.name))
    return { inCellSince: movedOn, onBooksSince: from }
  }
  place(cell, first, until, first > plan.ceremonyOn ? basisWords.onRoll : basisWords.admitted(draft.decisionNumber, formatDay(plan.decidedOn)))
  return { inCellSince: first, onBooksSince: first }
}

function formerCell(random: Random, district: District, cell: Cell): Cell | undefined {
  const before = random.chance(0.7) ? random.pick(cell.unit.cells) : random.pick(district.cells)
  return before === cell ? undefined : before
}

function layMembership({ chronicle, district, people, random }: Laying, member: Member): void {
  const { plan, cell, confirmedOn, onlyYears } = member
  const decidedHere = plan.decidedOn >= '1990-01-01' && member.onBooksSince <= plan.ceremonyOn
  const authorised = plan.decidedOn >= TERM_FROM && cell.unit.mayDecideAdmission
  chronicle.add('members.membership', {
    person_id: member.id, ordinal: 1,
    decided_on: onlyYears ? null : plan.decidedOn, decision_number: onlyYears ? null : member.decisionNumber,
    decided_by: !decidedHere ? null : authorised ? cell.unit.id : district.id,
    ceremony_on: onlyYears ? null : plan.ceremonyOn, admitted_on: onlyYears ? plan.ceremonyOn.slice(0, 4) : plan.ceremonyOn,
    confirmed_on: confirmedOn && onlyYears ? confirmedOn.slice(0, 4) : confirmedOn, confirmation_number: member.confirmationNumber, confirmation_signed_on: member.confirmationSignedOn,
    card_number: confirmedOn && (member.confirmationSignedOn ?? confirmedOn) < addDays(chronicle.today, -60) ? people.unique(() => `0${random.int(2, 9)}${random.digits(6)}`) : null,
    history_number: people.unique(() => `L${random.digits(6)}`).slice(1),
    ended_on: plan.ended?.on ?? null, end_kind: plan.ended?.kind ?? null, end_basis: plan.ended ? endBasis(random, plan.ended.kind) : null,
    keeper_id: cell.id, recorded_at: chronicle.known(plan.decidedOn, random.int(1, 9)),
  })
  layStates(chronicle, random, member)
}

function endBasis(random: Random, kind: NonNullable<AdmissionPlan['ended']>['kind']): string {
  const number = paperWords.decision(random.int(60, 1900), 'HU')
  if (kind === 'death') return basisWords.died
  if (kind === 'transferOut') return basisWords.leftFor(random.pick(otherParties))
  return { strikeOff: basisWords.struckOff, expulsion: basisWords.expelled, resignation: basisWords.resigned }[kind](number)
}

/** Probationary until the twelve months end, full from that day, and what came after. Covers the same days as the places. */
function layStates(chronicle: Chronicle, random: Random, member: Member): void {
  const { plan, confirmedOn, onBooksSince: from } = member
  const until = plan.ended?.on
  const state = (status: Status, since: PlainDate, to: PlainDate | undefined, basis: string) => chronicle.add('members.status', {
    person_id: member.id, status, valid_during: range(since, to), basis, keeper_id: member.cell.id, recorded_at: chronicle.known(since, random.int(1, 9)),
  })
  const admitted = plan.cohort === 'overdue' ? basisWords.takenOver : basisWords.admitted(member.decisionNumber, formatDay(plan.decidedOn))
  if (!confirmedOn) return void state('probationary', from, until, admitted)
  if (from < confirmedOn) state('probationary', from, confirmedOn, admitted)
  const later = until ? undefined : laterState(chronicle, random, member)
  const fullSince = laterOf(from, confirmedOn)
  state('full', fullSince, later?.since ?? until, basisWords.confirmed(member.onlyYears ? null : member.confirmationNumber, member.confirmationSignedOn && formatDay(member.confirmationSignedOn)))
  if (!later) return
  state(later.status, later.since, undefined, later.basis)
  member.status = later.status
  member.statusSince = later.since
}

type LaterState = { status: Status; since: PlainDate; basis: string }

/** Some of the old are exempt; a few are suspended or cannot be reached. */
function laterState(chronicle: Chronicle, random: Random, member: Member): LaterState | undefined {
  const age = Number(chronicle.today.slice(0, 4)) - Number(member.birthday.slice(0, 4))
  const earliest = laterOf(addDays(laterOf(member.confirmedOn!, member.inCellSince), 200), addMonths(chronicle.today, -96))
  const last = addDays(chronicle.today, -25)
  if (!member.cell.residential || earliest > last) return undefined
  const number = paperWords.decision(random.int(60, 900), 'HU')
  const drawn = random.next()
  if (age >= 74 && drawn < 0.2) return { status: 'exempt', since: officeDay(random, earliest, last), basis: basisWords.exempt(number) }
  if (age < 60 && drawn > 0.9992) return { status: 'suspended', since: officeDay(random, laterOf(earliest, addDays(last, -120)), last), basis: basisWords.suspended(number) }
  if (age < 45 && drawn > 0.995) return { status: 'lostContact', since: anyDay(random, laterOf(earliest, addDays(last, -300)), last), basis: basisWords.lostContact }
  return undefined
}

/** Full members on a day who may vote, hold posts and help others; exempt ones included on demand. */
export const isFullOn = (member: Member, on: PlainDate): boolean =>
  member.confirmedOn !== null && member.confirmedOn <= on && member.onBooksSince <= on && (member.plan.ended === undefined || member.plan.ended.on > on)


/** The members of each cell, in the order of the list. */
export function membersByCell(members: readonly Member[]): ReadonlyMap<Cell, readonly Member[]> {
  const byCell = new Map<Cell, Member[]>()
  for (const member of members) {
    const ofCell = byCell.get(member.cell)
    if (ofCell) ofCell.push(member)
    else byCell.set(member.cell, [member])
  }
  return byCell
}
