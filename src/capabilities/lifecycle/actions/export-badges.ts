import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { lifecycleContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, groundNames } from '../messages.vi.ts'
import { listBadgesBelow, type ListedBadge } from '../queries/badges.ts'
import { organisationAsked, refuseOtherDays } from './checks.ts'

const MOST_ROWS = 5_000
const WIDTHS = [6, 28, 12, 26, 26, 14, 14, 14, 12, 14, 20, 30, 26]

const uncertain = (day: string | null) => (day ? formatUncertainDate(day as UncertainDate) : '')
const certain = (day: ListedBadge['decidedOn']) => (day ? formatDay(day) : '')

const cellsOf = (b: ListedBadge, number: number): (string | number)[] => [
  number, b.fullName, uncertain(b.bornOn), b.cell, b.organisation ?? '', certain(b.decidedAdmissionOn), uncertain(b.admittedOn), uncertain(b.confirmedOn), b.years, certain(b.reachedOn), groundNames[b.ground], b.reason ?? '',
  b.decisionNumber ? `${b.decisionNumber}${b.decidedOn ? `, ${formatDay(b.decidedOn)}` : ''}` : '',
]

/** `14:05` in Việt Nam of a moment. */
export const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** The list of an award day as a workbook. Who took it, when and why stands in its head and in the trail. Refuses `lifecycle.exportTooLarge`. */
export async function exportBadges(ctx: Ctx, { awardOn, reason, ...asked }: InputOf<typeof lifecycleContract.exportBadges>): Promise<FileAnswer> {
  const organisationId = await organisationAsked(ctx, 'lifecycle.exportBadges', asked.organisationId)
  refuseOtherDays(awardOn)
  const rows = await listBadgesBelow(ctx.db, { organisationId, awardOn, states: ['proposed', 'awarded'], on: ctx.today, page: 1, size: MOST_ROWS + 1 })
  if (rows.length > MOST_ROWS) throw exportTooLarge(rows.length, MOST_ROWS)
  const number = await recordExport(ctx, { event: 'lifecycle.badgesExported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { awardOn, reason, rows: rows.length } })
  const organisation = await findOrganisation(ctx.db, organisationId, ctx.today)
  const head = [
    organisation?.name ?? '', words.title, fillIn(words.awardOn, { day: formatDay(awardOn) }), fillIn(words.total, { total: rows.length }),
    fillIn(words.by, { number, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  return new FileAnswer(await listWorkbook({ sheet: words.sheet, head, columns, rows: rows.map((row, i) => cellsOf(row, i + 1)) }), XLSX, words.fileName.replace('{day}', awardOn))
}
