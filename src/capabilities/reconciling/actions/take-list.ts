import { formatDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { recordExport, takenBy } from '../../audit/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { listWords as words } from '../messages.vi.ts'
import { identitiesOf, listEntries, listPlaces } from '../queries/lists.ts'
import { loadReconciliation } from '../queries/reconciliations.ts'
import { LIST_WIDTHS, listRow } from '../workbook-cells.ts'
import { scopeOf } from './checks.ts'

/**
 * The frozen list as a numbered workbook with columns for the marks, of the whole organisation or one cell. It opens identity numbers, by
 * which the rows are found again: who took it, when and why goes into the trail, where each of them finds it.
 */
export async function takeList(ctx: Ctx, { reconciliationId, cellId, reason }: InputOf<typeof reconcilingContract.takeList>): Promise<FileAnswer> {
  const r = await loadReconciliation(ctx.db, reconciliationId)
  const place = cellId ?? scopeOf(ctx, r)
  await ctx.authorise('reconciling.takeList', { organisationId: place })
  const entries = await listEntries(ctx.db, r.id, place === r.organisationId ? undefined : place)
  const identities = await identitiesOf(ctx.db, entries.map(({ personId }) => personId))
  const number = await recordExport(ctx, {
    event: 'reconciling.listTaken', subject: { type: 'reconciliation', id: r.id }, organisationId: place, facts: { list: words.sheet, asOf: r.asOf, reason, rows: entries.length, people: entries.map(({ personId }) => personId) },
  })
  const by = takenBy(ctx, number)
  const cell = (await listPlaces(ctx.db, r.organisationId, r.asOf)).find(({ id }) => id === place)
  const head = [r.organisation, fillIn(words.title, { day: r.asOf }), fillIn(words.total, { total: entries.length, due: r.dueOn }), words.how, fillIn(words.by, { by, reason })]
  const columns = words.columns.map((title, i) => ({ title, width: LIST_WIDTHS[i]! }))
  const file = await listWorkbook({ sheet: words.sheet, head, columns, foot: by, rows: entries.map((entry, i) => listRow(entry, identities.get(entry.personId) ?? null, i + 1)) })
  const fileName = words.fileName.replace('{code}', (cell?.code ?? 'danh-sach').replace(/[^\w.-]/g, '')).replace('{day}', formatDay(r.asOf).replaceAll('/', '-'))
  return new FileAnswer(file, XLSX, fileName, 'attachment', { number, rows: entries.length })
}
