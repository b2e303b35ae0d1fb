import { role, roles, type Policy } from '../../platform/action/index.ts'

const cellAndGrassroots = [role('cellSecretary').in('ownCell'), role('grassrootsOfficer').in('ownSubtree')]
const grassroots = [role('grassrootsOfficer').in('ownSubtree')]
const examiners = roles('grassrootsOfficer', 'superiorOfficer').in('ownSubtree')

/** Who does what with a file. A permission holds at the cell of the file; which committee is competent is a guard, not a right. */
export const admissionPolicy = {
  'admission.readCases': [role('cellSecretary').in('ownCell'), ...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree')],
  'admission.readScan': [role('cellSecretary').in('ownCell'), ...roles('superiorOfficer', 'grassrootsOfficer', 'inspector').in('ownSubtree')],
  'admission.openCircumstances': [role('cellSecretary').in('ownCell'), ...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree')],
  'admission.openVerifications': [role('cellSecretary').in('ownCell'), ...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree')],
  'admission.prepareCase': cellAndGrassroots,
  'admission.verify': grassroots,
  'admission.checkDocuments': examiners,
  'admission.recordCellVote': cellAndGrassroots,
  'admission.sendUp': cellAndGrassroots,
  'admission.recordSectionAppraisal': grassroots,
  'admission.recordCommitteeVote': grassroots,
  'admission.sendToDeciding': grassroots,
  'admission.returnCase': examiners,
  'admission.resend': cellAndGrassroots,
  'admission.submitForDecision': roles('superiorOfficer').in('ownSubtree'),
  'admission.recordDecision': roles('superiorOfficer', 'leader', 'grassrootsOfficer').in('ownSubtree'),
  'admission.recordCeremony': cellAndGrassroots,
  'admission.assignMentor': cellAndGrassroots,
  'admission.recordDossierOpened': grassroots,
  'admission.closeCase': [...cellAndGrassroots, role('superiorOfficer').in('ownSubtree')],
  'admission.moveCase': examiners,
  'admission.openConfirmation': cellAndGrassroots,
  'admission.accompanyProbation': cellAndGrassroots,
  'admission.recordConfirmationVote': cellAndGrassroots,
  'admission.reportDeadlock': cellAndGrassroots,
  'admission.reportResult': grassroots,
} satisfies Policy
