import { AppLink, Button, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, Section, useAddress, useRead, useViewed, ViewSwitch, type Column, type Filter } from '../../../../platform/ui-kit/index.ts'
import { ListExport } from '../../../audit/ui/index.ts'
import { ownerNames } from '../../../reminders/ui/index.ts'
import { differenceKinds, differenceStates } from '../../codes.ts'
import { kindNames, markNames, reasonNames, settledWords, stateNames } from '../../messages.vi.ts'
import { reconciling, ROOM, type Difference, type Line, type ReconciliationPage } from '../client.ts'
import { Changed, day, nameWithYear, saidText, StateMark, uncertain } from '../marks.tsx'
import { word } from '../words.vi.ts'

const PAGE = 50
export const linesState = { cach: '', 'chi-bo': '', loai: '', 'ket-qua': '', tim: '', trang: '1' }
type State = typeof linesState

const views = { 'ca-hai': 'all', 'chua-danh-dau': 'unmarked' } as const

export const linesAsked = (id: string, state: State) => ({
  reconciliationId: id, view: views[state.cach as keyof typeof views] ?? ('differing' as const), ...(state['chi-bo'] ? { cellId: state['chi-bo'] } : {}), ...(state.loai ? { kind: state.loai as Difference['kind'] } : {}),
  ...(state['ket-qua'] ? { state: state['ket-qua'] as Difference['state'] } : {}), ...(state.tim ? { search: state.tim } : {}),
})

function OursCell({ line }: { line: Line }) {
  if (!line.personId) return <span className="hint">{word('onlyTheirs')}</span>
  const said = Object.assign({}, ...line.differences.map(({ ours }) => ours)) as Record<string, string>
  const { fullName: _name, ...others } = said
  return <>{line.fullName}{Object.keys(others).length > 0 && <span className="hint">{saidText(others)}</span>}</>
}

function TheirsCell({ line }: { line: Line }) {
  if (!line.mark) return <span className="hint">{word('notMarked')}</span>
  const said = Object.assign({}, ...line.differences.map(({ theirs }) => theirs)) as Record<string, string>
  const { fullName, ...others } = said
  const reason = line.reason && line.reason !== 'unclear' ? [reasonNames[line.reason], line.reasonOn ? uncertain(line.reasonOn) : ''].filter(Boolean).join(' ') : ''
  const isSame = line.mark === 'right' && line.differences.length === 0
  const isGone = line.mark === 'absent' || line.mark === 'surplus' || line.reason === 'died' || line.reason === 'movedOut'
  return (
    <>
      {isSame ? <span className="hint">{word('sameAsOurs')}</span> : isGone ? <span className="hint">{word('onlyOurs')}</span> : fullName && line.personId ? <Changed text={fullName} beside={line.fullName} /> : line.fullName}
      {Object.keys(others).length > 0 && line.personId && <><br />{saidText(others)}</>}
      {!isSame && <span className="hint">{[...new Set([markNames[line.mark], reason, line.note])].concat(line.sheetRow ? word('row', { row: line.sheetRow }) : '').filter(Boolean).join(' · ')}</span>}
      {line.questions.map((question) => <div key={question}><strong>{question}</strong></div>)}
    </>
  )
}

const outcomeOf = ({ settledBy, reason, registerAgrees }: Difference): string => reason ?? (settledBy ? settledWords(settledBy) : registerAgrees ? word('agreesNow') : '')

function useColumns(mayMark: boolean, onMark: (line: Line) => void): Column<Line>[] {
  const address = useAddress()
  const each = (line: Line, cell: (difference: Difference) => React.ReactNode) => line.differences.map((difference) => <div key={difference.id}>{cell(difference)}</div>)
  return [
    { id: 'name', title: word('colName'), width: '15%', cell: (line) => (line.personId ? <AppLink to={address('member', { id: line.personId })}>{nameWithYear(line)}</AppLink> : nameWithYear(line)) },
    { id: 'cell', title: word('colCell'), width: '12%', cell: (line) => line.cellName },
    { id: 'ours', title: word('colOursSays'), width: '14%', cell: (line) => <OursCell line={line} /> }, { id: 'theirs', title: word('colTheirsSays'), width: '22%', cell: (line) => <TheirsCell line={line} /> },
    { id: 'kind', title: word('colDifference'), width: '12%', cell: (line) => each(line, (d) => <AppLink to={address('reconciliationDifference', { id: d.id })}>{kindNames[d.kind]}</AppLink>) },
    { id: 'owner', title: word('colOwner'), width: '11%', cell: (line) => each(line, (d) => (d.state === 'open' ? `${ownerNames[d.owner]}, ${day(d.dueOn)}` : '')) },
    { id: 'state', title: word('colState'), width: '13%', cell: (line) => each(line, (d) => <><StateMark state={d.state} isLate={d.isLate} />{outcomeOf(d) && <span className="hint"> {outcomeOf(d)}</span>}</>) },
    ...(mayMark ? [{ id: 'mark', title: word('mark'), tight: true, cell: (line: Line) => line.personId && <Button look="quiet" onClick={() => onMark(line)}>{word('mark')}<span className="visually-hidden"> {line.fullName}</span></Button> }] : []),
  ]
}

type Props = { page: ReconciliationPage; state: State; set: (change: Partial<State>) => void; onMark: (line: Line) => void }

/** Both lists side by side; only what differs, unless more is asked for. */
export function LinesTable({ page, state, set, onMark }: Props) {
  const asked = { ...linesAsked(page.id, state), ...useViewed() }
  const number = Number(state.trang) || 1
  const read = useRead([ROOM, 'lines', asked, number], (signal) => reconciling.listLines({ ...asked, page: number, size: PAGE }, { signal }))
  const columns = useColumns(page.may.includes('mark'), onMark)
  const filters: Filter[] = [
    { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim },
    ...(page.cells.length > 1 ? [{ kind: 'list' as const, name: 'chi-bo', label: word('filterCell'), value: state['chi-bo'], choices: page.cells.map(({ id, name }) => ({ value: id, label: name })) }] : []),
    { kind: 'list', name: 'loai', label: word('filterKind'), value: state.loai, choices: differenceKinds.filter((kind) => page.kinds.some((each) => each.kind === kind)).map((value) => ({ value, label: kindNames[value] })) },
    { kind: 'list', name: 'ket-qua', label: word('filterState'), value: state['ket-qua'], choices: differenceStates.filter((value) => value !== 'withdrawn').map((value) => ({ value, label: stateNames[value] })) },
  ]
  const view = <ViewSwitch label={word('views')} value={state.cach} views={[{ value: '', label: word('viewDiffering') }, { value: 'ca-hai', label: word('viewAll') }, { value: 'chua-danh-dau', label: word('viewUnmarked') }]} onChange={(cach) => set({ cach, trang: '1' })} />
  return (
    <Section title={word('lists')} acts={<ListExport list="reconciliationLines" asked={asked} filter={filtersInWords(filters)} takers={['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']} />}>
      <FilterRow filters={filters} before={view} onChange={(name, value) => set({ [name]: value, trang: '1' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('lists')} columns={columns} rows={read.value?.rows ?? []} rowKey={(line) => line.personId ?? line.statementId!} waiting={read.waiting} {...(read.value ? { total: read.value.total } : {})} page={number} pageSize={PAGE}
          onPage={(next) => set({ trang: String(next) })} empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('lineEmpty')}</EmptyList>} />
      )}
    </Section>
  )
}
