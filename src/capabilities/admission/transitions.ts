import type { ActKind, AdmissionStage, CaseKind, ConfirmationStage, Stage } from './codes.ts'

/** What an act that can end in several ways ended in. `deadlocked`: the last vote allowed, lost. */
export type Result = 'carried' | 'lost' | 'deadlocked' | 'admit' | 'decline' | 'confirm' | 'strikeOff'

type Target<S> = S | Readonly<Partial<Record<Result, S>>>
export type TransitionTable<S extends string> = Readonly<Record<S, Readonly<Partial<Record<ActKind, Target<S>>>>>>

/** Acts that leave the file in its stage. */
const staying = <S extends string>(stage: S, ...acts: readonly ActKind[]) =>
  Object.fromEntries(acts.map((act) => [act, stage])) as Readonly<Partial<Record<ActKind, S>>>

const paperwork = ['recordDocument', 'replaceDocument', 'checkDocument', 'acceptDocuments', 'attachScan'] as const
const preparing = ['recordCircumstances', ...paperwork, 'moveCase'] as const
const onTheWay = [...paperwork, 'moveCase', 'returnCase', 'withdrawReturn', 'resend', 'extendDecision'] as const
/** A file of admission that comes back may lack facts and answers too. */
const admissionOnTheWay = [...onTheWay, 'recordCircumstances', 'requestVerification', 'recordVerificationReply'] as const

/** Admission and readmission: in each stage, what may be done and where it leads. */
export const admissionTransitions = {
  fileOpen: { ...staying('fileOpen', ...preparing), requestVerification: 'verifying', markReadyForCell: 'readyForCell', closeCase: 'closed' },
  verifying: { ...staying('verifying', ...preparing, 'requestVerification', 'recordVerificationReply'), markReadyForCell: 'readyForCell', closeCase: 'closed' },
  readyForCell: {
    ...staying('readyForCell', ...preparing), requestVerification: 'verifying',
    recordCellVote: { carried: 'cellPassed', lost: 'cellRejected' }, closeCase: 'closed',
  },
  cellPassed: {
    // A grassroots cell has no committee above it: its file goes to the deciding committee from here.
    ...staying('cellPassed', ...admissionOnTheWay, 'sendUp', 'sendToDeciding', 'submitForDecision'),
    recordSectionAppraisal: 'appraised', recordCommitteeVote: { carried: 'committeePassed', lost: 'committeeRejected' },
    recordDecision: { admit: 'decided', decline: 'declined' }, closeCase: 'closed',
  },
  cellRejected: { closeCase: 'closed' },
  appraised: {
    ...staying('appraised', ...admissionOnTheWay), recordCommitteeVote: { carried: 'committeePassed', lost: 'committeeRejected' }, closeCase: 'closed',
  },
  committeePassed: {
    ...staying('committeePassed', ...admissionOnTheWay, 'sendToDeciding', 'submitForDecision'),
    recordDecision: { admit: 'decided', decline: 'declined' }, closeCase: 'closed',
  },
  committeeRejected: { closeCase: 'closed' },
  decided: { ...staying('decided', ...paperwork, 'recordReceipt', 'moveCase'), recordCeremony: 'ceremonyHeld', closeCase: 'closed' },
  declined: { closeCase: 'closed' },
  ceremonyHeld: { ...staying('ceremonyHeld', ...paperwork, 'assignMentor'), recordDossierOpened: 'completed' },
  completed: {},
  closed: {},
} as const satisfies TransitionTable<AdmissionStage>

/** Confirmation of a probationary member, or removal. Which of the two was carried is a fact beside the stage. */
export const confirmationTransitions = {
  running: {
    ...staying('running', ...paperwork, 'assignMentor', 'recordMentorRemark', 'recordClassCertificate', 'moveCase'),
    recordConfirmationVote: { carried: 'cellPassed', lost: 'running', deadlocked: 'deadlocked' }, closeCase: 'closed',
  },
  cellPassed: {
    ...staying('cellPassed', ...onTheWay, 'sendUp', 'sendToDeciding', 'submitForDecision'),
    recordSectionAppraisal: 'appraised', recordCommitteeVote: { carried: 'committeePassed', lost: 'cellPassed', deadlocked: 'deadlocked' },
    recordConfirmationDecision: { confirm: 'confirmed', strikeOff: 'struckOff' }, closeCase: 'closed',
  },
  appraised: {
    ...staying('appraised', ...onTheWay), recordCommitteeVote: { carried: 'committeePassed', lost: 'appraised', deadlocked: 'deadlocked' }, closeCase: 'closed',
  },
  committeePassed: {
    ...staying('committeePassed', ...onTheWay, 'sendToDeciding', 'submitForDecision'),
    recordConfirmationDecision: { confirm: 'confirmed', strikeOff: 'struckOff' }, closeCase: 'closed',
  },
  deadlocked: { reportDeadlock: 'reported', closeCase: 'closed' },
  reported: { ...staying('reported', ...paperwork), recordConfirmationDecision: { confirm: 'confirmed', strikeOff: 'struckOff' }, closeCase: 'closed' },
  confirmed: { ...staying('confirmed', ...paperwork), recordResultReported: 'completed' },
  struckOff: { ...staying('struckOff', ...paperwork), recordResultReported: 'completed' },
  completed: {},
  closed: {},
} as const satisfies TransitionTable<ConfirmationStage>

/** Stage in which a file of a kind begins. */
export const firstStage = (kind: CaseKind): Stage => (kind === 'confirmation' ? 'running' : 'fileOpen')

const rowOf = (kind: CaseKind, stage: Stage): Readonly<Partial<Record<ActKind, Target<Stage>>>> =>
  (kind === 'confirmation' ? (confirmationTransitions as TransitionTable<Stage>) : (admissionTransitions as TransitionTable<Stage>))[stage] ?? {}

/** Whether an act may be done in a stage at all; other guards come on top. */
export const isActOf = (kind: CaseKind, stage: Stage, act: ActKind): boolean => act in rowOf(kind, stage)

/** Acts that the stage knows. */
export const actsOf = (kind: CaseKind, stage: Stage): ActKind[] => Object.keys(rowOf(kind, stage)) as ActKind[]

/** Where an act leads. `undefined` when the stage does not know it, or not with that result. */
export function nextStage(kind: CaseKind, stage: Stage, act: ActKind, result?: Result): Stage | undefined {
  const target = rowOf(kind, stage)[act]
  return target === undefined || typeof target === 'string' ? target : result && target[result]
}

/** Stages in which nothing more is to be done. */
export const isFinal = (stage: Stage): boolean => stage === 'completed' || stage === 'closed'

export type PastAct = { readonly kind: ActKind; readonly result?: Result | undefined }

/** The stage to which acts lead one after the other. Throws when one was not possible: the history is then broken. */
export function replay(kind: CaseKind, acts: readonly PastAct[]): Stage {
  return acts.reduce<Stage>((stage, act, i) => {
    if (i === 0) return firstStage(kind)
    const next = nextStage(kind, stage, act.kind, act.result)
    if (!next) throw new Error(`${act.kind} does not follow ${stage}`)
    return next
  }, firstStage(kind))
}
