import {
  Button, countText, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, Page, say, useAct, useAddress, useAddressState, useRead, useTell, ViewSwitch, type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { duplicates, ROOM, type ListInput, type PairRow } from '../client.ts'
import { day, partsAgainst, partsFor, partsSaid, PersonLines, ScoreMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { JoiningList } from './joining-list.tsx'
import { PairForm } from './list-forms.tsx'
import { usePlaces } from '../../../organisations/ui/index.ts'

const PAGE = 50
const empty = { muc: '', 'to-chuc': '', chac: '', tim: '', trang: '1', viec: '' }
type State = typeof empty

const inputOf = (state: State): ListInput => ({
  state: state.muc === 'khac' ? 'different' : 'open', strong: state.chac === '1', ...(state['to-chuc'] && { organisationId: state['to-chuc'] }), ...(state.tim && { search: state.tim }),
})

function useColumns(isDifferent: boolean): Column<PairRow>[] {
  const address = useAddress()
  const to = (pair: PairRow) => address('duplicatePair', { id: pair.id })
  return [
    { id: 'score', title: word('colScore'), tight: true, cell: (pair) => <ScoreMark {...pair} /> },
    { id: 'first', title: word('colFirst'), width: '22%', cell: (pair) => <PersonLines person={pair.first} to={to(pair)} /> },
    { id: 'second', title: word('colSecond'), width: '22%', cell: (pair) => <PersonLines person={pair.second} /> },
    { id: 'why', title: word('colWhy'), cell: (pair) => partsSaid(partsFor(pair.parts)) },
    { id: 'against', title: word('colAgainst'), cell: (pair) => partsSaid(partsAgainst(pair.parts)) || word('none') },
    ...(isDifferent ? [{ id: 'reason', title: word('colReason'), cell: (pair: PairRow) => `${pair.reason ?? ''} (${pair.decidedOn ? day(pair.decidedOn) : ''}, ${pair.decidedBy ?? ''})` }] : []),
  ]
}

function PairList({ state, set, filters }: { state: State; set: (change: Partial<State>) => void; filters: readonly Filter[] }) {
  const address = useAddress()
  const page = Number(state.trang) || 1
  const input = inputOf(state)
  const isDifferent = input.state === 'different'
  const columns = useColumns(isDifferent)
  const read = useRead([ROOM, 'pairs', JSON.stringify(input), page], (signal) => duplicates.listPairs({ ...input, page, size: PAGE }, { signal }))
  const list = read.value
  return (
    <>
      {list && <p className="pair-note">{isDifferent ? word('summaryDifferent', { n: countText(list.total) }) : word('summary', { n: countText(list.total), strong: countText(list.strong) })}</p>}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={list?.rows ?? []} rowKey={(pair) => pair.id} rowHref={(pair) => address('duplicatePair', { id: pair.id })} waiting={read.waiting}
          {...(list ? { total: list.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word(isDifferent ? 'emptyDifferent' : 'emptyOpen')}</EmptyList>} />
      )}
    </>
  )
}

/** Records that look like one person: to be decided, decided to be two, joined. */
export default function PairsScreen() {
  const [state, set] = useAddressState(empty)
  const places = usePlaces(state['to-chuc'])
  const tell = useTell()
  const look = useAct(duplicates.lookForPairs, {
    refresh: [[ROOM]], onDone: ({ compared, found, fresh }) => tell(word('lookDone', { compared: countText(compared), found: countText(found), fresh: countText(fresh) })),
  })
  const isJoined = state.muc === 'da-nhap'
  const filters: Filter[] = [
    { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim }, { kind: 'list', name: 'to-chuc', label: word('filterPlace'), value: state['to-chuc'], choices: places },
    { kind: 'list', name: 'chac', label: word('colScore'), value: state.chac, choices: [{ value: '1', label: word('filterStrong') }] },
  ]
  const view = <ViewSwitch label={word('views')} value={state.muc} views={[{ value: '', label: word('viewOpen') }, { value: 'khac', label: word('viewDifferent') }, { value: 'da-nhap', label: word('viewJoined') }]} onChange={(muc) => set({ muc, trang: '1', viec: '' })} />
  return (
    <Page alwaysToday title={word('title')} filterWords={isJoined ? word('viewJoined') : filtersInWords(filters)} summary={<span className="hint">{word('listHint')}</span>}
      tools={isJoined ? <Button onClick={() => window.print()}>{say('ui.print')}</Button> : <ListTools list="pairs" asked={inputOf(state)} filter={filtersInWords(filters)} />}
      acts={<Button onClick={() => set({ viec: 'them' })}>{word('actPair')}</Button>}
      main={<Button look="main" running={look.running} onClick={() => void look.run({})}>{word('actLook')}</Button>}>
      <FailureBox failure={look.failure} />
      {state.viec === 'them' && <PairForm onClose={() => set({ viec: '' })} />}
      <FilterRow filters={isJoined ? [] : filters} before={view} onChange={(name, value) => set({ [name]: String(value), trang: '1' })} />
      {isJoined ? <JoiningList page={Number(state.trang) || 1} onPage={(next) => set({ trang: String(next) })} /> : <PairList state={state} set={set} filters={filters} />}
    </Page>
  )
}
