import { addMonths, daysBetween, earliestDay, fullMonthsBetween, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { isCell, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import { beforeBirth, beforeOpened, closedAlready, dayNotYet, notACell, prospectNotFound, staleVersion } from '../errors.ts'
import { certificateCovers, certificateRule } from '../model.ts'
import { lockProspectById, type Prospect } from '../queries/prospects.ts'

/** A cell that exists on the day. Refuses `organisations.notFound`, `sourcesAndTargets.notACell`. */
export async function loadCellOn(ctx: Ctx, cellId: string, on: PlainDate): Promise<Organisation> {
  const cell = await loadOrganisation(ctx.db, cellId, on)
  if (!isCell(cell.type)) throw notACell(cell.name)
  return cell
}

/** What has not happened yet cannot be recorded. */
export function refuseFuture(ctx: Pick<Ctx, 'today'>, on: PlainDate): void {
  if (on > ctx.today) throw dayNotYet(on, ctx.today)
}

/** Nothing is done for somebody who was not born yet. */
export function refuseBeforeBirth(bornOn: UncertainDate | null, on: PlainDate): void {
  if (bornOn && on < earliestDay(bornOn)) throw beforeBirth(on, bornOn)
}

/**
 * The open following to act on, locked, after asking whether the actor may. Refuses `prospectNotFound`, `closedAlready`, and a stale
 * version. An act dated before the following began is refused with `beforeOpened`.
 */
export async function lockOpenProspect(ctx: Ctx, id: string, asked: { on?: PlainDate; version?: number } = {}): Promise<Prospect> {
  const prospect = await lockProspectById(ctx.db, id)
  if (!prospect) throw prospectNotFound()
  await ctx.authorise('sourcesAndTargets.keepSources', { organisationId: prospect.cellId })
  if (prospect.closedOn) throw closedAlready(prospect.fullName, prospect.closedOn)
  if (asked.version !== undefined && asked.version !== prospect.version) throw staleVersion(asked.version, prospect.version)
  if (asked.on) {
    refuseFuture(ctx, asked.on)
    if (asked.on < prospect.openedOn) throw beforeOpened(asked.on, prospect.openedOn)
  }
  return prospect
}

/** The rule on certificates as on a day, with what the administrator entered. */
export async function certificateRuleOn(ctx: Ctx, on: PlainDate) {
  const rule = certificateRule(on, await loadOverrides(ctx.db))
  return { months: rule.value, source: rule.citation }
}

/** A certificate as shown on a day: how long it still covers a cell meeting. */
export function certificateState(c: { issuedOn: PlainDate; number: string | null; issuer: string | null }, months: number, on: PlainDate) {
  const validUntil = certificateCovers(c.issuedOn, months)
  const monthsLeft = fullMonthsBetween(on, validUntil)
  return {
    issuedOn: c.issuedOn, number: c.number, issuer: c.issuer, validUntil, isValid: validUntil >= on, monthsLeft,
    daysLeft: daysBetween(addMonths(on, monthsLeft), validUntil),
  }
}
