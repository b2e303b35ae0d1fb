import { DataTable, NumberLink, useAddress, type Column } from '../../../../platform/ui-kit/index.ts'
import type { DueKind } from '../../codes.ts'
import { kindNames } from '../../messages.vi.ts'
import type { WorkList } from '../client.ts'
import { word } from '../words.vi.ts'
import { groupSlugs, keptSearch, type WorkState } from './use-work.ts'

type Group = 'late' | 'soon'
const groups: readonly Group[] = ['late', 'soon']
const groupNames = { late: word('groupLate'), soon: word('groupSoon') }

/** Kinds of work by late and soon; every number is the filter that shows its things. */
export function KindTable({ list, state }: { list: WorkList; state: WorkState }) {
  const address = useAddress()
  const to = (group: Group, kind: DueKind | undefined) => address('work', {}, { ...keptSearch(state), loai: kind, nhom: groupSlugs[group] })
  const number = (count: number, group: Group, kind: DueKind | undefined) => (
    <NumberLink size="cell" count={count} to={to(group, kind)} label={word('kindNumber', { kind: kind ? kindNames[kind] : word('sum'), group: groupNames[group] })} />
  )
  const columns: Column<Group>[] = [
    { id: 'group', title: word('kindColumn'), tight: true, cell: (group) => <strong>{groupNames[group]}</strong> },
    ...list.byKind.map((counts): Column<Group> => ({ id: counts.kind, title: kindNames[counts.kind], number: true, cell: (group) => number(counts[group], group, counts.kind) })),
    { id: 'sum', title: word('sum'), number: true, cell: (group) => number(list.byKind.reduce((sum, counts) => sum + counts[group], 0), group, undefined) },
  ]
  return <div className="work-kinds"><DataTable caption={word('kindTable')} columns={columns} rows={groups} rowKey={(group) => group} /></div>
}
