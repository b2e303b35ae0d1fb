import { z } from 'zod'
import { asOf, day, id, operation, pageOf, filledLine, line, uploadedFile, count, filledParagraph } from '../../platform/contract/index.ts'
import { boardColumns, relatives, closeReasons } from './codes.ts'
import { actKind, ruleUse, acted, onCase, paper, tally, meeting, oneCase, actOn, newPerson, circumstances, stage, faultKind, place } from './contract/acting.ts'
import { caseFile, eligibilityRow, excluded, refusalReason, returnReasonIn, caseRow, filters, confirmationRow } from './contract/case-file.ts'

/** What is read of files: board, page, denominators, reasons of return, probationers. */
const readingOperations = {
  listCases: operation({ method: 'GET', path: '/admission/cases', summary: 'Files of admission open on a day, by column of the board, with late counts' })
    .input(z.object({
      ...pageOf, ...filters, ...asOf, kind: z.enum(['admission', 'readmission']).optional(), column: z.enum(boardColumns).optional(), stage: stage.optional(),
      /** With it the answer holds the most urgent of each column (the board) instead of a page. */
      perColumn: z.number().int().min(1).max(50).optional(), order: z.enum(['urgency', 'name', 'stageSince']).default('urgency'),
    }))
    .output(z.object({
      /** The day of which the list tells. */
      today: day, rows: z.array(caseRow), total: z.number().int(),
      counts: z.object({ open: z.number().int(), late: z.number().int(), returned: z.number().int() }),
      columns: z.array(z.object({ column: z.enum(boardColumns), title: z.string(), count: z.number().int(), late: z.number().int(), limit: z.string() })),
    })),
  findCase: operation({ method: 'GET', path: oneCase, summary: 'Everything about one file as it stood on a day; nothing can be done from the past' }).input(z.object({ id, ...asOf })).output(caseFile),
  rollForVote: operation({ method: 'GET', path: `${oneCase}/roll`, summary: 'The number of which the share is taken, with the names, on a day' })
    .input(z.object({ id, on: day, level: z.enum(['cell', 'committee']).default('cell'), question: z.enum(['admit', 'confirm', 'strikeOff']).optional(), exemptPresent: z.array(id).optional() }))
    .output(z.object({
      on: day, packName: z.string(), body: place, fullMembers: z.number().int(), probationary: z.number().int(), excluded: z.array(excluded),
      /** Exempt members, who count when they are present and vote. */
      exempt: z.array(z.object({ personId: id, name: z.string(), present: z.boolean() })),
      /** The names behind `fullMembers`; empty for a committee, whose number is that of its elected seats. */
      counted: z.array(z.object({ personId: id, name: z.string() })),
      denominator: z.number().int(), required: z.number().int(), rule: ruleUse, mayDecide: z.boolean(), minimumRule: ruleUse.nullable(),
    })),
  findObstacles: operation({ method: 'GET', path: `${oneCase}/obstacles`, summary: 'Whether a step may be done on a day, and everything that stands in its way' })
    .input(z.object({
      id, act: actKind,
      /** Left out = today. */
      on: day.optional(),
      /** What the cell votes on: a removal of a probationary member needs no papers. */
      question: z.enum(['admit', 'confirm', 'strikeOff']).optional(),
    }))
    .output(z.object({ on: day, isPossible: z.boolean(), reasons: z.array(refusalReason) })),
  listReturnReasons: operation({ method: 'GET', path: '/admission/return-reasons', summary: 'Commonest reasons of return of a year by grassroots organisation' })
    .input(z.object({ year: z.number().int().min(2000).max(2100), organisationId: id.optional(), ...asOf }))
    .output(z.object({
      year: z.number().int(), returns: z.number().int(),
      rows: z.array(z.object({ grassroots: place, documentType: z.string().nullable(), condition: z.string().nullable(), title: z.string(), formMark: z.string().nullable(), kind: faultKind, kindText: z.string(), count: z.number().int() })),
      total: z.number().int(),
    })),
  listConfirmations: operation({ method: 'GET', path: '/admission/confirmations', summary: 'Probationary members of a day, longest overdue first' })
    .input(z.object({ ...pageOf, ...filters, ...asOf, only: z.enum(['all', 'late', 'dueSoon', 'withoutFile']).default('all'), within: z.number().int().min(1).max(366).default(30) }))
    .output(z.object({
      /** The day of which the list tells. */
      today: day, rows: z.array(confirmationRow), total: z.number().int(),
      counts: z.object({ probationary: z.number().int(), late: z.number().int(), dueSoon: z.number().int(), withoutFile: z.number().int() }),
    })),
}

