import { AppLink, countText, DataTable, dayText, EmptyList, FailureBox, LinkButton, Page, ROWS_PER_PAGE, StatusMark, useAddress, useAddressState, useDesk, useRead, type AddressOf, type Column, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { stateNames } from '../../messages.vi.ts'
import { importExport, ROOM, type ImportSummary } from '../client.ts'
import { outcomeNames, word } from '../words.vi.ts'
import { useMayWrite } from './may-write.ts'

const shapes: Record<ImportSummary['state'], StatusShape> = { reading: 'soon', toSettle: 'today', refused: 'late', writing: 'soon', written: 'done', undone: 'returned', cancelled: 'dropped' }

function columnsOf(address: AddressOf, mayWrite: boolean): Column<ImportSummary>[] {
  const columns: Column<ImportSummary>[] = [
    { id: 'file', title: word('columnFile'), cell: (row) => <AppLink to={address('import', { id: row.id })}>{row.fileName}</AppLink> },
    { id: 'organisation', title: word('columnOrganisation'), cell: (row) => row.organisationName },
    { id: 'by', title: word('columnBy'), cell: (row) => row.startedBy },
    { id: 'on', title: word('columnOn'), cell: (row) => dayText(row.startedOn), tight: true },
    { id: 'asOf', title: word('columnAsOf'), cell: (row) => row.asOf && dayText(row.asOf), tight: true },
    { id: 'rows', title: word('columnRows'), number: true, cell: (row) => row.dataRows !== null && countText(row.dataRows) },
    { id: 'new', title: outcomeNames.new, number: true, cell: (row) => row.counts && countText(row.counts.new) },
    { id: 'changed', title: outcomeNames.changed, number: true, cell: (row) => row.counts && countText(row.counts.changed) },
    { id: 'state', title: word('columnState'), cell: (row) => <StatusMark shape={shapes[row.state]}>{stateNames[row.state]}</StatusMark>, tight: true },
  ]
  if (mayWrite)
    columns.push({
      id: 'undo', title: word('columnUndo'), tight: true,
      cell: (row) => row.state === 'written' && <AppLink to={address('import', { id: row.id }, { buoc: 'ket-qua', rut: '1' })} aria-label={`${word('undo')}: ${row.fileName}`}>{word('undo')}</AppLink>,
    })
  return columns
}

/** All imports of one's part, newest first. */
export default function ImportListScreen() {
  const address = useAddress()
  const { roleName } = useDesk()
  const mayWrite = useMayWrite()
  const [{ trang }, set] = useAddressState({ trang: '1' })
  const page = Number(trang)
  const read = useRead([ROOM, 'list', page, roleName], (signal) => importExport.listImports({ page, size: ROWS_PER_PAGE }, { signal }))
  return (
    <Page alwaysToday title={word('title')} tools={<ListTools list="imports" />} main={mayWrite && <LinkButton look="main" to={address('importNew')}>{word('choose')}</LinkButton>}>
      {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
      <DataTable
        caption={word('listCaption')} columns={columnsOf(address, mayWrite)} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('import', { id: row.id })}
        {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })} waiting={read.waiting}
        empty={<EmptyList>{word('empty')}</EmptyList>}
      />
    </Page>
  )
}
