import { isPlainDate } from '../../../../../kernel/index.ts'
import { dayText } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { educationNames, relativeNames, word } from '../../words.vi.ts'

export type ConditionReason = NonNullable<CaseFile['eligibility']>['reasons'][number]

const day = (value: unknown): string => (typeof value === 'string' && isPlainDate(value) ? dayText(value) : word('unknownDay'))
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const names = (value: unknown): string => (Array.isArray(value) ? value.map((one) => relativeNames[String(one)] ?? String(one)).join(', ') : '')

const wordsOf: Readonly<Record<string, (facts: ConditionReason['facts']) => string>> = {
  age: (facts) => (facts['ageYears'] === undefined ? '' : word('factAge', { n: text(facts['ageYears']) })),
  education: (facts) => educationNames[facts['level'] as keyof typeof educationNames] ?? '',
  certificate: (facts) => (facts['issuedOn'] ? word('factCertificate', { day: day(facts['issuedOn']), until: day(facts['validUntil']) }) : ''),
  fileFreshness: (facts) => (facts['fileMadeOn'] ? word('factFresh', { day: day(facts['fileMadeOn']), until: day(facts['freshUntil']) }) : ''),
  sponsors: (facts) => (facts['needed'] === undefined ? '' : word('factSponsors', { counted: text(facts['counted']), needed: text(facts['needed']) })),
  sponsor: (facts) => text(facts['sponsor']),
  backgroundCheck: (facts) => names(facts['checked']),
}

/** The facts that were judged, in a few words: `24 tuổi`, `cấp 13/04/2018, dùng được đến 13/04/2023`. */
export const factWords = (reason: ConditionReason): string => wordsOf[reason.condition]?.(reason.facts) ?? ''

const arisesBy: Readonly<Record<string, string>> = { politicalCheck: 'politicalMatter', formerMember: 'formerMember', populationPolicy: 'applies', religion: 'applies', foreignMarriage: 'applies' }

/** A special case that is known not to arise: said in one line with its likes. */
export const doesNotArise = (reason: ConditionReason): boolean => {
  const fact = arisesBy[reason.condition]
  return fact !== undefined && reason.verdict === 'met' && reason.facts[fact] === false
}
