/** Why somebody stands on the list of a round: reached since the round before, reached earlier and not given, early in illness, died within reach. */
export const candidateGroups = ['due', 'missed', 'early', 'posthumous'] as const
export type CandidateGroup = (typeof candidateGroups)[number]

export const badgeGrounds = ['reached', 'early', 'posthumous', 'takenOver'] as const
export type KeptGround = (typeof badgeGrounds)[number]

export const badgeStates = ['proposed', 'awarded', 'withdrawn', 'revoked'] as const
export type BadgeState = (typeof badgeStates)[number]

export const rulingKinds = ['interruption', 'countedFrom'] as const
export const stretchBases = ['decision', 'papers', 'ruling', 'resumed'] as const

/** Kinds of measures that stand beside a membership for a time, each with a list of its own. */
export const measureKinds = ['discipline', 'suspension', 'exemption'] as const
export type MeasureKind = (typeof measureKinds)[number]

/** Who decided on a discipline: the cell itself, the committee of the grassroots or above it, an inspection committee. */
export const authorities = ['cell', 'grassroots', 'superior', 'inspection'] as const
export type Authority = (typeof authorities)[number]

export const suspensionGrounds = ['inquiry', 'prosecuted'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

export const measureStates = ['running', 'ended', 'annulled'] as const
export type MeasureState = (typeof measureStates)[number]
