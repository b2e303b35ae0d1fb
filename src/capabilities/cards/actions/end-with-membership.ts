import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { listCardsOf, lockCard } from '../queries/cards.ts'
import { registeredNumber } from './checks.ts'
import { drop } from './propose-cards.ts'

/** The number of the card in the hands of a person, and whether another one is under way. For a caller that has authorised. */
export async function cardsTiedTo(ctx: Ctx, personId: string): Promise<{ inHand: string | null; underWay: boolean }> {
  const cards = await listCardsOf(ctx.db, personId)
  const inHand = cards.length === 0 ? await registeredNumber(ctx.db, personId) : (cards.find(({ state }) => state === 'held')?.number ?? null)
  return { inHand, underWay: cards.some(({ state }) => state === 'proposed' || state === 'decided') }
}

/** A card that was under way for a person whose membership ends is not made. For a caller that has authorised. The card in hand is due to come back by itself. */
export async function dropCardsOf(ctx: Ctx, { personId, on, reason }: { personId: string; on: PlainDate; reason: string }): Promise<void> {
  for (const { id, state } of await listCardsOf(ctx.db, personId)) if (state === 'proposed' || state === 'decided') await drop(ctx, await lockCard(ctx.db, id), on, reason)
}
