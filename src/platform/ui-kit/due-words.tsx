import type { PlainDate } from '../../kernel/index.ts'
import { dayText } from './format.ts'
import { say } from './say.ts'
import { StatusMark, type StatusShape } from './status-mark.tsx'

/** A term as it was computed by the server; this kit only words it. Working days unless said. */
export type Due =
  | { readonly kind: 'late'; readonly workingDays: number; readonly years?: number; readonly months?: number; readonly dueOn?: PlainDate }
  | { readonly kind: 'lateDays'; readonly days: number; readonly years?: number; readonly months?: number; readonly dueOn?: PlainDate }
  | { readonly kind: 'today'; readonly dueOn?: PlainDate }
  | { readonly kind: 'left'; readonly workingDays: number; readonly soon?: boolean; readonly dueOn?: PlainDate }
  | { readonly kind: 'leftMonths'; readonly months: number; readonly days: number; readonly soon?: boolean; readonly dueOn?: PlainDate }
  | { readonly kind: 'paused'; readonly since: PlainDate; readonly reason: string; readonly dueOn?: PlainDate }
  | { readonly kind: 'notStarted'; readonly dueOn?: undefined }
  | { readonly kind: 'done'; readonly workingDaysLate?: number; readonly dueOn?: PlainDate }

const LONGEST_IN_WORKING_DAYS = 60

function longLateText(years: number, months: number): string {
  if (years === 0) return say('due.lateMonths', { m: months })
  return months === 0 ? say('due.lateYears', { y: years }) : say('due.lateLong', { y: years, m: months })
}

/** The words of a term: “quá hạn 6 ngày làm việc”, “còn 2 tháng 6 ngày” … Over 60 working days late: years and months. */
export function dueText(due: Due): string {
  switch (due.kind) {
    case 'late':
      return due.workingDays > LONGEST_IN_WORKING_DAYS && due.months !== undefined
        ? longLateText(due.years ?? 0, due.months)
        : say('due.late', { n: due.workingDays })
    case 'lateDays':
      return due.days > LONGEST_IN_WORKING_DAYS && due.months !== undefined
        ? longLateText(due.years ?? 0, due.months)
        : say('due.lateDays', { n: due.days })
    case 'today':
      return say('due.today')
    case 'left':
      return say('due.left', { n: due.workingDays })
    case 'leftMonths':
      if (due.months === 0) return say('due.leftDays', { n: due.days })
      return due.days === 0 ? say('due.leftOnlyMonths', { m: due.months }) : say('due.leftMonths', { m: due.months, n: due.days })
    case 'paused':
      return say('due.paused', { day: dayText(due.since), reason: due.reason })
    case 'notStarted':
      return say('due.notStarted')
    case 'done':
      return due.workingDaysLate ? say('due.doneLate', { n: due.workingDaysLate }) : say('due.doneOnTime')
  }
}

export function dueShape(due: Due): StatusShape {
  switch (due.kind) {
    case 'late':
    case 'lateDays':
      return 'late'
    case 'left':
    case 'leftMonths':
      return due.soon === false ? 'future' : 'soon'
    case 'notStarted':
      return 'future'
    default:
      return due.kind
  }
}

/** Shape and words of a term, with its day beside them. `day="none"` only where the day already stands in the same row. */
export function DueWords({ due, day = 'short' }: { due: Due; day?: 'short' | 'worded' | 'none' }) {
  const dueOn = due.dueOn && day !== 'none' ? dayText(due.dueOn) : undefined
  return (
    <span className="due">
      <StatusMark shape={dueShape(due)}>{dueText(due)}</StatusMark>
      {dueOn && <span className="due-day">{day === 'worded' ? say('due.on', { day: dueOn }) : dueOn}</span>}
    </span>
  )
}
