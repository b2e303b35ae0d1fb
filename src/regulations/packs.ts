import { plainDate, type Certainty, type PlainDate } from '../kernel/index.ts'
import type { InstrumentId } from './instruments.ts'
import { packNames } from './messages.vi.ts'

export type PackId = keyof typeof packNames

/**
 * What happens to files that were open when the pack began. `perStep`: every step is judged by the pack in force on the step's own day
 * and never judged again; `keepOldRule`: a file begun under the former pack ends under it.
 */
export type TransitionPolicy = 'perStep' | 'keepOldRule'

/** The papers that together said how the Charter was carried out from a day on, until the next pack. */
export type RulePack = {
  readonly id: PackId
  readonly name: string
  /** First day; the pack ends on the day before the next one begins. */
  readonly from: PlainDate
  /** The regulation of the Central Committee that carries the pack. */
  readonly regulation: InstrumentId
  readonly references: readonly InstrumentId[]
  readonly certainty: Certainty
  readonly transitionPolicy: TransitionPolicy
}

const pack = (id: PackId, from: string, certainty: Certainty, references: readonly [InstrumentId, ...InstrumentId[]]): RulePack => ({
  // No paper we know settles open files, so each step is judged on its own day.
  id, name: packNames[id], from: plainDate(from), regulation: references[0], references, certainty, transitionPolicy: 'perStep',
})

/** The packs in the order of time. */
export const packs: readonly RulePack[] = [
  pack('P2011', '2011-11-01', 'memory', ['QD-45-2011', 'HD-01-2012', 'HD-12-2012']),
  pack('P2016', '2016-07-25', 'verified', ['QD-29-2016', 'HD-01-2016', 'HD-09-2017']),
  pack('P2021', '2021-07-30', 'verified', ['QD-24-2021', 'HD-01-2021', 'HD-12-2022']),
  pack('P2025A', '2025-01-20', 'verified', ['QD-232-2025', 'HD-01-2021', 'HD-12-2022']),
  pack('P2025B', '2025-07-01', 'verified', ['QD-294-2025', 'HD-06-2025', 'HD-38-2025']),
  pack('P2026A', '2026-04-08', 'memory', ['QD-20-2026', 'HD-01-2026', 'CV-1361-2026']),
  pack('P2026B', '2026-07-26', 'secondary', ['QD-208-2026', 'HD-01-2026', 'CV-1361-2026']),
]

/** The pack with this identifier. */
export const packOf = (id: PackId): RulePack => packs.find((each) => each.id === id)!

/** First day on which the program knows the rules; no step before it can be judged. */
export const firstRuledDay: PlainDate = packs[0]!.from

/** The pack in force on the day. Throws `RangeError` before `firstRuledDay`. */
export function packInForceOn(day: PlainDate): RulePack {
  const found = packs.findLast((each) => each.from <= day)
  if (!found) throw new RangeError(`No rules are known before ${firstRuledDay}: ${day}`)
  return found
}
