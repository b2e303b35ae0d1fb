import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { accountNotFound, cellRoleNeedsCell, lastAdministrator, roleEndsBeforeItBegins, signInNameTaken } from '../errors.ts'
import { hashPassword } from '../passwords.ts'
import {
  endHolding, findAccountById, findAccountByName, insertAccount, insertHolding, isAccountInReach, listAccountsInReach, listAllHoldings, otherAdministrators,
  type AccountRow, type HoldingRow,
} from '../queries/accounts.ts'
import { listSessions, revokeSessionsOf } from '../queries/sessions.ts'

type GrantInput = { role: HoldingRow['role']; organisationId: string; from: PlainDate; until?: PlainDate | undefined; basis?: string | undefined }

const shown = ({ passwordHash: _hidden, largeType: _l, mustChangePassword: _m, ...account }: AccountRow, holdings: HoldingRow[]) => ({
  ...account, holdings: holdings.filter((h) => h.accountId === account.id),
})

/** Users with a role in one's part. */
export async function listAccounts(ctx: Ctx, input: { search?: string | undefined }) {
  await ctx.authorise('access.readAccounts', 'own part')
  const accounts = await listAccountsInReach(ctx.db, input.search)
  const holdings = await listAllHoldings(ctx.db, accounts.map((a) => a.id))
  return { rows: accounts.map((a) => shown(a, holdings)), total: accounts.length }
}

async function loadAccount(ctx: Ctx, id: string): Promise<AccountRow> {
  const account = (await isAccountInReach(ctx.db, id)) ? await findAccountById(ctx.db, id) : undefined
  if (!account) throw accountNotFound()
  return account
}

/** One user with roles and open sessions. */
export async function findAccount(ctx: Ctx, input: { id: string }) {
  await ctx.authorise('access.readAccounts', 'own part')
  const account = await loadAccount(ctx, input.id)
  return { ...shown(account, await listAllHoldings(ctx.db, [account.id])), sessions: await listSessions(ctx.db, account.id) }
}

async function checkGrant(ctx: Ctx, grant: GrantInput): Promise<void> {
  if (grant.until && grant.until <= grant.from) throw roleEndsBeforeItBegins(grant.from, grant.until)
  if (grant.role !== 'cellSecretary') return
  const place = await ctx.db.first<{ name: string; type: string }>(sql`
    select name, type from organisations.version where organisation_id = ${grant.organisationId} and superseded_at is null and valid_during @> ${grant.from}::date`)
  if (place && !['CHI_BO', 'CB_CO_SO', 'CB_SH_TAM'].includes(place.type)) throw cellRoleNeedsCell(place.name)
}

async function grant(ctx: Ctx, accountId: string, input: GrantInput): Promise<string> {
  const id = newId()
  await insertHolding(ctx.db, { id, accountId, ...input, grantedBy: ctx.actor.accountId })
  await ctx.audit({ event: 'access.roleGranted', subject: { type: 'account', id: accountId }, organisationId: input.organisationId, facts: { ...input, holdingId: id } })
  return id
}

/** Adds a user with a first role; the password given must be changed at first sign-in. Refuses with `access.signInNameTaken`. */
export async function addAccount(ctx: Ctx, input: GrantInput & { signInName: string; fullName: string; password: string }) {
  await ctx.authorise('access.manageAccounts', { organisationId: input.organisationId })
  await checkGrant(ctx, input)
  if (await findAccountByName(ctx.db, input.signInName)) throw signInNameTaken(input.signInName)
  const id = newId()
  await insertAccount(ctx.db, { id, signInName: input.signInName, fullName: input.fullName, passwordHash: await hashPassword(input.password), mustChange: true })
  await ctx.audit({ event: 'access.accountAdded', subject: { type: 'account', id }, organisationId: input.organisationId, facts: { signInName: input.signInName, fullName: input.fullName } })
  const { signInName: _s, fullName: _f, password: _p, ...role } = input
  await grant(ctx, id, role)
  return { id }
}

/** Gives a user a role at an organisation of one's part, from a day. */
export async function grantRole(ctx: Ctx, input: GrantInput & { id: string }) {
  await ctx.authorise('access.manageAccounts', { organisationId: input.organisationId })
  const { id, ...role } = input
  const account = await loadAccount(ctx, id)
  await checkGrant(ctx, role)
  return { holdingId: await grant(ctx, account.id, role) }
}

/** Ends a role: `on` is the first day without it. Refuses with `access.lastAdministrator`. */
export async function endRole(ctx: Ctx, input: { id: string; holdingId: string; on: PlainDate }) {
  const account = await loadAccount(ctx, input.id)
  const holding = (await listAllHoldings(ctx.db, [account.id])).find((h) => h.id === input.holdingId)
  if (!holding) throw accountNotFound()
  await ctx.authorise('access.manageAccounts', { organisationId: holding.organisationId })
  if (input.on < holding.from) throw roleEndsBeforeItBegins(holding.from, input.on)
  if (holding.role === 'administrator' && (await otherAdministrators(ctx.db, holding.id, input.on)) === 0) throw lastAdministrator()
  await endHolding(ctx.db, holding.id, input.on)
  await ctx.audit({ event: 'access.roleEnded', subject: { type: 'account', id: account.id }, organisationId: holding.organisationId, facts: { holdingId: holding.id, role: holding.role, on: input.on } })
  return { done: true as const }
}

/** Ends one session or token of a user, or all of them. */
export async function endSession(ctx: Ctx, input: { id: string; key?: string | undefined }) {
  await ctx.authorise('access.manageAccounts', 'own part')
  const account = await loadAccount(ctx, input.id)
  const ended = await revokeSessionsOf(ctx.db, account.id, input.key)
  await ctx.audit({ event: 'access.sessionEnded', subject: { type: 'account', id: account.id }, facts: { ended } })
  return { done: true as const }
}
