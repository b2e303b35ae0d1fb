/** Where a plan stands. */
export const planStates = ['draft', 'decided', 'inForce', 'undone', 'withdrawn'] as const
export type PlanState = (typeof planStates)[number]

/** By what rule people of a cell go somewhere. A named list comes before the place of residence, and both before the rest. */
export const peopleRules = ['rest', 'residence', 'list'] as const
export type PeopleRule = (typeof peopleRules)[number]

/** What becomes of an organisation. */
export const fates = ['founded', 'changed', 'ended', 'kept'] as const
export type Fate = (typeof fates)[number]

/** What an act carries from one organisation to another. */
export const carriedKinds = ['member', 'person', 'caseFile', 'prospect', 'dossier'] as const
export type CarriedKind = (typeof carriedKinds)[number]

/** What an act is called in the history of an organisation. */
export type ActKind = 'founding' | 'renaming' | 'typeChange' | 'move' | 'merger' | 'split' | 'closure' | 'handover' | 'counterAct' | 'reorganisation'

/** How much a finding weighs: an error keeps a plan from being decided, a warning is to be thought over. */
export const weights = ['error', 'warning'] as const
export type Weight = (typeof weights)[number]
