import type { EndingAct, EndingStage } from './codes.ts'

export type VoteResult = 'carried' | 'lost'

/** Where a case goes by each act; a vote by its result. What is not named may not be done. */
const transitions: Readonly<Record<EndingStage, Partial<Record<EndingAct, EndingStage | Readonly<Record<VoteResult, EndingStage>>>>>> = {
  opened: { cellVote: { carried: 'cellCarried', lost: 'notCarried' }, drop: 'dropped' },
  cellCarried: { committeeVote: { carried: 'committeeCarried', lost: 'notCarried' }, decide: 'ended', drop: 'dropped' },
  committeeCarried: { decide: 'ended', drop: 'dropped' },
  ended: { complain: 'ended', uphold: 'ended', annul: 'restored' },
  notCarried: {}, dropped: {}, restored: {},
}

/** The stage after an act; none when it may not be done. A cell without a grassroots committee above it goes from its own vote to the decision. */
export function nextStage(stage: EndingStage, act: EndingAct, { result, hasCommittee = true }: { result?: VoteResult; hasCommittee?: boolean } = {}): EndingStage | undefined {
  if (stage === 'cellCarried' && act === (hasCommittee ? 'decide' : 'committeeVote')) return undefined
  const to = transitions[stage][act]
  return typeof to === 'object' ? result && to[result] : to
}

export const openStages: readonly EndingStage[] = ['opened', 'cellCarried', 'committeeCarried']
