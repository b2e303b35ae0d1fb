/** What has become of the report of an organisation; `missing`: nothing was submitted. */
export const reportStates = ['missing', 'submitted', 'returned', 'approved'] as const
export type ReportState = (typeof reportStates)[number]

/** What has become of one submission; `replaced`: a later one was approved in its place. */
export const outcomes = ['waiting', 'returned', 'approved', 'replaced'] as const
export type Outcome = (typeof outcomes)[number]

/** Periods for which is reported: the first half of a year, and the whole of it. */
export const periodKinds = ['half', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/**
 * Why somebody stands in one report and not in the other: other facts; another number of members (of an organisation); time that has passed; an organisation that came under another
 * one or left it within the period, of which each level counts what lies within its own part; nothing that was found.
 */
export const causes = ['facts', 'sizeChanged', 'timePassed', 'reorganised', 'unexplained'] as const
export type Cause = (typeof causes)[number]

/** Kinds of facts behind a name. */
export const factKinds = ['placement', 'tree', 'status', 'membership', 'ruling', 'post', 'person', 'organisation', 'badge', 'discipline', 'suspension', 'exemption', 'letter', 'step', 'card'] as const
export type FactKind = (typeof factKinds)[number]
