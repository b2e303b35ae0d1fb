import { fullMonthsBetween, type PlainDate } from '../kernel/index.ts'
import {
  sponsorFreeOfDiscipline, sponsorRelation, sponsorsBesideUnion, sponsorsMin, sponsorTogetherMonths, youthUnionIntroduces, youthUnionMaxAge,
} from './admission.ts'
import type { Override } from './dated.ts'
import type { EligibilityFacts, SponsorFacts } from './eligibility-facts.ts'
import { ageInMonths } from './eligibility-person.ts'
import type { EligibilityReason, Setting } from './eligibility-reason.ts'
import type { Missing, SponsorFault } from './messages.vi.ts'

/** What speaks against a sponsor on the day of the cell meeting, and what is not known. */
export function examineSponsor(sponsor: SponsorFacts, on: PlainDate, overrides?: readonly Override[]): { faults: readonly SponsorFault[]; missing: readonly Missing[] } {
  const faults: SponsorFault[] = []
  const missing: Missing[] = []
  const check = (known: boolean, wrong: boolean, fault: SponsorFault, lacking: Missing) => {
    if (!known) missing.push(lacking)
    else if (wrong) faults.push(fault)
  }
  const { fullMember, relation, togetherSince, underDiscipline } = sponsor
  const months = togetherSince === undefined ? 0 : fullMonthsBetween(togetherSince, on)
  check(fullMember !== undefined, !fullMember, 'notFullMember', 'fullMember')
  check(relation !== undefined, !!relation && !sponsorRelation.inForceOn(on, overrides).value.includes(relation), 'relationNotAllowed', 'relation')
  check(togetherSince !== undefined, months < sponsorTogetherMonths.inForceOn(on, overrides).value, 'togetherTooShort', 'togetherSince')
  if (sponsorFreeOfDiscipline.inForceOn(on, overrides).value) check(underDiscipline !== undefined, !!underDiscipline, 'underDiscipline', 'underDiscipline')
  return { faults, missing }
}

/** The rule to cite for a fault. */
const ruleOfFault = { notFullMember: sponsorsMin, relationNotAllowed: sponsorRelation, togetherTooShort: sponsorTogetherMonths, underDiscipline: sponsorFreeOfDiscipline }

/** Enough sponsors without fault, and one reason for each sponsor. */
export function judgeSponsors({ sponsors, unionResolution }: EligibilityFacts, { on, overrides }: Setting): readonly EligibilityReason[] {
  const needed = (unionResolution ? sponsorsBesideUnion : sponsorsMin).usedOn(on, overrides)
  if (!sponsors) return [{ condition: 'sponsors', verdict: 'unknown', rule: needed, facts: {}, missing: ['sponsors'] }]
  const examined = sponsors.map((sponsor) => ({ sponsor, ...examineSponsor(sponsor, on, overrides) }))
  const good = examined.filter(({ faults, missing }) => faults.length + missing.length === 0).length
  const open = examined.filter(({ faults, missing }) => faults.length === 0 && missing.length > 0)
  // A union resolution that may still come lowers the number, so too few members is only then a "no" when there is none.
  const unionMayFollow = unionResolution === undefined && good + open.length >= sponsorsBesideUnion.inForceOn(on, overrides).value
  const verdict = good >= needed.value ? 'met' : good + open.length >= needed.value || unionMayFollow ? 'unknown' : 'notMet'
  const missing = [...new Set([...open.flatMap((each) => each.missing), ...(unionMayFollow ? (['unionResolution'] as const) : [])])]
  return [
    { condition: 'sponsors', verdict, rule: needed, facts: { needed: needed.value, counted: good, named: sponsors.length }, ...(verdict === 'unknown' && { missing }) },
    ...examined.map(({ sponsor, faults, missing: lacking }): EligibilityReason => {
      const rule = (faults[0] ? ruleOfFault[faults[0]] : sponsorTogetherMonths).usedOn(on, overrides)
      const facts = { sponsor: sponsor.label, faults }
      return { condition: 'sponsor', verdict: faults.length > 0 ? 'notMet' : lacking.length > 0 ? 'unknown' : 'met', rule, facts, ...(lacking.length > 0 && { missing: lacking }) }
    }),
  ]
}

/** A person of youth-union age must be its member and bring its resolution, where it exists. */
export function judgeYouthUnion(candidate: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const rule = youthUnionIntroduces.usedOn(on, overrides)
  const { youthUnionExists, youthUnionMember, unionResolution, birth } = candidate
  const lastMonth = (youthUnionMaxAge.inForceOn(on, overrides).value + 1) * 12 - 1
  const ofAge = birth === undefined ? undefined : ageInMonths(birth, on) <= lastMonth
  const facts = { youthUnionExists: youthUnionExists ?? null, ofYouthUnionAge: ofAge ?? null, youthUnionMember: youthUnionMember ?? null }
  if (!rule.value || youthUnionExists === false || ofAge === false) return { condition: 'youthUnion', verdict: 'met', rule, facts: { ...facts, applies: false } }
  const given = { youthUnionExists, birth, youthUnionMember, unionResolution }
  const missing = (Object.keys(given) as (keyof typeof given)[]).filter((name) => given[name] === undefined)
  if (missing.includes('youthUnionExists') || missing.includes('birth')) return { condition: 'youthUnion', verdict: 'unknown', rule, facts, missing }
  if (youthUnionMember === false || (unionResolution !== undefined && unionResolution?.of !== 'youthUnion'))
    return { condition: 'youthUnion', verdict: 'notMet', rule, facts, missing: youthUnionMember === false ? ['youthUnionMember'] : ['unionResolution'] }
  return missing.length > 0 ? { condition: 'youthUnion', verdict: 'unknown', rule, facts, missing } : { condition: 'youthUnion', verdict: 'met', rule, facts }
}
