import type { PlainDate } from '../../../kernel/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { complaintDue, disciplineEnd, measuresFor, measuresForCell } from '../../../regulations/index.ts'
import { endMembership, endPostHeld, findStatusOn, layDiscipline, liftDiscipline, lockPerson, restoreMembership, type Person } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { measuresContract } from '../measures-contract.ts'
import type { Ties } from '../endings/ports.ts'
import { settleTies } from '../endings/ties.ts'
import { complainedAlready, complaintTooLate, daysOutOfOrder, decisionRecorded, disciplineAnnulled, measureNotForCell, measureNotForMember, noComplaint, noPostNamed, postsOnlyWithRemoval } from '../errors.ts'
import { basisWords, measureNames } from '../messages.vi.ts'
import { insertDiscipline, keepComplaint, keepReview, listMeasuresOf, lockMeasure } from '../queries/measures.ts'
import { refuseStale, refuseTomorrow } from './checks.ts'

type Input = InputOf<typeof measuresContract.recordDiscipline>

async function checkMeasure(ctx: Ctx, person: Person, input: Input): Promise<void> {
  for (const on of [input.decidedOn, input.effectiveOn, input.receivedOn]) refuseTomorrow(ctx, on)
  const overrides = await loadOverrides(ctx.db)
  const status = await findStatusOn(ctx.db, person.id, input.effectiveOn)
  const allowed = measuresFor(status?.status === 'probationary', input.effectiveOn, overrides)
  if (!allowed.value.includes(input.measure)) throw measureNotForMember(person.fullName, measureNames[input.measure], allowed)
  const ofCells = measuresForCell(input.effectiveOn, overrides)
  if (input.authority === 'cell' && !ofCells.value.includes(input.measure)) throw measureNotForCell(measureNames[input.measure], ofCells)
  if (input.measure === 'removalFromOffice' && input.postIds.length === 0) throw noPostNamed(person.fullName)
  if (input.measure !== 'removalFromOffice' && input.postIds.length > 0) throw postsOnlyWithRemoval()
  const same = (await listMeasuresOf(ctx.db, 'discipline', person.id)).find((each) => each.decisionNumber === input.decisionNumber && !each.isAnnulled)
  if (same) throw decisionRecorded(person.fullName, input.decisionNumber)
}

/** What follows for the membership: its end, the end of posts, or the time under discipline. */
async function carryOut(ctx: Ctx, { personId, measure, effectiveOn, decisionNumber, postIds }: Input, effectUntil: PlainDate | null, above: Ties): Promise<void> {
  const name = measureNames[measure]
  const basis = fillIn(basisWords.discipline, { measure: `${name[0]!.toUpperCase()}${name.slice(1)}`, number: decisionNumber })
  if (effectUntil === null) {
    await endMembership(ctx, { personId, kind: 'expulsion', on: effectiveOn, basis })
    return settleTies(ctx, { personId, on: effectiveOn, kind: 'expulsion', basis }, above)
  }
  await layDiscipline(ctx, { personId, on: effectiveOn, until: effectUntil, note: basis, basis })
  for (const postId of postIds) await endPostHeld(ctx, { personId, postId, on: effectiveOn, basis: fillIn(basisWords.removed, { number: decisionNumber }) })
}

/**
 * Records a measure of discipline against a member. Its effect ends by the rule of the day of effect; an expulsion ends membership on that day, a removal from office
 * ends the posts named; what an expelled member had tied to membership is seen to. Refuses `lifecycle.measureNotForMember`, `lifecycle.measureNotForCell` (with the rule), `lifecycle.noPostNamed`, `lifecycle.postsOnlyWithRemoval`,
 * `lifecycle.decisionRecorded`, `lifecycle.dayNotYet`, `members.notMemberOn`, `members.postNotFound`, and what ending a membership refuses.
 */
