import { DataTable, NumberLink, useAddress, type Column } from '../../../../platform/ui-kit/index.ts'
import { kindNames } from '../../messages.vi.ts'
import type { WorkList } from '../client.ts'
import { word } from '../words.vi.ts'
import { groupSlugs, keptSearch, type WorkState } from './use-work.ts'

type Group = 'late' | 'soon'
type Counts = WorkList['byKind'][number]
const groupNames = { late: word('groupLate'), soon: word('groupSoon') }
/** Tables side by side on a wide screen: a kind keeps its name on one line however many kinds there are. */
const SIDE_BY_SIDE = 3

/** Kinds of work by late and soon; every number is the filter that shows its things. */
export function KindTable({ list, state }: { list: WorkList; state: WorkState }) {
  const address = useAddress()
  const column = (group: Group): Column<Counts> => ({
    id: group, title: groupNames[group], number: true,
    cell: ({ kind, [group]: count }) => (
      <NumberLink size="cell" count={count} to={address('work', {}, { ...keptSearch(state), loai: kind, nhom: groupSlugs[group] })} label={word('kindNumber', { kind: kindNames[kind], group: groupNames[group] })} />
    ),
  })
  const columns: Column<Counts>[] = [{ id: 'kind', title: word('kindColumn'), cell: ({ kind }) => kindNames[kind] }, column('late'), column('soon')]
  const length = Math.ceil(list.byKind.length / SIDE_BY_SIDE)
  const parts = Array.from({ length: SIDE_BY_SIDE }, (_, i) => list.byKind.slice(i * length, (i + 1) * length)).filter((part) => part.length > 0)
  return (
    <div className="work-kinds">
      {parts.map((part) => <DataTable key={part[0]!.kind} caption={word('kindTable')} columns={columns} rows={part} rowKey={({ kind }) => kind} />)}
    </div>
  )
}
