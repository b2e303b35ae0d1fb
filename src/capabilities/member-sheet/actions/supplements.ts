import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { applyChanges, itemName, prepareChanges, staleItems } from '../changes.ts'
import type { supplementsContract } from '../contract-supplements.ts'
import { noKeeper, notInState, nothingToTakeIn, staleVersion } from '../errors.ts'
import { supplementWords } from '../messages.vi.ts'
import { listReady, loadCampaign, loadSupplement, latestSupplementOf, lockSupplement, moveSupplement, type Supplement } from '../queries/campaigns.ts'
import { ownPersonId } from '../queries/keeper.ts'
import { insertTakenIn } from '../queries/proposals.ts'
import { supplementShown } from '../supplement.ts'

function mustBe(supplement: Supplement, version: number, states: readonly Supplement['state'][]): void {
  if (!states.includes(supplement.state)) throw notInState(supplement.state)
  if (supplement.version !== version) throw staleVersion(version, supplement.version)
}

const trailOf = (event: string, { id, personId, cellId, year }: Supplement, facts: Record<string, unknown> = {}) =>
  ({ event, subject: { type: 'supplement', id }, personId, organisationId: cellId, facts: { year, ...facts } })

/** One member's form, with what stands now. Refuses `memberSheet.supplementNotFound`. */
export async function findSupplement(ctx: Ctx, { supplementId }: InputOf<typeof supplementsContract.findSupplement>) {
  const supplement = await loadSupplement(ctx.db, supplementId)
  await ctx.authorise('memberSheet.read', { personId: supplement.personId })
  return supplementShown(ctx, supplement)
}

/** The own form of the latest campaign; none for who was not asked. */
export async function findOwnSupplement(ctx: Ctx) {
  await ctx.authorise('memberSheet.readOwn', 'own part')
  const personId = await ownPersonId(ctx.db)
  const latest = personId ? await latestSupplementOf(ctx.db, personId) : undefined
  return { supplement: latest ? await supplementShown(ctx, latest) : null }
}

/**
 * Answers a form: by the member, or by the secretary or an officer for one without a telephone. Until it is checked it may be answered anew.
 * Nothing is written into the sheet. Refuses `memberSheet.notInState`, and what a proposal is refused for.
 */
export async function answerSupplement(ctx: Ctx, { supplementId, version, changes: wanted }: InputOf<typeof supplementsContract.answerSupplement>) {
  const supplement = await lockSupplement(ctx.db, supplementId)
  await ctx.authorise('memberSheet.answer', { personId: supplement.personId })
  mustBe(supplement, version, ['asked', 'answered', 'returned'])
  const answers = await prepareChanges(ctx, supplement.personId, wanted, { fixesTyping: false })
  await moveSupplement(ctx.db, supplement.id, { state: 'answered', answers, answeredOn: ctx.today, answeredBy: ctx.actor.accountId ?? null })
  await ctx.audit(trailOf('memberSheet.supplementAnswered', supplement, { items: answers.map(itemName) }))
  return { done: true as const }
}

/** The cell has checked the answers. Refuses `memberSheet.notInState`. */
export async function checkSupplement(ctx: Ctx, { supplementId, version }: InputOf<typeof supplementsContract.checkSupplement>) {
  const supplement = await lockSupplement(ctx.db, supplementId)
  await ctx.authorise('memberSheet.check', { personId: supplement.personId })
  mustBe(supplement, version, ['answered'])
  await moveSupplement(ctx.db, supplement.id, { state: 'checked', checkedBy: ctx.actor.accountId ?? null })
  await ctx.audit(trailOf('memberSheet.supplementChecked', supplement))
  return { done: true as const }
}

/** Gives a form back with a reason; it is answered again. Refuses `memberSheet.notInState`. */
export async function returnSupplement(ctx: Ctx, { supplementId, version, reason }: InputOf<typeof supplementsContract.returnSupplement>) {
  const supplement = await lockSupplement(ctx.db, supplementId)
  await ctx.authorise('memberSheet.check', { personId: supplement.personId })
  mustBe(supplement, version, ['answered', 'checked'])
  await moveSupplement(ctx.db, supplement.id, { state: 'returned', returnReason: reason })
  await ctx.audit(trailOf('memberSheet.supplementReturned', supplement, { reason }))
  return { done: true as const }
}

async function takeIn(ctx: Ctx, supplement: Supplement, keeperId: string): Promise<void> {
  const { personId, answers, year, id } = supplement
  const paper = supplementWords.basis(year)
  if (answers.length > 0) {
    await applyChanges(ctx, personId, answers, { reason: supplementWords.reason, basis: paper, sourceId: id })
    await insertTakenIn(ctx.db, {
      personId, organisationId: keeperId, kind: 'supplement', changes: answers, reason: supplementWords.reason, paper, proposedBy: null, proposedOn: supplement.answeredOn ?? ctx.today,
      supplementId: id, decidedBy: ctx.actor.accountId ?? null,
    })
  }
  await moveSupplement(ctx.db, id, { state: 'takenIn' })
}

/**
 * Writes the checked answers of a campaign into the sheets, for the dossiers that the acting level keeps. A form whose items have changed since
 * it was answered stays checked and is named. Refuses `memberSheet.nothingToTakeIn`.
 */
export async function takeInSupplements(ctx: Ctx, { campaignId }: InputOf<typeof supplementsContract.takeInSupplements>) {
  await ctx.authorise('memberSheet.takeIn', 'own part')
  const campaign = await loadCampaign(ctx.db, campaignId)
  const keeperId = ctx.actor.organisationId ?? (ctx.actor.role === 'keeper' ? campaign.organisationId : undefined)
  if (!keeperId) throw noKeeper()
  const ready = await listReady(ctx.db, campaignId, keeperId)
  if (ready.length === 0) throw nothingToTakeIn()
  const notTakenIn: { supplementId: string; fullName: string; items: string[] }[] = []
  for (const { id } of ready) {
    const supplement = await lockSupplement(ctx.db, id)
    const items = await staleItems(ctx, supplement.personId, supplement.answers)
    if (items.length > 0) notTakenIn.push({ supplementId: id, fullName: supplement.fullName, items })
    else await takeIn(ctx, supplement, keeperId)
  }
  const takenIn = ready.length - notTakenIn.length
  await ctx.audit({ event: 'memberSheet.supplementsTakenIn', subject: { type: 'supplementCampaign', id: campaignId }, organisationId: keeperId, facts: { year: campaign.year, takenIn, notTakenIn: notTakenIn.length } })
  return { takenIn, notTakenIn }
}
