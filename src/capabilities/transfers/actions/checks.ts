import { addDays, addMonths, laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { firstRuledDay, mostTemporaryMonths, temporaryTransferMonths, transferWaitsForDiscipline, type RuleUse, type Settings } from '../../../regulations/index.ts'
import { findStatusOn, overlayKindsOn } from '../../members/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { Cause } from '../codes.ts'
import { stayTooLong, stayTooShort, waitsForDiscipline } from '../errors.ts'
import type { transfersPolicy } from '../policy.ts'

/** A temporary stay from a day to its last day holds the limits of the rule of that day. Refuses `transfers.stayTooShort`, `transfers.stayTooLong`. */
export function refuseStay(from: PlainDate, lastDay: PlainDate, cause: Cause, { overrides }: Settings): RuleUse {
  const rule = temporaryTransferMonths.usedOn(laterOf(from, firstRuledDay), overrides)
  const { min, maxExclusive, studyMax } = rule.value
  const until = addDays(lastDay, 1)
  if (until < addMonths(from, min)) throw stayTooShort(min, rule)
  const tooLong = cause === 'study' ? until > addMonths(from, studyMax) : until >= addMonths(from, maxExclusive)
  if (tooLong) throw stayTooLong(mostTemporaryMonths(rule.value, cause === 'study'), rule)
  return rule
}

/** A member who is suspended or prosecuted waits, unless the superior consented in writing. Refuses `transfers.waitsForDiscipline`. */
export async function refuseUnderDiscipline(ctx: Ctx, person: { id: string; name: string }, on: PlainDate, consent: string | null | undefined, { overrides }: Settings): Promise<RuleUse[]> {
  const rule = transferWaitsForDiscipline.usedOn(laterOf(on, firstRuledDay), overrides)
  const status = await findStatusOn(ctx.db, person.id, on)
  const held = status?.status === 'suspended' || (await overlayKindsOn(ctx.db, person.id, on)).includes('prosecuted')
  if (!held || !rule.value) return []
  if (!consent) throw waitsForDiscipline(person.name, rule)
  return [rule]
}

/** Of which organisation: the one asked for, within one's part, or the own one; for the keeper of the machine the top. */
export async function organisationAsked(ctx: Ctx, permission: keyof typeof transfersPolicy, wanted: string | undefined): Promise<string | undefined> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
}
