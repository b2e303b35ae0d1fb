import type { PlainDate } from '../../../kernel/index.ts'
import { isPast, seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { Settings } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import type { Line } from '../model.ts'
import { judge } from '../next-act.ts'
import { byEnd, endsWithin, rowOfFile, rowOfProbationer, type ConfirmationRow } from '../probation.ts'
import { loadCases, loadLines, openConfirmations } from '../queries/cases.ts'
import { confirmationsSeen, loadCasesSeen, loadLinesSeen } from '../queries/past-cases.ts'
import { listProbationersWithoutFile } from '../queries/probationers.ts'
import { loadSettings } from '../queries/settings.ts'

type Input = InputOf<typeof admissionContract.listConfirmations>

const byCell = (lines: ReadonlyMap<string, Line>) => ({ cellId, day }: { cellId: string; day: PlainDate }) => lines.get(`${cellId} ${day}`)

async function rowsWithoutFile(ctx: Ctx, input: Input, seen: Seen, settings: Settings): Promise<ConfirmationRow[]> {
  const found = await listProbationersWithoutFile(ctx.db, input, seen)
  if (found.length === 0) return []
  const cells = found.map(({ cellId }) => ({ cellId, day: seen.on, lineDay: seen.on }))
  const lineOf = isPast(ctx, input) ? await loadLinesSeen(ctx.db, cells, seen.knownAt, ctx.today) : byCell(await loadLines(ctx.db, cells))
  return found.flatMap((probationer) => {
    const line = lineOf({ cellId: probationer.cellId, day: seen.on })
    return line ? [rowOfProbationer(probationer, line, seen.on, settings)] : []
  })
}

async function rowsOfFiles(ctx: Ctx, input: Input, seen: Seen, settings: Settings): Promise<ConfirmationRow[]> {
  const files = isPast(ctx, input) ? await loadCasesSeen(ctx.db, confirmationsSeen(input, seen), seen, ctx.today) : await loadCases(ctx.db, openConfirmations(input, ctx.today))
  return files.filter(({ stage }) => stage !== 'confirmed' && stage !== 'struckOff').map((file): ConfirmationRow => rowOfFile(judge(file, seen.on, settings)))
}

/** Probationary members of a day, as known at a moment, with and without a file, longest past the end of probation first. */
export async function listConfirmations(ctx: Ctx, input: Input): Promise<AnswerOf<typeof admissionContract.listConfirmations>> {
  await ctx.authorise('admission.readCases', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const settings = await loadSettings(ctx.db)
  const seen = seenBy(ctx, input)
  const all = [...(await rowsOfFiles(ctx, input, seen, settings)), ...(await rowsWithoutFile(ctx, input, seen, settings))].sort(byEnd)
  const soon = (row: ConfirmationRow) => endsWithin(row, seen.on, input.within)
  const wanted: Record<Input['only'], (row: ConfirmationRow) => boolean> = { all: () => true, late: ({ isLate }) => isLate, dueSoon: soon, withoutFile: ({ id }) => id === null }
  const rows = all.filter((row) => wanted[input.only](row) && (!input.owner || row.nextAct?.owner === input.owner) && (input.late === undefined || row.isLate === input.late)
    && (input.returned === undefined || row.isReturned === input.returned))
  return {
    today: seen.on, rows: rows.slice((input.page - 1) * input.size, input.page * input.size).map(({ endsOn: _end, isReturned: _returned, ...row }) => row), total: rows.length,
    counts: { probationary: all.length, late: all.filter(({ isLate }) => isLate).length, dueSoon: all.filter(soon).length, withoutFile: all.filter(({ id }) => id === null).length },
  }
}
