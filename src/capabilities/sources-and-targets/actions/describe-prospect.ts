import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { nothingDescribed } from '../errors.ts'
import { setDescription, type Prospect, type ProspectDescription } from '../queries/prospects.ts'
import { lockOpenProspect } from './checks.ts'

const descriptionOf = ({ unionCode, alsoIn, foundBy, foundThrough }: Prospect): ProspectDescription => ({ unionCode, alsoIn: [...alsoIn].sort(), foundBy, foundThrough })

/**
 * States anew to which mass organisations somebody who is followed belongs, and how the person was found; the trail keeps what stood before and
 * after. Refuses `closedAlready`, `nothingDescribed` when it says what stands already, a stale version.
 */
export async function describeProspect(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.describeProspect>) {
  const prospect = await lockOpenProspect(ctx, input.id, { version: input.version })
  const before = descriptionOf(prospect)
  const after: ProspectDescription = {
    unionCode: input.unionCode, alsoIn: [...new Set(input.alsoIn)].filter((code) => code !== input.unionCode).sort(), foundBy: input.foundBy, foundThrough: input.foundThrough || null,
  }
  if (JSON.stringify(before) === JSON.stringify(after)) throw nothingDescribed()
  await setDescription(ctx.db, prospect.id, after)
  await ctx.audit({ event: 'sourcesAndTargets.prospectDescribed', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId, facts: { before, after } })
  return { done: true as const }
}
