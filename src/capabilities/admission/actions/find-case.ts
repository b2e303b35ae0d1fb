import { problemOf } from '../../../platform/http/index.ts'
import { isPast, seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findPlacementOn } from '../../members/index.ts'
import { backgroundReplyDue, firstRuledDay, probationEnd, valueWords } from '../../../regulations/index.ts'
import { laterOf, Refusal } from '../../../kernel/index.ts'
import { coveredFor, showNextAct, showRule, splitCircumstances } from '../answers.ts'
import { latenessOf } from '../clocks.ts'
import type { ActKind } from '../codes.ts'
import { CLASS_CERTIFICATE, papersOf } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound, fileFollowsMember } from '../errors.ts'
import { countChecklist, showChanges, showChecklist, showClocks, showEligibility, showProposals, showReturns, showVotes, stageLineOf } from '../file-page.ts'
import { obstaclesTo, votesOf } from '../guards.ts'
import { actWords, admissionRefusals, unknownPerson } from '../messages.vi.ts'
import { holderOf, isConfirmation, questionOf, type CaseFile } from '../model.ts'
import { judge, type Judged } from '../next-act.ts'
import { permissionOf } from '../perform.ts'
import { listActs, type PastAct } from '../queries/acts.ts'
import { findCaseById, listRelatedCases } from '../queries/cases.ts'
import { listScans } from '../queries/documents.ts'
import { findCaseSeen, findCellOfCase } from '../queries/past-cases.ts'
import { loadSettings } from '../queries/settings.ts'
import { listRemarks } from '../queries/steps.ts'
import { actsOf } from '../transitions.ts'

type Answer = AnswerOf<typeof admissionContract.findCase>

/** A file of confirmation goes with the member, whom a transfer moves; only one that was left behind is moved on its own. */
async function obstaclesFor(ctx: Ctx, code: ActKind, judged: Judged): Promise<readonly Refusal[]> {
  const { file } = judged
  const found = obstaclesTo(code, { judged, on: ctx.today, role: ctx.actor.role })
  if (code !== 'moveCase' || !isConfirmation(file) || (await findPlacementOn(ctx.db, file.personId, ctx.today))?.cellId !== file.cellId) return found
  return [...found, fileFollowsMember(file.personName, file.line.cell.name)]
}

/** Acts of the acting role on this file: what may be done now, and what not yet with every reason. Acts of other roles are left out. */
async function actsFor(ctx: Ctx, judged: Judged): Promise<Answer['acts']> {
  const { file } = judged
  const acts: Answer['acts'] = []
  const allowed = new Map<string, boolean>()
  for (const code of file.closedOn ? [] : actsOf(file.kind, file.stage)) {
    const permission = permissionOf(code, file)
    const organisationId = permission === 'admission.recordDecision' ? file.line.deciding.id : file.cellId
    if (!allowed.has(permission)) allowed.set(permission, await ctx.may(permission, { organisationId }))
    if (!allowed.get(permission)) continue
    const refusal = Refusal.all(await obstaclesFor(ctx, code, judged))
    acts.push({ code, words: actWords[code], isPossible: !refusal, reasons: (refusal ? problemOf(refusal, admissionRefusals).reasons : []) as Answer['acts'][number]['reasons'] })
  }
  return acts
}

const showHistory = (acts: readonly PastAct[]): Answer['history'] => acts.map((act) => ({ ...act, words: actWords[act.kind as ActKind], rules: act.rules.map(showRule) }))

function showVerifications({ file, settings, today }: Judged): Answer['verifications'] {
  return file.verifications.map(({ outcome, ...each }) => {
    const { dueOn } = backgroundReplyDue(laterOf(each.askedOn, firstRuledDay), each.abroad, settings)
    return { ...each, aboutText: valueWords[each.about] ?? each.about, dueOn, isLate: (each.repliedOn ?? today) > dueOn, hasOutcome: !!outcome }
  })
}

/** The lateness told when it was decided; until then as it stands today. */
function showLateness({ file, clocks, today, settings }: Judged, history: readonly PastAct[]) {
  const decided = history.findLast(({ kind }) => kind === 'recordConfirmationDecision')
  const told = decided?.facts.lateness as NonNullable<Answer['confirmation']>['lateness'] | undefined
  return told ?? latenessOf(file, clocks, today, settings).map((each) => ({ ...each, reason: null }))
}

