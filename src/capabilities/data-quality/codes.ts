export * from './kinds.ts'
export { qualityRules, ruleKeys, ruleOf, type Rule, type RuleKey } from './catalogue.ts'
export * from './months.ts'
