import { act, read, type InputOf, type RoutesFor } from '../../platform/http/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { authoriseAdmission } from './actions/authorise-admission.ts'
import { findOrganisationPage } from './actions/find-organisation.ts'
import { foundOrganisation } from './actions/found-organisation.ts'
import { listTree } from './actions/list-tree.ts'
import { recordCommittee } from './actions/record-committee.ts'
import { registerOrganisations } from './actions/register-organisations.ts'
import type { organisationsContract } from './contract.ts'
import type { PeopleOfOrganisations } from './people.ts'

type Registering = InputOf<typeof organisationsContract.registerOrganisations>

/** `people`: what the room of members tells about people, handed in from above. */
export const organisationsRoutes = (people: PeopleOfOrganisations): RoutesFor<typeof organisationsContract> => ({
  listTree: read(listTree(people)),
  findOrganisation: read(findOrganisationPage(people)),
  foundOrganisation: act(foundOrganisation),
  registerOrganisations: act(async (ctx: Ctx, { register, ...options }: Registering) => {
    const report = await registerOrganisations(ctx, register, options)
    return { ...report, different: [...report.different] }
  }),
  recordCommittee: act(recordCommittee),
  authoriseAdmission: act(authoriseAdmission),
})
