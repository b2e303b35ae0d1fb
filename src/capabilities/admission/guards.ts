import { laterOf, type PlainDate, type Refusal } from '../../kernel/index.ts'
import {
  committeeVote, cellVote, confirmationExtensionWorkingDays, decisionExtensionWorkingDays, firstRuledDay, maxVotesBeforeEscalation, newMemberCertificateNeeded,
  type RuleUse,
} from '../../regulations/index.ts'
import type { Role } from '../../platform/action/index.ts'
import type { ActKind, Level } from './codes.ts'
import { CLASS_CERTIFICATE, papersOf } from './conditions.ts'
import * as say from './errors.ts'
import { actWords, levelNames, stageNames } from './messages.vi.ts'
import { carriedVote, holderOf, isConfirmation, openReturn, type CaseFile, type VoteLevel } from './model.ts'
import type { Judged } from './next-act.ts'
import { formOf, refusalsBeforeCell, refusalsOfPapers } from './reasons.ts'
import { isActOf } from './transitions.ts'

/** An act about to be done: by whom, and on which day it happened. */
export type Attempt = { readonly judged: Judged; readonly on: PlainDate; readonly role: Role | undefined }

type Guard = (attempt: Attempt) => readonly Refusal[]

const ruled = (day: PlainDate): PlainDate => laterOf(day, firstRuledDay)

/** Whose vote an act waits for, and the rule of the share it needs. */
function missingVote({ file: { line, cellResolvedOn, ...file }, settings: { overrides } }: Judged, on: PlainDate): { voter: string; rule: RuleUse } | undefined {
  if (!cellResolvedOn) return { voter: levelNames.cell, rule: cellVote.usedOn(ruled(on), overrides) }
  if (line.hasCommittee && !carriedVote(file, 'committee')) return { voter: levelNames.grassrootsCommittee, rule: committeeVote.usedOn(ruled(on), overrides) }
  return undefined
}

/** Papers move only in the hands of those who have the file: a cell cannot mend what lies at the committee. */
const inHands: Guard = ({ judged: { file }, role }) => {
  const holder = holderOf(file)
  const own: Readonly<Partial<Record<Role, readonly Level[]>>> = {
    cellSecretary: ['cell'], grassrootsOfficer: ['cell', 'sectionCommittee', 'grassrootsCommittee', ...(file.line.decidesItself ? (['standingBoard'] as const) : [])],
  }
  const allowed = role && own[role]
  return allowed && !allowed.includes(holder) ? [say.fileElsewhere(levelNames[holder])] : []
}

/** A file is returned by the level that has it, not by another one. */
const examinerHasIt: Guard = ({ judged: { file }, role }) => {
  const holder = holderOf(file)
  const own: Readonly<Partial<Record<Role, readonly Level[]>>> = { grassrootsOfficer: ['sectionCommittee', 'grassrootsCommittee'], superiorOfficer: ['decidingOffice', 'standingBoard'] }
  const allowed = role && own[role]
  return holder === 'cell' || (allowed && !allowed.includes(holder)) ? [say.returnGoesNowhere(levelNames[holder])] : []
}

/** Nothing goes on while the file is away to be mended. */
const notAway: Guard = ({ judged: { file } }) => (file.returnedTo ? [say.fileIsReturned(levelNames[file.returnedTo])] : [])

const held = (level: Level): Guard => ({ judged: { file } }) => (holderOf(file) === level ? [] : [say.fileElsewhere(levelNames[holderOf(file)])])

const once = (act: ActKind, done: (file: CaseFile) => PlainDate | null): Guard => ({ judged: { file } }) => {
  const on = done(file)
  return on ? [say.alreadyDone(actWords[act], on)] : []
}

const sentUp: Guard = ({ judged: { file } }) => (file.sentUpOn ? [] : [say.notYetSentUp(file.line.cell.name)])
const committeeExists: Guard = ({ judged: { file } }) => (file.line.hasCommittee ? [] : [say.noCommittee(file.line.grassroots.name)])

const papersThere: Guard = ({ judged, on }) => refusalsOfPapers(judged, on)
/** The same, and each looked at. */
const papersValid: Guard = ({ judged, on }) => [
  ...refusalsOfPapers(judged, on),
  ...judged.checklist.filter((row) => row.neededByNow && row.state === 'toCheck').map((row) => say.documentNotChecked(row.title, formOf(row))),
]

const voted: Guard = ({ judged, on }) => {
  const missing = missingVote(judged, on)
  return missing ? [say.decisionTooEarly(missing.voter, missing.rule)] : []
}

const submitted: Guard = ({ judged: { file } }) => (file.line.decidesItself || file.submittedOn || file.stage === 'reported' ? [] : [say.notSubmitted()])

const appraised: Guard = ({ judged: { file } }) => (file.line.section && file.stage === 'cellPassed' ? [say.appraisalMissing(file.line.section.name)] : [])

/** How many votes of a level on confirmation were lost, and how many are allowed before the superior decides. */
export function votesOf(file: CaseFile, level: VoteLevel, on: PlainDate, overrides?: Judged['settings']['overrides']) {
  const rule = maxVotesBeforeEscalation.usedOn(ruled(on), overrides)
  const heldVotes = file.votes.filter((vote) => vote.level === level && vote.outcome === 'lost').length
  return { held: heldVotes, allowed: rule.value, left: Math.max(0, rule.value - heldVotes), rule }
}

