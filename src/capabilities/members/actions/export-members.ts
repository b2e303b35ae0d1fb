import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, statusNames } from '../messages.vi.ts'
import type { ListedMember } from '../queries/lists.ts'
import { organisationAsked, readList } from './list-members.ts'

type Input = InputOf<typeof membersContract.exportMembers>
const MOST_ROWS = 20_000
const WIDTHS = [6, 28, 18, 12, 6, 12, 26, 26, 14, 14, 14, 16, 26]

const dayText = (date: string | null) => (date ? formatUncertainDate(date as UncertainDate) : '')

const cellsOf = (row: ListedMember, number: number): (string | number)[] => [
  number, row.fullName, row.otherName ?? '', dayText(row.bornOn), row.sex === 'female' ? 'x' : '', row.ethnicity ?? '', row.cell,
  row.organisation ?? '', dayText(row.decidedOn), dayText(row.admittedOn), dayText(row.confirmedOn), row.cardNumber ?? '', statusNames[row.status],
]

const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** Lines above the table: what list, of which day, taken by whom, when and why. */
async function headOf(ctx: Ctx, input: Input, organisationId: string, total: number, number: string): Promise<string[]> {
  const day = input.asOf ?? ctx.today
  const organisation = await findOrganisation(ctx.db, organisationId, day)
  return [
    organisation?.name ?? '', words.title, fillIn(words.asOf, { day }), fillIn(words.total, { total }),
    fillIn(words.by, { number, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason: input.reason }),
  ]
}

/**
 * The list as a numbered workbook, written while it is sent. Who took it, when and why stands in its head and in the trail.
 * Refuses `members.exportTooLarge`.
 */
export async function exportMembers(ctx: Ctx, input: Input): Promise<FileAnswer> {
  const organisationId = (await organisationAsked(ctx, 'members.export', input.organisationId, input.asOf ?? ctx.today)) ?? ''
  const { reason, ...asked } = input
  const { rows, total } = await readList(ctx, organisationId, asked, { page: 1, size: MOST_ROWS })
  if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
  const number = await recordExport(ctx, { event: 'members.exported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { ...asked, reason, rows: total } })
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  const file = await listWorkbook({ sheet: words.sheet, head: await headOf(ctx, input, organisationId, total, number), columns, rows: rows.map((row, i) => cellsOf(row, i + 1)) })
  return new FileAnswer(file, XLSX, words.fileName.replace('{day}', input.asOf ?? ctx.today))
}
