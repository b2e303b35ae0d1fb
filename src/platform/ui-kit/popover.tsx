import { useId, useRef, type ReactNode, type ToggleEvent } from 'react'

const GAP = 4
const MARGIN = 8

/** Puts the panel under its button, or moves it left so that it stays on the screen. */
function place(panel: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect()
  const left = Math.min(box.left, document.documentElement.clientWidth - panel.offsetWidth - MARGIN)
  panel.style.left = `${Math.max(MARGIN, left) + window.scrollX}px`
  panel.style.top = `${box.bottom + GAP + window.scrollY}px`
}

/**
 * A word button that opens a small panel under itself. Native `popover`: closes on Escape and on a press elsewhere,
 * and gives the focus back to the button.
 */
export function PopoverButton(props: {
  label: ReactNode
  /** Name of the panel for screen readers. */
  panelLabel: string
  className?: string
  onOpen?: () => void
  children: (close: () => void) => ReactNode
}) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    document.getElementById(id)?.hidePopover()
    document.querySelector<HTMLElement>(`[popovertarget="${id}"]`)?.focus()
  }
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const open = event.newState === 'open'
    button.current?.setAttribute('aria-expanded', String(open))
    if (!open || !panel.current || !button.current) return
    props.onOpen?.()
    place(panel.current, button.current)
    const chosen = panel.current.querySelector<HTMLElement>('[aria-checked=true]')
    const first = panel.current.querySelector<HTMLElement>('input, select, button, a')
    ;(first?.tagName === 'INPUT' ? first : (chosen ?? first))?.focus()
  }
  return (
    <>
      <button ref={button} type="button" className={props.className ?? 'button button-second'} popoverTarget={id} aria-haspopup="dialog" aria-expanded="false" aria-controls={id}>
        {props.label}
      </button>
      <div ref={panel} id={id} popover="auto" role="dialog" aria-label={props.panelLabel} className="popover" onToggle={toggled}>
        {/* `close` reads the panel only when it is called, never while drawing. oxlint-disable-next-line react/refs */}
        {props.children(close)}
      </div>
    </>
  )
}
