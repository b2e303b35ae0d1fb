import { newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { loadPerson } from '../../members/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { appliedAlready, certificateKnown } from '../errors.ts'
import { certificateCovers } from '../model.ts'
import { insertCertificate, listCertificates } from '../queries/prospect-facts.ts'
import { setApplied } from '../queries/prospects.ts'
import { certificateRuleOn, lockOpenProspect, refuseBeforeBirth, refuseFuture } from './checks.ts'

/** The certificate of the awareness class; it may be older than the following. Answers how long it covers a cell meeting. */
export async function recordCertificate(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.recordCertificate>) {
  const prospect = await lockOpenProspect(ctx, input.id)
  refuseFuture(ctx, input.issuedOn)
  refuseBeforeBirth((await loadPerson(ctx.db, prospect.personId)).bornOn, input.issuedOn)
  const known = await listCertificates(ctx.db, prospect.personId)
  if (known.some((each) => each.issuedOn === input.issuedOn)) throw certificateKnown(input.issuedOn)
  const rule = await certificateRuleOn(ctx, ctx.today)
  const { issuedOn, number, issuer } = input
  const id = newId()
  await insertCertificate(ctx.db, { id, personId: prospect.personId, issuedOn, number, issuer })
  await ctx.audit({
    event: 'sourcesAndTargets.certificateRecorded', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId,
    facts: { issuedOn, number: number ?? null, issuer: issuer ?? null }, citations: [rule.source],
  })
  return { id, validUntil: certificateCovers(issuedOn, rule.months), source: rule.source }
}

/** The person applied for admission. Refuses `appliedAlready`. */
export async function recordApplication(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.recordApplication>) {
  const prospect = await lockOpenProspect(ctx, input.id, { on: input.appliedOn, version: input.version })
  if (prospect.appliedOn) throw appliedAlready(prospect.appliedOn)
  await setApplied(ctx.db, prospect.id, input.appliedOn)
  await ctx.audit({
    event: 'sourcesAndTargets.applicationRecorded', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId,
    facts: { appliedOn: input.appliedOn },
  })
  return { done: true as const }
}
