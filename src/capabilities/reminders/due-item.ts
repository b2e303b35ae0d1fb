import type { Citation, PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import type { DueKind, DueOwner } from './codes.ts'

/** One thing that falls due, computed from facts and rules at the moment of asking. */
export type DueItem = {
  readonly kind: DueKind
  /** The file, prospect, person, committee or organisation that is due; with `kind` it names the item over time. */
  readonly subjectId: string
  readonly subjectType: 'caseFile' | 'prospect' | 'committee' | 'person' | 'dossierLoan' | 'dossierFinding' | 'sheetProposal' | 'supplementOfYear' | 'badgeList' | 'cardList' | 'transfer' | 'reorganisation' | 'report' | 'solution' | 'reconciliation' | 'reconciliationDifference'
  readonly personId: string | null
  readonly personName: string | null
  readonly bornYear: number | null
  /** The organisation whose work it is listed under: the cell, or the organisation of a committee. */
  readonly organisationId: string
  readonly dueOn: PlainDate
  /** First day on which it is spoken of, where that is earlier than lists usually look ahead (certificates about to lapse). */
  readonly warnFrom?: PlainDate | undefined
  /** What is to be done, as a code of the room that owns it, and in words. */
  readonly nextActCode: string
  readonly nextAct: string
  readonly owner: DueOwner
  /** `workingDays` for limits of the Charter's rules, `calendar` for months and years (certificates, probation). */
  readonly counting: 'workingDays' | 'calendar'
  readonly rule: { readonly value: string; readonly source: Citation } | null
}

/** What each room offers: everything of its own that is late, or falls due (or is to be spoken of, `warnFrom`) up to `until` (inclusive), within the actor's part and below `organisationId`. */
export type Deadlines = (ctx: Ctx, query: { readonly until: PlainDate; readonly organisationId?: string | undefined; readonly kinds?: readonly DueKind[] | undefined }) => Promise<DueItem[]>
