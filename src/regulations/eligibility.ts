import type { PlainDate } from '../kernel/index.ts'
import { citizensOnly } from './admission.ts'
import type { Override } from './dated.ts'
import type { EligibilityFacts } from './eligibility-facts.ts'
import { judgeFileChecks } from './eligibility-file.ts'
import { judgeAge, judgeEducation } from './eligibility-person.ts'
import type { EligibilityReason, Setting } from './eligibility-reason.ts'
import { judgeReadmission, judgeSpecialBranches } from './eligibility-special.ts'
import { judgeSponsors, judgeYouthUnion } from './eligibility-sponsors.ts'

export type Eligibility = { readonly answer: 'yes' | 'no' | 'cannotTell'; readonly reasons: readonly EligibilityReason[] }

/**
 * May the cell that meets on `on` propose this candidate? Every rule is picked by that day. One condition that is not met answers `no`;
 * otherwise one that is not known answers `cannotTell`. Reasons named `sponsor` explain single sponsors and do not count by themselves:
 * a sponsor too many does no harm.
 */
export function judgeEligibility(facts: EligibilityFacts, on: PlainDate, overrides?: readonly Override[]): Eligibility {
  const setting: Setting = { on, overrides }
  const reasons: readonly EligibilityReason[] = [
    judgeCitizenship(facts, setting), judgeAge(facts, setting), judgeEducation(facts, setting), ...judgeFileChecks(facts, setting),
    ...judgeSponsors(facts, setting), judgeYouthUnion(facts, setting), ...judgeReadmission(facts, setting), ...judgeSpecialBranches(facts, setting),
  ]
  const counting = reasons.filter(({ condition }) => condition !== 'sponsor')
  const answer = counting.some(({ verdict }) => verdict === 'notMet') ? 'no' : counting.some(({ verdict }) => verdict === 'unknown') ? 'cannotTell' : 'yes'
  return { answer, reasons }
}

function judgeCitizenship({ vietnameseCitizen }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = citizensOnly.usedOn(on, overrides)
  if (vietnameseCitizen === undefined && rule.value) return { condition: 'citizenship', verdict: 'unknown', rule, facts: {}, missing: ['vietnameseCitizen'] }
  return { condition: 'citizenship', verdict: vietnameseCitizen || !rule.value ? 'met' : 'notMet', rule, facts: { vietnameseCitizen: vietnameseCitizen ?? null } }
}