/** What is done with a file until the cell may consider it: facts, papers, verification. */
const preparingOperations = {
  openCase: operation({ method: 'POST', path: '/admission/cases', summary: 'Open a file of admission or readmission' })
    .input(z.object({
      kind: z.enum(['admission', 'readmission']),
      /** A person already known (followed as a source, or a former member), or a new one; exactly one of the two. */
      personId: id.optional(), person: newPerson.optional(),
      /** The new person is somebody else than the one of this name and birth who is known already. */
      isAnother: z.boolean().optional(),
      /** The cell that considers; for a followed person the following cell unless told. */
      cellId: id.optional(), openedOn: day.optional(), circumstances: circumstances.optional(),
    }))
    .output(acted),
  recordCircumstances: operation({ method: 'PUT', path: `${oneCase}/circumstances`, summary: 'Record what is known about the candidate; facts left out stay as they are' })
    .input(z.object({ ...onCase, circumstances })).output(acted),
  openCircumstances: actOn('/circumstances/open', 'Open what is known of religion, politics and the like, for a reason that is written down')
    .input(z.object({ id, reason: filledLine(300) }))
    .output(z.object({
      openedAt: z.string(), circumstances, conditions: z.array(eligibilityRow),
      /** The reasons of returns that are covered on the page. */
      returnReasons: z.array(z.object({ id, conditionTitle: z.string(), what: z.string(), todo: z.string() })),
    })),
  recordDocument: actOn('/documents', 'Record a paper that has come')
    .input(z.object({ ...onCase, code: filledLine(20), subjectId: id.optional(), ...paper })).output(acted.extend({ documentId: id })),
  replaceDocument: actOn('/documents/{documentId}/replace', 'Record the paper that takes the place of another; the old one stays in the history')
    .input(z.object({ ...onCase, documentId: id, subjectId: id.optional(), ...paper })).output(acted.extend({ documentId: id })),
  checkDocument: actOn('/documents/{documentId}/check', 'Find a paper valid, or say what is wrong with it')
    .input(z.object({
      ...onCase, documentId: id, state: z.enum(['valid', 'needsWork']), fault: faultKind.optional(), remark: line(400).optional(),
      /** The day that really stands on the paper, when it was entered wrongly. */
      datedOn: day.optional(),
    })).output(acted),
  acceptDocuments: actOn('/documents/accept', 'Find several papers valid at once')
    .input(z.object({ ...onCase, documentIds: z.array(id).min(1).max(50) })).output(acted),
  attachScan: actOn('/documents/{documentId}/scans', 'Add a scan (jpg, png, webp, heic, pdf) to a paper')
    .input(z.object({ id, documentId: id, file: uploadedFile })).output(z.object({ scanId: id, mediaType: z.string(), byteSize: z.number().int() })),
  downloadScan: operation({ method: 'GET', path: `${oneCase}/documents/{documentId}/scans/{scanId}`, summary: 'A scan; the look is written to the trail' })
    .input(z.object({ id, documentId: id, scanId: id })).output(uploadedFile),
  requestVerification: actOn('/verifications', 'Ask a place to check personal history')
    .input(z.object({ ...onCase, about: z.enum(relatives), place: filledLine(200), abroad: z.boolean().default(false), askedOn: day })).output(acted.extend({ verificationId: id })),
  openVerifications: actOn('/verifications/open', 'Open what places answered about personal history, for a reason that is written down')
    .input(z.object({ id, reason: filledLine(300) }))
    .output(z.object({ openedAt: z.string(), verifications: z.array(z.object({ id, outcome: z.string() })) })),
  recordVerificationReply: actOn('/verifications/{verificationId}/reply', 'Record the answer of the place')
    .input(z.object({ ...onCase, verificationId: id, repliedOn: day, byLetter: z.boolean(), outcome: filledLine(400) })).output(acted),
  markReadyForCell: actOn('/ready', 'Everything is there: the cell may consider').input(z.object({ ...onCase, on: day.optional() })).output(acted),
}

