import { canBeTyped, word } from './words.vi.ts'

/** Nothing fits: what can be typed. */
export function NoneFound({ words }: { words?: string }) {
  return (
    <>
      {words ?? word('none')} {word('canType')}
      <ul className="can-type">
        {canBeTyped.map((each) => <li key={each}>{each}</li>)}
      </ul>
    </>
  )
}
