import {
  AppLink, countText, DataTable, dayText, decimalText, EmptyList, FailureBox, FilterRow, filtersInWords, NumberLine, NumberLink, Page, StatusMark, useAddress, useAddressState,
  useRead, type Column, type Filter,
} from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import { bands } from '../../../codes.ts'
import { bandNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, useViewed, useViewedPlace, type CellRow } from './client.ts'
import { ReachSwitch } from './reach-view.tsx'
import { word } from './words.vi.ts'

const SIZE = 50
const onlyNames = { followingNobody: word('nobody'), over24: word('over24'), twoTerms: word('twoTerms'), short: word('onlyShort') } as const

function Target({ row }: { row: CellRow }) {
  if (!row.target) return <>{word('noTarget')}</>
  return row.target.missing === 0 ? <StatusMark shape="done">{word('enough')}</StatusMark> : <StatusMark shape="today">{word('short', { n: countText(row.target.missing) })}</StatusMark>
}

function useColumns(): Column<CellRow>[] {
  const address = useAddress()
  return [
    { id: 'cell', title: word('columnCell'), cell: (row) => <AppLink to={address('sources', {}, { 'chi-bo': row.cellId })}>{[row.cellName, row.aboveName].filter(Boolean).join(' – ')}</AppLink> },
    { id: 'last', title: word('columnLast'), tight: true, cell: (row) => (row.lastAdmissionOn ? dayText(row.lastAdmissionOn) : word('neverAdmitted')) },
    { id: 'band', title: word('columnBand'), tight: true, cell: (row) => <StatusMark shape={row.band === 'over60' ? 'today' : row.band === '25-60' ? 'soon' : 'done'}>{bandNames[row.band]}</StatusMark> },
    { id: 'age', title: word('columnAge'), number: true, cell: (row) => (row.averageAge === null ? '–' : decimalText(row.averageAge)) },
    { id: 'young', title: word('columnYoung'), number: true, cell: (row) => countText(row.fullUnder35) },
    { id: 'followed', title: word('columnFollowed'), number: true, cell: (row) => <NumberLink size="cell" count={row.followed} to={address('sources', {}, { 'chi-bo': row.cellId })} label={word('followed')} /> },
    { id: 'class', title: word('columnClass'), number: true, cell: (row) => countText(row.classDone) },
    { id: 'files', title: word('columnFiles'), number: true, cell: (row) => countText(row.filesOpen) },
    { id: 'target', title: word('columnTarget'), tight: true, cell: (row) => <Target row={row} /> },
    { id: 'remark', title: word('columnRemark'), extra: true, cell: (row) => (row.lastRemarkOn ? dayText(row.lastRemarkOn) : word('noRemark')) },
  ]
}

/** One row for each cell, driest first; no average over cells, so that none can hide. */
export function CellsView({ placeId }: { placeId: string }) {
  const address = useAddress()
  const viewed = useViewed()
  const [state, set] = useAddressState({ khoang: '', chi: '', trang: '1' })
  const columns = useColumns()
  const page = Number(state.trang) || 1
  const band = bands.find((each) => each === state.khoang)
  const only = (Object.keys(onlyNames) as (keyof typeof onlyNames)[]).find((each) => each === state.chi)
  const read = useRead([ROOM, 'cells', placeId, band, only, page], (signal) =>
    sourcesAndTargets.listCellsBySources({ ...(placeId ? { organisationId: placeId } : {}), ...(band ? { band } : {}), ...(only ? { only } : {}), ...viewed, page, size: SIZE }, { signal }))
  const filters: Filter[] = [
    { kind: 'list', name: 'khoang', label: word('filterBand'), value: state.khoang, choices: bands.map((value) => ({ value, label: bandNames[value], count: read.value?.summary.byBand[value] })) },
    { kind: 'list', name: 'chi', label: word('filterOnly'), value: state.chi, choices: Object.entries(onlyNames).map(([value, label]) => ({ value, label })) },
  ]
  const to = (chi: string) => address('sources', {}, { 'to-chuc': placeId, chi })
  const place = useViewedPlace(placeId, (id) => address('sources', {}, { 'to-chuc': id }))
  const sum = read.value?.summary
  return (
    <Page title={word('title')} note={placeId ? place.name : undefined} crumbs={placeId ? place.crumbs : []} filterWords={filtersInWords(filters)} tools={<ListTools list="sourceCells" asked={{ organisationId: placeId, band, only, ...viewed }} filter={filtersInWords(filters)} />}>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {sum && (
        <NumberLine>
          <NumberLink size="key" count={sum.followed} word={word('followed')} />
          <NumberLink size="key" shape={sum.followingNobody > 0 ? 'today' : 'done'} count={sum.followingNobody} word={word('nobody')} to={to('followingNobody')} />
          <NumberLink size="key" count={sum.over24} word={word('over24')} to={to('over24')} />
          <NumberLink size="key" count={sum.twoTerms} word={word('twoTerms')} to={to('twoTerms')} />
        </NumberLine>
      )}
      <ReachSwitch placeId={placeId} value="" />
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value })} aside={word('driestFirst')} />
      <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.cellId} rowHref={(row) => address('sources', {}, { 'chi-bo': row.cellId })}
        total={read.value?.total ?? 0} page={page} pageSize={SIZE} onPage={(trang) => set({ trang: String(trang) })} waiting={read.waiting}
        empty={<EmptyList filters={filters} onDrop={(name) => set({ [name]: '' })}>{word('emptyCells')}</EmptyList>} />
    </Page>
  )
}
