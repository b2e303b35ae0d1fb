/** Kinds of work with a date, in the order in which lists and counts show them. */
export const dueKinds = [
  'confirmation', 'admissionDecision', 'resolutionToSendUp', 'backgroundCheck', 'admissionCeremony', 'returnedFile',
  'documentsMissing', 'dossierOpening', 'certificateExpiring', 'prospectRemark', 'committeeTerm',
  'dossierLoan', 'dossierFinding', 'sheetProposal', 'supplement', 'supplementTakeIn', 'badgeList', 'suspensionEnd', 'endingStep', 'cardList', 'cardHanding', 'cardLoss', 'cardReturn', 'transferLetter', 'transferArrival', 'temporaryStay', 'awayExcuse', 'reorganisation', 'report', 'solution', 'reconciling',
] as const
export type DueKind = (typeof dueKinds)[number]

/** Who must act next. */
export const dueOwners = ['cell', 'grassrootsCommittee', 'sectionCommittee', 'decidingOffice', 'standingBoard', 'candidate', 'politicalCentre', 'member', 'outsideOrganisation'] as const
export type DueOwner = (typeof dueOwners)[number]

/** Late from the day after the limit: on its last day a thing is still in time. */
export const dueGroups = ['late', 'today', 'soon'] as const
export type DueGroup = (typeof dueGroups)[number]
