import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, version } from '../../../platform/contract/index.ts'
import { strikeOffGrounds } from '../../../regulations/index.ts'
import { endingActs, endingKinds, endingStages, tieFates, tieKinds } from './codes.ts'

const kind = z.enum(endingKinds)
const ground = z.enum(strikeOffGrounds)
const stage = z.enum(endingStages)
const usedRule = z.object({ title: z.string(), value: z.string(), citation })
const tally = { present: count, inFavour: count, against: count, invalid: count.default(0) }

const about = {
  id, version, kind, ground: ground.nullable(), since: day.nullable(), /** Of a death the paper alone; else it is covered, and `openEndings` tells it. */ reason: z.string().nullable(), isCovered: z.boolean(), stage, stageSince: day, openedOn: day, decisionNumber: z.string().nullable(), decidedOn: day.nullable(),
  issuedBy: z.string().nullable(), /** First day without membership. */ endedOn: day.nullable(), nextDueOn: day.nullable(),
}
const tie = z.object({ kind: z.enum(tieKinds), name: z.string(), fate: z.enum(tieFates) })
const vote = z.object({ ...tally, denominator: count, required: count, outcome: z.enum(['carried', 'lost']), resolutionNumber: z.string().nullable() })
const step = z.object({ act: z.enum(endingActs), occurredOn: day, toStage: stage, vote: vote.nullable(), /** Number of a paper; words that were said are covered. */ note: z.string().nullable(), rules: z.array(usedRule), by: z.string().nullable(), recordedAt: z.string() })
const ending = z.object({
  ...about, receivedOn: day.nullable(), complaintDueOn: day.nullable(), complainedOn: day.nullable(), reviewOutcome: z.enum(['upheld', 'annulled']).nullable(),
  reviewNumber: z.string().nullable(), reviewedOn: day.nullable(), reviewedBy: z.string().nullable(), settled: z.array(tie), steps: z.array(step),
  /** What may be done next, and by the acting role. */ acts: z.array(z.enum(endingActs)),
})

const onPerson = { personId: id }
const onEnding = { endingId: id, version }
const decision = { decisionNumber: filledLine(60), decidedOn: day, issuedBy: filledLine(200) }

/** Striking off, resignation and death of members, complaint and restoration. */
export const endingsContract = {
  listEndings: operation({ method: 'GET', path: '/endings', summary: 'Cases of striking off and resignation, and deaths, on a day as known at a moment' })
    .input(z.object({ state: z.enum(['open', 'ended', 'all']).default('open'), kind: kind.optional(), organisationId: id.optional(), ...pageOf, ...asOf }))
    .output(z.object({
      asOf: day, total: count, counts: z.object({ open: count, ended: count, all: count }),
      rows: z.array(z.object({ ...about, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable() })),
    })),
  findEndings: operation({ method: 'GET', path: '/members/{personId}/endings', summary: 'How the membership of a person ended or is to end, what is tied to it, and what may be done' })
    .input(z.object({ ...onPerson, ...asOf }))
    .output(z.object({
      asOf: day, person: z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string().nullable(), organisation: z.string().nullable(), isMember: z.boolean(), isProbationary: z.boolean() }),
      endings: z.array(ending), /** As things stand today, of who is a member. */ ties: z.array(tie), grounds: z.array(ground),
      rules: z.object({ grounds: usedRule, months: usedRule, cellVote: usedRule, committeeVote: usedRule, complaint: usedRule }),
      may: z.object({ open: z.boolean(), vote: z.boolean(), decide: z.boolean(), death: z.boolean(), complain: z.boolean(), review: z.boolean() }),
    })),
  openEndings: operation({ method: 'POST', path: '/members/{personId}/endings/open', summary: 'Open why membership ended or is to end, what was complained of and how it was answered, for a reason that is written down' })
    .input(z.object({ ...onPerson, reason: filledLine(300), ...asOf }))
    .output(z.object({
      openedAt: z.string(), endings: z.array(z.object({ id, reason: z.string(), /** Why it went no further. */ dropped: z.string().nullable(), complaint: z.string().nullable(), reviewReason: z.string().nullable() })),
    })),
  rollForEnding: operation({ method: 'GET', path: '/endings/{endingId}/roll', summary: 'Of how many a share is taken in a vote on a day, and who is left out' })
    .input(z.object({ endingId: id, level: z.enum(['cell', 'committee']), on: day, exemptPresent: z.array(id).max(200).default([]) }))
    .output(z.object({
      on: day, fullMembers: count, denominator: count, required: count, rule: usedRule, excluded: z.array(z.object({ name: z.string(), reason: z.string() })), exempt: z.array(z.object({ personId: id, name: z.string() })),
    })),
  openStrikeOff: operation({ method: 'POST', path: '/members/{personId}/strike-offs', summary: 'The cell is to consider striking a member off; `since` is the day from which the ground lasts' })
    .input(z.object({ ...onPerson, ground, since: day.optional(), reason: filledLine(500), on: day })).output(z.object({ id })),
  openResignation: operation({ method: 'POST', path: '/members/{personId}/resignations', summary: 'A member applied to leave; `on` is the day of the application' })
    .input(z.object({ ...onPerson, reason: filledLine(500), on: day })).output(z.object({ id })),
  recordEndingVote: operation({ method: 'POST', path: '/endings/{endingId}/votes', summary: 'How the cell, then the committee of the grassroots, voted; numbers only' })
    .input(z.object({ ...onEnding, level: z.enum(['cell', 'committee']), heldOn: day, ...tally, exemptPresent: z.array(id).max(200).default([]), resolutionNumber: line(60).optional() }))
    .output(z.object({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count })),
  decideEnding: operation({ method: 'POST', path: '/endings/{endingId}/decision', summary: 'The committee in authority decides; membership ends on `endedOn`, the first day without it' })
    .input(z.object({ ...onEnding, ...decision, endedOn: day, /** When the person received it; the day of the decision unless told. */ receivedOn: day.optional() })).output(done),
  dropEnding: operation({ method: 'POST', path: '/endings/{endingId}/dropping', summary: 'The case goes no further; the member stays' })
    .input(z.object({ ...onEnding, on: day, reason: filledLine(300) })).output(done),
  recordDeath: operation({ method: 'POST', path: '/members/{personId}/death', summary: 'A member died; `diedOn` is the day, `paper` what says so' })
    .input(z.object({ ...onPerson, diedOn: day, paper: filledLine(200), note: line(300).optional() })).output(z.object({ id })),
  complainOfEnding: operation({ method: 'POST', path: '/endings/{endingId}/complaint', summary: 'Who was struck off complains' })
    .input(z.object({ ...onEnding, on: day, complaint: filledLine(300) })).output(done),
  reviewEnding: operation({ method: 'POST', path: '/endings/{endingId}/review', summary: 'The committee above upholds the end of membership, or annuls it: membership and party age run on without a gap' })
    .input(z.object({ ...onEnding, outcome: z.enum(['upheld', 'annulled']), ...decision, reason: filledLine(300) })).output(done),
}
