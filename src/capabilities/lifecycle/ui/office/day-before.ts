import { addDays, type PlainDate } from '../../../../kernel/index.ts'

/** The last day of a time whose first day after it is known. */
export const dayBefore = (until: string): PlainDate => addDays(until as PlainDate, -1)
