import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type AnswerOf, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { duplicatesContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, partInWords } from '../messages.vi.ts'
import { listPairsAsked } from '../queries/pairs.ts'
import { likenessSettings } from '../settings.ts'
import { shownPairs } from './show.ts'

type Row = AnswerOf<typeof duplicatesContract.listPairs>['rows'][number]

const MOST_ROWS = 20_000
const WIDTHS = [6, 28, 12, 36, 28, 12, 36, 10, 60, 40, 40]

const born = (day: string | null) => (day ? formatUncertainDate(day as UncertainDate) : '')
const place = ({ cell, organisation }: Row['first']) => [cell, organisation].filter(Boolean).join(' – ')
const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

function cellsOf({ first, second, score, parts, state, reason }: Row, number: number): (string | number)[] {
  const said = (counts: (points: number) => boolean) => parts.filter(({ points }) => counts(points)).map(partInWords).join('; ')
  return [
    number, first.fullName, born(first.bornOn), place(first), second.fullName, born(second.bornOn), place(second), score, said((points) => points > 0), said((points) => points < 0),
    state === 'different' ? fillIn(words.different, { reason: reason ?? '' }) : words.open,
  ]
}

/** The list as a workbook, every pair of the filter. Who took it, when and why stands in its head and in the trail. Refuses `duplicates.exportTooLarge`. */
export async function exportPairs(ctx: Ctx, { reason, ...asked }: InputOf<typeof duplicatesContract.exportPairs>): Promise<FileAnswer> {
  await ctx.authorise('duplicates.export', asked.organisationId ? { organisationId: asked.organisationId } : 'own part')
  const { rows, total } = await listPairsAsked(ctx.db, asked, likenessSettings, ctx.today, { page: 1, size: MOST_ROWS })
  if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
  const organisationId = asked.organisationId ?? ctx.actor.organisationId
  const number = await recordExport(ctx, {
    event: 'duplicates.exported', subject: { type: 'organisation', id: organisationId ?? '' }, ...(organisationId ? { organisationId } : {}), facts: { ...asked, reason, rows: total },
  })
  const organisation = organisationId ? await findOrganisation(ctx.db, organisationId, ctx.today) : undefined
  const head = [
    organisation?.name ?? '', words.title, fillIn(words.total, { total }),
    fillIn(words.by, { number, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  const lines = (await shownPairs(ctx, rows)).map((row, i) => cellsOf(row, i + 1))
  return new FileAnswer(await listWorkbook({ sheet: words.sheet, head, columns, rows: lines }), XLSX, words.fileName.replace('{day}', ctx.today))
}
