import type { PlainDate } from '../../../../kernel/index.ts'
import {
  AppLink, DataTable, dayText, EmptyList, FailureBox, FilterRow, filtersInWords, momentText, Page, readDay, say, useAddress, useAddressState, useDesk, useRead, useTell,
  type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { audit, ROOM, type Entry } from '../client.ts'
import { word } from '../words.vi.ts'

const empty = { nguoi: '', 'tu-ngay': '', 'den-ngay': '', loai: '', 'nguoi-lam': '', trang: '1' }
const SIZE = 50
const kinds = { 'thay-doi': 'changes', 'mo-xem': 'looks', xuat: 'exports' } as const

const dayFilters = ['tu-ngay', 'den-ngay'] as const
const shownDay = (day: string) => (day ? dayText(day as PlainDate) : '')

function useColumns(personId: string): Column<Entry>[] {
  const address = useAddress()
  const { roleName } = useDesk()
  const about: Column<Entry> = {
    id: 'about', title: word('columnAbout'), width: '22%',
    cell: (entry) => (
      <>
        {entry.personId && entry.personName && (roleName === 'administrator' ? entry.personName : <AppLink to={address('member', { id: entry.personId })}>{entry.personName}</AppLink>)}
        {entry.organisation && <div className="hint">{entry.organisation}</div>}
      </>
    ),
  }
  return [
    { id: 'at', title: word('columnAt'), tight: true, cell: (entry) => momentText(entry.at) },
    { id: 'by', title: word('columnBy'), width: '20%', cell: (entry) => <>{entry.by}{entry.role && <div className="hint">{entry.role}</div>}</> },
    { id: 'what', title: word('columnWhat'), width: '22%', cell: (entry) => (entry.isLook ? <><span className="hint">{word('look')}:</span> {entry.title}</> : entry.title) },
    ...(personId ? [] : [about]),
    {
      id: 'details', title: word('columnDetails'),
      cell: (entry) => [...entry.details.map(({ label, value }) => word('detail', { label, value })), ...entry.clauses].join(' · '),
    },
  ]
}

/** Who did and who looked at what, newest first; with `nguoi` of the address everything about one person. */
export default function TrailScreen() {
  const address = useAddress()
  const tell = useTell()
  const [state, set] = useAddressState(empty)
  const page = Number(state.trang) || 1
  const asked = {
    page, size: SIZE,
    ...(state.nguoi && { personId: state.nguoi }),
    ...(state['tu-ngay'] && { since: state['tu-ngay'] as PlainDate }),
    ...(state['den-ngay'] && { until: state['den-ngay'] as PlainDate }),
    ...(state.loai in kinds && { kind: kinds[state.loai as keyof typeof kinds] }),
    ...(state['nguoi-lam'] && { by: state['nguoi-lam'] }),
  }
  const read = useRead([ROOM, 'entries', JSON.stringify(asked)], (signal) => audit.listEntries(asked, { signal }))
  const columns = useColumns(state.nguoi)
  const filters: Filter[] = [
    { kind: 'text', name: 'tu-ngay', label: word('filterSince'), hint: word('filterDayHint'), value: shownDay(state['tu-ngay']) },
    { kind: 'text', name: 'den-ngay', label: word('filterUntil'), hint: word('filterDayHint'), value: shownDay(state['den-ngay']) },
    { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: [{ value: 'thay-doi', label: word('changes') }, { value: 'mo-xem', label: word('looks') }, { value: 'xuat', label: word('exports') }] },
    { kind: 'text', name: 'nguoi-lam', label: word('filterBy'), value: state['nguoi-lam'] },
  ]
  const change = (name: string, value: string) => {
    if (!dayFilters.includes(name as (typeof dayFilters)[number]) || !value) return set({ [name]: value, trang: '1' })
    const day = readDay(value)
    if (day) set({ [name]: day, trang: '1' })
    else tell(say('ui.day.wrong', { text: value }))
  }
  const person = read.value?.person
  return (
    <Page alwaysToday title={word('title')} {...(person ? { note: word('ofPerson', { name: person.name }) } : {})} filterWords={filtersInWords(filters)} summary={word('summary')}
      tools={<>{person && <AppLink to={address('member', { id: person.id })}>{word('back')}</AppLink>}<ListTools list="trail" asked={asked} filter={filtersInWords(filters)} /></>}>
      <FilterRow filters={filters} onChange={change} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(entry) => String(entry.number)} waiting={read.waiting}
          {...(read.value ? { total: read.value.total } : {})} page={page} pageSize={SIZE} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={(name) => set({ [name]: '' })}>{word('empty')}</EmptyList>} />
      )}
    </Page>
  )
}
