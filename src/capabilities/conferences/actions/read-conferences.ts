import { isPast, seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findTop, loadOrganisation } from '../../organisations/index.ts'
import type { conferencesContract } from '../contract.ts'
import { conferenceNotFound } from '../errors.ts'
import { listConferenceRows, listFigures, listFindings, loadConferenceSeen } from '../queries/conferences.ts'
import { listSolutionRows, listSolutionsOf } from '../queries/solutions.ts'
import { presentSolutions } from './present-solutions.ts'

type Contract = typeof conferencesContract
type Conference = AnswerOf<Contract['findConference']>

/** The organisation asked about; without one that of the acting role, for the keeper of the machine the top. */
async function placeOf(ctx: Ctx, organisationId: string | undefined, { on, knownAt }: Seen): Promise<string> {
  const id = organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
  if (!id) throw conferenceNotFound()
  if (organisationId) await loadOrganisation(ctx.db, organisationId, on, knownAt)
  return id
}

/** Conferences of an organisation and those below it, latest first. */
export async function listConferences(ctx: Ctx, input: InputOf<Contract['listConferences']>): Promise<AnswerOf<Contract['listConferences']>> {
  const seen = seenBy(ctx, input)
  const organisationId = await placeOf(ctx, input.organisationId, seen)
  await ctx.authorise('conferences.read', { organisationId })
  const { rows, total } = await listConferenceRows(ctx.db, { organisationId, seen, page: input.page, size: input.size })
  return { rows, total, mayOpen: await ctx.may('conferences.keep', { organisationId }) }
}

/** One conference, its figures as they were frozen, its solutions as their figures stand on the day looked at. */
export async function findConference(ctx: Ctx, input: InputOf<Contract['findConference']>): Promise<Conference> {
  const seen = seenBy(ctx, input)
  const conference = await loadConferenceSeen(ctx.db, input.id, seen)
  const where = { organisationId: conference.organisationId }
  await ctx.authorise('conferences.read', where)
  return {
    ...conference, figures: (await listFigures(ctx.db, conference, seen.knownAt)) as Conference['figures'], findings: await listFindings(ctx.db, conference, seen.knownAt),
    solutions: await presentSolutions(ctx, await listSolutionsOf(ctx.db, conference.id, seen), seen),
    mayKeep: !conference.concludedOn && !isPast(ctx, input) && (await ctx.may('conferences.keep', where)),
  }
}

/** Solutions that the part decided or has to do. */
export async function listSolutions(ctx: Ctx, input: InputOf<Contract['listSolutions']>): Promise<AnswerOf<Contract['listSolutions']>> {
  const seen = seenBy(ctx, input)
  const organisationId = await placeOf(ctx, input.organisationId, seen)
  await ctx.authorise('conferences.read', { organisationId })
  const { rows, total } = await listSolutionRows(ctx.db, { organisationId, state: input.state, seen, page: input.page, size: input.size })
  return { rows: await presentSolutions(ctx, rows, seen), total }
}
