/** What is the matter with a fact: it is not there, it cannot be, it disagrees with another one, or it was true once. */
export const faultKinds = ['missing', 'impossible', 'disagreeing', 'stale'] as const
export type FaultKind = (typeof faultKinds)[number]

/** What a rule is held against: each of these once, where the rule applies. */
export const subjects = ['member', 'line', 'post', 'organisation', 'file', 'prospect'] as const
export type Subject = (typeof subjects)[number]

/** Where a fault is mended: the sheet by a proposal, the page of the member, dossier, organisation, file or source, the yearly supplement. */
export const mendingPlaces = ['sheet', 'member', 'dossier', 'organisation', 'file', 'prospect', 'supplement'] as const
export type MendingPlace = (typeof mendingPlaces)[number]

/** Faults still to be looked at, those that somebody called right, or both. */
export const asideStates = ['open', 'aside', 'all'] as const
export type AsideState = (typeof asideStates)[number]
