import { Fragment, useEffect, useRef, type ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { Basis } from './basis.tsx'
import { Button } from './button.tsx'
import { useDesk } from './kit.tsx'
import { BrokenError, NoAnswerError, RefusedError, type Failure, type WordedReason } from './problem.ts'
import { say } from './say.ts'
import { StatusIcon } from './status-mark.tsx'

/** A reason as a screen may put it itself; `todo` may hold a link to where it is mended. */
export type ShownReason = Omit<WordedReason, 'code' | 'facts' | 'todo'> & { code?: string; todo?: ReactNode }

function OneReason({ reason, headed }: { reason: ShownReason; headed: boolean }) {
  return (
    <>
      <p className="refusal-what">
        {headed && <StatusIcon shape="late" />}
        {reason.message}
      </p>
      {(reason.why || reason.citation) && (
        <p>
          {reason.why?.replace(/\.$/, '')}
          {reason.why && reason.citation && ' – '}
          {reason.citation && <Basis citation={reason.citation} />}
          {(reason.why || reason.citation) && '.'}
        </p>
      )}
      {reason.todo && <p>{reason.todo}</p>}
    </>
  )
}

/**
 * A refusal in three parts: what is wrong – why, under which rule – what to do. Several reasons are numbered.
 * Takes the focus when it appears, unless `still`.
 */
export function RefusalBox({ reasons, still, title }: { reasons: readonly ShownReason[]; still?: boolean; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const words = reasons.map((reason) => reason.message).join('\n')
  useEffect(() => {
    if (!still && words) box.current?.focus()
  }, [words, still])
  if (reasons.length === 0) return null
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box}>
      {title && <p className="refusal-title">{title}</p>}
      {reasons.length === 1 ? (
        <OneReason reason={reasons[0]!} headed />
      ) : (
        <>
          <p className="refusal-what">
            <StatusIcon shape="late" />
            {say('ui.refusal.many', { n: reasons.length })}
          </p>
          <ol>
            {reasons.map((reason, i) => (
              <li key={i}>
                <OneReason reason={reason} headed={false} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

const own = (key: 'ui.serverDown' | 'ui.failed' | 'ui.signedOut' | 'ui.notFound' | 'ui.addressWrong'): ShownReason => ({
  message: say(key),
  why: say(`${key}.why`),
  todo: say(`${key}.todo`),
})

function reasonsOf(failure: Failure): readonly ShownReason[] {
  if (failure instanceof NoAnswerError) return [own('ui.serverDown')]
  if (failure instanceof BrokenError) return failure.reasons.length ? failure.reasons : [own('ui.failed')]
  if (failure.kind === 'signedOut') return [own('ui.signedOut')]
  return failure.reasons.length ? failure.reasons : [own(failure.kind === 'notFound' ? 'ui.notFound' : 'ui.failed')]
}

/** A page has no form: a field that does not fit came with its address. */
const isAddressWrong = (failure: Failure) => failure instanceof RefusedError && failure.reasons.length > 0 && failure.reasons.every(({ code }) => code === 'platform.fieldNotValid')

function WayHome() {
  const { device } = useDesk()
  return <p><AppLink to={device === 'pocket' ? '/m/' : '/'}>{say('ui.home')}</AppLink></p>
}

/** Any failure in words: the refusal with its reasons, the silent server, the fault of the program. With `onRetry` it is of a reading, else of an act. */
export function FailureBox({ failure, onRetry, still }: { failure: Failure | undefined; onRetry?: () => void; still?: boolean }) {
  if (!failure) return null
  const mayRetry = onRetry && !(failure instanceof RefusedError && failure.kind !== 'signedOut')
  const isWrong = onRetry !== undefined && isAddressWrong(failure)
  const isNowhere = onRetry !== undefined && failure instanceof RefusedError && failure.kind === 'notFound'
  return (
    <Fragment>
      <RefusalBox reasons={isWrong ? [own('ui.addressWrong')] : reasonsOf(failure)} {...(still ? { still } : {})} />
      {(isWrong || isNowhere) && <WayHome />}
      {mayRetry && <Button onClick={onRetry}>{say('ui.retry')}</Button>}
    </Fragment>
  )
}
