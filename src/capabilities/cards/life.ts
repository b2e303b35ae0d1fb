import { fillIn } from '../../platform/words.ts'
import type { LifeEvent, LifeEvents } from '../members/index.ts'
import { lifeWords as words } from './life.vi.ts'
import { causeNames } from './messages.vi.ts'
import { listCardsSeen, listStepsSeen, type CardSeen, type StepSeen } from './queries/lists.ts'
import { listLossesSeen, type LossSeen } from './queries/losses.ts'

const toldActs = ['concludeLost', 'replace', 'withdraw', 'leaveToFamily', 'giveBack'] as const
type ToldAct = (typeof toldActs)[number]
const isTold = (act: string): act is ToldAct => (toldActs as readonly string[]).includes(act)

function ofStep({ act, occurredOn: on, note, recordedAt }: StepSeen, { kind, number, cause, decisionNumber, issuedBy }: CardSeen): LifeEvent[] {
  if (act === 'decide') {
    const basis = [decisionNumber, issuedBy].filter(Boolean).join(', ') || null
    return [{ kind: 'cardDecided', on, title: fillIn(words.decided[kind], { number }), detail: cause && fillIn(words.cause, { cause: causeNames[cause].toLocaleLowerCase('vi') }), basis, recordedAt }]
  }
  return isTold(act) ? [{ kind: `card.${act}`, on, title: fillIn(words[act], { number }), detail: note, basis: null, recordedAt }] : []
}

function ofLoss({ reportedOn, lostOn, circumstances, outcome, concludedOn, conclusionPaper, recordedAt, concludedAt, number }: LossSeen): LifeEvent[] {
  const reported: LifeEvent = { kind: 'cardLost', on: reportedOn, title: fillIn(words.reported, { number }), detail: `${fillIn(words.lostOn, { lostOn })}. ${circumstances}`, basis: null, recordedAt }
  return outcome === 'found' ? [reported, { kind: 'cardFound', on: concludedOn!, title: fillIn(words.found, { number }), detail: null, basis: conclusionPaper, recordedAt: concludedAt }] : [reported]
}

/** Decisions on cards of a person, their loss, exchange and withdrawal up to a day (inclusive), as known at a moment; nothing for who may not read cards. */
export const cardEventsOf: LifeEvents = async (ctx, personId, seen) => {
  if (!(await ctx.may('cards.read', { personId }))) return []
  const cards = new Map((await listCardsSeen(ctx.db, personId, seen)).map((card) => [card.id, card]))
  const steps = await listStepsSeen(ctx.db, personId, seen)
  const losses = await listLossesSeen(ctx.db, personId, seen)
  return [...steps.flatMap((step) => ofStep(step, cards.get(step.cardId)!)), ...losses.flatMap(ofLoss)]
}
