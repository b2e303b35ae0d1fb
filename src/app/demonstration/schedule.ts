import { earlierOf, type PlainDate } from '../../kernel/index.ts'
import { addWorkingDays } from '../../regulations/index.ts'
import type { Random } from './random.ts'

export const milestones = [
  'opened', 'applied', 'history', 'asked', 'sponsors', 'union', 'replied', 'opinions', 'ready', 'cell', 'sentUp', 'committee', 'sentOn', 'submitted', 'decided', 'received', 'ceremony', 'dossier',
] as const
export type Milestone = (typeof milestones)[number]
export type Schedule = Readonly<Record<Milestone, PlainDate>>

/** Working days from one milestone to the next, least and most; from the cell to the decision together always within sixty. */
const gaps: Readonly<Record<Milestone, readonly [number, number]>> = {
  opened: [0, 0], applied: [1, 7], history: [2, 9], asked: [1, 6], sponsors: [2, 6], union: [1, 3], replied: [4, 16], opinions: [1, 4], ready: [1, 4],
  cell: [2, 12], sentUp: [0, 4], committee: [4, 15], sentOn: [1, 5], submitted: [3, 11], decided: [1, 7], received: [1, 5], ceremony: [3, 18], dossier: [4, 18],
}

/** Days of every milestone when one of them is known; `after` replaces single gaps. Those after today are simply not used. */
export function scheduleAround(random: Random, anchor: Milestone, on: PlainDate, after: Partial<Record<Milestone, number>> = {}): Schedule {
  let sum = 0
  const offsets = milestones.map((milestone) => (sum += after[milestone] ?? random.int(...gaps[milestone])))
  const at = offsets[milestones.indexOf(anchor)]!
  return Object.fromEntries(milestones.map((milestone, i) => [milestone, addWorkingDays(on, offsets[i]! - at)])) as Schedule
}

/** The schedule behind an admission whose decision and ceremony are known. */
export function scheduleOfAdmission(random: Random, decidedOn: PlainDate, ceremonyOn: PlainDate, today: PlainDate, wasReturned: boolean): Schedule {
  // A file that was mended on the way needed more time before the committee and at the office.
  const schedule = scheduleAround(random, 'decided', decidedOn, wasReturned ? { committee: random.int(9, 16), submitted: random.int(8, 14) } : {})
  const dossier = earlierOf(addWorkingDays(ceremonyOn, random.int(3, 16)), addWorkingDays(today, -1))
  return { ...schedule, received: earlierOf(schedule.received, ceremonyOn), ceremony: ceremonyOn, dossier: dossier > ceremonyOn ? dossier : ceremonyOn }
}
