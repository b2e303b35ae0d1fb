import { Refusal, type PlainDate } from '../../kernel/index.ts'
import type { RuleUse } from '../../regulations/index.ts'

export const transferNotFound = () => new Refusal('notFound', 'transfers.transferNotFound')
export const addressNotFound = () => new Refusal('invalid', 'transfers.addressNotFound')
export const receiverNotFound = () => new Refusal('invalid', 'transfers.receiverNotFound')
export const receiverNotGiven = () => new Refusal('invalid', 'transfers.receiverNotGiven')
export const notThisKind = (kind: string) => new Refusal('invalid', 'transfers.notThisKind', { kind })
export const alreadyOpen = (name: string, toName: string) => new Refusal('conflict', 'transfers.alreadyOpen', { name, toName })
export const sameOrganisation = (organisation: string) => new Refusal('againstRule', 'transfers.sameOrganisation', { organisation })
export const otherOrganisation = (organisation: string) => new Refusal('againstRule', 'transfers.otherOrganisation', { organisation })
export const notAtThisStage = (act: string, stage: string) => new Refusal('conflict', 'transfers.notAtThisStage', { act, stage })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'transfers.dayNotYet', { on, today })
export const beforeFormerStep = (on: PlainDate, former: PlainDate) => new Refusal('invalid', 'transfers.beforeFormerStep', { on, former })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const waitsForDiscipline = (name: string, rule: RuleUse) => new Refusal('againstRule', 'transfers.waitsForDiscipline', { name }, rule.citation)
export const notMemberOn = (name: string, on: PlainDate) => new Refusal('conflict', 'transfers.notMemberOn', { name, on })
export const stillMember = (name: string, on: PlainDate) => new Refusal('conflict', 'transfers.stillMember', { name, on })
export const notCompetent = (issuer: string, rule: RuleUse) => new Refusal('againstRule', 'transfers.notCompetent', { issuer }, rule.citation)
export const attachmentsMissing = (missing: readonly string[], rule: RuleUse) => new Refusal('againstRule', 'transfers.attachmentsMissing', { missing: [...missing] }, rule.citation)
export const duesUntilMissing = () => new Refusal('invalid', 'transfers.duesUntilMissing')
export const endNotGiven = () => new Refusal('invalid', 'transfers.endNotGiven')
export const stayTooShort = (months: number, rule: RuleUse) => new Refusal('againstRule', 'transfers.stayTooShort', { months }, rule.citation)
export const stayTooLong = (months: number, rule: RuleUse) => new Refusal('againstRule', 'transfers.stayTooLong', { months }, rule.citation)
export const stayOver = (endsOn: PlainDate) => new Refusal('conflict', 'transfers.stayOver', { endsOn })
export const notBelowReceiver = (cell: string, receiver: string) => new Refusal('invalid', 'transfers.notBelowReceiver', { cell, receiver })
export const cellNotAssigned = () => new Refusal('conflict', 'transfers.cellNotAssigned')
export const tooEarlyForRemoval = (from: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'transfers.tooEarlyForRemoval', { from }, rule.citation)
export const newcomerNotTold = () => new Refusal('invalid', 'transfers.newcomerNotTold')

/** Constraints of the database that two people at once can run into. */
export const transfersConstraints = {
  transfer_one_open: () => new Refusal('conflict', 'transfers.openedAtOnce'),
  letter_number_once: () => new Refusal('conflict', 'transfers.numberUsed'),
  address_once: () => new Refusal('conflict', 'transfers.addressKnown'),
}
