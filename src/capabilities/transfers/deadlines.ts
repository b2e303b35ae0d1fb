import { loadSettings } from '../admission/index.ts'
import type { Deadlines, DueItem, DueKind } from '../reminders/index.ts'
import type { Stage } from './codes.ts'
import { clockOf } from './model.ts'
import { listOpenTransfers, type TransferSeen } from './queries/transfers.ts'
import { nextOf, shownRule } from './shown.ts'

const kindOf = (stage: Stage): DueKind => (stage === 'hosted' ? 'temporaryStay' : ['handedOver', 'presented'].includes(stage) ? 'transferArrival' : 'transferLetter')

/** Under whose work it is listed: the side that acts next where the reader sees it, else the side that the reader sees. */
function placeSeen({ fromCellId, receiverId, toCellId, seenFrom, seenTo }: TransferSeen, side: 'sending' | 'receiving'): string {
  const receiving = toCellId ?? receiverId
  const sending = fromCellId ?? receiving
  return (side === 'sending' ? (seenFrom ? sending : receiving) : (seenTo ? receiving : sending))!
}

/** Letters to be issued and handed over, members who have not come, receptions and stays that end: late or due, for both sides. */
export const transfersDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  const wanted = (kind: DueKind) => !kinds?.length || kinds.includes(kind)
  if (!(['transferLetter', 'transferArrival', 'temporaryStay'] as const).some(wanted)) return []
  const settings = await loadSettings(ctx.db)
  return (await listOpenTransfers(ctx.db, organisationId, ctx.today)).flatMap((transfer): DueItem[] => {
    const kind = kindOf(transfer.stage)
    const clock = clockOf(transfer, settings)
    const next = nextOf(transfer, ctx.today, settings)
    if (!clock || !next || !wanted(kind) || clock.dueOn > until) return []
    return [{
      kind, subjectId: transfer.id, subjectType: 'transfer', personId: transfer.personSeen ? transfer.personId : null, personName: transfer.personName, bornYear: transfer.bornOn ? Number(transfer.bornOn.slice(0, 4)) : null,
      organisationId: placeSeen(transfer, next.side), dueOn: clock.dueOn, nextActCode: next.act, nextAct: next.words, owner: next.owner, counting: clock.counting, rule: clock.rule ? shownRule(clock.rule) : null,
    }]
  })
}
