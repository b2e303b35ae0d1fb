import { createHash } from 'node:crypto'
import type { ComparedFacts } from './model.ts'

/** The same for two records as long as nothing that is compared changed in either; whichever is named first. */
export const fingerprintOf = (a: ComparedFacts, b: ComparedFacts): string =>
  createHash('sha256').update([a, b].map((facts) => JSON.stringify(facts)).sort().join('\n')).digest('base64url').slice(0, 22)
