import '../dossiers.css'
import {
  AppLink, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, Page, shareText, ShareBar, useAddress, useAddressState, useDesk, useIsPast, useRead, useViewed, ViewSwitch,
  type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { dossierDocumentTypes } from '../../../../regulations/index.ts'
import { dossiers, ROOM, type DossierRow, type ListInput, type Unit } from '../client.ts'
import { bornYear, DossierMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const KEEPERS = ['superiorOfficer', 'grassrootsOfficer']
const empty = { cach: '', 'to-chuc': '', 'tinh-trang': '', thieu: '', tim: '', trang: '1' }
type State = typeof empty

const states = { 'chua-lap': 'none', thieu: 'incomplete', du: 'complete' } as const
const isState = (text: string): text is keyof typeof states => Object.hasOwn(states, text)

const inputOf = (state: State, viewed: ReturnType<typeof useViewed>): ListInput => ({
  ...(state['to-chuc'] && { organisationId: state['to-chuc'] }), ...(isState(state['tinh-trang']) && { state: states[state['tinh-trang']] }),
  ...(state.thieu && { missing: state.thieu }), ...(state.tim && { search: state.tim }), ...viewed,
})

function filtersOf(state: State, places: readonly { value: string; label: string }[]): Filter[] {
  const types = dossierDocumentTypes.filter(({ code, form, group }) => (form && group !== 'events') || code === state.thieu).map(({ code, title }) => ({ value: code, label: title }))
  return [
    { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim },
    { kind: 'list', name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places },
    { kind: 'list', name: 'tinh-trang', label: word('filterState'), value: state['tinh-trang'], choices: [
      { value: 'chua-lap', label: word('choiceNone') }, { value: 'thieu', label: word('choiceIncomplete') }, { value: 'du', label: word('choiceComplete') }] },
    { kind: 'list', name: 'thieu', label: word('filterMissing'), value: state.thieu, choices: types },
  ]
}

const SHOWN = 2

function Missing({ names }: { names: readonly string[] }) {
  if (names.length <= SHOWN + 1) return <>{names.join('; ')}</>
  return <>{word('missingMore', { names: names.slice(0, SHOWN).join('; '), n: names.length - SHOWN })}</>
}

function useMemberColumns(): Column<DossierRow>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('colName'), width: '18%', cell: (row) => <AppLink to={address('dossier', { id: row.personId })}>{row.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (row) => bornYear(row.bornOn) },
    { id: 'cell', title: word('colCell'), width: '20%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
    { id: 'state', title: word('colState'), tight: true, cell: (row) => <DossierMark row={row} /> },
    { id: 'papers', title: word('colPapers'), number: true, tight: true, cell: (row) => `${row.completeness.present}/${row.completeness.required}` },
    { id: 'missing', title: word('colMissing'), width: '30%', cell: (row) => (row.dossierId ? <Missing names={row.missing} /> : '') },
    { id: 'place', title: word('colPlace'), cell: (row) => row.place },
  ]
}

function MemberList({ state, set, filters }: { state: State; set: (change: Partial<State>) => void; filters: readonly Filter[] }) {
  const viewed = useViewed()
  const address = useAddress()
  const page = Number(state.trang) || 1
  const input = inputOf(state, viewed)
  const read = useRead([ROOM, 'list', JSON.stringify(input), page], (signal) => dossiers.listDossiers({ ...input, page, size: PAGE }, { signal }))
  const columns = useMemberColumns()
  const list = read.value
  return (
    <>
      {list && (
        <p className="dossier-summary">
          {word('summaryList', { total: countText(list.total), opened: countText(list.opened), complete: countText(list.complete) })} ·{' '}
          {word('summaryPapers', { present: countText(list.completeness.present), required: countText(list.completeness.required), share: shareText(list.completeness.present, list.completeness.required) })}
        </p>
      )}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={list?.rows ?? []} rowKey={(row) => row.personId} rowHref={(row) => address('dossier', { id: row.personId })} waiting={read.waiting}
          {...(list ? { total: list.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('listEmpty')}</EmptyList>} />
      )}
    </>
  )
}

