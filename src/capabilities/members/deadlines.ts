import { addDays, type PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import type { Deadlines } from '../reminders/index.ts'
import { dueWords } from './messages.vi.ts'
import { listAwayBelow, type Away } from './queries/away.ts'

/** The day from which the secretary asks after a member away: the day after the excuse; without one, the day on which the stay began. */
const askedOn = ({ excusedUntil, from }: Away): PlainDate => (excusedUntil ? addDays(excusedUntil, 1) : from)

/** Members away whose excuse has lapsed; only those are asked about. */
export const membersDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('awayExcuse')) return []
  return (await listAwayBelow(ctx.db, organisationId, { on: ctx.today })).filter((away) => askedOn(away) <= until).map((away) => ({
    kind: 'awayExcuse' as const, subjectId: away.personId, subjectType: 'person' as const, personId: away.personId, personName: away.fullName, bornYear: away.bornOn ? Number(away.bornOn.slice(0, 4)) : null,
    organisationId: away.cellId, dueOn: askedOn(away), nextActCode: 'renewExcuse', nextAct: fillIn(away.contactName ? dueWords.askThrough : dueWords.ask, { place: away.place, contact: away.contactName }), owner: 'cell' as const,
    counting: 'calendar' as const, rule: null,
  }))
}
