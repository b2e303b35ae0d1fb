import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, version } from '../../platform/contract/index.ts'
import { disciplineMeasures, exemptionGrounds } from '../../regulations/index.ts'
import { authorities, measureKinds, measureStates, suspensionGrounds } from './codes.ts'

const measure = z.enum(disciplineMeasures)
const exemptionGround = z.enum(exemptionGrounds)
const kind = z.enum(measureKinds)
const state = z.enum(measureStates)
const usedRule = z.object({ title: z.string(), value: z.string(), citation })

const which = { kind, organisationId: id.optional(), /** Those in force on the day unless told. */ state: z.enum(['running', 'ended', 'all']).default('running'), ...asOf }

const listed = z.object({
  id, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable(),
  /** The measure, or the ground of a suspension or exemption. */
  what: z.enum([...disciplineMeasures, ...suspensionGrounds, ...exemptionGrounds]),
  /** Only of an exemption: why of the others is covered, and `openMeasures` tells it. */
  reason: z.string().nullable(), isCovered: z.boolean(), decisionNumber: z.string(), decidedOn: day, issuedBy: z.string().nullable(), from: day, lastDay: day.nullable(), state,
})

/** Without the words that are covered: ground, complaint, and why it was upheld or annulled. */
const discipline = z.object({
  id, version, measure, authority: z.enum(authorities), decisionNumber: z.string(), decidedOn: day, issuedBy: z.string(), effectiveOn: day,
  /** First day without effect. */
  effectUntil: day.nullable(), receivedOn: day, complaintDueOn: day, complainedOn: day.nullable(), state,
  reviewNumber: z.string().nullable(), reviewedOn: day.nullable(), reviewedBy: z.string().nullable(),
})
/** Without the words that are covered: why it was laid, and why lifted. */
const suspension = z.object({
  id, version, ground: z.enum(suspensionGrounds), decisionNumber: z.string(), decidedOn: day, issuedBy: z.string(), from: day, lastDay: day.nullable(),
  extensionNumber: z.string().nullable(), extendedOn: day.nullable(), liftedOn: day.nullable(), /** Last day to which it may be extended. */ latest: day.nullable(),
})
const exemption = z.object({ id, version, ground: exemptionGround, note: z.string().nullable(), resolution: z.string(), decidedOn: day, from: day, returnedOn: day.nullable(), returnBasis: z.string().nullable() })

const decision = { decisionNumber: filledLine(60), decidedOn: day, issuedBy: filledLine(200) }
const onPerson = { personId: id }

/** Discipline, suspension of activity, and exemption of members. */
export const measuresContract = {
  listMeasures: operation({ method: 'GET', path: '/measures', summary: 'Members under discipline, suspended or exempt on a day' })
    .input(z.object({ ...which, ...pageOf })).output(z.object({ asOf: day, rows: z.array(listed), total: count, counts: z.record(kind, count) })),
  findMeasures: operation({ method: 'GET', path: '/members/{personId}/measures', summary: 'Every discipline, suspension and exemption of a member, with what may be done' })
    .input(z.object({ ...onPerson, ...asOf }))
    .output(z.object({
      asOf: day, person: z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string().nullable(), organisation: z.string().nullable(), status: z.string().nullable() }),
      disciplines: z.array(discipline), suspensions: z.array(suspension), exemptions: z.array(exemption), posts: z.array(z.object({ id, name: z.string() })),
      rules: z.object({ effect: usedRule, complaint: usedRule, suspension: usedRule, exemption: usedRule }), measures: z.array(measure), grounds: z.array(exemptionGround),
      may: z.object({ discipline: z.boolean(), complain: z.boolean(), review: z.boolean(), suspend: z.boolean(), exempt: z.boolean() }),
    })),
  openMeasures: operation({ method: 'POST', path: '/members/{personId}/measures/open', summary: 'Open why a member was disciplined or suspended, for a reason that is written down' })
    .input(z.object({ ...onPerson, reason: filledLine(300), ...asOf }))
    .output(z.object({
      openedAt: z.string(), disciplines: z.array(z.object({ id, ground: z.string(), complaint: z.string().nullable(), reviewReason: z.string().nullable() })),
      suspensions: z.array(z.object({ id, reason: z.string(), liftingReason: z.string().nullable() })),
    })),
  recordDiscipline: operation({ method: 'POST', path: '/members/{personId}/disciplines', summary: 'A measure of discipline; an expulsion ends membership, a removal from office the posts named' })
    .input(z.object({
      ...onPerson, measure, authority: z.enum(authorities), ground: filledLine(300), ...decision, /** From which day it has effect. */ effectiveOn: day,
      /** When the member received the decision; the day of effect unless told. */ receivedOn: day.optional(), postIds: z.array(id).max(20).default([]),
    })).output(z.object({ id })),
  recordComplaint: operation({ method: 'POST', path: '/disciplines/{disciplineId}/complaint', summary: 'The member complains of the measure' })
    .input(z.object({ disciplineId: id, version, on: day, complaint: filledLine(300) })).output(done),
  reviewDiscipline: operation({ method: 'POST', path: '/disciplines/{disciplineId}/review', summary: 'The committee above upholds the measure complained of, or annuls it; a wrong expulsion restores membership' })
    .input(z.object({ disciplineId: id, version, outcome: z.enum(['upheld', 'annulled']), ...decision, reason: filledLine(300) })).output(done),
  suspendMember: operation({ method: 'POST', path: '/members/{personId}/suspensions', summary: 'Activity is suspended from a day; only of who is prosecuted without a last day' })
    .input(z.object({ ...onPerson, ground: z.enum(suspensionGrounds), reason: filledLine(300), ...decision, from: day, lastDay: day.optional() })).output(z.object({ id })),
  extendSuspension: operation({ method: 'POST', path: '/suspensions/{suspensionId}/extension', summary: 'The suspension lasts to a later last day' })
    .input(z.object({ suspensionId: id, version, lastDay: day, decisionNumber: filledLine(60), decidedOn: day })).output(done),
  liftSuspension: operation({ method: 'POST', path: '/suspensions/{suspensionId}/lifting', summary: 'The suspension ends; `on` is the first day active again' })
    .input(z.object({ suspensionId: id, version, on: day, reason: filledLine(300) })).output(done),
  exemptMember: operation({ method: 'POST', path: '/members/{personId}/exemptions', summary: 'A member is exempt from work and meetings from a day by decision of the cell' })
    .input(z.object({ ...onPerson, ground: exemptionGround, note: line(300).optional(), resolution: filledLine(60), decidedOn: day, from: day })).output(z.object({ id })),
  endExemption: operation({ method: 'POST', path: '/exemptions/{exemptionId}/return', summary: 'The member is active again on request; `on` is the first day' })
    .input(z.object({ exemptionId: id, version, on: day, basis: filledLine(300) })).output(done),
}
