import { AppLink, countText, DataTable, dayText, EmptyList, StatusMark, useAddress, type AddressOf, type Column, type Sort } from '../../../../../platform/ui-kit/index.ts'
import type { CaseList, CaseRow } from '../../client.ts'
import { nameWithYear, placeInOne } from '../../people.ts'
import { columnNames, kindNames, ownerNames, word } from '../../words.vi.ts'
import { CaseTime } from './case-card.tsx'
import type { useBoard } from './use-board-filters.ts'

/** Orders that the server knows, by the column whose heading asks for them. */
const orderOf: Record<string, string> = { person: 'name', days: 'stageSince', due: '' }
const columnOfOrder: Record<string, string> = { name: 'person', stageSince: 'days', '': 'due' }

function columnsOf(list: CaseList | undefined, address: AddressOf): Column<CaseRow>[] {
  return [
    { id: 'person', title: word('columnPerson'), sortable: true, width: '17%', cell: (row) => <AppLink to={address('admissionCase', { id: row.id })}>{nameWithYear(row.person)}</AppLink> },
    { id: 'place', title: word('columnPlace'), width: '17%', cell: placeInOne },
    { id: 'stage', title: word('columnStage'), tight: true, cell: (row) => columnNames[row.column] },
    { id: 'days', title: word('columnDays'), number: true, sortable: true, cell: (row) => countText(row.daysInStage) },
    { id: 'next', title: word('columnNext'), width: '24%', cell: (row) => row.isReturned ? <StatusMark shape="returned" plain>{word('returnedLine', { n: row.returnReasons })}</StatusMark> : row.nextAct?.words },
    { id: 'due', title: word('columnDue'), sortable: true, tight: true, cell: (row) => list && <CaseTime row={row} today={list.today} withDay /> },
    { id: 'owner', title: word('columnOwner'), tight: true, cell: (row) => row.nextAct && ownerNames[row.nextAct.owner] },
    { id: 'since', title: word('columnSince'), extra: true, tight: true, cell: (row) => dayText(row.stageSince) },
    { id: 'opened', title: word('columnOpened'), extra: true, tight: true, cell: (row) => dayText(row.openedOn) },
    { id: 'kind', title: word('columnKind'), extra: true, cell: (row) => kindNames[row.kind] },
  ]
}

/** The same files as a table, for those who count. */
export function BoardTable({ board }: { board: ReturnType<typeof useBoard> }) {
  const address = useAddress()
  const { read, state, set, filters, change } = board
  const sort: Sort = { by: columnOfOrder[state.xep] ?? 'due', descending: state.xep === 'stageSince' }
  return (
    <DataTable
      caption={word('boardTitle')}
      columns={columnsOf(read.value, address)}
      rows={read.value?.rows ?? []}
      rowKey={(row) => row.id}
      rowHref={(row) => address('admissionCase', { id: row.id })}
      sort={sort}
      onSort={({ by }) => set({ xep: orderOf[by] ?? '' })}
      total={read.value?.total ?? 0}
      page={Number(state.trang) || 1}
      onPage={(page) => set({ trang: String(page) })}
      waiting={read.waiting}
      empty={<EmptyList filters={filters} onDrop={change}>{word('boardEmpty')}</EmptyList>}
    />
  )
}
