import { PassThrough } from 'node:stream'
import excel from 'exceljs'
import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, statusNames } from '../messages.vi.ts'
import type { ListedMember } from '../queries/lists.ts'
import { organisationAsked, readList } from './list-members.ts'

type Input = InputOf<typeof membersContract.exportMembers>
const MOST_ROWS = 20_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// Cells are written as texts, so that a value beginning with = + - @ is never taken for a formula.
const dayText = (date: string | null) => (date ? formatUncertainDate(date as UncertainDate) : '')

const cellsOf = (row: ListedMember, number: number): (string | number)[] => [
  number, row.fullName, row.otherName ?? '', dayText(row.bornOn), row.sex === 'female' ? 'x' : '', row.ethnicity ?? '', row.cell,
  row.organisation ?? '', dayText(row.decidedOn), dayText(row.admittedOn), dayText(row.confirmedOn), row.cardNumber ?? '', statusNames[row.status],
]

const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** Lines above the table: what list, of which day, taken by whom, when and why. */
async function headOf(ctx: Ctx, input: Input, organisationId: string, total: number): Promise<string[]> {
  const day = input.asOf ?? ctx.today
  const organisation = await findOrganisation(ctx.db, organisationId, day)
  return [
    organisation?.name ?? '', words.title, fillIn(words.asOf, { day }), fillIn(words.total, { total }),
    fillIn(words.by, { name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason: input.reason }),
  ]
}

function write(head: readonly string[], rows: readonly ListedMember[]): PassThrough {
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: head.length + 2 }] })
  sheet.columns = [6, 28, 18, 12, 6, 12, 26, 26, 14, 14, 14, 16, 26].map((width) => ({ width, style: { numFmt: '@' } }))
  for (const line of head) sheet.addRow([line]).commit()
  sheet.addRow([]).commit()
  const titles = sheet.addRow(Object.values(words.columns))
  titles.font = { bold: true }
  titles.commit()
  rows.forEach((row, i) => sheet.addRow(cellsOf(row, i + 1)).commit())
  sheet.commit()
  void book.commit()
  return stream
}

/**
 * The list as a workbook, written while it is sent. Who took it, when and why stands in its head and in the trail.
 * Refuses `members.exportTooLarge`.
 */
export async function exportMembers(ctx: Ctx, input: Input): Promise<FileAnswer> {
  const organisationId = (await organisationAsked(ctx, 'members.export', input.organisationId, input.asOf ?? ctx.today)) ?? ''
  const { reason, ...asked } = input
  const { rows, total } = await readList(ctx, organisationId, asked, { page: 1, size: MOST_ROWS })
  if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
  await ctx.audit({ event: 'members.exported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { ...asked, reason, rows: total } })
  const day = input.asOf ?? ctx.today
  return new FileAnswer(write(await headOf(ctx, input, organisationId, total), rows), XLSX, words.fileName.replace('{day}', day))
}
