import { fill, StatusMark, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { Outcome, PeriodKind, ReportState } from '../codes.ts'
import { kindNames, outcomeNames, stateNames } from '../messages.vi.ts'

const shapes: Readonly<Record<ReportState, StatusShape>> = { missing: 'future', submitted: 'soon', returned: 'returned', approved: 'done' }
const outcomeShapes: Readonly<Record<Outcome, StatusShape>> = { waiting: 'soon', returned: 'returned', approved: 'done', replaced: 'dropped' }

export const StateMark = ({ state }: { state: ReportState }) => <StatusMark shape={shapes[state]}>{stateNames[state]}</StatusMark>
export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => <StatusMark shape={outcomeShapes[outcome]}>{outcomeNames[outcome]}</StatusMark>
/** `6 tháng đầu năm 2018` */
export const periodName = ({ kind, until }: { kind: PeriodKind; until: string }): string => fill(kindNames[kind], { year: until.slice(0, 4) })
