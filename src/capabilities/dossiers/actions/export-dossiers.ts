import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type AnswerOf, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { recordExport } from '../../audit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { dossiersContract } from '../contract.ts'
import { exportTooLarge } from '../errors.ts'
import { exportWords as words } from '../messages.vi.ts'
import { organisationAsked } from './checks.ts'
import { judgedAsked, shown } from './list-dossiers.ts'

type Input = InputOf<typeof dossiersContract.exportDossiers>
type Row = AnswerOf<typeof dossiersContract.listDossiers>['rows'][number]

const MOST_ROWS = 20_000
const WIDTHS = [6, 28, 12, 26, 26, 30, 10, 10, 14, 14, 10, 10, 80]

const cellsOf = ({ fullName, bornOn, cell, organisation, place, dossierId, completeness: c, missing }: Row, number: number): (string | number)[] => [
  number, fullName, bornOn ? formatUncertainDate(bornOn as UncertainDate) : '', cell, organisation ?? '', dossierId ? (place ?? '') : words.noDossier,
  c.required, c.present, c.absentWithReason, c.unreadable, c.lost, c.missing, missing.join('; '),
]

const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** The list as a workbook, every row of the filter. Who took it, when and why stands in its head and in the trail. Refuses `dossiers.exportTooLarge`. */
export async function exportDossiers(ctx: Ctx, input: Input): Promise<FileAnswer> {
  const day = input.asOf ?? ctx.today
  const organisationId = (await organisationAsked(ctx, 'dossiers.export', input.organisationId)) ?? ''
  const { reason, ...asked } = input
  const judged = await judgedAsked(ctx, organisationId, asked)
  if (judged.length > MOST_ROWS) throw exportTooLarge(judged.length, MOST_ROWS)
  const exportNumber = await recordExport(ctx, { event: 'dossiers.exported', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { ...asked, reason, rows: judged.length } })
  const organisation = await findOrganisation(ctx.db, organisationId, day)
  const head = [
    organisation?.name ?? '', words.title, fillIn(words.asOf, { day }), fillIn(words.total, { total: judged.length }),
    fillIn(words.by, { number: exportNumber, name: ctx.actor.name, moment: `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`, reason }),
  ]
  const columns = Object.values(words.columns).map((title, i) => ({ title, width: WIDTHS[i]! }))
  const rows = (await shown(ctx, judged, day)).map((row, i) => cellsOf(row, i + 1))
  return new FileAnswer(await listWorkbook({ sheet: words.sheet, head, columns, rows }), XLSX, words.fileName.replace('{day}', day))
}
