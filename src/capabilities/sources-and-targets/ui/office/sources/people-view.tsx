import { useState } from 'react'
import {
  AppLink, Button, countText, DataTable, dayText, EmptyList, FailureBox, FilterRow, filtersInWords, Page, StatusMark, useAddress, useAddressState, useDesk, useIsPast, useRead, type Column, type Filter,
} from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import { foundWays, stages, unionCodes } from '../../../codes.ts'
import { foundNames, stageNames, unionNames } from '../../../messages.vi.ts'
import { AddDrawer } from './add-drawer.tsx'
import { ROOM, sourcesAndTargets, useViewed, useViewedPlace, type ProspectRow } from './client.ts'
import { word } from './words.vi.ts'

const SIZE = 50

export function CertificateWords({ certificate }: { certificate: ProspectRow['certificate'] }) {
  if (!certificate) return <>{word('noCertificate')}</>
  if (!certificate.isValid) return <StatusMark shape="late">{word('certificateOver', { day: dayText(certificate.validUntil) })}</StatusMark>
  return <StatusMark shape={certificate.monthsLeft < 3 ? 'soon' : 'done'}>{word('certificateLeft', { m: certificate.monthsLeft })}</StatusMark>
}

function useColumns(): Column<ProspectRow>[] {
  const address = useAddress()
  return [
    { id: 'person', title: word('columnPerson'), cell: (row) => <AppLink to={address('source', { id: row.id })}>{row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName}</AppLink> },
    { id: 'stage', title: word('columnStage'), cell: (row) => stageNames[row.stage] },
    { id: 'mentor', title: word('columnMentor'), cell: (row) => (row.mentor ? <>{row.mentor.fullName}{row.mentor.overloaded && <> <StatusMark shape="soon">{word('overloaded', { n: countText(row.mentor.load) })}</StatusMark></>}</> : word('noMentor')) },
    { id: 'certificate', title: word('columnCertificate'), tight: true, cell: (row) => <CertificateWords certificate={row.certificate} /> },
    { id: 'remark', title: word('columnRemark'), tight: true, cell: (row) => (row.lastRemark ? dayText(row.lastRemark.writtenOn) : word('noRemark')) },
    { id: 'cell', title: word('columnCell'), cell: (row) => [row.cellName, row.aboveName].filter(Boolean).join(' – ') },
  ]
}

/** People followed at a place (a cell, or all cells below), with what each still needs. */
export function PeopleView({ placeId }: { placeId: string }) {
  const address = useAddress()
  const { roleName, organisation } = useDesk()
  const isPast = useIsPast()
  const viewed = useViewed()
  const [adding, setAdding] = useState(false)
  const [state, set] = useAddressState({ 'giai-doan': '', 'doan-the': '', 'phat-hien': '', ten: '', trang: '1' })
  const columns = useColumns()
  const page = Number(state.trang) || 1
  const stage = stages.find((each) => each === state['giai-doan'])
  const union = unionCodes.find((each) => each === state['doan-the'])
  const foundBy = ([...foundWays, 'notSaid'] as const).find((each) => each === state['phat-hien'])
  const place = useViewedPlace(placeId, (id) => address('sources', {}, { 'to-chuc': id, 'doan-the': state['doan-the'] }))
  const read = useRead([ROOM, 'people', placeId, stage, union, foundBy, state.ten, page], (signal) =>
    sourcesAndTargets.listProspects({ ...(placeId ? { organisationId: placeId } : {}), ...(stage ? { stage } : {}), ...(union ? { unionCode: union } : {}), ...(foundBy ? { foundBy } : {}), ...(state.ten ? { search: state.ten } : {}), ...viewed, page, size: SIZE }, { signal }))
  const filters: Filter[] = [
    { kind: 'list', name: 'giai-doan', label: word('filterStage'), value: state['giai-doan'], choices: stages.map((value) => ({ value, label: stageNames[value], count: read.value?.byStage[value] })) },
    { kind: 'list', name: 'doan-the', label: word('filterUnion'), value: union ?? '', choices: unionCodes.map((value) => ({ value, label: unionNames[value] })) },
    { kind: 'list', name: 'phat-hien', label: word('filterFound'), value: foundBy ?? '', choices: [...foundWays.map((value) => ({ value, label: foundNames[value] })), { value: 'notSaid', label: word('foundNotSaid') }] },
    { kind: 'text', name: 'ten', label: word('filterSearch'), value: state.ten },
  ]
  const placeName = placeId ? place.name : organisation
  const mayAdd = roleName === 'cellSecretary' && !isPast
  return (
    <Page title={placeName ? word('titleOfCell', { cell: placeName }) : word('menu')} filterWords={filtersInWords(filters)}
      crumbs={placeId ? [{ label: word('menu'), to: address('sources') }, { label: placeName }] : [{ label: organisation }]}
      tools={<ListTools list="sources" asked={{ organisationId: placeId, stage, unionCode: union, foundBy, search: state.ten, ...viewed }} filter={filtersInWords(filters)} />}
      main={mayAdd && <Button look="main" onClick={() => setAdding(true)}>{word('add')}</Button>}>
      <FailureBox failure={read.failure} onRetry={read.again} />
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value })} />
      <DataTable caption={word('menu')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('source', { id: row.id })}
        total={read.value?.total ?? 0} page={page} pageSize={SIZE} onPage={(trang) => set({ trang: String(trang) })} waiting={read.waiting}
        empty={<EmptyList filters={filters} onDrop={(name) => set({ [name]: '' })}><StatusMark shape="today">{word('emptyPeople')}</StatusMark></EmptyList>} />
      {mayAdd && <AddDrawer open={adding} onClose={() => setAdding(false)} />}
    </Page>
  )
}
