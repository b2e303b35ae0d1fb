import { countText, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import { word } from './words.vi.ts'

/** What was passed on against what was given: equal, too little or too much. Nothing to say when one of the two is missing. */
export function Balance({ given, passedOn, hasBelow = true }: { given: number | null; passedOn: number | null; hasBelow?: boolean }) {
  if (!hasBelow || given === null) return null
  if (passedOn === null) return <StatusMark shape="future">{word('notPassedOn')}</StatusMark>
  const difference = passedOn - given
  if (difference === 0) return <StatusMark shape="done" plain>{word('even')}</StatusMark>
  return <StatusMark shape="today">{difference < 0 ? word('short', { n: countText(-difference) }) : word('over', { n: countText(difference) })}</StatusMark>
}
