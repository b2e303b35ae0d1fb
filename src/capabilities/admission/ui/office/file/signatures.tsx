import { word } from '../../words.vi.ts'

/** Where giver and receiver sign the printed list of the file; not seen on the screen. */
export function Signatures() {
  return (
    <div className="signatures" aria-hidden="true">
      <p>{word('printGiver')}</p>
      <p>{word('printReceiver')}</p>
    </div>
  )
}
