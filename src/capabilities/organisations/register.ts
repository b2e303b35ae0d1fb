import { z } from 'zod'
import { day, filledLine, line } from '../../platform/contract/index.ts'
import { fieldWords } from './messages.vi.ts'

const formerName = z.object({
  name: filledLine(),
  /** Last day of the name. */
  validTo: day,
  reason: line().optional(),
})

const code = z.string().regex(/^\d{2}(\.\d{3})*$/, { error: fieldWords.codeOfRegister })

/** A register of organisations as offices keep it: grassroots organisations with their cells, codes, names and former names. */
export const registerShape = z.object({
  asOf: day.optional(),
  /** The organisation above all of them. */
  top: z.object({ name: filledLine(), code: code.optional(), type: z.string().max(40).optional() }).optional(),
  organisations: z.array(z.object({
    code, name: filledLine(), kind: line().nullish(), commune: z.string().max(20).nullish(),
    formerNames: z.array(formerName).default([]),
    cells: z.array(z.object({ code, name: filledLine(), formerNames: z.array(formerName).default([]) })).default([]),
  })).min(1).max(5000),
})
export type Register = z.output<typeof registerShape>
