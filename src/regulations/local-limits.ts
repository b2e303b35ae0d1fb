import { contains, earlierOf, plainDate, type Citation, type DateRange, type PlainDate } from '../kernel/index.ts'
import type { Due } from './due.ts'
import { cite } from './instruments.ts'
import type { LimitKind } from './messages.vi.ts'
import { addWorkingDays, type Swap } from './working-days.ts'

/** A limit that a committee set for its own part of the tree, beside the central one. */
export type LocalLimit = {
  readonly id: string
  readonly kind: LimitKind
  readonly workingDays: number
  /** Added when the file must be completed; none when absent. */
  readonly extensionWorkingDays?: number
  readonly basis: Citation
  /** Judged by the day the clock starts. */
  readonly during: DateRange
  /** The organisation whose whole subtree it binds; without one it binds nobody until an administrator adopts it. */
  readonly scope: { readonly level: 'province' | 'district' | 'grassroots' | 'cell'; readonly organisation?: string }
}

const handbook = (kind: LimitKind, workingDays: number, extensionWorkingDays?: number): LocalLimit => ({
  id: `SOTAY-2025.${kind}`, kind, workingDays, ...(extensionWorkingDays && { extensionWorkingDays }),
  basis: cite('SOTAY-2025', '', 'secondary'), during: { from: plainDate('2025-11-01') }, scope: { level: 'province' },
})

/**
 * Limits of one provincial handbook, offered for adoption. All run from the cell's resolution.
 * Its limit for confirmation is left out: the handbook contradicts itself there (15 + 15, 25, 45).
 */
export const handbookLimits: readonly LocalLimit[] = [
  handbook('sendOn', 5), handbook('grassrootsCommittee', 25), handbook('admissionDecision', 45, 15),
]

export type LimitQuestion = {
  readonly kind: LimitKind
  readonly startsOn: PlainDate
  readonly extended?: boolean
  /** The organisation and everything above it. */
  readonly organisationPath: readonly string[]
  /** The central limit; absent where there is none, as for sending on. */
  readonly central?: Due | undefined
}

export type LimitAnswer = {
  readonly central?: Due | undefined
  readonly local: readonly { readonly limit: LocalLimit; readonly dueOn: PlainDate }[]
  /** The earliest of all limits drives the reminders. */
  readonly remindBy?: PlainDate | undefined
  /** Late by the rules only after this day; a local limit alone never makes a case late by the rules. */
  readonly lateAfter?: PlainDate | undefined
}

/** The central limit and the local ones that bind the organisation, side by side. */
export function limitsOf(question: LimitQuestion, limits: readonly LocalLimit[], swaps?: readonly Swap[]): LimitAnswer {
  const { kind, startsOn, extended, organisationPath, central } = question
  const binding = limits.filter(({ kind: of, during, scope }) =>
    of === kind && contains(during, startsOn) && scope.organisation !== undefined && organisationPath.includes(scope.organisation))
  const local = binding.map((limit) => ({
    limit, dueOn: addWorkingDays(startsOn, limit.workingDays + (extended ? (limit.extensionWorkingDays ?? 0) : 0), swaps),
  }))
  const days = [...(central ? [central.dueOn] : []), ...local.map(({ dueOn }) => dueOn)]
  return { central, local, remindBy: days.length > 0 ? days.reduce(earlierOf) : undefined, lateAfter: central?.dueOn }
}
