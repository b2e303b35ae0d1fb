import { addMonths } from '../kernel/index.ts'
import { backgroundScope, certificateValidityMonths, fileFreshMonths, politicalCheckNeedsConclusion } from './admission.ts'
import type { EligibilityFacts } from './eligibility-facts.ts'
import { givenBy } from './eligibility-person.ts'
import type { EligibilityReason, Setting } from './eligibility-reason.ts'

/** The checks of papers: certificate, age of the file, background, political matter. */
export function judgeFileChecks(facts: EligibilityFacts, setting: Setting): readonly EligibilityReason[] {
  return [judgeCertificate(facts, setting), judgeFreshness(facts, setting), judgeBackground(facts, setting), judgePoliticalMatter(facts, setting)]
}

function judgeCertificate({ certificate }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = certificateValidityMonths.usedOn(on, overrides)
  if (certificate === undefined) return { condition: 'certificate', verdict: 'unknown', rule, facts: {}, missing: ['certificate'] }
  if (certificate === null) return { condition: 'certificate', verdict: 'notMet', rule, facts: { issuedOn: null }, missing: ['certificate'] }
  const { issuedOn } = certificate
  const validUntil = addMonths(issuedOn, rule.value)
  return { condition: 'certificate', verdict: issuedOn <= on && on <= validUntil ? 'met' : 'notMet', rule, facts: { issuedOn, validUntil } }
}

function judgeFreshness({ fileMadeOn }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = fileFreshMonths.usedOn(on, overrides)
  if (!fileMadeOn) return { condition: 'fileFreshness', verdict: 'unknown', rule, facts: {}, missing: ['fileMadeOn'] }
  const freshUntil = addMonths(fileMadeOn, rule.value)
  return { condition: 'fileFreshness', verdict: on <= freshUntil ? 'met' : 'notMet', rule, facts: { fileMadeOn, freshUntil } }
}

function judgeBackground({ background }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = backgroundScope.usedOn(on, overrides)
  if (!background?.some(({ of }) => of === 'candidate')) return { condition: 'backgroundCheck', verdict: 'unknown', rule, facts: {}, missing: ['background'] }
  const awaited = background.filter(({ of, reply }) => reply === 'awaited' && rule.value.includes(of)).map(({ of }) => of)
  if (awaited.length > 0) return { condition: 'backgroundCheck', verdict: 'unknown', rule, facts: { awaited }, missing: ['background'] }
  return { condition: 'backgroundCheck', verdict: 'met', rule, facts: { checked: background.map(({ of }) => of) } }
}

function judgePoliticalMatter({ politicalMatter, politicalConclusion }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = politicalCheckNeedsConclusion.usedOn(on, overrides)
  const facts = { politicalMatter: politicalMatter ?? null, conclusionIssuedOn: politicalConclusion?.issuedOn ?? null }
  if (politicalMatter === undefined) return { condition: 'politicalCheck', verdict: 'unknown', rule, facts, missing: ['politicalMatter'] }
  if (!politicalMatter || givenBy(politicalConclusion, on)) return { condition: 'politicalCheck', verdict: 'met', rule, facts }
  return { condition: 'politicalCheck', verdict: politicalConclusion === undefined ? 'unknown' : 'notMet', rule, facts, missing: ['politicalConclusion'] }
}
