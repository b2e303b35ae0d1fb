import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const reconciliationNotFound = () => new Refusal('notFound', 'reconciling.reconciliationNotFound')
export const differenceNotFound = () => new Refusal('notFound', 'reconciling.differenceNotFound')
export const returnNotFound = () => new Refusal('notFound', 'reconciling.returnNotFound')
export const lineNotFound = () => new Refusal('notFound', 'reconciling.lineNotFound')
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'reconciling.dayNotYet', { on, today })
export const dueBeforeToday = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'reconciling.dueBeforeToday', { on, today })
export const noGrassroots = () => new Refusal('invalid', 'reconciling.noGrassroots')
export const openedAlready = (names: readonly string[], asOf: PlainDate) => new Refusal('conflict', 'reconciling.openedAlready', { names: [...names], asOf })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const signedAlready = () => new Refusal('conflict', 'reconciling.signedAlready')
export const fileUnreadable = (message: string) => new Refusal('invalid', 'reconciling.fileUnreadable', { message })
export const nobodyFound = (organisation: string) => new Refusal('invalid', 'reconciling.nobodyFound', { organisation })
export const takenAlready = () => new Refusal('conflict', 'reconciling.takenAlready')
export const reasonMissing = () => new Refusal('invalid', 'reconciling.reasonMissing')
export const decidedAlready = () => new Refusal('conflict', 'reconciling.decidedAlready')
export const nothingSettled = () => new Refusal('conflict', 'reconciling.nothingSettled')
export const linesUnmarked = (count: number) => new Refusal('conflict', 'reconciling.linesUnmarked', { count })
export const differencesOpen = (names: readonly string[], count: number) => new Refusal('conflict', 'reconciling.differencesOpen', { names: [...names], count })
export const numberMoved = (seen: number, number: number) => new Refusal('conflict', 'reconciling.numberMoved', { seen, number })
export const notSignedBelow = () => new Refusal('conflict', 'reconciling.notSignedBelow')
export const listMoved = (names: readonly string[]) => new Refusal('conflict', 'reconciling.listMoved', { names: [...names] })
export const knownAlready = (name: string) => new Refusal('conflict', 'reconciling.knownAlready', { name })
export const cellElsewhere = (organisation: string) => new Refusal('invalid', 'reconciling.cellElsewhere', { organisation })
export const whatIsWrong = () => new Refusal('invalid', 'reconciling.whatIsWrong')

/** Constraints of the database that two people at once can run into. */
export const reconcilingConstraints = {
  reconciliation_once: () => new Refusal('conflict', 'reconciling.openedAtOnce'),
  statement_of_person: () => new Refusal('conflict', 'reconciling.markedAtOnce'),
  statement_of_line: () => new Refusal('conflict', 'reconciling.markedAtOnce'),
  return_file_once: () => new Refusal('conflict', 'reconciling.markedAtOnce'),
  signature_one: () => new Refusal('conflict', 'reconciling.signedAlready'),
}
