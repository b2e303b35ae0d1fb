import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { HeaderSearch } from '../../../capabilities/search/ui/index.ts'
import { AppLink, Band, dayText, KeyHelp, say, UndoMessages, useDesk, useIsPast, usePlace } from '../../../platform/ui-kit/index.ts'
import { AsOfControl, PastBand } from './as-of-control.tsx'
import { Menu, type MenuGroup } from './menu.tsx'
import { useOfficeKeys } from './use-office-keys.ts'

export type OfficeShellProps = {
  navigation: readonly MenuGroup[]
  home: string
  demonstration?: boolean
  /** Who works in which role; opens the own account, change of role, sign-out. */
  person: ReactNode
  children: ReactNode
}

/** Heads of tables stick below the header, whose height changes with bands and large type. */
function useHeaderHeight() {
  const header = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = header.current
    if (!element) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => {
      const height = getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0
      style.setProperty('--sticky-top', `${height}px`)
      style.setProperty('--sticky-below-selection', `calc(${height}px + 46px * var(--scale))`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return header
}

/** After a move to another page the reader starts at its title, and a screen reader says it. */
function useTitleFocus(path: string) {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [path])
}

/** The frame of the office: header, menu, content. */
export function OfficeShell(props: OfficeShellProps) {
  const desk = useDesk()
  const isPast = useIsPast()
  const { path } = usePlace()
  const [menuOpen, setMenuOpen] = useState(false)
  const menuId = useId()
  const search = useRef<HTMLInputElement>(null)
  const header = useHeaderHeight()
  useOfficeKeys(search)
  useTitleFocus(path)
  return (
    <UndoMessages>
      <a className="skip-link" href="#content">{say('ui.skip')}</a>
      <div className={isPast ? 'office office-past' : 'office'}>
        <header className="office-top" ref={header}>
          <div className="office-head">
            <button type="button" className="button button-second menu-button" aria-expanded={menuOpen} aria-controls={menuId} onClick={() => setMenuOpen(!menuOpen)}>
              {say('ui.menu.show')}
            </button>
            <AppLink to={props.home} className="office-mark">{say('ui.product')}</AppLink>
            <span className="office-scope">{desk.organisation}</span>
            <HeaderSearch inputRef={search} />
            <AsOfControl />
            <span className="office-person">{props.person}</span>
          </div>
          {props.demonstration && <Band tone="demo">{say('ui.demo.band', { day: dayText(desk.today) })}</Band>}
          <PastBand />
        </header>
        <Menu navigation={props.navigation} open={menuOpen} id={menuId} onLeave={() => setMenuOpen(false)} />
        <main className="office-content" id="content" tabIndex={-1}>{props.children}</main>
      </div>
      <KeyHelp />
    </UndoMessages>
  )
}
