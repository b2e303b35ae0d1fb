import type { Sampling } from './codes.ts'
import { groupedBy } from './grouped.ts'

export type Candidate = { readonly personId: string; readonly cellId: string }

/** `n` out of a list, evenly spread from the first to the last. */
function spread<T>(all: readonly T[], n: number): T[] {
  if (n >= all.length) return [...all]
  return Array.from({ length: n }, (_, i) => all[Math.floor((i * all.length) / n)]!)
}

/**
 * Chooses dossiers from a list in the order of names. The same list gives the same sample, so that whoever doubts it can draw it again:
 * every n-th from the first, n of each cell evenly spread, or n evenly spread of those never examined.
 */
export function draw(all: readonly Candidate[], sampling: Exclude<Sampling, 'chosen'>, n: number, examined: ReadonlySet<string>): string[] {
  if (sampling === 'everyNth') return all.filter((_, i) => i % n === 0).map(({ personId }) => personId)
  if (sampling === 'perCell') return [...groupedBy(all, ({ cellId }) => cellId).values()].flatMap((own) => spread(own, n)).map(({ personId }) => personId)
  return spread(all.filter(({ personId }) => !examined.has(personId)), n).map(({ personId }) => personId)
}
