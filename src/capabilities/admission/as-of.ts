import type { PlainDate } from '../../kernel/index.ts'
import { stepOf, type StepCode } from '../../regulations/index.ts'
import { lettersOfMoves, type ActKind, type Stage } from './codes.ts'
import type { CaseDocument, CaseFile, Return, Verification } from './model.ts'
import { firstStage, isFinal } from './transitions.ts'

/** What was found of a paper, and when. */
export type PaperState = Pick<CaseDocument, 'datedOn' | 'state' | 'fault' | 'remark' | 'checkedBy' | 'checkedOn'>

/** A paper with what was found of it before, oldest first. */
export type KeptPaper = CaseDocument & { readonly formers: readonly PaperState[] }
export type KeptReturn = Return & { readonly withdrawnOn: PlainDate | null }

/** A file as it is kept, with what was replaced or taken back since. Cell, circumstances, certificate and remarks are those of the day already. */
export type KeptFile = Omit<CaseFile, 'line' | 'people' | 'documents' | 'returns'> & { readonly documents: readonly KeptPaper[]; readonly returns: readonly KeptReturn[] }
export type FileOnDay = Omit<CaseFile, 'line' | 'people'>

/** An act of the history, as far as it tells of another day; `isKnown`: it was recorded by the moment that is asked for. */
export type DoneAct = { readonly isKnown: boolean; readonly kind: ActKind; readonly occurredOn: PlainDate; readonly fromStage: Stage | null; readonly toStage: Stage; readonly facts: Readonly<Record<string, unknown>> }

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
function papersOn(papers: readonly KeptPaper[], day: PlainDate, lookedBy: PlainDate): CaseDocument[] {
  const there = papers.filter((paper) => sinceOf(paper) <= day)
  const replaced = new Set(there.map(({ replacesId }) => replacesId))
  return there.filter(({ id }) => !replaced.has(id)).map((paper) => paperOn(paper, lookedBy))
}

/** What had happened by the day and was known, and what had not or was not: both in the order of the acts. */
type Past = { readonly done: readonly DoneAct[]; readonly later: readonly DoneAct[] }

const didLater = ({ later }: Past, kind: ActKind, fact: string, id: string): boolean => later.some((act) => act.kind === kind && act.facts[fact] === id)

function askedOn(asked: readonly Verification[], past: Past, day: PlainDate): Verification[] {
  const isOpen = ({ id, repliedOn }: Verification) => repliedOn === null || repliedOn > day || didLater(past, 'recordVerificationReply', 'verificationId', id)
  return asked.filter((each) => each.askedOn <= day).map((each) => (isOpen(each) ? { ...each, repliedOn: null, byLetter: null, outcome: null } : each))
}

/** Returns made by a day and not taken back by it. */
function returnsOn(returns: readonly KeptReturn[], past: Past, day: PlainDate): Return[] {
  const by = (kind: ActKind, { id }: KeptReturn, on: PlainDate | null): PlainDate | null => (on !== null && on <= day && !didLater(past, kind, 'returnId', id) ? on : null)
  const made = returns.filter((each) => each.returnedOn <= day && by('withdrawReturn', each, each.withdrawnOn) === null)
  return made.map(({ withdrawnOn, ...each }) => ({ ...each, resentOn: by('resend', { ...each, withdrawnOn }, each.resentOn) }))
}

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

/** The acts that bring a day of the file; a vote only when it carried. */
const bringing = {
  cellResolvedOn: ['recordCellVote', 'recordConfirmationVote'], sentUpOn: ['sendUp'], committeeResolvedOn: ['recordCommitteeVote'], sentToDecidingOn: ['sendToDeciding'],
  decidedOn: ['recordDecision', 'recordConfirmationDecision'], decisionReceivedOn: ['recordReceipt'], ceremonyOn: ['recordCeremony'], dossierOpenedOn: ['recordDossierOpened'],
} as const satisfies Partial<Record<keyof CaseFile, readonly ActKind[]>>
type Brought = keyof typeof bringing

const brings = ({ kind, facts }: DoneAct, name: Brought): boolean => (bringing[name] as readonly ActKind[]).includes(kind) && (facts.result ?? 'carried') !== 'lost' && facts.result !== 'deadlocked'

function daysOn(file: KeptFile, { later }: Past, day: PlainDate): Pick<CaseFile, Brought | 'closedOn'> {
  const then = (on: PlainDate | null, undone: (act: DoneAct) => boolean): PlainDate | null => (on !== null && on <= day && !later.some(undone) ? on : null)
  const names = Object.keys(bringing) as Brought[]
  const brought = Object.fromEntries(names.map((name) => [name, then(file[name], (act) => brings(act, name))])) as Pick<CaseFile, Brought>
  return { ...brought, closedOn: then(file.closedOn, ({ toStage }) => isFinal(toStage)) }
}

/** The day of which the file is told, and by which day at the latest papers had been looked at: who looks, records it on the same day. */
export type Told = { readonly on: PlainDate; readonly lookedBy: PlainDate }

/**
 * A file as it stood at the end of a day, told by its acts in their order and by the days that are kept with it. What happened after the day, or was not
 * known, has not happened: no date, vote, paper, answer or return of it is in the file. Papers, places asked, votes and returns are those known.
 */
export function fileOn(file: KeptFile, acts: readonly DoneAct[], { on, lookedBy }: Told): FileOnDay {
  const isDone = ({ isKnown, occurredOn }: DoneAct): boolean => isKnown && occurredOn <= on
  const past: Past = { done: acts.filter(isDone), later: acts.filter((act) => !isDone(act)) }
  const days = daysOn(file, past, on)
  const { decidedOn, ceremonyOn, closedOn } = days
  const returns = returnsOn(file.returns, past, on)
  return {
    ...file, ...days, ...stageOn(file, past), ...mentorOn(file, past), closeReason: closedOn && file.closeReason, movedAfter: movedAfterOn(file, past),
    submittedOn: submittedOn(file, past, on), extendedBy: file.extendedBy - extensionsOf(past.later),
    decisionNumber: decidedOn && file.decisionNumber, decisionSignatory: decidedOn && file.decisionSignatory, decidedBy: decidedOn && file.decidedBy,
    effectiveOn: decidedOn && file.effectiveOn, ceremonyConsent: ceremonyOn && file.ceremonyConsent, returnedTo: returns.find(({ resentOn }) => resentOn === null)?.toLevel ?? null,
    documents: papersOn(file.documents, on, lookedBy), verifications: askedOn(file.verifications, past, on), votes: file.votes.filter(({ heldOn }) => heldOn <= on), returns,
  }
}
