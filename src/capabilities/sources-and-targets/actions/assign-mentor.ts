import { newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findPlacementOn, findStatusOn, loadPerson } from '../../members/index.ts'
import { grassrootsOf } from '../../organisations/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { mentorBeforeFormer, mentorElsewhere, mentorNotFullMember, mentorUnchanged } from '../errors.ts'
import { MENTOR_LOAD } from '../codes.ts'
import { endMentoring, insertMentoring, listMentorings, mentorLoad } from '../queries/prospect-facts.ts'
import type { Prospect } from '../queries/prospects.ts'
import { lockOpenProspect } from './checks.ts'

/**
 * A full member of the same cell or grassroots organisation on that day is to help; whoever helped before ends on that day.
 * Refuses `mentorNotFullMember`, `mentorElsewhere`, `mentorBeforeFormer`, `mentorUnchanged`. A heavy load is told, not refused.
 */
export async function assignMentor(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.assignMentor>) {
  const from = input.from ?? ctx.today
  const prospect = await lockOpenProspect(ctx, input.id, { on: from })
  const mentor = await loadPerson(ctx.db, input.mentorId)
  await refuseUnfit(ctx, mentor, prospect, from)
  await endFormer(ctx, prospect, mentor, from)
  await insertMentoring(ctx.db, { id: newId(), prospectId: prospect.id, mentorId: mentor.id, from, resolution: input.resolution })
  const load = await mentorLoad(ctx.db, mentor.id, from)
  await ctx.audit({
    event: 'sourcesAndTargets.mentorAssigned', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId,
    facts: { mentorId: mentor.id, mentor: mentor.fullName, from, resolution: input.resolution ?? null, load },
  })
  return { mentorId: mentor.id, load, overloaded: load > MENTOR_LOAD, most: MENTOR_LOAD }
}

type Named = { readonly id: string; readonly fullName: string }

async function refuseUnfit(ctx: Ctx, mentor: Named, prospect: Prospect, on: PlainDate): Promise<void> {
  const status = await findStatusOn(ctx.db, mentor.id, on)
  const placement = await findPlacementOn(ctx.db, mentor.id, on)
  if (status?.status !== 'full' || !placement) throw mentorNotFullMember(mentor.fullName, on)
  if (placement.cellId === prospect.cellId) return
  const [own, other] = [await grassrootsOf(ctx.db, prospect.cellId, on), await grassrootsOf(ctx.db, placement.cellId, on)]
  if (!own || own.id !== other?.id) throw mentorElsewhere(mentor.fullName, placement.cell)
}

async function endFormer(ctx: Ctx, prospect: Prospect, mentor: Named, from: PlainDate): Promise<void> {
  const former = (await listMentorings(ctx.db, prospect.id)).find((each) => each.until === null)
  if (!former) return
  if (former.personId === mentor.id) throw mentorUnchanged(mentor.fullName)
  if (from < former.from) throw mentorBeforeFormer(from, former.fullName ?? '', former.from)
  await endMentoring(ctx.db, former.id, from)
}
