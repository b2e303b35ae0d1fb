import { createContext, useContext, type ReactNode } from 'react'
import { AppLink } from '../app-link.tsx'
import { say } from '../say.ts'
import { useTitle } from '../title.ts'
import { OutboxLine, type Connection } from './outbox-line.tsx'

const ConnectionContext = createContext<Connection | undefined>(undefined)
export const ConnectionProvider = ConnectionContext.Provider
export const useConnection = (): Connection | undefined => useContext(ConnectionContext)

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
  outboxTo?: string
  children: ReactNode
}

/** A page of the pocket: “Quay lại”, one title, the connection in words, one question or list, one fixed button. */
export function PocketPage(props: PocketPageProps) {
  useTitle(props.title)
  const connection = useConnection()
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
        {connection && <OutboxLine connection={connection} {...(props.outboxTo ? { to: props.outboxTo } : {})} />}
      </header>
      <div className="pocket-content">{props.children}</div>
      {(props.bottom || props.bottomNote) && (
        <div className="pocket-bottom">
          {props.bottomNote && <div className="pocket-bottom-note">{props.bottomNote}</div>}
          {props.bottom}
        </div>
      )}
    </article>
  )
}
