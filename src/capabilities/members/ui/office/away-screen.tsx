import { AppLink, Basis, countText, DataTable, FailureBox, FilterRow, filtersInWords, Page, shareText, ShareBar, StatusMark, useAddress, useAddressState, useDesk, useIsPast, useRead, useViewed, ViewSwitch, type Column, type Filter } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { usePlaces } from '../../../organisations/ui/index.ts'
import { members, ROOM } from '../client.ts'
import { dateText, nameWithYear } from '../marks.tsx'
import { awayWord } from '../away.vi.ts'

type Row = Awaited<ReturnType<typeof members.listAway>>['rows'][number]
type Share = Awaited<ReturnType<typeof members.listAwayFigures>>['rows'][number]
const PAGE = 50
const KEEPERS = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']
const placeOf = ({ cell, organisation }: { cell: string; organisation: string | null }) => [cell, organisation].filter(Boolean).join(' – ')
const views = { '': 'all', 'het-han': 'lapsed', 'tam-thoi': 'shouldBeTemporary', 'chinh-thuc': 'shouldBeLasting' } as const

function Excused({ row }: { row: Row }) {
  if (!row.isLapsed) return <>{dateText(row.excusedUntil)}</>
  return <StatusMark shape="late">{row.excusedUntil ? awayWord('excusedLapsed', { day: dateText(row.excusedUntil) }) : awayWord('excusedNone')}</StatusMark>
}

type Place = { organisationId?: string }

function People({ which, place, page, onPage }: { which: (typeof views)[keyof typeof views]; place: Place; page: number; onPage: (page: number) => void }) {
  const viewed = useViewed()
  const address = useAddress()
  const read = useRead([ROOM, 'away', which, place.organisationId, page], (signal) => members.listAway({ which, ...place, page, size: PAGE, ...viewed }, { signal }))
  const columns: Column<Row>[] = [
    { id: 'name', title: awayWord('colName'), width: '16%', cell: (row) => <AppLink to={address('member', { id: row.personId })}>{nameWithYear(row)}</AppLink> },
    { id: 'cell', title: awayWord('colCell'), width: '18%', cell: placeOf }, { id: 'place', title: awayWord('colPlace'), width: '16%', cell: (row) => row.place }, { id: 'work', title: awayWord('colWork'), cell: (row) => row.occupation },
    { id: 'since', title: awayWord('colSince'), tight: true, cell: (row) => dateText(row.since ?? row.from) }, { id: 'phone', title: awayWord('colPhone'), tight: true, cell: (row) => row.phone },
    { id: 'excused', title: awayWord('colExcused'), tight: true, cell: (row) => <Excused row={row} /> }, { id: 'contact', title: awayWord('colContact'), cell: (row) => row.contactName },
  ]
  return (
    <>
      {read.value && <p className="hint">{awayWord('summary', { away: countText(read.value.away), lapsed: countText(read.value.lapsed), temporary: countText(read.value.shouldBeTemporary), lasting: countText(read.value.shouldBeLasting) })}</p>}
      {(which === 'shouldBeTemporary' || which === 'shouldBeLasting') && read.value && <p className="hint">{awayWord(which === 'shouldBeTemporary' ? 'rule' : 'ruleLasting', { value: read.value.rule.value })} <Basis citation={read.value.rule.source} /></p>}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={awayWord('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.overlayId} rowHref={(row) => address('member', { id: row.personId })} waiting={read.waiting} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} empty={awayWord('empty')} />}
    </>
  )
}

function Shares({ place }: { place: Place }) {
  const viewed = useViewed()
  const address = useAddress()
  const read = useRead([ROOM, 'away-figures', place.organisationId], (signal) => members.listAwayFigures({ ...place, ...viewed }, { signal }))
  const columns: Column<Share>[] = [
    { id: 'cell', title: awayWord('colCell'), width: '34%', cell: (row) => <AppLink to={address('organisation', { id: row.cellId })}>{placeOf(row)}</AppLink> }, { id: 'members', title: awayWord('colMembers'), number: true, cell: (row) => countText(row.members) },
    { id: 'away', title: awayWord('colAway'), number: true, cell: (row) => countText(row.away) }, { id: 'lapsed', title: awayWord('colLapsed'), number: true, cell: (row) => countText(row.lapsed) },
    { id: 'bar', title: awayWord('colShare'), width: '24%', cell: (row) => <ShareBar share={row.away / Math.max(1, row.members)} /> }, { id: 'share', title: '%', number: true, cell: (row) => shareText(row.away, row.members) },
  ]
  const total = read.value?.total
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={awayWord('byCell')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.cellId} waiting={read.waiting} empty={awayWord('empty')}
        {...(total ? { totals: { cell: awayWord('sum'), members: countText(total.members), away: countText(total.away), lapsed: countText(total.lapsed), share: shareText(total.away, total.members) } } : {})} />}
    </>
  )
}

/** Members away: where, until when excused, who should move to temporary activity; the share of each cell. */
export default function AwayOfficeScreen() {
  const { roleName } = useDesk()
  const viewed = useViewed()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState({ cach: '', 'to-chuc': '', trang: '1' })
  const places = usePlaces(state['to-chuc'])
  const place = state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}
  const filters: Filter[] = [{ kind: 'list', name: 'to-chuc', label: awayWord('filterPlace'), value: state['to-chuc'], choices: places }]
  const which = views[state.cach as keyof typeof views] ?? 'all'
  const seesShares = roleName !== 'cellSecretary'
  const choices = [{ value: '', label: awayWord('all') }, { value: 'het-han', label: awayWord('lapsed') }, { value: 'tam-thoi', label: awayWord('temporary') }, { value: 'chinh-thuc', label: awayWord('lasting') }, ...(seesShares ? [{ value: 'chi-bo', label: awayWord('byCell') }] : [])]
  return (
    <Page title={awayWord('title')} filterWords={filtersInWords(filters)} tools={<>{state.cach === 'chi-bo' && seesShares ? <ListTools list="awayByCell" asked={{ ...place, ...viewed }} filter={filtersInWords(filters)} /> : <ListTools list="away" asked={{ which, ...place, ...viewed }} filter={filtersInWords(filters)} takers={KEEPERS} />}{!isPast && KEEPERS.includes(roleName ?? '') && <AppLink to={address('transferNew')}>{awayWord('toTransfer')}</AppLink>}</>}>
      <FilterRow filters={seesShares ? filters : []} onChange={(name, value) => set({ [name]: value, trang: '1' })} before={<ViewSwitch label={awayWord('views')} value={state.cach} views={choices} onChange={(cach) => set({ cach, trang: '1' })} />} />
      {state.cach === 'chi-bo' && seesShares ? <Shares place={place} /> : <People which={which} place={place} page={Number(state.trang) || 1} onPage={(next) => set({ trang: String(next) })} />}
    </Page>
  )
}
