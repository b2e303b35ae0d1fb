import { lazy, Suspense, type ReactNode } from 'react'
import { AppLink } from '../app-link.tsx'
import { useEntries } from '../offline/phone.ts'
import { momentText } from '../format.ts'
import { say } from '../say.ts'
import { useTitle } from '../title.ts'
import { useKeptAt } from '../use-read.ts'
import { useConnection } from './connection.ts'
import { OutboxLine } from './outbox-line.tsx'

export type PocketPageProps = {
  title: string
  /** Address of the page before; shows “Quay lại”. */
  backTo?: string
  /** Lines under the title: the cell, a status, live counts. */
  lead?: ReactNode
  /** Words above the fixed button: the result so far, or what is still missing. */
  bottomNote?: ReactNode
  /** The one full-width button, fixed at the bottom. */
  bottom?: ReactNode
  /** Identifier of what the page is about: what was made about it on this phone and waits stands first. */
  subject?: string
  children: ReactNode
}

const WaitingHere = lazy(() => import('../offline/waiting-here.tsx'))

/** A page of the pocket: “Quay lại”, one title, the connection in words, one question or list, one fixed button. */
export function PocketPage(props: PocketPageProps) {
  useTitle(props.title)
  const connection = useConnection()
  const keptAt = useKeptAt()
  const waits = useEntries().some((entry) => props.subject !== undefined && entry.subject?.id === props.subject)
  return (
    <article className={props.bottom || props.bottomNote ? 'pocket-page pocket-with-bottom' : 'pocket-page'}>
      <header className="pocket-head">
        {props.backTo && (
          <AppLink to={props.backTo} className="pocket-back">
            <span aria-hidden="true">‹ </span>
            {say('ui.back')}
          </AppLink>
        )}
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.lead && <div className="pocket-lead">{props.lead}</div>}
        {connection && <OutboxLine connection={connection} />}
        {keptAt && <p className="outbox-line" role="status">{say('m.kept', { moment: momentText(keptAt) })}</p>}
      </header>
      <div className="pocket-content">
        {waits && <Suspense><WaitingHere subject={props.subject!} /></Suspense>}
        {props.children}
      </div>
      {(props.bottom || props.bottomNote) && (
        <div className="pocket-bottom">
          {props.bottomNote && <div className="pocket-bottom-note">{props.bottomNote}</div>}
          {props.bottom}
        </div>
      )}
    </article>
  )
}
