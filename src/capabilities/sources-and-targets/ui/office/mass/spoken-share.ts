import { word } from './words.vi.ts'

const AS_GOOD_AS_EXACT = 0.05

/** A share as people say it: 72,9 is “gần 73%”, 90,3 is “trên 90%”. The exact count stands beside it. */
export function spokenShare(part: number, whole: number): string {
  const percent = (part / Math.max(1, whole)) * 100
  const nearest = Math.round(percent)
  if (Math.abs(percent - nearest) < AS_GOOD_AS_EXACT) return word('exactly', { n: nearest })
  return percent < nearest ? word('almost', { n: nearest }) : word('over', { n: nearest })
}
