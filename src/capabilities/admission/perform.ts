import { Refusal, type PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { firstRuledDay, type RuleUse, type Settings, type StepCode } from '../../regulations/index.ts'
import { showActed, type Acted } from './answers.ts'
import type { ActKind } from './codes.ts'
import { beforeFormerStep, caseNotFound, dayBeforeRules, dayNotYet, notAtThisStage, staleVersion } from './errors.ts'
import { obstaclesTo } from './guards.ts'
import { actWords, stageNames } from './messages.vi.ts'
import type { CaseFile } from './model.ts'
import { judge, type Judged } from './next-act.ts'
import type { admissionPolicy } from './policy.ts'
import { findCaseById, lockCase, updateCase, type CaseChange } from './queries/cases.ts'
import { insertAct } from './queries/acts.ts'
import { loadSettings } from './queries/settings.ts'
import { isFinal, nextStage, type Result } from './transitions.ts'

type Permission = keyof typeof admissionPolicy

const permissions: Readonly<Record<ActKind, Permission>> = {
  openCase: 'admission.prepareCase', recordCircumstances: 'admission.prepareCase', recordDocument: 'admission.prepareCase', replaceDocument: 'admission.prepareCase',
  checkDocument: 'admission.checkDocuments', acceptDocuments: 'admission.checkDocuments', attachScan: 'admission.prepareCase', requestVerification: 'admission.verify',
  recordVerificationReply: 'admission.verify', markReadyForCell: 'admission.prepareCase', recordCellVote: 'admission.recordCellVote', sendUp: 'admission.sendUp',
  recordSectionAppraisal: 'admission.recordSectionAppraisal', recordCommitteeVote: 'admission.recordCommitteeVote', sendToDeciding: 'admission.sendToDeciding',
  returnCase: 'admission.returnCase', withdrawReturn: 'admission.returnCase', resend: 'admission.resend', submitForDecision: 'admission.submitForDecision',
  extendDecision: 'admission.recordDecision', recordDecision: 'admission.recordDecision', recordReceipt: 'admission.recordCeremony', recordCeremony: 'admission.recordCeremony',
  assignMentor: 'admission.assignMentor', recordDossierOpened: 'admission.recordDossierOpened', closeCase: 'admission.closeCase', moveCase: 'admission.moveCase',
  openConfirmation: 'admission.openConfirmation', recordMentorRemark: 'admission.accompanyProbation', recordClassCertificate: 'admission.accompanyProbation',
  recordConfirmationVote: 'admission.recordConfirmationVote', reportDeadlock: 'admission.reportDeadlock', recordConfirmationDecision: 'admission.recordDecision',
  recordResultReported: 'admission.reportResult',
}

/** The permission an act asks for, the same for the action and for the page that offers it. A grassroots cell has no committee to send its file on. */
export const permissionOf = (act: ActKind, file: Pick<CaseFile, 'line'>): Permission =>
  act === 'sendToDeciding' && !file.line.hasCommittee ? 'admission.sendUp' : permissions[act]

/** Throws everything that stands in the way, as one refusal that names each reason. */
export function refuseAll(refusals: readonly Refusal[]): void {
  const refusal = Refusal.all(refusals)
  if (refusal) throw refusal
}

/** What has not happened yet, or happened before the first rules that are known, cannot be recorded. */
export function refusalsOfDay(ctx: Pick<Ctx, 'today'>, on: PlainDate): Refusal[] {
  if (on > ctx.today) return [dayNotYet(on, ctx.today)]
  return on < firstRuledDay ? [dayBeforeRules(on, firstRuledDay)] : []
}

/** A step may lie on the day of the one before it, not earlier. */
export function refusalsOfOrder(on: PlainDate, formers: readonly (readonly [ActKind, PlainDate | null])[]): Refusal[] {
  return formers.flatMap(([act, formerOn]) => (formerOn && on < formerOn ? [beforeFormerStep(on, actWords[act], formerOn)] : []))
}

/** A file locked for an act, with who acts and the day on which it happened. */
export type Begun = { readonly ctx: Ctx; readonly judged: Judged; readonly file: CaseFile; readonly on: PlainDate; readonly settings: Settings }

/**
 * Begins an act: locks the file, asks whether the actor may, holds the version against what the caller saw, and judges the file as on the
 * day of the act. Refuses `admission.caseNotFound`, `platform.staleVersion`.
 */
export async function begin(ctx: Ctx, input: { id: string; version?: number }, act: ActKind, on: PlainDate = ctx.today): Promise<Begun> {
  const day = on < firstRuledDay || on > ctx.today ? ctx.today : on
  const file = await lockCase(ctx.db, input.id, day)
  if (!file) throw caseNotFound()
  await ctx.authorise(permissionOf(act, file), { organisationId: file.cellId })
  if (input.version !== undefined && input.version !== file.version) throw staleVersion(input.version, file.version)
  const settings = await loadSettings(ctx.db)
  return { ctx, file, on, settings, judged: judge(file, day, settings) }
}

/** Everything that speaks against an act on its day: day, stage, and the guards of the act. */
export function refusalsOf({ ctx, judged, on }: Begun, act: ActKind): readonly Refusal[] {
  const days = refusalsOfDay(ctx, on)
  return [...days, ...obstaclesTo(act, { judged, on: days.length > 0 ? ctx.today : on, role: ctx.actor.role })]
}

/** What was done: the act, the step it closes or serves, the rules that judged it, and what it changed. */
export type Done = {
  readonly act: ActKind
  readonly step: StepCode | null
  readonly event: string
  readonly result?: Result | undefined
  readonly facts?: Readonly<Record<string, unknown>>
  readonly rules?: readonly RuleUse[]
  readonly change?: CaseChange
}

/**
 * Ends an act: moves the file along the transition table, adds the act with the rules that judged it to the history, writes the trail and
 * answers where the file stands now. What was judged here is never judged again.
 */
export async function perform({ ctx, file, on, settings }: Begun, done: Done): Promise<Acted> {
  const { act, step, event, result, facts = {}, rules = [], change = {} } = done
  const stage = nextStage(file.kind, file.stage, act, result)
  if (!stage) throw notAtThisStage(actWords[act], stageNames(file.kind, file.stage))
  const moved = stage === file.stage ? {} : { stage, stageSince: on }
  const closed = isFinal(stage) ? { closedOn: on } : {}
  await updateCase(ctx.db, file.id, { ...change, ...moved, ...closed })
  const told = { ...facts, ...(result && { result }) }
  await insertAct(ctx.db, { caseId: file.id, step, kind: act, occurredOn: on, fromStage: file.stage, toStage: stage, facts: told, rules, actedBy: ctx.actor.accountId })
  await ctx.audit({
    event: `admission.${event}`, subject: { type: 'caseFile', id: file.id }, organisationId: file.cellId, personId: file.personId,
    facts: { on, ...told, from: file.stage, to: stage }, citations: rules.map(({ citation }) => citation),
  })
  const now = await findCaseById(ctx.db, file.id)
  // A file that was moved out of one's part is told of for the last time.
  return showActed(judge(now ?? { ...file, ...change, ...moved, ...closed, version: file.version + 1 }, ctx.today, settings))
}
