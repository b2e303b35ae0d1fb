import { uncertainDate, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { confirmedBeforeAdmitted, notProbationaryOn } from '../errors.ts'
import { endFacts, insertStatus } from '../queries/dated-facts.ts'
import { restateMembership } from '../queries/memberships.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

export type Confirmation = {
  personId: string
  /** End of the 12 months of probation; from this day on the member is full, whatever the signing day. */
  confirmedOn: PlainDate
  decisionNumber: string | null
  signedOn: PlainDate
  sourceId: string
}

type ProbationRow = { id: string; from: PlainDate; until: PlainDate | null }

/**
 * Makes a probationary member a full one from the end of probation. The caller has computed that day from the rule and authorised.
 * Refuses `members.notMemberOn`, `members.notProbationaryOn`, `members.confirmedBeforeAdmitted`, `members.dayNotYet`.
 */
export async function confirmMember(ctx: Ctx, { personId, confirmedOn, decisionNumber, signedOn, sourceId }: Confirmation): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, signedOn)
  refuseFutureDay(ctx, confirmedOn)
  const { membership, placement } = await loadMembershipOn(ctx, person, confirmedOn)
  const probation = await ctx.db.first<ProbationRow>(sql`
    select id, lower(valid_during) as "from", upper(valid_during) as until from members.status
    where person_id = ${personId} and superseded_at is null and status = 'probationary' and valid_during @> ${confirmedOn}::date`)
  if (!probation) throw notProbationaryOn(person.fullName, confirmedOn)
  if (confirmedOn <= probation.from) throw confirmedBeforeAdmitted(confirmedOn, probation.from)

  await endFacts(ctx.db, 'status', personId, confirmedOn, probation.id)
  await insertStatus(ctx.db, { personId, status: 'full', from: confirmedOn, until: probation.until, basis: decisionNumber, sourceId })
  await restateMembership(ctx.db, membership, { confirmedOn: uncertainDate(confirmedOn), confirmationNumber: decisionNumber, confirmationSignedOn: signedOn })
  await ctx.audit({
    event: 'members.confirmed', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId,
    facts: { confirmedOn, decisionNumber, signedOn, sourceId },
  })
}
