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

/** Roles that can be given work, as offices: whoever holds the role at the nearest place above the thing. */
export const assigneeRoles = ['cellSecretary', 'grassrootsOfficer', 'superiorOfficer', 'leader'] as const
export type AssigneeRole = (typeof assigneeRoles)[number]

/** How an assignment ended: two answers of the receiver, and one of who gave it. */
export const assignmentOutcomes = ['done', 'givenBack', 'withdrawn'] as const
export type AssignmentOutcome = (typeof assignmentOutcomes)[number]

/** Late from the day after the limit: on its last day a thing is still in time. */
export const dueGroups = ['late', 'today', 'soon'] as const
export type DueGroup = (typeof dueGroups)[number]
