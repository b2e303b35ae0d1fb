import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { hashSecret, type Exchange } from '../../../platform/http/index.ts'
import { signInFailed, signInLocked } from '../errors.ts'
import { passwordMatches } from '../passwords.ts'
import { findAccountByName, listHoldings, type AccountRow } from '../queries/accounts.ts'
import { insertSession, lockedMinutes, recordAttempt } from '../queries/sessions.ts'
import { describeMe } from './describe-me.ts'

const LIMITS = { byName: 5, byAddress: 50, minutes: 15 }
const SESSION_HOURS = 12

const isUsable = (account: AccountRow | undefined, today: string) => account !== undefined && (account.disabledOn === null || account.disabledOn > today)

/**
 * Checks name and password and opens a session. With one role it is chosen at once; with several the session has none yet.
 * Refuses with `access.signInFailed` (never which of the two was wrong) and `access.signInLocked`. A refusal is itself kept.
 */
export async function signIn(ctx: Ctx, input: { signInName: string; password: string }, exchange: Exchange, demonstration: boolean) {
  const signInName = input.signInName.toLowerCase()
  const minutes = await lockedMinutes(ctx.db, signInName, exchange.address, LIMITS)
  if (minutes > 0) throw signInLocked(minutes)

  const account = await findAccountByName(ctx.db, signInName)
  const matches = await passwordMatches(account?.passwordHash, input.password)
  if (!account || !matches || !isUsable(account, ctx.today)) return refuseAndRemember(ctx, signInName, exchange)

  const holdings = await listHoldings(ctx.db, account.id)
  const holdingId = holdings.length === 1 ? holdings[0]!.id : undefined
  const secret = randomBytes(32).toString('base64url')
  await insertSession(ctx.db, { secretHash: hashSecret(secret), accountId: account.id, holdingId, kind: 'browser', hours: SESSION_HOURS })
  await recordAttempt(ctx.db, signInName, exchange.address, true)
  await ctx.audit({ event: 'access.signedIn', subject: { type: 'account', id: account.id }, organisationId: holdings[0]?.organisationId, facts: { signInName }, by: { accountId: account.id, name: account.fullName, role: holdingId ? holdings[0]!.role : undefined } })
  exchange.setSecret(secret)
  return describeMe(ctx, { accountId: account.id, holdingId }, demonstration)
}

// The transaction of a refusal is rolled back; what was tried must stay, so it is committed before refusing.
async function refuseAndRemember(ctx: Ctx, signInName: string, exchange: Exchange): Promise<never> {
  await recordAttempt(ctx.db, signInName, exchange.address, false)
  await ctx.db.run(sql`commit`)
  throw signInFailed() satisfies Refusal
}
