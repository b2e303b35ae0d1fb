import { addMonths, dayOf, formatDay, type PlainDate } from '../../kernel/index.ts'
import { addDays } from './calendar.ts'
import { addWorkingDays, ageInMonths, minAge } from '../../regulations/index.ts'
import { layAdmission, type Plan } from './admission-cases.ts'
import type { Desk } from './case-maker.ts'
import { stagedReasons } from './cases.vi.ts'
import { decisionOf, sponsorsFor, type CaseLaying } from './desk.ts'
import { stagedCells } from './kinds.ts'
import { paperWords } from './places.vi.ts'
import { milestones, scheduleAround, type Milestone, type Schedule } from './schedule.ts'
import type { Prospect } from './sources.ts'
import { stagedNames } from './staged.vi.ts'

/** Files alike: how many, up to which milestone, and how many working days ago a milestone was. */
type Brief = {
  readonly count: number
  readonly until: Milestone
  readonly anchor: Milestone
  readonly ago: readonly [number, number]
  readonly after?: Partial<Record<Milestone, number>>
  readonly plan?: (schedule: Schedule, ago: (days: number) => PlainDate, draw: (from: number, to: number) => number) => Partial<Plan>
  /** Nobody has sent the candidate to the class yet. */
  readonly withoutClass?: boolean
  /** Stands where a sign-in looks. */
  readonly at?: string
}

const returnedBy = (by: 'grassrootsCommittee' | 'decidingOffice', least: number, most: number): NonNullable<Brief['plan']> =>
  (_, ago, draw) => ({ returned: { by, on: ago(draw(least, most)), count: draw(1, 2) } })

const { secretary, both } = stagedCells

/** The open files of the day. What is late among them: two answers of places, two old papers, three resolutions not sent up, five decisions, three returned files, two ceremonies. */
const briefs: readonly Brief[] = [
  // Being prepared: 51
  { count: 10, until: 'opened', anchor: 'opened', ago: [1, 12] },
  { count: 6, until: 'opened', anchor: 'opened', ago: [2, 14], withoutClass: true },
  { count: 12, until: 'applied', anchor: 'applied', ago: [1, 15] },
  { count: 16, until: 'history', anchor: 'history', ago: [2, 20] },
  { count: 1, until: 'history', anchor: 'history', ago: [6, 6], at: secretary },
  { count: 5, until: 'history', anchor: 'history', ago: [3, 15], plan: () => ({ faulty: true }) },
  { count: 1, until: 'history', anchor: 'history', ago: [9, 9], plan: (schedule) => ({ introducedEarly: true, introducedOn: addMonths(schedule.history, -13) }) },
  // History being checked: 28
  { count: 10, until: 'asked', anchor: 'asked', ago: [1, 9], plan: () => ({ unanswered: 9 }) },
  { count: 9, until: 'union', anchor: 'asked', ago: [14, 27], plan: () => ({ unanswered: 1 }) },
  { count: 7, until: 'opinions', anchor: 'opinions', ago: [0, 4] },
  { count: 2, until: 'opinions', anchor: 'asked', ago: [36, 44], plan: () => ({ unanswered: 1 }) },
  // Before the cell: 19
  { count: 16, until: 'ready', anchor: 'ready', ago: [0, 14] },
  { count: 1, until: 'ready', anchor: 'ready', ago: [4, 4], at: secretary },
  { count: 1, until: 'ready', anchor: 'ready', ago: [5, 5], at: both },
  { count: 1, until: 'ready', anchor: 'ready', ago: [6, 6], plan: (schedule) => ({ introducedOn: addDays(addMonths(schedule.ready, -12), -26) }) },
  // At or before the grassroots committee: 16
  { count: 5, until: 'cell', anchor: 'cell', ago: [0, 4] },
  { count: 3, until: 'cell', anchor: 'cell', ago: [8, 16] },
  { count: 3, until: 'sentUp', anchor: 'cell', ago: [9, 24] },
  { count: 1, until: 'sentUp', anchor: 'cell', ago: [64, 70] },
  { count: 2, until: 'sentUp', anchor: 'cell', ago: [14, 20], plan: returnedBy('grassrootsCommittee', 2, 8) },
  { count: 2, until: 'sentUp', anchor: 'cell', ago: [32, 38], plan: returnedBy('grassrootsCommittee', 18, 26) },
  // Before the decision: 21
  { count: 2, until: 'committee', anchor: 'cell', ago: [22, 28] },
  { count: 1, until: 'committee', anchor: 'cell', ago: [24, 24], at: both },
  { count: 5, until: 'sentOn', anchor: 'cell', ago: [28, 44] },
  { count: 2, until: 'sentOn', anchor: 'cell', ago: [42, 48], plan: (_, ago, draw) => ({ returned: { by: 'decidingOffice', on: ago(draw(12, 14)), resentOn: ago(draw(2, 4)), count: 2 } }) },
  { count: 1, until: 'submitted', anchor: 'cell', ago: [42, 54] },
  { count: 1, until: 'submitted', anchor: 'cell', ago: [72, 72], plan: () => ({ extendedBy: 30 }) },
  { count: 2, until: 'submitted', anchor: 'cell', ago: [64, 80] },
  { count: 2, until: 'sentOn', anchor: 'cell', ago: [63, 75] },
  { count: 3, until: 'sentOn', anchor: 'cell', ago: [36, 48], plan: returnedBy('decidingOffice', 2, 8) },
  { count: 1, until: 'sentOn', anchor: 'cell', ago: [50, 54], plan: returnedBy('decidingOffice', 19, 23) },
  { count: 1, until: 'sentOn', anchor: 'cell', ago: [44, 44], after: { sentUp: 5, committee: 10, sentOn: 9 }, at: secretary, plan: (schedule, ago) => stagedReturn(schedule, ago(1)) },
  // Before the ceremony: 11
  { count: 3, until: 'decided', anchor: 'decided', ago: [1, 4] },
  { count: 6, until: 'received', anchor: 'received', ago: [1, 22] },
  { count: 2, until: 'received', anchor: 'received', ago: [33, 38] },
]

