import { sql, type AuditEntry, type Ctx } from '../../../platform/action/index.ts'

/** An exported list as the trail tells of it: why it was taken, and how many rows it holds. */
export type Export = Omit<AuditEntry, 'facts'> & { readonly facts: Readonly<Record<string, unknown>> & { readonly reason: string; readonly rows: number } }

/** Numbers an exported list within its year and writes it into the trail; the number, `12/2018`, stands on the list too. */
export async function recordExport(ctx: Ctx, entry: Export): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const { number } = await ctx.db.one<{ number: number }>(sql`select audit.next_export(${year}) as number`)
  const exportNumber = `${number}/${year}`
  await ctx.audit({ ...entry, facts: { ...entry.facts, exportNumber } })
  return exportNumber
}
