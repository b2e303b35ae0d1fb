import { fullMonthsBetween, addMonths, daysBetween, type PlainDate } from '../../../kernel/index.ts'
import { dayText, DueWords, StatusMark, uncertainDayText, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { Stage } from '../codes.ts'
import { stageNames } from '../messages.vi.ts'
import type { TransferRow } from './client.ts'
import { word } from './words.vi.ts'

const shapes: Readonly<Record<Stage, StatusShape>> = {
  requested: 'future', atGrassroots: 'future', atSuperior: 'future', letterIssued: 'soon', handedOver: 'soon', presented: 'today', letterVoid: 'unclear', removalProposed: 'unclear', hosted: 'paused',
  accepted: 'done', completed: 'done', cancelled: 'notRequired', struckOff: 'notRequired',
}

export const StageMark = ({ stage }: { stage: Stage }) => <StatusMark shape={shapes[stage]}>{stageNames[stage]}</StatusMark>

export const day = (date: string) => dayText(date as PlainDate)
export const uncertain = (date: string) => uncertainDayText(date as never)
/** `Hoàng Thị Nhung (1994)`. */
export const nameWithYear = ({ personName, bornOn }: Pick<TransferRow, 'personName' | 'bornOn'>) => (bornOn ? `${personName} (${bornOn.slice(0, 4)})` : personName)

/** The term of a transfer in words. */
export function TransferDue({ row, today }: { row: Pick<TransferRow, 'dueOn' | 'isLate' | 'counting' | 'workingDays'>; today: PlainDate }) {
  if (!row.dueOn) return <StatusMark shape="done">{word('noDue')}</StatusMark>
  const dueOn = row.dueOn as PlainDate
  if (dueOn === today) return <DueWords due={{ kind: 'today', dueOn }} />
  if (row.isLate) {
    const months = fullMonthsBetween(dueOn, today)
    const long = { years: Math.floor(months / 12), months: months % 12, dueOn }
    return <DueWords due={row.counting === 'calendar' ? { kind: 'lateDays', days: row.workingDays, ...long } : { kind: 'late', workingDays: row.workingDays, ...long }} />
  }
  if (row.counting === 'workingDays') return <DueWords due={{ kind: 'left', workingDays: row.workingDays, dueOn }} />
  const months = fullMonthsBetween(today, dueOn)
  return <DueWords due={{ kind: 'leftMonths', months, days: daysBetween(addMonths(today, months), dueOn), dueOn }} />
}
