import type { RoleName } from './things.ts'

/**
 * What an operation is about: an organisation or a user (seen by every role in its part), people and their papers (seen by the roles that
 * work with people), nothing that lies anywhere (`ownPart`), or one's own session (`open`).
 */
export type About = 'organisation' | 'people' | 'ownPart' | 'open'

export type Right = {
  readonly about: About
  readonly roles: ReadonlySet<RoleName>
  /** What lies outside is left out of the answer, as if it did not exist, and the rest is answered. */
  readonly filters: boolean
}

const letters: Readonly<Record<string, RoleName>> = {
  CV: 'superiorOfficer', LD: 'leader', CS: 'grassrootsOfficer', BT: 'cellSecretary', DV: 'member', KT: 'inspector', QT: 'administrator',
}
const everybody = 'CV LD CS BT DV KT QT'

const may = (about: About, roles: string, filters = false): Right => ({ about, filters, roles: new Set(roles.split(' ').filter(Boolean).map((letter) => letters[letter]!)) })
const organisation = (roles: string) => may('organisation', roles)
const people = (roles: string) => may('people', roles)
const ownPart = (roles: string) => may('ownPart', roles)
const open = may('open', everybody)

/** Who may do what, written down independently of the policies of the rooms. Every operation of the contract has a line. */
export const rights: Readonly<Record<string, Right>> = {
  'audit.listEntries': ownPart('CV LD CS KT QT'),
  // Asked for the list of members; who may take the others is tried list by list.
  'audit.exportList': ownPart('CV CS BT'),

  'organisations.listTree': organisation('CV LD CS BT KT QT'),
  'organisations.findOrganisation': organisation('CV LD CS BT KT QT'),
  'organisations.foundOrganisation': organisation('CV'),
  'organisations.registerOrganisations': ownPart('CV'),
  'organisations.recordCommittee': organisation('CV CS'),
  'organisations.authoriseAdmission': organisation('CV'),

  'access.signIn': open, 'access.setUp': open, 'access.signOut': open, 'access.findEntrance': open, 'access.findMe': open, 'access.chooseRole': open,
  'access.setLargeType': ownPart(everybody), 'access.changePassword': ownPart(everybody),
  'access.listAccounts': ownPart('CS KT QT'), 'access.listPlaces': ownPart('CS KT QT'), 'access.findAccount': organisation('CS KT QT'),
  'access.addAccount': organisation('QT'), 'access.grantRole': organisation('QT'), 'access.endRole': organisation('QT'), 'access.endSession': organisation('QT'),

  'rulebook.listRules': ownPart(everybody), 'rulebook.overrideRule': ownPart('QT'), 'rulebook.withdrawOverride': ownPart('QT'),

  'reminders.listWork': organisation('CV LD CS BT KT'), 'reminders.listLastWeek': organisation('CV LD CS BT KT'),
  'reminders.listHistory': may('people', 'CV LD CS BT KT', true), 'reminders.listDueForMachines': organisation('CV LD CS BT KT'),
  'reminders.listAssignees': organisation('CV LD CS'), 'reminders.assignWork': may('people', 'CV LD CS', true), 'reminders.listAssignments': ownPart('CV LD CS BT KT'),
  'reminders.answerAssignment': people('CV LD CS BT'), 'reminders.withdrawAssignment': people('CV LD CS'),
  'reminders.remind': organisation('CV CS'), 'reminders.printSheets': organisation('CV CS'),

  'members.listMembers': organisation('CV LD CS BT KT'), 'members.listPeople': organisation('CV LD CS BT KT'),
  'members.findMember': people('CV LD CS BT KT'), 'members.findOwnMember': ownPart(everybody), 'members.revealMember': people('CV LD CS BT KT'),
  'members.recordAway': people('CV CS BT'), 'members.recordReturn': people('CV CS BT'),
  'members.listAway': organisation('CV LD CS BT KT'), 'members.listAwayFigures': organisation('CV LD CS KT'), 'members.renewExcuse': people('CV CS BT'),
  'members.recordPost': people('CV CS'), 'members.endPost': people('CV CS'), 'members.moveMember': people('CV CS'),

  'memberSheet.findSheet': people('CV LD CS BT KT'), 'memberSheet.findOwnSheet': ownPart(everybody), 'memberSheet.openSheet': people('CV LD CS BT KT'),
  'memberSheet.listOpenings': people('CV CS KT'), 'memberSheet.proposeCorrection': people('CV CS BT'),
  // Everybody has proposals about himself; nobody has others by this.
  'memberSheet.listProposals': people(everybody),
  'memberSheet.findProposal': people('CV LD CS BT KT'), 'memberSheet.openProposal': people('CV LD CS BT KT'), 'memberSheet.withdrawProposal': people('CV CS BT'),
  'memberSheet.approveProposal': people('CV CS'), 'memberSheet.refuseProposal': people('CV CS'),
  'memberSheet.addPhoto': people('CV CS'), 'memberSheet.downloadPhoto': people('CV CS KT'), 'memberSheet.showPhotoPicture': people('CV CS KT'),
  'memberSheet.openCampaign': organisation('CV CS'), 'memberSheet.listCampaigns': ownPart('CV LD CS BT KT'), 'memberSheet.findCampaign': organisation('CV LD CS BT KT'),
  'memberSheet.findSupplement': people('CV LD CS BT KT'), 'memberSheet.findOwnSupplement': ownPart(everybody), 'memberSheet.listUnanswered': organisation('CV LD CS BT KT'),
  'memberSheet.answerSupplement': people('CV CS BT'), 'memberSheet.checkSupplement': people('CV CS BT'), 'memberSheet.returnSupplement': people('CV CS BT'), 'memberSheet.takeInSupplements': people('CV CS'),

  'exports.exportInputFile': organisation('CV CS BT'),

  'importExport.startImport': organisation('CV CS'), 'importExport.readImport': people('CV CS'), 'importExport.cancelImport': people('CV CS'),
  'importExport.commitImport': people('CV CS'), 'importExport.undoImport': people('CV CS'), 'importExport.listImports': ownPart('CV CS KT'),
  'importExport.findImport': people('CV CS KT'), 'importExport.listImportRows': people('CV CS KT'), 'importExport.listOnlyHere': people('CV CS KT'), 'importExport.takeImportReport': people('CV CS'),

  'sourcesAndTargets.addProspect': organisation('CV CS BT'), 'sourcesAndTargets.listProspects': organisation('CV LD CS BT KT'), 'sourcesAndTargets.findProspect': people('CV LD CS BT KT'),
  'sourcesAndTargets.listMentorCandidates': people('CV CS BT'), 'sourcesAndTargets.recordRemark': people('CV CS BT'), 'sourcesAndTargets.assignMentor': people('CV CS BT'),
  'sourcesAndTargets.recordCertificate': people('CV CS BT'), 'sourcesAndTargets.recordApplication': people('CV CS BT'), 'sourcesAndTargets.describeProspect': people('CV CS BT'), 'sourcesAndTargets.closeProspect': people('CV CS BT'),
  'sourcesAndTargets.moveProspect': people('CV CS BT'), 'sourcesAndTargets.listCellsBySources': organisation('CV LD CS BT KT'), // Asked with an organisation's own target among the rows, which those above give.
  'sourcesAndTargets.assignTargets': organisation('CV LD'),
  'sourcesAndTargets.findReach': organisation('CV LD CS BT KT'),
  'sourcesAndTargets.findTargetProgress': organisation('CV LD CS BT KT'), 'sourcesAndTargets.listTargets': organisation('CV LD CS BT KT'),
  'sourcesAndTargets.recordMassReview': organisation('CV CS BT'), 'sourcesAndTargets.listMassReviews': organisation('CV LD CS BT KT'),

  'admission.listCases': organisation('CV LD CS BT KT'), 'admission.findCase': people('CV LD CS BT KT'), 'admission.rollForVote': people('CV LD CS BT KT'), 'admission.findObstacles': people('CV LD CS BT KT'),
  'admission.listReturnReasons': organisation('CV LD CS BT KT'), 'admission.listConfirmations': organisation('CV LD CS BT KT'),
  'admission.openCase': organisation('CS BT'), 'admission.recordCircumstances': people('CS BT'), 'admission.recordDocument': people('CS BT'), 'admission.replaceDocument': people('CS BT'),
  'admission.checkDocument': people('CV CS'), 'admission.acceptDocuments': people('CV CS'), 'admission.attachScan': people('CS BT'), 'admission.downloadScan': people('CV CS BT KT'),
  'admission.requestVerification': people('CS'), 'admission.recordVerificationReply': people('CS'), 'admission.openVerifications': people('CV LD CS BT KT'), 'admission.openCircumstances': people('CV LD CS BT KT'), 'admission.markReadyForCell': people('CS BT'),
  'admission.recordCellVote': people('CS BT'), 'admission.sendUp': people('CS BT'), 'admission.recordSectionAppraisal': people('CS'), 'admission.recordCommitteeVote': people('CS'),
  'admission.sendToDeciding': people('CS'), 'admission.returnCase': people('CV CS'), 'admission.withdrawReturn': people('CV CS'), 'admission.resend': people('CS BT'),
  'admission.submitForDecision': people('CV'), 'admission.extendDecision': people('CV LD CS'), 'admission.recordDecision': people('CV LD CS'), 'admission.recordReceipt': people('CS BT'),
  'admission.recordCeremony': people('CS BT'), 'admission.assignMentor': people('CS BT'), 'admission.recordDossierOpened': people('CS'), 'admission.closeCase': people('CV CS BT'),
  'admission.moveCase': people('CV CS'), 'admission.openConfirmationForProbationer': people('CS BT'), 'admission.recordMentorRemark': people('CS BT'),
  'admission.recordClassCertificate': people('CS BT'), 'admission.recordConfirmationVote': people('CS BT'), 'admission.reportDeadlock': people('CS BT'),
  'admission.recordConfirmationDecision': people('CV LD CS'), 'admission.recordResultReported': people('CS'),

  'statistics.findFigures': organisation('CV LD CS BT KT'), 'statistics.findDashboard': organisation('CV LD CS KT'), 'statistics.listNames': organisation('CV LD CS BT KT'),
  'statistics.findBalance': organisation('CV LD CS BT KT'), 'statistics.listBalancePeople': organisation('CV LD CS BT KT'), 'statistics.findComposition': organisation('CV LD CS BT KT'),
  'counting.countBy': organisation('CV LD CS BT KT'), 'counting.listLines': organisation('CV LD CS BT KT'), 'counting.listCounted': organisation('CV LD CS BT KT'),
  'statistics.findOutlook': organisation('CV LD CS KT'), 'statistics.findQuality': organisation('CV LD CS KT'), 'statistics.listQualityPeople': organisation('CV LD CS KT'),
  'statistics.listCompositionPeople': organisation('CV LD CS BT KT'), 'statistics.findTable': organisation('CV LD CS BT KT'), 'statistics.listTablePeople': organisation('CV LD CS BT KT'),
  'reports.listPeriods': ownPart('CV LD CS KT'), 'reports.openPeriod': organisation('CV'), 'reports.changeDueDay': people('CV'), 'reports.listReports': people('CV LD CS KT'),
  'reports.findReport': organisation('CV LD CS KT'), 'reports.findReportTable': organisation('CV LD CS KT'), 'reports.listReportPeople': organisation('CV LD CS KT'), 'reports.submitReport': organisation('CS'), 'reports.decideReport': people('CV'),
  'reports.compareReports': people('CV LD CS KT'), 'reports.listDifferingPeople': people('CV LD CS KT'), 'reports.exportReport': organisation('CV LD CS KT'),

  'dossiers.listDossiers': organisation('CV LD CS BT KT'), 'dossiers.listDossierFigures': organisation('CV LD CS BT KT'),
  'dossiers.findDossier': people('CV LD CS BT KT'), 'dossiers.openDossier': people('CV CS'), 'dossiers.describeDossier': people('CV CS'), 'dossiers.takeInAdmission': people('CV CS'),
  'dossiers.recordItem': people('CV CS'), 'dossiers.correctItem': people('CV CS'), 'dossiers.markItem': people('CV CS'),
  'dossiers.previewScans': people('CV CS'), 'dossiers.keepScan': people('CV CS'), 'dossiers.moveScan': people('CV CS'), 'dossiers.downloadDossierScan': people('CV CS KT'), 'dossiers.showScanPicture': people('CV CS KT'),
  'dossiers.lend': people('CV CS'), 'dossiers.returnLoan': people('CV CS'), 'dossiers.listLoans': organisation('CV LD CS KT'),
  'dossiers.moveKeeper': organisation('CV CS'), 'dossiers.listHandovers': organisation('CV LD CS KT'), 'dossiers.findHandover': people('CV LD CS KT'),
  'dossiers.startRemaking': people('CV CS'), 'dossiers.confirmRemaking': people('CV CS'), 'dossiers.finishRemaking': people('CV CS'),
  'dossiers.planInspection': organisation('CV CS'), 'dossiers.drawSample': people('CV CS'), 'dossiers.examineDossier': people('CV CS'), 'dossiers.recordFinding': people('CV CS'),
  'reorganisation.listPlans': ownPart('CV LD CS KT'), 'reorganisation.listUnits': organisation('CV LD KT'), 'reorganisation.draftPlan': organisation('CV'),
  'reorganisation.findPlan': people('CV LD CS KT'), 'reorganisation.previewPlan': people('CV LD KT'), 'reorganisation.listMinutes': people('CV LD CS KT'),
  'reorganisation.savePlan': people('CV'), 'reorganisation.decidePlan': people('CV'), 'reorganisation.takeEffect': people('CV'), 'reorganisation.withdrawPlan': people('CV'), 'reorganisation.undoPlan': people('CV'),
  'reorganisation.draftCounterPlan': people('CV'),
  'dossiers.closeInspection': people('CV CS'), 'dossiers.followUp': people('CV CS'), 'dossiers.listInspections': organisation('CV LD CS KT'), 'dossiers.findInspection': people('CV LD CS KT'),
  'dossiers.listFindingsByKind': organisation('CV LD CS KT'),

  'duplicates.listPairs': organisation('CV CS'), 'duplicates.lookForPairs': ownPart('CV CS'), 'duplicates.findLike': ownPart('CV CS BT'),
  'duplicates.pairPeople': people('CV CS'), 'duplicates.findPair': people('CV CS'), 'duplicates.keepApart': people('CV CS'), 'duplicates.joinRecords': people('CV CS'),
  'duplicates.listJoinings': people('CV CS'), 'duplicates.findJoining': people('CV CS'), 'duplicates.partRecords': people('CV CS'),
  'lifecycle.listAwardDays': ownPart('CV LD CS BT KT'), 'lifecycle.listBadgeCandidates': organisation('CV LD CS BT KT'), 'lifecycle.listBadges': organisation('CV LD CS BT KT'),
  'lifecycle.proposeBadges': people('CV CS'), 'lifecycle.withdrawBadge': people('CV CS'), 'lifecycle.decideBadges': organisation('CV'), 'lifecycle.recordEarlierBadge': people('CV CS'), 'lifecycle.revokeBadge': people('CV CS'),
  'lifecycle.listMeasures': organisation('CV LD CS BT KT'), 'lifecycle.findMeasures': people('CV LD CS BT KT DV'), 'lifecycle.openMeasures': people('CV LD CS BT KT DV'), 'lifecycle.recordDiscipline': people('CV CS'),
  'lifecycle.recordComplaint': people('CV CS'), 'lifecycle.reviewDiscipline': people('CV'), 'lifecycle.suspendMember': people('CV CS'), 'lifecycle.extendSuspension': people('CV CS'), 'lifecycle.liftSuspension': people('CV CS'),
  'lifecycle.exemptMember': people('CV CS BT'), 'lifecycle.endExemption': people('CV CS BT'),
  'lifecycle.listEndings': organisation('CV LD CS BT KT'), 'lifecycle.findEndings': people('CV LD CS BT KT'), 'lifecycle.openEndings': people('CV LD CS BT KT'), 'lifecycle.rollForEnding': people('CV LD CS BT KT'), 'lifecycle.openStrikeOff': people('CV CS BT'),
  'lifecycle.openResignation': people('CV CS BT'), 'lifecycle.recordEndingVote': people('CV CS BT'), 'lifecycle.decideEnding': people('CV CS'), 'lifecycle.dropEnding': people('CV CS BT'),
  'lifecycle.recordDeath': people('CV CS BT'), 'lifecycle.complainOfEnding': people('CV CS'), 'lifecycle.reviewEnding': people('CV'),

  'cards.listCards': organisation('CV LD CS BT KT'), 'cards.listCardCandidates': organisation('CV LD CS BT KT'), 'cards.findMemberCards': people('CV LD CS BT KT'), 'cards.listRanges': organisation('CV LD CS KT'),
  'cards.giveRange': organisation('CV'), 'cards.closeRange': people('CV'), 'cards.proposeCards': people('CV CS'), 'cards.dropCard': people('CV CS'), 'cards.decideCards': organisation('CV'),
  'cards.handCardOver': people('CV CS'), 'cards.reportCardLoss': people('CV CS BT'), 'cards.concludeCardLoss': people('CV CS'), 'cards.withdrawCard': people('CV CS'), 'cards.giveCardBack': people('CV CS'),
  'cards.takeOverCards': organisation('CV CS'),

  'lifecycle.findPartyAge': people('CV LD CS BT KT DV'), 'lifecycle.rulePartyAge': people('CV'), 'lifecycle.withdrawRuling': people('CV'),

  'reconciling.openRound': organisation('CV'), 'reconciling.listReconciliations': organisation('CV LD CS BT KT'), 'reconciling.findReconciliation': people('CV LD CS BT KT'), 'reconciling.listLines': people('CV LD CS BT KT'),
  'reconciling.takeList': people('CV CS BT'), 'reconciling.markLine': people('CV CS BT'), 'reconciling.markRest': people('CV CS BT'), 'reconciling.addMissing': people('CV CS BT'), 'reconciling.startReturn': people('CV CS BT'),
  'reconciling.findReturn': people('CV LD CS BT KT'), 'reconciling.takeReturn': people('CV CS BT'), 'reconciling.findDifference': people('CV LD CS BT KT'), 'reconciling.assignDifference': people('CV CS'),
  'reconciling.settleDifferences': people('CV CS'), 'reconciling.decideDifference': people('CV CS'), 'reconciling.findMinutes': people('CV LD CS BT KT'),
  // Asked for the side of the grassroots; that of the superior is tried in the room itself.
  'reconciling.sign': people('CS'), 'reconciling.withdrawSignature': people('CS'),

  'transfers.listTransfers': organisation('CV LD CS BT KT'), 'transfers.findTransfer': people('CV LD CS BT KT'),
  'transfers.listReceivers': ownPart('CV CS BT'), 'transfers.listReturners': ownPart('CV CS'), 'transfers.listAddresses': ownPart('CV CS BT'), 'transfers.addAddress': ownPart('CV CS'),
  'transfers.openTransfer': people('CV CS BT'), 'transfers.openArrival': organisation('CV CS'), 'transfers.sendTransferUp': people('CV CS BT'), 'transfers.issueLetter': people('CV CS'),
  'transfers.handLetterOver': people('CV CS BT'), 'transfers.reportNotCome': people('CV CS BT'), 'transfers.voidLetter': people('CV CS'), 'transfers.recordPresentation': people('CV CS'),
  'transfers.assignCell': people('CV CS'), 'transfers.sendLetterBack': people('CV CS'), 'transfers.acceptMember': people('CV CS BT'), 'transfers.confirmOutside': people('CV CS'),
  'transfers.extendStay': people('CV CS BT'), 'transfers.recordStayEnd': people('CV CS BT'), 'transfers.proposeRemoval': people('CV CS'), 'transfers.recordRemoval': people('CV'),
  'transfers.cancelTransfer': people('CV CS BT'), 'transfers.transferTogether': organisation('CV CS'),

  'dataQuality.findScore': organisation('CV LD CS BT KT'), 'dataQuality.findTrend': organisation('CV LD CS BT KT'), 'dataQuality.listFaults': organisation('CV LD CS BT KT'),
  'dataQuality.setAside': organisation('CV CS BT'), 'dataQuality.liftSetAside': people('CV CS BT'), 'dataQuality.setWeights': ownPart('CV'),

  'conferences.listConferences': organisation('CV LD CS BT KT'), 'conferences.findConference': people('CV LD CS BT KT'), 'conferences.openConference': organisation('CV CS'),
  'conferences.saveReport': people('CV CS'), 'conferences.recordFinding': people('CV CS'), 'conferences.decideSolution': people('CV CS'), 'conferences.concludeConference': people('CV CS'),
  'conferences.listSolutions': organisation('CV LD CS BT KT'), 'conferences.followUpSolution': people('CV CS BT'),

  'search.findAnything': ownPart('CV LD CS BT KT QT'), 'search.findByNumber': ownPart('CV LD CS BT KT'),
}
