import { cite } from './instruments.ts'
import { dated, from, since } from './dated.ts'
import { aStructure, yesNo } from './shapes.ts'

/** The number has `digits` digits; the fourth is 0 for a man and 1 for a woman born in the century that begins with `firstCentury` hundred, two more for each later one. */
export type IdentityStructure = { readonly digits: number; readonly firstCentury: number }

/** How a citizen's identity number is built from sex and birth. Picked by the day looked at. */
export const identityStructure = dated<IdentityStructure>('identity.structure', { pickedBy: 'asOf', shape: aStructure },
  [since('P2011', { digits: 12, firstCentury: 19 }, 'secondary', '', 'QUY-UOC')])

/** Whether the identity card with the old number of nine digits still counts. Picked by the day looked at. */
export const oldIdentityCounts = dated('identity.oldNumberCounts', { pickedBy: 'asOf', shape: yesNo }, [
  since('P2011', true, 'memory', '', 'QUY-UOC'),
  from('2025-01-01', false, cite('LUAT-CC-2023', 'Điều 46', 'memory')),
])
