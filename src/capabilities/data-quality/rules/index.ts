import { qualityRules, type RuleKey } from '../catalogue.ts'
import type { Subject } from '../codes.ts'
import type { Law } from './law.ts'
import { membershipRules } from './membership.ts'
import { personRules } from './person.ts'
import type { RuleSql, RulesSql } from './rule-sql.ts'
import { fileRules, lineRules, organisationRules, postRules, prospectRules } from './things.ts'

/** Every rule in SQL, for what the law says on a day. */
export function rulesSql(law: Law): Readonly<Record<RuleKey, RuleSql>> {
  const all: RulesSql = { ...personRules(law), ...membershipRules(law), ...lineRules(law), ...postRules(law), ...organisationRules(law), ...fileRules(law), ...prospectRules(law) }
  return all as Readonly<Record<RuleKey, RuleSql>>
}

/** The rules about a subject among some. */
export const rulesAbout = (subject: Subject, among: readonly RuleKey[]): readonly RuleKey[] =>
  qualityRules.filter((rule) => rule.subject === subject && among.includes(rule.key)).map(({ key }) => key)
