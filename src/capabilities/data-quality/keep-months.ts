import type { PlainDate } from '../../kernel/index.ts'
import { runReading, type Ctx, type Ports } from '../../platform/action/index.ts'
import { findTop } from '../organisations/index.ts'
import { askedOf } from './actions/asked.ts'
import { addedUp } from './model.ts'
import { endOf, monthEndsBefore } from './months.ts'
import { countFaults } from './queries/faults.ts'
import { keepMonth, listMonthsToKeep } from './queries/months.ts'

type Month = { readonly organisationId: string; readonly on: PlainDate }

/** Months of the top of the tree that were not counted today. */
async function listDue(ctx: Ctx): Promise<Month[]> {
  await ctx.authorise('dataQuality.read', 'own part')
  const top = await findTop(ctx.db, ctx.today)
  if (!top) return []
  const days = await listMonthsToKeep(ctx.db, top.id, monthEndsBefore(ctx.today), `${ctx.today}T00:00:00+07:00`)
  return days.map((on) => ({ organisationId: top.id, on }))
}

async function countMonth(ctx: Ctx, { organisationId, on }: Month): Promise<void> {
  await ctx.authorise('dataQuality.read', 'own part')
  const asked = await askedOf(ctx, organisationId, { asOf: on, knownAt: endOf(on) })
  await keepMonth(ctx.db, organisationId, on, addedUp(await countFaults(ctx.db, asked)))
}

/**
 * Counts the ends of the last twelve months for the top of the tree, once a day: what is dated tells the same every night, what is not (papers,
 * sources, files) as it stands now. `isStopped` is asked before each month. Answers how many months were counted.
 */
export async function keepMonths(ports: Ports, isStopped: () => boolean = () => false): Promise<number> {
  let kept = 0
  for (const month of await runReading(ports, 'keeper', listDue, undefined)) {
    if (isStopped()) break
    await runReading(ports, 'keeper', countMonth, month)
    kept++
  }
  return kept
}
