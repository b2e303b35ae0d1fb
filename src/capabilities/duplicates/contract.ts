import { z } from 'zod'
import { count, day, filledLine, id, line, operation, pageOf, filledParagraph, uncertainDay, version } from '../../platform/contract/index.ts'
import { findings, pairStates, partNames, sides, verdicts } from './codes.ts'

const side = z.enum(sides)
const part = z.object({ part: z.enum(partNames), finding: z.enum(findings), points: z.number().int() })
const record = z.object({ personId: id, fullName: z.string(), otherName: z.string().nullable(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable(), status: z.string().nullable(), isFollowed: z.boolean() })

const filters = {
  /** This organisation and all below; the whole own part when absent. A pair is listed when one of the two lies there. */
  organisationId: id.optional(),
  state: z.enum(['open', 'different']).default('open'),
  /** Only pairs that are very likely one person. */
  strong: z.boolean().default(false),
  search: line(100).optional(),
}

const listed = z.object({
  id, score: count, isStrong: z.boolean(), first: record, second: record, parts: z.array(part), state: z.enum(pairStates), reason: z.string().nullable(), decidedOn: day.nullable(), decidedBy: z.string().nullable(), foundOn: day,
})

/** One item of the two records. `covered`: both are known and compared, and not shown. `needsChoice`: both say something, and not the same. */
const field = z.object({ field: z.string(), label: z.string(), first: z.string().nullable(), second: z.string().nullable(), covered: z.boolean(), differs: z.boolean(), needsChoice: z.boolean() })
const belongings = z.object({ what: z.string(), first: count, second: count })
const obstacle = z.object({ what: z.string(), words: z.string() })

const pair = listed.extend({
  version, fields: z.array(field), belongings: z.array(belongings),
  membership: z.object({ first: z.array(z.string()), second: z.array(z.string()), needsChoice: z.boolean() }),
  /** What keeps the two from being joined, with the first or the second going on. */
  obstacles: z.object({ first: z.array(obstacle), second: z.array(obstacle) }),
  decisions: z.array(z.object({ verdict: z.enum(verdicts), reason: z.string().nullable(), on: day, by: z.string().nullable(), score: count })),
  mayDecide: z.boolean(),
})

const joining = z.object({
  id, survivorId: id, survivor: z.string(), survivorBornOn: z.string().nullable(), otherId: id, other: z.string(), otherBornOn: z.string().nullable(), cell: z.string(), otherCell: z.string(), joinedOn: day, joinedBy: z.string().nullable(), reason: z.string(), basis: z.string(),
  undoneOn: day.nullable(), undoneBy: z.string().nullable(), undoReason: z.string().nullable(), version,
})

export const duplicatesContract = {
  listPairs: operation({ method: 'GET', path: '/duplicates/pairs', summary: 'Records that look like one person, the likeliest first' })
    .input(z.object({ ...filters, ...pageOf })).output(z.object({ rows: z.array(listed), total: count, strong: count })),
  lookForPairs: operation({ method: 'POST', path: '/duplicates/looks', summary: 'Look for records that look like one person, in the own part' })
    .input(z.object({})).output(z.object({ compared: count, found: count, fresh: count })),
  findLike: operation({ method: 'GET', path: '/duplicates/like', summary: 'Who in the own part may be the person described' })
    .input(z.object({ fullName: filledLine(120), otherName: line(120).optional(), bornOn: uncertainDay.optional(), identityNumber: line(20).optional(), cardNumber: line(20).optional(), nativePlace: line(200).optional() }))
    .output(z.object({ rows: z.array(record.extend({ score: count, isStrong: z.boolean(), parts: z.array(part) })) })),
  pairPeople: operation({ method: 'POST', path: '/duplicates/pairs', summary: 'Ask whether two people are one, whatever the look found' })
    .input(z.object({ firstId: id, secondId: id })).output(z.object({ pairId: id })),
  findPair: operation({ method: 'GET', path: '/duplicates/pairs/{pairId}', summary: 'Two records side by side, what speaks for and against, what joining them needs' })
    .input(z.object({ pairId: id })).output(pair),
  keepApart: operation({ method: 'POST', path: '/duplicates/pairs/{pairId}/different', summary: 'They are two people; not asked again until one of them changes' })
    .input(z.object({ pairId: id, version, reason: filledLine(500) })).output(z.object({ version })),
  joinRecords: operation({ method: 'POST', path: '/duplicates/pairs/{pairId}/joining', summary: 'They are one person: one record goes on with the facts of both, the other leads to it' })
    .input(z.object({
      pairId: id, version, survivor: side,
      /** Whose membership, status and cells stand on days of which both speak; the survivor's when absent. */
      membership: side.optional(),
      /** For each item on which they differ, whose value stands. */
      choices: z.array(z.object({ field: line(60), side })).max(100), reason: filledLine(500), basis: filledLine(300),
    })).output(z.object({ joiningId: id, survivorId: id })),
  listJoinings: operation({ method: 'GET', path: '/duplicates/joinings', summary: 'Records joined into others, newest first' })
    .input(z.object({ personId: id.optional(), ...pageOf })).output(z.object({ rows: z.array(joining), total: count })),
  findJoining: operation({ method: 'GET', path: '/duplicates/joinings/{joiningId}', summary: 'What a joining brought together, and whether it can be undone' })
    .input(z.object({ joiningId: id }))
    .output(joining.extend({
      taken: z.array(z.string()), moved: z.array(z.object({ what: z.string(), rows: count })), notTaken: z.array(z.object({ field: z.string(), label: z.string(), value: z.string().nullable() })),
      builtSince: z.array(z.object({ what: z.string(), rows: count })), mayPart: z.boolean(),
    })),
  partRecords: operation({ method: 'POST', path: '/duplicates/joinings/{joiningId}/parting', summary: 'Undo a joining: both records stand as before' })
    .input(z.object({ joiningId: id, version, reason: filledParagraph(500) })).output(z.object({ pairId: id.nullable() })),
}
