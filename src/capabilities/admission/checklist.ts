import { addMonths, laterOf, type PlainDate } from '../../kernel/index.ts'
import {
  certificateValidityMonths, fileFreshMonths, firstRuledDay, requiredDocuments, steps,
  type Eligibility, type RequiredDocument, type RuleUse, type Settings, type StepCode,
} from '../../regulations/index.ts'
import type { DocumentState, Stage } from './codes.ts'
import { agingPapers, CERTIFICATE, documentFactsOf } from './conditions.ts'
import { isConfirmation, judgingDay, questionOf, sendingNow, type CaseDocument, type CaseFile, type ReturnReason } from './model.ts'

export type CheckedPaper = CaseDocument & { readonly freshUntil: PlainDate | null; readonly isStale: boolean }

/** One line of the checklist: what the file needs, whether it is there, and how it stands. */
export type ChecklistRow = RequiredDocument & { readonly neededByNow: boolean; readonly state: DocumentState; readonly papers: readonly CheckedPaper[] }

const stepOrder = new Map(steps.map(({ code }, i) => [code, i]))

/** The last step whose papers must be there in a stage. */
const reached: Readonly<Record<'admission' | 'confirmation', Readonly<Partial<Record<Stage, StepCode>>>>> = {
  admission: { cellPassed: 'A09', appraised: 'A10', committeePassed: 'A11', committeeRejected: 'A10', decided: 'A12', declined: 'A11', ceremonyHeld: 'A13', completed: 'A14' },
  confirmation: { cellPassed: 'P06', appraised: 'P07', committeePassed: 'P08', reported: 'P05', deadlocked: 'P05', confirmed: 'P09', struckOff: 'P10', completed: 'P11' },
}

/** The step up to which papers must be there in the file's stage. */
export const reachedStep = (file: CaseFile): StepCode =>
  isConfirmation(file) ? (reached.confirmation[file.stage] ?? 'P05') : (reached.admission[file.stage] ?? 'A08')

/** True for a step at or before another. */
export const isUpTo = (step: StepCode, last: StepCode): boolean => stepOrder.get(step)! <= stepOrder.get(last)!

/** The rule that makes a paper of a type age; none for most. */
export function agingRule(code: string, on: PlainDate, { overrides }: Settings): RuleUse<number> | undefined {
  const rule = agingPapers.includes(code) ? fileFreshMonths : code === CERTIFICATE ? certificateValidityMonths : undefined
  return rule?.usedOn(laterOf(on, firstRuledDay), overrides)
}

function check(paper: CaseDocument, on: PlainDate, settings: Settings): CheckedPaper {
  const rule = agingRule(paper.code, on, settings)
  const freshUntil = rule && paper.datedOn ? addMonths(paper.datedOn, rule.value) : null
  return { ...paper, freshUntil, isStale: freshUntil !== null && on > freshUntil }
}

function stateOf({ need, minCount }: RequiredDocument, papers: readonly CheckedPaper[], neededByNow: boolean): DocumentState {
  const there = papers.filter(({ fault }) => fault !== 'missing')
  if (there.some(({ isStale }) => isStale)) return 'expired'
  if (there.some(({ state }) => state === 'needsWork')) return 'needsWork'
  if (there.length >= minCount || (there.length > 0 && need !== 'required')) return there.every(({ state }) => state === 'valid') ? 'valid' : 'toCheck'
  if (need === 'notRequired') return 'notRequired'
  if (!neededByNow) return 'notYet'
  return need === 'cannotTell' ? 'cannotTell' : 'missing'
}

/**
 * Every paper of the file with whether this case needs it, why, and how it stands. Conditions and age of papers are judged by the day
 * of the cell's meeting; until it has met, by `day`.
 */
export function checklistOf(file: CaseFile, eligibility: Eligibility | undefined, day: PlainDate, settings: Settings): readonly ChecklistRow[] {
  const on = laterOf(judgingDay(file, day), firstRuledDay)
  const last = reachedStep(file)
  const facts = documentFactsOf(file, eligibility, on, settings)
  const required = requiredDocuments(facts, on, { stage: isConfirmation(file) ? 'confirmation' : 'admission', overrides: settings.overrides })
  const removal = questionOf(file) === 'strikeOff'
  return required.map((row) => {
    // Whoever is to be removed need not bring what a confirmation asks for.
    const neededByNow = isUpTo(row.step, last) && !(removal && isUpTo(row.step, 'P05'))
    const papers = file.documents.filter(({ code }) => code === row.code).map((paper) => check(paper, on, settings))
    return { ...row, neededByNow, state: stateOf(row, papers, neededByNow), papers }
  })
}

/** Lines that keep the file from going on: needed by now (or by `last`), and not there or not in order. */
export function openRows(rows: readonly ChecklistRow[], last?: StepCode): readonly ChecklistRow[] {
  const bad: readonly DocumentState[] = ['missing', 'needsWork', 'expired', 'cannotTell']
  return rows.filter((row) => (last ? isUpTo(row.step, last) : row.neededByNow) && (bad.includes(row.state) || (row.state === 'notYet' && row.need === 'required')))
}

/** True when a paper of the file was too old on the day that counts. */
export const isStaleFile = (rows: readonly ChecklistRow[]): boolean => rows.some(({ state }) => state === 'expired')

/** Whether what a reason of return asks for has come: a paper recorded while the file was away, and one still of use where the former was too old. */
export function isPaperMended({ file, checklist }: { readonly file: CaseFile; readonly checklist: readonly ChecklistRow[] }, { documentType, kind }: ReturnReason): boolean {
  const hasCome = file.documents.some(({ code, sending, fault }) => code === documentType && sending === sendingNow(file) && fault !== 'missing')
  return hasCome && !(kind === 'stale' && checklist.some(({ code, state }) => code === documentType && state === 'expired'))
}
