import { Refusal, type PlainDate } from '../../kernel/index.ts'
import { describeValue, findRule, type RuleUse } from '../../regulations/index.ts'

/** A rule in the words of a refusal. */
export const ruleInWords = (rule: RuleUse): string => describeValue(findRule(rule.key)!, rule.value)

export const notAnAwardDay = (awardOn: PlainDate, next: PlainDate) => new Refusal('invalid', 'lifecycle.notAnAwardDay', { awardOn, next })
export const noSuchBadge = (years: number, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.noSuchBadge', { years, known: ruleInWords(rule) }, rule.citation)
export const partyAgeUnknown = (name: string) => new Refusal('conflict', 'lifecycle.partyAgeUnknown', { name })
export const notReached = (name: string, years: number, reachedOn: PlainDate, awardOn: PlainDate, rule: RuleUse) =>
  new Refusal('againstRule', 'lifecycle.notReached', { name, years, reachedOn, awardOn, rule: ruleInWords(rule) }, rule.citation)
export const underDiscipline = (name: string, awardOn: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.underDiscipline', { name, awardOn }, rule.citation)
export const illnessNeedsReason = (name: string) => new Refusal('invalid', 'lifecycle.illnessNeedsReason', { name })
export const alreadyHeld = (name: string, years: number, awardOn: PlainDate) => new Refusal('conflict', 'lifecycle.alreadyHeld', { name, years, awardOn })
export const noLongerMember = (name: string) => new Refusal('conflict', 'lifecycle.noLongerMember', { name })
export const badgeNotFound = () => new Refusal('notFound', 'lifecycle.badgeNotFound')
export const notProposed = () => new Refusal('conflict', 'lifecycle.notProposed')
export const notAwarded = () => new Refusal('conflict', 'lifecycle.notAwarded')
export const nothingProposed = (awardOn: PlainDate) => new Refusal('conflict', 'lifecycle.nothingProposed', { awardOn })
export const reachedNoMore = (names: readonly string[]) => new Refusal('conflict', 'lifecycle.reachedNoMore', { names: [...names] })
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'lifecycle.dayNotYet', { on, today })
export const daysOutOfOrder = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'lifecycle.daysOutOfOrder', { from, until })
export const onlyInterruptionsEnd = () => new Refusal('invalid', 'lifecycle.onlyInterruptionsEnd')
export const neverMember = (name: string) => new Refusal('conflict', 'lifecycle.neverMember', { name })
export const outsideMembership = (name: string, on: PlainDate) => new Refusal('conflict', 'lifecycle.outsideMembership', { name, on })
export const ruledAlready = (name: string, decisionNumber: string) => new Refusal('conflict', 'lifecycle.ruledAlready', { name, decisionNumber })
export const rulingNotFound = () => new Refusal('notFound', 'lifecycle.rulingNotFound')
export const measureNotForMember = (name: string, measure: string, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.measureNotForMember', { name, measure, allowed: ruleInWords(rule) }, rule.citation)
export const measureNotForCell = (measure: string, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.measureNotForCell', { measure, allowed: ruleInWords(rule) }, rule.citation)
export const noPostNamed = (name: string) => new Refusal('invalid', 'lifecycle.noPostNamed', { name })
export const postsOnlyWithRemoval = () => new Refusal('invalid', 'lifecycle.postsOnlyWithRemoval')
export const decisionRecorded = (name: string, decisionNumber: string) => new Refusal('conflict', 'lifecycle.decisionRecorded', { name, decisionNumber })
export const measureNotFound = () => new Refusal('notFound', 'lifecycle.measureNotFound')
export const disciplineAnnulled = (decisionNumber: string) => new Refusal('conflict', 'lifecycle.disciplineAnnulled', { decisionNumber })
export const complaintTooLate = (on: PlainDate, dueOn: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.complaintTooLate', { on, dueOn, days: ruleInWords(rule) }, rule.citation)
export const complainedAlready = (on: PlainDate) => new Refusal('conflict', 'lifecycle.complainedAlready', { on })
export const noComplaint = () => new Refusal('conflict', 'lifecycle.noComplaint')
export const otherStatus = (name: string, status: string, on: PlainDate) => new Refusal('conflict', 'lifecycle.otherStatus', { name, status, on })
export const lastDayMissing = (latest: PlainDate) => new Refusal('invalid', 'lifecycle.lastDayMissing', { latest })
export const suspensionTooLong = (lastDay: PlainDate, latest: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.suspensionTooLong', { lastDay, latest, rule: ruleInWords(rule) }, rule.citation)
export const noTermToExtend = () => new Refusal('conflict', 'lifecycle.noTermToExtend')
export const measureEnded = (on: PlainDate) => new Refusal('conflict', 'lifecycle.measureEnded', { on })
export const groundNotAllowed = (ground: string, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.groundNotAllowed', { ground, allowed: ruleInWords(rule) }, rule.citation)
export const endingNotFound = () => new Refusal('notFound', 'lifecycle.endingNotFound')
export const endingOpen = (name: string, since: PlainDate) => new Refusal('conflict', 'lifecycle.endingOpen', { name, since })
export const probationaryByFile = (name: string) => new Refusal('conflict', 'lifecycle.probationaryByFile', { name })
export const neverMemberOn = (name: string, on: PlainDate) => new Refusal('conflict', 'lifecycle.neverMemberOn', { name, on })
export const groundNotKnown = (ground: string, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.groundNotKnown', { ground, allowed: ruleInWords(rule) }, rule.citation)
export const sinceMissing = () => new Refusal('invalid', 'lifecycle.sinceMissing')
export const groundTooShort = (name: string, since: PlainDate, from: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'lifecycle.groundTooShort', { name, since, from, rule: ruleInWords(rule) }, rule.citation)
export const notAtThisStage = (act: string, stage: string) => new Refusal('conflict', 'lifecycle.notAtThisStage', { act, stage })
export const beforeFormerStep = (on: PlainDate, former: PlainDate) => new Refusal('invalid', 'lifecycle.beforeFormerStep', { on, former })
export const noCommittee = (organisation: string, on: PlainDate) => new Refusal('conflict', 'lifecycle.noCommittee', { organisation, on })
export const notCompetent = (organisation: string) => new Refusal('conflict', 'lifecycle.notCompetent', { organisation })
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })

/** Constraints of the database that two people at once can run into. */
export const lifecycleConstraints = {
  badge_once: () => new Refusal('conflict', 'lifecycle.heldAtOnce'),
  discipline_once: () => new Refusal('conflict', 'lifecycle.measureAtOnce'),
  suspension_one_at_a_time: () => new Refusal('conflict', 'lifecycle.measureAtOnce'),
  exemption_one_at_a_time: () => new Refusal('conflict', 'lifecycle.measureAtOnce'),
  ending_one_open: () => new Refusal('conflict', 'lifecycle.measureAtOnce'),
  party_age_no_overlap: () => new Refusal('conflict', 'lifecycle.ruledAtOnce'),
}
