import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { LayoutName } from '../layout-names.ts'
import { findWrittenTwin, insertImport, loadImport } from '../queries/imports.ts'
import { makeReadyToRead } from '../reading/index.ts'
import { callOffReading } from '../running-readings.ts'
import { shownImport } from './list-imports.ts'

/** The organisation a list is read for: the one named, else the one at which the role is held. */
async function placeOf(ctx: Ctx, asked: string | undefined): Promise<string> {
  if (asked) return asked
  if (ctx.actor.organisationId) return ctx.actor.organisationId
  const top = await findTop(ctx.db, ctx.today)
  return top?.id ?? ''
}

/** Stores a workbook to be read. The register is not touched. Says when the same file was written before. */
export async function startImport(ctx: Ctx, input: { file: File; organisationId?: string | undefined; asOf?: PlainDate | undefined; sheet?: string | undefined; layout?: LayoutName | undefined }) {
  const organisationId = await placeOf(ctx, input.organisationId)
  await ctx.authorise('importExport.write', organisationId ? { organisationId } : 'own part')
  makeReadyToRead()
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const contentHash = await ctx.files.put(bytes)
  const twin = await findWrittenTwin(ctx.db, contentHash, organisationId)
  const id = newId()
  const fileName = input.file.name.normalize('NFC').replace(/[\p{Cc}/\\]/gu, '').slice(-150) || 'danh-sach'
  await insertImport(ctx.db, { id, fileName, contentHash, organisationId, asOf: input.asOf ?? null, sheet: input.sheet ?? null, askedLayout: input.layout ?? null, by: ctx.actor.accountId, on: ctx.today })
  await ctx.audit({ event: 'importExport.started', subject: { type: 'import', id }, organisationId, facts: { fileName, contentHash, bytes: bytes.length } })
  return { id, sameAs: twin ? shownImport(await loadImport(ctx.db, twin.id)) : null }
}

/** Asks a reading that runs to stop, or drops one that was read. Nothing was written. */
export async function cancelImport(ctx: Ctx, input: { id: string }) {
  const found = await loadImport(ctx.db, input.id)
  await ctx.authorise('importExport.write', { organisationId: found.organisationId })
  callOffReading(found.id)
  await ctx.db.run(sql`
    update import_export.import set cancel_asked = true, state = 'cancelled', version = version + 1
    where id = ${input.id} and state in ('reading', 'toSettle', 'refused')`)
  await ctx.audit({ event: 'importExport.cancelled', subject: { type: 'import', id: input.id }, organisationId: found.organisationId })
  return { done: true as const }
}
