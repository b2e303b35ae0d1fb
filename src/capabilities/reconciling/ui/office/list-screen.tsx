import { AppLink, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, LinkButton, Page, useAddress, useAddressState, useIsPast, useDesk, useRead, useViewed, type Column, type Filter } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { phases, type Phase } from '../../codes.ts'
import { phaseNames, sideNames } from '../../messages.vi.ts'
import { reconciling, ROOM, type ReconciliationRow } from '../client.ts'
import { day, PhaseMark } from '../marks.tsx'
import { word } from '../words.vi.ts'

const PAGE = 50
const empty = { ngay: '', 'tinh-trang': '', trang: '1' }

function useColumns(): Column<ReconciliationRow>[] {
  const address = useAddress()
  return [
    { id: 'organisation', title: word('colOrganisation'), width: '26%', cell: (row) => <AppLink to={address('reconciliation', { id: row.id })}>{row.organisation}</AppLink> },
    { id: 'asOf', title: word('colAsOf'), tight: true, cell: (row) => day(row.asOf) },
    { id: 'ours', title: word('colOurs'), number: true, cell: (row) => countText(row.ours) }, { id: 'theirs', title: word('colTheirs'), number: true, cell: (row) => (row.unmarked === row.ours ? '' : countText(row.theirs)) },
    { id: 'now', title: word('colNow'), number: true, cell: (row) => countText(row.now) }, { id: 'differences', title: word('colDifferences'), number: true, cell: (row) => countText(row.differences) },
    { id: 'open', title: word('colOpen'), number: true, cell: (row) => countText(row.open) }, { id: 'standing', title: word('colStanding'), number: true, cell: (row) => countText(row.standing), wide: true },
    { id: 'phase', title: word('colPhase'), cell: (row) => <><PhaseMark phase={row.phase} />{row.unmarked > 0 && row.unmarked < row.ours && <span className="hint"> {word('unmarked', { n: countText(row.unmarked) })}</span>}</> },
    { id: 'due', title: word('colDue'), tight: true, cell: (row) => (row.isLate ? <strong>{word('late', { day: day(row.dueOn) })}</strong> : day(row.dueOn)) },
    { id: 'signed', title: word('colSigned'), cell: (row) => row.signatures.map(({ side, number }) => word('signedShort', { number: countText(number), side: sideNames[side].toLowerCase() })).join(', ') },
  ]
}

/** Every organisation with its number, theirs, what is between them, and who signed. */
export default function ReconciliationsScreen() {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const viewed = useViewed()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const columns = useColumns()
  const asked = { ...(state.ngay ? { day: state.ngay } : {}), ...((phases as readonly string[]).includes(state['tinh-trang']) ? { phase: state['tinh-trang'] as Phase } : {}), ...viewed }
  const page = Number(state.trang) || 1
  const read = useRead([ROOM, 'list', asked, page], (signal) => reconciling.listReconciliations({ ...asked, page, size: PAGE } as Parameters<typeof reconciling.listReconciliations>[0], { signal }))
  const list = read.value
  const filters: Filter[] = [
    { kind: 'list', name: 'ngay', label: word('filterDay'), value: state.ngay, choices: (list?.days ?? []).map((value) => ({ value, label: day(value) })) },
    { kind: 'list', name: 'tinh-trang', label: word('filterPhase'), value: state['tinh-trang'], choices: phases.map((value) => ({ value, label: phaseNames[value] })) },
  ]
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)}
      summary={list && list.total > 0 && word('summary', { total: countText(list.total), ours: countText(list.sums.ours), theirs: countText(list.sums.theirs), open: countText(list.sums.open), agreed: countText(list.sums.agreed) })}
      main={roleName === 'superiorOfficer' && !isPast && <LinkButton look="main" to={address('reconciliationNew')}>{word('openIt')}</LinkButton>}
      tools={<ListTools list="reconciliations" asked={asked} filter={filtersInWords(filters)} takers={['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']} />}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, trang: '1' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={list?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('reconciliation', { id: row.id })} waiting={read.waiting} {...(list ? { total: list.total } : {})}
          page={page} pageSize={PAGE} onPage={(next) => set({ trang: String(next) })} empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('empty')}</EmptyList>} />
      )}
    </Page>
  )
}
