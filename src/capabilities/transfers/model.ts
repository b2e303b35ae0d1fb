import type { PlainDate } from '../../kernel/index.ts'
import { letterIssueDue, letterPresentDue, removalPossible, type RuleUse, type Settings, type TransferReach } from '../../regulations/index.ts'
import type { DueOwner } from '../reminders/index.ts'
import type { Act, Cause, Direction, Stage, TransferKind, VoidReason } from './codes.ts'
import { isFinal } from './transitions.ts'

/** A letter of introduction. */
export type Letter = {
  readonly id: string; readonly ordinal: number; readonly number: string; readonly issuedOn: PlainDate; readonly issuerId: string | null; readonly issuerName: string
  readonly documentType: string; readonly presentBy: PlainDate; readonly attachments: readonly string[]; readonly duesPaidUntil: string | null
  readonly handedOn: PlainDate | null; readonly voidOn: PlainDate | null; readonly voidReason: VoidReason | null
}

/** A transfer as it stands. Days as in the table; `receiverId`, `toCellId`: the receiving side of our tree. */
export type Transfer = {
  readonly id: string; readonly kind: TransferKind; readonly direction: Direction; readonly stage: Stage; readonly stageSince: PlainDate
  readonly personId: string | null; readonly personName: string; readonly bornOn: string | null; readonly probationary: boolean
  readonly reach: TransferReach; readonly fromCellId: string | null; readonly fromName: string; readonly receiverId: string | null; readonly toCellId: string | null; readonly addressId: string | null; readonly toName: string
  readonly cause: Cause; readonly causeOn: PlainDate; readonly reason: string | null; readonly consent: string | null; readonly requestedOn: PlainDate
  readonly letterOn: PlainDate | null; readonly presentBy: PlainDate | null; readonly endsOn: PlainDate | null; readonly acceptedOn: PlainDate | null; readonly arrival: unknown
  readonly version: number
}

export type Side = 'sending' | 'receiving'

/** What is to be done next, by whom, on which side; the one act that a transfer waits for. */
export type NextAct = { readonly act: Act; readonly owner: DueOwner; readonly side: Side }

/** What decides about the next act beside the transfer: who issues its letter, and what day it is. */
export type Situation = { readonly issuer: 'grassroots' | 'superior'; readonly today: PlainDate; readonly settings?: Settings }

/** Whether the last day to present the letter has passed. */
export const isPastPresenting = ({ presentBy }: Pick<Transfer, 'presentBy'>, today: PlainDate): boolean => presentBy !== null && today > presentBy

/** Whether a member who came nowhere may be proposed for removal: the months of the rule have passed since the letter. */
export const isPastRemoval = ({ letterOn }: Pick<Transfer, 'letterOn'>, today: PlainDate, settings?: Settings): boolean =>
  letterOn !== null && today >= removalPossible(letterOn, settings).dueOn

function nextAfterHandingOver(transfer: Transfer, { today, settings }: Situation): NextAct {
  const outside = transfer.direction === 'out'
  if (!isPastPresenting(transfer, today))
    return outside ? { act: 'confirmOutside', owner: 'outsideOrganisation', side: 'receiving' } : { act: 'present', owner: 'member', side: 'sending' }
  // An organisation outside tells late that it received somebody: it is asked first.
  if (outside && !isPastRemoval(transfer, today, settings)) return { act: 'confirmOutside', owner: 'grassrootsCommittee', side: 'sending' }
  return { act: 'voidLetter', owner: 'grassrootsCommittee', side: 'sending' }
}

/** The one next act of a transfer and who owns it; none when it is closed. */
export function nextActOf(transfer: Transfer, situation: Situation): NextAct | undefined {
  const issuer: NextAct = { act: 'issueLetter', owner: situation.issuer === 'superior' ? 'decidingOffice' : 'grassrootsCommittee', side: 'sending' }
  switch (transfer.stage) {
    case 'requested': return { act: 'sendUp', owner: 'cell', side: 'sending' }
    case 'atGrassroots':
      if (transfer.kind === 'internal') return { act: 'accept', owner: 'grassrootsCommittee', side: 'sending' }
      return situation.issuer === 'superior' ? { act: 'sendUp', owner: 'grassrootsCommittee', side: 'sending' } : issuer
    case 'atSuperior': return { ...issuer, owner: 'decidingOffice' }
    case 'letterIssued': return { act: 'handOver', owner: 'cell', side: 'sending' }
    case 'handedOver': return nextAfterHandingOver(transfer, situation)
    case 'presented': return transfer.toCellId ? { act: 'accept', owner: 'cell', side: 'receiving' } : { act: 'assignCell', owner: 'grassrootsCommittee', side: 'receiving' }
    case 'letterVoid':
      return isPastRemoval(transfer, situation.today, situation.settings) ? { act: 'proposeRemoval', owner: 'grassrootsCommittee', side: 'sending' } : issuer
    case 'removalProposed': return { act: 'recordRemoval', owner: 'decidingOffice', side: 'sending' }
    case 'hosted': return { act: 'recordReturn', owner: 'cell', side: transfer.fromCellId ? 'sending' : 'receiving' }
    default: return undefined
  }
}

/** The day by which the next act is due, how it is counted, and the rule that says so; a stage without a limit of law is due from its first day. */
export type Clock = { readonly startsOn: PlainDate; readonly dueOn: PlainDate; readonly counting: 'workingDays' | 'calendar'; readonly rule: RuleUse | null }

/** The clock that runs over a transfer. */
export function clockOf(transfer: Transfer, settings: Settings = {}): Clock | undefined {
  const { stage, stageSince, causeOn, letterOn, endsOn } = transfer
  if (isFinal(stage)) return undefined
  if (stage === 'hosted') return { startsOn: transfer.acceptedOn ?? stageSince, dueOn: endsOn!, counting: 'calendar', rule: null }
  if (['requested', 'atGrassroots', 'atSuperior'].includes(stage)) {
    const { startsOn, dueOn, rules } = letterIssueDue(causeOn, settings)
    return { startsOn, dueOn, counting: 'workingDays', rule: rules[0]! }
  }
  if (letterOn && ['letterIssued', 'handedOver', 'presented'].includes(stage)) {
    const { startsOn, dueOn, rules } = letterPresentDue(letterOn, settings)
    // The limit is for presenting; how long the reception may take nobody says, so it is reminded of from then on.
    return { startsOn, dueOn: stage === 'presented' ? stageSince : (transfer.presentBy ?? dueOn), counting: 'workingDays', rule: stage === 'presented' ? null : rules[0]! }
  }
  return { startsOn: stageSince, dueOn: stageSince, counting: 'workingDays', rule: null }
}

/** How far a transfer goes, from the grassroots organisations and superiors of both sides; null for an organisation outside. */
export function reachOf(from: { grassrootsId: string; superiorId: string | null }, to: { grassrootsId: string; superiorId: string | null } | null): TransferReach {
  if (!to) return 'beyond'
  if (from.grassrootsId === to.grassrootsId) return 'withinGrassroots'
  return from.superiorId === to.superiorId ? 'withinSuperior' : 'beyond'
}

/** Which letter a kind of transfer needs, by the code of its form. */
export const letterForms: Readonly<Record<TransferKind, string>> = { official: 'DM-54', temporary: 'DM-55', internal: 'DM-59', abroad: 'DM-56', fromAbroad: 'DM-54', joint: 'DM-54' }
