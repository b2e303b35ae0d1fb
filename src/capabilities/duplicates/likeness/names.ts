import { fold, tidy } from '../../../kernel/index.ts'
import type { Finding } from '../codes.ts'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A name without regard to Unicode form, capital letters and where in a syllable the tone stands (hòa, hoà); the marks themselves count. */
export const plainForm = (name: string): string =>
  tidy(name).normalize('NFD').toLowerCase().split(' ').map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join('')).join(' ')

const sorted = (words: readonly string[]) => [...words].sort().join(' ')

/** True when one sign is another, one is missing, or two neighbours are exchanged; not for equal texts. */
export function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const rest = (skipShort: number, skipLong: number) => short.slice(from + skipShort) === long.slice(from + skipLong)
  if (short.length < long.length) return rest(0, 1)
  return rest(1, 1) || (short[from] === long[from + 1] && short[from + 1] === long[from] && rest(2, 2))
}

function withoutMiddle(words: readonly string[], fuller: readonly string[]): boolean {
  return words.length === 2 && fuller.length > 2 && words[0] === fuller[0] && words[1] === fuller.at(-1)
}

/** How two names of people are alike; the best that can be said. Symmetric. */
export function nameFinding(a: string, b: string): Finding {
  if (plainForm(a) === plainForm(b)) return 'same'
  const [one, two] = [fold(a).split(' '), fold(b).split(' ')]
  if (one.join(' ') === two.join(' ')) return 'marks'
  if (sorted(one) === sorted(two)) return 'order'
  if (withoutMiddle(one, two) || withoutMiddle(two, one)) return 'middleMissing'
  if (isOneOff(one.join(' '), two.join(' '))) return 'letterOff'
  return one.length > 1 && two.length > 1 && one[0] === two[0] && one.at(-1) === two.at(-1) ? 'middleOther' : 'different'
}

/** A name by which somebody is also known, in full: a single word takes the place of the given name. */
const fullOther = (fullName: string, other: string): string => (other.includes(' ') ? other : [...fullName.split(' ').slice(0, -1), other].join(' '))

const isOther = (fullName: string, others: readonly string[], wanted: string): boolean =>
  others.some((other) => [fullOther(fullName, tidy(other)), tidy(other)].some((name) => ['same', 'marks', 'order'].includes(nameFinding(name, wanted))))

type Named = { readonly fullName: string; readonly otherNames: readonly string[] }

/** The same for people with the other names by which they are known. */
export function namesFinding(a: Named, b: Named): Finding {
  const direct = nameFinding(a.fullName, b.fullName)
  if (['same', 'marks', 'order', 'middleMissing'].includes(direct)) return direct
  const known = isOther(a.fullName, a.otherNames, b.fullName) || isOther(b.fullName, b.otherNames, a.fullName)
    || a.otherNames.some((name) => isOther(b.fullName, b.otherNames, fullOther(a.fullName, tidy(name))))
  return known ? 'otherName' : direct
}
