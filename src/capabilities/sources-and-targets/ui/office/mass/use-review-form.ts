import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { countText, dayText, useDesk, type FieldError, say } from '../../../../../platform/ui-kit/index.ts'
import { unionCodes } from '../../../codes.ts'
import type { MassReviews } from '../targets/client.ts'
import { word } from './words.vi.ts'

export type FormPlace = { readonly id: string; readonly name: string }

const empty = (field: string, label: string, value: unknown): FieldError[] =>
  value === undefined || value === '' ? [{ field, text: say('ui.fieldMissing', { field: label }) }] : []

/** What is typed in the form of a review, what is wrong with it, and what was counted there before. */
export function useReviewForm(reviews: MassReviews, own: FormPlace, start: { organisationId: string; union: string }) {
  const { today } = useDesk()
  const [organisationId, setPlace] = useState(start.organisationId)
  const [union, setUnion] = useState(start.union)
  const [reviewedOn, setReviewedOn] = useState<PlainDate | undefined>(today)
  const [total, setTotal] = useState<number>()
  const [partyMembers, setPartyMembers] = useState<number>()
  const places = [own, ...reviews.places.map((place) => ({ id: place.organisationId, name: place.shortName }))]
  const former = formerOf(reviews, own, organisationId).find((each) => each.unionCode === union)
  const wrongs = (): FieldError[] => [
    ...empty('organisationId', word('fieldPlace'), organisationId), ...empty('unionCode', word('fieldUnion'), union), ...empty('reviewedOn', word('fieldOn'), reviewedOn),
    ...empty('total', word('fieldTotal'), total), ...empty('partyMembers', word('fieldParty'), partyMembers),
    ...(total !== undefined && partyMembers !== undefined && partyMembers > total
      ? [{ field: 'partyMembers', text: word('exceeds', { party: countText(partyMembers), total: countText(total) }) }] : []),
  ]
  return {
    organisationId, setPlace, union, setUnion, reviewedOn, setReviewedOn, total, setTotal, partyMembers, setPartyMembers, places, wrongs,
    placeName: places.find((place) => place.id === organisationId)?.name ?? '',
    former: former && word('formerReview', { day: dayText(former.reviewedOn as PlainDate), total: countText(former.total), party: countText(former.partyMembers) }),
    nonMembers: total !== undefined && partyMembers !== undefined && partyMembers <= total ? total - partyMembers : undefined,
    input: () => ({ organisationId, unionCode: unionCodes.find((code) => code === union)!, reviewedOn: reviewedOn!, total: total!, partyMembers: partyMembers! }),
  }
}

/** What was counted at a place as a whole; the organisation of the page has it only where nothing stands below it. */
function formerOf(reviews: MassReviews, own: FormPlace, organisationId: string) {
  if (organisationId === own.id) return reviews.places.length === 0 ? reviews.unions : []
  return reviews.places.find((place) => place.organisationId === organisationId)?.ownReview ?? []
}
