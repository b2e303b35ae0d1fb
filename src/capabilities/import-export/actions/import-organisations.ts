import type { Ctx } from '../../../platform/action/index.ts'
import { registerOrganisations } from '../../organisations/index.ts'

/** Takes a register of organisations into the tree: what is new is founded, what is there stays; differences are told, not written. */
export async function importOrganisations(ctx: Ctx, input: { register?: unknown; topName?: string | undefined }) {
  await ctx.authorise('importExport.registerOrganisations', 'own part')
  const { added, same, different } = await registerOrganisations(ctx, input.register, { topName: input.topName })
  await ctx.audit({ event: 'importExport.organisationsRegistered', subject: { type: 'register', id: 'organisations' }, organisationId: ctx.actor.organisationId, facts: { added, same, different: different.length } })
  return { added, same, different: [...different] }
}
