import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { loadPerson } from '../../members/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { nothingDescribed, openedAfterWork, openedBeforeFormerEnd } from '../errors.ts'
import { findOpeningBounds, setDescription, type Prospect, type ProspectDescription } from '../queries/prospects.ts'
import { loadCellOn, lockOpenProspect, refuseBeforeBirth, refuseFuture } from './checks.ts'

const descriptionOf = ({ openedOn, unionCode, alsoIn, foundBy, foundThrough }: Prospect): ProspectDescription => ({ openedOn, unionCode, alsoIn: [...alsoIn].sort(), foundBy, foundThrough })

/**
 * States anew since when somebody is followed, to which mass organisations the person belongs, and how the person was found; the trail keeps what stood before and
 * after. Refuses a first day that cannot be (`openedAfterWork`, `openedBeforeFormerEnd`, `beforeBirth`, `dayNotYet`), `closedAlready`, `nothingDescribed` when it says what stands already, a stale version.
 */
export async function describeProspect(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.describeProspect>) {
  const prospect = await lockOpenProspect(ctx, input.id, { version: input.version })
  const before = descriptionOf(prospect)
  const after: ProspectDescription = {
    openedOn: input.openedOn ?? prospect.openedOn, unionCode: input.unionCode, alsoIn: [...new Set(input.alsoIn)].filter((code) => code !== input.unionCode).sort(), foundBy: input.foundBy, foundThrough: input.foundThrough || null,
  }
  if (JSON.stringify(before) === JSON.stringify(after)) throw nothingDescribed()
  if (after.openedOn !== before.openedOn) await refuseOpening(ctx, prospect, after.openedOn)
  await setDescription(ctx.db, prospect.id, after)
  await ctx.audit({ event: 'sourcesAndTargets.prospectDescribed', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId, facts: { before, after } })
  return { done: true as const }
}

async function refuseOpening(ctx: Ctx, prospect: Prospect, on: PlainDate): Promise<void> {
  refuseFuture(ctx, on)
  refuseBeforeBirth((await loadPerson(ctx.db, prospect.personId)).bornOn, on)
  await loadCellOn(ctx, prospect.cellId, on)
  const bounds = await findOpeningBounds(ctx.db, prospect)
  if (bounds?.firstWork && on > bounds.firstWork) throw openedAfterWork(on, bounds.firstWork)
  if (bounds?.formerEnd && on < bounds.formerEnd) throw openedBeforeFormerEnd(on, bounds.formerEnd)
}
