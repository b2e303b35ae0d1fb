import {
  AppLink, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, LinkButton, Page, useAddress, useAddressState, useDesk, useIsPast, useRead, useViewed, ViewSwitch, type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { ownerNames } from '../../../reminders/ui/index.ts'
import { stages, transferKinds } from '../../codes.ts'
import { kindNames, stageNames } from '../../messages.vi.ts'
import { organisations, ROOM, transfers, type ListInput, type TransferList, type TransferRow } from '../client.ts'
import { day, nameWithYear, StageMark, TransferDue } from '../marks.tsx'
import { word } from '../words.vi.ts'

const PAGE = 50
const OFFICERS = ['superiorOfficer', 'grassrootsOfficer']
const empty = { phia: '', 'to-chuc': '', loai: '', buoc: '', cho: '', han: '', 'tinh-trang': '', tim: '', trang: '1' }
type State = typeof empty

const sides = { di: 'sending', den: 'receiving' } as const
const states = { xong: 'closed', 'tat-ca': 'all' } as const

function inputOf(state: State, viewed: ReturnType<typeof useViewed>): ListInput {
  const input = {
    organisationId: state['to-chuc'], side: sides[state.phia as keyof typeof sides], kind: state.loai, stage: state.buoc, owner: state.cho, state: states[state['tinh-trang'] as keyof typeof states],
    search: state.tim, ...viewed, late: state.han ? state.han === 'qua' : undefined,
  }
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== '')) as ListInput
}

function useFilters(state: State): Filter[] {
  const viewed = useViewed()
  const tree = useRead(['organisations', 'places', ''], (signal) => organisations.listTree(viewed, { signal }))
  const places = (tree.value?.rows ?? []).filter((row) => row.id !== tree.value?.rootId).map((row) => ({ value: row.id, label: row.name }))
  const choices = <K extends string>(codes: readonly K[], names: Readonly<Record<K, string>>) => codes.map((value) => ({ value, label: names[value] }))
  return [
    { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim },
    ...(places.length > 0 ? [{ kind: 'list' as const, name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places }] : []),
    { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: choices(transferKinds, kindNames) },
    { kind: 'list', name: 'buoc', label: word('filterStage'), value: state.buoc, choices: choices(stages, stageNames) },
    { kind: 'list', name: 'cho', label: word('filterOwner'), value: state.cho, choices: choices(['cell', 'grassrootsCommittee', 'decidingOffice', 'member', 'outsideOrganisation'] as const, ownerNames) },
    { kind: 'list', name: 'han', label: word('filterLate'), value: state.han, choices: [{ value: 'qua', label: word('late') }, { value: 'con', label: word('inTime') }] },
    { kind: 'list', name: 'tinh-trang', label: word('filterState'), value: state['tinh-trang'], choices: [{ value: 'xong', label: word('stateClosed') }, { value: 'tat-ca', label: word('stateAll') }] },
  ]
}

function useColumns(): Column<TransferRow>[] {
  const address = useAddress()
  const { today, asOf } = useDesk()
  return [
    { id: 'due', title: word('colDue'), width: '13%', cell: (row) => <TransferDue row={row} today={(asOf ?? today) as never} /> },
    { id: 'name', title: word('colName'), width: '12%', cell: (row) => <AppLink to={address('transfer', { id: row.id })}>{nameWithYear(row)}</AppLink> },
    { id: 'kind', title: word('colKind'), tight: true, cell: (row) => kindNames[row.kind] },
    { id: 'from', title: word('colFrom'), width: '15%', cell: (row) => row.fromName },
    { id: 'to', title: word('colTo'), width: '14%', cell: (row) => row.toName },
    { id: 'letter', title: word('colLetter'), width: '10%', cell: (row) => (row.letterNumber && row.letterOn ? `${row.letterNumber}, ${day(row.letterOn)}` : '') },
    { id: 'stage', title: word('colStage'), width: '12%', cell: (row) => <StageMark stage={row.stage} /> },
    { id: 'next', title: word('colNext'), width: '17%', cell: (row) => row.nextAct?.words },
    { id: 'owner', title: word('colOwner'), width: '10%', cell: (row) => row.nextAct && ownerNames[row.nextAct.owner] },
  ]
}

/** How many wait for whom; each number filters. */
function Waiting({ list, set }: { list: TransferList; set: (change: Partial<State>) => void }) {
  if (list.byOwner.length === 0) return null
  return (
    <p className="hint">
      {word('waiting')}:{' '}
      {list.byOwner.map(({ owner, total, late }, i) => (
        <span key={owner}>
          {i > 0 && ' · '}
          <button type="button" className="as-link" onClick={() => set({ cho: owner, trang: '1' })}>{late > 0 ? word('waitingLate', { owner: ownerNames[owner], total: countText(total), late: countText(late) }) : word('waitingLine', { owner: ownerNames[owner], total: countText(total) })}</button>
        </span>
      ))}
    </p>
  )
}

/** Transfers of one's part: who waits for whom, late ones first; the receiving side finds here what comes to it. */
export default function TransfersScreen() {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const page = Number(state.trang) || 1
  const input = inputOf(state, useViewed())
  const filters = useFilters(state)
  const columns = useColumns()
  const read = useRead([ROOM, 'list', JSON.stringify(input), page], (signal) => transfers.listTransfers({ ...input, page, size: PAGE }, { signal }))
  const list = read.value
  const isOfficer = OFFICERS.includes(roleName ?? '')
  const mayOpen = isOfficer || roleName === 'cellSecretary'
  const view = <ViewSwitch label={word('views')} value={state.phia} views={[{ value: '', label: word('viewAll') }, { value: 'di', label: word('viewSending') }, { value: 'den', label: word('viewReceiving') }]} onChange={(phia) => set({ phia, trang: '1' })} />
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)} summary={list && word('summary', { total: countText(list.total), late: countText(list.late) })}
      main={mayOpen && !isPast && <LinkButton look="main" to={address('transferNew')}>{word('actNew')}</LinkButton>}
      tools={<>
        <ListTools list="transfers" asked={input} filter={filtersInWords(filters)} takers={OFFICERS} />
        {isOfficer && !isPast && <AppLink to={address('transferArrival')}>{word('actArrival')}</AppLink>}
        {isOfficer && !isPast && <AppLink to={address('transferTogether')}>{word('actTogether')}</AppLink>}
      </>}>
      <FilterRow filters={filters} before={view} onChange={(name, value) => set({ [name]: value, trang: '1' })} />
      {list && <Waiting list={list} set={set} />}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={list?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('transfer', { id: row.id })} waiting={read.waiting}
          {...(list ? { total: list.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('empty')}</EmptyList>} />
      )}
    </Page>
  )
}
