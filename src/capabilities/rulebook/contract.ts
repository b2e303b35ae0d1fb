import { z } from 'zod'
import { citation, day, done, filledLine, id, operation } from '../../platform/contract/index.ts'

const value = z.unknown()

const entry = z.object({
  from: day, until: day.nullable(), value, words: z.string(), source: citation,
  /** A value that nobody confirmed against the original text; the administrator may put another in its place. */
  mayOverride: z.boolean(), inForce: z.boolean(),
})

const override = z.object({
  id, rule: z.string(), from: day, value, words: z.string(), instrument: z.string(), clause: z.string(), reason: z.string(),
  enteredBy: z.string().nullable(), recordedAt: z.string(),
})

const rule = z.object({
  key: z.string(), topic: z.string(), title: z.string(), unit: z.string().nullable(), pickedBy: z.string(),
  now: z.object({ value, words: z.string(), source: citation, from: day, pack: z.string(), overridden: z.boolean() }).nullable(),
  entries: z.array(entry), overrides: z.array(override),
})

/** The rules in force: every value with its first day, paper, clause and mark of certainty; what the administrator put in place of unconfirmed ones. */
export const rulebookContract = {
  listRules: operation({ method: 'GET', path: '/rules', summary: 'Rules as on a day, with history and overrides' })
    .input(z.object({ on: day.optional(), key: z.string().max(80).optional() }))
    .output(z.object({ on: day, pack: z.object({ id: z.string(), name: z.string(), from: day, references: z.array(z.string()), certainty: z.string() }), rules: z.array(rule), unconfirmed: z.number().int() })),
  overrideRule: operation({ method: 'POST', path: '/rules/{key}/overrides', summary: 'Put a confirmed value in place of an unconfirmed one, with its paper' })
    .input(z.object({ key: z.string().max(80), from: day, value, instrument: filledLine(120), clause: filledLine(80), reason: filledLine(300) }))
    .output(z.object({ id })),
  withdrawOverride: operation({ method: 'POST', path: '/rules/overrides/{id}/withdraw', summary: 'Withdraw an override; the earlier value counts again' })
    .input(z.object({ id, reason: filledLine(300) }))
    .output(done),
}
