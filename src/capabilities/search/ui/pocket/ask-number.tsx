import { Button } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

/** Asking whose a number is gets written down, so that it waits for the tap. */
export function AskNumber({ onAsk }: { onAsk: () => void }) {
  return (
    <>
      <p className="pocket-note">{word('numberNote')}</p>
      <Button look="main" onClick={onAsk}>{word('numberAsk')}</Button>
    </>
  )
}
