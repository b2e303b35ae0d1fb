import type { PlainDate } from '../kernel/index.ts'
import type { Override, RuleUse } from './dated.ts'
import type { Swap } from './working-days.ts'

/** A day by which an act is due (itself still in time), what it was counted from, and the rules that say so. */
export type Due = { readonly dueOn: PlainDate; readonly startsOn: PlainDate; readonly rules: readonly RuleUse[] }

/** What the administrator entered beside the rules: overrides of unconfirmed values and changed working days. */
export type Settings = { readonly overrides?: readonly Override[]; readonly swaps?: readonly Swap[] }
