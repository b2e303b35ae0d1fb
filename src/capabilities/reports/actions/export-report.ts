import { formatDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { tableForms } from '../../../regulations/index.ts'
import { momentCell, recordExport } from '../../audit/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import { coversStrictClass, shownTable } from '../../statistics/index.ts'
import { reportBook } from '../book.ts'
import type { reportsContract } from '../contract.ts'
import { bookWords as words, outcomeNames } from '../messages.vi.ts'
import { loadSubmission, type Frozen } from '../queries/reports.ts'
import { figuresFor, frozenOf } from './find-report.ts'

type Input = InputOf<typeof reportsContract.exportReport>

/** What the copy is: a version with its outcome, a sum, or a count of the day. */
async function stateLine(ctx: Ctx, frozen: Frozen | undefined, isSum: boolean): Promise<string> {
  if (!frozen) return fillIn(words.counted, { day: formatDay(ctx.today) })
  if (isSum) return fillIn(words.sum, { n: frozen.submissions.length })
  const { ordinal, submittedAt, outcome } = await loadSubmission(ctx.db, frozen.submissions[0]!)
  return fillIn(words.version, { ordinal, moment: momentCell(submittedAt), outcome: outcomeNames[outcome] })
}

/** The whole set of tables of a report as one workbook, numbered. Who took it, when and why stands in its head and in the trail. */
export async function exportReport(ctx: Ctx, input: Input): Promise<FileAnswer> {
  await ctx.authorise('reports.export', { organisationId: input.organisationId })
  const { period, frozen } = await frozenOf(ctx, input)
  const figures = await figuresFor(ctx, input.organisationId, { period, frozen })
  const place = await loadOrganisation(ctx.db, input.organisationId, period.until)
  const hide = input.outside || (await coversStrictClass(ctx, place.id))
  const tables = tableForms.map(({ number }) => shownTable(number, figures, period.until, hide))
  const { from, until } = period
  const number = await recordExport(ctx, {
    event: 'reports.exported', subject: { type: 'organisation', id: place.id }, organisationId: place.id,
    facts: { from, until, submissions: frozen?.submissions.length ?? 0, outside: input.outside, reason: input.reason, rows: tables.reduce((sum, { sections }) => sum + sections.reduce((of, { rows }) => of + rows.length, 0), 0) },
  })
  const lines = [
    fillIn(words.period, { from: formatDay(from), until: formatDay(until) }), await stateLine(ctx, frozen, period.organisationId === place.id), ...(hide ? [words.outside] : []),
    fillIn(words.by, { number, name: ctx.actor.name, day: formatDay(ctx.today), reason: input.reason }),
  ]
  return new FileAnswer(await reportBook(tables, { letterhead: place.name.toUpperCase(), lines, hide }), XLSX, fillIn(words.fileName, { day: until }))
}
