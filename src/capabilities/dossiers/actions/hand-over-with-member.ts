import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findDossierOf } from '../queries/dossiers.ts'
import { insertHandoverOfOne, lockKept } from '../queries/handovers.ts'
import { missingOf } from './move-keeper.ts'

type Handing = { personId: string; toKeeperId?: string | undefined; toName?: string | undefined; on: PlainDate; handedBy: string; receivedBy: string; basis: string }

/**
 * Hands the dossier of a transferred member to the keeper of the receiving side, with its list. A dossier that is lent, that nobody opened, or
 * that the receiver keeps already stays where it is. To be called when the member belongs to the new side; the caller has authorised.
 * Answers the handover, if there was one.
 */
export async function handOverWithMember(ctx: Ctx, { personId, toKeeperId, toName, on, handedBy, receivedBy, basis }: Handing): Promise<string | undefined> {
  const dossier = await findDossierOf(ctx.db, personId)
  if (!dossier || dossier.keeperId === toKeeperId) return undefined
  const [kept] = await lockKept(ctx.db, dossier.keeperId, [personId])
  if (!kept || kept.isLent) return undefined
  const missing = (await missingOf(ctx, [kept], on)).get(personId) ?? []
  const handoverId = await insertHandoverOfOne(ctx.db, { toKeeperId, toName, handedOn: on, handedBy, receivedBy, basis, by: ctx.actor.accountId }, { ...kept, missing })
  await ctx.audit({ event: 'dossiers.keeperMoved', subject: { type: 'dossier', id: kept.dossierId }, organisationId: kept.cellId, personId, facts: { handoverId, toKeeperId, toName } })
  return handoverId
}
