import type { PlainDate } from '../../kernel/index.ts'
import { stepOf, type StepCode } from '../../regulations/index.ts'
import { lettersOfMoves, type ActKind, type Stage } from './codes.ts'
import type { CaseDocument, CaseFile, Return, Verification } from './model.ts'
import { firstStage } from './transitions.ts'

/** What was found of a paper, and when. */
export type PaperState = Pick<CaseDocument, 'datedOn' | 'state' | 'fault' | 'remark' | 'checkedBy' | 'checkedOn'>

/** A paper with what was found of it before, oldest first. */
export type KeptPaper = CaseDocument & { readonly formers: readonly PaperState[] }
export type KeptReturn = Return & { readonly withdrawnOn: PlainDate | null }

/** A file as it is kept, with what was replaced or taken back since. Cell, circumstances, certificate and remarks are those of the day already. */
export type KeptFile = Omit<CaseFile, 'line' | 'people' | 'documents' | 'returns'> & { readonly documents: readonly KeptPaper[]; readonly returns: readonly KeptReturn[] }
export type FileOnDay = Omit<CaseFile, 'line' | 'people'>

/** An act of the history, as far as it tells of another day. */
export type DoneAct = { readonly kind: ActKind; readonly occurredOn: PlainDate; readonly fromStage: Stage | null; readonly toStage: Stage; readonly facts: Readonly<Record<string, unknown>> }

/** Steps that write their papers themselves: those papers are in the file from the day of the step, however late it was recorded. */
const writingSteps: readonly StepCode[] = ['A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11']
const letters = new Set<string>(Object.keys(lettersOfMoves))
const writtenBySteps = new Set(writingSteps.flatMap((step) => stepOf(step).documents).filter((code) => !letters.has(code)))

const sinceOf = ({ code, datedOn, receivedOn, replacesId }: CaseDocument): PlainDate =>
  writtenBySteps.has(code) && !replacesId && datedOn && datedOn < receivedOn ? datedOn : receivedOn

const unchecked = { state: 'toCheck', fault: null, remark: null, checkedBy: null, checkedOn: null } as const

function paperOn({ formers, ...paper }: KeptPaper, day: PlainDate): CaseDocument {
  if (paper.checkedOn === null || paper.checkedOn <= day) return paper
  return { ...paper, ...(formers.findLast(({ checkedOn }) => checkedOn === null || checkedOn <= day) ?? unchecked) }
}

/** Papers that had come by a day and had not been replaced by one that had come, each as it was found by then. */
function papersOn(papers: readonly KeptPaper[], day: PlainDate): CaseDocument[] {
  const there = papers.filter((paper) => sinceOf(paper) <= day)
  const replaced = new Set(there.map(({ replacesId }) => replacesId))
  return there.filter(({ id }) => !replaced.has(id)).map((paper) => paperOn(paper, day))
}

const askedOn = (asked: readonly Verification[], day: PlainDate): Verification[] =>
  asked.filter((each) => each.askedOn <= day).map((each) => (each.repliedOn === null || each.repliedOn <= day ? each : { ...each, repliedOn: null, byLetter: null, outcome: null }))

/** Returns made by a day and not taken back by it. */
function returnsOn(returns: readonly KeptReturn[], day: PlainDate): Return[] {
  const made = returns.filter(({ returnedOn, withdrawnOn }) => returnedOn <= day && (withdrawnOn === null || withdrawnOn > day))
  return made.map(({ withdrawnOn: _withdrawn, ...each }) => ({ ...each, resentOn: each.resentOn !== null && each.resentOn <= day ? each.resentOn : null }))
}

type Past = { readonly done: readonly DoneAct[]; readonly later: readonly DoneAct[] }

