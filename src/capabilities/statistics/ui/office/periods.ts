import type { PlainDate } from '../../../../kernel/index.ts'
import { dayText } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

/** Both days inclusive. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate }

/** Half-years and years that have come to their end by a day, the latest first, and the running year. */
export function periodsUpTo(today: string): { value: string; label: string; from: string; until: string }[] {
  const year = Number(today.slice(0, 4))
  const half = (y: number) => ({ value: `${y}-6`, label: word('firstHalf', { year: y }), from: `${y}-01-01`, until: `${y}-06-30` })
  const whole = (y: number) => ({ value: `${y}`, label: word('wholeYear', { year: y }), from: `${y}-01-01`, until: `${y}-12-31` })
  const ended = [year, year - 1, year - 2].flatMap((y) => [whole(y), half(y)]).filter(({ until }) => until <= today)
  return [...ended, { value: 'nay', label: word('yearToDate', { year, day: dayText(today as PlainDate) }), from: `${year}-01-01`, until: today }]
}
