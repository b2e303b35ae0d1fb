import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { endMentoring } from '../queries/prospect-facts.ts'

type Helped = { id: string; prospectId: string; personId: string; fullName: string; cellId: string; from: PlainDate }

const helpedBy = (ctx: Ctx, mentorId: string): Promise<Helped[]> => ctx.db.rows(sql`
  select a.id, p.id as "prospectId", p.person_id as "personId", x.full_name as "fullName", p.cell_id as "cellId", lower(a.assigned_during) as "from"
  from sources_and_targets.mentor_assignment a join sources_and_targets.prospect p on p.id = a.prospect_id join members.person x on x.id = p.person_id
  where a.mentor_id = ${mentorId} and p.closed_on is null and not isempty(a.assigned_during) and upper_inf(a.assigned_during) order by x.sort_key`)

/** Names of the people whom a member helps now. For a caller that has authorised. */
export const namesHelpedBy = async (ctx: Ctx, mentorId: string): Promise<string[]> => (await helpedBy(ctx, mentorId)).map(({ fullName }) => fullName)

/** A mentor is no member any more from a day on: nobody is helped by them, and the cells have to name others. For a caller that has authorised. Answers how many were helped. */
export async function endMentoringsOf(ctx: Ctx, mentorId: string, on: PlainDate): Promise<number> {
  const helped = await helpedBy(ctx, mentorId)
  for (const { id, prospectId, personId, cellId, from } of helped) {
    await endMentoring(ctx.db, id, on < from ? from : on)
    await ctx.audit({ event: 'sourcesAndTargets.mentorLeft', subject: { type: 'prospect', id: prospectId }, personId, organisationId: cellId, facts: { mentorId, on } })
  }
  return helped.length
}
