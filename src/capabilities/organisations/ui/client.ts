import { roomClient, useRead, useViewed, type Read } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../contract.ts'

export { useViewed }
export const organisations = roomClient(organisationsContract)

export type Organisation = Awaited<ReturnType<typeof organisations.findOrganisation>>
export type Tree = Awaited<ReturnType<typeof organisations.listTree>>
export type Node = Tree['rows'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'organisations'

/** One organisation as it was on the viewed day. */
export function useOrganisation(id: string | undefined): Read<Organisation> {
  const viewed = useViewed()
  return useRead([ROOM, 'one', id], (signal) => organisations.findOrganisation({ id: id!, ...viewed }, { signal }), { enabled: id !== undefined })
}

/** A level of the tree, or what a search finds in it. */
export function useTree(asked: { root?: string; search?: string }, enabled = true): Read<Tree> {
  const viewed = useViewed()
  return useRead([ROOM, 'tree', asked], (signal) => organisations.listTree({ ...asked, ...viewed }, { signal }), { enabled })
}
