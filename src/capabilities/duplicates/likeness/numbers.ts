import type { Finding } from '../codes.ts'
import { isOneOff } from './names.ts'

const digits = (number: string) => number.replace(/[^0-9A-Za-z]/g, '').toUpperCase()

const isPersonalNumber = (number: string) => digits(number).length === 12

/**
 * How two sets of numbers of one kind are alike: one shared number is enough. They contradict each other only when both know one of the same
 * length: an identity card of nine digits says nothing against a personal number of twelve. `undefined` when nothing can be said.
 */
export function numbersFinding(a: readonly string[], b: readonly string[]): Finding | undefined {
  const pairs = a.map(digits).flatMap((one) => b.map(digits).map((two) => [one, two] as const))
  if (pairs.some(([one, two]) => one === two)) return 'same'
  if (pairs.some(([one, two]) => one.length >= 6 && isOneOff(one, two))) return 'digitOff'
  return pairs.some(([one, two]) => one.length === two.length) ? 'different' : undefined
}

/** The same for identity numbers: who has two personal numbers that differ is two people, whatever an older card says. */
export function identityFinding(a: readonly string[], b: readonly string[]): Finding | undefined {
  const personal = numbersFinding(a.filter(isPersonalNumber), b.filter(isPersonalNumber))
  return personal ?? numbersFinding(a, b)
}
