import { isUncertainDate } from '../../../kernel/index.ts'
import type { RowDraft } from './row-draft.ts'
import type { Answer, Finding, MemberStatus, ReadFields } from './types.ts'
import { caseless } from './values/reading.ts'
import { sexNames } from './values/sex.ts'
import { statusNames } from './values/status.ts'

function isMeant(answer: Answer, finding: Finding): boolean {
  return answer.code === finding.code
    && (answer.sheet === undefined || answer.sheet === finding.sheet)
    && (answer.row === undefined || answer.row === finding.row)
    && (answer.column === undefined || answer.column === finding.column)
    && (answer.raw === undefined || answer.raw === finding.raw)
}

const keyOf = <K extends string>(names: Readonly<Record<K, string>>, value: string): K | undefined =>
  (Object.keys(names) as K[]).find((key) => key === value || caseless(names[key]) === caseless(value))

/** The value a field takes from an answer; `undefined` when the answer does not fit the field and the question stays open. */
function valueFor(target: keyof ReadFields, value: NonNullable<Answer['value']>): unknown {
  const text = String(value)
  if (target === 'sex') return keyOf(sexNames, text)
  if (target === 'status') return keyOf(statusNames, text) as MemberStatus | undefined
  if (target === 'probationary') return typeof value === 'boolean' ? value : undefined
  if (target === 'phones' || target === 'positions') return text.split(/\s*[/;,]\s*/)
  if (target.endsWith('On')) return isUncertainDate(text) ? text : undefined
  if (target === 'identityNumber') return /^\d{12}$/.test(text) ? text : undefined
  return text
}

/** The more exact answer (with a row) wins over one for the whole column. */
export const byExactness = (answers: readonly Answer[]): readonly Answer[] => [...answers].sort((a, b) => Number(b.row !== undefined) - Number(a.row !== undefined))

/** Lets people's answers, the more exact first, fill what is open in a row. */
export function applyAnswers(row: RowDraft, answers: readonly Answer[]): void {
  if (answers.length === 0) return
  for (const open of row.findings) {
    const answer = answers.find((each) => isMeant(each, open.finding))
    if (!answer || !open.target) continue
    const value = answer.value === null ? undefined : valueFor(open.target, answer.value)
    if (answer.value !== null && value === undefined) continue
    Object.assign(row.fields, { [open.target]: value })
    open.finding = { ...open.finding, answer: answer.value }
  }
}
