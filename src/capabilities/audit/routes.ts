import { read, type RoutesFor } from '../../platform/http/index.ts'
import { listEntriesWith } from './actions/list-entries.ts'
import type { auditContract } from './contract.ts'
import type { TrailWords } from './ports.ts'

/** `words`: what the entries of the rooms above are called. */
export const auditRoutes = (words: TrailWords): RoutesFor<typeof auditContract> => ({ listEntries: read(listEntriesWith(words)) })
