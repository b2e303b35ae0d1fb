import { again, dated, carriedInto2026, quotedIn2026, readUntil2025B } from './dated.ts'
import { aNumber, aStructure, yesNo } from './shapes.ts'

const POINT_351 = { P2016: 'điểm 3.5.1', P2021: 'điểm 3.5.1', P2025A: 'điểm 3.5.1', P2025B: 'điểm 3.5.1', P2026A: 'điểm 3.5.1', P2026B: 'điểm 3.5.1' } as const

/** Full months between leaving the Party and the cell meeting of a readmission. Picked by the cell meeting. */
export const readmissionWaitMonths = dated('readmission.waitMonths', { unit: 'months', pickedBy: 'cellMeeting', shape: aNumber }, again(36, { ...readUntil2025B, ...quotedIn2026 }, POINT_351))

/** Full months between the clearing of a conviction for a less serious crime and the cell meeting. Picked by the cell meeting. */
export const readmissionWaitMonthsAfterConviction = dated('readmission.waitMonthsAfterConviction',
  { unit: 'months', pickedBy: 'cellMeeting', shape: aNumber }, again(60, { ...readUntil2025B, ...carriedInto2026 }, POINT_351))

/** How often one person may be readmitted. Picked by the cell meeting. */
export const readmissionTimes = dated('readmission.times', { unit: 'times', pickedBy: 'cellMeeting', shape: aNumber }, again(1, { ...readUntil2025B, ...carriedInto2026 }, POINT_351))

/** Whether the provincial standing board must have agreed in writing before the cell considers. Picked by the cell meeting. */
export const readmissionNeedsConsent = dated('readmission.needsConsent', { pickedBy: 'cellMeeting', shape: yesNo }, again(true, { ...readUntil2025B, ...carriedInto2026 }, POINT_351))

export type BarredReason = 'leftByOwnWill' | 'askedToLeave' | 'causedDisunity' | 'convictedOfCorruption' | 'convictedOfSeriousCrime'
const barred: readonly BarredReason[] = ['leftByOwnWill', 'askedToLeave', 'causedDisunity', 'convictedOfCorruption', 'convictedOfSeriousCrime']

/** Ways of leaving after which nobody is readmitted; `askedToLeave` spares a family in special hardship. Picked by the cell meeting. */
export const barredReasons = dated('readmission.barredReasons', { pickedBy: 'cellMeeting', shape: aStructure }, again(barred, { ...readUntil2025B, ...carriedInto2026 }, POINT_351))
