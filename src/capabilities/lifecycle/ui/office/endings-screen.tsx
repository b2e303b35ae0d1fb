import { ListTools } from '../../../audit/ui/index.ts'
import { AppLink, countText, Covered, DataTable, dayText, FailureBox, FilterRow, filtersInWords, Page, StatusMark, useAddress, useAddressState, useDesk, useRead, ViewSwitch, type Column, type Filter, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import { endingKinds, type EndingStage } from '../../endings/codes.ts'
import { endingKindNames, endingStageText, strikeOffGroundNames } from '../../endings/messages.vi.ts'
import { lifecycle, ROOM, type ListedEnding } from '../client.ts'
import { word } from '../endings.vi.ts'
import { day } from './badge-tables.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const empty = { cach: '', 'to-chuc': '', loai: '', trang: '1' }
export const stageShapes: Readonly<Record<EndingStage, StatusShape>> = { opened: 'soon', cellCarried: 'soon', committeeCarried: 'today', notCarried: 'unclear', dropped: 'unclear', ended: 'done', restored: 'future' }

function useColumns(isEnded: boolean): Column<ListedEnding>[] {
  const address = useAddress()
  const due: Column<ListedEnding> = { id: 'due', title: word('colDue'), tight: true, cell: (row) => day(row.nextDueOn) }
  const ended: Column<ListedEnding>[] = [
    { id: 'decision', title: word('colDecision'), width: '17%', cell: (row) => <>{row.decisionNumber}<div className="hint">{[day(row.decidedOn), row.issuedBy].filter(Boolean).join(', ')}</div></> },
    { id: 'ended', title: word('colEnded'), tight: true, cell: (row) => day(row.endedOn) },
  ]
  return [
    { id: 'name', title: word('colName'), width: '16%', cell: (row) => <AppLink to={address('memberEnding', { id: row.personId })}>{row.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (row) => row.bornOn?.slice(0, 4) },
    { id: 'cell', title: word('colPlace'), width: '18%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
    { id: 'kind', title: word('colKind'), tight: true, cell: (row) => endingKindNames[row.kind] },
    { id: 'reason', title: word('colReason'), width: '20%', cell: (row) => <>{row.ground && <div>{strikeOffGroundNames[row.ground]}</div>}{row.isCovered ? <Covered /> : row.reason}</> },
    { id: 'stage', title: word('colStage'), width: '15%', cell: (row) => <><StatusMark shape={stageShapes[row.stage]}>{endingStageText(row)}</StatusMark><div className="hint">{word('sinceDay', { day: day(row.stageSince) })}</div></> },
    ...(isEnded ? ended : [due]),
  ]
}

/** Who is to be struck off or asked to leave, and whose membership ended so. */
export default function EndingsScreen() {
  const { asOf, knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const places = usePlaces(state['to-chuc'])
  const view = state.cach === 'ended' || state.cach === 'all' ? state.cach : 'open'
  const kind = endingKinds.find((each) => each === state.loai)
  const asked = { state: view, ...(kind ? { kind } : {}), ...(state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}), ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) } as const
  const page = Number(state.trang) || 1
  const read = useRead([ROOM, 'endings', JSON.stringify(asked), page], (signal) => lifecycle.listEndings({ ...asked, page, size: PAGE }, { signal }))
  const columns = useColumns(view !== 'open')
  const filters: Filter[] = [
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: places },
    { kind: 'list', name: 'loai', label: word('kind'), value: state.loai, choices: endingKinds.map((value) => ({ value, label: endingKindNames[value] })) },
  ]
  const n = (which: 'open' | 'ended' | 'all') => countText(read.value?.counts[which] ?? 0)
  const views = [{ value: 'open', label: word('viewOpen', { n: n('open') }) }, { value: 'ended', label: word('viewEnded', { n: n('ended') }) }, { value: 'all', label: word('viewAll', { n: n('all') }) }]
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)} summary={read.value && word('summary', { day: dayText(read.value.asOf), n: countText(read.value.total) })}
      tools={<ListTools list="endings" asked={asked} filter={filtersInWords(filters)} takers={['superiorOfficer', 'grassrootsOfficer']} />}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, trang: '1' })} before={<ViewSwitch label={word('views')} value={view} views={views} onChange={(cach) => set({ cach, trang: '1' })} />} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} empty={word('empty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(to) => set({ trang: String(to) })} />}
    </Page>
  )
}
