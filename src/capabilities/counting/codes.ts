/** What can be counted. Stocks are those of the last day; the others have happened within the period. */
export const measures = ['members', 'admitted', 'recognised', 'left', 'movement', 'posts', 'files', 'organisations'] as const
export type Measure = (typeof measures)[number]
export const stocks: readonly Measure[] = ['members', 'posts', 'files', 'organisations']

/** By what it can be sorted. `detail` is what the measure itself tells: the status, the kind of end, the position, the kind of file or of organisation; `stage` is that of a file on the day. */
export const dimensions = [
  'none', 'grassroots', 'cell', 'organisationKind', 'areaKind', 'detail', 'stage', 'sex', 'ethnicity', 'religion', 'ageBand', 'partyAgeBand', 'generalEducation', 'profession', 'politicalTheory', 'occupation', 'year', 'month',
] as const
export type Dimension = (typeof dimensions)[number]

const ofPeople: readonly Dimension[] = ['sex', 'ethnicity', 'religion', 'ageBand', 'partyAgeBand', 'generalEducation', 'profession', 'politicalTheory', 'occupation']
const ofPlaces: readonly Dimension[] = ['none', 'grassroots', 'cell', 'organisationKind']

/** The dimensions that a measure knows. */
export const dimensionsOf: Readonly<Record<Measure, readonly Dimension[]>> = {
  members: [...ofPlaces, 'detail', ...ofPeople],
  admitted: [...ofPlaces, ...ofPeople, 'year', 'month'],
  recognised: [...ofPlaces, ...ofPeople, 'year', 'month'],
  left: [...ofPlaces, 'detail', ...ofPeople, 'year', 'month'],
  // Its columns are the opening, the ways in and out, and the closing; by place it is table 1 of the official tables.
  movement: ['none', ...ofPeople],
  posts: [...ofPlaces, 'detail', ...ofPeople],
  files: [...ofPlaces, 'detail', 'stage', ...ofPeople],
  organisations: ['none', 'grassroots', 'organisationKind', 'detail', 'areaKind'],
}

/** Whose a fact is: of the organisation that had it on its own day, or of the one that has its place today. */
export const owners = ['then', 'now'] as const

/** The strictest class of personal data: who may not read it of a person sees no number that points at one. */
export const strictDimensions: readonly Dimension[] = ['ethnicity', 'religion']
