import { countText, NumberLink, PaceBar, shareText } from '../../../../../platform/ui-kit/index.ts'
import type { Progress } from './client.ts'
import { periodWords } from './use-targets.ts'
import { word } from './words.vi.ts'

function paceWords({ behind }: Progress['head']): string | undefined {
  if (behind === null) return undefined
  return behind === 0 ? word('onPace') : behind > 0 ? word('behind', { n: countText(behind) }) : word('ahead', { n: countText(-behind) })
}

/** How far the organisation itself is, in one sentence. */
export function HeadLine({ progress, onHistory }: { progress: Progress; onHistory: () => void }) {
  const { head, period } = progress
  if (!period) return <>{word('noPeriod')}</>
  if (head.given === null) return <>{word('notGiven', { period: periodWords(progress) })} {word('admittedBare', { n: countText(head.admitted) })}</>
  return (
    <>
      {word('given', { period: periodWords(progress) })} <NumberLink count={head.given} onOpen={onHistory} label={word('openHistory', { name: head.shortName })} />
      {' · '}{word('admitted', { n: countText(head.admitted), share: shareText(head.admitted, head.given) })}
      {' · '}{word('pace', { elapsed: period.elapsedMonths, total: period.totalMonths, share: shareText(period.elapsedMonths, period.totalMonths) })}
      {' · '}<strong>{paceWords(head)}</strong>
    </>
  )
}

/** The same as a bar with the mark of the pace, how it was counted and on which paper it rests. */
export function HeadBar({ progress: { head, period } }: { progress: Progress }) {
  const pace = period ? shareText(period.elapsedMonths, period.totalMonths) : ''
  return (
    <div className="targets-head">
      {period && head.given !== null && (
        <PaceBar part={head.admitted} whole={head.given} pace={period.elapsedMonths / Math.max(1, period.totalMonths)} paceLabel={word('paceMark', { share: pace })}
          label={word('paceBar', { admitted: countText(head.admitted), given: countText(head.given), share: pace })} />
      )}
      <p className="hint">{word('countedBy')} {head.basis && word('basis', { basis: head.basis })}</p>
    </div>
  )
}
