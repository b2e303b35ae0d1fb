import type { PlainDate } from '../../../kernel/index.ts'
import { dayText, StatusMark, uncertainDayText, type StatusShape } from '../../../platform/ui-kit/index.ts'
import { saidFields, type DifferenceState, type Phase } from '../codes.ts'
import { phaseNames, saidNames, sexNames, stateNames } from '../messages.vi.ts'

const phaseShapes: Readonly<Record<Phase, StatusShape>> = { marking: 'future', settling: 'soon', toSign: 'today', signedBelow: 'today', agreed: 'done' }
const stateShapes: Readonly<Record<DifferenceState, StatusShape>> = { open: 'soon', settled: 'done', rejected: 'dropped', standing: 'unclear', withdrawn: 'notRequired' }

export const PhaseMark = ({ phase }: { phase: Phase }) => <StatusMark shape={phaseShapes[phase]}>{phaseNames[phase]}</StatusMark>
export const StateMark = ({ state, isLate }: { state: DifferenceState; isLate?: boolean }) => <StatusMark shape={isLate ? 'late' : stateShapes[state]}>{stateNames[state]}</StatusMark>

export const day = (date: string) => dayText(date as PlainDate)
export const uncertain = (date: string) => uncertainDayText(date as never)
/** `Hoàng Thị Nhung (1994)`. */
export const nameWithYear = ({ fullName, bornOn }: { fullName: string; bornOn: string | null }) => (bornOn ? `${fullName} (${bornOn.slice(0, 4)})` : fullName)

const DATES: ReadonlySet<string> = new Set(['bornOn', 'admittedOn', 'confirmedOn'])
const valueText = (field: string, value: string): string => (DATES.has(field) ? uncertain(value) : field === 'sex' ? (sexNames[value] ?? value) : value)

/** What a side says of the fields in question: `Sinh ngày 1960 · Chi bộ Thôn Nà Lý`. */
export const saidText = (said: Readonly<Record<string, string>>): string =>
  saidFields.flatMap((field) => { const value = said[field]; return value ? [field === 'fullName' ? value : `${saidNames[field]} ${valueText(field, value)}`] : [] }).join(' · ')

/** A text beside the one that it stands for, the letters in which they differ underlined. */
export function Changed({ text, beside }: { text: string; beside: string }) {
  let start = 0
  while (start < text.length && text[start] === beside[start]) start++
  let end = 0
  while (end < text.length - start && end < beside.length - start && text[text.length - 1 - end] === beside[beside.length - 1 - end]) end++
  if (start === text.length) return text
  return <>{text.slice(0, start)}<u>{text.slice(start, text.length - end)}</u>{text.slice(text.length - end)}</>
}
