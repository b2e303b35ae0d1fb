import { dayText, StatusMark, uncertainDayText, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import type { LineState, MatchOutcome } from '../codes.ts'
import { lineStateNames } from '../messages.vi.ts'
import type { DossierRow } from './client.ts'
import { outcomeNames, word } from './words.vi.ts'

const lineShapes: Readonly<Record<LineState, StatusShape>> = { present: 'done', unreadable: 'today', lost: 'late', absentWithReason: 'notRequired', missing: 'late' }
const outcomeShapes: Readonly<Record<MatchOutcome, StatusShape>> = { matched: 'done', doubtful: 'today', unknown: 'unclear', alreadyHere: 'notRequired' }

export const LineMark = ({ state, optional }: { state: LineState; optional?: boolean }) => (
  <StatusMark shape={optional && state !== 'present' ? 'notRequired' : lineShapes[state]}>{lineStateNames[state]}</StatusMark>
)

export const OutcomeMark = ({ outcome }: { outcome: MatchOutcome }) => <StatusMark shape={outcomeShapes[outcome]}>{outcomeNames[outcome]}</StatusMark>

/** How a dossier stands, in one word. */
export function DossierMark({ row }: { row: Pick<DossierRow, 'dossierId' | 'isComplete' | 'completeness'> }) {
  if (!row.dossierId) return <StatusMark shape="future">{word('stateNone')}</StatusMark>
  if (row.isComplete) return <StatusMark shape="done">{word('stateComplete')}</StatusMark>
  const { required, present, absentWithReason } = row.completeness
  return <StatusMark shape="soon">{word('stateIncomplete', { n: required - present - absentWithReason })}</StatusMark>
}

export const day = (date: string) => dayText(date as PlainDate)
const uncertain = (date: string) => uncertainDayText(date as UncertainDate)
/** The day of a paper as far as it is known, with the word for it. */
export const datedWords = (date: string) => word(date.length === 4 ? 'datedYear' : date.length === 7 ? 'datedMonth' : 'dated', { day: uncertain(date) })
export const bornYear = (bornOn: string | null) => bornOn?.slice(0, 4) ?? ''
