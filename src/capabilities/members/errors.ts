import { Refusal, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

export const personNotFound = () => new Refusal('notFound', 'members.personNotFound')
export const notACell = (organisation: string) => new Refusal('invalid', 'members.notACell', { organisation })
export const twoCellsSameDay = (on: PlainDate, cell: string) => new Refusal('conflict', 'members.twoCellsSameDay', { on, cell })
export const alreadyMember = (name: string, since: PlainDate | UncertainDate | null) => new Refusal('conflict', 'members.alreadyMember', { name, since })
export const notMemberOn = (name: string, on: PlainDate) => new Refusal('conflict', 'members.notMemberOn', { name, on })
export const notProbationaryOn = (name: string, on: PlainDate) => new Refusal('conflict', 'members.notProbationaryOn', { name, on })
export const ceremonyBeforeDecision = (ceremonyOn: PlainDate, decidedOn: PlainDate) =>
  new Refusal('invalid', 'members.ceremonyBeforeDecision', { ceremonyOn, decidedOn })
export const bornTooLongAgo = (born: UncertainDate, years: number) => new Refusal('invalid', 'members.bornTooLongAgo', { born, years })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'members.dayNotYet', { on, today })
export const confirmedBeforeAdmitted = (confirmedOn: PlainDate | UncertainDate, admittedOn: PlainDate | UncertainDate) =>
  new Refusal('invalid', 'members.confirmedBeforeAdmitted', { confirmedOn, admittedOn })
export const bornAfter = (bornOn: string, admittedOn: string) => new Refusal('invalid', 'members.bornAfterAdmission', { bornOn, admittedOn })
export const sameCell = (name: string, cell: string) => new Refusal('conflict', 'members.sameCell', { name, cell })
export const otherOrganisation = (cell: string, organisation: string) => new Refusal('againstRule', 'members.otherOrganisation', { cell, organisation })
export const laterFacts = (name: string, on: PlainDate, later: PlainDate) => new Refusal('conflict', 'members.laterFacts', { name, on, later })
export const alreadyAway = (name: string, since: PlainDate) => new Refusal('conflict', 'members.alreadyAway', { name, since })
export const notAway = (name: string, on: PlainDate) => new Refusal('conflict', 'members.notAway', { name, on })
export const endsBeforeItBegins = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'members.endsBeforeItBegins', { from, until })
export const positionUnknown = (position: string) => new Refusal('invalid', 'members.positionUnknown', { position })
export const positionDoesNotFit = (position: string, organisation: string) => new Refusal('invalid', 'members.positionDoesNotFit', { position, organisation })
export const postTaken = (position: string, organisation: string, holder: string) => new Refusal('conflict', 'members.postTaken', { position, organisation, holder })
export const diedOn = (name: string, on: PlainDate) => new Refusal('conflict', 'members.diedOn', { name, on })
export const memberAgain = (name: string, endedOn: PlainDate) => new Refusal('conflict', 'members.memberAgain', { name, endedOn })
export const notEnded = (name: string, endedOn: PlainDate) => new Refusal('conflict', 'members.notEnded', { name, endedOn })
export const cellGone = (name: string, cell: string) => new Refusal('conflict', 'members.cellGone', { name, cell })
export const cardNumberTaken = (number: string) => new Refusal('conflict', 'members.cardNumberTaken', { number })
export const postNotFound = () => new Refusal('notFound', 'members.postNotFound')
export const ownRecordMissing = () => new Refusal('notFound', 'members.ownRecordMissing')

/** Constraints of the database that this room has words for; they speak only when two people act at the same moment. */
export const membersConstraints = {
  placement_one_cell_a_day: () => new Refusal('conflict', 'members.twoCellsAtOnce'),
  status_no_overlap: () => new Refusal('conflict', 'members.twoStatusesAtOnce'),
  post_no_overlap: () => new Refusal('conflict', 'members.postHeldAlready'),
  card_number_no_overlap: () => new Refusal('conflict', 'members.cardNumberAtOnce'),
  membership_live: () => new Refusal('conflict', 'members.alreadyMemberAtOnce'),
  membership_ceremony_after_decision: () => new Refusal('invalid', 'members.ceremonyBeforeDecisionAtOnce'),
}
