/** Ways in which membership ends here; an expulsion is a measure of discipline, a transfer out is one of the room `transfers`. */
export const endingKinds = ['strikeOff', 'resignation', 'death'] as const
export type EndingKind = (typeof endingKinds)[number]

export const endingStages = ['opened', 'cellCarried', 'committeeCarried', 'notCarried', 'dropped', 'ended', 'restored'] as const
export type EndingStage = (typeof endingStages)[number]

export const endingActs = ['open', 'cellVote', 'committeeVote', 'drop', 'decide', 'recordDeath', 'complain', 'uphold', 'annul'] as const
export type EndingAct = (typeof endingActs)[number]

/** What may be tied to a membership when it ends. */
export const tieKinds = ['post', 'overlay', 'badge', 'ownFile', 'namedInFile', 'mentoring', 'transfer', 'cardUnderWay', 'card'] as const
export type TieKind = (typeof tieKinds)[number]

/** What becomes of it: it ends with membership, is taken back, or stays for somebody to see to. */
export const tieFates = ['ends', 'takenBack', 'toSee'] as const
export type TieFate = (typeof tieFates)[number]
