import type { FaultKind } from './kinds.ts'
import { ruleOf, type RuleKey } from './catalogue.ts'
import type { AsideState } from './codes.ts'

export type RuleCount = { readonly rule: RuleKey; readonly checked: number; readonly wrong: number; readonly aside: number }

export type Weights = (rule: RuleKey) => number

/** Facts that are still to be looked at: wrong and not called right by somebody. */
export const openOf = ({ wrong, aside }: Pick<RuleCount, 'wrong' | 'aside'>): number => wrong - aside

/** How many of what is wrong a list shows: what is to be looked at, what was set aside, or both. */
export const inState = (count: Pick<RuleCount, 'wrong' | 'aside'>, state: AsideState): number => (state === 'open' ? openOf(count) : state === 'aside' ? count.aside : count.wrong)

/**
 * The share of checked facts that are right, each counted by the weight of its rule; from 0 to 1. What was set aside counts as right.
 * Rules of weight 0 do not count. `null` when nothing was checked.
 */
export function scoreOf(counts: readonly RuleCount[], weights: Weights): number | null {
  let [checked, right] = [0, 0]
  for (const count of counts) {
    const weight = weights(count.rule)
    checked += weight * count.checked
    right += weight * (count.checked - openOf(count))
  }
  return checked > 0 ? right / checked : null
}

/** Open faults by kind. */
export function byKind(counts: readonly RuleCount[]): Record<FaultKind, number> {
  const sums = { missing: 0, impossible: 0, disagreeing: 0, stale: 0 }
  for (const count of counts) sums[ruleOf(count.rule).kind] += openOf(count)
  return sums
}

/** The same rule counted in several places, added up; in the order of the catalogue's first mention. */
export function addedUp(counts: readonly RuleCount[]): RuleCount[] {
  const sums = new Map<RuleKey, { checked: number; wrong: number; aside: number }>()
  for (const { rule, checked, wrong, aside } of counts) {
    const sum = sums.get(rule) ?? { checked: 0, wrong: 0, aside: 0 }
    sums.set(rule, { checked: sum.checked + checked, wrong: sum.wrong + wrong, aside: sum.aside + aside })
  }
  return [...sums].map(([rule, sum]) => ({ rule, ...sum }))
}

/** Worst first; where nothing was checked last; equal ones keep their order. */
export const worstFirst = <T extends { readonly score: number | null }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.score ?? 2) - (b.score ?? 2))

/** An organisation with so many members is not counted while somebody waits. */
const FEWEST_KEPT = 10_000

/** Whether the counts of an organisation are of so many members that they are kept; every member is checked by some rule. */
export const isLarge = (counts: readonly RuleCount[]): boolean => counts.some(({ checked }) => checked > FEWEST_KEPT)

/** The counts of a whole less those of its parts. */
export const lessOf = (whole: readonly RuleCount[], parts: readonly RuleCount[]): RuleCount[] =>
  addedUp([...whole, ...parts.map(({ rule, checked, wrong, aside }) => ({ rule, checked: -checked, wrong: -wrong, aside: -aside }))]).filter(({ checked }) => checked > 0)
