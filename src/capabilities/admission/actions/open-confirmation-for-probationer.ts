import { newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { probationEnd } from '../../../regulations/index.ts'
import { findMembershipOn, findPlacementOn, findStatusOn, loadPerson } from '../../members/index.ts'
import { showActed } from '../answers.ts'
import type { admissionContract } from '../contract.ts'
import { ceremonyKnownOtherwise, dayNotYet, notProbationary, secondOpenFile } from '../errors.ts'
import { judge } from '../next-act.ts'
import { insertAct } from '../queries/acts.ts'
import { findCaseById, findOpenCase, insertCase } from '../queries/cases.ts'
import { loadSettings } from '../queries/settings.ts'

/**
 * Opens the file of a probationary member who has none: taken over from a list, perhaps years past the end of probation. The day of the
 * ceremony is told with the paper that says it, unless it is known already; probation ends by the rule, however long ago.
 */
export async function openConfirmationForProbationer(ctx: Ctx, input: InputOf<typeof admissionContract.openConfirmationForProbationer>) {
  const { personId, ceremonyOn, basis } = input
  const person = await loadPerson(ctx.db, personId)
  const placement = await findPlacementOn(ctx.db, personId, ctx.today)
  await ctx.authorise('admission.openConfirmation', { organisationId: placement?.cellId ?? person.keeperId })
  if (ceremonyOn > ctx.today) throw dayNotYet(ceremonyOn, ctx.today)
  if (!placement || (await findStatusOn(ctx.db, personId, ctx.today))?.status !== 'probationary') throw notProbationary(person.fullName)
  const known = (await findMembershipOn(ctx.db, personId, ctx.today))?.ceremonyOn
  if (known && known !== ceremonyOn) throw ceremonyKnownOtherwise(ceremonyOn, known)
  if (await findOpenCase(ctx.db, personId, true)) throw secondOpenFile(person.fullName)

  const settings = await loadSettings(ctx.db)
  const { endsOn, rules } = probationEnd(ceremonyOn, settings.overrides)
  const id = newId()
  await insertCase(ctx.db, { id, kind: 'confirmation', stage: 'running', openedOn: ctx.today, personId, cellId: placement.cellId, probationFrom: ceremonyOn, probationUntil: endsOn })
  const facts = { probationFrom: ceremonyOn, probationUntil: endsOn, basis }
  await insertAct(ctx.db, { caseId: id, step: 'P01', kind: 'openConfirmation', occurredOn: ctx.today, fromStage: null, toStage: 'running', facts, rules, actedBy: ctx.actor.accountId })
  await ctx.audit({
    event: 'admission.confirmationOpened', subject: { type: 'caseFile', id }, organisationId: placement.cellId, personId, facts, citations: rules.map(({ citation }) => citation),
  })
  return { ...showActed(judge((await findCaseById(ctx.db, id))!, ctx.today, settings)), probationUntil: endsOn }
}
