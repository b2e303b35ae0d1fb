import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const dossierNotFound = () => new Refusal('notFound', 'dossiers.dossierNotFound')
export const dossierNotOpened = (name: string) => new Refusal('conflict', 'dossiers.dossierNotOpened', { name })
export const alreadyOpened = (name: string) => new Refusal('conflict', 'dossiers.alreadyOpened', { name })
export const itemNotFound = () => new Refusal('notFound', 'dossiers.itemNotFound')
export const documentTypeUnknown = (documentType: string) => new Refusal('invalid', 'dossiers.documentTypeUnknown', { documentType })
export const onlyOneOfKind = (title: string) => new Refusal('conflict', 'dossiers.onlyOneOfKind', { title })
export const absenceNeedsDecision = (title: string) => new Refusal('invalid', 'dossiers.absenceNeedsDecision', { title })
export const dayNotYet = (on: PlainDate | string, today: PlainDate) => new Refusal('invalid', 'dossiers.dayNotYet', { on, today })
export const daysOutOfOrder = (first: PlainDate, second: PlainDate) => new Refusal('invalid', 'dossiers.daysOutOfOrder', { first, second })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const scanEmpty = (fileName: string) => new Refusal('invalid', 'dossiers.scanEmpty', { fileName })
export const scanKindUnknown = (fileName: string) => new Refusal('invalid', 'dossiers.scanKindUnknown', { fileName })
export const scanTooLarge = (megabytes: number, limit: number) => new Refusal('tooLarge', 'dossiers.scanTooLarge', { megabytes, limit })
export const scanNotFound = () => new Refusal('notFound', 'dossiers.scanNotFound')
export const loanNotFound = () => new Refusal('notFound', 'dossiers.loanNotFound')
export const alreadyLent = (borrower: string, dueOn: PlainDate) => new Refusal('conflict', 'dossiers.alreadyLent', { borrower, dueOn })
export const alreadyReturned = (on: PlainDate) => new Refusal('conflict', 'dossiers.alreadyReturned', { on })
export const nothingToHandOver = (keeper: string) => new Refusal('conflict', 'dossiers.nothingToHandOver', { keeper })
export const lentDossiers = (names: readonly string[]) => new Refusal('conflict', 'dossiers.lentDossiers', { names: [...names] })
export const sameKeeper = (keeper: string) => new Refusal('invalid', 'dossiers.sameKeeper', { keeper })
export const receiverNotGiven = () => new Refusal('invalid', 'dossiers.receiverNotGiven')
export const handoverNotFound = () => new Refusal('notFound', 'dossiers.handoverNotFound')
export const remakingNotFound = () => new Refusal('notFound', 'dossiers.remakingNotFound')
export const remakingRuns = (statedOn: PlainDate) => new Refusal('conflict', 'dossiers.remakingRuns', { statedOn })
export const notAtThisStep = (step: string) => new Refusal('conflict', 'dossiers.notAtThisStep', { step })
export const paperNotLost = (title: string) => new Refusal('conflict', 'dossiers.paperNotLost', { title })
export const inspectionNotFound = () => new Refusal('notFound', 'dossiers.inspectionNotFound')
export const notOwnInspection = (committee: string) => new Refusal('notAllowed', 'dossiers.notOwnInspection', { committee })
export const inspectionClosed = (on: PlainDate) => new Refusal('conflict', 'dossiers.inspectionClosed', { on })
export const sampleDrawn = () => new Refusal('conflict', 'dossiers.sampleDrawn')
export const sampleEmpty = () => new Refusal('conflict', 'dossiers.sampleEmpty')
export const sampleSizeNeeded = () => new Refusal('invalid', 'dossiers.sampleSizeNeeded')
export const peopleNotChosen = () => new Refusal('invalid', 'dossiers.peopleNotChosen')
export const notInSample = (name: string) => new Refusal('conflict', 'dossiers.notInSample', { name })
export const notExamined = (count: number) => new Refusal('conflict', 'dossiers.notExamined', { count })
export const findingNotFound = () => new Refusal('notFound', 'dossiers.findingNotFound')
export const findingMended = (on: PlainDate) => new Refusal('conflict', 'dossiers.findingMended', { on })

/** Constraints of the database that two people at once can run into. */
export const dossiersConstraints = {
  dossier_one_a_person: () => new Refusal('conflict', 'dossiers.openedAtOnce'),
  item_live: () => new Refusal('conflict', 'dossiers.changedAtOnce'),
  item_order: () => new Refusal('conflict', 'dossiers.changedAtOnce'),
  item_source: () => new Refusal('conflict', 'dossiers.changedAtOnce'),
  scan_once: () => new Refusal('conflict', 'dossiers.changedAtOnce'),
  loan_one_at_once: () => new Refusal('conflict', 'dossiers.lentAtOnce'),
}
