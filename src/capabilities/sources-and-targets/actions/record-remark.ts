import { newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { quarterBeforeOpened, quarterNotYet, remarkedAlready } from '../errors.ts'
import { daysOfQuarter, quarterOf } from '../model.ts'
import { findRemark, insertRemark, supersedeRemark } from '../queries/prospect-facts.ts'
import { lockOpenProspect } from './checks.ts'

/**
 * What the cell says of a person for a quarter, the running one unless told. One remark a quarter: a second one is refused
 * (`remarkedAlready`) unless it names the one it replaces, which stays, superseded.
 */
export async function recordRemark(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.recordRemark>) {
  const writtenOn = input.writtenOn ?? ctx.today
  const prospect = await lockOpenProspect(ctx, input.id, { on: writtenOn })
  const quarter = input.quarter ?? quarterOf(writtenOn)
  const { first, last } = daysOfQuarter(quarter)
  if (first > ctx.today) throw quarterNotYet(quarter, ctx.today)
  if (last < prospect.openedOn) throw quarterBeforeOpened(quarter, prospect.openedOn)
  const former = await findRemark(ctx.db, prospect.id, quarter)
  if (former && former.id !== input.replaces) throw remarkedAlready(quarter, former.writtenOn, former.id)
  if (former) await supersedeRemark(ctx.db, former.id)
  const id = newId()
  await insertRemark(ctx.db, { id, prospectId: prospect.id, quarter, writtenOn, text: input.text, by: ctx.actor.accountId })
  await ctx.audit({
    event: 'sourcesAndTargets.remarkRecorded', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId,
    facts: { quarter, writtenOn, replaces: former?.id ?? null },
  })
  return { id, quarter }
}
