import { useState } from 'react'
import {
  AppLink, Button, countText, DataTable, dayText, EmptyList, FailureBox, FilterRow, filtersInWords, Page, say, StatusMark, useAddress, useAddressState, useDesk, useRead, type Column, type Filter,
} from '../../../../../platform/ui-kit/index.ts'
import { stages } from '../../../codes.ts'
import { stageNames } from '../../../messages.vi.ts'
import { AddDrawer } from './add-drawer.tsx'
import { ROOM, sourcesAndTargets, useViewed, type ProspectRow } from './client.ts'
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

/** People a cell follows, with what each still needs. */
export function PeopleView({ cellId }: { cellId: string }) {
  const address = useAddress()
  const { roleName, organisation, asOf } = useDesk()
  const viewed = useViewed()
  const [adding, setAdding] = useState(false)
  const [state, set] = useAddressState({ 'chi-bo': '', 'giai-doan': '', ten: '', trang: '1' })
  const columns = useColumns()
  const page = Number(state.trang) || 1
  const stage = stages.find((each) => each === state['giai-doan'])
  const read = useRead([ROOM, 'people', cellId, stage, state.ten, page], (signal) =>
    sourcesAndTargets.listProspects({ ...(cellId ? { organisationId: cellId } : {}), ...(stage ? { stage } : {}), ...(state.ten ? { search: state.ten } : {}), ...viewed, page, size: SIZE }, { signal }))
  const filters: Filter[] = [
    { kind: 'list', name: 'giai-doan', label: word('filterStage'), value: state['giai-doan'], choices: stages.map((value) => ({ value, label: stageNames[value], count: read.value?.byStage[value] })) },
    { kind: 'text', name: 'ten', label: word('filterSearch'), value: state.ten },
  ]
  const cellName = cellId ? (read.value?.rows[0]?.cellName ?? '') : organisation
  const mayAdd = roleName === 'cellSecretary' && !asOf
  return (
    <Page title={cellName ? word('titleOfCell', { cell: cellName }) : word('menu')} filterWords={filtersInWords(filters)}
      crumbs={cellId ? [{ label: word('menu'), to: address('sources') }, { label: cellName }] : [{ label: organisation }]}
      tools={<Button onClick={() => window.print()}>{say('ui.print')}</Button>}
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
