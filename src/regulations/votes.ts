import { exceeds, fraction, reaches, smallestExceeding, smallestReaching } from '../kernel/index.ts'
import { again, dated, carriedInto2026, since } from './dated.ts'
import { aShare, aStructure, type Threshold } from './shapes.ts'

const twoThirds: Threshold = { share: fraction(2, 3), reach: 'atLeast' }
const moreThanHalf: Threshold = { share: fraction(1, 2), reach: 'moreThan' }

/** Share of all full members of the cell, present or not, for admission and confirmation. Picked by the cell meeting. */
export const cellVote = dated('votes.cell', { pickedBy: 'cellMeeting', shape: aShare }, [since('P2011', twoThirds, 'secondary', 'Điều 5', 'DL-2011')])

/** Share of all members of the grassroots committee, present or not. Picked by the committee meeting. */
export const committeeVote = dated('votes.committee', { pickedBy: 'committeeMeeting', shape: aShare },
  again(twoThirds, { P2011: 'memory', P2016: 'secondary', P2021: 'secondary', P2025A: 'secondary', P2025B: 'secondary', ...carriedInto2026 }))

/** Share of the standing board of the deciding committee. Picked by the day of the decision. */
export const standingBoardVote = dated('votes.standingBoard', { pickedBy: 'decision', shape: aShare },
  again(moreThanHalf, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' }))

/** Share of all full members for removing a probationary member. Picked by the cell meeting. */
export const removalVote = dated('votes.removal', { pickedBy: 'cellMeeting', shape: aShare }, [since('P2011', twoThirds, 'secondary', 'Điều 5', 'DL-2011')])

/** Share of all full members for taking a person into consideration and giving a mentor. Picked by the cell meeting. */
export const cellAgreementVote = dated('votes.cellAgreement', { pickedBy: 'cellMeeting', shape: aShare }, [since('P2011', moreThanHalf, 'memory')])

/** Share of the union committee for its resolution. Picked by the day of the vote. */
export const unionResolutionVote = dated('votes.unionResolution', { pickedBy: 'vote', shape: aShare }, [since('P2011', moreThanHalf, 'memory')])

/** Why somebody on the cell's list is not in the number of which a share is taken. */
export type ExclusionReason =
  | 'probationary' | 'hostedTemporarily' | 'temporarilyElsewhere' | 'exemptAndAbsent' | 'suspended' | 'prosecutedOrDetained' | 'absentFromCongress'

const notCountedReasons: readonly ExclusionReason[] =
  ['probationary', 'hostedTemporarily', 'temporarilyElsewhere', 'exemptAndAbsent', 'suspended', 'prosecutedOrDetained', 'absentFromCongress']

/** Who is not counted; everybody else is, absent or not. Picked by the day of the vote. */
export const notCounted = dated('votes.notCounted', { pickedBy: 'vote', shape: aStructure },
  again(notCountedReasons, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'secondary', P2026A: 'memory', P2026B: 'memory' }, { P2025B: 'điểm 9.3.2' }))

/** How a person on the cell's list stands on the day of the vote. */
export type VoterStanding = {
  readonly fullMember: boolean
  readonly present: boolean
  readonly hostedTemporarily?: boolean
  readonly temporarilyElsewhere?: boolean
  readonly exemptFromMeetings?: boolean
  readonly suspended?: boolean
  readonly prosecutedOrDetained?: boolean
}

export type Occasion = 'meeting' | 'congressElection'

/** Why the person is not counted; `undefined` when counted. An ordinary absentee, sick or travelling, is counted. */
export function whyNotCounted(person: VoterStanding, occasion: Occasion = 'meeting'): ExclusionReason | undefined {
  if (!person.fullMember) return 'probationary'
  if (person.hostedTemporarily) return 'hostedTemporarily'
  if (person.temporarilyElsewhere) return 'temporarilyElsewhere'
  if (person.suspended) return 'suspended'
  if (person.prosecutedOrDetained) return 'prosecutedOrDetained'
  if (person.exemptFromMeetings && !person.present) return 'exemptAndAbsent'
  return occasion === 'congressElection' && !person.present ? 'absentFromCongress' : undefined
}

export type Denominator<P> = { readonly denominator: number; readonly excluded: readonly { readonly person: P; readonly reason: ExclusionReason }[] }

/** The number of which the share is taken, and everybody left out of it with the reason. */
export function votingDenominator<P extends VoterStanding>(roll: readonly P[], occasion: Occasion = 'meeting'): Denominator<P> {
  const excluded = roll.flatMap((person) => {
    const reason = whyNotCounted(person, occasion)
    return reason ? [{ person, reason }] : []
  })
  return { denominator: roll.length - excluded.length, excluded }
}

/** Smallest number of votes in favour that carries: 14 of 20 for two thirds, 11 of 20 for more than half. Nothing carries when nobody is counted. */
export function requiredVotes({ share, reach }: Threshold, denominator: number): number {
  return Math.max(1, reach === 'atLeast' ? smallestReaching(share, denominator) : smallestExceeding(share, denominator))
}

/** True when the votes in favour carry; whole numbers only, nothing is rounded. */
export function carries({ share, reach }: Threshold, inFavour: number, denominator: number): boolean {
  return denominator > 0 && (reach === 'atLeast' ? reaches(share, inFavour, denominator) : exceeds(share, inFavour, denominator))
}
