import type { PlainDate } from '../../../kernel/index.ts'
import { dayText, StatusMark, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { PlanState } from '../codes.ts'
import { stateNames } from '../messages.vi.ts'

const shapes: Readonly<Record<PlanState, StatusShape>> = { draft: 'future', decided: 'soon', inForce: 'done', undone: 'returned', withdrawn: 'dropped' }

/** Where a plan stands, in one word. */
export const StateMark = ({ state }: { state: PlanState }) => <StatusMark shape={shapes[state]}>{stateNames[state]}</StatusMark>

export const day = (on: string | null | undefined): string => dayText((on ?? undefined) as PlainDate | undefined)
