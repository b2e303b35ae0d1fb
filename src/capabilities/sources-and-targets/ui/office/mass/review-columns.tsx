import type { ReactNode } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { countText, dayText, NumberLink, ShareBar, spokenShare, StatusMark, type Column } from '../../../../../platform/ui-kit/index.ts'
import type { Review } from '../targets/client.ts'
import { word } from './words.vi.ts'

/** The day of review, of several places the first and the last; marked when the oldest lies more than a year back. */
function Reviewed({ review }: { review: Review }) {
  const { reviewedOn, oldestOn } = review
  const days = oldestOn === reviewedOn ? dayText(reviewedOn as PlainDate) : `${dayText(oldestOn as PlainDate)} – ${dayText(reviewedOn as PlainDate)}`
  return <span className="mass-reviewed">{days}{review.staleSince12Months && <StatusMark shape="soon">{word('stale')}</StatusMark>}</span>
}

/** Columns of a review; `of` finds it in the row, which may have none. `sources` = where the people followed stand. */
export function reviewColumns<Row>(of: (row: Row) => Review | undefined, sources: (row: Row) => string): Column<Row>[] {
  const cell = (show: (review: Review, row: Row) => ReactNode) => (row: Row) => {
    const review = of(row)
    return review ? show(review, row) : ''
  }
  return [
    { id: 'total', title: word('columnTotal'), number: true, cell: (row) => (of(row) ? countText(of(row)!.total) : <span className="hint">{word('none')}</span>) },
    { id: 'party', title: word('columnParty'), number: true, cell: cell((review) => countText(review.partyMembers)) },
    { id: 'nonMembers', title: word('columnNonMembers'), number: true, cell: cell((review) => <strong>{countText(review.nonMembers)}</strong>) },
    { id: 'share', title: word('columnShare'), width: '20%', cell: cell((review) => <span className="mass-share">{spokenShare(review.nonMembers, review.total)}<ShareBar share={review.nonMembers / Math.max(1, review.total)} /></span>) },
    { id: 'reviewed', title: word('columnReviewed'), cell: cell((review) => <Reviewed review={review} />) },
    { id: 'followed', title: word('columnFollowed'), number: true, cell: cell((review, row) => <NumberLink size="cell" count={review.followed} to={sources(row)} label={word('columnFollowed')} />) },
  ]
}
