import { z } from 'zod'
import { asOf, day, id, operation } from '../../platform/contract/index.ts'
import { groupKeys, openableClasses, secrecyClasses } from './catalogue.ts'
import { opening } from './contract-opening.ts'
import { proposalsContract } from './contract-proposals.ts'
import { supplementsContract } from './contract-supplements.ts'

const form = z.object({ memberSheet: z.string().optional(), personalHistory: z.string().optional() })
const moment = z.string()

/** A statement that held, or that was taken back. */
const statement = z.object({
  text: z.string().nullable(), from: day.nullable(), lastDay: day.nullable(), recordedAt: moment, supersededAt: moment.nullable(), by: z.string().nullable(), basis: z.string().nullable(),
})

const field = z.object({
  key: z.string(), group: z.enum(groupKeys), form, secrecy: z.enum(secrecyClasses), covered: z.boolean(), correctable: z.boolean(),
  /** Absent while covered. */
  text: z.string().nullable(), content: z.unknown(),
  /** True from this day; absent = from the beginning. */
  since: day.nullable(), recordedAt: moment.nullable(), by: z.string().nullable(), basis: z.string().nullable(),
  /** That another paper says something else. */
  difference: z.string().nullable(),
  former: z.array(statement),
})

const entry = z.object({
  entryId: id, text: z.string(), columns: z.record(z.string(), z.string()), content: z.record(z.string(), z.unknown()), recordedAt: moment, by: z.string().nullable(), basis: z.string().nullable(),
})

const list = z.object({
  key: z.string(), group: z.enum(groupKeys), form, secrecy: z.enum(secrecyClasses), covered: z.boolean(), correctable: z.boolean(), entries: z.array(entry),
  /** Lines that stood there and were changed or taken away since. */
  former: z.array(z.object({ text: z.string(), recordedAt: moment, supersededAt: moment, basis: z.string().nullable() })),
})

const sheet = z.object({
  personId: id, version: z.number().int(), fullName: z.string(), asOf: day, isOwn: z.boolean(),
  line: z.array(z.object({ id, name: z.string() })),
  /** The level that keeps the dossier. */
  keeper: z.object({ id, name: z.string() }).nullable(),
  fields: z.array(field), lists: z.array(list), coveredClasses: z.array(z.enum(openableClasses)),
  may: z.object({ open: z.boolean(), propose: z.boolean(), listOpenings: z.boolean() }),
})

const opened = z.object({ openedAt: moment, fields: z.array(field), lists: z.array(list) })

/** The member sheet and the personal history of a person, on any day, as known at any moment. */
export const sheetContract = {
  findSheet: operation({ method: 'GET', path: '/members/{personId}/sheet', summary: 'The member sheet of a person on a day, as known at a moment; covered parts stay covered' })
    .input(z.object({ personId: id, ...asOf }))
    .output(sheet),
  findOwnSheet: operation({ method: 'GET', path: '/me/sheet', summary: 'The own member sheet' })
    .input(z.object({ ...asOf }))
    .output(sheet),
  openSheet: operation({ method: 'POST', path: '/members/{personId}/sheet/open', summary: 'Open covered classes for a reason that is written down' })
    .input(z.object({ personId: id, classes: z.array(z.enum(openableClasses)).min(1).max(openableClasses.length), ...opening, ...asOf }))
    .output(opened),
  listOpenings: operation({ method: 'GET', path: '/members/{personId}/sheet/openings', summary: 'Who opened covered parts, when and why' })
    .input(z.object({ personId: id }))
    .output(z.object({ rows: z.array(z.object({ at: moment, by: z.string(), role: z.string(), what: z.array(z.string()), reason: z.string().nullable(), note: z.string().nullable() })) })),
}

export const memberSheetContract = { ...sheetContract, ...proposalsContract, ...supplementsContract }
