import { addMonths, addDays, laterOf, partsOf, type PlainDate } from '../kernel/index.ts'
import { again, dated, carriedInto2026, quotedIn2026, readUntil2025A, readUntil2025B, since, type Override, type RuleUse } from './dated.ts'
import type { Due, Settings } from './due.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, oneOf, yesNo } from './shapes.ts'
import { addWorkingDays } from './working-days.ts'

/** Calendar months of probation. Counted from, and picked by, the admission ceremony. */
export const probationMonths = dated('probation.months', { unit: 'months', pickedBy: 'ceremony', shape: aNumber },
  [since('P2011', 12, 'secondary', 'Điều 5', 'DL-2011')])

/** Calendar months from one remark of the mentor in the cell to the next. Picked by the ceremony. */
export const mentorRemarkMonths = dated('probation.mentorRemarkMonths', { unit: 'months', pickedBy: 'ceremony', shape: aNumber },
  [since('P2011', 1, 'memory')])

/** The event that starts probation. Picked by the ceremony. */
export const probationStart = dated('probation.start', { pickedBy: 'ceremony', shape: oneOf('admissionCeremony') },
  again('admissionCeremony' as const, { ...readUntil2025A, P2025B: 'secondary', ...quotedIn2026 }))

/** On which day a probation begun on 29/02 ends, since no paper says it. Picked by the ceremony. */
export const endOnLeapDay = dated<'dayBefore' | 'dayAfter'>('probation.endOnLeapDay', { pickedBy: 'ceremony', shape: oneOf('dayBefore', 'dayAfter') },
  [since('P2011', 'dayBefore', 'inferred', '', 'QUY-UOC')])

/** Working days for the cell to consider confirmation. Counted from, and picked by, the end of probation. */
export const cellConsidersWorkingDays = dated('probation.cellConsidersWorkingDays', { unit: 'workingDays', pickedBy: 'probationEnd', shape: aNumber },
  again(30, { ...readUntil2025B, ...carriedInto2026 }, { P2016: 'điểm 4.2', P2021: 'điểm 4.2' }))

/** Working days for the deciding committee. Counted from, and picked by, the cell's resolution on confirmation. */
export const superiorDecidesWorkingDays = dated('probation.superiorDecidesWorkingDays', { unit: 'workingDays', pickedBy: 'cellMeeting', shape: aNumber },
  again(30, { ...readUntil2025A, P2021: 'memory', P2025B: 'memory', ...carriedInto2026 }, { P2016: 'điểm 4.3.1', P2025A: 'điểm 4.3.1' }))

/** Working days by which the decision on confirmation may be extended in a special case. Picked by the cell meeting. */
export const confirmationExtensionWorkingDays = dated('probation.decisionExtensionWorkingDays',
  { unit: 'workingDays', pickedBy: 'cellMeeting', shape: aNumber },
  again(30, { P2011: 'memory', P2016: 'verified', P2021: 'memory', P2025A: 'verified', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' },
    { P2016: 'điểm 4.3.1', P2025A: 'điểm 4.3.1' }))

/** From which day a confirmed member is a full member. Picked by the end of probation. */
export const confirmationEffective = dated('probation.confirmationEffective', { pickedBy: 'probationEnd', shape: oneOf('dayProbationEnds') },
  again('dayProbationEnds' as const, { ...readUntil2025B, ...quotedIn2026 }))

/** Votes with neither confirmation nor removal reaching two thirds, after which the cell reports upward. Picked by the day of the vote. */
export const maxVotesBeforeEscalation = dated('probation.maxVotesBeforeEscalation', { unit: 'times', pickedBy: 'cellMeeting', shape: aNumber },
  again(3, { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'memory', P2025B: 'memory', ...carriedInto2026 },
    { P2016: 'điểm 4.2c', P2021: 'điểm 4.2c' }))

/** Whether the certificate of the new-member class must be there when the cell considers confirmation. Picked by the cell meeting. */
export const newMemberCertificateNeeded = dated('probation.newMemberCertificateNeeded', { pickedBy: 'cellMeeting', shape: yesNo }, again(true, { ...readUntil2025B, ...carriedInto2026 }))

export type ProbationEnd = { readonly endsOn: PlainDate; readonly rules: readonly RuleUse[] }

/**
 * The day probation ends, which is the member's `confirmedOn` however late the papers are. For a ceremony before `firstRuledDay`
 * the first rules known answer: such a probation was never ended, so today's Charter ends it.
 */
export function probationEnd(ceremonyOn: PlainDate, overrides?: readonly Override[]): ProbationEnd {
  const ruledOn = laterOf(ceremonyOn, firstRuledDay)
  const months = probationMonths.usedOn(ruledOn, overrides)
  const leap = endOnLeapDay.usedOn(ruledOn, overrides)
  const end = addMonths(ceremonyOn, months.value)
  // `addMonths` falls back to the last day of a shorter month.
  const fellBack = partsOf(end).day !== partsOf(ceremonyOn).day
  if (!fellBack) return { endsOn: end, rules: [months] }
  return { endsOn: leap.value === 'dayAfter' ? addDays(end, 1) : end, rules: [months, leap] }
}

/** Last day for the cell to consider confirmation. */
export function cellConsidersDue(ceremonyOn: PlainDate, { overrides, swaps }: Settings = {}): Due {
  const { endsOn } = probationEnd(ceremonyOn, overrides)
  const rule = cellConsidersWorkingDays.usedOn(laterOf(endsOn, firstRuledDay), overrides)
  return { startsOn: endsOn, dueOn: addWorkingDays(endsOn, rule.value, swaps), rules: [rule] }
}

export type ConfirmationClock = { readonly resolvedOn: PlainDate; readonly extended?: boolean }

/** Last day for the decision on confirmation that the cell resolved on `resolvedOn`. */
export function confirmationDecisionDue({ resolvedOn, extended }: ConfirmationClock, { overrides, swaps }: Settings = {}): Due {
  const length = superiorDecidesWorkingDays.usedOn(resolvedOn, overrides)
  const extension = extended ? [confirmationExtensionWorkingDays.usedOn(resolvedOn, overrides)] : []
  const days = length.value + extension.reduce((sum, rule) => sum + rule.value, 0)
  return { startsOn: resolvedOn, dueOn: addWorkingDays(resolvedOn, days, swaps), rules: [length, ...extension] }
}