/** The stage that the last act of the day or before it led to. */
function stageOn({ kind, openedOn }: KeptFile, { done }: Past): Pick<CaseFile, 'stage' | 'stageSince'> {
  const led = done.findLast(({ fromStage, toStage }) => fromStage !== toStage)
  return led ? { stage: led.toStage, stageSince: led.occurredOn } : { stage: firstStage(kind), stageSince: openedOn }
}

function submittedOn({ submittedOn: kept }: KeptFile, { done, later }: Past, day: PlainDate): PlainDate | null {
  const laid = ({ kind }: DoneAct): boolean => kind === 'submitForDecision'
  const last = done.findLast((act) => laid(act) || act.kind === 'returnCase')
  if (last) return laid(last) ? last.occurredOn : null
  return !later.some(laid) && kept !== null && kept <= day ? kept : null
}

function mentorOn({ mentorId, mentorSince, openedOn }: KeptFile, { done, later }: Past): Pick<CaseFile, 'mentorId' | 'mentorSince'> {
  const assigned = ({ kind }: DoneAct): boolean => kind === 'assignMentor'
  const next = later.find(assigned)
  if (!next) return { mentorId, mentorSince }
  const last = done.findLast(assigned)
  if (last) return { mentorId: last.facts.mentorId as string, mentorSince: last.occurredOn }
  const former = (next.facts.former as string | null | undefined) ?? null
  return { mentorId: former, mentorSince: former ? openedOn : null }
}

function movedAfterOn({ movedAfter }: KeptFile, { done, later }: Past): CaseFile['movedAfter'] {
  const byLetter = ({ kind, facts }: DoneAct): boolean => kind === 'moveCase' && facts.letter !== undefined
  if (!later.some(byLetter)) return movedAfter
  return lettersOfMoves[done.findLast(byLetter)?.facts.letter as keyof typeof lettersOfMoves] ?? null
}

const extensionsOf = (acts: readonly DoneAct[]): number => acts.filter(({ kind }) => kind === 'extendDecision').reduce((sum, { facts }) => sum + Number(facts.workingDays), 0)

/**
 * A file as it stood at the end of a day, told by its acts in their order and by the days that are kept with it. What happened after the day has not
 * happened: no date, vote, paper, answer or return of a later day is in it.
 */
export function fileOn(file: KeptFile, acts: readonly DoneAct[], day: PlainDate): FileOnDay {
  const past: Past = { done: acts.filter(({ occurredOn }) => occurredOn <= day), later: acts.filter(({ occurredOn }) => occurredOn > day) }
  const then = (on: PlainDate | null): PlainDate | null => (on !== null && on <= day ? on : null)
  const [closedOn, decidedOn, ceremonyOn] = [then(file.closedOn), then(file.decidedOn), then(file.ceremonyOn)]
  const returns = returnsOn(file.returns, day)
  return {
    ...file, ...stageOn(file, past), ...mentorOn(file, past), closedOn, closeReason: closedOn && file.closeReason, movedAfter: movedAfterOn(file, past),
    cellResolvedOn: then(file.cellResolvedOn), sentUpOn: then(file.sentUpOn), committeeResolvedOn: then(file.committeeResolvedOn), sentToDecidingOn: then(file.sentToDecidingOn),
    submittedOn: submittedOn(file, past, day), extendedBy: file.extendedBy - extensionsOf(past.later),
    decidedOn, decisionNumber: decidedOn && file.decisionNumber, decisionSignatory: decidedOn && file.decisionSignatory, decidedBy: decidedOn && file.decidedBy,
    effectiveOn: decidedOn && file.effectiveOn, decisionReceivedOn: then(file.decisionReceivedOn), ceremonyOn, ceremonyConsent: ceremonyOn && file.ceremonyConsent,
    dossierOpenedOn: then(file.dossierOpenedOn), returnedTo: returns.find(({ resentOn }) => resentOn === null)?.toLevel ?? null,
    documents: papersOn(file.documents, day), verifications: askedOn(file.verifications, day), votes: file.votes.filter(({ heldOn }) => heldOn <= day), returns,
  }
}
