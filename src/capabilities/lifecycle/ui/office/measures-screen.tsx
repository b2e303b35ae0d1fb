import {
  AppLink, countText, Covered, DataTable, dayText, FailureBox, FilterRow, filtersInWords, Page, StatusMark, useAddress, useAddressState, useDesk, useRead, ViewSwitch, type Column, type Filter, type StatusShape,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { measureKinds, type MeasureKind, type MeasureState } from '../../codes.ts'
import { exemptionGroundNames, measureKindNames, measureNames, measureStateNames, suspensionGroundNames } from '../../messages.vi.ts'
import { lifecycle, ROOM, type ListedMeasure } from '../client.ts'
import { capital, word } from '../measures.vi.ts'
import { day } from './badge-tables.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const TAKERS = ['superiorOfficer', 'grassrootsOfficer']
const lists: Readonly<Record<MeasureKind, string>> = { discipline: 'disciplines', suspension: 'suspensions', exemption: 'exemptions' }
const empty = { loai: '', 'to-chuc': '', 'tinh-trang': '', trang: '1' }
const shapes: Readonly<Record<MeasureState, StatusShape>> = { running: 'today', ended: 'done', annulled: 'unclear' }
const whatNames = { ...measureNames, ...suspensionGroundNames, ...exemptionGroundNames }

type Which = { kind: MeasureKind; state: 'running' | 'ended' | 'all'; organisationId?: string }

function useColumns(kind: MeasureKind): Column<ListedMeasure>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('colName'), width: '13%', cell: (row) => <AppLink to={address('memberMeasures', { id: row.personId })}>{row.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (row) => row.bornOn?.slice(0, 4) },
    { id: 'cell', title: word('colPlace'), width: '16%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
    { id: 'what', title: word(kind === 'discipline' ? 'colMeasure' : 'colGround'), width: '11%', cell: (row) => capital(whatNames[row.what]) },
    { id: 'reason', title: word('colReason'), width: '17%', cell: (row) => (row.isCovered ? <Covered /> : row.reason) },
    { id: 'decision', title: word('colDecision'), width: '17%', cell: (row) => <>{row.decisionNumber}<div className="hint">{[day(row.decidedOn), row.issuedBy].filter(Boolean).join(', ')}</div></> },
    { id: 'from', title: word('colFrom'), tight: true, cell: (row) => day(row.from) },
    { id: 'until', title: word('colUntil'), tight: true, cell: (row) => (row.lastDay ? day(row.lastDay) : word('open')) },
    { id: 'state', title: word('colState'), tight: true, cell: (row) => <StatusMark shape={shapes[row.state]}>{measureStateNames[row.state]}</StatusMark> },
  ]
}

const stateChoices = [{ value: 'running', label: word('stateRunning') }, { value: 'ended', label: word('stateEnded') }, { value: 'all', label: word('stateAll') }]

/** Who is under discipline, suspended or exempt. */
export default function MeasuresScreen() {
  const { asOf, knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const places = usePlaces(state['to-chuc'])
  const kind = measureKinds.find((each) => each === state.loai) ?? 'discipline'
  const which: Which = { kind, state: state['tinh-trang'] === 'ended' || state['tinh-trang'] === 'all' ? state['tinh-trang'] : 'running', ...(state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}) }
  const page = Number(state.trang) || 1
  const read = useRead([ROOM, 'measures', which, asOf, knownAt, page], (signal) => lifecycle.listMeasures({ ...which, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}), page, size: PAGE }, { signal }))
  const columns = useColumns(kind)
  const filters: Filter[] = [
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: places },
    { kind: 'list', name: 'tinh-trang', label: word('state'), value: which.state, choices: stateChoices },
  ]
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)} summary={read.value && word('summary', { day: dayText(read.value.asOf), n: countText(read.value.total) })}
      tools={<ListTools list={lists[kind]} asked={{ ...which, asOf, knownAt }} filter={filtersInWords(filters)} takers={TAKERS} />}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, trang: '1' })}
        before={<ViewSwitch label={word('views')} value={kind} onChange={(loai) => set({ loai, trang: '1' })}
          views={measureKinds.map((value) => ({ value, label: word('view', { kind: measureKindNames[value], n: read.value?.counts[value] ?? 0 }) }))} />} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={measureKindNames[kind]} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} empty={word('empty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(to) => set({ trang: String(to) })} />}
    </Page>
  )
}