function UnitList({ state, set }: { state: State; set: (change: Partial<State>) => void }) {
  const viewed = useViewed()
  const organisationId = state['to-chuc']
  const input = { ...(organisationId && { organisationId }), ...viewed }
  const read = useRead([ROOM, 'figures', organisationId], (signal) => dossiers.listDossierFigures(input, { signal }))
  const open = (unit: Unit) => set({ 'to-chuc': unit.organisationId, cach: 'nguoi' })
  const columns: Column<Unit>[] = [
    { id: 'unit', title: word('colUnit'), width: '34%', cell: (unit) => <button type="button" className="as-link" onClick={() => open(unit)}>{unit.name}</button> },
    { id: 'members', title: word('colMembers'), number: true, cell: (unit) => countText(unit.members) },
    { id: 'opened', title: word('colOpened'), number: true, cell: (unit) => countText(unit.opened) },
    { id: 'complete', title: word('colComplete'), number: true, cell: (unit) => countText(unit.complete) },
    { id: 'papers', title: word('colPapers'), number: true, tight: true, cell: (unit) => `${countText(unit.present)}/${countText(unit.required)}` },
    { id: 'bar', title: word('colShare'), width: '22%', cell: (unit) => <ShareBar share={unit.present / Math.max(1, unit.required)} /> },
    { id: 'share', title: '%', number: true, tight: true, cell: (unit) => shareText(unit.present, unit.required) },
  ]
  const total = read.value?.total
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('byUnit')} columns={columns} rows={read.value?.rows ?? []} rowKey={(unit) => unit.organisationId} waiting={read.waiting} empty={word('listEmpty')}
          {...(total ? { totals: {
            unit: word('all'), members: countText(total.members), opened: countText(total.opened), complete: countText(total.complete), papers: `${countText(total.present)}/${countText(total.required)}`,
            share: shareText(total.present, total.required),
          } } : {})} />
      )}
    </>
  )
}

/** Which dossiers are complete, by organisation and by member. */
export default function DossiersScreen() {
  const { roleName } = useDesk()
  const viewed = useViewed()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const places = usePlaces(state['to-chuc'])
  const filters = filtersOf(state, places)
  const isFiltered = Boolean(state['tinh-trang'] || state.thieu || state.tim)
  const byMember = state.cach === 'nguoi' || isFiltered || (state.cach === '' && roleName === 'cellSecretary')
  const mayKeep = KEEPERS.includes(roleName ?? '')
  const view = <ViewSwitch label={word('views')} value={byMember ? 'nguoi' : 'don-vi'} views={[{ value: 'don-vi', label: word('byUnit') }, { value: 'nguoi', label: word('byMember') }]}
    onChange={(cach) => set(cach === 'don-vi' ? { cach, 'tinh-trang': '', thieu: '', tim: '', trang: '1' } : { cach })} />
  const shown = byMember ? filters : filters.filter((filter) => filter.name === 'to-chuc')
  return (
    <Page title={word('title')} filterWords={filtersInWords(shown)} summary={<span className="hint">{word('listHint')}</span>}
      tools={
        <>
          {byMember
            ? <ListTools list="dossiers" asked={inputOf(state, viewed)} filter={filtersInWords(shown)} takers={KEEPERS} />
            : <ListTools list="dossierUnits" asked={{ organisationId: state['to-chuc'], ...viewed }} filter={filtersInWords(shown)} />}
          {roleName !== 'cellSecretary' && <AppLink to={address('dossierLoans')}>{word('loans')}</AppLink>}
          {roleName !== 'cellSecretary' && <AppLink to={address('dossierHandovers')}>{word('handovers')}</AppLink>}
          {roleName !== 'cellSecretary' && <AppLink to={address('dossierInspections')}>{word('inspectionsMenu')}</AppLink>}
          {mayKeep && !isPast && <AppLink to={address('dossierScans')}>{word('bulkScans')}</AppLink>}
        </>
      }>
      <FilterRow filters={shown} before={view} onChange={(name, value) => set({ [name]: value, trang: '1' })} />
      {byMember ? <MemberList state={state} set={set} filters={filters} /> : <UnitList state={state} set={set} />}
    </Page>
  )
}
