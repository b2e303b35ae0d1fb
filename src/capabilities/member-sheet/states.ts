export const proposalStates = ['open', 'approved', 'refused', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

export const supplementStates = ['asked', 'answered', 'checked', 'takenIn', 'returned'] as const
export type SupplementState = (typeof supplementStates)[number]

/** Why a covered part is opened. */
export const openReasons = ['dossier', 'comparing', 'superiorAsked', 'other'] as const
export type OpenReason = (typeof openReasons)[number]
