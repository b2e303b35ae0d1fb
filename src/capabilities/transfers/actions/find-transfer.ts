import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import { isPast, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { findRule, firstRuledDay, letterAttachments, removalPossible, type Settings } from '../../../regulations/index.ts'
import { loadSettings } from '../../admission/index.ts'
import type { Act, PaperKind } from '../codes.ts'
import type { transfersContract } from '../contract.ts'
import { transferNotFound } from '../errors.ts'
import { formNames, stepWords, voidReasonNames } from '../messages.vi.ts'
import { clockOf, isPastPresenting, isPastRemoval } from '../model.ts'
import { issuerRule, placeOf, rightOf, sendingLine } from '../perform.ts'
import { listLetters } from '../queries/letters.ts'
import { listSteps, type Step } from '../queries/steps.ts'
import { findTransferById, type TransferSeen } from '../queries/transfers.ts'
import { nextOf, rowOf, shownRule } from '../shown.ts'
import { isFinal, possibleActs } from '../transitions.ts'

type Contract = typeof transfersContract
type Answer = AnswerOf<Contract['findTransfer']>

/** Acts that the reader may do now, the next one first. An act of another committee is left out. */
async function actsAllowed(ctx: Ctx, transfer: TransferSeen, next: Act | undefined): Promise<Act[]> {
  const allowed: Act[] = []
  for (const act of possibleActs(transfer)) {
    if (act === 'accept' && transfer.stage === 'presented' && !transfer.toCellId) continue
    if (await ctx.may(rightOf[act][0], { organisationId: placeOf(transfer, act) })) allowed.push(act)
  }
  return allowed.sort((a, b) => Number(b === next) - Number(a === next))
}

/** Pages that make sense now: the letter once there is one, reminders while it is awaited, the notice after reception, the proposal when time has passed. */
function papersOf(transfer: TransferSeen, today: PlainDate, settings: Settings): PaperKind[] {
  const { stage, letterOn, kind, direction } = transfer
  const waiting = ['handedOver', 'presented'].includes(stage)
  return [
    ...(letterOn && direction !== 'in' ? ['letter' as const] : []), ...(waiting && isPastPresenting(transfer, today) ? ['reminderSender' as const, 'reminderReceiver' as const] : []),
    ...(stage === 'accepted' && kind !== 'joint' && kind !== 'internal' ? ['notice' as const] : []),
    ...(!isFinal(stage) && ['handedOver', 'letterVoid', 'removalProposed'].includes(stage) && isPastRemoval(transfer, today, settings) ? ['removal' as const] : []),
  ]
}

function stepSaid({ facts }: Step): string {
  const told: Record<string, unknown> = { ...facts, ...(typeof facts.reason === 'string' && facts.reason in voidReasonNames ? { reason: voidReasonNames[facts.reason as keyof typeof voidReasonNames] } : {}) }
  return (Object.keys(stepWords) as (keyof typeof stepWords)[]).flatMap((name) => (told[name] ? [fillIn(stepWords[name], told)] : [])).join(' · ')
}

const shownStep = ({ rules, facts: _f, ...step }: Step, whole: Step): Answer['steps'][number] =>
  ({ ...step, words: stepSaid(whole), rules: rules.map((use) => ({ title: findRule(use.key)!.title, ...shownRule(use) })) })

async function issuerOf(ctx: Ctx, transfer: TransferSeen, { on, knownAt }: Seen, settings: Settings): Promise<{ issuer: string | null; issuerRule: Answer['issuerRule'] }> {
  if (!transfer.fromCellId || !transfer.seenFrom) return { issuer: null, issuerRule: null }
  const { use, issuer } = issuerRule(transfer, on, settings)
  const { grassroots, superior } = await sendingLine(ctx, transfer.fromCellId, on, knownAt)
  return { issuer: (issuer === 'superior' ? (superior ?? grassroots) : grassroots).name, issuerRule: shownRule(use) }
}

/**
 * One transfer on a day, as known at a moment. Both sides see the letter and the steps; the person's page only who may see the person. Refuses
 * `transfers.transferNotFound`, also for the receiving side before a letter is addressed to it.
 */
export async function findTransfer(ctx: Ctx, { transferId, asOf, knownAt }: InputOf<Contract['findTransfer']>): Promise<Answer> {
  const transfer = await findTransferById(ctx.db, transferId, { on: asOf, knownAt })
  if (!transfer) {
    await ctx.authorise('transfers.read', 'own part')
    throw transferNotFound()
  }
  await ctx.authorise('transfers.read', { organisationId: (transfer.seenFrom ? transfer.fromCellId : (transfer.toCellId ?? transfer.receiverId))! })
  const settings = await loadSettings(ctx.db)
  const on = asOf ?? ctx.today
  const clock = clockOf(transfer, settings)
  const next = nextOf(transfer, on, settings)
  const steps = (await listSteps(ctx.db, transferId)).filter((step) => step.occurredOn <= on && (!knownAt || Date.parse(step.recordedAt) <= Date.parse(knownAt)))
  const letters = await listLetters(ctx.db, transferId, { on, knownAt })
  const consent = transfer.seenFrom ? transfer.consent : null
  const { cause, causeOn, reason, requestedOn, endsOn, acceptedOn, fromCellId, receiverId, toCellId, toCell, seenFrom, seenTo, version } = transfer
  return {
    ...rowOf(transfer, on, settings), asOf: on, version, personId: transfer.personSeen ? transfer.personId : null, cause, causeOn, reason, consent, requestedOn, endsOn, acceptedOn,
    fromCellId: seenFrom ? fromCellId : null, receiverId: seenTo ? receiverId : null, toCellId: seenTo ? toCellId : null, toCell, ...(await issuerOf(ctx, transfer, { on, knownAt }, settings)),
    clock: clock ? { startsOn: clock.startsOn, dueOn: clock.dueOn, rule: clock.rule ? shownRule(clock.rule) : null } : null,
    removalFrom: transfer.letterOn && !isFinal(transfer.stage) ? removalPossible(transfer.letterOn, settings).dueOn : null,
    letters: letters.map(({ issuerId: _i, ordinal: _o, attachments, ...letter }) => ({ ...letter, attachments: attachments as Answer['attachments'], form: formNames[letter.documentType] ?? letter.documentType })),
    steps: steps.map((step) => shownStep(step, step)), papers: papersOf(transfer, on, settings),
    attachments: [...letterAttachments.inForceOn(laterOf(on, firstRuledDay), settings.overrides).value[transfer.kind === 'temporary' ? 'temporary' : 'lasting']],
    may: isPast(ctx, { asOf, knownAt }) ? [] : await actsAllowed(ctx, transfer, next?.act), onReceivingSide: seenTo, onSendingSide: seenFrom,
  }
}
