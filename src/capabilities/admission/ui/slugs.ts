import type { ActKind } from '../codes.ts'

/** Words of the address for acts done in a short form: `?viec=tra-lai`. */
export const slugOfAct: Partial<Record<ActKind, string>> = {
  requestVerification: 'tham-tra', recordVerificationReply: 'tra-loi-tham-tra', markReadyForCell: 'trinh-chi-bo', sendUp: 'gui-len', recordSectionAppraisal: 'tham-dinh',
  sendToDeciding: 'gui-ban-to-chuc', returnCase: 'tra-lai', withdrawReturn: 'rut-tra-lai', resend: 'gui-lai', submitForDecision: 'trinh', extendDecision: 'gia-han',
  recordReceipt: 'nhan-quyet-dinh', assignMentor: 'phan-cong', recordDossierOpened: 'lap-ho-so', closeCase: 'dung-xet', moveCase: 'chuyen-di', recordMentorRemark: 'nhan-xet',
  recordClassCertificate: 'chung-nhan', reportDeadlock: 'bao-cao', recordResultReported: 'bao-ket-qua',
}

export const actOfSlug = (slug: string | undefined): ActKind | undefined => (Object.keys(slugOfAct) as ActKind[]).find((act) => slugOfAct[act] === slug)
