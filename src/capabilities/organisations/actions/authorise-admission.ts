import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { organisationsContract } from '../contract.ts'
import { authorityUnchanged, onlyGrassrootsMayBeAuthorised } from '../errors.ts'
import { isCell, isGrassroots } from '../model.ts'
import { changeVersion, insertAct } from '../queries/changes.ts'
import { loadOrganisation } from '../queries/organisations.ts'

type Input = InputOf<typeof organisationsContract.authoriseAdmission>

/**
 * Gives a grassroots committee the authority to decide on admission itself, or takes it back, from a day. Decisions before that day keep
 * the competence of their own day. Refuses `organisations.onlyGrassrootsMayBeAuthorised`, `organisations.authorityUnchanged`.
 */
export async function authoriseAdmission(ctx: Ctx, input: Input) {
  const { id, from, mayDecideAdmission } = input
  await ctx.authorise('organisations.authoriseAdmission', { organisationId: id })
  const organisation = await loadOrganisation(ctx.db, id, from)
  if (!isGrassroots(organisation.type) || isCell(organisation.type)) throw onlyGrassrootsMayBeAuthorised(organisation.name)
  if (organisation.mayDecideAdmission === mayDecideAdmission) throw authorityUnchanged(organisation.name)
  const actId = await insertAct(ctx.db, { kind: 'authorisation', decisionNumber: input.decisionNumber, decidedOn: input.decidedOn, issuedBy: input.issuedBy ?? null, effectiveOn: from })
  await changeVersion(ctx.db, id, from, { mayDecideAdmission }, actId)
  await ctx.audit({ event: 'organisations.admissionAuthorityChanged', subject: { type: 'organisation', id }, organisationId: id, facts: input })
  return { done: true as const }
}
