import { isPast, seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { boardRow, columnsOf, ordered, type BoardRow } from '../board.ts'
import { boardColumns } from '../codes.ts'
import type { admissionContract } from '../contract.ts'
import { judge } from '../next-act.ts'
import { loadCases, openAdmissions } from '../queries/cases.ts'
import { admissionsSeen, loadCasesSeen } from '../queries/past-cases.ts'
import { loadSettings } from '../queries/settings.ts'

type Input = InputOf<typeof admissionContract.listCases>

const fits = ({ owner, late, returned }: Input) => (row: BoardRow): boolean =>
  (!owner || row.nextAct?.owner === owner) && (late === undefined || row.isLate === late) && (returned === undefined || row.isReturned === returned)

const inPlace = ({ column, stage }: Input) => (row: BoardRow): boolean => (!column || row.column === column) && (!stage || row.stage === stage)

/** The most urgent of each column, or one page of all. */
function cut(rows: readonly BoardRow[], { perColumn, page, size }: Input): BoardRow[] {
  if (perColumn) return boardColumns.flatMap((column) => rows.filter((row) => row.column === column).slice(0, perColumn))
  return rows.slice((page - 1) * size, page * size)
}

/**
 * Files of admission and readmission that were open on a day, as known at a moment, by column of the board or as a table. Late is a file over which any limit
 * had passed by that day. The counts of the line are those of the place; the columns follow the filters; the rows, the column too.
 */
export async function listCases(ctx: Ctx, input: Input): Promise<AnswerOf<typeof admissionContract.listCases>> {
  await ctx.authorise('admission.readCases', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const settings = await loadSettings(ctx.db)
  const seen = seenBy(ctx, input)
  const files = isPast(ctx, input) ? await loadCasesSeen(ctx.db, admissionsSeen(input, seen), seen, ctx.today) : await loadCases(ctx.db, openAdmissions(input, ctx.today))
  const all = files.map((file) => boardRow(judge(file, seen.on, settings)))
  const rows = all.filter(fits(input))
  const placed = ordered(rows.filter(inPlace(input)), input.order)
  return {
    today: seen.on, rows: cut(placed, input).map(({ due: _due, ...row }) => row), total: placed.length,
    counts: { open: all.length, late: all.filter(({ isLate }) => isLate).length, returned: all.filter(({ isReturned }) => isReturned).length },
    columns: columnsOf(rows, seen.on, settings),
  }
}
