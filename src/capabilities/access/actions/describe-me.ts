import type { Actor, Ctx } from '../../../platform/action/index.ts'
import { accountNotFound } from '../errors.ts'
import { findAccountById, listHoldings } from '../queries/accounts.ts'

/** Who is signed in, with the roles held today and the one in use. */
export async function describeMe(ctx: Pick<Ctx, 'db' | 'today'>, actor: Pick<Actor, 'accountId' | 'holdingId'>, demonstration: boolean) {
  const account = actor.accountId ? await findAccountById(ctx.db, actor.accountId) : undefined
  if (!account) throw accountNotFound()
  const holdings = await listHoldings(ctx.db, account.id)
  return {
    accountId: account.id, fullName: account.fullName, signInName: account.signInName, largeType: account.largeType,
    mustChangePassword: account.mustChangePassword, holdings, holding: holdings.find((h) => h.id === actor.holdingId) ?? null,
    today: ctx.today, demonstration,
  }
}
