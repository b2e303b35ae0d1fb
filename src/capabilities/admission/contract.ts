import { z } from 'zod'
import { citation, count, day, filledLine, id, line, operation, pageOf, paragraph, uncertainDay, uploadedFile, version } from '../../platform/contract/index.ts'
import {
  actKinds, boardColumns, caseKinds, clockKinds, closeReasons, documentStates, faultKinds, levels, milestones, relatives, stages,
} from './codes.ts'

const owner = z.enum(['cell', 'grassrootsCommittee', 'sectionCommittee', 'decidingOffice', 'standingBoard', 'candidate', 'politicalCentre'])
const level = z.enum(levels)
const stage = z.enum(stages)
const actKind = z.enum(actKinds)
const faultKind = z.enum(faultKinds)

/** A rule as it judged: key and words, value and words, source, the day from which it says so, the set of rules. */
export const ruleUse = z.object({
  key: z.string(), title: z.string(), value: z.unknown(), valueText: z.string(), citation, from: day, pack: z.string(), packName: z.string(), overridden: z.boolean(),
})

/** The one act that comes next. `workingDaysLeft` is negative when late; `document` names the paper to bring or mend. */
export const nextAct = z.object({
  code: actKind, words: z.string(), step: z.string(), owner, dueOn: day.nullable(), isLate: z.boolean(),
  counting: z.enum(['workingDays', 'calendar']), workingDaysLeft: z.number().int().nullable(),
  document: z.object({ code: z.string(), title: z.string() }).nullable(), rule: ruleUse.nullable(),
})

/** Answer of every act on a file: where it stands now. */
const acted = z.object({ id, version, stage, closedOn: day.nullable(), nextAct: nextAct.nullable() })

const place = z.object({ id, name: z.string(), shortName: z.string() })
const person = z.object({ id, name: z.string(), bornOn: uncertainDay.nullable() })

const newPerson = z.object({
  fullName: filledLine(120), otherName: line(120).optional(), sex: z.enum(['male', 'female']), bornOn: uncertainDay,
  ethnicity: line(60).optional(), religion: line(60).optional(), identityNumber: line(20).optional(), nativePlace: line(200).optional(), residence: line(200).optional(),
  generalEducation: line(60).optional(), profession: line(120).optional(), occupation: line(120).optional(), phone: line(30).optional(),
})

const consent = z.object({ issuedOn: day, number: line(60).optional(), authority: line(200).optional() })
const branch = z.object({ applies: z.boolean(), approval: consent.nullish() })

/** What is known about the candidate beside the papers. An absent fact is not known; `null` says that there is none. */
export const circumstances = z.object({
  vietnameseCitizen: z.boolean().optional(),
  education: z.object({ level: z.enum(['G00', 'G01', 'G10', 'G20', 'G30']), evidence: z.enum(['E1', 'E2', 'E3']).optional() }).optional(),
  livesInSpecialArea: z.boolean().optional(),
  personOfStanding: z.boolean().optional(),
  youthUnionExists: z.boolean().optional(),
  youthUnionMember: z.boolean().optional(),
  tradeUnionMember: z.boolean().optional(),
  /** Full members who introduce; whether they are full members is looked up, never typed. */
  sponsors: z.array(z.object({ personId: id, relation: z.enum(['work', 'study', 'residence']).optional(), togetherSince: day.optional() })).max(5).optional(),
  /** Relatives whose check is excused because a party member with a complete dossier stands on that side. */
  backgroundExcused: z.array(z.enum(relatives)).optional(),
  politicalMatter: z.boolean().optional(),
  politicalConclusion: consent.nullish(),
  consents: z.object({ overMaxAge: consent.optional(), education: consent.optional(), readmission: consent.optional() }).optional(),
  formerMember: z.object({
    leftOn: day.optional(),
    reason: z.enum(['leftByOwnWill', 'askedToLeave', 'causedDisunity', 'convictedOfCorruption', 'convictedOfSeriousCrime', 'convictedOfLesserCrime', 'other']).optional(),
    specialHardship: z.boolean().optional(), convictionClearedOn: day.optional(), timesReadmitted: count.optional(),
  }).nullish(),
  populationPolicy: branch.optional(),
  religion: branch.optional(),
  foreignMarriage: branch.optional(),
})

