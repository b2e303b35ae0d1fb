import { laterOf, type PlainDate } from '../kernel/index.ts'
import { dated, from, since, type DatedRule, type Override, type RuleUse } from './dated.ts'
import { cite } from './instruments.ts'
import { firstRuledDay } from './packs.ts'
import { someOf } from './shapes.ts'

/** Why a member may be exempt from work and meetings. */
export const exemptionGrounds = ['oldAge', 'weakHealth', 'longTreatment', 'abroadAlone', 'itinerantWork', 'maternity'] as const
export type ExemptionGround = (typeof exemptionGrounds)[number]

const inCharter: readonly ExemptionGround[] = ['oldAge', 'weakHealth']

/** Grounds on which a cell may exempt a member. Picked by the day of the cell's decision. */
export const exemptionGroundsAllowed: DatedRule<readonly ExemptionGround[]> = dated('exemptions.grounds', { pickedBy: 'cellMeeting', shape: someOf(...exemptionGrounds) }, [
  since('P2011', inCharter, 'secondary', 'Điều 7', 'DL-2011'), from('2022-01-18', exemptionGrounds as readonly ExemptionGround[], cite('HD-12-2022', 'điểm IV.1.2', 'secondary')),
  from('2025-09-29', exemptionGrounds as readonly ExemptionGround[], cite('HD-38-2025', '', 'memory')),
])

/** Grounds in force on the day of the cell's decision, and the rule that says so. */
export const exemptionGroundsOn = (decidedOn: PlainDate, overrides?: readonly Override[]): RuleUse<readonly ExemptionGround[]> =>
  exemptionGroundsAllowed.usedOn(laterOf(decidedOn, firstRuledDay), overrides)
