import { formatDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { ruleOf } from '../catalogue.ts'
import type { dataQualityContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words, faultKindNames } from '../messages.vi.ts'
import { listFaultRows, type Fault } from '../queries/faults.ts'
import { saidOf } from '../say.ts'
import { askedOf, placeAsked, rulesWanted } from './asked.ts'

const MOST_ROWS = 20_000
const WIDTHS = [6, 28, 10, 26, 26, 8, 16, 46, 46, 40]

function cellsOf(fault: Fault, number: number): (string | number)[] {
  const { name, what, todo } = saidOf(fault)
  const { code, kind } = ruleOf(fault.rule)
  return [number, fault.name, fault.bornOn?.slice(0, 4) ?? '', fault.place, fault.above ?? '', code, faultKindNames[kind], what || name, todo, fault.aside ? fillIn(words.aside, { reason: fault.aside.reason, by: fault.aside.by ?? '' }) : '']
}

const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** The list as a workbook, every row of the filter. Who took it, when and why stands in its head and in the trail. Refuses `dataQuality.exportTooLarge`. */
export async function exportFaults(ctx: Ctx, input: InputOf<typeof dataQualityContract.exportFaults>): Promise<FileAnswer> {
  const { reason, ...filters } = input
  const place = await placeAsked(ctx, 'dataQuality.export', input)
  const asked = await askedOf(ctx, place.id, input, rulesWanted(input))
  const { rows, total } = await listFaultRows(ctx.db, asked, { state: input.state, search: input.search, size: MOST_ROWS, offset: 0 })
  if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
  const exportNumber = await recordExport(ctx, { event: 'dataQuality.exported', subject: { type: 'organisation', id: place.id }, organisationId: place.id, facts: { ...filters, reason, rows: total } })
  const head = [
    place.name, words.title, fillIn(words.asOf, { day: asked.on }), fillIn(words.total, { total }),
    fillIn(words.by, { number: exportNumber, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  return new FileAnswer(await listWorkbook({ sheet: words.sheet, head, columns, rows: rows.map((fault, i) => cellsOf(fault, i + 1)) }), XLSX, words.fileName.replace('{day}', asked.on))
}
