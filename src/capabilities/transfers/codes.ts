import { transferKinds, type LetterAttachment } from '../../regulations/index.ts'

export { transferKinds }
export type { TransferKind } from '../../regulations/index.ts'

/** `within`: both sides are of the tree. `out`, `in`: the other side is an organisation outside. */
export const directions = ['within', 'out', 'in'] as const
export type Direction = (typeof directions)[number]

export const openStages = ['requested', 'atGrassroots', 'atSuperior', 'letterIssued', 'handedOver', 'presented', 'letterVoid', 'removalProposed', 'hosted'] as const
export const finalStages = ['accepted', 'completed', 'cancelled', 'struckOff'] as const
export const stages = [...openStages, ...finalStages] as const
export type Stage = (typeof stages)[number]

export const acts = [
  'open', 'sendUp', 'issueLetter', 'handOver', 'reportNotCome', 'voidLetter', 'present', 'assignCell', 'sendBack', 'accept', 'confirmOutside',
  'extend', 'recordReturn', 'proposeRemoval', 'recordRemoval', 'cancel',
] as const
export type Act = (typeof acts)[number]

export const causes = ['work', 'retirement', 'residence', 'study', 'demobilised', 'abroad', 'restructuring', 'other'] as const
export type Cause = (typeof causes)[number]

/** Why a letter serves no more. `changed`: issued anew for another receiver. */
export const voidReasons = ['lost', 'expired', 'sentBack', 'changed'] as const
export type VoidReason = (typeof voidReasons)[number]

export const attachmentKinds = ['sealedDossier', 'selfReview', 'duesPaid'] as const satisfies readonly LetterAttachment[]

/** Pages that print for one transfer. */
export const paperKinds = ['letter', 'reminderSender', 'reminderReceiver', 'notice', 'removal'] as const
export type PaperKind = (typeof paperKinds)[number]
