import type { Facts, PlainDate } from '../kernel/index.ts'
import type { Override, RuleUse } from './dated.ts'
import type { Condition, Missing } from './messages.vi.ts'

export type Verdict = 'met' | 'notMet' | 'unknown' | 'exceptionByConsent'

export type EligibilityReason = {
  readonly condition: Condition
  readonly verdict: Verdict
  /** The rule that judged; absent where the condition does not arise, as for somebody who never was a member. */
  readonly rule?: RuleUse
  readonly facts: Facts
  /** What must be found out, or be brought, before the verdict can be better. */
  readonly missing?: readonly Missing[]
}

/** The day of the cell meeting, which picks every rule, and what the administrator entered beside the rules. */
export type Setting = { readonly on: PlainDate; readonly overrides?: readonly Override[] | undefined }
