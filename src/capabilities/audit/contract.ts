import { z } from 'zod'
import { count, day, filledLine, id, line, operation, pageOf, uploadedFile } from '../../platform/contract/index.ts'

const detail = z.object({ label: z.string(), value: z.string() })

const entry = z.object({
  number: count, at: z.string(), by: z.string(), role: z.string(),
  event: z.string(), title: z.string(),
  /** Somebody looked at something; everything else changed something. */
  isLook: z.boolean(),
  personId: id.nullable(), personName: z.string().nullable(), organisationId: id.nullable(), organisation: z.string().nullable(),
  details: z.array(detail), clauses: z.array(z.string()),
})

/** The trail: who did what, when, to what. */
export const auditContract = {
  listEntries: operation({ method: 'GET', path: '/audit/entries', summary: 'What was done and looked at, newest first, within the own part' })
    .input(z.object({
      /** Only what was done to this person. */
      personId: id.optional(),
      /** First and last day, both inclusive, in Việt Nam. */
      since: day.optional(), until: day.optional(),
      kind: z.enum(['changes', 'looks', 'exports']).optional(),
      /** Name of who did it, with or without marks. */
      by: line(100).optional(),
      ...pageOf,
    }))
    .output(z.object({ rows: z.array(entry), total: count, person: z.object({ id, name: z.string() }).nullable() })),
  exportList: operation({ method: 'GET', path: '/exports/{list}', summary: 'Every row of a list that the page would show, as a numbered workbook; the reason is written down' })
    .input(z.object({
      /** Name of the list, such as `members`. */
      list: z.string().max(60),
      /** The input of the reading behind the list: the filters, the day. */
      asked: z.record(z.string(), z.unknown()).default({}),
      /** The filters in words, for the head of the workbook. */
      filter: line(500).optional(),
      reason: filledLine(300),
    }))
    .output(uploadedFile),
}
