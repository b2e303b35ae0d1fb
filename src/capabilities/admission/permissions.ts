import type { ActKind } from './codes.ts'
import type { CaseFile } from './model.ts'
import type { admissionPolicy } from './policy.ts'

type Permission = keyof typeof admissionPolicy

const permissions: Readonly<Record<ActKind, Permission>> = {
  openCase: 'admission.prepareCase', recordCircumstances: 'admission.prepareCase', recordDocument: 'admission.prepareCase', replaceDocument: 'admission.prepareCase',
  checkDocument: 'admission.checkDocuments', acceptDocuments: 'admission.checkDocuments', attachScan: 'admission.prepareCase', requestVerification: 'admission.verify',
  recordVerificationReply: 'admission.verify', markReadyForCell: 'admission.prepareCase', recordCellVote: 'admission.recordCellVote', sendUp: 'admission.sendUp',
  recordSectionAppraisal: 'admission.recordSectionAppraisal', recordCommitteeVote: 'admission.recordCommitteeVote', sendToDeciding: 'admission.sendToDeciding',
  returnCase: 'admission.returnCase', withdrawReturn: 'admission.returnCase', resend: 'admission.resend', submitForDecision: 'admission.submitForDecision',
  extendDecision: 'admission.recordDecision', recordDecision: 'admission.recordDecision', recordReceipt: 'admission.recordCeremony', recordCeremony: 'admission.recordCeremony',
  assignMentor: 'admission.assignMentor', recordDossierOpened: 'admission.recordDossierOpened', closeCase: 'admission.closeCase', moveCase: 'admission.moveCase',
  openConfirmation: 'admission.openConfirmation', recordMentorRemark: 'admission.accompanyProbation', recordClassCertificate: 'admission.accompanyProbation',
  recordConfirmationVote: 'admission.recordConfirmationVote', reportDeadlock: 'admission.reportDeadlock', recordConfirmationDecision: 'admission.recordDecision',
  recordResultReported: 'admission.reportResult',
}

/** The permission an act asks for, the same for the action and for the page that offers it. A grassroots cell has no committee to send its file on. */
export const permissionOf = (act: ActKind, file: Pick<CaseFile, 'line'>): Permission =>
  act === 'sendToDeciding' && !file.line.hasCommittee ? 'admission.sendUp' : permissions[act]
