import { earlierOf, laterOf, type PlainDate } from '../../../kernel/index.ts'
import unitsAfter from '../../../regulations/codes/communes-2025.json' with { type: 'json' }
import {
  cardDigits, cellMinFullMembers, certificateValidityMonths, firstRuledDay, identityStructure, minAge, oldIdentityCounts, packs, probationMonths, requiredInDossier,
  type DatedRule, type Override,
} from '../../../regulations/index.ts'
import type { UncertainDate } from '../../../kernel/index.ts'

/** What the law says on a day, in the form that the rules need. */
export type Law = {
  /** Age from which one may be admitted, and months of probation: by the day in a column. */
  readonly minAgeOn: (column: string) => string
  readonly probationMonthsOn: (column: string) => string
  readonly firstRuledDay: PlainDate
  /** Full members that a cell must have. */
  readonly cellMin: number
  /** Numbers of digits that cards issued by the day may have. */
  readonly cardDigits: readonly number[]
  readonly certificateMonths: number
  readonly identity: { readonly digits: number; readonly firstCentury: number }
  readonly oldIdentityCounts: boolean
  /** From when on places are told by the communes of today; their codes. */
  readonly newUnitsFrom: string
  readonly newUnits: readonly string[]
  readonly formerUnits: readonly string[]
  /** Papers that a dossier must hold, each as the types of which one is enough: by whether one joined under rules that are known, and is official. */
  readonly papers: (joinedUnderRules: boolean, official: boolean) => readonly (readonly string[])[]
}

/** A dated rule as SQL: the value for the day in a column; before the first ruled day the first one. */
function valueOn(rule: DatedRule<number>, column: string, overrides: readonly Override[]): string {
  const days = [...new Set([...rule.history.map(({ from }) => from), ...overrides.filter((each) => each.rule === rule.key).map(({ from }) => from)])].sort().reverse()
  const values = days.map((day) => ({ day, value: rule.inForceOn(laterOf(day, firstRuledDay), overrides).value }))
  return `case ${values.map(({ day, value }) => `when ${column} >= date '${day}' then ${value}`).join(' ')} else ${values.at(-1)!.value} end`
}

const digitsBy = (day: PlainDate, overrides: readonly Override[]): number[] => {
  const begun = packs.map(({ from }) => from).filter((from) => from <= day)
  return [...new Set([...begun, day].map((each) => cardDigits.inForceOn(laterOf(earlierOf(each, day), firstRuledDay), overrides).value))]
}

/** What the law says on the day, with the values that were entered for unconfirmed entries. */
export function lawOn(day: PlainDate, overrides: readonly Override[]): Law {
  const on = laterOf(day, firstRuledDay)
  const joined = (underRules: boolean) => (underRules ? firstRuledDay : `${Number(firstRuledDay.slice(0, 4)) - 1}`) as UncertainDate
  return {
    minAgeOn: (column) => valueOn(minAge, column, overrides), probationMonthsOn: (column) => valueOn(probationMonths, column, overrides), firstRuledDay,
    cellMin: cellMinFullMembers.inForceOn(on, overrides).value, cardDigits: digitsBy(on, overrides), certificateMonths: certificateValidityMonths.inForceOn(on, overrides).value,
    identity: identityStructure.inForceOn(on, overrides).value, oldIdentityCounts: oldIdentityCounts.inForceOn(on, overrides).value,
    newUnitsFrom: unitsAfter.validFrom, newUnits: unitsAfter.items.map(({ code }) => code), formerUnits: unitsAfter.items.flatMap(({ mergedFrom }) => mergedFrom.map(({ code }) => code)),
    papers: (underRules, official) => requiredInDossier({ joinedOn: joined(underRules), official, events: [] }, on, overrides).filter(({ year }) => year === undefined).map(({ anyOf }) => anyOf),
  }
}
