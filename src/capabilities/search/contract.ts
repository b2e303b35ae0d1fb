import { z } from 'zod'
import { count, day, filledLine, id, operation } from '../../platform/contract/index.ts'
import { groups, reasons, standings } from './codes.ts'
import { fieldWords } from './messages.vi.ts'

const text = z.string().nullable()
const why = z.enum(reasons)
/** One letter off, not what was typed; stands after what was. */
const near = z.boolean()
const bornYear = z.number().int().nullable()
const place = { cell: text, organisation: text }

const person = z.object({
  id, fullName: z.string(), otherName: text, bornYear, ...place, standing: z.enum(standings),
  /** Only where the number was what was looked for. */
  cardNumber: text,
  /** The source of which the person is followed, for those who are no members. */
  prospectId: id.nullable(), why, near,
})
const organisation = z.object({
  id, name: z.string(), type: z.string(), code: text, above: text,
  /** The name that was found, when it is not that of today, and its last day. */
  formerName: text, formerUntil: day.nullable(), why, near,
})
const file = z.object({
  id, kind: z.enum(['admission', 'readmission', 'confirmation']), stage: z.string(), isOpen: z.boolean(), openedOn: day, fullName: z.string(), bornYear, ...place, near,
})
const decision = z.object({
  kind: z.enum(['admission', 'confirmation']), number: z.string(), decidedOn: day.nullable(),
  /** The file in which it was taken, when it is one of this installation. */
  file: z.object({ id, kind: z.enum(['admission', 'readmission', 'confirmation']) }).nullable(),
  personId: id, fullName: z.string(), bornYear, ...place,
})

/** Rows of a group and how many there are: 1001 means more than a thousand. */
const group = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: count })

/** One search over people, organisations, files and decisions, within one's part. */
export const searchContract = {
  findAnything: operation({ method: 'GET', path: '/search', summary: 'People, organisations, files and decisions by what was typed, in any order, with or without marks' })
    .input(z.object({
      q: filledLine(100),
      /** Only one group; all when absent. */
      group: z.enum(groups).optional(),
      /** Rows of a group, at most. */
      size: z.number().int().min(1).max(200).default(8),
    }))
    .output(z.object({ asOf: day, people: group(person), organisations: group(organisation), files: group(file), decisions: group(decision) })),
  findByNumber: operation({ method: 'POST', path: '/search/number', summary: 'A person by a number that is covered: identity number, old or new, or card of twelve digits; the look is written down' })
    .input(z.object({ number: z.string().regex(/^(\d{9}|\d{12})$/, { error: fieldWords.number }) }))
    .output(z.object({ asOf: day, people: group(person) })),
}
