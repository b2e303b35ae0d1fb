import { newId } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { setUpDone, setUpCodeWrong } from '../errors.ts'
import { writtenWords } from '../messages.vi.ts'
import { hashPassword } from '../passwords.ts'
import { insertAccount, insertHolding } from '../queries/accounts.ts'

/** Founds the top organisation of an empty installation; the room organisations gives it. */
export type FoundTop = (ctx: Ctx, name: string) => Promise<string>

/**
 * First start: creates the top organisation and the first administrator, once, for whoever has the code printed at the
 * terminal. Refuses with `access.setUpDone` and `access.setUpCodeWrong`.
 */
export const setUpWith = (foundTop: FoundTop) =>
  async function setUp(ctx: Ctx, input: { code: string; organisationName: string; fullName: string; signInName: string; password: string }) {
    const { used, codeHash } = await ctx.db.one<{ used: boolean; codeHash: string | null }>(sql`
      select exists (select from access.account) as used, (select value #>> '{}' from platform.installation where name = 'setUpCode') as "codeHash"`)
    if (used) throw setUpDone()
    if (codeHash !== hashSecret(input.code)) throw setUpCodeWrong()
    await ctx.db.run(sql`select set_config('dangvu.keeper', 'yes', true)`)
    const organisationId = await foundTop(ctx, input.organisationName)
    const id = newId()
    await insertAccount(ctx.db, { id, signInName: input.signInName, fullName: input.fullName, passwordHash: await hashPassword(input.password), mustChange: false })
    await insertHolding(ctx.db, { id: newId(), accountId: id, role: 'administrator', organisationId, from: ctx.today, basis: writtenWords.setUpBasis })
    await ctx.audit({ event: 'access.setUp', subject: { type: 'account', id }, organisationId, facts: { signInName: input.signInName } })
    return { done: true as const }
  }
