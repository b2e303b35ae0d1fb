import { Refusal, type Citation, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

type Cited = { readonly citation: Citation }
const against = (code: string, facts: Refusal['facts'], rule?: Cited) => new Refusal('againstRule', code, facts, rule?.citation)

export const caseNotFound = () => new Refusal('notFound', 'admission.caseNotFound')
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })

// Opening
export const secondOpenFile = (name: string) => new Refusal('conflict', 'admission.secondOpenFile', { name })
export const alreadyMember = (name: string) => new Refusal('conflict', 'admission.alreadyMember', { name })
export const neverAMember = (name: string) => new Refusal('conflict', 'admission.neverAMember', { name })
export const wasAMember = (name: string) => new Refusal('conflict', 'admission.wasAMember', { name })
export const personKnown = (name: string, born: string | null, cell: string | null, personId: string) => new Refusal('conflict', 'admission.personKnown', { name, born, cell, personId })
export const openedBeforeBirth = (on: PlainDate, born: UncertainDate) => new Refusal('invalid', 'admission.openedBeforeBirth', { on, born })
export const personNotChosen = () => new Refusal('invalid', 'admission.personNotChosen')
export const cellNotGiven = () => new Refusal('invalid', 'admission.cellNotGiven')
export const notACell = (organisation: string) => new Refusal('invalid', 'admission.notACell', { organisation })
export const noSuperior = (cell: string, on: PlainDate) => new Refusal('conflict', 'admission.noSuperior', { cell, on })

export const introducerNotFound = () => new Refusal('notFound', 'admission.introducerNotFound')

// Order of steps and days
export const actOfOtherRole = (act: string) => new Refusal('notAllowed', 'admission.actOfOtherRole', { act })
export const notAtThisStage = (act: string, stage: string) => new Refusal('conflict', 'admission.notAtThisStage', { act, stage })
export const fileIsReturned = (holder: string) => new Refusal('conflict', 'admission.fileIsReturned', { holder })
export const fileElsewhere = (holder: string) => new Refusal('conflict', 'admission.fileElsewhere', { holder })
export const notReturned = () => new Refusal('conflict', 'admission.notReturned')
export const alreadyDone = (act: string, on: PlainDate) => new Refusal('conflict', 'admission.alreadyDone', { act, on })
export const notYetSentUp = (cell: string) => new Refusal('conflict', 'admission.notYetSentUp', { cell })
export const noCommittee = (grassroots: string) => new Refusal('conflict', 'admission.noCommittee', { grassroots })
export const committeeDecidesItself = (grassroots: string) => new Refusal('conflict', 'admission.committeeDecidesItself', { grassroots })
export const appraisalMissing = (section: string) => new Refusal('conflict', 'admission.appraisalMissing', { section })
export const noSection = (cell: string) => new Refusal('conflict', 'admission.noSection', { cell })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'admission.dayNotYet', { on, today })
export const dayBeforeRules = (on: PlainDate, first: PlainDate) => new Refusal('invalid', 'admission.dayBeforeRules', { on, first })
export const beforeFormerStep = (on: PlainDate, former: string, formerOn: PlainDate) => new Refusal('conflict', 'admission.beforeFormerStep', { on, former, formerOn })

// Papers
/** A paper without the mark of a form is known by its title alone. */
const paperFacts = (title: string, form: string) => ({ title, form, paper: form === title ? title : `${form} – ${title}` })
export const factBeforeBirth = (on: PlainDate, born: UncertainDate) => new Refusal('invalid', 'admission.factBeforeBirth', { on, born })
export const paperBeforeBirth = (datedOn: PlainDate, born: UncertainDate) => new Refusal('invalid', 'admission.paperBeforeBirth', { datedOn, born })
export const receivedBeforeSigned = (receivedOn: PlainDate, datedOn: PlainDate) => new Refusal('invalid', 'admission.receivedBeforeSigned', { receivedOn, datedOn })
export const documentTypeUnknown = (code: string) => new Refusal('invalid', 'admission.documentTypeUnknown', { code })
export const documentNotFound = () => new Refusal('notFound', 'admission.documentNotFound')
export const documentTooMany = (title: string) => new Refusal('conflict', 'admission.documentTooMany', { title })
export const faultMissing = () => new Refusal('invalid', 'admission.faultMissing')
export const scanNotFound = () => new Refusal('notFound', 'admission.scanNotFound')
export const scanKindUnknown = (fileName: string) => new Refusal('invalid', 'admission.scanKindUnknown', { fileName })
export const scanTooLarge = (megabytes: number, limit: number) => new Refusal('tooLarge', 'admission.scanTooLarge', { megabytes, limit })
export const scanEmpty = (fileName: string) => new Refusal('invalid', 'admission.scanEmpty', { fileName })
export const documentMissing = (title: string, form: string, rule?: Cited) => against('admission.documentMissing', paperFacts(title, form), rule)
export const documentUndecided = (title: string, form: string, missing: readonly string[], rule?: Cited) => against('admission.documentUndecided', { ...paperFacts(title, form), missing }, rule)
export const documentNeedsWork = (title: string, form: string, remark: string, rule?: Cited) => against('admission.documentNeedsWork', { ...paperFacts(title, form), remark }, rule)
export const documentNotChecked = (title: string, form: string) => new Refusal('conflict', 'admission.documentNotChecked', paperFacts(title, form))
export const paperStale = (facts: { title: string; form: string; datedOn: PlainDate; on: PlainDate; months: number; limit: number }, rule?: Cited) => against('admission.paperStale', { ...facts, ...paperFacts(facts.title, facts.form) }, rule)
export const paperAfterDay = (facts: { title: string; form: string; datedOn: PlainDate; on: PlainDate }) => new Refusal('conflict', 'admission.paperAfterDay', { ...facts, ...paperFacts(facts.title, facts.form) })

