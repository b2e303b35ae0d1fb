import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { judge } from '../next-act.ts'
import { byEnd, endsWithin, rowOfFile, rowOfProbationer, type ConfirmationRow } from '../probation.ts'
import { loadCases, loadLines } from '../queries/cases.ts'
import { openConfirmations } from '../queries/cases.ts'
import { listProbationersWithoutFile } from '../queries/probationers.ts'
import { loadSettings } from '../queries/settings.ts'

type Input = InputOf<typeof admissionContract.listConfirmations>

async function rowsWithoutFile(ctx: Ctx, input: Input, settings: Awaited<ReturnType<typeof loadSettings>>): Promise<ConfirmationRow[]> {
  const found = await listProbationersWithoutFile(ctx.db, input, ctx.today)
  const lines = found.length > 0 ? await loadLines(ctx.db, found.map(({ cellId }) => ({ cellId, lineDay: ctx.today }))) : new Map()
  return found.flatMap((probationer) => {
    const line = lines.get(`${probationer.cellId} ${ctx.today}`)
    return line ? [rowOfProbationer(probationer, line, ctx.today, settings)] : []
  })
}

/** Probationary members with and without a file, longest past the end of probation first. The list is always of today. */
export async function listConfirmations(ctx: Ctx, input: Input): Promise<AnswerOf<typeof admissionContract.listConfirmations>> {
  await ctx.authorise('admission.readCases', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const settings = await loadSettings(ctx.db)
  const files = (await loadCases(ctx.db, openConfirmations(input, ctx.today))).filter(({ stage }) => stage !== 'confirmed' && stage !== 'struckOff')
  const all = [...files.map((file): ConfirmationRow => rowOfFile(judge(file, ctx.today, settings))), ...(await rowsWithoutFile(ctx, input, settings))].sort(byEnd)
  const soon = (row: ConfirmationRow) => endsWithin(row, ctx.today, input.within)
  const wanted: Record<Input['only'], (row: ConfirmationRow) => boolean> = { all: () => true, late: ({ isLate }) => isLate, dueSoon: soon, withoutFile: ({ id }) => id === null }
  const rows = all.filter((row) => wanted[input.only](row) && (!input.owner || row.nextAct?.owner === input.owner) && (input.late === undefined || row.isLate === input.late)
    && (input.returned === undefined || row.isReturned === input.returned))
  return {
    today: ctx.today, rows: rows.slice((input.page - 1) * input.size, input.page * input.size).map(({ endsOn: _end, isReturned: _returned, ...row }) => row), total: rows.length,
    counts: { probationary: all.length, late: all.filter(({ isLate }) => isLate).length, dueSoon: all.filter(soon).length, withoutFile: all.filter(({ id }) => id === null).length },
  }
}
