import { randomBytes } from 'node:crypto'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { accountNotFound, noSuchHolding } from '../errors.ts'
import { writtenWords } from '../messages.vi.ts'
import { findAccountByName, listHoldings } from '../queries/accounts.ts'
import { insertSession } from '../queries/sessions.ts'

/**
 * A bearer token with the rights of one role of a user; shown once, only its hash is kept, revocable like a session.
 * Without `role` the highest of the roles held today is taken. Refuses with `access.accountNotFound`, `access.noSuchHolding`.
 */
export async function makeToken(ctx: Ctx, input: { signInName: string; days: number; role?: string | undefined }) {
  await ctx.authorise('access.manageAccounts', 'own part')
  const account = await findAccountByName(ctx.db, input.signInName)
  if (!account) throw accountNotFound()
  const holding = (await listHoldings(ctx.db, account.id)).find((h) => input.role === undefined || h.role === input.role)
  if (!holding) throw noSuchHolding()
  const secret = randomBytes(32).toString('base64url')
  await insertSession(ctx.db, { secretHash: hashSecret(secret), accountId: account.id, holdingId: holding.id, kind: 'token', label: writtenWords.tokenLabel, hours: input.days * 24 })
  await ctx.audit({ event: 'access.tokenMade', subject: { type: 'account', id: account.id }, facts: { days: input.days, role: holding.role } })
  const { expiresAt } = await ctx.db.one<{ expiresAt: string }>(sql`
    select expires_at as "expiresAt" from access.session where token_hash = decode(${hashSecret(secret)}, 'hex')`)
  return { secret, expiresAt }
}
