import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { assignMentor, recordClassCertificate, recordMentorRemark } from './actions/accompany-probation.ts'
import { acceptDocuments, checkDocument } from './actions/check-documents.ts'
import { closeCase, recordDossierOpened, recordResultReported } from './actions/close-case.ts'
import { findCase } from './actions/find-case.ts'
import { attachScan, downloadScan } from './actions/keep-scans.ts'
import { findObstacles } from './actions/find-obstacles.ts'
import { listCases } from './actions/list-cases.ts'
import { listConfirmations } from './actions/list-confirmations.ts'
import { listReturnReasons } from './actions/list-return-reasons.ts'
import { moveCase } from './actions/move-case.ts'
import { openCase } from './actions/open-case.ts'
import { openConfirmationForProbationer } from './actions/open-confirmation-for-probationer.ts'
import { markReadyForCell, recordSectionAppraisal, sendToDeciding, sendUp, submitForDecision } from './actions/pass-on.ts'
import { recordCellVote } from './actions/record-cell-vote.ts'
import { recordCeremony, recordReceipt } from './actions/record-ceremony.ts'
import { openCircumstances, recordCircumstances } from './actions/record-circumstances.ts'
import { recordCommitteeVote } from './actions/record-committee-vote.ts'
import { recordConfirmationDecision } from './actions/record-confirmation-decision.ts'
import { recordConfirmationVote, reportDeadlock } from './actions/record-confirmation-vote.ts'
import { extendDecision, recordDecision } from './actions/record-decision.ts'
import { recordDocument, replaceDocument } from './actions/record-document.ts'
import { resend, returnCase, withdrawReturn } from './actions/return-case.ts'
import { rollForVote } from './actions/roll-for-vote.ts'
import { openVerifications, recordVerificationReply, requestVerification } from './actions/verify-background.ts'
import type { admissionContract } from './contract.ts'

export const admissionRoutes: RoutesFor<typeof admissionContract> = {
  listCases: read(listCases),
  findCase: read(findCase),
  rollForVote: read(rollForVote),
  findObstacles: read(findObstacles),
  listReturnReasons: read(listReturnReasons),
  listConfirmations: read(listConfirmations),
  openCase: act(openCase),
  recordCircumstances: act(recordCircumstances),
  recordDocument: act(recordDocument),
  replaceDocument: act(replaceDocument),
  checkDocument: act(checkDocument),
  acceptDocuments: act(acceptDocuments),
  attachScan: act(attachScan),
  downloadScan: read(downloadScan),
  requestVerification: act(requestVerification),
  openCircumstances: uncover(openCircumstances),
  openVerifications: uncover(openVerifications),
  recordVerificationReply: act(recordVerificationReply),
  markReadyForCell: act(markReadyForCell),
  recordCellVote: act(recordCellVote),
  sendUp: act(sendUp),
  recordSectionAppraisal: act(recordSectionAppraisal),
  recordCommitteeVote: act(recordCommitteeVote),
  sendToDeciding: act(sendToDeciding),
  returnCase: act(returnCase),
  withdrawReturn: act(withdrawReturn),
  resend: act(resend),
  submitForDecision: act(submitForDecision),
  extendDecision: act(extendDecision),
  recordDecision: act(recordDecision),
  recordReceipt: act(recordReceipt),
  recordCeremony: act(recordCeremony),
  assignMentor: act(assignMentor),
  recordDossierOpened: act(recordDossierOpened),
  closeCase: act(closeCase),
  moveCase: act(moveCase),
  openConfirmationForProbationer: act(openConfirmationForProbationer),
  recordMentorRemark: act(recordMentorRemark),
  recordClassCertificate: act(recordClassCertificate),
  recordConfirmationVote: act(recordConfirmationVote),
  reportDeadlock: act(reportDeadlock),
  recordConfirmationDecision: act(recordConfirmationDecision),
  recordResultReported: act(recordResultReported),
}