// Verification
export const verificationNotFound = () => new Refusal('notFound', 'admission.verificationNotFound')
export const verificationAnswered = (place: string, on: PlainDate) => new Refusal('conflict', 'admission.verificationAnswered', { place, on })
export const verificationNotAsked = (rule?: Cited) => against('admission.verificationNotAsked', {}, rule)
export const verificationAwaited = (place: string, askedOn: PlainDate, rule?: Cited) => against('admission.verificationAwaited', { place, askedOn }, rule)

// Conditions
export const notOldEnough = (facts: { years: number; months: number; on: PlainDate; from: PlainDate }, rule?: Cited) => against('admission.notOldEnough', facts, rule)
export const tooOld = (facts: { years: number; months: number; on: PlainDate; limit: number }, rule?: Cited) => against('admission.tooOld', facts, rule)
export const certificateMissing = (rule?: Cited) => against('admission.certificateMissing', {}, rule)
export const certificateNotYet = (issuedOn: PlainDate, on: PlainDate, rule?: Cited) => against('admission.certificateNotYet', { issuedOn, on }, rule)
export const certificateExpired = (issuedOn: PlainDate, validUntil: PlainDate, on: PlainDate, months: number, rule?: Cited) =>
  against('admission.certificateExpired', { issuedOn, validUntil, on, months }, rule)
export const tooFewSponsors = (needed: number, counted: number, rule?: Cited) => against('admission.tooFewSponsors', { needed, counted }, rule)
export const sponsorNotFull = (sponsor: string, rule?: Cited) => against('admission.sponsorNotFull', { sponsor }, rule)
export const sponsorDoesNotFit = (sponsor: string, faults: readonly string[], rule?: Cited) => against('admission.sponsorDoesNotFit', { sponsor, faults }, rule)
export const conditionNotMet = (condition: string, missing: readonly string[], rule?: Cited) => against('admission.conditionNotMet', { condition, missing }, rule)
/** Says only that something covered stands in the way: naming it would tell it. */
export const coveredNotMet = () => against('admission.coveredNotMet', {})
export const conditionUnknown = (condition: string, missing: readonly string[], rule?: Cited) => against('admission.conditionUnknown', { condition, missing }, rule)

// Votes
export const rollTooSmall = (full: number, needed: number, rule?: Cited) => against('admission.rollTooSmall', { full, needed }, rule)
export const tallyExceedsPresent = (cast: number, present: number, citation?: Citation) => against('admission.tallyExceedsPresent', { cast, present }, citation && { citation })
export const presentExceedsDenominator = (present: number, denominator: number, citation?: Citation) =>
  against('admission.presentExceedsDenominator', { present, denominator }, citation && { citation })
export const nobodyPresent = () => new Refusal('invalid', 'admission.nobodyPresent')
export const notExempt = () => new Refusal('invalid', 'admission.notExempt')
export const noCommitteeOn = (organisation: string, on: PlainDate) => new Refusal('conflict', 'admission.noCommitteeOn', { organisation, on })
export const questionDoesNotFit = (carried: string) => new Refusal('conflict', 'admission.questionDoesNotFit', { carried })

// Returns
export const noReturnReason = () => new Refusal('invalid', 'admission.noReturnReason')
export const reasonNamesNothing = (what: string) => new Refusal('invalid', 'admission.reasonNamesNothing', { what })
export const returnGoesNowhere = (holder: string) => new Refusal('conflict', 'admission.returnGoesNowhere', { holder })
export const returnDueTooEarly = (dueOn: PlainDate, on: PlainDate) => new Refusal('invalid', 'admission.returnDueTooEarly', { dueOn, on })
export const returnReasonOpen = (what: string, title: string) => new Refusal('conflict', 'admission.returnReasonOpen', { what, title })
export const returnAlreadyWorkedOn = () => new Refusal('conflict', 'admission.returnAlreadyWorkedOn')

