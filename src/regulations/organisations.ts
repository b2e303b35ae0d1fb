import type { PlainDate } from '../kernel/index.ts'
import organisationTypes from './codes/organisation-types.json' with { type: 'json' }
import { again, dated, quotedIn2026, readUntil2025B, since, type Override, type RuleUse } from './dated.ts'
import { aNumber, aStructure, oneOf, yesNo } from './shapes.ts'

/** Fewest full members with whom a cell exists and may decide. Picked by the day looked at. */
export const cellMinFullMembers = dated('organisations.cellMinFullMembers', { unit: 'members', pickedBy: 'asOf', shape: aNumber },
  [since('P2011', 3, 'verified', 'Điều 24', 'DL-2011')])

/** Fewest full members of a unit of the grassroots. Picked by its founding. */
export const grassrootsMinFullMembers = dated('organisations.grassrootsMinFullMembers', { unit: 'members', pickedBy: 'founding', shape: aNumber },
  [since('P2011', 3, 'verified', 'Điều 21', 'DL-2011')])

/** Full members from whom a grassroots organisation with cells is formed; fewer need the superior's consent. Picked by its founding. */
export const grassrootsOrganisationMinFullMembers = dated('organisations.grassrootsOrganisationMinFullMembers',
  { unit: 'members', pickedBy: 'founding', shape: aNumber }, [since('P2011', 30, 'verified', 'Điều 21', 'DL-2011')])

/** Full members up to whom a grassroots unit stays one cell; more need the superior's consent. Picked by its founding. */
export const grassrootsCellMaxFullMembers = dated('organisations.grassrootsCellMaxFullMembers', { unit: 'members', pickedBy: 'founding', shape: aNumber },
  [since('P2011', 30, 'verified', 'Điều 21', 'DL-2011')])

/** Who decides on founding, merging, splitting and dissolving an organisation. Picked by the day the decision was signed. */
export const reorganisationDecidedBy = dated('organisations.reorganisationDecidedBy', { pickedBy: 'decision', shape: oneOf('committeeAbove') },
  [since('P2011', 'committeeAbove', 'memory', 'Điều 10', 'DL-2011')])

/** How a new or merged organisation gets its first committee: appointed by the committee above until the next congress. Picked by its founding. */
export const firstCommitteeBy = dated('organisations.firstCommitteeBy', { pickedBy: 'founding', shape: oneOf('appointment') },
  [since('P2011', 'appointment', 'secondary', 'Điều 13', 'DL-2011')])

/** Whether every member of an organisation that ends must have another cell from the same day on. Picked by the day the change takes effect. */
export const nobodyWithoutCell = dated('organisations.nobodyWithoutCell', { pickedBy: 'asOf', shape: yesNo },
  [since('P2011', true, 'inferred', 'Điều 5', 'DL-2011')])

/** Full members from whom a cell elects a cell committee; fewer elect a secretary only. Picked by the election. */
export const cellCommitteeMinFullMembers = dated('organisations.cellCommitteeMinFullMembers', { unit: 'members', pickedBy: 'election', shape: aNumber },
  [since('P2011', 9, 'memory', 'Điều 24', 'DL-2011')])

/** Committee members from whom a standing board is elected. Picked by the election. */
export const standingBoardMinCommitteeMembers = dated('organisations.standingBoardMinCommitteeMembers',
  { unit: 'members', pickedBy: 'election', shape: aNumber }, [since('P2011', 9, 'memory', 'Điều 22', 'DL-2011'), since('P2026B', 9, 'secondary')])

/** Calendar months of a grassroots committee's term. Picked by the congress that elected it. */
export const grassrootsTermMonths = dated('organisations.grassrootsTermMonths', { unit: 'months', pickedBy: 'election', shape: aNumber },
  [since('P2011', 60, 'memory', 'Điều 22', 'DL-2011')])

/** Calendar months of a grassroots cell's term. Picked by the congress. */
export const grassrootsCellTermMonths = dated('organisations.grassrootsCellTermMonths', { unit: 'months', pickedBy: 'election', shape: aNumber },
  [since('P2011', 60, 'memory', 'Điều 24', 'DL-2011')])

/** Calendar months of a section committee's term. Picked by the congress. */
export const sectionTermMonths = dated('organisations.sectionTermMonths', { unit: 'months', pickedBy: 'election', shape: aNumber },
  [since('P2011', 60, 'memory')])

/** Calendar months of a subordinate cell's term: two and a half years, five under the trial of 294-QĐ/TW. Picked by the congress. */
export const cellTermMonths = dated('organisations.cellTermMonths', { unit: 'months', pickedBy: 'election', shape: aNumber }, [
  ...again(30, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory' }),
  ...again(60, { P2025B: 'verified', P2026A: 'memory', P2026B: 'secondary' }),
])

export type OrganisationCodeFormat = { readonly digits: number; readonly groups: readonly number[] }

/** Digits of an organisation's code and how they are grouped; `none` before one was reported. Picked by the day looked at. */
export const organisationCodeFormat = dated<OrganisationCodeFormat | 'none'>('organisations.codeFormat', { pickedBy: 'asOf', shape: aStructure }, [
  since('P2011', 'none', 'memory', '', 'QUY-UOC'),
  since('P2026B', { digits: 14, groups: [2, 3, 3, 3, 3] }, 'secondary'),
])

/** Digits of a member's card number. Picked by the day the card was issued. */
export const cardDigits = dated('members.cardDigits', { unit: 'digits', pickedBy: 'cardIssue', shape: aNumber }, [
  ...again(8, { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'verified' }),
  ...again(12, { P2025B: 'secondary', P2026A: 'secondary', P2026B: 'secondary' }),
])

/** The day from which membership years run. Picked by the day of the decision. */
export const membershipYearsStart = dated('members.membershipYearsStart', { pickedBy: 'decision', shape: oneOf('admissionDecision') },
  again('admissionDecision' as const, { ...readUntil2025B, ...quotedIn2026 }))

/** Whether the cell has enough full members to meet and decide, and the rule that says so. */
export function mayDecide(fullMembers: number, on: PlainDate, overrides?: readonly Override[]): { mayDecide: boolean; rule: RuleUse<number> } {
  const rule = cellMinFullMembers.usedOn(on, overrides)
  return { mayDecide: fullMembers >= rule.value, rule }
}

/** Whether an organisation of a kind may be newly formed on a day, by its code; `unknown` for a code that no list has. */
export function kindOnDay(type: string, on: PlainDate): 'yes' | 'notThen' | 'unknown' {
  const kind: { code: string; validFrom?: string; validTo?: string } | undefined = organisationTypes.items.find(({ code }) => code === type)
  if (!kind) return 'unknown'
  return (!kind.validFrom || on >= kind.validFrom) && (!kind.validTo || on <= kind.validTo) ? 'yes' : 'notThen'
}
