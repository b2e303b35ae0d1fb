import { FailureBox, GreyLines, useAddress, useDesk } from '../../../platform/ui-kit/index.ts'
import { FindsList } from './finds-list.tsx'
import { personLine } from './lines.ts'
import type { useNumber } from './use-number.ts'
import { word } from './words.vi.ts'

/** Who has the number that was asked for; that it was asked stands beside it. */
export function NumberFinds({ isGone, act }: ReturnType<typeof useNumber>) {
  const address = useAddress()
  const { device } = useDesk()
  if (isGone) return <p className="empty">{word('numberGone')}</p>
  if (act.failure) return <FailureBox failure={act.failure} />
  if (!act.done) return <GreyLines />
  const lines = act.done.people.rows.map((row) => personLine(row, { address, device }))
  return (
    <>
      <p className="hint" role="status">{word('numberWritten')}</p>
      {lines.length ? <FindsList groups={[{ group: 'people', lines, total: lines.length }]} seeAll={() => undefined} /> : <p className="empty">{word('numberNone')}</p>}
    </>
  )
}