const onCase = { id, version }
const paper = { number: line(60).optional(), datedOn: day.optional(), receivedOn: day.optional(), pages: z.number().int().min(1).max(5000).optional() }
/** Ballots counted; nobody's vote. Together not more than `present`. */
const tally = { present: count, inFavour: count, against: count, invalid: count.default(0) }
const meeting = { heldOn: day, resolutionNumber: line(60).optional(), ...tally }

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

const eligibilityRow = z.object({
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

const excluded = z.object({ personId: id, name: z.string(), reason: z.string(), reasonText: z.string() })
const vote = z.object({
  id, level: z.enum(['cell', 'section', 'committee', 'standingBoard']), question: z.enum(['admit', 'confirm', 'strikeOff']), ordinal: z.number().int(), heldOn: day,
  roll: z.number().int(), excluded: z.array(excluded), denominator: z.number().int(), required: z.number().int(),
  present: z.number().int(), inFavour: z.number().int(), against: z.number().int(), invalid: z.number().int(),
  outcome: z.enum(['carried', 'lost']), resolutionNumber: z.string().nullable(), rule: ruleUse.nullable(),
})

const returnReasonIn = z.object({
  /** A reason must name a paper (kept, or a type that is missing) or a condition. */
  documentId: id.optional(), documentType: line(20).optional(), condition: line(40).optional(),
  kind: faultKind, what: filledLine(400), todo: filledLine(400),
})
const returnReason = z.object({
  id, documentId: id.nullable(), documentType: z.string().nullable(), documentTitle: z.string().nullable(), formMark: z.string().nullable(),
  condition: z.string().nullable(), conditionTitle: z.string().nullable(), kind: faultKind, what: z.string(), todo: z.string(), isMended: z.boolean(),
})
const caseReturn = z.object({
  id, returnedOn: day, fromLevel: level, toLevel: level, dueOn: day, resentOn: day.nullable(), isOpen: z.boolean(), isLate: z.boolean(), reasons: z.array(returnReason),
})

const refusalReason = z.object({
  code: z.string(), facts: z.record(z.string(), z.unknown()), message: z.string(), why: z.string().optional(), todo: z.string().optional(), citation: citation.optional(),
})

const historyAct = z.object({
  id, ordinal: z.number().int(), kind: actKind, words: z.string(), step: z.string().nullable(), occurredOn: day, fromStage: stage.nullable(), toStage: stage,
  facts: z.record(z.string(), z.unknown()), rules: z.array(ruleUse), actedBy: z.string().nullable(), recordedAt: z.string(),
})

const lateness = z.object({
  level, dueOn: day.nullable(), doneOn: day.nullable(), workingDaysHeld: z.number().int(), workingDaysLate: z.number().int(), reason: z.string().nullable(),
})

const caseFile = z.object({
  id, version, kind: z.enum(caseKinds), stage, stageSince: day, openedOn: day, closedOn: day.nullable(), closeReason: z.enum(closeReasons).nullable(),
  person, cell: place, section: place.nullable(), grassroots: place, deciding: place, decidesItself: z.boolean(), hasCommittee: z.boolean(), heldBy: level,
  mentor: z.object({ id, name: z.string() }).nullable(), today: day,
  nextAct: nextAct.nullable(),
  milestones: z.array(z.object({ code: z.enum(milestones), title: z.string(), state: z.enum(['done', 'current', 'ahead']), on: day.nullable(), dueOn: day.nullable() })),
  circumstances,
  checklist: z.array(checklistRow), checklistCount: z.object({ needed: z.number().int(), valid: z.number().int(), present: z.number().int() }),
  eligibility: z.object({ judgedOn: day, packName: z.string(), answer: z.enum(['yes', 'no', 'cannotTell']), reasons: z.array(eligibilityRow) }).nullable(),
  verifications: z.array(z.object({
    id, about: z.enum(relatives), aboutText: z.string(), place: z.string(), abroad: z.boolean(), askedOn: day, dueOn: day, repliedOn: day.nullable(),
    byLetter: z.boolean().nullable(), outcome: z.string().nullable(), isLate: z.boolean(),
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
  /** Acts of the acting role: those possible now, and the others with every reason why not. Acts of other levels are absent. */
  acts: z.array(z.object({ code: actKind, words: z.string(), isPossible: z.boolean(), reasons: z.array(refusalReason) })),
})

const caseRow = z.object({
  id, version, kind: z.enum(caseKinds), stage, column: z.enum(boardColumns), stageSince: day, daysInStage: z.number().int(), openedOn: day,
  person, cell: place, grassroots: place, isReturned: z.boolean(), returnReasons: z.number().int(), isStale: z.boolean(),
  /** Some limit over the file has passed, whatever the next act. */
  isLate: z.boolean(), nextAct: nextAct.nullable(),
})

const filters = {
  /** Everything below this organisation; without it the own part. */
  organisationId: id.optional(), search: line(100).optional(), owner: owner.optional(), late: z.boolean().optional(), returned: z.boolean().optional(),
}

const confirmationRow = z.object({
  /** Null while no file of confirmation is open for a probationary member that was taken over. */
  id: id.nullable(), version: version.nullable(), stage: stage.nullable(), person, cell: place, grassroots: place,
  ceremonyOn: day.nullable(), admittedOn: uncertainDay.nullable(), probationUntil: day.nullable(), confirmedOnWillBe: day.nullable(),
  hasClassCertificate: z.boolean(), documents: z.array(z.object({ code: z.string(), formMark: z.string().nullable(), state: z.enum(documentStates) })),
  isDue: z.boolean(), isLate: z.boolean(), monthsOverdue: z.number().int().nullable(), workingDaysLate: z.number().int().nullable(), nextAct: nextAct.nullable(),
})

const B = '/admission/cases/{id}'
const post = (path: string, summary: string) => operation({ method: 'POST', path: `${B}${path}`, summary })

/** Files of admission, readmission and confirmation: from the application to the recognition as full member. */
export const admissionContract = {
  listCases: operation({ method: 'GET', path: '/admission/cases', summary: 'Open files of admission by column of the board, with late counts' })
    .input(z.object({
      ...pageOf, ...filters, kind: z.enum(['admission', 'readmission']).optional(), column: z.enum(boardColumns).optional(), stage: stage.optional(),
      /** With it the answer holds the most urgent of each column (the board) instead of a page. */
      perColumn: z.number().int().min(1).max(50).optional(), order: z.enum(['urgency', 'name', 'stageSince']).default('urgency'),
    }))
    .output(z.object({
      today: day, rows: z.array(caseRow), total: z.number().int(),
      counts: z.object({ open: z.number().int(), late: z.number().int(), returned: z.number().int() }),
      columns: z.array(z.object({ column: z.enum(boardColumns), title: z.string(), count: z.number().int(), late: z.number().int(), limit: z.string() })),
    })),
  findCase: operation({ method: 'GET', path: B, summary: 'Everything about one file' }).input(z.object({ id })).output(caseFile),
  rollForVote: operation({ method: 'GET', path: `${B}/roll`, summary: 'The number of which the share is taken, with the names, on a day' })
    .input(z.object({ id, on: day, level: z.enum(['cell', 'committee']).default('cell'), question: z.enum(['admit', 'confirm', 'strikeOff']).optional(), exemptPresent: z.array(id).optional() }))
    .output(z.object({
      on: day, packName: z.string(), body: place, fullMembers: z.number().int(), probationary: z.number().int(), excluded: z.array(excluded),
      /** Exempt members, who count when they are present and vote. */
      exempt: z.array(z.object({ personId: id, name: z.string(), present: z.boolean() })),
      /** The names behind `fullMembers`; empty for a committee, whose number is that of its elected seats. */
      counted: z.array(z.object({ personId: id, name: z.string() })),
      denominator: z.number().int(), required: z.number().int(), rule: ruleUse, mayDecide: z.boolean(), minimumRule: ruleUse.nullable(),
    })),
  listReturnReasons: operation({ method: 'GET', path: '/admission/return-reasons', summary: 'Commonest reasons of return of a year by grassroots organisation' })
    .input(z.object({ year: z.number().int().min(2000).max(2100), organisationId: id.optional() }))
    .output(z.object({
      year: z.number().int(), returns: z.number().int(),
      rows: z.array(z.object({ grassroots: place, documentType: z.string().nullable(), condition: z.string().nullable(), title: z.string(), formMark: z.string().nullable(), kind: faultKind, kindText: z.string(), count: z.number().int() })),
      total: z.number().int(),
    })),
  listConfirmations: operation({ method: 'GET', path: '/admission/confirmations', summary: 'Probationary members, longest overdue first' })
    .input(z.object({ ...pageOf, ...filters, only: z.enum(['all', 'late', 'dueSoon', 'withoutFile']).default('all'), within: z.number().int().min(1).max(366).default(30) }))
    .output(z.object({
      today: day, rows: z.array(confirmationRow), total: z.number().int(),
      counts: z.object({ probationary: z.number().int(), late: z.number().int(), dueSoon: z.number().int(), withoutFile: z.number().int() }),
    })),

  openCase: operation({ method: 'POST', path: '/admission/cases', summary: 'Open a file of admission or readmission' })
    .input(z.object({
      kind: z.enum(['admission', 'readmission']),
      /** A person already known (followed as a source, or a former member), or a new one; exactly one of the two. */
      personId: id.optional(), person: newPerson.optional(),
      /** The cell that considers; for a followed person the following cell unless told. */
      cellId: id.optional(), openedOn: day.optional(), circumstances: circumstances.optional(),
    }))
    .output(acted),
  recordCircumstances: operation({ method: 'PUT', path: `${B}/circumstances`, summary: 'Record what is known about the candidate; facts left out stay as they are' })
    .input(z.object({ ...onCase, circumstances })).output(acted),
  recordDocument: post('/documents', 'Record a paper that has come')
    .input(z.object({ ...onCase, code: filledLine(20), subjectId: id.optional(), ...paper })).output(acted.extend({ documentId: id })),
  replaceDocument: post('/documents/{documentId}/replace', 'Record the paper that takes the place of another; the old one stays in the history')
    .input(z.object({ ...onCase, documentId: id, subjectId: id.optional(), ...paper })).output(acted.extend({ documentId: id })),
  checkDocument: post('/documents/{documentId}/check', 'Find a paper valid, or say what is wrong with it')
    .input(z.object({
      ...onCase, documentId: id, state: z.enum(['valid', 'needsWork']), fault: faultKind.optional(), remark: line(400).optional(),
      /** The day that really stands on the paper, when it was entered wrongly. */
      datedOn: day.optional(),
    })).output(acted),
  acceptDocuments: post('/documents/accept', 'Find several papers valid at once')
    .input(z.object({ ...onCase, documentIds: z.array(id).min(1).max(50) })).output(acted),
  attachScan: post('/documents/{documentId}/scans', 'Add a scan (jpg, png, webp, heic, pdf) to a paper')
    .input(z.object({ id, documentId: id, file: uploadedFile })).output(z.object({ scanId: id, mediaType: z.string(), byteSize: z.number().int() })),
  downloadScan: operation({ method: 'GET', path: `${B}/documents/{documentId}/scans/{scanId}`, summary: 'A scan; the look is written to the trail' })
    .input(z.object({ id, documentId: id, scanId: id })).output(uploadedFile),
  requestVerification: post('/verifications', 'Ask a place to check personal history')
    .input(z.object({ ...onCase, about: z.enum(relatives), place: filledLine(200), abroad: z.boolean().default(false), askedOn: day })).output(acted.extend({ verificationId: id })),
  recordVerificationReply: post('/verifications/{verificationId}/reply', 'Record the answer of the place')
    .input(z.object({ ...onCase, verificationId: id, repliedOn: day, byLetter: z.boolean(), outcome: filledLine(400) })).output(acted),
  markReadyForCell: post('/ready', 'Everything is there: the cell may consider').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  recordCellVote: post('/cell-vote', "Record the cell's vote, carried or lost")
    .input(z.object({ ...onCase, ...meeting, exemptPresent: z.array(id).optional() })).output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count })),
  sendUp: post('/send-up', 'The cell sends the file up').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  recordSectionAppraisal: post('/section-appraisal', 'Record the appraisal of the section committee')
    .input(z.object({ ...onCase, on: day, number: line(60).optional(), agrees: z.boolean(), remark: line(400).optional() })).output(acted),
  recordCommitteeVote: post('/committee-vote', 'Record the vote of the grassroots committee')
    .input(z.object({ ...onCase, ...meeting, question: z.enum(['admit', 'confirm', 'strikeOff']).optional() })).output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count })),
  sendToDeciding: post('/send-to-deciding', 'The grassroots committee sends the file to the deciding committee').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  returnCase: post('/return', 'Return the file with reasons')
    .input(z.object({ ...onCase, on: day.optional(), toLevel: z.enum(['cell', 'grassrootsCommittee']).default('cell'), dueOn: day.optional(), reasons: z.array(returnReasonIn).max(30) })).output(acted.extend({ returnId: id, dueOn: day })),
  withdrawReturn: post('/return/withdraw', 'Take a return back while nothing was done after it').input(z.object(onCase)).output(acted),
  resend: post('/resend', 'Send the mended file again').input(z.object({ ...onCase, on: day.optional(), note: line(400).optional() })).output(acted),
  submitForDecision: post('/submit', 'Lay the file before the standing board').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  extendDecision: post('/extend', 'Lengthen the time for the decision in a special case')
    .input(z.object({ ...onCase, workingDays: z.number().int().min(1).max(999), reason: filledLine(400), on: day.optional() })).output(acted.extend({ dueOn: day })),
  recordDecision: post('/decision', 'Record the decision to admit or not to admit')
    .input(z.object({ ...onCase, outcome: z.enum(['admit', 'decline']), reason: line(400).optional(), number: filledLine(60), decidedOn: day, signatory: filledLine(120), boardVote: z.object(tally).optional() })).output(acted),
  recordReceipt: post('/receipt', 'The cell received the decision').input(z.object({ ...onCase, receivedOn: day })).output(acted),
  recordCeremony: post('/ceremony', 'Record the admission ceremony; the person becomes a probationary member')
    .input(z.object({ ...onCase, heldOn: day, consent: z.object({ number: filledLine(60), issuedOn: day }).optional() })).output(acted.extend({ confirmationCaseId: id, probationUntil: day })),
  assignMentor: post('/mentor', 'Assign the full member who helps').input(z.object({ ...onCase, mentorId: id, on: day.optional() })).output(acted),
  recordDossierOpened: post('/dossier', "The member's dossier was opened").input(z.object({ ...onCase, openedOn: day })).output(acted),
  closeCase: post('/close', 'Stop the file with a reason').input(z.object({ ...onCase, on: day.optional(), reason: z.enum(closeReasons), note: line(400).optional() })).output(acted),
  moveCase: post('/move', 'The candidate moves to another cell, which continues the file')
    .input(z.object({ ...onCase, toCellId: id, movedOn: day, letterNumber: filledLine(60), letterDatedOn: day })).output(acted),

  openConfirmationForProbationer: operation({ method: 'POST', path: '/admission/confirmations', summary: 'Open the file of a probationary member who has none' })
    .input(z.object({ personId: id, ceremonyOn: day, basis: filledLine(200) })).output(acted.extend({ probationUntil: day })),
  recordMentorRemark: post('/mentor-remarks', 'Record the monthly remark of the mentor').input(z.object({ ...onCase, writtenOn: day, text: paragraph(2000) })).output(acted),
  recordClassCertificate: post('/class-certificate', 'Record the certificate of the new-member class')
    .input(z.object({ ...onCase, issuedOn: day, number: line(60).optional(), issuer: line(200).optional() })).output(acted.extend({ documentId: id })),
  recordConfirmationVote: post('/confirmation-vote', "Record the cell's vote on confirmation or removal")
    .input(z.object({ ...onCase, ...meeting, question: z.enum(['confirm', 'strikeOff']), exemptPresent: z.array(id).optional(), latenessReason: line(400).optional() }))
    .output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count, votesLeft: count })),
  reportDeadlock: post('/deadlock-report', 'Report to the superior after the last vote without two thirds')
    .input(z.object({ ...onCase, on: day, number: line(60).optional() })).output(acted),
  recordConfirmationDecision: post('/confirmation-decision', 'Record the decision to confirm or to strike off')
    .input(z.object({
      ...onCase, outcome: z.enum(['confirm', 'strikeOff']), number: filledLine(60), decidedOn: day, signatory: filledLine(120), boardVote: z.object(tally).optional(),
      /** The day the 12 months end; computed. Any other day is refused. */
      confirmedOn: day.optional(), latenessReason: line(400).optional(),
    })).output(acted.extend({ effectiveOn: day })),
  recordResultReported: post('/report', 'The result was reported and the records brought up to date').input(z.object({ ...onCase, on: day })).output(acted),
}

