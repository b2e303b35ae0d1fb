import { countText, DataTable, NumberLink, type Column } from '../../../../platform/ui-kit/index.ts'
import type { FaultList } from '../client.ts'
import { word } from '../words.vi.ts'

type Part = FaultList['parts'][number]

/** How much each part of a large organisation has of what is asked for; opens the list of the part. */
export function PartTable({ list, waiting, onOpen }: { list: FaultList; waiting: boolean; onOpen: (organisationId: string) => void }) {
  const isOwn = (part: Part) => part.organisationId === list.organisation.id
  const columns: Column<Part>[] = [
    { id: 'unit', title: word('colUnit'), width: '70%', cell: (part) => isOwn(part)
      ? word('ownCommittee') : <button type="button" className="as-link" onClick={() => onOpen(part.organisationId)}>{part.name}</button> },
    { id: 'open', title: word('colFaults'), number: true, cell: (part) => part.count === null ? word('notCounted') : <NumberLink count={part.count} size="cell" label={`${word('colFaults')}: ${part.shortName}`} {...(isOwn(part) || part.count === 0 ? {} : { onOpen: () => onOpen(part.organisationId) })} /> },
  ]
  return (
    <DataTable caption={word('byUnit')} columns={columns} rows={list.parts} rowKey={(part) => part.organisationId} waiting={waiting} empty={word('unitsEmpty')}
      {...(list.countedAt ? { totals: { unit: word('all'), open: countText(list.total ?? undefined) } } : {})} />
  )
}
