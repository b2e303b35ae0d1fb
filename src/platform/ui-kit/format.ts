import { formatDay, formatUncertainDate, weekdayOf, type DateRange, type PlainDate, type UncertainDate } from '../../kernel/index.ts'
import { formatRange } from '../../kernel/index.ts'
import type { MessageKey } from './messages.vi.ts'
import { say } from './say.ts'

/** `05/10/2018`; “chưa rõ” when there is none. */
export function dayText(day: PlainDate | undefined | null): string {
  return day ? formatDay(day) : say('ui.date.unknown')
}

/** `03/05/1962`, `05/1962` or `1962`, as precisely as it is known; “chưa rõ (lý do)” when there is none. */
export function uncertainDayText(date: UncertainDate | undefined | null, reason?: string): string {
  if (date) return formatUncertainDate(date)
  return reason ? say('ui.date.unknownBecause', { reason }) : say('ui.date.unknown')
}

/** `Thứ Hai, 08/10/2018`. */
export function weekdayText(day: PlainDate): string {
  return `${say(`ui.weekday.${weekdayOf(day)}` as MessageKey)}, ${formatDay(day)}`
}

/** `01/08/2015 – 05/10/2018`, or `từ 01/08/2015 (đến nay)` while it runs. */
export function rangeText(range: DateRange): string {
  return range.until === undefined ? `${formatRange(range)} ${say('ui.date.open')}` : formatRange(range)
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** Clock and day in Việt Nam (UTC+7) of an ISO moment. */
function inVietnam(moment: string): { clock: string; day: string } {
  const local = new Date(Date.parse(moment) + 7 * 3_600_000)
  return {
    clock: `${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`,
    day: `${twoDigits(local.getUTCDate())}/${twoDigits(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`,
  }
}

/** `08:15, 08/10/2018` of an ISO moment, in the time of Việt Nam. */
export function momentText(moment: string): string {
  const { clock, day } = inVietnam(moment)
  return `${clock}, ${day}`
}

/** `08:15` of an ISO moment, in the time of Việt Nam. */
export function clockText(moment: string): string {
  return inVietnam(moment).clock
}

/** `9.863`; “–” when it was not counted (0 was counted and is none). */
export function countText(count: number | undefined | null): string {
  if (count === undefined || count === null) return say('ui.number.unknown')
  const digits = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, '.')
  return count < 0 ? `−${digits}` : digits
}

/** Percent nearer to a whole number than this are said as that number. */
const AS_GOOD_AS_WHOLE = 0.05

/** A share as people say it: 72,9 is “gần 73%”, 90,3 is “trên 90%”. The exact count stands beside it. */
export function spokenShare(part: number, whole: number): string {
  const percent = (part / Math.max(1, whole)) * 100
  const n = Math.round(percent)
  if (Math.abs(percent - n) < AS_GOOD_AS_WHOLE) return say('ui.share.exactly', { n })
  return say(percent < n ? 'ui.share.almost' : 'ui.share.over', { n })
}

/** One decimal with comma: `47,2`. */
export function decimalText(value: number, decimals = 1): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.')
  return (value < 0 ? '−' : '') + countText(Number(whole)) + (part ? `,${part}` : '')
}

/** `72,9%` without the base; use only where the base stands beside it. “–” when the base is nobody. */
export function shareText(part: number, whole: number): string {
  return whole > 0 ? `${decimalText((part / whole) * 100)}%` : say('ui.number.unknown')
}

/** `72,9% (3.633/4.984)`. */
export function percentText(part: number, whole: number): string {
  return `${shareText(part, whole)} (${countText(part)}/${countText(whole)})`
}

/** `+12`, `−4` (true minus sign) or “không đổi”. */
export function changeText(change: number): string {
  if (change === 0) return say('ui.number.same')
  return change > 0 ? `+${countText(change)}` : countText(change)
}

/** `•••• •••• 0799`: only the last four signs of an identity or card number. */
export function maskedText(numberText: string): string {
  return `•••• •••• ${numberText.slice(-4)}`
}

/** `0912 345 678`; anything that is not ten digits stays as it was written. */
export function phoneText(phone: string): string {
  const digits = phone.replace(/[\s.-]/g, '')
  return /^0\d{9}$/.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}` : phone
}

/** `1,4 MB`, `312 kB`. */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${decimalText(bytes / 1_000_000)} MB` : `${countText(Math.max(1, Math.round(bytes / 1000)))} kB`
}
