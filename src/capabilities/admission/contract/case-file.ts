import { z } from 'zod'
import { day, id, citation, filledLine, line, version, uncertainDay } from '../../../platform/contract/index.ts'
import { documentStates, clockKinds, caseKinds, closeReasons, milestones, relatives, boardColumns } from '../codes.ts'
import { ruleUse, nextAct, circumstances, coveredFacts, faultKind, owner, level, stage, actKind, place, person } from './acting.ts'

const scan = z.object({ id, fileName: z.string(), mediaType: z.string(), byteSize: z.number().int(), recordedAt: z.string() })
const caseDocument = z.object({
  id, code: z.string(), number: z.string().nullable(), datedOn: day.nullable(), receivedOn: day, pages: z.number().int().nullable(),
  state: z.enum(['toCheck', 'valid', 'needsWork']), fault: faultKind.nullable(), remark: z.string().nullable(), checkedBy: z.string().nullable(), checkedOn: day.nullable(),
  /** Whose statement it is (introducer). */
  subject: z.object({ id, name: z.string() }).nullable(),
  sending: z.number().int(), changedSinceLastSending: z.boolean(),
  /** Last day on which the cell may consider it, where the paper ages; stale when the cell met (or would meet today) later. */
  freshUntil: day.nullable(), isStale: z.boolean(), scans: z.array(scan),
})

const checklistRow = z.object({
  code: z.string(), title: z.string(), step: z.string(), formMark: z.string().nullable(), formMarkConfirmed: z.boolean(),
  need: z.enum(['required', 'notRequired', 'cannotTell']), reason: z.string(), reasonText: z.string(), missingFacts: z.array(z.string()), minCount: z.number().int(),
  /** Must be there at the step the file has reached. */
  neededByNow: z.boolean(), state: z.enum(documentStates), rule: ruleUse, documents: z.array(caseDocument),
})

/** `condition` is `covered` on the one line for all that judge a covered fact. */
export const eligibilityRow = z.object({
  condition: z.string(), title: z.string(), verdict: z.enum(['met', 'notMet', 'unknown', 'exceptionByConsent']), verdictText: z.string(),
  facts: z.record(z.string(), z.unknown()), missing: z.array(z.object({ code: z.string(), text: z.string() })), rule: ruleUse.nullable(),
})

const clock = z.object({
  kind: z.enum(clockKinds), title: z.string(), startsOn: day, dueOn: day, doneOn: day.nullable(), counting: z.enum(['workingDays', 'calendar']),
  /** Working days of the limit, extension included; null for calendar clocks. */
  limit: z.number().int().nullable(), elapsed: z.number().int(), remaining: z.number().int(), isLate: z.boolean(),
  extension: z.object({ workingDays: z.number().int(), until: day }).nullable(),
  /** Who had the file from when to when, in working days; their sum is `elapsed`. */
  heldBy: z.array(z.object({ owner, from: day, until: day.nullable(), workingDays: z.number().int(), returned: z.boolean() })),
  /** The second reading of a returned file: the time at the cell left out. */
  withoutReturned: z.object({ returnedWorkingDays: z.number().int(), dueOn: day, elapsed: z.number().int(), isLate: z.boolean() }).nullable(),
  rules: z.array(ruleUse),
})

export const excluded = z.object({ personId: id, name: z.string(), reason: z.string(), reasonText: z.string() })
const vote = z.object({
  id, level: z.enum(['cell', 'section', 'committee', 'standingBoard']), question: z.enum(['admit', 'confirm', 'strikeOff']), ordinal: z.number().int(), heldOn: day,
  roll: z.number().int(), excluded: z.array(excluded), denominator: z.number().int(), required: z.number().int(),
  present: z.number().int(), inFavour: z.number().int(), against: z.number().int(), invalid: z.number().int(),
  outcome: z.enum(['carried', 'lost']), resolutionNumber: z.string().nullable(), rule: ruleUse.nullable(),
})

export const returnReasonIn = z.object({
  /** A reason must name a paper (kept, or a type that is missing) or a condition. */
  documentId: id.optional(), documentType: line(20).optional(), condition: line(40).optional(),
  kind: faultKind, what: filledLine(400), todo: filledLine(400),
})

const returnReason = z.object({
  id, documentId: id.nullable(), documentType: z.string().nullable(), documentTitle: z.string().nullable(), formMark: z.string().nullable(),
  condition: z.string().nullable(), conditionTitle: z.string().nullable(), kind: faultKind, what: z.string(), todo: z.string(), isMended: z.boolean(),
  /** The condition judges something covered: condition and words are covered too, and `openCircumstances` tells them. */
  isCovered: z.boolean(),
})

const caseReturn = z.object({
  id, returnedOn: day, fromLevel: level, toLevel: level, dueOn: day, resentOn: day.nullable(), isOpen: z.boolean(), isLate: z.boolean(), reasons: z.array(returnReason),
})

export const refusalReason = z.object({
  code: z.string(), facts: z.record(z.string(), z.unknown()), message: z.string(), why: z.string().optional(), todo: z.string().optional(), citation: citation.optional(),
})

const historyAct = z.object({
  id, ordinal: z.number().int(), kind: actKind, words: z.string(), step: z.string().nullable(), occurredOn: day, fromStage: stage.nullable(), toStage: stage,
  facts: z.record(z.string(), z.unknown()), rules: z.array(ruleUse), actedBy: z.string().nullable(), recordedAt: z.string(),
})

