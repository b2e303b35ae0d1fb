import { z } from 'zod'
import { count, day, id, line, operation, pageOf } from '../../platform/contract/index.ts'

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
      kind: z.enum(['changes', 'looks']).optional(),
      /** Name of who did it, with or without marks. */
      by: line(100).optional(),
      ...pageOf,
    }))
    .output(z.object({ rows: z.array(entry), total: count, person: z.object({ id, name: z.string() }).nullable() })),
}