// Decision
export const decisionTooEarly = (voter: string, rule?: Cited) => against('admission.decisionTooEarly', { voter }, rule)
export const decisionBeforeVote = (decidedOn: PlainDate, votedOn: PlainDate, voter: string, rule?: Cited) => against('admission.decisionBeforeVote', { decidedOn, votedOn, voter }, rule)
export const notSubmitted = () => new Refusal('conflict', 'admission.notSubmitted')
export const notCompetent = (deciding: string, on: PlainDate, rule: Cited) => new Refusal('notAllowed', 'admission.notCompetent', { deciding, on }, rule.citation)
export const decisionNumberUsed = (facts: { number: string; organisation: string; usedOn: PlainDate; name: string }) => new Refusal('conflict', 'admission.decisionNumberUsed', facts)
export const declineReasonMissing = () => new Refusal('invalid', 'admission.declineReasonMissing')
export const boardVoteLost = (inFavour: number, denominator: number, required: number, rule?: Cited) => against('admission.boardVoteLost', { inFavour, denominator, required }, rule)
export const extensionTooLong = (asked: number, left: number, limit: number, rule?: Cited) => against('admission.extensionTooLong', { asked, left, limit }, rule)

// Ceremony
export const receiptBeforeDecision = (receivedOn: PlainDate, decidedOn: PlainDate) => new Refusal('invalid', 'admission.receiptBeforeDecision', { receivedOn, decidedOn })
export const ceremonyBeforeDecision = (heldOn: PlainDate, decidedOn: PlainDate) => new Refusal('invalid', 'admission.ceremonyBeforeDecision', { heldOn, decidedOn })
export const ceremonyLateNoConsent = (facts: { heldOn: PlainDate; dueOn: PlainDate; startsOn: PlainDate; days: number }, rule?: Cited) => against('admission.ceremonyLateNoConsent', facts, rule)
export const consentAfterCeremony = (issuedOn: PlainDate, heldOn: PlainDate) => new Refusal('invalid', 'admission.consentAfterCeremony', { issuedOn, heldOn })
export const mentorNotFull = (name: string) => against('admission.mentorNotFull', { name })
export const mentorMissing = () => new Refusal('conflict', 'admission.mentorMissing')

// Moving and closing
export const letterAfterMove = (letterDatedOn: PlainDate, movedOn: PlainDate) => new Refusal('invalid', 'admission.letterAfterMove', { letterDatedOn, movedOn })
export const sameCell = () => new Refusal('invalid', 'admission.sameCell')
export const fileFollowsMember = (name: string, cell: string) => new Refusal('conflict', 'admission.fileFollowsMember', { name, cell })
export const memberNotInCell = (name: string, cell: string, on: PlainDate) => new Refusal('conflict', 'admission.memberNotInCell', { name, cell, on })
export const closeReasonDoesNotFit = (reason: string, stage: string) => new Refusal('invalid', 'admission.closeReasonDoesNotFit', { reason, stage })

// Confirmation
export const notProbationary = (name: string) => new Refusal('conflict', 'recognition.notProbationary', { name })
export const ceremonyKnownOtherwise = (ceremonyOn: PlainDate, known: PlainDate) => new Refusal('conflict', 'recognition.ceremonyKnownOtherwise', { ceremonyOn, known })
export const confirmedOnNotEndOfProbation = (facts: { given: PlainDate; until: PlainDate; ceremonyOn: PlainDate }, rule?: Cited) => against('recognition.confirmedOnNotEndOfProbation', facts, rule)
export const probationNotOver = (heldOn: PlainDate, until: PlainDate, rule?: Cited) => against('recognition.probationNotOver', { heldOn, until }, rule)
export const classCertificateMissing = (rule?: Cited) => against('recognition.classCertificateMissing', {}, rule)
export const remarkBeforeProbation = (writtenOn: PlainDate, from: PlainDate) => new Refusal('invalid', 'recognition.remarkBeforeProbation', { writtenOn, from })
export const outcomeNotVoted = (carried: string) => new Refusal('conflict', 'recognition.outcomeNotVoted', { carried })
export const latenessReasonMissing = (days: number) => new Refusal('invalid', 'recognition.latenessReasonMissing', { days })

/** Constraints of the database that this room has words for; they speak only when two people act at the same moment. */
export const admissionConstraints = {
  case_one_open: () => new Refusal('conflict', 'admission.secondOpenFileAtOnce'),
  case_decision_number: () => new Refusal('conflict', 'admission.decisionNumberUsedAtOnce'),
  case_ceremony_after_decision: () => new Refusal('invalid', 'admission.ceremonyBeforeDecisionAtOnce'),
  vote_order: () => new Refusal('conflict', 'admission.voteRecordedAtOnce'),
}
