import type { Finding } from '../codes.ts'
import { isOneOff } from './names.ts'

const isFull = (day: string) => day.length === 10
const swapped = (day: string) => `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`

/** How two days of birth, each written as far as it is known, are alike. Symmetric. */
export function birthFinding(a: string, b: string): Finding {
  if (a === b) return isFull(a) ? 'same' : 'lessExact'
  if (a.startsWith(`${b}-`) || b.startsWith(`${a}-`)) return 'lessExact'
  const yearsApart = Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)))
  if (isFull(a) && isFull(b)) {
    if (swapped(a) === b) return 'swapped'
    if (yearsApart === 1 && a.slice(5) === b.slice(5)) return 'yearOff'
    return isOneOff(a.replaceAll('-', ''), b.replaceAll('-', '')) ? 'digitOff' : 'different'
  }
  return 'different'
}
