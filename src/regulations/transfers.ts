import { again, dated, since } from './dated.ts'
import { aNumber, aStructure } from './shapes.ts'

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
