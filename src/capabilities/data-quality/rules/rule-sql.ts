import type { RuleKey } from '../catalogue.ts'
import type { Law } from './law.ts'

/**
 * A rule in SQL over the columns of its source (`sources.ts`), alias `f`, and the day `:day`. `applies`: whether there is anything to check, true
 * unless told; `wrong`: whether it is wrong then, where null is right; `fact`: what stands there, for people and for telling whether it changed.
 */
export type RuleSql = { readonly applies?: string; readonly wrong: string; readonly fact?: string }

export type RulesSql = Partial<Readonly<Record<RuleKey, RuleSql>>>

/** The rules about one source, with what the law says on the day. */
export type RulesOf = (law: Law) => RulesSql

/** One uncertain day surely before another: compared as far as both are known. */
export const surelyBefore = (a: string, b: string): string =>
  `left(${a}, least(length(${a}), length(${b}))) < left(${b}, least(length(${a}), length(${b})))`

/** A filled text. */
export const filled = (column: string): string => `coalesce(${column}, '') <> ''`
