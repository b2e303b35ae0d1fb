import type { Ctx } from '../../../platform/action/index.ts'
import { hashSecret, type Exchange } from '../../../platform/http/index.ts'
import { noSuchHolding, passwordWrong } from '../errors.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { findAccountById, listHoldings, setLargeTypeOf, setPassword } from '../queries/accounts.ts'
import { chooseHolding, revokeOtherSessionsOf, revokeSession } from '../queries/sessions.ts'
import { sql } from '../../../platform/action/index.ts'
import { notSignedIn, type Actor } from '../../../platform/action/index.ts'
import { describeMe } from './describe-me.ts'

type EnteredRow = { account_id: string; full_name: string; sign_in_name: string; holding_id: string | null }

async function enteredBy(ctx: Ctx, exchange: Exchange): Promise<Pick<Actor, 'accountId' | 'holdingId' | 'name'> & { secretHash: string }> {
  if (!exchange.secret) throw notSignedIn()
  const secretHash = hashSecret(exchange.secret)
  const row = await ctx.db.first<EnteredRow>(sql`select * from access.enter(decode(${secretHash}, 'hex'))`)
  if (!row) throw notSignedIn()
  return { accountId: row.account_id, holdingId: row.holding_id ?? undefined, name: row.full_name, secretHash }
}

/** Who is signed in; works before a role is chosen. */
export async function findMe(ctx: Ctx, _input: unknown, exchange: Exchange, demonstration: boolean) {
  return describeMe(ctx, await enteredBy(ctx, exchange), demonstration)
}

/** Works in one of the roles held today. Refuses with `access.noSuchHolding`. */
export async function chooseRole(ctx: Ctx, input: { holdingId: string }, exchange: Exchange, demonstration: boolean) {
  const me = await enteredBy(ctx, exchange)
  const holdings = await listHoldings(ctx.db, me.accountId!)
  if (!holdings.some((h) => h.id === input.holdingId)) throw noSuchHolding()
  await chooseHolding(ctx.db, me.secretHash, input.holdingId)
  await ctx.audit({ event: 'access.roleChosen', subject: { type: 'account', id: me.accountId! }, facts: { holdingId: input.holdingId } })
  return describeMe(ctx, { accountId: me.accountId, holdingId: input.holdingId }, demonstration)
}

/** Ends the session of this browser; without one there is nothing to end. */
export async function signOut(ctx: Ctx, _input: unknown, exchange: Exchange) {
  if (exchange.secret) await revokeSession(ctx.db, hashSecret(exchange.secret))
  exchange.setSecret(undefined)
  return { done: true as const }
}

/** Large type on or off, wherever this person signs in. */
export async function setLargeType(ctx: Ctx, input: { largeType: boolean }) {
  await ctx.authorise('access.useOwnAccount', 'own part')
  await setLargeTypeOf(ctx.db, ctx.actor.accountId!, input.largeType)
  await ctx.audit({ event: 'access.largeTypeSet', subject: { type: 'account', id: ctx.actor.accountId! }, facts: input })
  return { done: true as const }
}

/** Changes the own password and ends the other sessions. Refuses with `access.passwordWrong`. */
export async function changePassword(ctx: Ctx, input: { oldPassword: string; newPassword: string }) {
  await ctx.authorise('access.useOwnAccount', 'own part')
  const account = await findAccountById(ctx.db, ctx.actor.accountId!)
  if (!(await passwordMatches(account?.passwordHash, input.oldPassword))) throw passwordWrong()
  await setPassword(ctx.db, account!.id, await hashPassword(input.newPassword))
  await revokeOtherSessionsOf(ctx.db, account!.id)
  await ctx.audit({ event: 'access.passwordChanged', subject: { type: 'account', id: account!.id } })
  return { done: true as const }
}
