import { newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findRule, fits } from '../../../regulations/index.ts'
import { noEntryThen, noSuchOverride, noSuchRule, ruleIsConfirmed, valueDoesNotFit } from '../errors.ts'
import { insertOverride, withdraw } from '../queries/overrides.ts'

type OverrideInput = { key: string; from: PlainDate; value?: unknown; instrument: string; clause: string; reason: string }

/**
 * Puts a value in place of an unconfirmed one, with the paper that says it; counts from `from` until the rule's next entry.
 * Steps already closed keep the value that judged them. Refuses `rulebook.ruleIsConfirmed`, `rulebook.valueDoesNotFit`.
 */
export async function overrideRule(ctx: Ctx, input: OverrideInput) {
  await ctx.authorise('rulebook.overrideRule', 'own part')
  const rule = findRule(input.key)
  if (!rule) throw noSuchRule(input.key)
  const entry = rule.history.findLast((each) => each.from <= input.from)
  if (!entry) throw noEntryThen({ title: rule.title, from: input.from })
  if (entry.source.certainty === 'verified') throw ruleIsConfirmed({ title: rule.title, from: entry.from })
  if (!fits(rule.shape, input.value)) throw valueDoesNotFit({ title: rule.title, value: JSON.stringify(input.value) })
  const id = newId()
  await insertOverride(ctx.db, { id, rule: rule.key, from: input.from, value: input.value, instrument: input.instrument, clause: input.clause, reason: input.reason, by: ctx.actor.accountId })
  await ctx.audit({ event: 'rulebook.ruleOverridden', subject: { type: 'rule', id: rule.key }, facts: { from: input.from, value: JSON.stringify(input.value), instrument: input.instrument, clause: input.clause, reason: input.reason } })
  return { id }
}

/** Withdraws an override from now on; steps judged meanwhile keep it. */
export async function withdrawOverride(ctx: Ctx, input: { id: string; reason: string }) {
  await ctx.authorise('rulebook.overrideRule', 'own part')
  if ((await withdraw(ctx.db, input.id)) === 0) throw noSuchOverride()
  await ctx.audit({ event: 'rulebook.overrideWithdrawn', subject: { type: 'override', id: input.id }, facts: { reason: input.reason } })
  return { done: true as const }
}
