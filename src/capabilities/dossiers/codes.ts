/** What is known of a paper. `absentWithReason`: a decision says that there is none. */
export const itemStates = ['present', 'unreadable', 'lost', 'absentWithReason'] as const
export type ItemState = (typeof itemStates)[number]

/** How a required paper stands: one of the states of a paper, or nothing is known of it. */
export const lineStates = [...itemStates, 'missing'] as const
export type LineState = (typeof lineStates)[number]

/** What a name of a scan told. */
export const matchOutcomes = ['matched', 'doubtful', 'unknown', 'alreadyHere'] as const
export type MatchOutcome = (typeof matchOutcomes)[number]

/** Why a scan was not matched for sure. */
export const matchDoubts = ['noPerson', 'severalPeople', 'personByNameOnly', 'otherPerson', 'noType', 'typesDisagree'] as const
export type MatchDoubt = (typeof matchDoubts)[number]

/** Steps in which a lost paper is made anew. */
export const remakingStates = ['stated', 'confirmed', 'finished'] as const

/** How the dossiers to be looked at are chosen. */
export const samplings = ['everyNth', 'perCell', 'neverInspected', 'chosen'] as const
export type Sampling = (typeof samplings)[number]

/** What an inspection finds. */
export const findingKinds = ['missing', 'unsigned', 'altered', 'contradiction', 'notSupplemented', 'wrongForm', 'illegible', 'badOrder', 'badKeeping', 'other'] as const
export type FindingKind = (typeof findingKinds)[number]