/** The working days of extension still allowed, by the rule of the cell's meeting. */
export function extensionLeft({ file, settings }: Judged): { left: number; rule: RuleUse<number> } {
  const day = ruled(file.cellResolvedOn ?? file.openedOn)
  const rule = (isConfirmation(file) ? confirmationExtensionWorkingDays : decisionExtensionWorkingDays).usedOn(day, settings.overrides)
  return { left: Math.max(0, rule.value - file.extendedBy), rule }
}

/** Papers and certificate that the cell must have before it considers confirmation. A removal needs none of them. */
const papersBeforeConfirmation: Guard = ({ judged, on }) => {
  const { file, settings } = judged
  const needed = newMemberCertificateNeeded.usedOn(ruled(on), settings.overrides)
  const certificate = needed.value && papersOf(file, CLASS_CERTIFICATE).length === 0 ? [say.classCertificateMissing(needed)] : []
  const early = file.probationUntil && on < file.probationUntil ? [say.probationNotOver(on, file.probationUntil, judged.clocks.find(({ kind }) => kind === 'probation')?.rules[0])] : []
  const others = judged.checklist.filter(({ code }) => code !== CLASS_CERTIFICATE)
  return [...early, ...certificate, ...refusalsOfPapers({ ...judged, checklist: others }, on, 'P05')]
}

const guards: Readonly<Partial<Record<ActKind, readonly Guard[]>>> = {
  recordCircumstances: [inHands], recordDocument: [inHands], replaceDocument: [inHands],
  requestVerification: [inHands], recordVerificationReply: [],
  markReadyForCell: [({ judged, on }) => refusalsBeforeCell(judged, on)],
  recordCellVote: [({ judged, on }) => refusalsBeforeCell(judged, on)],
  sendUp: [committeeExists, notAway, once('sendUp', (file) => file.sentUpOn), papersThere],
  recordSectionAppraisal: [notAway, sentUp, ({ judged: { file } }) => (file.line.section ? [] : [say.noSection(file.line.cell.name)])],
  recordCommitteeVote: [committeeExists, notAway, sentUp, appraised, papersThere],
  sendToDeciding: [
    notAway, ({ judged: { file } }) => (file.line.decidesItself ? [say.committeeDecidesItself(file.line.grassroots.name)] : []), voted,
    once('sendToDeciding', (file) => file.sentToDecidingOn), papersThere,
  ],
  returnCase: [notAway, examinerHasIt],
  withdrawReturn: [({ judged: { file } }) => (openReturn(file) ? [] : [say.notReturned()])],
  resend: [({ judged: { file } }) => (openReturn(file) ? [] : [say.notReturned()]), inHands],
  submitForDecision: [notAway, voted, once('submitForDecision', (file) => file.submittedOn), held('decidingOffice'), papersValid],
  extendDecision: [({ judged }) => { const { left, rule } = extensionLeft(judged); return left > 0 ? [] : [say.extensionTooLong(1, 0, rule.value, rule)] }],
  recordDecision: [notAway, voted, submitted],
  recordReceipt: [once('recordReceipt', (file) => file.decisionReceivedOn)],
  recordDossierOpened: [({ judged: { file } }) => (file.mentorId ? [] : [say.mentorMissing()])],
  recordConfirmationVote: [papersBeforeConfirmation],
  recordConfirmationDecision: [notAway, (attempt) => (attempt.judged.file.stage === 'reported' ? [] : voted(attempt)), submitted],
}

/** Before a stage knows an act, some acts say better than the stage what they wait for. */
function refusalOfStage({ judged, on }: Attempt, act: ActKind): Refusal {
  const { file } = judged
  const missing = missingVote(judged, on)
  if ((act === 'recordDecision' || act === 'sendToDeciding' || act === 'submitForDecision') && missing && !isConfirmation(file)) return say.decisionTooEarly(missing.voter, missing.rule)
  return say.notAtThisStage(actWords[act], stageNames(file.kind, file.stage))
}

/** Whether the stage knows an act at all. */
export function refusalsOfStage(act: ActKind, attempt: Attempt): readonly Refusal[] {
  const { file } = attempt.judged
  return file.closedOn || !isActOf(file.kind, file.stage, act) ? [refusalOfStage(attempt, act)] : []
}

/** The same where what is voted on matters: a removal needs none of the papers of a confirmation, and may come before the 12 months end. */
export const obstaclesToVote = (question: string | undefined, attempt: Attempt): readonly Refusal[] =>
  (question === 'strikeOff' ? refusalsOfStage : obstaclesTo)('recordConfirmationVote', attempt)

/** Everything that stands in the way of an act, all reasons at once; empty when it may be done. */
export function obstaclesTo(act: ActKind, attempt: Attempt): readonly Refusal[] {
  const stage = refusalsOfStage(act, attempt)
  if (stage.length > 0) return stage
  const [blocking, ...rest] = guards[act] ?? []
  // A file in other hands says only that; papers are nobody's business until it is back.
  const first = blocking?.(attempt) ?? []
  return first.some(({ code }) => code === 'admission.fileElsewhere') ? first : [...first, ...rest.flatMap((guard) => guard(attempt))]
}

/** The same, and for a vote that the file is not ready for, everything that the cell must have before it: its stage alone says nothing of that. */
export function obstaclesAhead(act: ActKind, attempt: Attempt): readonly Refusal[] {
  const { file } = attempt.judged
  const found = obstaclesTo(act, attempt)
  const isAhead = act === 'recordCellVote' && !file.closedOn && !isActOf(file.kind, file.stage, act) && isActOf(file.kind, file.stage, 'markReadyForCell')
  return isAhead ? [...found, ...obstaclesTo('markReadyForCell', attempt)] : found
}
