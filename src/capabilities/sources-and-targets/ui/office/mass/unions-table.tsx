import { DataTable, type Column } from '../../../../../platform/ui-kit/index.ts'
import { unionNames } from '../../../messages.vi.ts'
import type { MassReviews, Review } from '../targets/client.ts'
import { reviewColumns } from './review-columns.tsx'
import type { Mass } from './use-mass.ts'
import { word } from './words.vi.ts'

/** Mass organisations of one place, each for itself: people belong to several, so there is no sum. */
export function UnionsTable({ mass, reviews }: { mass: Mass; reviews: MassReviews }) {
  const columns: Column<Review>[] = [
    { id: 'union', title: word('columnUnion'), tight: true, cell: (review) => unionNames[review.unionCode] },
    ...reviewColumns<Review>((review) => review, (review) => mass.sources(mass.place.id, review.unionCode)),
  ]
  return (
    <>
      <DataTable caption={word('unions')} columns={columns} rows={reviews.unions} rowKey={(review) => review.unionCode} waiting={mass.read.waiting}
        empty={word(reviews.mayRecord ? 'empty' : 'emptyRead')} />
      {reviews.unions.length > 0 && <p className="hint">{word('notAdded')}</p>}
    </>
  )
}
