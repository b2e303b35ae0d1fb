import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { say } from './say.ts'

/** Names behind a number, or a short form, 440 px at the right. Native dialog: keeps the focus inside, closes on Escape. */
export function Drawer(props: { open: boolean; onClose: () => void; title: string; note?: ReactNode; acts?: ReactNode; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (props.open && !element.open) element.showModal()
    if (!props.open && element.open) element.close()
  }, [props.open])
  const pressedBeside = (event: MouseEvent) => {
    if (event.target === dialog.current) props.onClose()
  }
  // Closed from outside, the dialog says so too; whoever closed it knows already, and may have gone to another page.
  const closed = () => {
    if (props.open) props.onClose()
  }
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={id} onClose={closed} onClick={pressedBeside}>
      {props.open && (
        <div className="drawer-inside">
          <div className="drawer-head">
            <h2 id={id}>{props.title}</h2>
            <button type="button" className="as-link" onClick={props.onClose}>
              {say('ui.close')} <span aria-hidden="true">×</span>
            </button>
          </div>
          {props.note && <p className="drawer-note">{props.note}</p>}
          {props.acts && <div className="drawer-acts">{props.acts}</div>}
          {props.children}
        </div>
      )}
    </dialog>
  )
}
