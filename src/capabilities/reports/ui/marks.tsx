import { fill, StatusMark, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { Outcome, PeriodKind, ReportState } from '../codes.ts'
import { kindNames, outcomeNames, stateNames } from '../messages.vi.ts'
import { word } from './words.vi.ts'

const shapes: Readonly<Record<ReportState, StatusShape>> = { missing: 'future', submitted: 'soon', returned: 'returned', approved: 'done' }
const outcomeShapes: Readonly<Record<Outcome, StatusShape>> = { waiting: 'soon', returned: 'returned', approved: 'done', replaced: 'dropped' }

export const StateMark = ({ state }: { state: ReportState }) => <StatusMark shape={shapes[state]}>{stateNames[state]}</StatusMark>
export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => <StatusMark shape={outcomeShapes[outcome]}>{outcomeNames[outcome]}</StatusMark>
/** `6 tháng đầu năm 2018` */
export const periodName = ({ kind, until }: { kind: PeriodKind; until: string }): string => fill(kindNames[kind], { year: until.slice(0, 4) })

type Opened = { kind: PeriodKind; until: string; organisationId: string; organisation: string }
/** The same, with to whom is reported where periods of several levels are listed. */
export const periodChoice = (period: Opened, all: readonly Opened[]): string =>
  new Set(all.map(({ organisationId }) => organisationId)).size > 1 ? word('periodOf', { period: periodName(period), organisation: period.organisation }) : periodName(period)
