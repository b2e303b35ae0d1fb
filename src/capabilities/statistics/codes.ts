import { decreases, increases, officialTables, type OfficialTable } from '../../regulations/table-codes.ts'

/** Numbers of people that open their names. */
export const nameMeasures = ['members', 'full', 'probationary', 'women', 'ethnicMinority', 'admitted'] as const
export type NameMeasure = (typeof nameMeasures)[number]

/** Levels whose late work is counted; others are the candidate and the political centre. */
export const lateLevels = ['cell', 'grassrootsCommittee', 'decidingOffice', 'standingBoard', 'others'] as const
export type LateLevel = (typeof lateLevels)[number]

/** Official tables that are filled, by their numbers. */
export const tableCodes = officialTables
export type TableCode = OfficialTable

export { decreases, increases }
export const balanceItems = ['opening', 'increase', ...increases, 'decrease', ...decreases, 'closing'] as const
export type BalanceItem = (typeof balanceItems)[number]

/** Traits by which table 3 sorts the members of a day. */
export const traits = ['status', 'sex', 'ethnicity', 'religion', 'ageBand', 'partyAgeBand', 'generalEducation', 'politicalTheory'] as const
export type Trait = (typeof traits)[number]
/** Columns of table 3: of how many members, how many of them. */
export const traitColumns = ['members', 'women', 'ethnicMinority', 'probationary'] as const
export type TraitColumn = (typeof traitColumns)[number]

/** First ages of the bands, rising; younger than the first is a band of its own. A table, because no paper that was read fixes them. */
export const ageBands = [18, 31, 36, 41, 46, 51, 56, 61, 66, 71] as const
/** First full years of party age of the bands, rising: by ones and fives to thirty, then by the badges. */
export const partyAgeBands = [0, 1, 6, 11, 16, 21, 26, 30, 40, 45, 50, 55, 60, 65, 70] as const
/** First numbers of members of the bands by which table 5 sorts organisations; none has a band of its own. */
export const sizeBands = [1, 3, 10, 20, 30, 50, 100, 300] as const

/** What a table is checked for. */
export const checkCodes = ['balances', 'partsAddUp', 'traitsAddUp', 'admittedMatch', 'closingMatch'] as const
export type CheckCode = (typeof checkCodes)[number]

/** Fewer than so many are shown together with others, to who may not read the strictest class of personal data of a person. */
export const FEWEST_SHOWN = 5
