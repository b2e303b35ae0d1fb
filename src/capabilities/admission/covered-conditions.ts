import type { Eligibility, EligibilityReason, Verdict } from '../../regulations/index.ts'
import { coveredFacts, type CoveredFact } from './contract/acting.ts'
import type { Circumstances } from './model.ts'

/** The covered fact that a condition judges: its verdict, or what it lacks, would tell the fact. That a readmission needs a consent is told by the kind of file. */
const factBehind: Readonly<Partial<Record<EligibilityReason['condition'], CoveredFact>>> = {
  politicalCheck: 'politicalMatter', populationPolicy: 'populationPolicy', religion: 'religion', foreignMarriage: 'foreignMarriage',
  formerMember: 'formerMember', readmissionBarred: 'formerMember', readmissionWait: 'formerMember', readmissionTimes: 'formerMember',
}

/** Whether a condition judges something that is known and covered. What nobody has told yet is no secret, and is asked for by its name. */
export function isCovered(condition: EligibilityReason['condition'], told: Circumstances, covered: readonly CoveredFact[] = coveredFacts): boolean {
  const fact = factBehind[condition]
  return fact !== undefined && covered.includes(fact) && told[fact] !== undefined
}

const worstFirst: readonly Verdict[] = ['notMet', 'unknown', 'exceptionByConsent', 'met']

/** The conditions that may be named, and one verdict for all that are covered: the worst of them; none when none is covered. */
export function coverConditions({ reasons }: Eligibility, told: Circumstances, covered: readonly CoveredFact[]): { open: EligibilityReason[]; verdict: Verdict | undefined } {
  const verdicts = reasons.filter(({ condition }) => isCovered(condition, told, covered)).map(({ verdict }) => verdict)
  return { open: reasons.filter(({ condition }) => !isCovered(condition, told, covered)), verdict: worstFirst.find((one) => verdicts.includes(one)) }
}
