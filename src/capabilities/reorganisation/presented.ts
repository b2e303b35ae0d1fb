import { dayInVietnam, formatDay, isPlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { organisationTypeNames } from '../organisations/index.ts'
import type { Fate } from './codes.ts'
import type { Finding } from './checks.ts'
import { findingWords } from './messages.vi.ts'
import type { Outcome, Plan, Side } from './queries/plans.ts'

const typeName = (type: string): string => organisationTypeNames[type] ?? type
const presentedSide = (side: Side | null) => side && { ...side, typeName: typeName(side.type) }

export const presentedOutcome = ({ organisationId, fate, before, after }: Outcome) => ({ organisationId, fate: fate as Fate, before: presentedSide(before), after: presentedSide(after) })

export const presentedFinding = ({ code, weight, organisationId, facts, source }: Finding) => ({
  code, weight, organisationId: organisationId ?? null, source: source ?? null,
  text: fillIn(findingWords[code] ?? code, { ...facts, ...(typeof facts['kind'] === 'string' ? { kind: typeName(facts['kind']) } : {}), ...(typeof facts['on'] === 'string' && isPlainDate(facts['on']) ? { on: formatDay(facts['on']) } : {}) }),
})

/** What every page says of a plan. */
export const header = ({ id, organisationId, title, effectiveOn, state, decisionNumber, decidedOn, issuedBy, inForceAt, undoneAt, version }: Plan) =>
  ({ id, organisationId, title, effectiveOn, state, decisionNumber, decidedOn, issuedBy, inForceAt, undoneAt, version })

/** The day on which an act was put in force; it may be later than the day it takes effect. */
export const inForceDay = (plan: Pick<Plan, 'inForceAt'>) => (plan.inForceAt ? dayInVietnam(new Date(plan.inForceAt)) : undefined)
export { typeName }
