import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isPlainDate, isUncertainDate, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

/** Begins the description of one operation: `operation({ method, path }).input(…).output(…)`. Paths are below `/api/v1`. */
export const operation = oc.route.bind(oc)

/** A day `YYYY-MM-DD` that exists in the calendar. */
export const day = z
  .string()
  .refine((text): text is PlainDate => isPlainDate(text), { error: 'ngày phải có thật, viết năm-tháng-ngày' })
  .meta({ format: 'date' })
  .transform((text) => text as PlainDate)
  .meta({ format: 'date' })

/** A day known to the day, month or year: `1962-05-03`, `1962-05`, `1962`. */
export const uncertainDay = z
  .string()
  .refine((text): text is UncertainDate => isUncertainDate(text), { error: 'ngày phải có thật; chỉ biết tháng hoặc năm thì viết 1962-05 hoặc 1962' })
  .transform((text) => text as UncertainDate)

/** Opaque identifier of a record. */
export const id = z.uuid()

/** One line typed by a person: blanks tidied, control characters refused. */
export const line = (max = 200) =>
  z
    .string()
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), { error: 'có ký tự không đọc được' })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())

/** One line that may not be empty. */
export const filledLine = (max = 200) => line(max).refine((text) => text.length > 0, { error: 'chưa điền' })

/** Several lines typed by a person. */
export const paragraph = (max = 4000) =>
  z
    .string()
    .max(max)
    .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), { error: 'có ký tự không đọc được' })
    .transform((text) => text.normalize('NFC').trim())

/** Several lines that must say something. */
export const filledParagraph = (max = 4000) => paragraph(max).refine((text) => text.length > 0, { error: 'chưa điền' })

/** A whole number from 0. */
export const count = z.number().int().min(0)

/** Version of a record as the caller saw it; a stale one is a conflict. */
export const version = z.number().int().min(1)

/** Which page of a list (from 1), and how many rows a page holds (50 unless told, 200 at most). */
export const pageOf = { page: z.number().int().min(1).max(100_000).default(1), size: z.number().int().min(1).max(200).default(50) }

/** True on which day, and as known at which moment. Both default to now. */
export const asOf = { asOf: day.optional(), knownAt: z.iso.datetime({ offset: true }).optional() }

/** Where a rule stands, as shown to people. */
export const citation = z.object({
  instrument: z.string(),
  title: z.string(),
  clause: z.string(),
  certainty: z.enum(['verified', 'secondary', 'memory', 'inferred']),
})

/** An uploaded file, at most as large as the operation allows. */
export const uploadedFile = z.file()

/** Answer of a change that has nothing else to say. */
export const done = z.object({ done: z.literal(true) })
