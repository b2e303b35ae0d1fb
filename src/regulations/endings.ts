import { addDays, addMonths, fraction, laterOf, type PlainDate } from '../kernel/index.ts'
import { again, dated, from, since, type DatedRule, type Override, type RuleUse } from './dated.ts'
import { cite } from './instruments.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, aShare, aStructure, someOf, type Threshold } from './shapes.ts'

/** Why a member is struck off the list, which is no measure of discipline. */
export const strikeOffGrounds = ['inactive', 'cardGivenUp', 'lostWill', 'twoYearsBelow', 'politicalStandard'] as const
export type StrikeOffGround = (typeof strikeOffGrounds)[number]

/** Grounds on which a cell may propose to strike off. Picked by the cell meeting. */
export const strikeOffGroundsAllowed: DatedRule<readonly StrikeOffGround[]> = dated('endings.strikeOffGrounds', { pickedBy: 'cellMeeting', shape: someOf(...strikeOffGrounds) },
  [since('P2011', strikeOffGrounds as readonly StrikeOffGround[], 'secondary', 'Điều 8', 'DL-2011')])

export type GroundMonths = { readonly inactive: number; readonly lostWill: number; readonly twoYearsBelow: number }

/**
 * Full months that a ground must have lasted by the day of the cell's vote: without activity or dues, of education without progress, rated below the standard.
 * Picked by the cell meeting.
 */
export const strikeOffMonths: DatedRule<GroundMonths> = dated('endings.strikeOffMonths', { unit: 'months', pickedBy: 'cellMeeting', shape: aStructure },
  [since('P2011', { inactive: 3, lostWill: 12, twoYearsBelow: 24 }, 'secondary', 'Điều 8', 'DL-2011')])

const twoThirds: Threshold = { share: fraction(2, 3), reach: 'atLeast' }
const moreThanHalf: Threshold = { share: fraction(1, 2), reach: 'moreThan' }

/** Share of all full members of the cell for proposing to strike off. Picked by the cell meeting. */
export const strikeOffCellVote = dated('endings.strikeOffCellVote', { pickedBy: 'cellMeeting', shape: aShare }, [since('P2011', twoThirds, 'secondary', 'Điều 8', 'DL-2011')])

/** Share of all members of the grassroots committee for passing that on. Picked by the committee meeting. */
export const strikeOffCommitteeVote = dated('endings.strikeOffCommitteeVote', { pickedBy: 'committeeMeeting', shape: aShare }, [since('P2011', twoThirds, 'memory')])

/** Share of all full members of the cell for letting a member leave who asks to. Picked by the cell meeting. */
export const resignationCellVote = dated('endings.resignationCellVote', { pickedBy: 'cellMeeting', shape: aShare }, [since('P2011', moreThanHalf, 'memory')])

/** Share of all members of the grassroots committee for the same. Picked by the committee meeting. */
export const resignationCommitteeVote = dated('endings.resignationCommitteeVote', { pickedBy: 'committeeMeeting', shape: aShare }, [since('P2011', moreThanHalf, 'memory')])

/** Calendar days to complain of being struck off. Counted from, and picked by, the day on which the decision was received. */
export const endingComplaintDays = dated('endings.complaintDays', { unit: 'days', pickedBy: 'decisionReceived', shape: aNumber },
  [since('P2011', 30, 'memory'), from('2025-05-30', 30, cite('QD-296-2025', 'Điều 25', 'memory'))])

/** Days after a step by which the next one is taken; the product's own. Counted from, and picked by, the day of the step before. */
export const endingStepDays = dated('endings.stepDays', { unit: 'days', pickedBy: 'vote', shape: aNumber }, again(30, { P2011: 'inferred' }))

const ruled = (day: PlainDate) => laterOf(day, firstRuledDay)

/** The first day on which a cell may vote on striking off on a ground that began on `since`, and the rule; none for a ground that needs no time. */
export function strikeOffPossible(ground: StrikeOffGround, since: PlainDate, votedOn: PlainDate, overrides?: readonly Override[]): { from: PlainDate; rule: RuleUse<GroundMonths> } | undefined {
  const rule = strikeOffMonths.usedOn(ruled(votedOn), overrides)
  const months = (rule.value as Partial<Record<StrikeOffGround, number>>)[ground]
  return months === undefined ? undefined : { from: addMonths(since, months), rule }
}

/** The share for a vote of the cell or of the committee on striking off, or on a resignation. The day of the meeting picks the rule. */
export const endingVote = (kind: 'strikeOff' | 'resignation', level: 'cell' | 'committee', heldOn: PlainDate, overrides?: readonly Override[]): RuleUse<Threshold> =>
  (kind === 'strikeOff' ? (level === 'cell' ? strikeOffCellVote : strikeOffCommitteeVote) : level === 'cell' ? resignationCellVote : resignationCommitteeVote).usedOn(ruled(heldOn), overrides)

/** Last day to complain of a decision received on a day. */
export function endingComplaintDue(receivedOn: PlainDate, overrides?: readonly Override[]): { dueOn: PlainDate; rule: RuleUse<number> } {
  const rule = endingComplaintDays.usedOn(ruled(receivedOn), overrides)
  return { dueOn: addDays(receivedOn, rule.value), rule }
}

/** Day by which the step after one taken on a day is due. */
export function endingStepDue(after: PlainDate, overrides?: readonly Override[]): { dueOn: PlainDate; rule: RuleUse<number> } {
  const rule = endingStepDays.usedOn(ruled(after), overrides)
  return { dueOn: addDays(after, rule.value), rule }
}
