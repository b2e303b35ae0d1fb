/** Numbers of people that open their names. */
export const nameMeasures = ['members', 'full', 'probationary', 'women', 'ethnicMinority', 'admitted'] as const
export type NameMeasure = (typeof nameMeasures)[number]

/** Levels whose late work is counted; others are the candidate and the political centre. */
export const lateLevels = ['cell', 'grassrootsCommittee', 'decidingOffice', 'standingBoard', 'others'] as const
export type LateLevel = (typeof lateLevels)[number]
