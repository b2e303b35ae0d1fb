import { dayOf, partsOf, type PlainDate } from '../../kernel/index.ts'
import type { Cause, Outcome, PeriodKind, ReportState } from './codes.ts'

/** First and last day of a period. The half-year ends on 30/06, the year on 31/12; both begin on 01/01. Source: Biểu thống kê, số liệu tính đến 30/6 và 31/12. */
export const periodOf = (kind: PeriodKind, year: number): { from: PlainDate; until: PlainDate } => ({ from: dayOf(year, 1, 1), until: kind === 'half' ? dayOf(year, 6, 30) : dayOf(year, 12, 31) })

export const kindOf = (until: PlainDate): PeriodKind => (partsOf(until).month <= 6 ? 'half' : 'year')

/** The submission whose figures count: the last that was approved and not replaced. */
export const standing = <S extends { outcome: Outcome }>(submissions: readonly S[]): S | undefined => submissions.findLast(({ outcome }) => outcome === 'approved')

/** Whether the figures of a report may be submitted now, and whether a reason must say why once more. */
export const maySubmit = (state: ReportState): boolean => state !== 'submitted'
/** Whether a report may be given back: while it waits, and after it was approved, when the approved submission stands until it is replaced. */
export const mayGiveBack = (state: ReportState): boolean => state === 'submitted' || state === 'approved'
export const needsReason = (state: ReportState): boolean => state !== 'missing'

type Differing = { readonly base: string; readonly gone: readonly string[]; readonly come: readonly string[] }

/** What is known of two sides: the same days; one of them is made of reports of the level below. */
type SidesKnown = { readonly sameDays: boolean; readonly isMadeOfParts: boolean }

/** Why somebody stands in one report and not in the other. An organisation whose own facts are the same changed by its members; where the days differ, time alone changes ages. */
export function causeOf({ base, gone, come }: Differing, { sameDays, isMadeOfParts }: SidesKnown): Cause {
  if (gone.length + come.length > 0) return 'facts'
  if (base === 'organisations') return 'sizeChanged'
  if (!sameDays) return 'timePassed'
  return isMadeOfParts ? 'reorganised' : 'unexplained'
}
