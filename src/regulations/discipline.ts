import { addDays, addMonths, laterOf, type PlainDate } from '../kernel/index.ts'
import { dated, from, since, type DatedRule, type Override, type RuleUse } from './dated.ts'
import { cite } from './instruments.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, aStructure, someOf, yesNo } from './shapes.ts'
import { addWorkingDays } from './working-days.ts'

/** Measures of discipline against a member, mildest first. */
export const disciplineMeasures = ['reprimand', 'warning', 'removalFromOffice', 'expulsion'] as const
export type DisciplineMeasure = (typeof disciplineMeasures)[number]

const measures = someOf(...disciplineMeasures)

/** The same value said by each regulation on discipline in turn; nobody who wrote this down has read the texts. */
const fromMemory = <T>(value: T) => [
  since('P2011', value, 'memory', '', 'DL-2011'), from('2016-07-26', value, cite('QD-30-2016', '', 'memory')), from('2021-07-28', value, cite('QD-22-2021', '', 'memory')),
]

/** What a full member may be disciplined with. Picked by the day of effect. */
export const measuresOfFullMembers: DatedRule<readonly DisciplineMeasure[]> = dated('discipline.measuresFull', { pickedBy: 'disciplineEffect', shape: measures },
  [since('P2011', disciplineMeasures as readonly DisciplineMeasure[], 'memory', 'Điều 35', 'DL-2011')])

/** What a probationary member may be disciplined with. Picked by the day of effect. */
export const measuresOfProbationaryMembers: DatedRule<readonly DisciplineMeasure[]> = dated('discipline.measuresProbationary', { pickedBy: 'disciplineEffect', shape: measures }, [
  since('P2011', ['reprimand', 'warning'] as readonly DisciplineMeasure[], 'memory', 'Điều 35', 'DL-2011'),
  from('2025-05-30', ['reprimand', 'warning'] as readonly DisciplineMeasure[], cite('QD-296-2025', 'Điều 9', 'secondary')),
])

/** What a cell may lay on its own members; anything above is for the committee that manages them. Picked by the day of effect. */
export const measuresOfCells: DatedRule<readonly DisciplineMeasure[]> = dated('discipline.measuresOfCells', { pickedBy: 'disciplineEffect', shape: measures }, [
  since('P2011', ['reprimand', 'warning'] as readonly DisciplineMeasure[], 'memory', '', 'DL-2011'),
  from('2025-05-30', ['reprimand', 'warning'] as readonly DisciplineMeasure[], cite('QD-296-2025', 'điểm 10.1.1', 'secondary')),
])

/** Calendar months after which a measure that leaves somebody a member has no effect any more. Counted from, and picked by, the day of effect. */
export const disciplineEffectMonths = dated('discipline.effectMonths', { unit: 'months', pickedBy: 'disciplineEffect', shape: aNumber },
  [...fromMemory(12), from('2025-05-30', 12, cite('QD-296-2025', '', 'memory'))])

/** Calendar days to complain. Counted from, and picked by, the day on which the decision was received. */
export const complaintDays = dated('discipline.complaintDays', { unit: 'days', pickedBy: 'decisionReceived', shape: aNumber },
  [...fromMemory(30), from('2025-05-30', 30, cite('QD-296-2025', 'Điều 25', 'secondary'))])

export type SuspensionTerm = { readonly first: number; readonly most: number; readonly counting: 'inWorkingDays' | 'inDays' }
const termInWorkingDays: SuspensionTerm = { first: 90, most: 180, counting: 'inWorkingDays' }
const termInDays: SuspensionTerm = { first: 90, most: 180, counting: 'inDays' }

/** How long activity may be suspended: at first, and at most with every extension. Picked by the first day of the suspension. */
export const suspensionTerm: DatedRule<SuspensionTerm> = dated('discipline.suspensionTerm', { pickedBy: 'suspensionBegin', shape: aStructure }, [
  since('P2011', termInWorkingDays, 'memory', '', 'DL-2011'), from('2016-07-26', termInWorkingDays, cite('QD-30-2016', 'Điều 40', 'verified')),
  from('2021-07-28', termInDays, cite('QD-22-2021', 'Điều 31', 'verified')), from('2025-05-30', termInDays, cite('QD-296-2025', '', 'memory')),
])

/** Whether the suspension of who is prosecuted or detained lasts as long as the criminal procedure. Picked by the first day of the suspension. */
export const suspendedWhileProsecuted = dated('discipline.suspendedWhileProsecuted', { pickedBy: 'suspensionBegin', shape: yesNo }, [
  since('P2011', true, 'memory', '', 'DL-2011'), from('2016-07-26', true, cite('QD-30-2016', 'Điều 40', 'verified')),
  from('2021-07-28', true, cite('QD-22-2021', 'Điều 31', 'verified')), from('2025-05-30', true, cite('QD-296-2025', '', 'memory')),
])

const ruled = (day: PlainDate) => laterOf(day, firstRuledDay)

/** Measures that may be laid on a member of this kind, and the rule that says so. The day of effect picks the rule. */
export const measuresFor = (probationary: boolean, effectiveOn: PlainDate, overrides?: readonly Override[]): RuleUse<readonly DisciplineMeasure[]> =>
  (probationary ? measuresOfProbationaryMembers : measuresOfFullMembers).usedOn(ruled(effectiveOn), overrides)

/** Measures that a cell may lay on its members. The day of effect picks the rule. */
export const measuresForCell = (effectiveOn: PlainDate, overrides?: readonly Override[]): RuleUse<readonly DisciplineMeasure[]> => measuresOfCells.usedOn(ruled(effectiveOn), overrides)

/** First day without effect; an expulsion ends membership and has no end of its own. The day of effect picks the rule. */
export function disciplineEnd(measure: DisciplineMeasure, effectiveOn: PlainDate, overrides?: readonly Override[]): { until: PlainDate | null; rule: RuleUse<number> } {
  const rule = disciplineEffectMonths.usedOn(ruled(effectiveOn), overrides)
  return { until: measure === 'expulsion' ? null : addMonths(effectiveOn, rule.value), rule }
}

/** Last day to complain of a decision received on a day. */
export function complaintDue(receivedOn: PlainDate, overrides?: readonly Override[]): { dueOn: PlainDate; rule: RuleUse<number> } {
  const rule = complaintDays.usedOn(ruled(receivedOn), overrides)
  return { dueOn: addDays(receivedOn, rule.value), rule }
}

/** Last day of a suspension that begins on a day: without extension (`first`) and with every extension (`most`). The first day picks the rule. */
export function suspensionLimits(beginsOn: PlainDate, overrides?: readonly Override[]): { first: PlainDate; most: PlainDate; rule: RuleUse<SuspensionTerm> } {
  const rule = suspensionTerm.usedOn(ruled(beginsOn), overrides)
  const inWorkingDays = rule.value.counting === 'inWorkingDays' && beginsOn >= firstRuledDay
  const add = (days: number) => (inWorkingDays ? addWorkingDays(beginsOn, days) : addDays(beginsOn, days))
  return { first: add(rule.value.first), most: add(rule.value.most), rule }
}
