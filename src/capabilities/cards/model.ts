import type { CardCause } from '../../regulations/index.ts'
import type { CardAct, CardKind, CardState } from './codes.ts'

/** Where a card goes by each act; what is not named may not be done. */
const transitions: Readonly<Record<CardState, Partial<Record<CardAct, CardState>>>> = {
  proposed: { drop: 'dropped', decide: 'decided' },
  decided: { drop: 'dropped', handOver: 'held' },
  held: { concludeLost: 'lost', replace: 'replaced', withdraw: 'withdrawn', leaveToFamily: 'keptByFamily' },
  withdrawn: { giveBack: 'held' },
  lost: {}, replaced: {}, keptByFamily: {}, dropped: {},
}

/** The state of a card after an act; none when the act may not be done in this state. */
export const nextState = (state: CardState, act: CardAct): CardState | undefined => transitions[state][act]

/** What kind of card a proposal asks for, by its cause. */
export const kindFor = (cause: CardCause | undefined): CardKind => (cause === undefined ? 'first' : cause === 'lost' ? 'reissue' : 'exchange')

/** `02034567` of the number 2034567 with eight digits. */
export const writtenNumber = (number: number, digits: number): string => String(number).padStart(digits, '0')

/** The first numbers from `first` to `last` (inclusive) that are not among `used` (ascending), as many as are wanted or as there are. */
export function freeNumbers({ first, last, used, wanted }: { first: number; last: number; used: readonly number[]; wanted: number }): number[] {
  const taken = new Set(used)
  const free: number[] = []
  for (let number = first; number <= last && free.length < wanted; number++) if (!taken.has(number)) free.push(number)
  return free
}
