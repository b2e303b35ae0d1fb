import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findTop, loadOrganisation } from '../../organisations/index.ts'
import type { conferencesContract } from '../contract.ts'
import { conferenceNotFound } from '../errors.ts'
import { listConferenceRows, listFigures, listFindings, loadConference } from '../queries/conferences.ts'
import { listSolutionRows, listSolutionsOf } from '../queries/solutions.ts'
import { presentSolutions } from './present-solutions.ts'

type Contract = typeof conferencesContract
type Conference = AnswerOf<Contract['findConference']>

/** The organisation asked about; without one that of the acting role, for the keeper of the machine the top. */
async function placeOf(ctx: Ctx, organisationId: string | undefined): Promise<string> {
  const id = organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
  if (!id) throw conferenceNotFound()
  if (organisationId) await loadOrganisation(ctx.db, organisationId, ctx.today)
  return id
}

/** Conferences of an organisation and those below it, latest first. */
export async function listConferences(ctx: Ctx, input: InputOf<Contract['listConferences']>): Promise<AnswerOf<Contract['listConferences']>> {
  const organisationId = await placeOf(ctx, input.organisationId)
  await ctx.authorise('conferences.read', { organisationId })
  const { rows, total } = await listConferenceRows(ctx.db, { organisationId, on: input.asOf ?? ctx.today, page: input.page, size: input.size })
  return { rows, total, mayOpen: await ctx.may('conferences.keep', { organisationId }) }
}

/** One conference, its figures as they were frozen, its solutions as their figures stand on the day looked at. */
export async function findConference(ctx: Ctx, input: InputOf<Contract['findConference']>): Promise<Conference> {
  const conference = await loadConference(ctx.db, input.id)
  const where = { organisationId: conference.organisationId }
  await ctx.authorise('conferences.read', where)
  const on = input.asOf ?? ctx.today
  return {
    ...conference, figures: (await listFigures(ctx.db, conference)) as Conference['figures'], findings: await listFindings(ctx.db, conference),
    solutions: await presentSolutions(ctx, await listSolutionsOf(ctx.db, conference.id, on), { on, knownAt: input.knownAt }),
    mayKeep: !conference.concludedOn && on === ctx.today && (await ctx.may('conferences.keep', where)),
  }
}

/** Solutions that the part decided or has to do. */
export async function listSolutions(ctx: Ctx, input: InputOf<Contract['listSolutions']>): Promise<AnswerOf<Contract['listSolutions']>> {
  const organisationId = await placeOf(ctx, input.organisationId)
  await ctx.authorise('conferences.read', { organisationId })
  const on = input.asOf ?? ctx.today
  const { rows, total } = await listSolutionRows(ctx.db, { organisationId, state: input.state, on, page: input.page, size: input.size })
  return { rows: await presentSolutions(ctx, rows, { on, knownAt: input.knownAt }), total }
}
