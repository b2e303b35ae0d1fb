import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { acceptDocuments } from './actions/accept-documents.ts'
import { assignMentor } from './actions/assign-mentor.ts'
import { attachScan } from './actions/attach-scan.ts'
import { checkDocument } from './actions/check-document.ts'
import { closeCase } from './actions/close-case.ts'
import { downloadScan } from './actions/download-scan.ts'
import { extendDecision } from './actions/extend-decision.ts'
import { findCase } from './actions/find-case.ts'
import { listCases } from './actions/list-cases.ts'
import { listConfirmations } from './actions/list-confirmations.ts'
import { listReturnReasons } from './actions/list-return-reasons.ts'
import { markReadyForCell } from './actions/mark-ready-for-cell.ts'
import { moveCase } from './actions/move-case.ts'
import { openCase } from './actions/open-case.ts'
import { openConfirmationForProbationer } from './actions/open-confirmation-for-probationer.ts'
import { recordCellVote } from './actions/record-cell-vote.ts'
import { recordCeremony } from './actions/record-ceremony.ts'
import { recordCircumstances } from './actions/record-circumstances.ts'
import { recordClassCertificate } from './actions/record-class-certificate.ts'
import { recordCommitteeVote } from './actions/record-committee-vote.ts'
import { recordConfirmationDecision } from './actions/record-confirmation-decision.ts'
import { recordConfirmationVote } from './actions/record-confirmation-vote.ts'
import { recordDecision } from './actions/record-decision.ts'
import { recordDocument } from './actions/record-document.ts'
import { recordDossierOpened } from './actions/record-dossier-opened.ts'
import { recordMentorRemark } from './actions/record-mentor-remark.ts'
import { recordReceipt } from './actions/record-receipt.ts'
import { recordResultReported } from './actions/record-result-reported.ts'
import { recordSectionAppraisal } from './actions/record-section-appraisal.ts'
import { recordVerificationReply } from './actions/record-verification-reply.ts'
import { replaceDocument } from './actions/replace-document.ts'
import { reportDeadlock } from './actions/report-deadlock.ts'
import { requestVerification } from './actions/request-verification.ts'
import { resend } from './actions/resend.ts'
import { returnCase } from './actions/return-case.ts'
import { rollForVote } from './actions/roll-for-vote.ts'
import { sendToDeciding } from './actions/send-to-deciding.ts'
import { sendUp } from './actions/send-up.ts'
import { submitForDecision } from './actions/submit-for-decision.ts'
import { withdrawReturn } from './actions/withdraw-return.ts'
import type { admissionContract } from './contract.ts'

export const admissionRoutes: RoutesFor<typeof admissionContract> = {
  listCases: read(listCases),
  findCase: read(findCase),
  rollForVote: read(rollForVote),
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
