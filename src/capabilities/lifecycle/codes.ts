/** Why somebody stands on the list of a round: reached since the round before, reached earlier and not given, early in illness, died within reach. */
export const candidateGroups = ['due', 'missed', 'early', 'posthumous'] as const
export type CandidateGroup = (typeof candidateGroups)[number]

export const badgeGrounds = ['reached', 'early', 'posthumous', 'takenOver'] as const
export type KeptGround = (typeof badgeGrounds)[number]

export const badgeStates = ['proposed', 'awarded', 'withdrawn', 'revoked'] as const
export type BadgeState = (typeof badgeStates)[number]

export const rulingKinds = ['interruption', 'countedFrom'] as const
export const stretchBases = ['decision', 'papers', 'ruling', 'resumed'] as const
