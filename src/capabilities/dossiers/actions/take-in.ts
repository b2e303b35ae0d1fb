import type { Ctx } from '../../../platform/action/index.ts'
import { lookAtScan } from '../../../platform/pictures/index.ts'
import { findDossierType } from '../../../regulations/index.ts'
import { listDecidedPapers, type DecidedPaper } from '../../admission/index.ts'
import { insertItem, sourcesTakenIn } from '../queries/items.ts'
import { insertScan } from '../queries/scans.ts'

/** Papers of decided files of admission that are not in the dossier yet. */
export async function papersToTakeIn(ctx: Ctx, personId: string, dossierId: string | undefined): Promise<DecidedPaper[]> {
  const taken = dossierId ? await sourcesTakenIn(ctx.db, dossierId) : new Set<string>()
  return (await listDecidedPapers(ctx.db, personId)).filter((paper) => !taken.has(paper.id) && findDossierType(paper.code))
}

/** Takes papers of admission files into the dossier. Scans are entered by their hash: the bytes are there already and are not copied. */
export async function takeIn(ctx: Ctx, { dossierId, personId }: { dossierId: string; personId: string }): Promise<number> {
  const papers = await papersToTakeIn(ctx, personId, dossierId)
  for (const { id: sourceId, code: documentType, number, datedOn, pages, scans } of papers) {
    const itemId = await insertItem(ctx.db, dossierId, { documentType, state: 'present', number, datedOn, pages, sourceId }, ctx.actor.accountId)
    const kept = new Set<string>()
    for (const scan of scans) {
      if (kept.has(scan.contentHash)) continue
      kept.add(scan.contentHash)
      const content = await ctx.files.read(scan.contentHash).catch(() => undefined)
      await insertScan(ctx.db, { ...scan, itemId, part: null, pages: content ? await lookAtScan(ctx.files, scan.contentHash, new Uint8Array(content), scan.mediaType) : null, uploadedBy: ctx.actor.accountId })
    }
  }
  return papers.length
}
