import { Basis, dayText } from '../../../../platform/ui-kit/index.ts'
import type { RuleUse } from '../client.ts'
import { word } from '../words.vi.ts'

/** A rule as it judged: the clause as a link, its value, and the day from which it says so. */
export function RuleWords({ rule, withValue }: { rule: RuleUse; withValue?: boolean }) {
  return (
    <>
      <Basis citation={rule.citation} />
      {withValue && `: ${rule.valueText}`}
      {rule.overridden && ` (${word('ruleOverridden', { day: dayText(rule.from) })})`}
    </>
  )
}

/** The clauses on which something rests, one line each. */
export function Rules({ rules }: { rules: readonly RuleUse[] }) {
  if (rules.length === 0) return null
  return (
    <>
      {rules.map((rule) => (
        <span key={rule.key} className="rule-line">
          {word('rule')}: <RuleWords rule={rule} /> – {word('ruleLine', { title: rule.title, value: rule.valueText })}.
        </span>
      ))}
    </>
  )
}
