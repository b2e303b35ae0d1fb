import * as clocks from './admission-clocks.ts'
import * as admission from './admission.ts'
import * as badges from './badges.ts'
import * as cards from './cards.ts'
import type { DatedRule } from './dated.ts'
import * as discipline from './discipline.ts'
import * as documents from './documents.ts'
import * as dossiers from './dossiers.ts'
import * as endings from './endings.ts'
import * as identity from './identity.ts'
import * as exemptions from './exemptions.ts'
import * as organisations from './organisations.ts'
import * as probation from './probation.ts'
import * as readmission from './readmission.ts'
import * as transfers from './transfers.ts'
import * as votes from './votes.ts'
import * as workingDays from './working-days.ts'

const isRule = (value: unknown): value is DatedRule<unknown> => typeof value === 'object' && value !== null && 'history' in value && 'inForceOn' in value

/** Every rule, topic by topic. A new rule joins by being exported from its topic file. */
export const allRules: readonly DatedRule<unknown>[] = [admission, clocks, readmission, votes, probation, documents, dossiers, identity, organisations, transfers, badges, discipline, exemptions, cards, endings, workingDays]
  .flatMap((topic) => Object.values(topic as Record<string, unknown>).filter(isRule))

/** The rule with this key; `undefined` when there is none. */
export const findRule = (key: string): DatedRule<unknown> | undefined => allRules.find((rule) => rule.key === key)
