import { addMonths, laterOf, type PlainDate } from '../kernel/index.ts'
import { again, dated, since } from './dated.ts'
import type { Due, Settings } from './due.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, aStructure, yesNo } from './shapes.ts'
import { addWorkingDays } from './working-days.ts'

const POINT_631 = { P2016: 'điểm 6.3.1', P2021: 'điểm 6.3.1', P2025B: 'điểm 6.3.1' } as const

/** Working days to start a transfer. Counted from, and picked by, the day its cause takes effect. */
export const transferStartWorkingDays = dated('transfers.startWorkingDays', { unit: 'workingDays', pickedBy: 'transferCause', shape: aNumber },
  again(60, { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'secondary', P2025B: 'verified', P2026A: 'memory', P2026B: 'secondary' }, POINT_631))

/** Working days to present the letter. Counted from, and picked by, the day of the introduction. */
export const letterPresentWorkingDays = dated('transfers.letterPresentWorkingDays', { unit: 'workingDays', pickedBy: 'letterIssued', shape: aNumber },
  again(30, { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'secondary', P2025B: 'verified', P2026A: 'memory', P2026B: 'secondary' }))

export type TemporaryMonths = { readonly min: number; readonly maxExclusive: number; readonly studyMax: number }
const temporary: TemporaryMonths = { min: 3, maxExclusive: 12, studyMax: 24 }

/** Calendar months of a temporary transfer: from `min`, below `maxExclusive`; up to `studyMax` for full-time study. Picked by its cause. */
export const temporaryTransferMonths = dated('transfers.temporaryMonths', { unit: 'months', pickedBy: 'transferCause', shape: aStructure }, [
  since('P2011', temporary, 'memory'), since('P2016', temporary, 'verified'),
  ...again(temporary, { P2021: 'secondary', P2025A: 'secondary', P2025B: 'secondary', P2026A: 'secondary', P2026B: 'secondary' }),
])

/** How a member's belonging changes. `joint`: one decision for many members; `internal`: between cells of one grassroots organisation. */
export const transferKinds = ['official', 'temporary', 'internal', 'abroad', 'fromAbroad', 'joint'] as const
export type TransferKind = (typeof transferKinds)[number]

/** How far a transfer goes: inside one grassroots organisation, between two under the same superior, or beyond it. */
export type TransferReach = 'withinGrassroots' | 'withinSuperior' | 'beyond'

export type LetterIssuers = Readonly<Record<TransferReach, 'grassroots' | 'superior'>>
const superiorBeyond: LetterIssuers = { withinGrassroots: 'grassroots', withinSuperior: 'grassroots', beyond: 'superior' }
const superiorAlways: LetterIssuers = { ...superiorBeyond, withinSuperior: 'superior' }

/** Whose committee introduces a member: that of the grassroots organisation or the one directly above it. Picked by the day of the letter. */
export const letterIssuers = dated('transfers.letterIssuers', { pickedBy: 'letterIssued', shape: aStructure }, [
  ...again(superiorBeyond, { P2011: 'memory', P2016: 'secondary', P2021: 'secondary', P2025A: 'memory' }, POINT_631),
  ...again(superiorAlways, { P2025B: 'secondary', P2026A: 'memory', P2026B: 'memory' }, POINT_631),
])

/** What must go with a letter: dossier under seal, the member's self-review, dues paid up. */
export type LetterAttachment = 'sealedDossier' | 'selfReview' | 'duesPaid'
export type LetterAttachments = { readonly lasting: readonly LetterAttachment[]; readonly temporary: readonly LetterAttachment[] }
const attachments: LetterAttachments = { lasting: ['sealedDossier', 'selfReview', 'duesPaid'], temporary: ['duesPaid'] }

/** What goes with the letter of a lasting and of a temporary transfer. Picked by the day of the letter. */
export const letterAttachments = dated('transfers.letterAttachments', { pickedBy: 'letterIssued', shape: aStructure },
  again(attachments, { P2011: 'memory', P2016: 'secondary', P2021: 'secondary', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' }))

/** Whether a member under discipline or prosecution waits for its end, unless the superior consents. Picked by the day of the letter. */
export const transferWaitsForDiscipline = dated('transfers.waitsForDiscipline', { pickedBy: 'letterIssued', shape: yesNo },
  again(true, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' }))

/** Calendar months without activity, and without a reason, after which a member is proposed for removal from the list. Counted from, and picked by, the day of the introduction. */
export const inactiveMonthsBeforeRemoval = dated('transfers.inactiveMonthsBeforeRemoval', { unit: 'months', pickedBy: 'letterIssued', shape: aNumber },
  [since('P2011', 3, 'secondary', 'Điều 8', 'DL-2011')])

/** Last working day to issue the letter after its cause; a cause before the first rules counts by those. */
export function letterIssueDue(causeOn: PlainDate, { overrides, swaps }: Settings = {}): Due {
  const rule = transferStartWorkingDays.usedOn(laterOf(causeOn, firstRuledDay), overrides)
  return { startsOn: causeOn, dueOn: addWorkingDays(causeOn, rule.value, swaps), rules: [rule] }
}

/** Last working day to present a letter of `issuedOn`. */
export function letterPresentDue(issuedOn: PlainDate, { overrides, swaps }: Settings = {}): Due {
  const rule = letterPresentWorkingDays.usedOn(laterOf(issuedOn, firstRuledDay), overrides)
  return { startsOn: issuedOn, dueOn: addWorkingDays(issuedOn, rule.value, swaps), rules: [rule] }
}

/** First day on which a member introduced on `issuedOn`, who came nowhere, may be proposed for removal. */
export function removalPossible(issuedOn: PlainDate, { overrides }: Settings = {}): Due {
  const rule = inactiveMonthsBeforeRemoval.usedOn(laterOf(issuedOn, firstRuledDay), overrides)
  return { startsOn: issuedOn, dueOn: addMonths(issuedOn, rule.value), rules: [rule] }
}

/** The most months a temporary transfer may last: one month below the limit, or the whole of it for study. */
export const mostTemporaryMonths = ({ maxExclusive, studyMax }: TemporaryMonths, study: boolean): number => (study ? studyMax : maxExclusive - 1)
