/** Codes of mass organisations, as in `regulations/codes/mass-organisations.json`. */
export const unionCodes = ['MTTQ', 'DTN', 'LHPN', 'ND', 'CCB', 'CD', 'HCTD', 'HNCT', 'HKH', 'HLHTN', 'HTNXP'] as const
export type UnionCode = (typeof unionCodes)[number]

/** How far a prospect has come; `caseOpen` is known to the room admission only and handed in. */
export const stages = ['inSource', 'classDone', 'applied', 'caseOpen'] as const
export type Stage = (typeof stages)[number]

export const closeReasons = ['admitted', 'moved', 'unsuitable', 'withdrawn', 'died'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Months since the last admission in a cell; the last band also holds cells without any on record, so that none can hide. */
export const bands = ['0-12', '13-24', '25-60', 'over60'] as const
export type Band = (typeof bands)[number]

/** What a target counts. The side measures count the same decisions of admission. */
export const measures = ['admissions', 'women', 'ethnicMinority'] as const
export type Measure = (typeof measures)[number]

/** Above this many open assignments a helper is warned about. A convention of the product, not of a paper. */
export const MENTOR_LOAD = 3

/** Through what a person was noticed: a movement, an economic model, the self-governing village, a mass organisation, work or study. */
export const foundWays = ['movement', 'model', 'village', 'union', 'work'] as const
export type FoundWay = (typeof foundWays)[number]
