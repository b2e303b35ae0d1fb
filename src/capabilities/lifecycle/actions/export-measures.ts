import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { measuresContract } from '../measures-contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exemptionGroundNames, exportWords, measureExportWords as words, measureKindNames, measureNames, measureStateNames, suspensionGroundNames } from '../messages.vi.ts'
import { listMeasuresBelow, type ListedMeasure } from '../queries/measure-lists.ts'
import { organisationAsked } from './checks.ts'
import { clockInVietnam } from './export-badges.ts'

const MOST_ROWS = 5_000
const WIDTHS = [6, 28, 12, 26, 26, 26, 40, 26, 30, 14, 14, 18]
const whatNames = { ...measureNames, ...suspensionGroundNames, ...exemptionGroundNames }

const cellsOf = (m: ListedMeasure, number: number): (string | number)[] => [
  number, m.fullName, m.bornOn ? formatUncertainDate(m.bornOn as UncertainDate) : '', m.cell, m.organisation ?? '', whatNames[m.what], m.reason ?? '', `${m.decisionNumber}, ${formatDay(m.decidedOn)}`, m.issuedBy ?? '',
  formatDay(m.from), m.lastDay ? formatDay(m.lastDay) : '', measureStateNames[m.state],
]

/** The list of measures of one kind as a workbook. Who took it, when and why stands in its head and in the trail. Refuses `lifecycle.exportTooLarge`. */
export async function exportMeasures(ctx: Ctx, { kind, state, asOf, knownAt, reason, ...asked }: InputOf<typeof measuresContract.exportMeasures>): Promise<FileAnswer> {
  const organisationId = await organisationAsked(ctx, 'lifecycle.exportMeasures', asked.organisationId)
  const on = asOf ?? ctx.today
  const rows = await listMeasuresBelow(ctx.db, { kind, organisationId, state, on, knownAt }, { page: 1, size: MOST_ROWS + 1 })
  if (rows.length > MOST_ROWS) throw exportTooLarge(rows.length, MOST_ROWS)
  const number = await recordExport(ctx, { event: 'lifecycle.measuresExported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { kind, state, asOf: on, reason, rows: rows.length } })
  const organisation = await findOrganisation(ctx.db, organisationId, ctx.today)
  const head = [
    organisation?.name ?? '', fillIn(words.title, { kind: measureKindNames[kind].toUpperCase() }), fillIn(words.asOf, { day: formatDay(on) }), fillIn(exportWords.total, { total: rows.length }),
    fillIn(exportWords.by, { number, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  return new FileAnswer(await listWorkbook({ sheet: measureKindNames[kind], head, columns, rows: rows.map((row, i) => cellsOf(row, i + 1)) }), XLSX, words.fileName.replace('{day}', on))
}
