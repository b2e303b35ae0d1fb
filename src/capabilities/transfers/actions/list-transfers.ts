import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type AnswerOf, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { loadSettings } from '../../admission/index.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { ownerNames } from '../../reminders/index.ts'
import type { transfersContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, kindNames, stageNames } from '../messages.vi.ts'
import { listTransfersBelow } from '../queries/transfers.ts'
import { byUrgency, countByOwner, rowOf, type Row } from '../shown.ts'
import { organisationAsked } from './checks.ts'

type Contract = typeof transfersContract
type Filters = Omit<InputOf<Contract['listTransfers']>, 'page' | 'size'>

async function rowsAsked(ctx: Ctx, organisationId: string | undefined, { owner, late, asOf, knownAt, organisationId: _o, ...filters }: Filters): Promise<{ all: Row[]; rows: Row[] }> {
  if (!organisationId) return { all: [], rows: [] }
  const settings = await loadSettings(ctx.db)
  const on = asOf ?? ctx.today
  const found = await listTransfersBelow(ctx.db, { ...filters, organisationId, today: on, on: asOf, knownAt })
  const all = found.map((transfer) => rowOf(transfer, on, settings)).sort(byUrgency)
  return { all, rows: all.filter((row) => (!owner || row.nextAct?.owner === owner) && (late === undefined || row.isLate === late)) }
}

/** Transfers of one's part on either side, late ones first; how many wait for whom is counted before the filters of owner and lateness. */
export async function listTransfers(ctx: Ctx, input: InputOf<Contract['listTransfers']>): Promise<AnswerOf<Contract['listTransfers']>> {
  const organisationId = await organisationAsked(ctx, 'transfers.read', input.organisationId)
  const { page, size, ...filters } = input
  const { all, rows } = await rowsAsked(ctx, organisationId, filters)
  return { asOf: input.asOf ?? ctx.today, rows: rows.slice((page - 1) * size, page * size), total: rows.length, late: rows.filter(({ isLate }) => isLate).length, byOwner: countByOwner(all) }
}

const MOST_ROWS = 20_000
const WIDTHS = [6, 28, 12, 16, 40, 40, 16, 12, 26, 12, 12, 50, 20]
const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`
const dayOrNothing = (day: Row['dueOn']) => (day ? formatDay(day as never) : '')

const cellsOf = (row: Row, number: number): (string | number)[] => [
  number, row.personName, row.bornOn ? formatUncertainDate(row.bornOn as UncertainDate) : '', kindNames[row.kind], row.fromName, row.toName, row.letterNumber ?? '', dayOrNothing(row.letterOn), stageNames[row.stage],
  dayOrNothing(row.dueOn), row.isLate ? row.workingDays : 0, row.nextAct?.words ?? '', row.nextAct ? ownerNames[row.nextAct.owner] : '',
]

/** The list as a workbook, every row of the filter. Who took it, when and why stands in its head and in the trail. Refuses `transfers.exportTooLarge`. */
export async function exportTransfers(ctx: Ctx, input: InputOf<Contract['exportTransfers']>): Promise<FileAnswer> {
  const organisationId = (await organisationAsked(ctx, 'transfers.export', input.organisationId)) ?? ''
  const { reason, ...asked } = input
  const { rows } = await rowsAsked(ctx, organisationId, asked)
  if (rows.length > MOST_ROWS) throw exportTooLarge(rows.length, MOST_ROWS)
  const day = input.asOf ?? ctx.today
  const exportNumber = await recordExport(ctx, { event: 'transfers.exported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { ...asked, reason, rows: rows.length } })
  const organisation = await findOrganisation(ctx.db, organisationId, day)
  const head = [
    organisation?.name ?? '', words.title, fillIn(words.asOf, { day }), fillIn(words.total, { total: rows.length }),
    fillIn(words.by, { number: exportNumber, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  return new FileAnswer(await listWorkbook({ sheet: words.sheet, head, columns, rows: rows.map((row, i) => cellsOf(row, i + 1)) }), XLSX, words.fileName.replace('{day}', day))
}
