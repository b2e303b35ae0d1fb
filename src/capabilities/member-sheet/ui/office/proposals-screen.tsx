import {
  AppLink, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, Page, StatusMark, useAddress, useAddressState, useRead, type Column, type Filter, type StatusShape,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { proposalStates, type ProposalState } from '../../codes.ts'
import { memberSheet, ROOM, type ProposalRow } from '../client.ts'
import { dateText, itemName } from '../said.ts'
import { proposalStateNames, word } from '../words.vi.ts'

const empty = { 'tinh-trang': 'open', trang: '1' }
const shapes: Readonly<Record<ProposalState, StatusShape>> = { open: 'soon', approved: 'done', refused: 'dropped', withdrawn: 'notRequired' }

/** The state of a proposal in words with its shape. */
export const ProposalMark = ({ state }: { state: ProposalState }) => <StatusMark shape={shapes[state]} plain>{proposalStateNames[state]}</StatusMark>

function useColumns(): Column<ProposalRow>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('columnPerson'), cell: (row) => <AppLink to={address('sheetProposal', { id: row.id })}>{row.bornOn ? `${row.fullName} (${row.bornOn.slice(0, 4)})` : row.fullName}</AppLink> },
    { id: 'cell', title: word('columnCell'), cell: (row) => row.cell },
    { id: 'items', title: word('columnItems'), cell: (row) => row.items.map(itemName).join(', '), width: '30%' },
    { id: 'reason', title: word('columnReason'), cell: (row) => row.reason },
    { id: 'by', title: word('columnBy'), cell: (row) => row.by },
    { id: 'on', title: word('columnOn'), cell: (row) => dateText(row.proposedOn), tight: true },
    { id: 'state', title: word('columnState'), cell: (row) => <ProposalMark state={row.state} />, tight: true },
  ]
}

/** Corrections that wait for the level that keeps the dossier, and those decided. */
export default function ProposalsScreen() {
  const [state, set] = useAddressState(empty)
  const columns = useColumns()
  const address = useAddress()
  const page = Number(state.trang)
  const chosen = (proposalStates as readonly string[]).includes(state['tinh-trang']) ? (state['tinh-trang'] as ProposalState) : undefined
  const read = useRead([ROOM, 'proposals', chosen, page], (signal) => memberSheet.listProposals({ ...(chosen ? { state: chosen } : {}), page }, { signal }))
  const filters: Filter[] = [{ kind: 'list', name: 'tinh-trang', label: word('filterState'), value: chosen ?? '', choices: proposalStates.map((value) => ({ value, label: proposalStateNames[value] })) }]
  const drop = (name: string, value: string) => set({ [name]: value || 'all' })
  return (
    <Page alwaysToday title={word('proposalsTitle')} filterWords={filtersInWords(filters)} summary={read.value && `${countText(read.value.total)} ${word('proposalsLead')}`}
      tools={<ListTools list="proposals" asked={{ state: chosen }} filter={filtersInWords(filters)} />}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: String(value) || 'all' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      <DataTable caption={word('proposalsTitle')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('sheetProposal', { id: row.id })} waiting={read.waiting}
        total={read.value?.total ?? 0} page={page} onPage={(next) => set({ trang: String(next) })} empty={<EmptyList filters={filters} onDrop={drop}>{word('proposalsEmpty')}</EmptyList>} />
    </Page>
  )
}
