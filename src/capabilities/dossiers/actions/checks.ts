import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { earliestDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findDossierType, type DossierDocumentType } from '../../../regulations/index.ts'
import { findTop } from '../../organisations/index.ts'
import { dayNotYet, daysOutOfOrder, documentTypeUnknown, staleVersion } from '../errors.ts'
import type { dossiersPolicy } from '../policy.ts'
import { lockDossier, type Dossier } from '../queries/dossiers.ts'

type Permission = keyof typeof dossiersPolicy

/** Refuses `dossiers.dayNotYet` for what has not happened yet. */
export function refuseTomorrow(ctx: Pick<Ctx, 'today'>, ...days: (PlainDate | undefined)[]): void {
  for (const day of days) if (day && day > ctx.today) throw dayNotYet(day, ctx.today)
}

export function refuseTomorrowsPaper(ctx: Pick<Ctx, 'today'>, datedOn: UncertainDate | undefined): void {
  if (datedOn && earliestDay(datedOn) > ctx.today) throw dayNotYet(datedOn, ctx.today)
}

export function refuseOrder(first: PlainDate | null, second: PlainDate): void {
  if (first && second < first) throw daysOutOfOrder(first, second)
}

export function refuseStale(seen: number, latest: number): void {
  if (seen !== latest) throw staleVersion(seen, latest)
}

/** A type of paper by its code. Refuses `dossiers.documentTypeUnknown`. */
export function typeOf(code: string): DossierDocumentType {
  const type = findDossierType(code)
  if (!type) throw documentTypeUnknown(code)
  return type
}

/** A dossier locked for an act that the actor may do. Refuses `dossiers.dossierNotFound`. */
export async function dossierFor(ctx: Ctx, permission: Permission, dossierId: string): Promise<Dossier> {
  const dossier = await lockDossier(ctx.db, dossierId)
  await ctx.authorise(permission, { personId: dossier.personId })
  return dossier
}

/** Writes the trail of an act on a dossier. */
export const auditDossier = (ctx: Ctx, event: string, dossier: Pick<Dossier, 'id' | 'cellId' | 'personId'>, facts: Record<string, unknown> = {}) =>
  ctx.audit({ event: `dossiers.${event}`, subject: { type: 'dossier', id: dossier.id }, organisationId: dossier.cellId, personId: dossier.personId, facts })

/** Of which organisation: the one asked for, within one's part, or the own one; for the keeper of the machine the top. */
export async function organisationAsked(ctx: Ctx, permission: Permission, wanted: string | undefined): Promise<string | undefined> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
}
