import { Refusal, type PlainDate } from '../../kernel/index.ts'

export const noSuchRule = (key: string) => new Refusal('notFound', 'rulebook.noSuchRule', { key })
export const ruleIsConfirmed = (facts: { title: string; from: PlainDate }) => new Refusal('againstRule', 'rulebook.ruleIsConfirmed', facts)
export const valueDoesNotFit = (facts: { title: string; value: string }) => new Refusal('invalid', 'rulebook.valueDoesNotFit', facts)
export const noEntryThen = (facts: { title: string; from: PlainDate }) => new Refusal('invalid', 'rulebook.noEntryThen', facts)
export const noSuchOverride = () => new Refusal('notFound', 'rulebook.noSuchOverride')
export const noRulesThen = (facts: { on: PlainDate; first: PlainDate }) => new Refusal('invalid', 'rulebook.noRulesThen', facts)
export const overriddenAlready = () => new Refusal('conflict', 'rulebook.overriddenAlready')

export const rulebookConstraints = { override_live: overriddenAlready }
