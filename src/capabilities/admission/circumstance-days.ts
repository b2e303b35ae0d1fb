import { earliestDay, type PlainDate, type Refusal, type UncertainDate } from '../../kernel/index.ts'
import { dayNotYet, factBeforeBirth } from './errors.ts'
import type { Circumstances } from './model.ts'

/** Days of what happened in the candidate's own life; a consent or the work beside an introducer is no older either. */
function daysOf({ sponsors, consents, politicalConclusion, formerMember, populationPolicy, religion, foreignMarriage }: Circumstances): PlainDate[] {
  const approvals = [populationPolicy, religion, foreignMarriage].map((branch) => branch?.approval)
  const papers = [...Object.values(consents ?? {}), politicalConclusion, ...approvals].map((paper) => paper?.issuedOn)
  const days = [...(sponsors ?? []).map(({ togetherSince }) => togetherSince), ...papers, formerMember?.leftOn, formerMember?.convictionClearedOn]
  return days.filter((day) => day !== undefined)
}

/** What is told of a candidate has happened already, and not before the birth. */
export function refusalsOfCircumstanceDays(told: Circumstances | undefined, today: PlainDate, bornOn: UncertainDate | null): Refusal[] {
  const days = [...new Set(told ? daysOf(told) : [])].sort()
  return days.flatMap((day) => day > today ? [dayNotYet(day, today)] : bornOn && day < earliestDay(bornOn) ? [factBeforeBirth(day, bornOn)] : [])
}
