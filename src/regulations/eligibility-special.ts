import { fullMonthsBetween } from '../kernel/index.ts'
import { foreignMarriageNeedsApproval, populationPolicyWaitMonths, religionNeedsApproval } from './admission.ts'
import type { DatedRule } from './dated.ts'
import type { EligibilityFacts, FormerMemberFacts, SpecialBranch } from './eligibility-facts.ts'
import { byConsent, givenBy } from './eligibility-person.ts'
import type { EligibilityReason, Setting } from './eligibility-reason.ts'
import type { Condition } from './messages.vi.ts'
import { barredReasons, readmissionNeedsConsent, readmissionTimes, readmissionWaitMonths, readmissionWaitMonthsAfterConviction } from './readmission.ts'

/** Whether a former member may be readmitted; one reason only for somebody who never was a member. */
export function judgeReadmission({ formerMember, consents }: EligibilityFacts, setting: Setting): readonly EligibilityReason[] {
  if (formerMember === undefined) return [{ condition: 'formerMember', verdict: 'unknown', facts: {}, missing: ['formerMember'] }]
  if (formerMember === null) return [{ condition: 'formerMember', verdict: 'met', facts: { formerMember: false } }]
  const { on, overrides } = setting
  const consentRule = readmissionNeedsConsent.usedOn(on, overrides)
  return [
    judgeBarred(formerMember, setting), judgeWait(formerMember, setting), judgeTimes(formerMember, setting),
    ...(consentRule.value ? [byConsent('readmissionConsent', consentRule, {}, consents && (consents.readmission ?? null), on)] : []),
  ]
}

function judgeBarred({ reason, specialHardship }: FormerMemberFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = barredReasons.usedOn(on, overrides)
  const facts = { reason: reason ?? null, specialHardship: specialHardship ?? null }
  if (!reason) return { condition: 'readmissionBarred', verdict: 'unknown', rule, facts, missing: ['reason'] }
  const barred = rule.value.some((each) => each === reason)
  if (!barred || (reason === 'askedToLeave' && specialHardship)) return { condition: 'readmissionBarred', verdict: 'met', rule, facts }
  if (reason === 'askedToLeave' && specialHardship === undefined)
    return { condition: 'readmissionBarred', verdict: 'unknown', rule, facts, missing: ['specialHardship'] }
  return { condition: 'readmissionBarred', verdict: 'notMet', rule, facts }
}

function judgeWait({ reason, leftOn, convictionClearedOn }: FormerMemberFacts, { on, overrides }: Setting): EligibilityReason {
  const convicted = reason === 'convictedOfLesserCrime'
  const rule = (convicted ? readmissionWaitMonthsAfterConviction : readmissionWaitMonths).usedOn(on, overrides)
  const since = convicted ? convictionClearedOn : leftOn
  if (!since) return { condition: 'readmissionWait', verdict: 'unknown', rule, facts: {}, missing: [convicted ? 'convictionClearedOn' : 'leftOn'] }
  const months = fullMonthsBetween(since, on)
  return { condition: 'readmissionWait', verdict: months >= rule.value ? 'met' : 'notMet', rule, facts: { since, months } }
}

function judgeTimes({ timesReadmitted }: FormerMemberFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = readmissionTimes.usedOn(on, overrides)
  if (timesReadmitted === undefined) return { condition: 'readmissionTimes', verdict: 'unknown', rule, facts: {}, missing: ['timesReadmitted'] }
  return { condition: 'readmissionTimes', verdict: timesReadmitted < rule.value ? 'met' : 'notMet', rule, facts: { timesReadmitted } }
}

/** Branches that need an approval: the paper is asked for, never an opinion. */
export function judgeSpecialBranches(facts: EligibilityFacts, setting: Setting): readonly EligibilityReason[] {
  return [
    judgeBranch('populationPolicy', facts.populationPolicy, populationPolicyWaitMonths, setting),
    judgeBranch('religion', facts.religion, religionNeedsApproval, setting),
    judgeBranch('foreignMarriage', facts.foreignMarriage, foreignMarriageNeedsApproval, setting),
  ]
}

function judgeBranch(condition: Condition, branch: SpecialBranch | undefined, dated: DatedRule<unknown>, { on, overrides }: Setting): EligibilityReason {
  const rule = dated.usedOn(on, overrides)
  if (!branch) return { condition, verdict: 'unknown', rule, facts: {}, missing: ['specialBranch'] }
  const facts = { applies: branch.applies, approval: branch.approval?.number ?? null, approvalIssuedOn: branch.approval?.issuedOn ?? null }
  if (!branch.applies || rule.value === false || givenBy(branch.approval, on)) return { condition, verdict: 'met', rule, facts }
  return { condition, verdict: branch.approval === undefined ? 'unknown' : 'notMet', rule, facts, missing: ['approval'] }
}
