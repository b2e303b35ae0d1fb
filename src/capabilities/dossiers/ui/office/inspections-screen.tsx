import '../dossiers.css'
import { AppLink, BarPicture, Button, countText, DataTable, FailureBox, Loaded, Page, Section, StatusMark, useAddress, useAddressState, useDesk, useIsPast, useRead, useViewed, type Column } from '../../../../platform/ui-kit/index.ts'
import { ListExport, ListTools } from '../../../audit/ui/index.ts'
import { findingKindNames } from '../../messages.vi.ts'
import { dossiers, ROOM, type InspectionRow } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { PlanForm } from './plan-form.tsx'

const PAGE = 50
type Kinds = Awaited<ReturnType<typeof dossiers.listFindingsByKind>>

/** Whether it runs, and how many findings are late. */
export function InspectionMark({ row }: { row: Pick<InspectionRow, 'closedOn' | 'late'> }) {
  return (
    <>
      {row.closedOn ? <StatusMark shape="done">{word('closed', { day: day(row.closedOn) })}</StatusMark> : <StatusMark shape="soon">{word('running')}</StatusMark>}
      {row.late > 0 && <div><StatusMark shape="late">{word('lateFindings', { n: countText(row.late) })}</StatusMark></div>}
    </>
  )
}

function KindTable({ kinds }: { kinds: Kinds }) {
  const columns: Column<Kinds['rows'][number]>[] = [
    { id: 'kind', title: word('kind'), width: '36%', cell: (row) => findingKindNames[row.kind] },
    ...kinds.years.map((year, i): Column<Kinds['rows'][number]> => ({ id: `y${year}`, title: String(year), number: true, cell: (row) => countText(row.byYear[i]) })),
    { id: 'total', title: word('total'), number: true, cell: (row) => <strong>{countText(row.total)}</strong> },
    { id: 'open', title: word('openCount'), number: true, cell: (row) => countText(row.open) },
  ]
  if (kinds.rows.length === 0) return <p className="hint">{word('noFindings')}</p>
  return (
    <>
      <DataTable caption={word('byKind')} columns={columns} rows={kinds.rows} rowKey={(row) => row.kind} />
      <BarPicture caption={word('byKindBars')} bars={kinds.rows.map((row) => ({ label: findingKindNames[row.kind], value: row.total }))} />
    </>
  )
}

/** Inspections of how dossiers are kept, and what they find over the years. */
export default function InspectionsScreen() {
  const isPast = useIsPast()
  const viewed = useViewed()
  const { roleName } = useDesk()
  const address = useAddress()
  const [state, set] = useAddressState({ viec: '', trang: '1' })
  const page = Number(state.trang) || 1
  const list = useRead([ROOM, 'inspections', page], (signal) => dossiers.listInspections({ ...viewed, page, size: PAGE }, { signal }))
  const kinds = useRead([ROOM, 'kinds'], (signal) => dossiers.listFindingsByKind(viewed, { signal }))
  const may = !isPast && ['superiorOfficer', 'grassrootsOfficer'].includes(roleName ?? '')
  const columns: Column<InspectionRow>[] = [
    { id: 'organisation', title: word('organisation'), width: '26%', cell: (row) => <AppLink to={address('dossierInspection', { id: row.id })}>{row.organisation}</AppLink> },
    { id: 'decision', title: word('colDecision'), cell: (row) => `${row.decisionNumber}, ${day(row.decidedOn)}` },
    { id: 'period', title: word('colPeriod'), tight: true, cell: (row) => `${day(row.from)} – ${day(row.until)}` },
    { id: 'sample', title: word('colSample'), number: true, cell: (row) => `${row.examined}/${row.drawn}` },
    { id: 'findings', title: word('colFindings'), number: true, cell: (row) => countText(row.findings) },
    { id: 'mended', title: word('colMended'), number: true, cell: (row) => countText(row.mended) },
    { id: 'state', title: word('colState'), cell: (row) => <InspectionMark row={row} /> },
  ]
  return (
    <Page title={word('inspectionsTitle')} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('inspectionsMenu') }]} tools={<ListTools list="inspections" asked={viewed} />}
      main={may && !state.viec && <Button look="main" onClick={() => set({ viec: 'lap' })}>{word('actPlan')}</Button>}>
      {may && state.viec === 'lap' && <PlanForm onLeave={() => set({ viec: '' })} />}
      <FailureBox failure={list.failure} onRetry={list.again} />
      {(list.value || !list.failure) && (
        <DataTable caption={word('inspectionsTitle')} columns={columns} rows={list.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('dossierInspection', { id: row.id })} waiting={list.waiting}
          empty={word('inspectionsEmpty')} {...(list.value ? { total: list.value.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })} />
      )}
      <Section title={word('byKind')} acts={<ListExport list="findingKinds" asked={viewed} />}>
        <Loaded read={kinds}>{(value) => <KindTable kinds={value} />}</Loaded>
      </Section>
    </Page>
  )
}
