import type { PlainDate } from '../../../../../kernel/index.ts'
import { AppLink, DueWords, StatusMark, useAddress } from '../../../../../platform/ui-kit/index.ts'
import type { CaseRow } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { nameWithYear, placeInOne } from '../../people.ts'
import { ownerNames, word } from '../../words.vi.ts'

/** The time words of a file: its next act, or that its papers have grown old. */
export function CaseTime({ row, today, withDay }: { row: CaseRow; today: PlainDate; withDay?: boolean }) {
  if (row.isStale && !row.isReturned && !row.nextAct?.isLate) return <StatusMark shape="late">{word('stale')}</StatusMark>
  if (!row.nextAct) return null
  return <DueWords due={dueOf(row.nextAct, today)} day={withDay ? 'short' : 'none'} />
}

/** One file on the board, wholly a link: person, place, time, who must act. */
export function CaseCard({ row, today }: { row: CaseRow; today: PlainDate }) {
  const address = useAddress()
  return (
    <li className="case-card">
      <AppLink to={address('admissionCase', { id: row.id })} className="case-card-name">{nameWithYear(row.person)}</AppLink>
      <p className="case-card-place">{placeInOne(row)}</p>
      <p><CaseTime row={row} today={today} /></p>
      {row.isReturned ? (
        <p><StatusMark shape="returned" plain>{word('returnedLine', { n: row.returnReasons })}</StatusMark></p>
      ) : (
        row.nextAct && <p className="case-card-owner">{ownerNames[row.nextAct.owner]}</p>
      )}
    </li>
  )
}
