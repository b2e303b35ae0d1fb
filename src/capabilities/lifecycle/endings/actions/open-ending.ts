import { laterOf, type PlainDate } from '../../../../kernel/index.ts'
import type { Ctx } from '../../../../platform/action/index.ts'
import type { InputOf } from '../../../../platform/http/index.ts'
import { firstRuledDay, strikeOffGroundsAllowed, type RuleUse } from '../../../../regulations/index.ts'
import { findPlacementOn, findStatusOn, lockPerson, type Person } from '../../../members/index.ts'
import { loadOverrides } from '../../../rulebook/index.ts'
import { refuseTomorrow } from '../../actions/checks.ts'
import { endingOpen, groundNotKnown, neverMemberOn, probationaryByFile, sinceMissing } from '../../errors.ts'
import type { EndingKind } from '../codes.ts'
import type { endingsContract } from '../contract.ts'
import { openStages } from '../model.ts'
import { insertEnding, insertEndingStep, listEndingsSeen, type NewEnding } from '../queries/endings.ts'
import { strikeOffGroundNames } from '../messages.vi.ts'

/** A member locked for a case, with the cell of today. Refuses `lifecycle.neverMemberOn`, `lifecycle.endingOpen`, `lifecycle.dayNotYet`. */
async function lockMember(ctx: Ctx, personId: string, on: PlainDate): Promise<{ person: Person; cellId: string; isProbationary: boolean }> {
  const person = await lockPerson(ctx.db, personId)
  refuseTomorrow(ctx, on)
  const placement = await findPlacementOn(ctx.db, personId, ctx.today)
  const status = await findStatusOn(ctx.db, personId, ctx.today)
  if (!placement || !status) throw neverMemberOn(person.fullName, ctx.today)
  const open = (await listEndingsSeen(ctx.db, personId, { on: ctx.today })).find(({ stage }) => openStages.includes(stage))
  if (open) throw endingOpen(person.fullName, open.openedOn)
  return { person, cellId: placement.cellId, isProbationary: status.status === 'probationary' }
}

async function keep(ctx: Ctx, person: Person, kind: EndingKind, ending: Pick<NewEnding, 'cellId' | 'reason' | 'ground' | 'since'>, on: PlainDate, rules: readonly RuleUse[]): Promise<{ id: string }> {
  const id = await insertEnding(ctx.db, { ...ending, personId: person.id, kind, stage: 'opened', stageSince: on, openedOn: on }, ctx.actor.accountId)
  await insertEndingStep(ctx.db, { endingId: id, act: 'open', on, to: 'opened', facts: { note: ending.reason }, rules }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.endingOpened', subject: { type: 'person', id: person.id }, personId: person.id, organisationId: ending.cellId, facts: { endingId: id, kind, ground: ending.ground ?? null, since: ending.since ?? null, on }, citations: rules.map(({ citation }) => citation) })
  return { id }
}

/**
 * Opens the case of striking a full member off the list. A ground that has to last needs the day from which it does; whether it lasted long enough is judged on the
 * day of the cell's vote. Refuses `lifecycle.groundNotKnown` (with the rule of the day), `lifecycle.sinceMissing`, `lifecycle.probationaryByFile`, `lifecycle.endingOpen`,
 * `lifecycle.neverMemberOn`, `lifecycle.dayNotYet`.
 */
export async function openStrikeOff(ctx: Ctx, { personId, ground, since, reason, on }: InputOf<typeof endingsContract.openStrikeOff>) {
  await ctx.authorise('lifecycle.openEnding', { personId })
  const { person, cellId, isProbationary } = await lockMember(ctx, personId, on)
  if (isProbationary) throw probationaryByFile(person.fullName)
  const rule = strikeOffGroundsAllowed.usedOn(laterOf(on, firstRuledDay), await loadOverrides(ctx.db))
  if (!rule.value.includes(ground)) throw groundNotKnown(strikeOffGroundNames[ground], rule)
  if (!since && ['inactive', 'lostWill', 'twoYearsBelow'].includes(ground)) throw sinceMissing()
  if (since) refuseTomorrow(ctx, since)
  return keep(ctx, person, 'strikeOff', { cellId, reason, ground, since: since ?? null }, on, [rule])
}

/** A member applied to leave the Party. Refuses `lifecycle.endingOpen`, `lifecycle.neverMemberOn`, `lifecycle.dayNotYet`. */
export async function openResignation(ctx: Ctx, { personId, reason, on }: InputOf<typeof endingsContract.openResignation>) {
  await ctx.authorise('lifecycle.openEnding', { personId })
  const { person, cellId } = await lockMember(ctx, personId, on)
  return keep(ctx, person, 'resignation', { cellId, reason }, on, [])
}
