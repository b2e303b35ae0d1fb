import { Button, countText, DataTable, dayText, StatusMark, type Column, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import type { Movement } from '../../codes.ts'
import { measureNames, movementNames, ownerRoleNames } from '../../messages.vi.ts'
import type { Solution } from '../client.ts'
import { word } from '../words.vi.ts'

const shapes: Readonly<Record<Movement, StatusShape>> = { reached: 'done', moved: 'soon', unmoved: 'today', worse: 'late' }

function Due({ solution }: { solution: Solution }) {
  if (solution.closedOn) return <>{word('closed', { day: dayText(solution.closedOn) })}</>
  return solution.isAsked ? <StatusMark shape="late">{word('asked', { day: dayText(solution.dueOn) })}</StatusMark> : <>{dayText(solution.dueOn)}</>
}

function answerOf({ followUps }: Solution): string {
  const last = followUps.at(-1)
  return last ? word('answer', { day: dayText(last.followedOn), value: countText(last.value), note: last.note ?? '' }).trim() : word('noAnswer')
}

type Props = { solutions: readonly Solution[]; caption: string; withConference: boolean; onFollowUp?: (solution: Solution) => void; total?: number; page?: number; pageSize?: number; onPage?: (page: number) => void; waiting?: boolean }

/** Solutions with who is to do them by when, and how the figure stands that each is to move. */
export function SolutionsTable({ solutions, caption, withConference, onFollowUp, ...paging }: Props) {
  const columns: Column<Solution>[] = [
    {
      id: 'text', title: word('colSolution'), width: '22%', cell: (row) => (
        <>
          {row.text}
          <span className="hint"> {[row.place && word('at', { place: row.place }), withConference && word('of', { title: row.conferenceTitle, day: dayText(row.heldOn) })].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { id: 'owner', title: word('colOwner'), width: '12%', cell: (row) => `${ownerRoleNames[row.ownerRole]} – ${row.ownerName}` },
    { id: 'due', title: word('colDue'), tight: true, cell: (row) => <Due solution={row} /> },
    { id: 'figure', title: word('colFigure'), width: '14%', cell: (row) => `${measureNames[row.measure]} – ${row.measuredName}` },
    { id: 'then', title: word('colThen'), number: true, cell: (row) => countText(row.valueThen) },
    { id: 'wanted', title: word('colWanted'), number: true, cell: (row) => countText(row.wanted) },
    { id: 'now', title: word('colNow'), number: true, cell: (row) => <strong>{countText(row.valueNow)}</strong> },
    { id: 'movement', title: word('colMovement'), tight: true, cell: (row) => <StatusMark shape={shapes[row.movement]}>{movementNames[row.movement]}</StatusMark> },
    { id: 'answer', title: word('colAnswer'), width: '16%', cell: (row) => answerOf(row) },
    ...(onFollowUp && solutions.some(({ mayFollowUp }) => mayFollowUp)
      ? [{ id: 'act', title: word('followUp'), tight: true, cell: (row: Solution) => row.mayFollowUp && <Button look="quiet" onClick={() => onFollowUp(row)}>{word('followUp')}</Button> }] : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={solutions} rowKey={(row) => row.id} empty={word('noSolutions')} {...paging} />
}
