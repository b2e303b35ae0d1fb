import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useDesk } from './kit.tsx'
import { say } from './say.ts'

type Message = { readonly id: number; readonly text: string; readonly undo?: () => void | Promise<unknown> }
export type Tell = (text: string, undo?: () => void | Promise<unknown>) => void

const MESSAGE_LASTS_MS = 10_000
const TellContext = createContext<Tell>(() => undefined)

/** Says what was done: `tell('Đã gửi 12 phiếu nhắc', takeBack)`. With `undo` the message offers “Hoàn tác”. */
export const useTell = (): Tell => useContext(TellContext)

/**
 * Holds the message at the bottom left: 10 seconds on the office, until the next press on the pocket; it stays while the
 * mouse or the focus is on it. Also the live region of the page.
 */
export function UndoMessages({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message>()
  const [held, setHeld] = useState(false)
  const { device } = useDesk()
  const tell = useCallback<Tell>((text, undo) => setMessage((last) => ({ id: (last?.id ?? 0) + 1, text, ...(undo ? { undo } : {}) })), [])
  useEffect(() => {
    if (!message || held) return
    if (device === 'office') {
      const timer = setTimeout(() => setMessage(undefined), MESSAGE_LASTS_MS)
      return () => clearTimeout(timer)
    }
    const gone = (event: Event) => {
      if (!(event.target as HTMLElement).closest('.undo-message')) setMessage(undefined)
    }
    document.addEventListener('pointerdown', gone)
    return () => document.removeEventListener('pointerdown', gone)
  }, [message, held, device])
  const hold = useMemo(
    () => ({ onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }),
    [],
  )
  return (
    <TellContext value={tell}>
      {children}
      <div className="undo-place" role="status" aria-live="polite">
        {message && <UndoMessage key={message.id} text={message.text} {...(message.undo ? { onUndo: message.undo } : {})} onUndone={() => tell(say('ui.undone'))} hold={hold} />}
      </div>
    </TellContext>
  )
}

/** The message itself. */
export function UndoMessage(props: { text: string; onUndo?: () => void | Promise<unknown>; onUndone?: () => void; hold?: object }) {
  const undo = async () => {
    await props.onUndo?.()
    props.onUndone?.()
  }
  return (
    <div className="undo-message" {...props.hold}>
      <span>{props.text}</span>
      {props.onUndo && <Button look="quiet" onClick={() => void undo()}>{say('ui.undo')}</Button>}
    </div>
  )
}