async function showConfirmation(ctx: Ctx, judged: Judged, history: readonly PastAct[], past: Seen | undefined): Promise<Answer['confirmation']> {
  const { file, settings, today } = judged
  if (!isConfirmation(file)) return null
  const { rules } = probationEnd(file.probationFrom!, settings.overrides)
  const { held, allowed } = votesOf(file, 'cell', laterOf(today, firstRuledDay), settings.overrides)
  const question = questionOf(file)
  return {
    question: question === 'confirm' || question === 'strikeOff' ? question : null, probationRules: rules.map(showRule), leapRuleUsed: rules.some(({ key }) => key === 'probation.endOnLeapDay'),
    votesHeld: held, votesAllowed: allowed, hasClassCertificate: papersOf(file, CLASS_CERTIFICATE).length > 0, lastRemarkOn: file.lastRemarkOn,
    remarks: await listRemarks(ctx.db, file.id, past), lateness: showLateness(judged, history),
  }
}

const datesOf = (file: CaseFile): Answer['dates'] => ({
  cellResolvedOn: file.cellResolvedOn, sentUpOn: file.sentUpOn, committeeResolvedOn: file.committeeResolvedOn, sentToDecidingOn: file.sentToDecidingOn, submittedOn: file.submittedOn,
  extendedBy: file.extendedBy, decidedOn: file.decidedOn, decisionReceivedOn: file.decisionReceivedOn, ceremonyOn: file.ceremonyOn, dossierOpenedOn: file.dossierOpenedOn,
  probationFrom: file.probationFrom, probationUntil: file.probationUntil, effectiveOn: file.effectiveOn,
})

function decisionOf({ decisionNumber, decisionSignatory, decidedOn, decidedBy, line }: CaseFile): Answer['decision'] {
  if (!decisionNumber || !decidedOn || !decidedBy) return null
  const by = [line.grassroots, line.deciding].find(({ id }) => id === decidedBy) ?? { id: decidedBy, name: '', shortName: '' }
  return { number: decisionNumber, signatory: decisionSignatory ?? '', decidedOn, decidedBy: by }
}

/** A file and the cell by which it is decided who sees it: the one that has it now, whatever day is looked at. */
async function fileAndKeeper(ctx: Ctx, id: string, past: Seen | undefined): Promise<{ file: CaseFile; keeper: { cellId: string } }> {
  const keeper = past && (await findCellOfCase(ctx.db, id))
  const file = past ? await findCaseSeen(ctx.db, id, past, ctx.today) : await findCaseById(ctx.db, id)
  if (!file) throw caseNotFound()
  return { file, keeper: keeper ?? file }
}

/**
 * Everything about one file: where it stands, whose turn it is and until when, what is missing and why, who had it how long, what was done. Of a past day, or
 * as known at a moment, the file as it stood at the end of that day; nothing can be done from there.
 */
export async function findCase(ctx: Ctx, input: InputOf<typeof admissionContract.findCase>): Promise<Answer> {
  const seen = seenBy(ctx, input)
  const past = isPast(ctx, input) ? seen : undefined
  const { file, keeper } = await fileAndKeeper(ctx, input.id, past)
  await ctx.authorise('admission.readCases', { organisationId: keeper.cellId })
  const judged = judge(file, seen.on, await loadSettings(ctx.db))
  const history = await listActs(ctx.db, file.id, past)
  const covered = await coveredFor(ctx, keeper)
  const { id, version, kind, stage, stageSince, openedOn, closedOn, closeReason, line } = file
  return {
    id, version, kind, stage, stageSince, openedOn, closedOn, closeReason, today: seen.on,
    person: { id: file.personId, name: file.personName || unknownPerson, bornOn: file.bornOn },
    cell: line.cell, section: line.section, grassroots: line.grassroots, deciding: line.deciding, decidesItself: line.decidesItself, hasCommittee: line.hasCommittee, heldBy: holderOf(file),
    mentor: file.mentorId ? { id: file.mentorId, name: file.people[file.mentorId]?.name ?? unknownPerson } : null,
    nextAct: showNextAct(judged), milestones: stageLineOf(judged), ...splitCircumstances(file.circumstances, covered),
    checklist: showChecklist(judged, await listScans(ctx.db, id, past)), checklistCount: countChecklist(judged.checklist), eligibility: showEligibility(judged, covered),
    verifications: showVerifications(judged), clocks: showClocks(judged), votes: showVotes(file), returns: showReturns(judged), isReturned: file.returnedTo !== null, changes: showChanges(file),
    dates: datesOf(file), decision: decisionOf(file), ceremonyConsent: file.ceremonyConsent, proposals: showProposals(judged),
    confirmation: await showConfirmation(ctx, judged, history, past), relatedCases: await listRelatedCases(ctx.db, file, past), history: showHistory(history),
    acts: past ? [] : await actsFor(ctx, judged),
  }
}
