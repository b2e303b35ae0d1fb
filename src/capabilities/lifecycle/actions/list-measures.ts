import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { complaintDays, disciplineEffectMonths, exemptionGroundsOn, firstRuledDay, measuresFor, suspensionLimits } from '../../../regulations/index.ts'
import { findHome, findStatusOn, loadPerson, positionName, postsSeen } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { measuresContract } from '../measures-contract.ts'
import { withPlaces } from '../queries/badges.ts'
import { countMeasuresBelow, listMeasuresBelow } from '../queries/measure-lists.ts'
import { listMeasuresOf, stateOn } from '../queries/measures.ts'
import { organisationAsked, shownRule } from './checks.ts'

/** Members under discipline, suspended or exempt on a day, the latest first, and how many there are of each kind. */
export async function listMeasures(ctx: Ctx, { kind, state, page, size, ...asked }: InputOf<typeof measuresContract.listMeasures>): Promise<AnswerOf<typeof measuresContract.listMeasures>> {
  const organisationId = await organisationAsked(ctx, 'lifecycle.listMeasures', asked.organisationId)
  const seen = seenBy(ctx, asked)
  const which = { organisationId, state, seen }
  const counts = await countMeasuresBelow(ctx.db, which)
  return { asOf: seen.on, rows: await listMeasuresBelow(ctx.db, { ...which, kind }, { page, size }), total: counts[kind], counts }
}

type Answer = AnswerOf<typeof measuresContract.findMeasures>

async function rulesOn(ctx: Ctx, on: PlainDate, probationary: boolean): Promise<Pick<Answer, 'rules' | 'measures' | 'grounds'>> {
  const overrides = await loadOverrides(ctx.db)
  const day = laterOf(on, firstRuledDay)
  const grounds = exemptionGroundsOn(day, overrides)
  return {
    measures: [...measuresFor(probationary, day, overrides).value], grounds: [...grounds.value],
    rules: {
      effect: shownRule(disciplineEffectMonths.usedOn(day, overrides)), complaint: shownRule(complaintDays.usedOn(day, overrides)),
      suspension: shownRule(suspensionLimits(day, overrides).rule), exemption: shownRule(grounds),
    },
  }
}

/** What was laid on a member and began by a day, the latest first. */
async function begunBy(ctx: Ctx, personId: string, { on, knownAt }: Seen) {
  return {
    disciplines: (await listMeasuresOf(ctx.db, 'discipline', personId, knownAt)).filter(({ effectiveOn }) => effectiveOn <= on),
    suspensions: (await listMeasuresOf(ctx.db, 'suspension', personId, knownAt)).filter(({ from }) => from <= on),
  }
}

/**
 * Opens why a member was disciplined or suspended, what was complained of and how it was answered, of the measures that began by a day as known at a
 * moment, for this one answer. Who and why go into the trail first.
 */
export async function openMeasures(ctx: Ctx, { personId, reason, ...asked }: InputOf<typeof measuresContract.openMeasures>): Promise<AnswerOf<typeof measuresContract.openMeasures>> {
  await ctx.authorise('lifecycle.openMeasures', { personId })
  const { keeperId } = await loadPerson(ctx.db, personId)
  await ctx.audit({ event: 'lifecycle.measuresOpened', subject: { type: 'person', id: personId }, personId, organisationId: keeperId, facts: { classes: ['discipline'], reason } })
  const { disciplines, suspensions } = await begunBy(ctx, personId, seenBy(ctx, asked))
  return {
    openedAt: ctx.now, disciplines: disciplines.map(({ id, ground, complaint, reviewReason }) => ({ id, ground, complaint, reviewReason })),
    suspensions: suspensions.map(({ id, reason: why, liftingReason }) => ({ id, reason: why, liftingReason })),
  }
}

/** Every discipline, suspension and exemption of a member that began by a day, the latest first, with the rules of that day; the words that belong to a class of secrecy are covered. */
export async function findMeasures(ctx: Ctx, { personId, asOf, knownAt }: InputOf<typeof measuresContract.findMeasures>): Promise<Answer> {
  await ctx.authorise('lifecycle.readMeasures', { personId })
  const on = asOf ?? ctx.today
  const person = await loadPerson(ctx.db, personId)
  const [place] = await withPlaces(ctx.db, [{ cellId: await findHome(ctx.db, personId, seenBy(ctx, { asOf, knownAt })) }], on)
  const status = (await findStatusOn(ctx.db, personId, on))?.status ?? null
  const overrides = await loadOverrides(ctx.db)
  const { disciplines, suspensions } = await begunBy(ctx, personId, { on, knownAt })
  const exemptions = (await listMeasuresOf(ctx.db, 'exemption', personId, knownAt)).filter(({ from }) => from <= on)
  const posts = (await postsSeen(ctx.db, personId, { on, knownAt })).filter(({ lastDay }) => lastDay === null)
  const may = async (permission: 'recordDiscipline' | 'recordComplaint' | 'reviewDiscipline' | 'suspend' | 'exempt') => ctx.may(`lifecycle.${permission}`, { personId })
  return {
    asOf: on, person: { id: person.id, fullName: person.fullName, bornOn: person.bornOn, cell: place?.cell ?? null, organisation: place?.organisation ?? null, status },
    disciplines: disciplines.map(({ isAnnulled, personId: _p, ground: _g, complaint: _c, reviewReason: _r, ...row }) => ({ ...row, state: stateOn(on, { until: row.effectUntil, isAnnulled }) })),
    suspensions: suspensions.map(({ personId: _p, formerStatus: _f, reason: _r, liftingReason: _l, ...row }) => ({ ...row, latest: row.lastDay ? suspensionLimits(row.from, overrides).most : null })),
    exemptions: exemptions.map(({ personId: _p, formerStatus: _f, ...row }) => row),
    posts: posts.map(({ id, position, organisation }) => ({ id, name: `${positionName(position)} ${organisation}` })), ...(await rulesOn(ctx, on, status === 'probationary')),
    may: { discipline: await may('recordDiscipline'), complain: await may('recordComplaint'), review: await may('reviewDiscipline'), suspend: await may('suspend'), exempt: await may('exempt') },
  }
}
