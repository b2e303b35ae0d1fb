import { addDays, fullMonthsBetween, latestDay, nameSortKey, type PlainDate } from '../../kernel/index.ts'
import { cellConsidersDue, documentTypes, probationEnd, workingDaysBetween, type RuleUse, type Settings } from '../../regulations/index.ts'
import { fillIn } from '../../platform/words.ts'
import { showNextAct, showRule } from './answers.ts'
import { runningClocks } from './clocks.ts'
import { CLASS_CERTIFICATE, papersOf } from './conditions.ts'
import { nextActSentences, unknownPerson } from './messages.vi.ts'
import type { Line } from './model.ts'
import type { Judged } from './next-act.ts'
import type { Probationer } from './queries/probationers.ts'

/** Papers of a confirmation that its list shows. */
const shownPapers: readonly string[] = ['KNĐ-10', 'KNĐ-11', 'KNĐ-12', 'KNĐ-13', 'KNĐ-14', 'KNĐ-15']
const formOf = (code: string) => documentTypes.find((type) => type.code === code)?.form ?? null

export type Probation = {
  /** The day known; none when only an estimate stands behind `endsOn`. */
  readonly ceremonyOn: PlainDate | null
  readonly endsOn: PlainDate
  readonly dueOn: PlainDate
  readonly rule: RuleUse
}

/**
 * When the probation of somebody without a file ends. Where no ceremony is known the latest day that the papers allow stands in: nobody is
 * called later than proven.
 */
export function probationOf(probationer: Probationer, settings: Settings): Probation {
  const { ceremonyOn, decidedOn, admittedOn, probationarySince } = probationer
  const from = ceremonyOn ?? decidedOn ?? (admittedOn ? latestDay(admittedOn) : probationarySince)
  const { dueOn, rules } = cellConsidersDue(from, settings)
  return { ceremonyOn, endsOn: probationEnd(from, settings.overrides).endsOn, dueOn, rule: rules[0]! }
}

const overdueSince = (endsOn: PlainDate, isLate: boolean, dueOn: PlainDate | null, today: PlainDate, { swaps }: Settings) => ({
  monthsOverdue: isLate ? Math.max(0, fullMonthsBetween(endsOn, today)) : null, workingDaysLate: isLate && dueOn ? workingDaysBetween(dueOn, today, swaps) : null,
})

/** A row of the page of confirmations, for a file. */
export function rowOfFile(judged: Judged) {
  const { file, today, clocks, checklist, settings } = judged
  const due = runningClocks(file, clocks).filter(({ kind }) => kind === 'cellConsiders' || kind === 'confirmationDecision' || kind === 'sendUp').map(({ dueOn }) => dueOn).sort()[0] ?? null
  const endsOn = file.probationUntil!
  const isLate = due !== null && due < today
  return {
    id: file.id, version: file.version, stage: file.stage, person: { id: file.personId, name: file.personName || unknownPerson, bornOn: file.bornOn }, cell: file.line.cell, grassroots: file.line.grassroots,
    ceremonyOn: file.probationFrom, admittedOn: null, probationUntil: endsOn, confirmedOnWillBe: endsOn, hasClassCertificate: papersOf(file, CLASS_CERTIFICATE).length > 0,
    documents: checklist.filter(({ code }) => shownPapers.includes(code)).map(({ code, state }) => ({ code, formMark: formOf(code), state })),
    isDue: endsOn <= today, isLate, ...overdueSince(endsOn, isLate, due, today, settings), nextAct: showNextAct(judged), endsOn, isReturned: file.returnedTo !== null,
  }
}
export type ConfirmationRow = Omit<ReturnType<typeof rowOfFile>, 'id' | 'version' | 'stage' | 'probationUntil' | 'confirmedOnWillBe' | 'admittedOn'> & {
  id: string | null; version: number | null; stage: Judged['file']['stage'] | null; probationUntil: PlainDate | null; confirmedOnWillBe: PlainDate | null; admittedOn: Probationer['admittedOn']
}

/** The same for a probationary member without a file, whose next act is to open one. */
export function rowOfProbationer(probationer: Probationer, line: Line, today: PlainDate, settings: Settings): ConfirmationRow {
  const { ceremonyOn, endsOn, dueOn, rule } = probationOf(probationer, settings)
  const isLate = dueOn < today
  return {
    id: null, version: null, stage: null, person: { id: probationer.personId, name: probationer.personName, bornOn: probationer.bornOn }, cell: line.cell, grassroots: line.grassroots,
    ceremonyOn, admittedOn: probationer.admittedOn, probationUntil: ceremonyOn && endsOn, confirmedOnWillBe: ceremonyOn && endsOn, hasClassCertificate: false,
    documents: shownPapers.slice(0, 3).map((code) => ({ code, formMark: formOf(code), state: 'missing' as const })), isDue: endsOn <= today, isLate, ...overdueSince(endsOn, isLate, dueOn, today, settings),
    nextAct: {
      code: 'openConfirmation', words: fillIn(nextActSentences.openConfirmation!, {}), step: 'P01', owner: 'cell', dueOn, isLate, counting: 'workingDays',
      workingDaysLeft: workingDaysBetween(today, dueOn, settings.swaps), document: null, rule: showRule(rule),
    },
    endsOn, isReturned: false,
  }
}

/** Longest past the end of probation first. */
export const byEnd = (a: ConfirmationRow, b: ConfirmationRow): number =>
  a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : nameSortKey(a.person.name) < nameSortKey(b.person.name) ? -1 : 1

/** Probation ends from today up to so many days ahead. */
export const endsWithin = ({ endsOn }: ConfirmationRow, today: PlainDate, days: number): boolean => endsOn >= today && endsOn <= addDays(today, days)