const lateness = z.object({
  level, dueOn: day.nullable(), doneOn: day.nullable(), workingDaysHeld: z.number().int(), workingDaysLate: z.number().int(), reason: z.string().nullable(),
})

export const caseFile = z.object({
  id, version, kind: z.enum(caseKinds), stage, stageSince: day, openedOn: day, closedOn: day.nullable(), closeReason: z.enum(closeReasons).nullable(),
  person, cell: place, section: place.nullable(), grassroots: place, deciding: place, decidesItself: z.boolean(), hasCommittee: z.boolean(), heldBy: level,
  mentor: z.object({ id, name: z.string() }).nullable(),
  /** The day of which the page tells. */
  today: day,
  nextAct: nextAct.nullable(),
  milestones: z.array(z.object({ code: z.enum(milestones), title: z.string(), state: z.enum(['done', 'current', 'ahead']), on: day.nullable(), dueOn: day.nullable() })),
  circumstances,
  /** Facts that are known and covered: `openCircumstances` tells them. */
  circumstancesCovered: z.array(z.enum(coveredFacts)),
  checklist: z.array(checklistRow), checklistCount: z.object({ needed: z.number().int(), valid: z.number().int(), present: z.number().int() }),
  eligibility: z.object({ judgedOn: day, packName: z.string(), answer: z.enum(['yes', 'no', 'cannotTell']), reasons: z.array(eligibilityRow) }).nullable(),
  verifications: z.array(z.object({
    id, about: z.enum(relatives), aboutText: z.string(), place: z.string(), abroad: z.boolean(), askedOn: day, dueOn: day, repliedOn: day.nullable(),
    byLetter: z.boolean().nullable(), isLate: z.boolean(),
    /** What was answered is covered; `openVerifications` tells it. */
    hasOutcome: z.boolean(),
  })),
  clocks: z.array(clock), votes: z.array(vote),
  returns: z.array(caseReturn), isReturned: z.boolean(),
  /** What came with the latest sending after a return; null before a second sending. */
  changes: z.object({ sentOn: day, documents: z.array(z.object({ documentId: id, code: z.string(), title: z.string(), change: z.enum(['added', 'replaced']) })) }).nullable(),
  dates: z.object({
    cellResolvedOn: day.nullable(), sentUpOn: day.nullable(), committeeResolvedOn: day.nullable(), sentToDecidingOn: day.nullable(), submittedOn: day.nullable(),
    extendedBy: z.number().int(), decidedOn: day.nullable(), decisionReceivedOn: day.nullable(), ceremonyOn: day.nullable(), dossierOpenedOn: day.nullable(),
    probationFrom: day.nullable(), probationUntil: day.nullable(), effectiveOn: day.nullable(),
  }),
  decision: z.object({ number: z.string(), signatory: z.string(), decidedOn: day, decidedBy: place }).nullable(),
  ceremonyConsent: z.string().nullable(),
  /** What forms propose: the day by which a file returned today is to be mended, and the working days of extension still allowed. */
  proposals: z.object({ returnDueOn: day, extensionLeft: z.number().int() }),
  /** Confirmation only. */
  confirmation: z.object({
    question: z.enum(['confirm', 'strikeOff']).nullable(), probationRules: z.array(ruleUse), leapRuleUsed: z.boolean(), votesHeld: z.number().int(), votesAllowed: z.number().int(),
    hasClassCertificate: z.boolean(), lastRemarkOn: day.nullable(), remarks: z.array(z.object({ writtenOn: day, text: z.string() })), lateness: z.array(lateness),
  }).nullable(),
  relatedCases: z.array(z.object({ id, kind: z.enum(caseKinds), stage })),
  history: z.array(historyAct),
  /** Acts of the acting role: those possible now, and the others with every reason why not. Acts of other levels are absent; none in the past. */
  acts: z.array(z.object({ code: actKind, words: z.string(), isPossible: z.boolean(), reasons: z.array(refusalReason) })),
})

export const caseRow = z.object({
  id, version, kind: z.enum(caseKinds), stage, column: z.enum(boardColumns), stageSince: day, daysInStage: z.number().int(), openedOn: day,
  person, cell: place, grassroots: place, isReturned: z.boolean(), returnReasons: z.number().int(), isStale: z.boolean(),
  /** Some limit over the file has passed, whatever the next act. */
  isLate: z.boolean(), nextAct: nextAct.nullable(),
})

export const filters = {
  /** Everything below this organisation; without it the own part. */
  organisationId: id.optional(), search: line(100).optional(), owner: owner.optional(), late: z.boolean().optional(), returned: z.boolean().optional(),
}

export const confirmationRow = z.object({
  /** Null while no file of confirmation is open for a probationary member that was taken over. */
  id: id.nullable(), version: version.nullable(), stage: stage.nullable(), person, cell: place, grassroots: place,
  ceremonyOn: day.nullable(), admittedOn: uncertainDay.nullable(), probationUntil: day.nullable(), confirmedOnWillBe: day.nullable(),
  hasClassCertificate: z.boolean(), documents: z.array(z.object({ code: z.string(), formMark: z.string().nullable(), state: z.enum(documentStates) })),
  isDue: z.boolean(), isLate: z.boolean(), monthsOverdue: z.number().int().nullable(), workingDaysLate: z.number().int().nullable(), nextAct: nextAct.nullable(),
})
