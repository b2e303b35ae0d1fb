import type { UncertainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'

export type OtherBirth = { readonly personId: string; readonly bornOn: UncertainDate }

/**
 * Keeps days of birth that a list says otherwise than the original dossiers do: beside the original, which stays. `basis`: the list.
 * For the caller that has authorised; one entry in the trail.
 */
export async function keepOtherBirths(ctx: Ctx, { births, sourceId, basis }: { births: readonly OtherBirth[]; sourceId: string; basis: string }): Promise<void> {
  if (births.length === 0) return
  for (const { personId, bornOn } of births)
    await ctx.db.run(sql`select member_sheet.state(${personId}, 'bornOnOtherPapers', ${JSON.stringify({ date: bornOn, paper: basis })}::jsonb, null, ${basis}, ${sourceId}, ${ctx.actor.accountId ?? null}, null, null)`)
  await ctx.audit({ event: 'memberSheet.otherBirthKept', subject: { type: 'import', id: sourceId }, facts: { members: births.length, basis } })
}

/** Takes back what a list said of births beside the original dossiers. For the caller that has authorised. Answers for how many. */
export async function takeBackOtherBirths(ctx: Ctx, sourceId: string): Promise<number> {
  const takenBack = await ctx.db.run(sql`
    update member_sheet.value set superseded_at = platform.moment() where source_id = ${sourceId} and field = 'bornOnOtherPapers' and superseded_at is null`)
  if (takenBack > 0) await ctx.audit({ event: 'memberSheet.sourceTakenBack', subject: { type: 'import', id: sourceId }, facts: { takenBack } })
  return takenBack
}

/** Days of birth that stand beside the original dossiers of one's part, by person. */
export async function otherBirthsKept(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ personId: string; date: string }>(sql`
    select person_id as "personId", content ->> 'date' as date from member_sheet.value
    where field = 'bornOnOtherPapers' and superseded_at is null and valid_during @> access.today() and content ->> 'date' is not null`)
  return new Map(rows.map(({ personId, date }) => [personId, date]))
}
