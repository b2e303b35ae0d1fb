import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { coveredFor, splitCircumstances } from '../answers.ts'
import { eligibilityOf, refusalsOfCircumstanceDays } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound } from '../errors.ts'
import { openedReturnReasons, showConditions } from '../file-page.ts'
import { judgingDay } from '../model.ts'
import { judge } from '../next-act.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { findCaseById } from '../queries/cases.ts'
import { refuseUnfitIntroducers, sponsorIds } from '../queries/introducers.ts'
import { loadSettings } from '../queries/settings.ts'

/** Records what is known about the candidate beside the papers. Facts left out stay as they are; `null` says that there is none. */
export async function recordCircumstances(ctx: Ctx, input: InputOf<typeof admissionContract.recordCircumstances>) {
  const begun = await begin(ctx, input, 'recordCircumstances')
  refuseAll([...refusalsOf(begun, 'recordCircumstances'), ...refusalsOfCircumstanceDays(input.circumstances, ctx.today, begun.file.bornOn)])
  await refuseUnfitIntroducers(ctx.db, begun.settings, {
    cellId: begun.file.cellId, people: sponsorIds(input.circumstances), known: sponsorIds(begun.file.circumstances), days: [ctx.today], standingOn: judgingDay(begun.file, ctx.today),
  })
  const circumstances = { ...begun.file.circumstances, ...input.circumstances }
  const rules = eligibilityOf({ ...begun.file, circumstances }, begun.on, begun.settings)?.reasons.flatMap(({ rule }) => rule ?? []) ?? []
  // The trail says which facts were told, not what they are: some belong to a person's family.
  return perform(begun, { act: 'recordCircumstances', step: 'A02', event: 'circumstancesRecorded', facts: { told: Object.keys(input.circumstances) }, rules, change: { circumstances } })
}

type Contract = typeof admissionContract

/**
 * Opens what is known of the candidate and belongs to a class of secrecy, and the conditions that judge it, for this one answer; religion only to
 * who may read that class. Who and why go into the trail first. Refuses `admission.caseNotFound`.
 */
export async function openCircumstances(ctx: Ctx, { id, reason }: InputOf<Contract['openCircumstances']>): Promise<AnswerOf<Contract['openCircumstances']>> {
  const file = await findCaseById(ctx.db, id)
  if (!file) throw caseNotFound()
  await ctx.authorise('admission.openCircumstances', { organisationId: file.cellId })
  await ctx.audit({ event: 'admission.circumstancesOpened', subject: { type: 'caseFile', id }, personId: file.personId, organisationId: file.cellId, facts: { classes: ['discipline', 'history', 'foreign'], reason } })
  const covered = (await coveredFor(ctx, file)).filter((fact) => fact === 'religion')
  const judged = judge(file, ctx.today, await loadSettings(ctx.db))
  return { openedAt: ctx.now, circumstances: splitCircumstances(file.circumstances, covered).circumstances, conditions: showConditions(judged, covered), returnReasons: openedReturnReasons(file, covered) }
}
