import { AppLink, countText, StatusMark, useAddress } from '../../../../../platform/ui-kit/index.ts'
import type { BoardColumn } from '../../../codes.ts'
import type { CaseList } from '../../client.ts'
import { word } from '../../words.vi.ts'
import { CaseCard } from './case-card.tsx'
import { sameFilters, type BoardState } from './use-board-filters.ts'

type Head = CaseList['columns'][number]

/** The six columns of the work; files after the ceremony and refused ones stand under the board as links. */
const onTheBoard: readonly BoardColumn[] = ['fileOpen', 'verifying', 'readyForCell', 'committee', 'decision', 'ceremony']

/** The files of one column as a list, with the filters of the board. */
const useListOf = (state: BoardState) => {
  const address = useAddress()
  return (column: BoardColumn, more: Record<string, string> = {}) => address('admissionCases', {}, { ...sameFilters(state), dang: 'bang', 'giai-doan': column, ...more })
}

function ColumnHead({ head, listOf }: { head: Head; listOf: ReturnType<typeof useListOf> }) {
  return (
    <div className="board-head">
      <h2>
        <span>{head.title}</span>
        <AppLink to={listOf(head.column)} aria-label={word('columnLabel', { title: head.title, n: countText(head.count) })}>{countText(head.count)}</AppLink>
      </h2>
      <p>
        {head.late > 0
          ? <AppLink to={listOf(head.column, { 'qua-han': '1' })} className="board-late"><StatusMark shape="late">{word('lateCount', { n: countText(head.late) })}</StatusMark></AppLink>
          : word('noneLate')}
      </p>
      <p className="board-limit">{head.limit}</p>
    </div>
  )
}

/** The open files by stage: cards are links, nothing is dragged; a stage changes only by an act on the file. */
export function BoardColumns({ list, state }: { list: CaseList; state: BoardState }) {
  const listOf = useListOf(state)
  const heads = onTheBoard.flatMap((column) => list.columns.filter((head) => head.column === column))
  const beside = (['after', 'ended'] as const).flatMap((column) => list.columns.filter((head) => head.column === column && head.count > 0))
  return (
    <>
      <div className="board">
        {heads.map((head) => {
          const rows = list.rows.filter((row) => row.column === head.column)
          return (
            <section key={head.column} aria-label={head.title} className="board-column">
              <ColumnHead head={head} listOf={listOf} />
              {rows.length === 0 ? <p className="board-empty">{word('emptyColumn')}</p> : (
                <ul>{rows.map((row) => <CaseCard key={row.id} row={row} today={list.today} />)}</ul>
              )}
              {head.count > rows.length && <p className="board-more"><AppLink to={listOf(head.column)}>{word('moreOfColumn', { n: countText(head.count - rows.length) })}</AppLink></p>}
            </section>
          )
        })}
      </div>
      {beside.length > 0 && (
        <p className="board-beside">
          {beside.map((head) => (
            <AppLink key={head.column} to={listOf(head.column)}>{word(head.column === 'after' ? 'afterCeremony' : 'notPassed', { n: countText(head.count) })}</AppLink>
          ))}
        </p>
      )}
    </>
  )
}
