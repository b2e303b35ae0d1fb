import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { usePlace } from './kit.tsx'

export type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string }

/** A link inside the program: an ordinary `<a>`, followed without loading the page anew. */
export function AppLink({ to, onClick, ...rest }: AppLinkProps) {
  const place = usePlace()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const otherTab = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || otherTab || rest.target || rest.download !== undefined || !to.startsWith('/')) return
    event.preventDefault()
    place.go(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}
