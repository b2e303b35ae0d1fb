import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { sheetContract } from '../contract.ts'
import { noteMissing } from '../errors.ts'
import { coveringFor, itemsSeen } from '../sheet.ts'
import { openingsOf } from '../queries/openings.ts'

/** A reason of one's own has to be told. */
export function checkReason({ reason, note }: { reason: string; note?: string | undefined }): void {
  if (reason === 'other' && !note) throw noteMissing()
}

/**
 * Opens covered classes of a person's sheet for this one answer. Who, which classes and why go into the trail before anything is shown.
 * Refuses `memberSheet.noteMissing`.
 */
export async function openSheet(ctx: Ctx, { personId, classes, reason, note, asOf, knownAt }: InputOf<typeof sheetContract.openSheet>) {
  await ctx.authorise('memberSheet.open', { personId })
  checkReason({ reason, note })
  const wanted = [...new Set(classes)]
  const { fields, lists, person } = await itemsSeen(ctx, personId, seenBy(ctx, { asOf, knownAt }), await coveringFor(ctx, personId, wanted))
  await ctx.audit({ event: 'memberSheet.opened', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { classes: wanted, reason, note: note ?? null } })
  const isWanted = ({ secrecy }: { secrecy: string }) => (wanted as string[]).includes(secrecy)
  return { openedAt: ctx.now, fields: fields.filter(isWanted), lists: lists.filter(isWanted) }
}

/** Who opened covered parts of a person's sheet, newest first: for the person, and for the levels that keep and inspect dossiers. */
export async function listOpenings(ctx: Ctx, { personId }: InputOf<typeof sheetContract.listOpenings>) {
  await ctx.authorise('memberSheet.listOpenings', { personId })
  return { rows: await openingsOf(ctx.db, personId) }
}
