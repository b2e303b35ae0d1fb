import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { seenBy, sql, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { lineAbove } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { ownRecordMissing } from '../errors.ts'
import { ageOn, maskedNumber } from '../model.ts'
import { membershipYears, type PartyAgeRuling } from '../party-age.ts'
import { positionName } from '../positions.ts'
import { partyAgeRulingsSeen } from '../queries/party-age-rulings.ts'
import { followPerson, personColumns, type PersonField } from '../queries/people.ts'
import {
  cardNumbersSeen, correctionsSeen, loadPersonAsKnown, membershipsSeen, overlaysSeen, placementsSeen, postsSeen, statusesSeen, type CorrectionRow, type MembershipSeen, type OverlaySeen, type StatusSeen,
} from '../queries/record.ts'
import type { LifeEvents } from '../ports.ts'
import { coveredEvent, timelineOf } from '../timeline.ts'

type Input = InputOf<typeof membersContract.findMember>
type Answer = AnswerOf<typeof membersContract.findMember>

const strictClass: readonly string[] = ['ethnicity', 'religion']
const numbers: readonly string[] = ['identityNumber', 'oldIdentityNumber']

/** What is noted about discipline and prosecution is covered; the sheet opens it for a reason. */
const coveredOverlays: readonly string[] = ['disciplined', 'prosecuted']
const withoutCovered = (overlay: OverlaySeen): OverlaySeen => (coveredOverlays.includes(overlay.kind) ? { ...overlay, note: null, place: null } : overlay)

/** Why a suspension was lifted may name what was inquired into, and is covered with it. */
const withoutLifting = (statuses: readonly StatusSeen[]): StatusSeen[] => statuses.map((each, i) => (statuses[i - 1]?.status === 'suspended' ? { ...each, basis: null } : each))

const isRunning = (each: { lastDay: PlainDate | null }) => each.lastDay === null

/** What was corrected, without what the reader may not see: numbers stay masked. */
function shownCorrection({ fields, before, after, ...about }: CorrectionRow, coversStrict: boolean): Answer['corrections'][number] {
  const value = (content: Record<string, string | null>, field: string): string | null => {
    const raw = content[personColumns[field as PersonField]] ?? null
    return numbers.includes(field) ? maskedNumber(raw) : coversStrict && strictClass.includes(field) ? null : raw
  }
  return { ...about, changes: fields.map((field) => ({ field, before: value(before, field), after: value(after, field) })) }
}

const withoutMoment = <T extends { recordedAt: string }>({ recordedAt: _r, ...fact }: T) => fact

function yearsOf(memberships: readonly MembershipSeen[], on: PlainDate, rulings: readonly PartyAgeRuling[]): number | null {
  const spells = memberships.map(({ decidedOn, admittedOn, endedOn }) => ({ decidedOn, admittedOn: admittedOn as UncertainDate | null, endedOn }))
  return membershipYears(spells, on, rulings) ?? null
}

async function rightsOver(ctx: Ctx, personId: string): Promise<Answer['may']> {
  const may = (verb: string) => ctx.may(`members.${verb}`, { personId })
  return {
    reveal: await may('reveal'), recordAway: await may('recordAway'), recordPost: await may('recordPost'),
    move: await may('move'),
  }
}

async function recordSeen(ctx: Ctx, id: string, seen: Seen, life: LifeEvents): Promise<Answer> {
  const { db } = ctx
  const { on } = seen
  const { keeperId: _k, identityNumber, oldIdentityNumber, ...person } = await loadPersonAsKnown(db, id, seen.knownAt)
  const record = {
    memberships: await membershipsSeen(db, id, seen), placements: await placementsSeen(db, id, seen), statuses: withoutLifting(await statusesSeen(db, id, seen)),
    posts: await postsSeen(db, id, seen), overlays: (await overlaysSeen(db, id, seen)).map(withoutCovered), corrections: await correctionsSeen(db, id, seen),
    cards: await cardNumbersSeen(db, id, seen), life: (await life(ctx, id, seen)).map(coveredEvent),
  }
  const covered = !(await ctx.may('members.readStrictClass', { personId: id }))
  const memberships = record.memberships.map(withoutMoment)
  const rulings = (await partyAgeRulingsSeen(db, id, seen)) as PartyAgeRuling[]
  const placement = record.placements.find(isRunning)
  return {
    ...person, ...(covered ? { ethnicity: null, religion: null } : {}), strictClassCovered: covered,
    asOf: on, age: person.bornOn ? ageOn(person.bornOn, on) : null,
    identityMasked: maskedNumber(identityNumber), oldIdentityMasked: maskedNumber(oldIdentityNumber),
    isMember: placement !== undefined, status: record.statuses.find(isRunning)?.status ?? null, membershipYears: yearsOf(record.memberships, on, rulings),
    placement: placement ? withoutMoment(placement) : null,
    line: placement ? (await lineAbove(db, placement.cellId, on, seen.knownAt)).map(({ id, name, shortName }) => ({ id, name, shortName })) : [],
    membership: memberships.at(-1) ?? null, memberships,
    statuses: record.statuses.map(withoutMoment), placements: record.placements.map(withoutMoment), overlays: record.overlays.map(withoutMoment),
    posts: record.posts.map((post) => ({ ...withoutMoment(post), positionName: positionName(post.position) })),
    timeline: timelineOf(record).filter((event) => event.on <= on), corrections: record.corrections.map((each) => shownCorrection(each, covered)),
    may: await rightsOver(ctx, id),
  }
}

/**
 * One person on a day, as known at a moment: only facts true and known then. Identity numbers are masked, and what `life` covers says only its day. A record that was joined into
 * another answers with that one. Refuses `members.personNotFound`.
 */
export const findMemberWith = (life: LifeEvents) => async (ctx: Ctx, { id, asOf, knownAt }: Input): Promise<Answer> => {
  await ctx.authorise('members.read', { personId: id })
  return recordSeen(ctx, (await followPerson(ctx.db, id)) ?? id, seenBy(ctx, { asOf, knownAt }), life)
}

/** The record of the person who is signed in. Refuses `members.ownRecordMissing` when the account belongs to no person. */
export const findOwnMemberWith = (life: LifeEvents) => async (ctx: Ctx, { asOf, knownAt }: Omit<Input, 'id'>): Promise<Answer> => {
  await ctx.authorise('members.readOwn', 'own part')
  const { id } = await ctx.db.one<{ id: string | null }>(sql`select members.own_person_id() as id`)
  if (!id) throw ownRecordMissing()
  return recordSeen(ctx, id, seenBy(ctx, { asOf, knownAt }), life)
}
