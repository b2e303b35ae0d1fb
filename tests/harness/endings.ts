import { runAction } from '../../src/platform/action/index.ts'
import { hashSecret } from '../../src/platform/http/index.ts'
import { plainDate } from '../../src/kernel/index.ts'
import { endMembership, type Departure } from '../../src/capabilities/members/index.ts'
import type { AccountName } from './ground.ts'
import type { House } from './house.ts'

export type Ended = { id: string; kind: Departure['kind']; on: string; basis?: string }

/**
 * A membership that has ended, without the case that leads there: what an act of striking off, resignation or death calls, as an account with
 * authority over the person. For tests that need who has left; how somebody leaves is tried with the acts themselves.
 */
export const membershipEnded = (house: House, { id, kind, on, basis }: Ended, account: AccountName = 'officer'): Promise<void> =>
  runAction(house.ports, { secretHash: hashSecret(house.ground.accounts[account].secret) }, async (ctx) => {
    await ctx.authorise('lifecycle.decideEnding', { personId: id })
    await endMembership(ctx, { personId: id, kind, on: plainDate(on), basis: basis ?? null })
  }, undefined)
