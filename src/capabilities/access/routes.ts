import { act, open, read, type RoutesFor } from '../../platform/http/index.ts'
import { addAccount, endRole, endSession, findAccount, grantRole, listAccounts } from './actions/manage-accounts.ts'
import { findEntrance } from './actions/find-entrance.ts'
import { listPlaces } from './actions/list-places.ts'
import { changePassword, chooseRole, findMe, setLargeType, signOut } from './actions/own-account.ts'
import { setUpWith, type FoundTop } from './actions/set-up.ts'
import { signIn } from './actions/sign-in.ts'
import type { accessContract } from './contract.ts'

/** `demonstration`: whether this installation shows invented people, told to every screen. `foundTop`: how the first organisation is founded. */
export const accessRoutes = ({ demonstration, foundTop }: { demonstration: boolean; foundTop: FoundTop }): RoutesFor<typeof accessContract> => ({
  findEntrance: open((ctx) => findEntrance(ctx, demonstration)),
  signIn: open((ctx, input: Parameters<typeof signIn>[1], exchange) => signIn(ctx, input, exchange, demonstration)),
  setUp: open(setUpWith(foundTop)),
  signOut: open(signOut),
  findMe: open((ctx, input, exchange) => findMe(ctx, input, exchange, demonstration)),
  chooseRole: open((ctx, input: { holdingId: string }, exchange) => chooseRole(ctx, input, exchange, demonstration)),
  setLargeType: act(setLargeType),
  changePassword: act(changePassword),
  listAccounts: read(listAccounts),
  findAccount: read(findAccount),
  listPlaces: read(listPlaces),
  addAccount: act(addAccount),
  grantRole: act(grantRole),
  endRole: act(endRole),
  endSession: act(endSession),
})
