import { Refusal, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

const ofQuarter = (quarter: string) => ({ quarter, number: Number(quarter.slice(6)), year: quarter.slice(0, 4) })

export const prospectNotFound = () => new Refusal('notFound', 'sourcesAndTargets.prospectNotFound')
export const personMissing = () => new Refusal('invalid', 'sourcesAndTargets.personMissing')
export const notACell = (organisation: string) => new Refusal('invalid', 'sourcesAndTargets.notACell', { organisation })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.dayNotYet', { on, today })
export const memberCannotBeFollowed = (name: string) => new Refusal('conflict', 'sourcesAndTargets.memberCannotBeFollowed', { name })
export const followedAlready = (name: string, cell: string, since: PlainDate) => new Refusal('conflict', 'sourcesAndTargets.followedAlready', { name, cell, since })
export const followedAtOnce = () => new Refusal('conflict', 'sourcesAndTargets.followedAtOnce')
export const personKnown = (name: string, born: string | null, cell: string, personId: string) => new Refusal('conflict', 'sourcesAndTargets.personKnown', { name, born, cell, personId })
export const personAlike = (people: readonly string[]) => new Refusal('conflict', 'sourcesAndTargets.personAlike', { people: [...people] })
export const closedAlready = (name: string, on: PlainDate) => new Refusal('conflict', 'sourcesAndTargets.closedAlready', { name, on })
export const beforeOpened = (on: PlainDate, openedOn: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.beforeOpened', { on, openedOn })
export const beforeBirth = (on: PlainDate, born: UncertainDate) => new Refusal('invalid', 'sourcesAndTargets.beforeBirth', { on, born })
export const openedAfterWork = (on: PlainDate, workOn: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.openedAfterWork', { on, workOn })
export const openedBeforeFormerEnd = (on: PlainDate, closedOn: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.openedBeforeFormerEnd', { on, closedOn })
export const quarterNotYet = (quarter: string, today: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.quarterNotYet', { ...ofQuarter(quarter), today })
export const quarterBeforeOpened = (quarter: string, openedOn: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.quarterBeforeOpened', { ...ofQuarter(quarter), openedOn })
export const remarkedAlready = (quarter: string, writtenOn: PlainDate, remarkId: string) => new Refusal('conflict', 'sourcesAndTargets.remarkedAlready', { ...ofQuarter(quarter), writtenOn, remarkId })
export const mentorNotFullMember = (name: string, on: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.mentorNotFullMember', { name, on })
export const mentorElsewhere = (name: string, organisation: string) => new Refusal('invalid', 'sourcesAndTargets.mentorElsewhere', { name, organisation })
export const mentorBeforeFormer = (on: PlainDate, former: string, since: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.mentorBeforeFormer', { on, former, since })
export const mentorUnchanged = (name: string) => new Refusal('conflict', 'sourcesAndTargets.mentorUnchanged', { name })
export const certificateKnown = (issuedOn: PlainDate) => new Refusal('conflict', 'sourcesAndTargets.certificateKnown', { issuedOn })
export const nothingDescribed = () => new Refusal('invalid', 'sourcesAndTargets.nothingDescribed')
export const appliedAlready = (on: PlainDate) => new Refusal('conflict', 'sourcesAndTargets.appliedAlready', { on })
export const sameCell = (cell: string) => new Refusal('invalid', 'sourcesAndTargets.sameCell', { cell })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })

export const notDirectlyBelow = (organisation: string, above: string) => new Refusal('invalid', 'sourcesAndTargets.notDirectlyBelow', { organisation, above })
export const organisationTwice = (organisation: string) => new Refusal('invalid', 'sourcesAndTargets.organisationTwice', { organisation })
export const periodUnknown = (organisation: string) => new Refusal('invalid', 'sourcesAndTargets.periodUnknown', { organisation })
export const periodEndsBeforeItBegins = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'sourcesAndTargets.periodEndsBeforeItBegins', { from, until })
export const targetGivenAtOnce = () => new Refusal('conflict', 'sourcesAndTargets.targetGivenAtOnce')

export const partyMembersExceedTotal = (partyMembers: number, total: number) => new Refusal('invalid', 'sourcesAndTargets.partyMembersExceedTotal', { partyMembers, total })
export const reviewedAtOnce = () => new Refusal('conflict', 'sourcesAndTargets.reviewedAtOnce')

/** Constraints of the database that this room has words for; they speak only when two people act at the same moment. */
export const sourcesAndTargetsConstraints = {
  prospect_one_open: followedAtOnce,
  remark_live: () => new Refusal('conflict', 'sourcesAndTargets.remarkedAtOnce'),
  mentor_assignment_no_overlap: () => new Refusal('conflict', 'sourcesAndTargets.mentorAtOnce'),
  target_live: targetGivenAtOnce,
  mass_review_live: reviewedAtOnce,
  mass_review_party: () => new Refusal('invalid', 'sourcesAndTargets.partyMembersExceedTotal', { partyMembers: null, total: null }),
}
