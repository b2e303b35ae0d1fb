import { useRead, useViewed, type FilterChoice } from '../../../../platform/ui-kit/index.ts'
import { ROOM } from '../client.ts'
import { organisations } from './organisations.ts'

/** Where the reader may narrow a list to: the bodies right below the own part. */
export function usePlaces(): FilterChoice[] {
  const viewed = useViewed()
  const read = useRead([ROOM, 'places'], (signal) => organisations.listTree(viewed, { signal }))
  const { rows = [], rootId } = read.value ?? {}
  return rows.filter((row) => row.id !== rootId).map((row) => ({ value: row.id, label: row.shortName }))
}
