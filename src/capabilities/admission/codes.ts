/** Words that the contract, the model and the tables share. */

export const caseKinds = ['admission', 'readmission', 'confirmation'] as const
export type CaseKind = (typeof caseKinds)[number]

/** States of a file of admission or readmission. */
export const admissionStages = [
  'fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'cellRejected', 'appraised', 'committeePassed', 'committeeRejected',
  'decided', 'declined', 'ceremonyHeld', 'completed', 'closed',
] as const
export type AdmissionStage = (typeof admissionStages)[number]

/** States of a file of confirmation. The question that was carried (confirm or strike off) is a fact beside the stage. */
export const confirmationStages = [
  'running', 'cellPassed', 'appraised', 'committeePassed', 'deadlocked', 'reported', 'confirmed', 'struckOff', 'completed', 'closed',
] as const
export type ConfirmationStage = (typeof confirmationStages)[number]

export const stages = [...new Set([...admissionStages, ...confirmationStages])] as [Stage, ...Stage[]]
export type Stage = AdmissionStage | ConfirmationStage

/** Everything that can be done to a file, as kept in its history. */
export const actKinds = [
  'openCase', 'recordCircumstances', 'recordDocument', 'replaceDocument', 'checkDocument', 'acceptDocuments', 'attachScan',
  'requestVerification', 'recordVerificationReply', 'markReadyForCell', 'recordCellVote', 'sendUp', 'recordSectionAppraisal', 'recordCommitteeVote',
  'sendToDeciding', 'returnCase', 'withdrawReturn', 'resend', 'submitForDecision', 'extendDecision', 'recordDecision', 'recordReceipt', 'recordCeremony',
  'assignMentor', 'recordDossierOpened', 'closeCase', 'moveCase',
  'openConfirmation', 'recordMentorRemark', 'recordClassCertificate', 'recordConfirmationVote', 'reportDeadlock', 'recordConfirmationDecision', 'recordResultReported',
] as const
export type ActKind = (typeof actKinds)[number]

/** Columns of the board, in the order of work. `after` holds files whose ceremony was held; `ended` those refused but not yet closed. */
export const boardColumns = ['fileOpen', 'verifying', 'readyForCell', 'committee', 'decision', 'ceremony', 'after', 'ended'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** The seven words of the line over an admission file, and the six over a confirmation. */
export const milestones = ['file', 'verification', 'cell', 'committee', 'office', 'decision', 'ceremony', 'probation', 'report'] as const
export type Milestone = (typeof milestones)[number]

/** Who can hold a file. */
export const levels = ['cell', 'sectionCommittee', 'grassrootsCommittee', 'decidingOffice', 'standingBoard'] as const
export type Level = (typeof levels)[number]

/** What is wrong with a paper or a condition, for the yearly count of reasons. */
export const faultKinds = ['missing', 'stale', 'unsigned', 'wrongForm', 'contradiction', 'illegible', 'procedure', 'other'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Letters that introduce a candidate who moves, each with the last step done before the move. */
export const lettersOfMoves = { 'KNĐ-GCNGĐ': 'mentorAssigned', 'CV-92': 'cellMeeting', 'CV-93': 'committeeMeeting', 'CV-94': 'decision' } as const

export const closeReasons = ['withdrawn', 'stale', 'unsuitable', 'cellRejected', 'committeeRejected', 'declined', 'movedAway', 'died', 'enteredInError'] as const
export type CloseReason = (typeof closeReasons)[number]

/** How a paper of the checklist stands. `notYet` = needed only at a later step. */
export const documentStates = ['missing', 'toCheck', 'valid', 'needsWork', 'expired', 'notRequired', 'cannotTell', 'notYet'] as const
export type DocumentState = (typeof documentStates)[number]

/** Whose history is asked about. */
export const relatives = ['candidate', 'father', 'mother', 'fosterer', 'spouse', 'spouseFather', 'spouseMother', 'child'] as const

export const clockKinds = [
  'verification', 'freshness', 'certificate', 'sendUp', 'decision', 'ceremony', 'dossierOpening', 'returned', 'probation', 'cellConsiders', 'confirmationDecision',
] as const
export type ClockKind = (typeof clockKinds)[number]
