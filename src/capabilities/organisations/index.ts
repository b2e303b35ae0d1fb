export { ensureTopOrganisation, registerOrganisations, type RegisterOptions, type RegisterReport } from './actions/register-organisations.ts'
export { organisationsContract } from './contract.ts'
export { organisationsDeadlines } from './deadlines.ts'
export { organisationsConstraints } from './errors.ts'
export { actNames, organisationsRefusals, organisationTypeNames } from './messages.vi.ts'
export type { PeopleAsked, PeopleCounts, PeopleOfOrganisations, PostHolder } from './people.ts'
export { organisationsPolicy } from './policy.ts'
export { organisationsRoutes } from './routes.ts'
export { cellTypes, fewestFullMembers, grassrootsTypes, isCell, isGrassroots, isResidentialName, isSection, mayStandUnder, sectionTypes, shortNameOf } from './model.ts'
export { committeeOf, listCommittees, type Committee, type CommitteeKind } from './queries/committees.ts'
export {
  belowCondition, decidingOrganisationOf, findOrganisation, findOrganisationByCode, findTop, grassrootsOf, grassrootsUnitsOf, lastBelowCondition, lineAbove, loadOrganisation, rebuildClosure, sectionOf,
  type Organisation, type OrganisationInLine,
} from './queries/organisations.ts'
export { organisationsEvents } from './events.vi.ts'
export { closureKnown, placementsKnown, versionsKnown } from './queries/known.ts'
export { namesOfOrganisations } from './queries/names.ts'
