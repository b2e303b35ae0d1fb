import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { followPerson } from '../../members/index.ts'
import type { sheetContract } from '../contract.ts'
import { noOwnSheet } from '../errors.ts'
import { ownPersonId } from '../queries/keeper.ts'
import { sheetOf } from '../sheet.ts'

/** The member sheet of a person on a day, as known at a moment. What is covered says only that it is. A record that was joined into another answers with that one. */
export async function findSheet(ctx: Ctx, { personId: asked, asOf, knownAt }: InputOf<typeof sheetContract.findSheet>) {
  await ctx.authorise('memberSheet.read', { personId: asked })
  const personId = (await followPerson(ctx.db, asked)) ?? asked
  return sheetOf(ctx, personId, seenBy(ctx, { asOf, knownAt }), (await ownPersonId(ctx.db)) === personId)
}

/** The sheet of the person who is signed in. Refuses `memberSheet.noOwnSheet` when the account belongs to no person. */
export async function findOwnSheet(ctx: Ctx, { asOf, knownAt }: InputOf<typeof sheetContract.findOwnSheet>) {
  await ctx.authorise('memberSheet.readOwn', 'own part')
  const personId = await ownPersonId(ctx.db)
  if (!personId) throw noOwnSheet()
  return sheetOf(ctx, personId, seenBy(ctx, { asOf, knownAt }), true)
}
