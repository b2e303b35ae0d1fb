import './board.css'
import { FailureBox, FilterRow, filtersInWords, LinkButton, Loaded, NumberLink, Page, useAddress, useDesk, ViewSwitch } from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import type { CaseList } from '../../client.ts'
import { actWords, word } from '../../words.vi.ts'
import { BoardColumns } from './board-columns.tsx'
import { BoardTable } from './board-table.tsx'
import { TermProgress } from './term-progress.tsx'
import { sameFilters, useBoard } from './use-board-filters.ts'

const mayOpen = ['cellSecretary', 'grassrootsOfficer']

function Summary({ list, filters }: { list: CaseList; filters: Record<string, string> }) {
  const address = useAddress()
  const to = (more: Record<string, string> = {}) => address('admissionCases', {}, { ...filters, dang: 'bang', ...more })
  const { open, late, returned } = list.counts
  return (
    <>
      <NumberLink count={open} word={word('boardOpen')} to={to()} /> {word('boardOpenAfter')} · <NumberLink count={late} word={word('boardLate')} {...(late > 0 ? { shape: 'late' as const } : {})} to={to({ 'qua-han': '1' })} />
      {' · '}<NumberLink count={returned} word={word('boardReturned')} {...(returned > 0 ? { shape: 'returned' as const } : {})} to={to({ 'tra-lai': '1' })} />
      <TermProgress />
    </>
  )
}

/** All open files of admission by stage, and where they stick. */
export default function BoardScreen() {
  const { roleName } = useDesk()
  const address = useAddress()
  const board = useBoard()
  const { read, filters, change, state, set, asTable } = board
  const nothing = read.value?.total === 0 && filters.every((filter) => !filter.value)
  return (
    <Page
      title={word('boardTitle')}
      filterWords={filtersInWords(filters)}
      summary={read.value && <Summary list={read.value} filters={sameFilters(state)} />}
      tools={<ListTools list="admissionCases" asked={board.asked} filter={filtersInWords(filters)} />}
      main={roleName && mayOpen.includes(roleName) && <LinkButton look="main" to={address('admissionOpen')}>{actWords.openCase}</LinkButton>}
    >
      <FilterRow
        filters={filters}
        onChange={change}
        before={<ViewSwitch label={word('boardView')} value={state.dang} views={[{ value: '', label: word('byStage') }, { value: 'bang', label: word('asTable') }]}
          onChange={(dang) => set(dang ? { dang } : { dang, 'giai-doan': '', xep: '' })} />}
      />
      {asTable ? (
        <>
          {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
          <BoardTable board={board} />
        </>
      ) : (
        <Loaded read={read} lines={10}>{(list) => (nothing ? <p className="empty">{word('boardEmpty')}</p> : <BoardColumns list={list} state={state} />)}</Loaded>
      )}
    </Page>
  )
}
