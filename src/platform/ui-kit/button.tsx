import type { ButtonHTMLAttributes } from 'react'
import { AppLink, type AppLinkProps } from './app-link.tsx'

/** `main` = the one filled button of a page; `second` = bordered; `quiet` = a word that looks like a link. */
export type ButtonLook = 'main' | 'second' | 'quiet'

const classFor = (look: ButtonLook, more = '') => `button button-${look}${more ? ` ${more}` : ''}`

/** While `running` it stays reachable but does nothing, so that the focus is not lost. */
export function Button(props: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; running?: boolean }) {
  const { look = 'second', running, className, onClick, type = 'button', ...rest } = props
  return (
    <button
      type={type}
      className={classFor(look, className)}
      aria-disabled={running || undefined}
      onClick={(event) => (running ? event.preventDefault() : onClick?.(event))}
      {...rest}
    />
  )
}

/** A link that looks like a button: for acts that begin on another page. */
export function LinkButton({ look = 'second', className, ...rest }: AppLinkProps & { look?: ButtonLook }) {
  return <AppLink className={classFor(look, className)} {...rest} />
}