/** What is done with a file from the vote of the cell on: votes, sending, return, decision, ceremony, end. */
const decidingOperations = {
  recordCellVote: actOn('/cell-vote', "Record the cell's vote, carried or lost")
    .input(z.object({ ...onCase, ...meeting, exemptPresent: z.array(id).optional() })).output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count })),
  sendUp: actOn('/send-up', 'The cell sends the file up').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  recordSectionAppraisal: actOn('/section-appraisal', 'Record the appraisal of the section committee')
    .input(z.object({ ...onCase, on: day, number: line(60).optional(), agrees: z.boolean(), remark: line(400).optional() })).output(acted),
  recordCommitteeVote: actOn('/committee-vote', 'Record the vote of the grassroots committee')
    .input(z.object({ ...onCase, ...meeting, question: z.enum(['admit', 'confirm', 'strikeOff']).optional() })).output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count })),
  sendToDeciding: actOn('/send-to-deciding', 'The grassroots committee sends the file to the deciding committee').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  returnCase: actOn('/return', 'Return the file with reasons')
    .input(z.object({ ...onCase, on: day.optional(), toLevel: z.enum(['cell', 'grassrootsCommittee']).default('cell'), dueOn: day.optional(), reasons: z.array(returnReasonIn).max(30) })).output(acted.extend({ returnId: id, dueOn: day })),
  withdrawReturn: actOn('/return/withdraw', 'Take a return back while nothing was done after it').input(z.object(onCase)).output(acted),
  resend: actOn('/resend', 'Send the mended file again').input(z.object({ ...onCase, on: day.optional(), note: line(400).optional() })).output(acted),
  submitForDecision: actOn('/submit', 'Lay the file before the standing board').input(z.object({ ...onCase, on: day.optional() })).output(acted),
  extendDecision: actOn('/extend', 'Lengthen the time for the decision in a special case')
    .input(z.object({ ...onCase, workingDays: z.number().int().min(1).max(999), reason: filledLine(400), on: day.optional() })).output(acted.extend({ dueOn: day })),
  recordDecision: actOn('/decision', 'Record the decision to admit or not to admit')
    .input(z.object({ ...onCase, outcome: z.enum(['admit', 'decline']), reason: line(400).optional(), number: filledLine(60), decidedOn: day, signatory: filledLine(120), boardVote: z.object(tally).optional() })).output(acted),
  recordReceipt: actOn('/receipt', 'The cell received the decision').input(z.object({ ...onCase, receivedOn: day })).output(acted),
  recordCeremony: actOn('/ceremony', 'Record the admission ceremony; the person becomes a probationary member')
    .input(z.object({ ...onCase, heldOn: day, consent: z.object({ number: filledLine(60), issuedOn: day }).optional() })).output(acted.extend({ confirmationCaseId: id, probationUntil: day })),
  assignMentor: actOn('/mentor', 'Assign the full member who helps').input(z.object({ ...onCase, mentorId: id, on: day.optional() })).output(acted),
  recordDossierOpened: actOn('/dossier', "The member's dossier was opened").input(z.object({ ...onCase, openedOn: day })).output(acted),
  closeCase: actOn('/close', 'Stop the file with a reason').input(z.object({ ...onCase, on: day.optional(), reason: z.enum(closeReasons), note: line(400).optional() })).output(acted),
  moveCase: actOn('/move', 'The candidate moves to another cell, which continues the file')
    .input(z.object({ ...onCase, toCellId: id, movedOn: day, letterNumber: filledLine(60), letterDatedOn: day })).output(acted),
}

/** What is done in probation and with a file of confirmation. */
const confirmationOperations = {
  openConfirmationForProbationer: operation({ method: 'POST', path: '/admission/confirmations', summary: 'Open the file of a probationary member who has none' })
    .input(z.object({ personId: id, ceremonyOn: day, basis: filledLine(200) })).output(acted.extend({ probationUntil: day })),
  recordMentorRemark: actOn('/mentor-remarks', 'Record the monthly remark of the mentor').input(z.object({ ...onCase, writtenOn: day, text: filledParagraph(2000) })).output(acted),
  recordClassCertificate: actOn('/class-certificate', 'Record the certificate of the new-member class')
    .input(z.object({ ...onCase, issuedOn: day, number: line(60).optional(), issuer: line(200).optional() })).output(acted.extend({ documentId: id })),
  recordConfirmationVote: actOn('/confirmation-vote', "Record the cell's vote on confirmation or removal")
    .input(z.object({ ...onCase, ...meeting, question: z.enum(['confirm', 'strikeOff']), exemptPresent: z.array(id).optional(), latenessReason: line(400).optional() }))
    .output(acted.extend({ outcome: z.enum(['carried', 'lost']), denominator: count, required: count, votesLeft: count })),
  reportDeadlock: actOn('/deadlock-report', 'Report to the superior after the last vote without two thirds')
    .input(z.object({ ...onCase, on: day, number: line(60).optional() })).output(acted),
  recordConfirmationDecision: actOn('/confirmation-decision', 'Record the decision to confirm or to strike off')
    .input(z.object({
      ...onCase, outcome: z.enum(['confirm', 'strikeOff']), number: filledLine(60), decidedOn: day, signatory: filledLine(120), boardVote: z.object(tally).optional(),
      /** The day the 12 months end; computed. Any other day is refused. */
      confirmedOn: day.optional(), latenessReason: line(400).optional(),
    })).output(acted.extend({ effectiveOn: day })),
  recordResultReported: actOn('/report', 'The result was reported and the records brought up to date').input(z.object({ ...onCase, on: day })).output(acted),
}

/** Files of admission, readmission and confirmation: from the application to the recognition as full member. */
export const admissionContract = {
  ...readingOperations,
  ...preparingOperations,
  ...decidingOperations,
  ...confirmationOperations,
}
