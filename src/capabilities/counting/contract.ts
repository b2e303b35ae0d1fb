import { z } from 'zod'
import { asOf, count, day, id, line, operation, pageOf } from '../../platform/contract/index.ts'
import { dimensions, measures, owners } from './codes.ts'

const asked = {
  measure: z.enum(measures), rows: z.enum(dimensions).default('none'), columns: z.enum(dimensions).default('none'),
  organisationId: id.optional(), /** First day of what has happened; that of the year of the last day unless told. */ from: day.optional(),
  /** Last day; today unless told. */ until: day.optional(), knownAt: asOf.knownAt, owner: z.enum(owners).default('then'),
}
/** A value by its code, with its name; null stands for what is not known, `few` for values that few have. */
const value = z.object({ value: z.string().nullable(), name: z.string() })

/** Any measure by any two dimensions, on any day or in any period, as known at any moment. */
export const countingContract = {
  countBy: operation({ method: 'GET', path: '/counts', summary: 'A measure counted by two dimensions, for an organisation; in every table the cells add up to the total' })
    .input(z.object(asked))
    .output(z.object({
      organisationId: id, organisation: z.string(), from: day.nullable(), until: day, rows: z.array(value), columns: z.array(value),
      /** Numbers by row and then by column, in their order. */
      numbers: z.array(z.array(count)), rowTotals: z.array(count), columnTotals: z.array(count), total: count,
      /** Its numbers open no names for this reader. */
      namesCovered: z.boolean(),
      /** Of a movement: opening + in − out = closing, for every row. */
      balances: z.boolean().nullable(),
    })),
  listLines: operation({ method: 'GET', path: '/counts/lines', summary: 'The same, one line for each number: for taking it out' })
    .input(z.object(asked)).output(z.object({ rows: z.array(z.object({ row: z.string(), column: z.string(), counted: count })), total: count })),
  listCounted: operation({ method: 'GET', path: '/counts/people', summary: 'The people behind a number; a row or column that is left out stands for all of them' })
    .input(z.object({ ...asked, row: line(200).optional(), rowUnknown: z.boolean().default(false), column: line(200).optional(), columnUnknown: z.boolean().default(false), ...pageOf }))
    .output(z.object({
      rows: z.array(z.object({ personId: id, fullName: z.string(), bornYear: z.number().int().nullable(), cell: z.string().nullable(), organisation: z.string().nullable(), onDay: day, detail: z.string().nullable() })),
      total: count, /** In the number, but no longer in the reader's part. */ outsideReach: count,
    })),
}
