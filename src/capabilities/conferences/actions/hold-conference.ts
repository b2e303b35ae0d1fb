import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import { measureProgress } from '../../sources-and-targets/index.ts'
import { figureMeasures, measureFigure, measureFigures } from '../../statistics/index.ts'
import { BEHIND_PACE } from '../codes.ts'
import type { conferencesContract } from '../contract.ts'
import { concluded, dayNotYet, dueBeforeConference, nothingDecided, nothingToMove, outsideConference, outsideOwner, staleVersion } from '../errors.ts'
import { changeConference, insertConference, insertFigures, insertFinding, isWithin, loadConference, lockConference, type Conference, type NewFigure } from '../queries/conferences.ts'
import { insertSolution, listSolutionsOf } from '../queries/solutions.ts'

type Contract = typeof conferencesContract

/** A conference locked for a change. Refuses `conferences.conferenceNotFound`, `platform.staleVersion`, `conferences.concluded`. */
async function conferenceFor(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Conference> {
  await ctx.authorise('conferences.keep', { organisationId: (await loadConference(ctx.db, id)).organisationId })
  const conference = await lockConference(ctx.db, id)
  if (conference.version !== version) throw staleVersion(version, conference.version)
  if (conference.concludedOn) throw concluded(conference.concludedOn)
  return conference
}

const auditConference = (ctx: Ctx, event: string, { id, organisationId }: { id: string; organisationId: string }, facts: Record<string, unknown> = {}) =>
  ctx.audit({ event, subject: { type: 'conference', id }, organisationId, facts })

/** Figures of the organisation itself, and admissions and lag of each organisation right below it. */
async function figuresOf(ctx: Ctx, asked: Parameters<typeof measureFigures>[1]): Promise<NewFigure[]> {
  const figures = await measureFigures(ctx, asked)
  const { head, rows } = await measureProgress(ctx, { ...asked, kind: 'term', measure: 'admissions' })
  const lag = (row: { organisationId: string; behind: number | null }) => (row.behind === null ? [] : [{ aboutId: row.organisationId, measure: BEHIND_PACE, value: row.behind }])
  return [
    ...figureMeasures.map((measure) => ({ aboutId: asked.organisationId, measure, value: figures[measure] })), ...lag(head),
    ...rows.flatMap((row) => [{ aboutId: row.organisationId, measure: 'admittedInTerm', value: row.admitted }, ...lag(row)]),
  ]
}

/** Opens a conference; its figures are counted once, of the day asked about and as known now, and stay. Refuses `conferences.dayNotYet`. */
export async function openConference(ctx: Ctx, input: InputOf<Contract['openConference']>): Promise<AnswerOf<Contract['openConference']>> {
  const { organisationId, asOf } = input
  await ctx.authorise('conferences.keep', { organisationId })
  await loadOrganisation(ctx.db, organisationId, ctx.today)
  if (asOf > ctx.today) throw dayNotYet(asOf, ctx.today)
  const id = await insertConference(ctx.db, { ...input, by: ctx.actor.accountId })
  await insertFigures(ctx.db, id, organisationId, await figuresOf(ctx, { organisationId, on: asOf }))
  await auditConference(ctx, 'conferences.opened', { id, organisationId }, { title: input.title, heldOn: input.heldOn, asOf })
  return { id }
}

/** The report on the situation, by sections; it may be written anew until the conclusion. */
export async function saveReport(ctx: Ctx, input: InputOf<Contract['saveReport']>): Promise<AnswerOf<Contract['saveReport']>> {
  const conference = await conferenceFor(ctx, input)
  await changeConference(ctx.db, { ...conference, sections: input.sections })
  await auditConference(ctx, 'conferences.reportSaved', conference, { sections: input.sections.map(({ title }) => title) })
  return { done: true }
}

async function refuseOutside(ctx: Ctx, organisationId: string, conference: Conference): Promise<void> {
  const { shortName } = await loadOrganisation(ctx.db, organisationId, ctx.today)
  if (!(await isWithin(ctx.db, organisationId, conference.organisationId, ctx.today))) throw outsideConference(shortName, conference.organisation)
}

/** A finding, about an organisation or in general; or an experience, which is somebody's. Refuses `conferences.outsideConference`. */
export async function recordFinding(ctx: Ctx, input: InputOf<Contract['recordFinding']>): Promise<AnswerOf<Contract['recordFinding']>> {
  const conference = await conferenceFor(ctx, input)
  const aboutId = input.organisationId ?? (input.kind === 'experience' ? conference.organisationId : undefined)
  if (input.organisationId) await refuseOutside(ctx, input.organisationId, conference)
  const findingId = await insertFinding(ctx.db, { conferenceId: conference.id, organisationId: conference.organisationId, kind: input.kind, aboutId, text: input.text, by: ctx.actor.accountId })
  await changeConference(ctx.db, conference)
  await auditConference(ctx, 'conferences.findingRecorded', conference, { kind: input.kind, findingId })
  return { findingId }
}

/**
 * A solution. The figure it is to move is read as of the day of the report, as it was known then. Refuses `conferences.dueBeforeConference`,
 * `conferences.outsideConference`, `conferences.outsideOwner`, `conferences.nothingToMove`.
 */
export async function decideSolution(ctx: Ctx, input: InputOf<Contract['decideSolution']>): Promise<AnswerOf<Contract['decideSolution']>> {
  const conference = await conferenceFor(ctx, input)
  const { ownerId, measuredAt, measure, wanted, dueOn } = input
  if (dueOn <= conference.heldOn) throw dueBeforeConference(dueOn, conference.heldOn)
  await refuseOutside(ctx, ownerId, conference)
  const [owner, measured] = [await loadOrganisation(ctx.db, ownerId, ctx.today), await loadOrganisation(ctx.db, measuredAt, ctx.today)]
  if (!(await isWithin(ctx.db, measuredAt, ownerId, ctx.today))) throw outsideOwner(measured.shortName, owner.shortName)
  const valueThen = await measureFigure(ctx, { organisationId: measuredAt, on: conference.asOf, knownAt: conference.knownAt }, measure)
  if (valueThen === wanted) throw nothingToMove(valueThen)
  const solutionId = await insertSolution(ctx.db, { ...input, conferenceId: conference.id, organisationId: conference.organisationId, place: input.place, valueThen, by: ctx.actor.accountId })
  await changeConference(ctx.db, conference)
  await auditConference(ctx, 'conferences.solutionDecided', conference, { solutionId, ownerId, ownerRole: input.ownerRole, dueOn, measure, measuredAt, valueThen, wanted })
  return { solutionId, valueThen }
}

/** Concludes: from now on only the follow-up is written. Refuses `conferences.nothingDecided`, `conferences.dayNotYet`. */
export async function concludeConference(ctx: Ctx, input: InputOf<Contract['concludeConference']>): Promise<AnswerOf<Contract['concludeConference']>> {
  const conference = await conferenceFor(ctx, input)
  if (input.concludedOn > ctx.today) throw dayNotYet(input.concludedOn, ctx.today)
  if ((await listSolutionsOf(ctx.db, conference.id, { on: ctx.today })).length === 0) throw nothingDecided()
  await changeConference(ctx.db, { ...conference, conclusion: input.conclusion, concludedOn: input.concludedOn })
  await auditConference(ctx, 'conferences.concluded', conference, { concludedOn: input.concludedOn })
  return { done: true }
}
