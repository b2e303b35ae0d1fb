import { Refusal } from '../../kernel/index.ts'
import type { Dimension, Measure } from './codes.ts'
import { dimensionNames, measureNames } from './messages.vi.ts'

export const notSortedBy = (measure: Measure, dimension: Dimension) => new Refusal('invalid', 'counting.notSortedBy', { measure: measureNames[measure], dimension: dimensionNames[dimension] })
export const sortedTwice = (dimension: Dimension) => new Refusal('invalid', 'counting.sortedTwice', { dimension: dimensionNames[dimension] })
export const strictAlone = (dimension: Dimension) => new Refusal('notAllowed', 'counting.strictAlone', { dimension: dimensionNames[dimension] })
export const noPeople = (measure: Measure) => new Refusal('invalid', 'counting.noPeople', { measure: measureNames[measure] })
