import { Refusal, type PlainDate } from '../../kernel/index.ts'
import { describeValue, findRule, type RuleUse } from '../../regulations/index.ts'

/** A rule in the words of a refusal. */
export const ruleInWords = (rule: RuleUse): string => describeValue(findRule(rule.key)!, rule.value)

export const cardNotFound = () => new Refusal('notFound', 'cards.cardNotFound')
export const rangeNotFound = () => new Refusal('notFound', 'cards.rangeNotFound')
export const lossNotFound = () => new Refusal('notFound', 'cards.lossNotFound')
export const dayNotYet = (on: PlainDate, today: PlainDate) => new Refusal('invalid', 'cards.dayNotYet', { on, today })
export const daysOutOfOrder = (from: PlainDate, until: PlainDate) => new Refusal('invalid', 'cards.daysOutOfOrder', { from, until })
export const rangeBackwards = (first: string, last: string) => new Refusal('invalid', 'cards.rangeBackwards', { first, last })
export const digitsDiffer = (first: string, last: string) => new Refusal('invalid', 'cards.digitsDiffer', { first, last })
export const wrongDigits = (number: string, rule: RuleUse) => new Refusal('againstRule', 'cards.wrongDigits', { number, digits: ruleInWords(rule) }, rule.citation)
export const rangeOverlaps = (first: string, last: string, organisation: string) => new Refusal('conflict', 'cards.rangeOverlaps', { first, last, organisation })
export const rangeClosed = (on: PlainDate) => new Refusal('conflict', 'cards.rangeClosed', { on })
export const rangeMissing = (name: string) => new Refusal('invalid', 'cards.rangeMissing', { name })
export const rangeOfOthers = (organisation: string, name: string) => new Refusal('conflict', 'cards.rangeOfOthers', { organisation, name })
export const rangeUsedUp = (left: number, wanted: number) => new Refusal('conflict', 'cards.rangeUsedUp', { left, wanted })
export const numberOutsideRange = (number: string, first: string, last: string) => new Refusal('invalid', 'cards.numberOutsideRange', { number, first, last })
export const numberTaken = (number: string) => new Refusal('conflict', 'cards.numberTaken', { number })
export const notFullMember = (name: string, on: PlainDate, rule: RuleUse) => new Refusal('againstRule', 'cards.notFullMember', { name, on }, rule.citation)
export const underWay = (name: string) => new Refusal('conflict', 'cards.underWay', { name })
export const hasCard = (name: string, number: string) => new Refusal('conflict', 'cards.hasCard', { name, number })
export const noCard = (name: string) => new Refusal('conflict', 'cards.noCard', { name })
export const lossNotConcluded = (name: string) => new Refusal('conflict', 'cards.lossNotConcluded', { name })
export const lossReported = (name: string, on: PlainDate) => new Refusal('conflict', 'cards.lossReported', { name, on })
export const lossConcluded = (on: PlainDate) => new Refusal('conflict', 'cards.lossConcluded', { on })
export const nothingProposed = () => new Refusal('conflict', 'cards.nothingProposed')
export const notInThisState = (act: string, state: string) => new Refusal('conflict', 'cards.notInThisState', { act, state })
export const stillMember = (name: string, on: PlainDate) => new Refusal('conflict', 'cards.stillMember', { name, on })
export const noMember = (name: string, on: PlainDate) => new Refusal('conflict', 'cards.noMember', { name, on })
export const onlyOfDead = (name: string, rule: RuleUse) => new Refusal('againstRule', 'cards.onlyOfDead', { name, rule: ruleInWords(rule) }, rule.citation)
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })

/** Constraints of the database that two people at once can run into. */
export const cardsConstraints = {
  number_range_given_once: () => new Refusal('conflict', 'cards.rangeOverlapsAtOnce'),
  card_number_of_one_person: () => new Refusal('conflict', 'cards.numberAtOnce'),
  card_one_under_way: () => new Refusal('conflict', 'cards.actedAtOnce'),
  card_one_in_hand: () => new Refusal('conflict', 'cards.actedAtOnce'),
  loss_one_open: () => new Refusal('conflict', 'cards.actedAtOnce'),
}
