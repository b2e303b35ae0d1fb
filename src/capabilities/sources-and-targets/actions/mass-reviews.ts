import { addMonths, newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { partyMembersExceedTotal } from '../errors.ts'
import { REVIEW_MONTHS } from '../model.ts'
import { insertReview, listNotReviewed, listOwnReviews, listPlaces, listReviews, unionsWithTotal, type Review } from '../queries/mass-reviews.ts'
import { refuseFuture } from './checks.ts'
import { placeAsked } from './place.ts'

type Contract = typeof sourcesAndTargetsContract

/**
 * Counts of one mass organisation at one place on the day of review; a second review of the same day replaces the first, which stays,
 * superseded. Refuses `partyMembersExceedTotal`. The same total as another mass organisation there is asked about, not refused.
 */
export async function recordMassReview(ctx: Ctx, input: InputOf<Contract['recordMassReview']>): Promise<AnswerOf<Contract['recordMassReview']>> {
  await ctx.authorise('sourcesAndTargets.recordMassReview', { organisationId: input.organisationId })
  refuseFuture(ctx, input.reviewedOn)
  await loadOrganisation(ctx.db, input.organisationId, input.reviewedOn)
  if (input.partyMembers > input.total) throw partyMembersExceedTotal(input.partyMembers, input.total)
  const id = newId()
  await insertReview(ctx.db, { ...input, id })
  const same = await unionsWithTotal(ctx.db, { ...input, on: input.reviewedOn })
  await ctx.audit({
    event: 'sourcesAndTargets.massReviewRecorded', subject: { type: 'massReview', id }, organisationId: input.organisationId,
    facts: { unionCode: input.unionCode, reviewedOn: input.reviewedOn, total: input.total, partyMembers: input.partyMembers },
  })
  return { id, nonMembers: input.total - input.partyMembers, questions: same.map((unionCode) => ({ code: 'sameTotalAsOtherUnion' as const, unionCode })) }
}

const NOT_REVIEWED_SHOWN = 100

const shown = (review: Review, on: PlainDate) => ({
  unionCode: review.unionCode, total: review.total, partyMembers: review.partyMembers, nonMembers: review.total - review.partyMembers,
  reviewedOn: review.reviewedOn, oldestOn: review.oldestOn, followed: review.followed, places: review.places,
  staleSince12Months: review.oldestOn < addMonths(on, -REVIEW_MONTHS),
})

/** Latest reviews up to a day, for an organisation and for each place directly below it. Mass organisations are never added up: people belong to several. */
export async function listMassReviews(ctx: Ctx, input: InputOf<Contract['listMassReviews']>): Promise<AnswerOf<Contract['listMassReviews']>> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input.organisationId, on, input.knownAt)
  await ctx.authorise('sourcesAndTargets.readMassReviews', { organisationId: place.id })
  const asked = { organisationId: place.id, on, knownAt: input.knownAt, unionCode: input.unionCode }
  const reviews = await listReviews(ctx.db, asked)
  const places = await listPlaces(ctx.db, place.id, { on, knownAt: input.knownAt })
  const own = await listOwnReviews(ctx.db, places.map((each) => each.organisationId), { on, knownAt: input.knownAt })
  const late = await listNotReviewed(ctx.db, { organisationId: place.id, on, knownAt: input.knownAt, size: NOT_REVIEWED_SHOWN })
  const of = <T extends { organisationId: string }>(rows: readonly T[], id: string) => rows.filter((row) => row.organisationId === id)
  return {
    asOf: on,
    unions: of(reviews, place.id).map((review) => shown(review, on)),
    places: places.map((each) => ({
      ...each, reviews: of(reviews, each.organisationId).map((review) => shown(review, on)),
      ownReview: of(own, each.organisationId).map(({ unionCode, total, partyMembers, reviewedOn }) => ({ unionCode, total, partyMembers, reviewedOn })),
    })),
    notReviewed: late.rows, notReviewedTotal: late.total,
    mayRecord: await ctx.may('sourcesAndTargets.recordMassReview', { organisationId: place.id }),
  }
}
