import type { PlainDate } from '../../kernel/index.ts'
import { runReading, type Ctx, type Ports } from '../../platform/action/index.ts'
import { findTop } from '../organisations/index.ts'
import { askedOf } from './actions/asked.ts'
import { isLarge } from './model.ts'
import { endOf, monthEndsBefore } from './months.ts'
import { keepCounts } from './queries/faults.ts'
import { forgetOtherDays, listKeptMonths, listMonthsToKeep } from './queries/months.ts'

/** `knownAt`: none of today, which is counted as it is known now. */
type Due = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string }

/** Months that were not counted today; and today, of a tree too large to be counted while somebody waits. */
async function listDue(ctx: Ctx): Promise<Due[]> {
  await ctx.authorise('dataQuality.read', 'own part')
  const top = await findTop(ctx.db, ctx.today)
  if (!top) return []
  const months = monthEndsBefore(ctx.today)
  const days = await listMonthsToKeep(ctx.db, top.id, months, `${ctx.today}T00:00:00+07:00`)
  const due = days.map((on) => ({ organisationId: top.id, on, knownAt: endOf(on) }))
  const [latest] = await listKeptMonths(ctx.db, top.id, months.at(-1)!, months[0]!)
  return latest && isLarge(latest.counts) ? [{ organisationId: top.id, on: ctx.today }, ...due] : due
}

async function count(ctx: Ctx, { organisationId, on, knownAt }: Due): Promise<void> {
  await ctx.authorise('dataQuality.read', 'own part')
  await forgetOtherDays(ctx.db, [ctx.today, ...monthEndsBefore(ctx.today)])
  await keepCounts(ctx.db, await askedOf(ctx, organisationId, { asOf: on, knownAt }))
}

/**
 * Counts the ends of the last twelve months for every organisation, once a day: what is dated tells the same every night, what is not (papers, sources, files) as it
 * stands now. Below a large top today is counted too, whenever this is asked. `isStopped` is asked before each day. Answers how many days were counted.
 */
export async function keepMonths(ports: Ports, isStopped: () => boolean = () => false): Promise<number> {
  let kept = 0
  for (const due of await runReading(ports, 'keeper', listDue, undefined)) {
    if (isStopped()) break
    await runReading(ports, 'keeper', count, due)
    kept++
  }
  return kept
}