export const recordDisciplineWith = (above: Ties) =>
  async function recordDiscipline(ctx: Ctx, input: Input) {
    const { personId, postIds, ...kept } = input
    const { ground: _covered, ...told } = kept
    await ctx.authorise('lifecycle.recordDiscipline', { personId })
    const person = await lockPerson(ctx.db, personId)
    await checkMeasure(ctx, person, input)
    const overrides = await loadOverrides(ctx.db)
    const { until: effectUntil, rule } = disciplineEnd(input.measure, input.effectiveOn, overrides)
    const receivedOn = input.receivedOn ?? input.effectiveOn
    await carryOut(ctx, input, effectUntil, above)
    const id = await insertDiscipline(ctx.db, { ...kept, personId, effectUntil, receivedOn, complaintDueOn: complaintDue(receivedOn, overrides).dueOn, rule }, ctx.actor.accountId)
    await ctx.audit({ event: 'lifecycle.disciplineRecorded', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { disciplineId: id, ...told, effectUntil, posts: postIds.length } })
    return { id }
  }

/** Records that the member complained. Refuses `lifecycle.complaintTooLate` (with the rule), `lifecycle.complainedAlready`, `lifecycle.disciplineAnnulled`, `lifecycle.dayNotYet`, `lifecycle.daysOutOfOrder`. */
export async function recordComplaint(ctx: Ctx, { disciplineId, version, on, complaint }: InputOf<typeof measuresContract.recordComplaint>) {
  const found = await lockMeasure(ctx.db, 'discipline', disciplineId)
  await ctx.authorise('lifecycle.recordComplaint', { personId: found.personId })
  refuseStale(version, found.version)
  refuseTomorrow(ctx, on)
  if (found.isAnnulled) throw disciplineAnnulled(found.decisionNumber)
  if (found.complainedOn) throw complainedAlready(found.complainedOn)
  if (on < found.receivedOn) throw daysOutOfOrder(found.receivedOn, on)
  if (on > found.complaintDueOn) throw complaintTooLate(on, found.complaintDueOn, complaintDue(found.receivedOn, await loadOverrides(ctx.db)).rule)
  await keepComplaint(ctx.db, disciplineId, on, complaint)
  await ctx.audit({ event: 'lifecycle.complaintRecorded', subject: { type: 'person', id: found.personId }, personId: found.personId, organisationId: (await lockPerson(ctx.db, found.personId)).keeperId, facts: { disciplineId, on } })
  return { done: true as const }
}

/**
 * The committee above upholds a measure that was complained of, or annuls it. Annulled, it never had effect: the time under discipline goes, a wrong expulsion restores
 * membership and party age without a gap; posts do not come back by themselves. Refuses `lifecycle.noComplaint`, `lifecycle.disciplineAnnulled`, `lifecycle.dayNotYet`,
 * `lifecycle.daysOutOfOrder`, `members.memberAgain`, `members.notEnded`.
 */
export async function reviewDiscipline(ctx: Ctx, { disciplineId, version, ...review }: InputOf<typeof measuresContract.reviewDiscipline>) {
  const found = await lockMeasure(ctx.db, 'discipline', disciplineId)
  const { personId, effectiveOn } = found
  await ctx.authorise('lifecycle.reviewDiscipline', { personId })
  refuseStale(version, found.version)
  refuseTomorrow(ctx, review.decidedOn)
  if (found.isAnnulled) throw disciplineAnnulled(found.decisionNumber)
  if (review.decidedOn < effectiveOn) throw daysOutOfOrder(effectiveOn, review.decidedOn)
  if (review.outcome === 'upheld' && !found.complainedOn) throw noComplaint()
  const person = await lockPerson(ctx.db, personId)
  if (review.outcome === 'annulled' && found.measure === 'expulsion') await restoreMembership(ctx, { personId, endedOn: effectiveOn, basis: review.decisionNumber })
  else if (review.outcome === 'annulled') await liftDiscipline(ctx, { personId, on: effectiveOn, basis: review.decisionNumber })
  await keepReview(ctx.db, disciplineId, review)
  const { reason: _covered, ...told } = review
  await ctx.audit({ event: review.outcome === 'annulled' ? 'lifecycle.disciplineAnnulled' : 'lifecycle.disciplineUpheld', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { disciplineId, ...told } })
  return { done: true as const }
}
