import { z } from 'zod'
import { asOf, count, day, done, filledLine, id, line, operation } from '../../platform/contract/index.ts'
import { fieldWords } from './messages.vi.ts'
import { registerShape } from './register.ts'

const committeeKind = z.enum(['committee', 'cellCommittee', 'secretaryOnly'])
const shown = { id, name: z.string(), shortName: z.string(), type: z.string() }

const counts = z.object({ members: count, full: count, probationary: count, women: count, ethnicMinority: count })

/** An organisation in the tree, with the numbers below it on the day. Numbers are absent for roles that see no people. */
const node = z.object({
  ...shown,
  parentId: id.nullable(), code: z.string().nullable(), areaKind: z.string().nullable(), hasChildren: z.boolean(),
  cells: count,
  counts: counts.nullable(),
  termLastDay: day.nullable(),
  /** Cells here or below with fewer full members than a cell needs. */
  cellsTooSmall: count.nullable(),
  /** Found by the search, not only above a find. */
  found: z.boolean(),
})

const committee = z.object({
  id, kind: committeeKind, termName: z.string(), from: day, lastDay: day.nullable(), electedSeats: count, standingSeats: count, basis: z.string().nullable(),
})

const post = z.object({ id, personId: id, fullName: z.string(), position: z.string(), positionName: z.string(), from: day, lastDay: day.nullable(), basis: z.string().nullable() })

const alert = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tooFewFullMembers'), required: count, cells: z.array(z.object({ id, name: z.string(), full: count })) }),
  z.object({ kind: z.literal('termEnding'), committee: z.string(), lastDay: day, daysLeft: z.number().int() }),
])

const brief = z.object({
  ...shown,
  code: z.string().nullable(), areaKind: z.string().nullable(), adminUnitCode: z.string().nullable(), residential: z.boolean(), mayDecideAdmission: z.boolean(),
  foundedOn: day, endedOn: day.nullable(),
  asOf: day,
  line: z.array(z.object({ ...shown, depth: count })),
  formerNames: z.array(z.object({ name: z.string(), from: day, lastDay: day })),
  acts: z.array(z.object({ kind: z.string(), kindName: z.string(), effectiveOn: day, decisionNumber: z.string().nullable(), note: z.string().nullable(), recordedAt: z.string() })),
  cells: count,
  children: count,
  figures: counts.extend({ averageAge: z.number().nullable(), lastAdmittedOn: z.string().nullable() }).nullable(),
  committee: committee.nullable(),
  committees: z.array(committee),
  posts: z.array(post),
  alerts: z.array(alert),
  isCell: z.boolean(),
  may: z.object({ recordCommittee: z.boolean(), authoriseAdmission: z.boolean(), found: z.boolean() }),
  /** Kinds of organisation that may be founded directly under this one. */
  foundable: z.array(z.string()),
})

/** The dated tree of organisations, their committees and terms. */
export const organisationsContract = {
  listTree: operation({ method: 'GET', path: '/organisations', summary: 'The tree below an organisation on a day, one level or as searched, with numbers' })
    .input(z.object({ root: id.optional(), search: line(100).optional(), ...asOf }))
    .output(z.object({
      asOf: day, rootId: id.nullable(), rows: z.array(node),
      /** Finds beyond those shown. */
      more: count,
      totals: z.object({ grassroots: count, cells: count, counts: counts.nullable() }),
    })),
  findOrganisation: operation({ method: 'GET', path: '/organisations/{id}', summary: 'One organisation on a day: names, line above, committee, numbers, alerts' })
    .input(z.object({ id, ...asOf }))
    .output(brief),
  foundOrganisation: operation({ method: 'POST', path: '/organisations', summary: 'Found an organisation by a decision' })
    .input(z.object({
      parentId: id, name: filledLine(), type: z.string().max(40), code: z.string().max(40).regex(/^[\d.]+$/, { error: fieldWords.code }).optional(),
      areaKind: line(40).optional(), adminUnitCode: z.string().max(20).optional(),
      on: day, decisionNumber: filledLine(60), decidedOn: day, issuedBy: line().optional(),
    }))
    .output(z.object({ id })),
  registerOrganisations: operation({ method: 'POST', path: '/organisations/register', summary: 'Take a register of organisations into the tree; the same register twice changes nothing' })
    .input(z.object({ register: registerShape, topName: filledLine().optional(), since: day.optional() }))
    .output(z.object({ topId: id, added: count, same: count, different: z.array(z.object({ code: z.string(), here: z.string(), inRegister: z.string() })) })),
  recordCommittee: operation({ method: 'POST', path: '/organisations/{id}/committees', summary: 'Record the committee of a new term' })
    .input(z.object({
      id, kind: committeeKind, termName: filledLine(60), from: day,
      /** Last day of the term. */
      lastDay: day, electedSeats: z.number().int().min(1).max(200), standingSeats: z.number().int().min(0).max(100).default(0), basis: filledLine(),
    }))
    .output(z.object({ id })),
  authoriseAdmission: operation({ method: 'PUT', path: '/organisations/{id}/admission-authority', summary: 'Give or take back the authority to decide on admission, from a day' })
    .input(z.object({ id, mayDecideAdmission: z.boolean(), from: day, decisionNumber: filledLine(60), decidedOn: day, issuedBy: line().optional() }))
    .output(done),
}
