import {
  AppLink, countText, DataTable, FailureBox, Loaded, NumberLink, Page, Section, StatusMark, useAddress, useAddressState, useRead, ViewSwitch, type Column,
} from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import { stages } from '../../../codes.ts'
import { foundNames, stageNames, unionNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, useViewed, useViewedPlace } from './client.ts'
import { word } from './words.vi.ts'

type Reach = Awaited<ReturnType<typeof sourcesAndTargets.findReach>>
type Row = Reach['rows'][number]
type Found = Reach['found'][number]
type Union = Reach['unions'][number]

/** Cells one by one, or the whole against its target. */
export function ReachSwitch({ placeId, value }: { placeId: string; value: '' | 'chi-tieu' }) {
  const [, set] = useAddressState({ cach: '', 'to-chuc': placeId, khoang: '', chi: '', trang: '1' })
  return <ViewSwitch label={word('view')} value={value} onChange={(cach) => set({ cach, khoang: '', chi: '', trang: '1' })} views={[{ value: '', label: word('viewCells') }, { value: 'chi-tieu', label: word('viewReach') }]} />
}

const Within = ({ missing }: Pick<Row, 'missing'>) =>
  missing === null ? <>{word('noTarget')}</> : missing === 0 ? <StatusMark shape="done">{word('enough')}</StatusMark> : <StatusMark shape="today">{word('short', { n: countText(missing) })}</StatusMark>

const stageColumns = <R extends { byStage: Row['byStage'] }>(to: (row: R, stage: (typeof stages)[number]) => string): Column<R>[] =>
  stages.map((stage) => ({ id: stage, title: stageNames[stage], number: true, cell: (row) => <NumberLink size="cell" count={row.byStage[stage]} label={stageNames[stage]} to={to(row, stage)} /> }))

function ReachTables({ reach, placeId }: { reach: Reach; placeId: string }) {
  const address = useAddress()
  const within = placeId ? { 'to-chuc': placeId } : {}
  const ofPlace: Column<Row>[] = [
    { id: 'place', title: word('columnReachPlace'), cell: (row) => (row === reach.head ? <strong>{row.shortName}</strong> : <AppLink to={address('sources', {}, { 'to-chuc': row.organisationId, cach: 'chi-tieu' })}>{row.shortName}</AppLink>) },
    { id: 'given', title: word('columnGiven'), number: true, cell: (row) => (row.target === null ? '–' : countText(row.target)) },
    { id: 'admitted', title: word('columnAdmitted'), number: true, cell: (row) => countText(row.admitted) },
    { id: 'left', title: word('columnLeft'), number: true, cell: (row) => (row.left === null ? '' : countText(row.left)) },
    ...stageColumns<Row>((row, stage) => address('sources', {}, { 'chi-bo': row.organisationId, 'giai-doan': stage })),
    { id: 'reach', title: word('columnReach'), tight: true, cell: (row) => <Within missing={row.missing} /> },
  ]
  const ofFound: Column<Found>[] = [
    { id: 'found', title: word('columnFoundBy'), cell: (row) => (row.foundBy ? foundNames[row.foundBy] : word('foundNotSaid')) },
    { id: 'followed', title: word('columnFollowed'), number: true, cell: (row) => <NumberLink size="cell" count={row.followed} label={row.foundBy ? foundNames[row.foundBy] : word('foundNotSaid')} to={address('sources', {}, { ...within, 'phat-hien': row.foundBy ?? 'notSaid' })} /> },
    ...stageColumns<Found>((row, stage) => address('sources', {}, { ...within, 'phat-hien': row.foundBy ?? 'notSaid', 'giai-doan': stage })),
  ]
  const ofUnion: Column<Union>[] = [
    { id: 'union', title: word('columnUnion'), cell: (row) => unionNames[row.unionCode] },
    { id: 'followed', title: word('columnFollowed'), number: true, cell: (row) => <NumberLink size="cell" count={row.followed} label={unionNames[row.unionCode]} to={address('sources', {}, { ...within, 'doan-the': row.unionCode })} /> },
  ]
  return (
    <>
      <Section title={word('reach')}>
        <DataTable caption={word('reach')} columns={ofPlace} rows={[reach.head, ...reach.rows]} rowKey={(row) => row.organisationId} />
        <p className="hint">{word('reachHint')}</p>
      </Section>
      <Section title={word('foundTable')}><DataTable caption={word('foundTable')} columns={ofFound} rows={reach.found} rowKey={(row) => row.foundBy ?? ''} /></Section>
      <Section title={word('unionsTable')}>
        <DataTable caption={word('unionsTable')} columns={ofUnion} rows={reach.unions} rowKey={(row) => row.unionCode} empty={word('emptyPeople')} />
        <p className="hint">{word('once', { people: countText(reach.people), several: countText(reach.inSeveral), none: countText(reach.inNone) })}</p>
      </Section>
    </>
  )
}

/** Whether targets are within reach of the people followed, where those were found, and to which mass organisations they belong. */
export function ReachView({ placeId }: { placeId: string }) {
  const address = useAddress()
  const viewed = useViewed()
  const place = useViewedPlace(placeId, (id) => address('sources', {}, { 'to-chuc': id, cach: 'chi-tieu' }))
  const asked = { ...(placeId ? { organisationId: placeId } : {}), ...viewed }
  const read = useRead([ROOM, 'reach', placeId], (signal) => sourcesAndTargets.findReach(asked, { signal }))
  return (
    <Page title={word('viewReach')} note={placeId ? place.name : undefined} crumbs={placeId ? place.crumbs : []} tools={<ListTools list="sourceReach" asked={asked} />}>
      <FailureBox failure={read.failure} onRetry={read.again} />
      <ReachSwitch placeId={placeId} value="chi-tieu" />
      <Loaded read={read} lines={10}>{(reach) => <ReachTables reach={reach} placeId={placeId} />}</Loaded>
    </Page>
  )
}
