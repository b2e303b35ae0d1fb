import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { allRules, describeValue, firstRuledDay, packInForceOn, type DatedRule, type Override } from '../../../regulations/index.ts'
import { noRulesThen } from '../errors.ts'
import { listOverrides, type OverrideRow } from '../queries/overrides.ts'

function inForce(rule: DatedRule<unknown>, on: PlainDate, overrides: readonly Override[]) {
  if (!rule.history[0] || rule.history[0].from > on) return null
  const { value, source, from, pack, overridden } = rule.inForceOn(on, overrides)
  return { value, words: describeValue(rule, value), source, from, pack, overridden }
}

function entriesOf(rule: DatedRule<unknown>, on: PlainDate) {
  return rule.history.map((entry, i) => {
    const next = rule.history[i + 1]
    return {
      from: entry.from, until: next?.from ?? null, value: entry.value, words: describeValue(rule, entry.value), source: entry.source,
      mayOverride: entry.source.certainty !== 'verified', inForce: entry.from <= on && (next === undefined || on < next.from),
    }
  })
}

/** Every rule as on a day, with its history, its citations and marks of certainty, and what the administrator put in its place. Refuses with `rulebook.noRulesThen`. */
export async function listRules(ctx: Ctx, input: { on?: PlainDate | undefined; key?: string | undefined }) {
  await ctx.authorise('rulebook.readRules', 'own part')
  const on = input.on ?? ctx.today
  if (on < firstRuledDay) throw noRulesThen({ on, first: firstRuledDay })
  const overrides = await listOverrides(ctx.db)
  const shown = (row: OverrideRow, rule: DatedRule<unknown>) => ({ ...row, words: describeValue(rule, row.value) })
  const rules = allRules.filter((rule) => !input.key || rule.key === input.key).map((rule) => ({
    key: rule.key, topic: rule.key.split('.')[0]!, title: rule.title, unit: rule.unit ?? null, pickedBy: rule.pickedBy,
    now: inForce(rule, on, overrides), entries: entriesOf(rule, on),
    overrides: overrides.filter((o) => o.rule === rule.key).map((o) => shown(o, rule)),
  }))
  const { id, name, from, references, certainty } = packInForceOn(on)
  return {
    on, pack: { id, name, from, references: [...references], certainty }, rules,
    unconfirmed: rules.filter((rule) => rule.now && rule.now.source.certainty !== 'verified').length,
  }
}

