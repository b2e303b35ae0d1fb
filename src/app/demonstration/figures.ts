/** What a newspaper printed about the district in October 2018, and the figures that the rest of the reference fixes. */
export const figures = {
  grassrootsOrganisations: 33, cells: 452, members: 9863, women: 2762, ethnicMinority: 6214, probationary: 339,
  overdueProbationers: 11, probationsEndingIn30Days: 28, admittedInTerm: 1045, target: 1750,
} as const

/** Members of the mass organisations and how many of them are Party members. */
export const massFigures = [
  { code: 'CCB', total: 4984, partyMembers: 1351 },
  { code: 'LHPN', total: 16731, partyMembers: 1623 },
  { code: 'ND', total: 16731, partyMembers: 2861 },
  { code: 'DTN', total: 3240, partyMembers: 878 },
] as const
