import { fillIn } from '../../platform/words.ts'
import { cardsTiedTo, dropCardsOf } from '../../capabilities/cards/index.ts'
import { tieWords, type Tie, type Ties } from '../../capabilities/lifecycle/index.ts'
import { openTransferOf, stopTransferOf } from '../../capabilities/transfers/index.ts'

/** What the rooms above `lifecycle` keep of a member whose membership ends. */
export const tiesAbove: Ties = {
  async list(ctx, personId, kind): Promise<Tie[]> {
    const transfer = await openTransferOf(ctx, personId)
    const { inHand, underWay } = await cardsTiedTo(ctx, personId)
    return [
      ...(transfer ? [{ kind: 'transfer', name: transfer, fate: 'ends' } as const] : []),
      ...(underWay ? [{ kind: 'cardUnderWay', name: tieWords.cardUnderWay, fate: 'takenBack' } as const] : []),
      ...(inHand ? [{ kind: 'card', name: fillIn(kind === 'death' ? tieWords.cardOfDead : tieWords.card, { number: inHand }), fate: 'toSee' } as const] : []),
    ]
  },
  async settle(ctx, { personId, on, basis }) {
    await stopTransferOf(ctx, { personId, on, note: basis })
    await dropCardsOf(ctx, { personId, on, reason: basis })
  },
}
