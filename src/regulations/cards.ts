import { addDays, addMonths, dayOf, laterOf, partsOf, type PlainDate } from '../kernel/index.ts'
import { again, dated, since, type DatedRule, type Override, type RuleUse } from './dated.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, aStructure, someOf, yesNo } from './shapes.ts'

/** Why a card is made anew: damaged, wrong facts on it, a campaign for everybody, or the former one was lost. */
export const cardCauses = ['damaged', 'wrongFacts', 'campaign', 'lost'] as const
export type CardCause = (typeof cardCauses)[number]

/** Causes for which the new card bears the number of the former one. Picked by the day of the decision. */
export const cardKeepsNumber: DatedRule<readonly CardCause[]> = dated('cards.keepsNumber', { pickedBy: 'cardIssue', shape: someOf(...cardCauses) },
  [since('P2011', ['damaged', 'wrongFacts', 'lost'] as readonly CardCause[], 'memory')])

/** Whether only full members are given a card. Picked by the day of the proposal. */
export const cardsForFullMembersOnly = dated('cards.fullMembersOnly', { pickedBy: 'proposal', shape: yesNo }, [since('P2011', true, 'secondary', 'Điều 6', 'DL-2011')])

/** The days of a year on which cards are usually given, as MM-DD, first to last. Picked by the day looked at. */
export const cardIssueDays: DatedRule<readonly string[]> = dated('cards.issueDays', { pickedBy: 'asOf', shape: aStructure }, [since('P2011', ['02-03', '05-19', '09-02', '11-07'], 'memory')])

/** Days before a day of issue by which the list of who is to be given a card is made; the product's own. Picked by the day looked at. */
export const cardListDaysBefore = dated('cards.listDaysBefore', { unit: 'days', pickedBy: 'asOf', shape: aNumber }, again(30, { P2011: 'inferred' }))

/** Days after the decision by which a card is handed over; the product's own. Counted from, and picked by, the day of the decision. */
export const cardHandingDays = dated('cards.handingDays', { unit: 'days', pickedBy: 'cardIssue', shape: aNumber }, again(30, { P2011: 'inferred' }))

/** Days after the report by which it is concluded whether a card is lost; the product's own. Counted from, and picked by, the day of the report. */
export const cardLossDays = dated('cards.lossDays', { unit: 'days', pickedBy: 'proposal', shape: aNumber }, again(30, { P2011: 'inferred' }))

/** Days after the end of membership by which the card is taken back; the product's own. Counted from, and picked by, the first day without membership. */
export const cardReturnDays = dated('cards.returnDays', { unit: 'days', pickedBy: 'decision', shape: aNumber }, again(30, { P2011: 'inferred' }))

/** Whether the family of a member who died keeps the card. Picked by the day of death. */
export const cardKeptByFamily = dated('cards.keptByFamily', { pickedBy: 'decision', shape: yesNo }, [since('P2011', true, 'memory')])

const ruled = (day: PlainDate) => laterOf(day, firstRuledDay)

/** The day of issue on or after a day. */
export function nextCardDay(day: PlainDate, overrides?: readonly Override[]): PlainDate {
  const { year } = partsOf(day)
  const days = [year, year + 1].flatMap((each) => cardIssueDays.inForceOn(ruled(day), overrides).value.map((md) => dayOf(each, Number(md.slice(0, 2)), Number(md.slice(3)))))
  return days.find((each) => each >= day) ?? addMonths(day, 12)
}

/** Last day to make the list for a day of issue. */
export const cardListDue = (issueOn: PlainDate, overrides?: readonly Override[]): PlainDate => addDays(issueOn, -cardListDaysBefore.inForceOn(ruled(issueOn), overrides).value)

const dueAfter = (rule: DatedRule<number>) => (from: PlainDate, overrides?: readonly Override[]): { dueOn: PlainDate; rule: RuleUse<number> } => {
  const used = rule.usedOn(ruled(from), overrides)
  return { dueOn: addDays(from, used.value), rule: used }
}

/** Last day to hand a card over, from the decision; to conclude on a loss, from the report; to take a card back, from the end of membership. */
export const cardHandingDue = dueAfter(cardHandingDays)
export const cardLossDue = dueAfter(cardLossDays)
export const cardReturnDue = dueAfter(cardReturnDays)
