import type { ExportedLists } from '../../capabilities/audit/index.ts'
import { exportedForms, exportedLists } from '../../capabilities/exports/index.ts'
import { findOrganisation, findTop } from '../../capabilities/organisations/index.ts'
import type { Contract, Routes } from '../../platform/http/index.ts'

const exported = { ...exportedLists, ...exportedForms }

/** The lists that the rooms let out, each with the reading of the contract that gives its rows. */
export const listsOf = (contract: Contract, routes: () => Routes): ExportedLists => ({
  find(name) {
    const list = Object.hasOwn(exported, name) ? exported[name] : undefined
    if (!list) return undefined
    const [room, operation] = list.of.split('.') as [string, string]
    return { list, input: contract[room]![operation]!['~orpc'].inputSchema as never, run: routes()[room]![operation]!.run as never }
  },
  async placeName(ctx, organisationId, on) {
    const place = organisationId ? await findOrganisation(ctx.db, organisationId, on) : await findTop(ctx.db, on)
    return place?.name ?? ''
  },
})
