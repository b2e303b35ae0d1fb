import './duplicates.css'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { AppLink, dayText, StatusMark, uncertainDayText } from '../../../platform/ui-kit/index.ts'
import { partInWords } from '../messages.vi.ts'
import type { PairRow } from './client.ts'
import { word } from './words.vi.ts'

type Part = PairRow['parts'][number]

export const day = (date: string) => dayText(date as PlainDate)
export const bornWords = (born: string | null) => (born ? word('born', { born: uncertainDayText(born as UncertainDate) }) : word('bornUnknown'))

/** A person of a pair: name, birth, cell. */
export function PersonLines({ person, to }: { person: PairRow['first']; to?: string }) {
  return (
    <span className="pair-person">
      {to ? <AppLink to={to}>{person.fullName}</AppLink> : <span>{person.fullName}</span>}
      <span className="pair-note">{[bornWords(person.bornOn), person.isFollowed && word('followed')].filter(Boolean).join(' · ')}</span>
      <span className="pair-note">{[person.cell, person.organisation].filter(Boolean).join(' – ')}</span>
    </span>
  )
}

/** How likely a pair is, in words and points. */
export const ScoreMark = ({ score, isStrong }: Pick<PairRow, 'score' | 'isStrong'>) => (
  <span className="pair-score">
    <StatusMark shape={isStrong ? 'today' : 'unclear'}>{word(isStrong ? 'strong' : 'likely')}</StatusMark>
    <span className="pair-note">{word('points', { n: score })}</span>
  </span>
)

export const partsFor = (parts: readonly Part[]) => parts.filter(({ points }) => points > 0)
export const partsAgainst = (parts: readonly Part[]) => parts.filter(({ points }) => points < 0)
export const partsSaid = (parts: readonly Part[]) => parts.map(partInWords).join('; ')

/** What speaks for, or against, with its points. */
export function PartList({ parts, none }: { parts: readonly Part[]; none: string }) {
  if (parts.length === 0) return <p className="hint">{none}</p>
  return (
    <ul className="pair-parts">
      {parts.map((part) => (
        <li key={part.part}>
          <span>{partInWords(part)}</span>
          <span>{word(part.points > 0 ? 'pointsFor' : 'pointsAgainst', { n: Math.abs(part.points) })}</span>
        </li>
      ))}
    </ul>
  )
}
