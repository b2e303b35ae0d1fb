import { AppLink, Button, DataTable, Section, ViewSwitch, type Column } from '../../../../../platform/ui-kit/index.ts'
import type { UnionCode } from '../../../codes.ts'
import { unionNames } from '../../../messages.vi.ts'
import type { MassPlace, MassReviews } from '../targets/client.ts'
import { reviewColumns } from './review-columns.tsx'
import type { Mass } from './use-mass.ts'
import { word } from './words.vi.ts'

/** How the number of a place came about: counted there as a whole, or put together from places below it. */
function sourceWords(place: MassPlace, union: UnionCode): string {
  const review = place.reviews.find((each) => each.unionCode === union)
  if (!review || place.isCell) return ''
  return place.ownReview.some((each) => each.unionCode === union) ? word('asWhole') : word('ofPlaces', { n: review.places })
}

type Props = { mass: Mass; reviews: MassReviews; onUpdate: ((organisationId: string) => void) | undefined }

/** One mass organisation by the places directly below; a place opens the places below it. */
export function PlacesTable({ mass, reviews, onUpdate }: Props) {
  const { union } = mass
  if (!union || reviews.places.length === 0) return null
  const views = reviews.unions.map(({ unionCode }) => ({ value: unionCode, label: unionNames[unionCode] }))
  const title = word('byPlace', { union: unionNames[union] })
  const columns: Column<MassPlace>[] = [
    { id: 'place', title: word('columnPlace'), cell: (place) => (place.hasBelow ? <AppLink to={mass.to(place.organisationId)}>{place.shortName}</AppLink> : place.shortName) },
    ...reviewColumns<MassPlace>((place) => place.reviews.find((each) => each.unionCode === union), (place) => mass.sources(place.organisationId, union)),
    ...(reviews.places.every((place) => place.isCell) ? [] : [{ id: 'source', title: word('columnSource'), tight: true, cell: (place: MassPlace) => sourceWords(place, union) }]),
    ...(onUpdate ? [{ id: 'act', title: word('columnAct'), tight: true, cell: (place: MassPlace) => (
      <Button look="quiet" className="mass-update" aria-label={word('updateOf', { place: place.shortName })} onClick={() => onUpdate(place.organisationId)}>{word('updateShort')}</Button>
    ) }] : []),
  ]
  return (
    <Section title={title}>
      {views.length > 1 && <div className="mass-views"><ViewSwitch label={word('pickUnion')} value={union} views={views} onChange={(code) => mass.set({ 'doan-the': code })} /></div>}
      <DataTable caption={title} columns={columns} rows={reviews.places} rowKey={(place) => place.organisationId} waiting={mass.read.waiting}
        rowHref={(place) => (place.hasBelow ? mass.to(place.organisationId) : undefined)} />
    </Section>
  )
}
