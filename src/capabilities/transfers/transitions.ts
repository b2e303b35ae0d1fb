import type { Act, Direction, Stage, TransferKind } from './codes.ts'
import { finalStages } from './codes.ts'

/** What an act that can end in several ways ended in: where a request went, and whether the new stay is for ever or for a time. */
export type Result = 'grassroots' | 'superior' | 'lasting' | 'forATime'

type Target = Stage | Readonly<Partial<Record<Result, Stage>>>
export type TransitionTable = Readonly<Record<Stage, Readonly<Partial<Record<Act, Target>>>>>

const received = { lasting: 'accepted', forATime: 'hosted' } as const

/** In each stage, what may be done and where it leads. */
export const transferTransitions = {
  requested: { sendUp: { grassroots: 'atGrassroots', superior: 'atSuperior' }, cancel: 'cancelled' },
  atGrassroots: { sendUp: 'atSuperior', issueLetter: 'letterIssued', accept: 'accepted', cancel: 'cancelled' },
  atSuperior: { issueLetter: 'letterIssued', cancel: 'cancelled' },
  letterIssued: { handOver: 'handedOver', assignCell: 'letterIssued', voidLetter: 'letterVoid', cancel: 'cancelled' },
  handedOver: { present: 'presented', assignCell: 'handedOver', reportNotCome: 'handedOver', confirmOutside: received, voidLetter: 'letterVoid', cancel: 'cancelled' },
  presented: { assignCell: 'presented', accept: received, sendBack: 'letterVoid', cancel: 'cancelled' },
  letterVoid: { issueLetter: 'letterIssued', proposeRemoval: 'removalProposed', cancel: 'cancelled' },
  removalProposed: { issueLetter: 'letterIssued', recordRemoval: 'struckOff', cancel: 'cancelled' },
  hosted: { extend: 'hosted', recordReturn: 'completed' },
  accepted: {}, completed: {}, cancelled: {}, struckOff: {},
} as const satisfies TransitionTable

export const isFinal = (stage: Stage): boolean => (finalStages as readonly string[]).includes(stage)

/** The stage in which an act leaves a transfer; undefined when the act is not possible there. */
export function nextStage(stage: Stage, act: Act, result?: Result): Stage | undefined {
  const target = (transferTransitions as TransitionTable)[stage][act]
  return typeof target === 'object' ? target[result!] : target
}

/** Acts that this transfer may see in its stage: what belongs to another direction or kind is left out. */
export function possibleActs({ stage, direction, kind }: { stage: Stage; direction: Direction; kind: TransferKind }): Act[] {
  const fits: Readonly<Partial<Record<Act, boolean>>> = {
    accept: stage === 'atGrassroots' ? kind === 'internal' : true, issueLetter: kind !== 'internal' && direction !== 'in', present: direction === 'within', reportNotCome: direction === 'within',
    confirmOutside: direction === 'out', assignCell: direction !== 'out', sendUp: stage === 'requested' || kind !== 'internal', sendBack: direction === 'within',
    proposeRemoval: direction !== 'in', recordRemoval: direction !== 'in',
  }
  return (Object.keys((transferTransitions as TransitionTable)[stage]) as Act[]).filter((act) => fits[act] ?? true)
}
