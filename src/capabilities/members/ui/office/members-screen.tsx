import {
  AppLink, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, Page, say, useAddress, useAddressState, useDesk, useRead, type Column,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { members, ROOM, type MemberRow } from '../client.ts'
import { dateText, MemberStatusMark, overlayWords } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { emptyState, filtersOf, inputOf, slugOfSort, sortOf } from './list-state.ts'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const EXPORTERS = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']

function useColumns(seesEthnicity: boolean): Column<MemberRow>[] {
  const address = useAddress()
  const name = (row: MemberRow) => (
    <>
      <AppLink to={address('member', { id: row.id })}>{row.fullName}</AppLink>
      {row.otherName && <span className="hint"> {word('otherName', { name: row.otherName })}</span>}
    </>
  )
  const status = (row: MemberRow) => (
    <>
      <MemberStatusMark status={row.status} />
      {row.overlays.length > 0 && <div className="hint">{overlayWords(row.overlays)}</div>}
    </>
  )
  return [
    { id: 'name', title: word('columnName'), sortable: true, width: '20%', cell: name },
    { id: 'birth', title: word('columnBorn'), sortable: true, number: true, cell: (row) => row.bornOn?.slice(0, 4) ?? say('ui.number.unknown') },
    { id: 'woman', wide: true, title: word('columnWoman'), cell: (row) => (row.sex === 'female' ? word('womanTick') : '') },
    ...(seesEthnicity ? [{ id: 'ethnicity', wide: true, title: word('columnEthnicity'), cell: (row: MemberRow) => row.ethnicity }] : []),
    { id: 'cell', title: word('columnCell'), width: '22%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
    { id: 'admission', wide: true, title: word('columnAdmitted'), sortable: true, tight: true, cell: (row) => dateText(row.admittedOn ?? row.decidedOn) },
    { id: 'confirmed', wide: true, title: word('columnConfirmed'), tight: true, cell: (row) => (row.confirmedOn ? dateText(row.confirmedOn) : '') },
    { id: 'card', wide: true, title: word('columnCard'), tight: true, cell: (row) => row.cardNumber },
    { id: 'status', title: word('columnStatus'), cell: status },
    { id: 'decided', title: word('columnDecided'), tight: true, extra: true, cell: (row) => row.decidedOn && dateText(row.decidedOn) },
    { id: 'identity', title: word('columnIdentity'), tight: true, extra: true, cell: (row) => row.identityMasked },
  ]
}

/** Finds and lists people; the list behind every number of members. */
export default function MembersScreen() {
  const { asOf, knownAt, today, roleName } = useDesk()
  const address = useAddress()
  const [state, set] = useAddressState(emptyState)
  const seesEthnicity = roleName !== 'leader'
  const page = Number(state.trang) || 1
  const input = { ...inputOf(state), asOf, knownAt }
  const read = useRead([ROOM, 'list', JSON.stringify(input), page], (signal) => members.listMembers({ ...input, page, size: PAGE }, { signal }))
  const filters = filtersOf(state, usePlaces(state['to-chuc']), { today, seesEthnicity })
  const columns = useColumns(seesEthnicity)
  const drop = (name: string, value: string) => set({ [name]: value })
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)}
      summary={<>{read.value && `${countText(read.value.total)} ${word('listTotal')}`}<span className="hint">{word('listHint')}</span></>}
      tools={
        <>
          <ListTools list="members" asked={input} filter={filtersInWords(filters)} takers={EXPORTERS} />
          {EXPORTERS.includes(roleName ?? '') && <AppLink to={address('exports', {}, { 'to-chuc': state['to-chuc'] })}>{word('inputFile')}</AppLink>}
        </>
      }>
      <FilterRow filters={filters} onChange={drop} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('member', { id: row.id })}
          sort={sortOf(state)} onSort={(sort) => set({ xep: slugOfSort(sort) })} waiting={read.waiting} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={drop}>{word('listEmpty')}</EmptyList>} />
      )}
    </Page>
  )
}
