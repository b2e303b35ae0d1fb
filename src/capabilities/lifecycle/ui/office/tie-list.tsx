import { tieFateNames, tieKindNames } from '../../endings/messages.vi.ts'
import type { EndingsOf } from '../client.ts'
import { word } from '../endings.vi.ts'

/** What is tied to a membership, and what becomes of each. */
export function TieList({ intro, ties }: { intro?: string; ties: EndingsOf['ties'] }) {
  if (ties.length === 0) return intro ? <p>{word('tiesNone')}</p> : null
  return (
    <>
      {intro && <p><strong>{intro}</strong></p>}
      <ul>{ties.map(({ kind, name, fate }, i) => <li key={`${kind} ${i}`}>{tieKindNames[kind]} – {word('tie', { name, fate: tieFateNames[fate] })}</li>)}</ul>
    </>
  )
}
