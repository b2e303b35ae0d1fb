export const cardKinds = ['first', 'exchange', 'reissue', 'takenOver'] as const
export type CardKind = (typeof cardKinds)[number]

export const cardStates = ['proposed', 'decided', 'held', 'lost', 'replaced', 'withdrawn', 'keptByFamily', 'dropped'] as const
export type CardState = (typeof cardStates)[number]

/** Parts of the book of cards, each a list of its own. `year`: every card decided on in a calendar year. */
export const cardViews = ['underWay', 'held', 'lost', 'ended', 'year'] as const
export type CardView = (typeof cardViews)[number]

export const cardActs = ['propose', 'drop', 'decide', 'handOver', 'takeOver', 'concludeLost', 'replace', 'withdraw', 'leaveToFamily', 'giveBack'] as const
export type CardAct = (typeof cardActs)[number]