/** Two things to mend: an introduction of thirteen months, and opinions that never came. */
function stagedReturn({ cell }: Schedule, on: PlainDate): Partial<Plan> {
  const introducedOn = addDays(addMonths(cell, -13), -5)
  return { introducedOn, without: ['KNĐ-5'], returned: { by: 'decidingOffice', on, reasons: [stagedReasons.stale(formatDay(introducedOn)), stagedReasons.missing] } }
}

/** Lays the open files, each for somebody who has been followed long enough. */
export function layOpenCases(laying: CaseLaying, desk: Desk): void {
  const { chronicle, posts, helpers } = laying
  const { random } = desk
  const pool = random.shuffled(laying.followed.filter(({ cell }) => !cell.unit.mayDecideAdmission && !Object.values(stagedCells).includes(cell.code as never)))
  const staged = new Map<string, Prospect[]>([secretary, both].map((code) => [code, laying.followed.filter(({ cell }) => cell.code === code)]))
  let number = 2121
  const ago = (days: number) => addWorkingDays(chronicle.today, -days)
  for (const brief of briefs) for (let i = 0; i < brief.count; i++) {
    const schedule = scheduleAround(random, brief.anchor, ago(random.int(...brief.ago)), brief.after)
    const peculiar = brief.plan?.(schedule, ago, (from, to) => random.int(from, to)) ?? {}
    const prospect = brief.at ? makeFit(laying, staged.get(brief.at)!.shift()!, schedule, peculiar) : takeFitting(pool, brief, schedule)
    const others = helpers.get(prospect.cell)!
    const candidate = { ...prospect, sponsors: sponsorsFor(desk, others, schedule.opened, schedule.cell) }
    const needsDecision = milestones.indexOf(brief.until) >= milestones.indexOf('decided')
    const decision = needsDecision ? decisionOf(desk, posts, prospect.cell, paperWords.decision((number += 2), 'HU')) : undefined
    layAdmission(desk, { candidate, schedule, until: brief.until, decision, ...peculiar })
    if (brief.until !== 'opened') chronicle.amend('sources_and_targets.prospect', prospect.id, { applied_on: schedule.applied })
  }
}

/** The first of the pool whom the cell followed, and who had been to the class, when the file opened. */
function takeFitting(pool: Prospect[], { withoutClass }: Brief, schedule: Schedule): Prospect {
  const isAdult = ({ person }: Prospect) => ageInMonths(person.birthday as never, schedule.opened) >= minAge.inForceOn(schedule.opened).value * 12
  const place = pool.findIndex((each) => each.openedOn <= addDays(schedule.opened, -15) && isAdult(each)
    && (withoutClass ? each.certificateOn === undefined : each.certificateOn !== undefined && each.certificateOn <= schedule.opened && addMonths(each.certificateOn, 60) > addDays(schedule.cell, 1) && addMonths(each.certificateOn, 60) > addDays(schedule.opened, 400)))
  if (place < 0) throw new RangeError(`Nobody is followed who could have a file since ${schedule.opened}`)
  return pool.splice(place, 1)[0]!
}

/** Makes a followed person fit for a file: followed since before, with a certificate of that time; the one with the returned file gets her name. */
function makeFit({ chronicle, people }: CaseLaying, prospect: Prospect, schedule: Schedule, { returned }: Partial<Plan>): Prospect {
  const openedOn = addMonths(schedule.opened, -6)
  const certificateOn = addMonths(schedule.opened, -2)
  const person = returned ? people.become(prospect.person, { name: stagedNames.returned, sex: 'female', ethnicity: stagedNames.ethnicity, birthday: dayOf(1994, 3, 17) }) : prospect.person
  if (prospect.openedOn > addDays(schedule.opened, -15)) chronicle.amend('sources_and_targets.prospect', prospect.id, { opened_on: openedOn })
  if (returned) chronicle.amend('sources_and_targets.prospect', prospect.id, { union_code: 'DTN' })
  if (prospect.certificateOn) chronicle.amend('sources_and_targets.awareness_certificate', person.id, { issued_on: certificateOn }, 'person_id')
  else chronicle.add('sources_and_targets.awareness_certificate', { person_id: person.id, number: '118/2017-CN', issued_on: certificateOn, issuer: null, recorded_at: chronicle.known(certificateOn, 6) })
  return { ...prospect, person, openedOn, certificateOn, certificateNumber: prospect.certificateNumber }
}
