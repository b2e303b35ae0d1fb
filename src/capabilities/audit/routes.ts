import { read, type RoutesFor } from '../../platform/http/index.ts'
import { exportListWith } from './actions/export-list.ts'
import { listEntriesWith } from './actions/list-entries.ts'
import type { auditContract } from './contract.ts'
import type { ExportedLists } from './exported-list.ts'
import type { TrailWords } from './ports.ts'

/** `words`: what the entries of the rooms above are called; `lists`: the lists that they let out. */
export const auditRoutes = (words: TrailWords, lists: ExportedLists): RoutesFor<typeof auditContract> => ({
  listEntries: read(listEntriesWith(words)), exportList: read(exportListWith(lists)),
})
