import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { supplementsContract } from '../contract-supplements.ts'
import { campaignAsked, dueBeforeAsked, nobodyAsked } from '../errors.ts'
import { insertCampaign, listCampaignRows, listReady, listSupplementRows, loadCampaign, progressByCell, type Supplement } from '../queries/campaigns.ts'
import { supplementShown } from '../supplement.ts'

/**
 * Asks the members of an organisation for the supplement of a year; everybody who is a member of one of its cells today gets a
 * form, but for those whom another level has asked for that year. `dueOn`:
 * last day to answer. Refuses `memberSheet.dueBeforeAsked`, `campaignAsked`, `nobodyAsked`.
 */
export async function openCampaign(ctx: Ctx, { organisationId, year, dueOn }: InputOf<typeof supplementsContract.openCampaign>) {
  await ctx.authorise('memberSheet.openCampaign', { organisationId })
  if (dueOn < ctx.today) throw dueBeforeAsked(dueOn, ctx.today)
  if ((await listCampaignRows(ctx.db)).some((each) => each.organisationId === organisationId && each.year === year)) throw campaignAsked(year)
  const opened = await insertCampaign(ctx.db, { organisationId, year, askedOn: ctx.today, dueOn, openedBy: ctx.actor.accountId ?? null })
  if (opened.asked === 0) throw nobodyAsked()
  await ctx.audit({ event: 'memberSheet.supplementAsked', subject: { type: 'supplementCampaign', id: opened.id }, organisationId, facts: { year, dueOn, asked: opened.asked } })
  return opened
}

/** Campaigns that reach into one's part. */
export async function listCampaigns(ctx: Ctx) {
  await ctx.authorise('memberSheet.readCampaigns', 'own part')
  return { rows: await listCampaignRows(ctx.db) }
}

export const rowOf = ({ id, personId, fullName, bornOn, cellId, cell, state, answeredOn, answers, version }: Supplement) =>
  ({ id, personId, fullName, bornOn, cellId, cell, state, answeredOn, items: answers.map((change) => ('field' in change ? change.field : change.list)), version })

/** One campaign: progress by cell, and the forms of one's part. Refuses `memberSheet.campaignNotFound`. */
export async function findCampaign(ctx: Ctx, { campaignId, organisationId, state, page, size }: InputOf<typeof supplementsContract.findCampaign>) {
  await ctx.authorise('memberSheet.readCampaigns', organisationId ? { organisationId } : 'own part')
  const campaign = await loadCampaign(ctx.db, campaignId)
  const { rows, total } = await listSupplementRows(ctx.db, { campaignId, organisationId, states: state && [state], page, size }, ctx.today)
  const takesIn = ctx.actor.organisationId !== undefined && (await ctx.may('memberSheet.takeIn', { organisationId: ctx.actor.organisationId }))
  const ready = takesIn ? (await listReady(ctx.db, campaignId, ctx.actor.organisationId!)).length : 0
  return { ...campaign, cells: await progressByCell(ctx.db, campaignId), rows: rows.map(rowOf), rowsTotal: total, readyToTakeIn: ready, may: { takeIn: ready > 0 } }
}

/** Forms that nobody has answered, or that were given back, filled in with what stands; for printing. What is covered stays covered. */
export async function listUnanswered(ctx: Ctx, { campaignId, organisationId, page, size }: InputOf<typeof supplementsContract.listUnanswered>) {
  await ctx.authorise('memberSheet.readCampaigns', organisationId ? { organisationId } : 'own part')
  await loadCampaign(ctx.db, campaignId)
  const { rows, total } = await listSupplementRows(ctx.db, { campaignId, organisationId, states: ['asked', 'returned'], page, size: Math.min(size, 60) }, ctx.today)
  const shown = []
  for (const row of rows) shown.push(await supplementShown(ctx, row))
  return { rows: shown, total }
}
