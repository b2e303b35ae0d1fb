/** Who in an organisation answers for a solution. */
export const ownerRoles = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary'] as const
export type OwnerRole = (typeof ownerRoles)[number]

/** How a figure stands against what was wanted: there, on the way, where it was, or further off. */
export const movements = ['reached', 'moved', 'unmoved', 'worse'] as const
export type Movement = (typeof movements)[number]

/** `findings` are said by the conference, an `experience` is shared by an organisation. */
export const findingKinds = ['finding', 'experience'] as const

/** How far behind an even pace to the target; told beside the counted figures in a report, never asked of a solution. */
export const BEHIND_PACE = 'behindPace'
