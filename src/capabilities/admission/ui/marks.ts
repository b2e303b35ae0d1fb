import { addMonths, daysBetween, fullMonthsBetween, type PlainDate } from '../../../kernel/index.ts'
import type { Due, StatusShape } from '../../../platform/ui-kit/index.ts'
import type { DocumentState } from '../codes.ts'

/** A term as the server computed it: of a next act or of a clock. */
export type Term = { dueOn: PlainDate | null; isLate: boolean; counting: 'workingDays' | 'calendar'; workingDaysLeft: number | null }

/** From how many days before its end a term is shown as soon (◐) instead of ahead (○). */
const SOON = { workingDays: 10, days: 30 }

function yearsAndMonths(from: PlainDate, to: PlainDate): { years: number; months: number } {
  const months = Math.max(0, fullMonthsBetween(from, to))
  return { years: Math.floor(months / 12), months: months % 12 }
}

function lateDue(dueOn: PlainDate, term: Term, today: PlainDate): Due {
  const long = yearsAndMonths(dueOn, today)
  if (term.counting === 'calendar') return { kind: 'lateDays', days: daysBetween(dueOn, today), ...long, dueOn }
  return { kind: 'late', workingDays: Math.abs(term.workingDaysLeft ?? 0), ...long, dueOn }
}

/** The words of a term: working days, or months and days where it counts by the calendar. */
export function dueOf(term: Term, today: PlainDate): Due {
  const { dueOn } = term
  if (dueOn === null) return { kind: 'notStarted' }
  if (term.isLate) return lateDue(dueOn, term, today)
  if (dueOn === today) return { kind: 'today', dueOn }
  if (term.counting === 'workingDays' && term.workingDaysLeft !== null)
    return { kind: 'left', workingDays: term.workingDaysLeft, soon: term.workingDaysLeft <= SOON.workingDays, dueOn }
  const months = Math.max(0, fullMonthsBetween(today, dueOn))
  return { kind: 'leftMonths', months, days: daysBetween(addMonths(today, months), dueOn), soon: daysBetween(today, dueOn) <= SOON.days, dueOn }
}

export const documentShapes: Readonly<Record<DocumentState, StatusShape>> = {
  missing: 'late', toCheck: 'soon', valid: 'done', needsWork: 'returned', expired: 'late', notRequired: 'notRequired', cannotTell: 'unclear', notYet: 'future',
}

export const verdictShapes = { met: 'done', notMet: 'late', unknown: 'unclear', exceptionByConsent: 'done' } as const satisfies Record<string, StatusShape>

/** The shape of a stage: passed, refused, or under way. */
export function stageShape(stage: string): StatusShape {
  if (['cellRejected', 'committeeRejected', 'declined', 'closed', 'struckOff', 'deadlocked'].includes(stage)) return 'dropped'
  if (['completed', 'confirmed', 'ceremonyHeld'].includes(stage)) return 'done'
  return 'soon'
}
